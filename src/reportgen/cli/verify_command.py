"""``reportgen verify``."""

from pathlib import Path

from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace
from reportgen.workflows.verify import verify


def run_verify(console: Console, file: Path, root: Path | None) -> int:
    """Says whether a file was made from the report as it stands, by which version, in which style."""
    workspace = open_workspace(root)
    verified = verify(workspace, file.resolve())
    stamp = verified.stamp
    if stamp is not None:
        words = {"year": stamp.year, "style": stamp.style, "version": stamp.version, "hash": stamp.short()}
        console.say(console.texts.made_from.format(**words))
        if not verified.found:
            console.say(console.texts.as_it_stands)
    console.findings(verified.found, {})
    made = None if stamp is None else {"year": stamp.year, "style": stamp.style, "version": stamp.version}
    console.result({"made": made, "diagnostics": console.findings_as_json(verified.found)})
    return exit_status(verified.found)
