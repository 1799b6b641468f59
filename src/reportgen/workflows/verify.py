"""Whether a PDF, DOCX or HTML file was made from the report as it is now; if not, what differs."""

from pathlib import Path

from msgspec import Struct

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Findings, Place, Severity, Wording
from reportgen.diagnostics.hints import INPUTS
from reportgen.document import LAST_YEAR, REPORT, STYLE, Stamp
from reportgen.workflows.build import Request, compile_report, input_stamp, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.inputs import Inputs
from reportgen.workflows.stamps import format_of, stamp_in
from reportgen.workspace.files import Workspace
from reportgen.workspace.reading import read_file
from reportgen.workspace.writing import finish_interrupted

LARGEST_OUTPUT = 64 * 1024 * 1024
"""Bytes; a report of 700 pages has 5 MB as PDF."""

_COMMENTS = b"word/comments.xml"
_ATTACHED = {"pdf": b"/EmbeddedFiles", "docx": b"customXml/item1.xml"}
"""What a file with its sources contains, by format."""


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
    content = read_file(path, shown, most=LARGEST_OUTPUT)
    stamp = stamp_in(content, Place(shown))
    if isinstance(stamp, Diagnostic):
        return VerifyResult(None, Findings((stamp,)))
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
    kind = format_of(content)
    attached = kind in _ATTACHED and _ATTACHED[kind] in content
    comments = kind == "docx" and _COMMENTS in content
    return Request(options, (kind,), attach_source=attached, draft=stamp.draft, comments=comments)


def _shown(name: str, stamp: Stamp) -> str | Wording:
    """The file of an input, as the workspace has it, or in words where it is no one file of a fixed name."""
    if name in INPUTS:
        return INPUTS[name]
    if name.startswith(STYLE):
        return f"styles/{name.removeprefix(STYLE)}.yaml"
    return f"data/{ {REPORT: stamp.year, LAST_YEAR: stamp.year - 1}.get(name, name) }.yaml"
