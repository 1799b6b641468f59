"""``reportgen follow``."""

from typing import Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import ComparisonFolder, ComparisonFormats, Fonts, Lang, Quiet, Root, Style
from reportgen.text.wording import Wording

Tasks = Annotated[
    str,
    typer.Argument(),
    Help(
        Group.ARGUMENTS,
        Wording(
            "定任务的那一年，如 2025；也可以写 git 里的旧版（HEAD~3:2025）或文件。",
            "The year of the tasks, such as 2025; or an earlier version in git (HEAD~3:2025), or a file.",
        ),
        Wording("上年", "OLD"),
    ),
]
Reviews = Annotated[
    str,
    typer.Argument(),
    Help(
        Group.ARGUMENTS,
        Wording(
            "作回顾的那一年，如 2026；写法相同。", "The year of the reviews, such as 2026, named in the same ways."
        ),
        Wording("今年", "NEW"),
    ),
]


def run_follow(
    old: Tasks,
    new: Reviews,
    form: ComparisonFormats = None,
    style: Style = None,
    fonts: Fonts = None,
    out: ComparisonFolder = None,
    root: Root = None,
    quiet: Quiet = False,
    lang: Lang = None,
) -> int:
    """Prints or writes which of last year's tasks this year's reviews report on."""
    from reportgen.cli import messages
    from reportgen.cli.comparison_args import are_files, parse_report_ref
    from reportgen.cli.comparison_output import KNOWN_FORMATS, Presentation, present, written_formats
    from reportgen.cli.console import open_console
    from reportgen.cli.environment import font_folders, open_workspace
    from reportgen.cli.parsing import parse_formats
    from reportgen.compare import Kind
    from reportgen.workflows.diff import follow, ledger_of, read_diff_inputs

    console = open_console(lang, quiet=quiet)
    before, after, formats = (
        parse_report_ref(old),
        parse_report_ref(new),
        parse_formats(form or "terminal", KNOWN_FORMATS),
    )
    workspace = open_workspace(root, or_bare=are_files(before, after))
    folders = font_folders(fonts, workspace)
    inputs = read_diff_inputs(workspace, before, after, style, folders if written_formats(formats) else None)
    followed = follow(inputs)
    count, forgotten = len(followed.changes), sum(each.kind is Kind.FORGOTTEN for each in followed.changes)
    words = {"count": count, "kept": count - forgotten, "forgotten": forgotten}
    wording = messages.FOLLOWED if count else messages.NO_TASKS
    line = console.text(wording, old=followed.old.name, new=followed.new.name, **words)
    return present(console, workspace, followed, Presentation(line, ledger_of, "ledger", formats, out))


COMMAND = CommandSpec(
    run_follow,
    Wording("", ""),
    (
        Example(
            "reportgen follow 2025 2026",
            Wording("2025 年定的任务，2026 年都写到了吗：", "Were the tasks of 2025 all reported on in 2026:"),
        ),
        Example(
            "reportgen follow 2025 2026 --format docx,pdf",
            Wording("做成落实台账：", "Write it as a table in Word and PDF:"),
        ),
    ),
)
