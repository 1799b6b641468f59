"""``reportgen styles --preview``."""

from functools import partial
from pathlib import Path

from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace, parse_names, parse_years
from reportgen.workflows.preview import preview_styles


def run_preview(console: Console, year: str | None, styles: str | None, out: Path | None, root: Path | None) -> int:
    """Draws the report in each style sheet and says what was written; those with faults show them."""
    years = parse_years([year]) if year else ()
    names = parse_names(styles) if styles else ()
    workspace = open_workspace(root)
    (wanted,) = years or workspace.reported_years()[-1:]
    previewed = preview_styles(workspace, wanted, names, out, partial(console.progress, wanted))
    console.built(previewed, workspace.shown)
    outputs, found = console.outputs_as_json(previewed.outputs), console.findings_as_json(previewed.found)
    console.result({"outputs": outputs, "diagnostics": found})
    return exit_status(previewed.found)
