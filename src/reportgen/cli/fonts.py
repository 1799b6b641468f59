"""``reportgen fonts``."""

from pathlib import Path

from reportgen.build import load_style
from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace
from reportgen.diagnostics import Diagnostic
from reportgen.fonts import bundled_library, open_fonts


def run_fonts(console: Console, style: str, root: Path | None) -> int:
    """Lists the fonts of a style sheet: role, the face in the PDF and its file, the name in the DOCX."""
    loaded = load_style(open_workspace(root), style)
    found: list[Diagnostic] = list(loaded.found)
    listed: list[dict[str, str]] = []
    if loaded.sheet is not None:
        book, missing = open_fonts(loaded.sheet, bundled_library())
        found += missing
        for role, face in book.roles.items() if book else ():
            word = loaded.sheet.fonts[role].word
            console.say(f"{role}\tPDF: {face.name} ({face.path})\tDOCX: {word}")
            listed.append({"role": role, "face": face.name, "path": str(face.path), "word": word})
    console.findings(found, loaded.lines)
    console.result({"fonts": listed, "diagnostics": console.findings_as_json(found)})
    return exit_status(found)
