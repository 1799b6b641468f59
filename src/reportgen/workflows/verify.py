"""Whether a PDF, DOCX or HTML file was made from the report as it is now; if not, what differs."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Sized
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Findings, Place, Severity, Wording
from reportgen.diagnostics.hints import INPUTS
from reportgen.document import LAST_YEAR, REPORT, STYLE, Stamp
from reportgen.workflows.build import Request, compile_report, input_stamp, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.history import Commit, commit_of, decoded, digests_of, inputs_then
from reportgen.workflows.inputs import Inputs
from reportgen.workflows.report_files import read_report_source
from reportgen.workflows.stamps import format_of, stamp_in
from reportgen.workspace.files import DATA, Workspace
from reportgen.workspace.git import file_at
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import finish_interrupted

if TYPE_CHECKING:  # what a file prints is read only where it differs
    from reportgen.workflows.printed_words import Difference

LARGEST_OUTPUT = 64 * 1024 * 1024
"""Bytes; a report of 700 pages has 5 MB as PDF."""

_COMMENTS = b"word/comments.xml"
_ATTACHED = {"pdf": b"/EmbeddedFile", "docx": b"customXml/item1.xml"}
"""What a file with its sources contains, by format."""


class Origin(Struct, frozen=True):
    """Where the text of a report is that a file was made from: as it is now, and at the newest commit that has it."""

    file: str
    is_current: bool
    commit: Commit | None


class VerifyResult(Struct, frozen=True):
    """The stamp of a file, None if it has none, where its data are, and what differs from the workspace.

    ``was_sound``: the data have changed, and the file is what they gave when it was made.
    """

    stamp: Stamp | None
    findings: Findings = Findings()
    differences: tuple[Difference, ...] = ()
    origins: tuple[Origin, ...] = ()
    was_sound: bool = False


def verify(workspace: Workspace, path: Path, font_folders: tuple[Path, ...] = ()) -> VerifyResult:
    """Compares a file's stamp with the workspace, and the file with one made anew; finds the data it was made from.

    ``font_folders`` are where installed fonts may be found, as for the build that made it.

    Raises:
        CommandError: the file cannot be read.

    """
    shown = workspace.shown(path)
    finish_interrupted(path.parent)
    content = read_file(path, shown, most=LARGEST_OUTPUT)
    place = Place(shown)
    stamp = stamp_in(content, place)
    if isinstance(stamp, Diagnostic):
        return VerifyResult(None, Findings((stamp,)))
    if stamp.compared:
        from reportgen.workflows.verify_comparison import verify_comparison

        return verify_comparison(workspace, content, place, stamp, font_folders)
    request = replace(_request_of(content, stamp), font_folders=font_folders)
    inputs = read_inputs(workspace, stamp.year, request)
    origin = origin_of(workspace, stamp, stamp.year)
    result = replace(verify_content(content, place, stamp, inputs), origins=(origin,))
    then = None if "source-changed" not in _codes(result) else _inputs_then(workspace, inputs, origin, stamp, content)
    if then is None:
        return result
    made = verify_content(content, place, stamp, then)
    if "words-changed" in _codes(made):
        return replace(result, findings=result.findings + made.findings, differences=made.differences)
    return replace(result, was_sound=not made.findings)


def verify_content(content: bytes, place: Place, stamp: Stamp, inputs: Inputs) -> VerifyResult:
    """Compares a stamped file with the inputs as they are now; differences are reported at ``place``."""
    request = _request_of(content, stamp)
    changed = changed_sources(place, stamp, stamp.differing(input_stamp(inputs, request)))
    anew = compile_report(inputs, request, lambda _stage: None)
    if not anew.contents:
        errors = (each for each in anew.findings if each.severity is Severity.ERROR)
        return VerifyResult(stamp, Findings(changed or tuple(errors)))
    (expected,) = anew.contents.values()
    found = differing_words(content, expected, place)
    return VerifyResult(stamp, judged(place, changed, found, is_same=content == expected), found)


def changed_sources(place: Place, stamp: Stamp, names: Collection[str]) -> tuple[Diagnostic, ...]:
    """What is no longer as it was when a file was made: inputs by name, and the program."""
    found = [Diagnostic("source-changed", place, {"source": shown_source(name, stamp)}) for name in names]
    if stamp.version != __version__:
        found.append(Diagnostic("version-other", place, {"made": stamp.version, "here": __version__}))
    return tuple(found)


def differing_words(content: bytes, expected: bytes, place: Place) -> tuple[Difference, ...]:
    """The paragraphs in which a file is not what it should be.

    Raises:
        CommandError: it is a Word file that cannot be read.

    """
    if content == expected:
        return ()
    from reportgen.workflows.printed_words import differences, printed_words

    kind = format_of(content)
    return differences(*(_without_hash(each, printed_words(each, kind, place.file)) for each in (expected, content)))


def _without_hash(content: bytes, words: Sequence[str]) -> tuple[str, ...]:
    """Words without the digits of the stamp, which pages may print: they differ whenever the data do."""
    stamp = stamp_in(content, Place(""))
    return tuple(words) if isinstance(stamp, Diagnostic) else tuple(each.replace(stamp.short(), "") for each in words)


def judged(place: Place, changed: tuple[Diagnostic, ...], found: Sized, *, is_same: bool) -> Findings:
    """What is wrong with a file, from what has ``changed`` since it was made and the paragraphs that differ.

    Words that the same data do not give are an error; other bytes with the same words may be other fonts.
    """
    if any(each.code == "source-changed" for each in changed) or is_same:
        return Findings(changed)
    if found:
        return Findings((*changed, Diagnostic("words-changed", place, {"count": str(len(found))})))
    return Findings(changed or (Diagnostic("file-changed", place),))


def origin_of(workspace: Workspace, stamp: Stamp, year: int, name: str = REPORT) -> Origin:
    """Where the text of an input is, that of a year's report file."""
    path, digest = f"{DATA}/{year}.yaml", dict(stamp.inputs).get(name, "")
    return Origin(path, digest_of(workspace, year) == digest, commit_of(workspace, path, digest))


