"""Takes back what was changed in a Word file into the report file it was made from. Never prints."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Findings, Place
from reportgen.document import REPORT, Stamp, read_stamp, stamp_of
from reportgen.docx.names import roles_by_name
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.absorbed import Absorbed
from reportgen.report import resolve
from reportgen.source import Source, decode
from reportgen.workflows.build import Request, compile_report
from reportgen.workflows.check import CheckOptions, check_inputs
from reportgen.workflows.inputs import Inputs, read_build_inputs
from reportgen.workflows.report_files import read_report_source
from reportgen.workflows.style_files import DEFAULT_STYLE
from reportgen.workflows.word_files import LARGEST_DOCUMENT, read_word_file
from reportgen.workspace.files import DATA, Workspace
from reportgen.workspace.git import file_at, revisions_of
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, replace_file

_MOST_REVISIONS = 500
"""Commits of the report's file that are looked through for the one a Word file was made from."""


class AbsorbOptions(Struct, frozen=True):
    """How to absorb: the base, if it is not to be found by the stamp, as a file or a revision; whether to write."""

    base_file: Path | None = None
    revision: str | None = None
    write: bool = False


class AbsorbResult(Struct, frozen=True):
    """What was found, the display name of the report file, its text before, and whether it was written.

    ``findings`` say why nothing could be compared.
    """

    file: str
    absorbed: Absorbed | None
    before: str = ""
    written: bool = False
    findings: Findings = Findings()


def absorb_document(workspace: Workspace, path: Path, options: AbsorbOptions) -> AbsorbResult:
    """The changes of an edited Word file, written into the report file if that is asked for.

    Raises:
        CommandError: a file cannot be read or written, ``document-foreign`` or ``base-unknown``.

    """
    shown = workspace.shown(path)
    edited = read_word_file(read_file(path, shown, most=LARGEST_DOCUMENT), shown)
    stamp = read_stamp(edited.identifier)
    if stamp is None:
        raise CommandError(Diagnostic("document-foreign", Place(shown)))
    target = workspace.report_path(stamp.year)
    file = workspace.shown(target)
    content = workspace.read_report(stamp.year)
    current = _decoded(file, content)
    request = Request(CheckOptions(stamp.style, draft=True), ("docx",), draft=stamp.draft)
    base, findings = build_base(workspace, stamp.year, request, _base_text(workspace, stamp, current, options))
    if base is None:
        return AbsorbResult(file, None, findings=findings)
    absorbed = absorb(base, current, edited)
    changed = options.write and absorbed.text != current.text
    if changed:
        replace_file(NewFile(target, file, _encoded(absorbed.text, content)), content, workspace.root)
    return AbsorbResult(file, absorbed, current.text, changed)


def _decoded(file: str, content: bytes) -> Source:
    source, found = decode(file, content)
    if source is None:
        raise CommandError(found[0])
    return source


def _encoded(text: str, before: bytes) -> bytes:
    """A text as the file was saved; in UTF-8 where it was in an encoding that no longer fits."""
    for encoding in ("utf-8", "gb18030", "utf-16"):
        try:
            if before.decode(encoding).lstrip("\ufeff").encode("utf-8"):
                mark = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
                return (mark + text).encode(encoding)
        except UnicodeError:
            continue
    return text.encode()


def _base_text(workspace: Workspace, stamp: Stamp, current: Source, options: AbsorbOptions) -> Source:
    """The text the document was made from: the one named, else the one whose digest is in its stamp.

    Raises:
        CommandError: ``base-unknown``, or the one named cannot be read.

    """
    path = f"{DATA}/{stamp.year}.yaml"
    if options.base_file is not None:
        shown = workspace.shown(options.base_file)
        return _decoded(shown, read_file(options.base_file, shown))
    if options.revision is not None:
        return _decoded(f"{options.revision}:{path}", file_at(workspace.root, options.revision, path))
    for source in (current, *_earlier(workspace, path)):
        if _digest(source, stamp) == dict(stamp.inputs).get(REPORT):
            return source
    raise CommandError(Diagnostic("base-unknown", None, {"file": current.file}))


def _earlier(workspace: Workspace, path: str) -> Iterator[Source]:
    """The texts of a file at the commits that changed it, the newest first; none outside a repository."""
    try:
        revisions = revisions_of(workspace.root, path, _MOST_REVISIONS)
    except CommandError:
        return
    for revision in revisions:
        try:
            yield _decoded(f"{revision[:9]}:{path}", file_at(workspace.root, revision, path))
        except CommandError:
            continue


def _digest(source: Source, stamp: Stamp) -> str:
    return dict(stamp_of(__version__, stamp.year, stamp.style, {REPORT: source.text}).inputs)[REPORT]


def build_base(workspace: Workspace, year: int, request: Request, source: Source) -> tuple[Base | None, Findings]:
    """The base built once more: composed, and as a Word file; None, and why, where it cannot be."""
    style = request.options.style or DEFAULT_STYLE
    inputs: Inputs = replace(read_build_inputs(workspace, year, style, ()), report=read_report_source(source, year))
    document = check_inputs(inputs, request.options).document
    built = compile_report(inputs, request, lambda _stage: None)
    reading = inputs.report.reading
    if document is None or "docx" not in built.contents or reading is None or reading.report is None:
        return None, built.findings
    earlier = tuple(file.report for file in inputs.earlier if file.report)
    last_year = inputs.last_year.report if inputs.last_year else None
    figures = resolve(reading.report, last_year, earlier=earlier)
    manuscript = read_word_file(built.contents["docx"], source.file)
    return Base(figures, document, reading.root, manuscript, roles_by_name()), Findings()
