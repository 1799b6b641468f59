"""Arguments and options of several commands, each with its help in both languages."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.command_help import Group, Help
from reportgen.cli.value_completion import complete_style, complete_year
from reportgen.text.wording import Wording, same
from reportgen.writers.formats import DOCUMENT_FILES, SHOWN_FORMATS

YEAR = Wording("年份", "YEAR")
STYLE = Wording("版式", "STYLE")
FOLDER = Wording("文件夹", "FOLDER")
FILE = Wording("文件", "FILE")
FORMATS = Wording("格式", "FORMATS")

Years = Annotated[
    list[str] | None,
    typer.Argument(autocompletion=complete_year),
    Help(
        Group.ARGUMENTS,
        Wording(
            "年份，如 2025；可以写几个，也可以写 2016-2025，就是其间有报告的各年；不写，就是最近一年。",
            "A year such as 2025, or several, or 2016-2025 for those in between that have a report; without this, the "
            "latest.",
        ),
        YEAR,
    ),
]
Style = Annotated[
    str | None,
    typer.Option("--style", autocompletion=complete_style),
    Help(
        Group.STYLE,
        Wording(
            "用哪个版式；reportgen styles 列出所有版式；不写，用 reportgen.yaml 里定的，没有定就是 plenary。",
            "The style; reportgen styles lists them. Without this, that of reportgen.yaml, else plenary.",
        ),
        STYLE,
    ),
]
Fonts = Annotated[
    str | None,
    typer.Option("--fonts"),
    Help(
        Group.STYLE,
        Wording(
            "bundled：只用 fonts 文件夹里的和程序自带的字体；system：也用电脑里装的字体，换一台电脑排出来可能不同。"
            "不写，用 reportgen.yaml 里定的，没有定就是 bundled。",
            "bundled: only fonts of the folder fonts and of the program; system: also those installed on this "
            "computer, so that another computer may lay the pages out differently. Without this, what reportgen.yaml "
            "has, else bundled.",
        ),
        same("bundled|system"),
    ),
]
Root = Annotated[
    Path | None,
    typer.Option("--root"),
    Help(
        Group.WHERE,
        Wording(
            "有 data 的那个文件夹；不写，就从当前文件夹向上找。",
            "The workspace, the folder with data in it; without this, the nearest one from the current folder up.",
        ),
        FOLDER,
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q"),
    Help(Group.OUTPUT, Wording("只显示错误和警告。", "Show errors and warnings only.")),
]
AsJson = Annotated[
    bool,
    typer.Option("--json"),
    Help(Group.OUTPUT, Wording("以 JSON 输出，供其他程序读取。", "Print JSON for other programs to read.")),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang"),
    Help(
        Group.GENERAL,
        Wording(
            "用中文（zh）还是英文（en）；不写，随系统。",
            "Chinese (zh) or English (en); without this, as the system has it.",
        ),
        same("zh|en"),
    ),
]


def listed(names: Sequence[str]) -> Wording:
    """Names as a sentence lists them."""
    return Wording("、".join(names), ", ".join(names))


def shown_and_written(shown: Sequence[str], written: Sequence[str]) -> Wording:
    """The help of a format that is printed or written to a file; the first is the default."""
    usual, others, files = shown[0], listed(shown[1:]), listed(written)
    return Wording(
        f"{usual}（默认）、{others.zh} 直接显示；{files.zh} 生成文件；可以用逗号隔开写几种。",
        f"{usual} (the default), {others.en} are printed; {files.en} are written as files; separate several by commas.",
    )


ComparisonFormats = Annotated[
    str | None,
    typer.Option("--format"),
    Help(
        Group.OUTPUT,
        shown_and_written(("terminal", "json", *SHOWN_FORMATS), DOCUMENT_FILES),
        FORMATS,
    ),
]
ComparisonFolder = Annotated[
    Path | None,
    typer.Option("--out"),
    Help(
        Group.OUTPUT,
        Wording("文件放在哪个文件夹；不写，就放在 build/年份。", "The folder to write to; without this, build/YEAR."),
        FOLDER,
    ),
]
