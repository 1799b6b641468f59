"""``reportgen new``."""

from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.command_help import CommandSpec, Example, Group, Help
from reportgen.cli.options import YEAR, Lang, Quiet, Root
from reportgen.text.wording import Wording

if TYPE_CHECKING:
    from reportgen.cli.console import Console
    from reportgen.workflows.new import NewReport

NewYear = Annotated[
    str,
    typer.Argument(),
    Help(Group.ARGUMENTS, Wording("要起草的年份，如 2026。", "The year to start, such as 2026."), YEAR),
]
FromYear = Annotated[
    str | None,
    typer.Option("--from"),
    Help(
        Group.GENERAL,
        Wording("由哪一年起草；只能是上一年。", "The year to start from; only the one before is possible."),
        YEAR,
    ),
]


def run_new(
    year: NewYear, last_year: FromYear = None, root: Root = None, quiet: Quiet = False, lang: Lang = None
) -> int:
    """Makes next year's file and says what to do with it."""
    from reportgen.cli.console import exit_status, open_console
    from reportgen.cli.environment import open_workspace
    from reportgen.cli.parsing import parse_year
    from reportgen.cli.usage_errors import UsageError
    from reportgen.diagnostics import Diagnostic
    from reportgen.workflows.new import begin_year

    console = open_console(lang, quiet=quiet)
    chosen = parse_year(year)
    before = chosen - 1 if last_year is None else parse_year(last_year)
    if before + 1 != chosen:
        raise UsageError(Diagnostic("years-apart", None, {"old": str(before), "new": str(chosen)}))
    started = begin_year(open_workspace(root), chosen)
    console.report(started.findings)
    console.summary(started.findings)
    if started.file:
        _show_started(console, started, chosen)
    return exit_status(started.findings)


def _show_started(console: "Console", started: "NewReport", year: int) -> None:
    """Says what is in the new file, what waits, and how to go on."""
    from reportgen.cli import messages

    carried = started.carried
    console.say(messages.STARTED, file=started.file)
    console.say(messages.CARRIED_OVER, tasks=carried.tasks, metrics=carried.metrics, terms=carried.terms)
    if started.ids:
        ids = console.text(messages.ENUMERATION).join(started.ids)
        console.say(messages.IDS_WRITTEN, file=started.last_year, ids=ids)
    if started.schema:
        console.say(messages.SCHEMA_MADE, file=started.schema)
    console.say(messages.WAITING, count=carried.open)
    for line in messages.AFTER_NEW:
        console.say(line, year=str(year), before=str(year - 1))


COMMAND = CommandSpec(
    run_new,
    Wording(
        "由上年的报告起草：任务变成待写的回顾，指标的数记作往年数，要填的地方都标“待填”。"
        "上年没有编号的任务，在上年的文件里补上编号。已经有的文件不会覆盖。",
        "Starts from last year's report: tasks become reviews to write, figures become history, and what is to be "
        "filled in is marked 待填. Tasks without an id get one in last year's file. An existing file is "
        "never overwritten.",
    ),
    (
        Example(
            "reportgen new 2026", Wording("由 2025 年的报告起草 2026 年的：", "Start 2026 from the report of 2025:")
        ),
    ),
)
