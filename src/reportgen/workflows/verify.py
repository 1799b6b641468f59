"""Whether a PDF, DOCX or HTML page was made from the report as it stands; what differs where it was not."""

import re
import zipfile
from html import unescape
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Place, Severity, Wording
from reportgen.diagnostics.hints import INPUTS
from reportgen.document import LAST_YEAR, LOGO, REPORT, STYLE, Stamp, read_stamp
from reportgen.workflows.build import CheckOptions, Request, make
from reportgen.workspace.files import Workspace, read_file

_PDF_STAMP = re.compile(rb"<dc:source>([^<]*)</dc:source>")
_HTML_STAMP = re.compile(rb'<meta name="dcterms.identifier" content="([^"]*)">')
_DOCX_STAMP = re.compile(rb"<dc:identifier>([^<]*)</dc:identifier>")
_CORE = "docProps/core.xml"
_ATTACHED = b"/EmbeddedFiles"


class VerifyResult(Struct, frozen=True):
    """The stamp of a file, None where it has none, and what was found."""

    stamp: Stamp | None
    found: tuple[Diagnostic, ...]


def verify(workspace: Workspace, path: Path) -> VerifyResult:
    """Compares a file's stamp with the workspace; where all inputs are the same, the file with one made anew.

    Raises:
        CommandError: the file cannot be read.

    """
    shown = workspace.shown(path)
    content = read_file(path, shown, {}, ())
    stamp = _stamp_in(content)
    if stamp is None:
        return VerifyResult(None, (Diagnostic("file-unstamped", Place(shown)),))
    attached = _ATTACHED in content
    formats = (_format_of(content),)
    request = Request(CheckOptions(stamp.style, draft=True), formats, attach_source=attached, draft=stamp.draft)
    made = make(workspace, stamp.year, request, _silent)
    found = [
        Diagnostic("source-changed", Place(shown), {"source": _shown(name, stamp)})
        for name in (stamp.differing(made.stamp) if made.stamp else ())
    ]
    if stamp.version != __version__:
        words = {"made": stamp.version, "here": __version__}
        found.append(Diagnostic("version-other", Place(shown), words))
    if not found and not made.contents:
        found += (each for each in made.found if each.severity is Severity.ERROR)
    elif not found and content not in made.contents.values():
        found.append(Diagnostic("file-changed", Place(shown)))
    return VerifyResult(stamp, tuple(found))


def _silent(stage: str) -> None:
    """Tells nobody of the stages."""


def _shown(name: str, stamp: Stamp) -> str | Wording:
    """The file of an input, as the workspace has it; where the logo is, only its style sheet knows."""
    if name == LOGO:
        return INPUTS[LOGO]
    if name.startswith(STYLE):
        return f"styles/{name.removeprefix(STYLE)}.yaml"
    return f"data/{ {REPORT: stamp.year, LAST_YEAR: stamp.year - 1}.get(name, name) }.yaml"


def _format_of(content: bytes) -> str:
    """The format of a file that carries a stamp, by how it begins."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    return "docx" if content.startswith(b"PK") else "html"


def _stamp_in(content: bytes) -> Stamp | None:
    """The stamp a PDF or an HTML page has in its metadata, a DOCX in its properties."""
    kind = _format_of(content)
    match = (_HTML_STAMP if kind == "html" else _PDF_STAMP).search(content)
    if kind == "docx":
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                match = _DOCX_STAMP.search(archive.read(_CORE))
        except (zipfile.BadZipFile, KeyError):
            return None
    return read_stamp(unescape(match.group(1).decode("utf-8", "replace"))) if match else None
