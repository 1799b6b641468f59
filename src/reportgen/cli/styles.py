"""``reportgen styles``."""

from pathlib import Path

from reportgen.build import load_style
from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace
from reportgen.diagnostics import Diagnostic


def run_styles(console: Console, root: Path | None) -> int:
    """Lists the style sheets with what each is for; those with faults show them."""
    workspace = open_workspace(root)
    found: list[Diagnostic] = []
    listed: list[dict[str, str]] = []
    for name, path in sorted(workspace.style_paths().items()):
        loaded = load_style(workspace, name)
        found += loaded.found
        console.findings(loaded.found, loaded.lines)
        if loaded.sheet is not None:
            console.say(f"{name}\t{loaded.sheet.description}")
            listed.append({"name": name, "description": loaded.sheet.description, "path": workspace.shown(path)})
    console.result({"styles": listed, "diagnostics": console.findings_as_json(found)})
    return exit_status(found)
