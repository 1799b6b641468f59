"""``reportgen build``."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import PROGRAM, CommandSpec, Example, Group, Help
from reportgen.cli.options import FOLDER, FORMATS, STYLE, AsJson, Fonts, Lang, Quiet, Years, listed
from reportgen.cli.value_completion import complete_style
from reportgen.text.wording import Wording
from reportgen.writers.formats import DEFAULT_FORMATS, REPORT_FORMATS, format_named, needs_layout

if TYPE_CHECKING:
    from reportgen.writers.typesetting import Typesetter

Styles = Annotated[
    str | None,
    typer.Option("--style", autocompletion=complete_style),
    Help(
        Group.STYLE,
        Wording(
            "用哪个版式；写几个，用逗号隔开，文件名就带上版式，如 report-official.pdf；"
            "不写，用 reportgen.yaml 里定的，没有定就是 plenary。",
            "The style, or several separated by commas, each in files named for it, such as report-official.pdf. "
            "Without this, those of reportgen.yaml, else plenary.",
        ),
        STYLE,
    ),
]
OutputFormats = Annotated[
    str | None,
    typer.Option("--format"),
    Help(
        Group.OUTPUT,
        Wording(
            f"生成哪些格式，用逗号隔开：{listed(REPORT_FORMATS).zh}。"
            "不写，用 reportgen.yaml 里定的，没有定就是 docx,pdf。",
            f"The formats to build, separated by commas: {listed(REPORT_FORMATS).en}. Without this, those of "
            "reportgen.yaml, else docx,pdf.",
        ),
        FORMATS,
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out"),
    Help(
        Group.OUTPUT,
        Wording("放在哪个文件夹；不写，就放在 build/年份。", "The folder to write to; without this, build/YEAR."),
        FOLDER,
    ),
]
AttachSource = Annotated[
    bool,
    typer.Option("--attach-source"),
    Help(
        Group.OUTPUT,
        Wording(
            "把报告的 YAML 和版式附在 PDF（PDF/A-3a）和 DOCX 里。",
            "Attach the report's YAML and its style sheets to the PDF (PDF/A-3a) and the DOCX.",
        ),
    ),
]
Draft = Annotated[
    str | None,
    typer.Option("--draft"),
    Help(
        Group.CHECKS,
        Wording(
            "印成第几稿（1 到 99）：每页有稿次、水印和行号，外边留宽；没补上的内容只作警告。",
            "Print draft number N (1 to 99): pages carry its number, a watermark, line numbers, a wide outer margin; "
            "what is still to be filled in is only a warning.",
        ),
        Wording("稿次", "N"),
    ),
]
Comments = Annotated[
    bool,
    typer.Option("--comments"),
    Help(
        Group.CHECKS,
        Wording(
            "给核稿人：稿子的 DOCX 带批注，写明指标的名字、上年的数和备注，以及各项回顾回应的上年任务。",
            "For those who check a draft: its DOCX has comments with the name, last year's value and the note of every "
            "metric, and with the tasks that reviews follow.",
        ),
    ),
]
Roots = Annotated[
    list[Path] | None,
    typer.Option("--root"),
    Help(
        Group.WHERE,
        Wording(
            "有 data 的那个文件夹；可以写几次，各单位的报告一起生成；不写，就从当前文件夹向上找。",
            "The workspace, the folder with data in it; given several times, the reports of all of them are built. "
            "Without this, the nearest one from the current folder up.",
        ),
        FOLDER,
    ),
]
Processes = Annotated[
    str | None,
    typer.Option("--jobs", "-j"),
    Help(
        Group.GENERAL,
        Wording(
            "同时生成几份报告；不写，有几个处理器就几份，报告少就一份一份地生成。",
            "How many reports to build at the same time. Without this, as many as there are processors; a few reports "
            "are built one after another.",
        ),
        Wording("份数", "N"),
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict"), Help(Group.CHECKS, Wording("把警告当作错误。", "Treat warnings as errors."))
]

Open = Annotated[
    bool,
    typer.Option("--open"),
    Help(
        Group.OUTPUT,
        Wording("生成以后打开：有 PDF 打开 PDF。", "Open what was built, the PDF if there is one."),
    ),
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v"),
    Help(Group.OUTPUT, Wording("列出每一步用了多少时间。", "Say how long each step took.")),
]


def run_build(
    years: Years = None,
    style: Styles = None,
    formats: OutputFormats = None,
    fonts: Fonts = None,
    out: Out = None,
    attach_source: AttachSource = False,
    root: Roots = None,
    draft: Draft = None,
    comments: Comments = False,
    strict: Strict = False,
    open_result: Open = False,
    processes: Processes = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    """Builds each year of each workspace."""
    from reportgen.cli.console import open_console
    from reportgen.cli.parsing import parse_draft, parse_formats, parse_processes, parse_unique
    from reportgen.cli.usage_errors import needs_option

    console = open_console(lang, quiet=quiet, as_json=as_json)
    number, most = parse_draft(draft), parse_processes(processes)
    if comments and not number:
        raise needs_option(Wording("--comments", "--comments"), "--draft", f"{PROGRAM} build")
    styles = None if style is None else parse_unique(style)
    kinds = None if formats is None else parse_formats(formats, REPORT_FORMATS)
    with _typesetter(kinds, roots=root or (), years=years or ()) as typesetter:
        from reportgen.cli.build_output import build_reports
        from reportgen.cli.build_plan import BuildArgs, choose_reports

        args = BuildArgs(styles, kinds, fonts, out, attach_source, number, comments, strict, open_result, verbose, most)
        return build_reports(console, choose_reports(root or (), years), args, typesetter)


def _typesetter(
    formats: Sequence[str] | None, roots: Sequence[Path], years: Sequence[str]
) -> "AbstractContextManager[Typesetter | None]":
    """A typesetter where there may be one report alone, with pages: before what it does not need is loaded."""
    from reportgen.cli.environment import processors
    from reportgen.writers.typesetting import typesetter_beside

    wanted = DEFAULT_FORMATS if formats is None else formats
    if len(roots) > 1 or len(years) > 1 or processors() < 2 or not needs_layout(wanted):
        return nullcontext()
    return typesetter_beside(*(each for each in wanted if format_named(each).embeds_fonts))


COMMAND = CommandSpec(
    run_build,
    Wording(
        "写出 build/年份/report.docx 和 report.pdf。报告有错误时什么也不写，原有文件不动。",
        "Writes build/YEAR/report.docx and report.pdf. Nothing is written while the report has errors; existing files "
        "stay as they are.",
    ),
    (
        Example("reportgen build 2025", Wording("生成 2025 年的报告：", "Build the report of 2025:")),
        Example(
            "reportgen build 2025 --draft 3 --format docx",
            Wording("印第三稿，只要 Word 文件：", "Print the third draft, as a Word file only:"),
        ),
        Example(
            "reportgen build 2025 --style official --out 交稿",
            Wording("换一个版式，放到“交稿”文件夹：", "Use another style and write to the folder 交稿:"),
        ),
    ),
)
