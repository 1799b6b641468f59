"""``reportgen check``."""

from pathlib import Path

from reportgen.build import check
from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace, parse_years
from reportgen.diagnostics import Diagnostic


def run_check(console: Console, years: list[str], style: str, root: Path | None) -> int:
    """Checks each year and says what was found."""
    wanted = parse_years(years)
    workspace = open_workspace(root)
    found: list[Diagnostic] = []
    for year in wanted:
        checked = check(workspace, year, style)
        console.findings(checked.found, checked.lines)
        if not checked.found:
            console.say(console.texts.sound.format(file=workspace.shown(workspace.report_path(year))))
        found += checked.found
    console.result({"diagnostics": console.findings_as_json(found)})
    return exit_status(found)
