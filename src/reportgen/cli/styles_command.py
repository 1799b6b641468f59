"""``reportgen styles``."""

from pathlib import Path

from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace
from reportgen.diagnostics import Diagnostic
from reportgen.workflows.build import load_style
from reportgen.writers.text_tables import aligned


def run_styles(console: Console, root: Path | None) -> int:
    """Lists the style sheets with what each is for and where it is from; those with faults show them."""
    workspace = open_workspace(root)
    found: list[Diagnostic] = []
    rows: list[tuple[str, str, str]] = []
    listed: list[dict[str, object]] = []
    for name, path in sorted(workspace.style_paths().items()):
        loaded = load_style(workspace, name)
        found += loaded.found
        console.findings(loaded.found, loaded.lines)
        if loaded.sheet is None:
            continue
        style = loaded.sheet.style
        own, shown = workspace.has_own_style(name), workspace.shown(path)
        based = console.texts.styles_extend.format(base=style.extends) if style.extends else ""
        rows.append((name, style.description, shown + based if own else console.texts.styles_bundled))
        described = {"name": name, "description": style.description, "extends": style.extends}
        listed.append({**described, "path": shown, "bundled": not own})
    for line in aligned(rows) if rows else ():
        console.say(line)
    console.result({"styles": listed, "diagnostics": console.findings_as_json(found)})
    return exit_status(found)
