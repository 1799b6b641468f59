"""``reportgen new``."""

from pathlib import Path

from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace, parse_years
from reportgen.diagnostics import Diagnostic
from reportgen.workflows.new import begin_year
from reportgen.workspace.files import CommandError


def run_new(console: Console, year: str, last_year: str | None, root: Path | None) -> int:
    """Makes next year's file and says what to do with it."""
    (wanted,) = parse_years([year])
    if last_year is not None:
        (before,) = parse_years([last_year])
        if before + 1 != wanted:
            raise CommandError(Diagnostic("years-apart", None, {"old": str(before), "new": str(wanted)}))
    workspace = open_workspace(root)
    begun = begin_year(workspace, wanted)
    console.findings(begun.found, begun.lines)
    console.summary(begun.found)
    if begun.file:
        console.say(console.texts.begun.format(file=begun.file, year=wanted))
    return exit_status(begun.found)
