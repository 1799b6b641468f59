"""Whether a PDF, DOCX or HTML file was made from the report as it is now; if not, what differs."""

import re
import zipfile
from html import unescape
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Findings, Place, Severity, Wording
from reportgen.diagnostics.hints import INPUTS
from reportgen.document import LAST_YEAR, REPORT, STYLE, Stamp, read_stamp
from reportgen.workflows.build import Request, compile_report, input_stamp, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.inputs import Inputs
from reportgen.workspace.files import Workspace
from reportgen.workspace.reading import read_file
from reportgen.workspace.writing import finish_interrupted

_PDF_STAMP = re.compile(rb"<dc:source>([^<]*)</dc:source>")
_HTML_STAMP = re.compile(rb'<meta name="dcterms.identifier" content="([^"]*)">')
_DOCX_STAMP = re.compile(rb"<dc:identifier>([^<]*)</dc:identifier>")
_CORE = "docProps/core.xml"
_ATTACHED = b"/EmbeddedFiles"


class VerifyResult(Struct, frozen=True):
    """The stamp of a file, None if it has none, and what differs from the workspace."""

    stamp: Stamp | None
    findings: Findings = Findings()


def verify(workspace: Workspace, path: Path) -> VerifyResult:
    """Compares a file's stamp with the workspace and, if all inputs are the same, the file with one made anew.

    Raises:
        CommandError: the file cannot be read.

    """
    shown = workspace.shown(path)
    finish_interrupted(path.parent)
    content = read_file(path, shown)
    stamp = stamp_in(content)
    if stamp is None:
        return VerifyResult(None, Findings((Diagnostic("file-unstamped", Place(shown)),)))
    request = _request_of(content, stamp)
    return verify_content(content, Place(shown), stamp, read_inputs(workspace, stamp.year, request))


def verify_content(content: bytes, place: Place, stamp: Stamp, inputs: Inputs) -> VerifyResult:
    """Compares a stamped file with the inputs as they are now; differences are reported at ``place``."""
    request = _request_of(content, stamp)
    found = [
        Diagnostic("source-changed", place, {"source": _shown(name, stamp)})
        for name in stamp.differing(input_stamp(inputs, request))
    ]
    if stamp.version != __version__:
        found.append(Diagnostic("version-other", place, {"made": stamp.version, "here": __version__}))
    if found:
        return VerifyResult(stamp, Findings(tuple(found)))
    anew = compile_report(inputs, request, lambda _stage: None)
    if not anew.contents:
        errors = (each for each in anew.findings if each.severity is Severity.ERROR)
        return VerifyResult(stamp, Findings(tuple(errors)))
    differs = content not in anew.contents.values()
    return VerifyResult(stamp, Findings((Diagnostic("file-changed", place),) if differs else ()))


def _request_of(content: bytes, stamp: Stamp) -> Request:
    """What to build so that the same file comes out."""
    options = CheckOptions(stamp.style, draft=True)
    return Request(options, (_format_of(content),), attach_source=_ATTACHED in content, draft=stamp.draft)


def _shown(name: str, stamp: Stamp) -> str | Wording:
    """The file of an input, as the workspace has it, or in words where it is no one file of a fixed name."""
    if name in INPUTS:
        return INPUTS[name]
    if name.startswith(STYLE):
        return f"styles/{name.removeprefix(STYLE)}.yaml"
    return f"data/{ {REPORT: stamp.year, LAST_YEAR: stamp.year - 1}.get(name, name) }.yaml"


def _format_of(content: bytes) -> str:
    """The format of a file that carries a stamp, by how it begins."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    return "docx" if content.startswith(b"PK") else "html"


def stamp_in(content: bytes) -> Stamp | None:
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
