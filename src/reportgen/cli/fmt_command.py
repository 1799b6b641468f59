"""``reportgen fmt``."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli import messages
from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import Lang, Quiet, Root, Years
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.workflows.fmt import FormatResult

OnlyCheck = Annotated[
    bool,
    typer.Option("--check"),
    Help(
        Group.OUTPUT,
        Wording(
            "只看是否需要整理，不改文件；需要时以 1 退出。", "Change nothing; exit with 1 if the file would change."
        ),
    ),
]
Diff = Annotated[
    bool,
    typer.Option("--diff"),
    Help(Group.OUTPUT, Wording("显示会改动的行，不改文件。", "Change nothing; show the lines that would change.")),
]
Ime = Annotated[
    bool,
    typer.Option("--ime"),
    Help(
        Group.CHANGES,
        Wording(
            "同时改正输入法造成的误写。",
            "Also fix slips of a Chinese keyboard, such as a full-width colon after a key.",
        ),
    ),
]
Punctuation = Annotated[
    bool,
    typer.Option("--punctuation"),
    Help(
        Group.CHANGES,
        Wording(
            "同时把中文里的半角标点改成全角，把形近的字符改成正常的字。",
            "Also make half-width punctuation in Chinese text full-width, and replace characters that only look right.",
        ),
    ),
]
Ordinals = Annotated[
    bool,
    typer.Option("--ordinals"),
    Help(
        Group.CHANGES,
        Wording(
            "同时删去标题前手写的序号和项目符号。",
            "Also delete ordinals and bullets typed before what the style sheet numbers.",
        ),
    ),
]
Encoding = Annotated[
    bool,
    typer.Option("--encoding"),
    Help(Group.CHANGES, Wording("文件是其他编码时，改存为 UTF-8。", "Save a file in another encoding as UTF-8.")),
]


def run_fmt(
    years: Years = None,
    only_check: OnlyCheck = False,
    diff: Diff = False,
    ime: Ime = False,
    punctuation: Punctuation = False,
    ordinals: Ordinals = False,
    encoding: Encoding = False,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """Formats the file of each year, or shows what would change, and says so in one line each."""
    from reportgen.cli.code_pages import shown
    from reportgen.cli.console import exit_status, open_console
    from reportgen.cli.environment import open_years
    from reportgen.diagnostics import FixKind
    from reportgen.workflows.fmt import FormatOptions, format_report

    console = open_console(lang, quiet=quiet)
    asked: dict[FixKind, bool] = {"ime": ime, "punctuation": punctuation, "ordinals": ordinals}
    kinds = tuple(kind for kind in asked if asked[kind])
    options = FormatOptions(kinds, encoding=encoding, write=not (only_check or diff))
    workspace, wanted_years = open_years(root, years)
    status = 0
    for year in wanted_years:
        formatted = format_report(workspace, year, options)
        console.report(formatted.findings)
        for each in formatted.fixes:
            place = {"line": each.line, "column": each.column}
            console.say(messages.REPLACED, **place, old=shown(each.old), new=shown(each.new))
        if diff:
            _print_difference(console, formatted)
        if not diff or only_check or formatted.findings:
            console.say(_outcome(formatted), file=formatted.file)
        status = max(status, exit_status(formatted.findings), int(only_check and formatted.changed))
    return status


def _outcome(formatted: "FormatResult") -> Wording:
    if formatted.findings:
        return messages.NOT_FORMATTED
    if not formatted.changed:
        return messages.ALREADY_FORMATTED
    return messages.FORMATTED if formatted.written else messages.NOT_FORMATTED_YET


def _print_difference(console: "Console", formatted: "FormatResult") -> None:
    """Prints the lines that differ as a unified diff; line ends are not compared."""
    from reportgen.text.line_diff import unified_diff

    before, after = ([*each[:-1], *filter(None, each[-1:])] for each in (formatted.before, formatted.after))
    lines = tuple(unified_diff(before, after, formatted.file))
    for line in lines:
        console.line(line)
    if formatted.changed and not lines:
        console.say(messages.BYTES_ONLY, file=formatted.file)


COMMAND = CommandSpec(
    run_fmt,
    Wording(
        "只改字段的次序、缩进、引号和换行，不改内容；内容拿不准时不动文件。",
        "Changes the order of fields, indentation, quotes and line breaks, never what the report says; where that is "
        "in doubt, the file is left alone.",
    ),
    (
        Example("reportgen fmt 2025", Wording("整理 2025 年的文件：", "Format the file of 2025:")),
        Example("reportgen fmt 2025 --diff", Wording("先看会改什么：", "See first what would change:")),
        Example(
            "reportgen fmt 2025 --ime --punctuation",
            Wording("同时改正误写和半角标点：", "Also fix slips and half-width punctuation:"),
        ),
    ),
)