def digest_of(workspace: Workspace, year: int) -> str:
    """The digest of a year's report file as it is now; empty where it cannot be read."""
    try:
        source = decoded("", workspace.read_report(year))
    except CommandError:
        return ""
    return digests_of({REPORT: source.text})[REPORT]


def shown_source(name: str, stamp: Stamp) -> str | Wording:
    """The file of an input, as the workspace has it, or in words where it is no one file of a fixed name."""
    if name in INPUTS:
        return INPUTS[name]
    if name.startswith(STYLE):
        return f"styles/{name.removeprefix(STYLE)}.yaml"
    return f"data/{ {REPORT: stamp.year, LAST_YEAR: stamp.year - 1}.get(name, name) }.yaml"


def _inputs_then(workspace: Workspace, inputs: Inputs, origin: Origin, stamp: Stamp, content: bytes) -> Inputs | None:
    """The inputs a file was made from, None where the history does not have all of them."""
    report = inputs.report
    if not origin.is_current:
        if origin.commit is None:
            return None
        text = file_at(workspace.root, origin.commit.name, origin.file)
        report = read_report_source(decoded(origin.file, text), stamp.year)
    then = inputs_then(workspace, replace(inputs, report=report), stamp)
    return None if stamp.differing(input_stamp(then, _request_of(content, stamp))) else then


def _codes(result: VerifyResult) -> frozenset[str]:
    return frozenset(found.code for found in result.findings)


def _request_of(content: bytes, stamp: Stamp) -> Request:
    """What to build so that the same file comes out."""
    options = CheckOptions(stamp.style, draft=True)
    kind = format_of(content)
    attached = kind in _ATTACHED and _ATTACHED[kind] in content
    comments = kind == "docx" and _COMMENTS in content
    return Request(options, (kind,), attach_source=attached, draft=stamp.draft, comments=comments)
