"""Takes back what was changed in a Word file into the report file it was made from. Never prints."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, FieldPath, Findings, Place, Severity
from reportgen.document import EARLIER, LAST_YEAR, REPORT, Stamp, read_stamp, stamp_of
from reportgen.docx.names import roles_by_name
from reportgen.manuscript import Manuscript
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.absorbed import Absorbed, Hand, HandReason
from reportgen.manuscript.sound_changes import sound_changes
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
from reportgen.workspace.writing import NewFile, replace_file, write_files

_MOST_REVISIONS = 500
"""Commits of the report's file that are looked through for the one a Word file was made from."""


class AbsorbOptions(Struct, frozen=True):
    """How to absorb: the base, if it is not to be found by the stamp, as a file or a revision; whether to write."""

    base_file: Path | None = None
    revision: str | None = None
    write: bool = False


class AbsorbResult(Struct, frozen=True):
    """What was found, the display name of the report file, its text before, and whether it was written.

    ``documents`` has what each Word file changed, by display name; ``absorbed`` is that together. ``findings`` say why
    nothing could be compared.
    """

    file: str
    absorbed: Absorbed | None
    before: str = ""
    written: bool = False
    findings: Findings = Findings()
    documents: tuple[tuple[str, Absorbed], ...] = ()


class _Copy(NamedTuple):
    """A Word file that came back, and the report it was made from."""

    shown: str
    manuscript: Manuscript
    base: Base


def absorb_documents(workspace: Workspace, paths: Sequence[Path], options: AbsorbOptions) -> AbsorbResult:
    """The changes of edited Word files, one after the other, written into the report file if that is asked for.

    What two files change differently is left as it is.

    Raises:
        CommandError: a file cannot be read or written, ``document-foreign``, ``documents-apart`` or ``base-unknown``.

    """
    manuscripts = {workspace.shown(path): _manuscript(workspace, path) for path in paths}
    stamps = {shown: _stamp(shown, manuscript) for shown, manuscript in manuscripts.items()}
    year = next(iter(stamps.values())).year
    file, content = workspace.shown(workspace.report_path(year)), workspace.read_report(year)
    current = _decoded(file, content)
    copies: list[_Copy] = []
    for shown, manuscript in manuscripts.items():
        stamp = stamps[shown]
        if stamp.year != year:
            raise CommandError(Diagnostic("documents-apart", Place(shown), {"year": str(year)}))
        request = Request(CheckOptions(stamp.style, draft=True), ("docx",), draft=stamp.draft)
        base, findings = build_base(workspace, year, request, _base_text(workspace, stamp, current, options), stamp)
        if base is None:
            return AbsorbResult(file, None, findings=findings)
        copies.append(_Copy(shown, manuscript, base))
    errors = error_counter(workspace, year, stamps[copies[0].shown].style)
    documents = _agreed(copies, current, errors)
    absorbed = Absorbed(
        documents[-1][1].text,
        tuple(change for _, each in documents for change in each.changes),
        tuple(hand for _, each in documents for hand in each.hands),
        tuple(dict.fromkeys(look for _, each in documents for look in each.looks)),
    )
    changed = options.write and absorbed.text != current.text
    if changed:
        write_absorbed(workspace, year, content, _encoded(absorbed.text, content))
    return AbsorbResult(file, absorbed, current.text, changed, documents=documents)


def _manuscript(workspace: Workspace, path: Path) -> Manuscript:
    shown = workspace.shown(path)
    return read_word_file(read_file(path, shown, most=LARGEST_DOCUMENT), shown)


def _stamp(shown: str, manuscript: Manuscript) -> Stamp:
    stamp = read_stamp(manuscript.identifier)
    if stamp is None:
        raise CommandError(Diagnostic("document-foreign", Place(shown)))
    return stamp


def _agreed(
    copies: Sequence[_Copy], current: Source, errors: Callable[[str], Counter[str]]
) -> tuple[tuple[str, Absorbed], ...]:
    """What each copy changes, without what another changes differently, which is told with both names."""
    found = _in_turn(copies, current, errors, frozenset())
    rivals: dict[FieldPath, list[str]] = {}
    for number, (shown, absorbed) in enumerate(found):
        for hand in absorbed.hands:
            for earlier, other in found[:number]:
                for change in other.changes if hand.reason is HandReason.CHANGED_ON_BOTH_SIDES else ():
                    if _is_same(hand.where, change.path):
                        first = rivals.setdefault(change.path, [f"{earlier}：{change.new}"])
                        first.append(f"{shown}：{hand.text.rpartition('→')[2]}")
    if not rivals:
        return found
    again = _in_turn(copies, current, errors, frozenset(rivals))
    shown, last = again[-1]
    told = (Hand(path, HandReason.TWO_WAYS, "；".join(texts)) for path, texts in rivals.items())
    return (*again[:-1], (shown, replace(last, hands=(*last.hands, *told))))


def _is_same(where: FieldPath, path: FieldPath) -> bool:
    """Whether a conflict is about a change: of the same field, or of the value of the same metric."""
    return where == path or (path[0] == "metrics" and path[-1] == "value" and path[:-1] == where)


def _in_turn(
    copies: Sequence[_Copy],
    current: Source,
    errors: Callable[[str], Counter[str]],
    disputed: frozenset[FieldPath],
) -> tuple[tuple[str, Absorbed], ...]:
    """What each copy changes in what the copies before it made of the file; nothing that is ``disputed``."""
    found: list[tuple[str, Absorbed]] = []
    for shown, manuscript, base in copies:

        def without(
            refused: frozenset[FieldPath], base: Base = base, now: Source = current, edited: Manuscript = manuscript
        ) -> Absorbed:
            return absorb(base, now, edited, refused | disputed)

        absorbed = sound_changes(without, errors, current.text)
        current = Source(current.file, absorbed.text)
        found.append((shown, absorbed))
    return tuple(found)


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


def _as_then(workspace: Workspace, inputs: Inputs, stamp: Stamp) -> Inputs:
    """Inputs with the reports of other years that a file was made with: none added since, last year's as it was."""
    digests = dict(stamp.inputs)
    last_year = inputs.last_year if LAST_YEAR in digests else None
    if last_year is not None and last_year.source is not None:
        path = f"{DATA}/{stamp.year - 1}.yaml"
        sources = chain((last_year.source,), _earlier(workspace, path))
        then = next((each for each in sources if _digest(each, stamp) == digests[LAST_YEAR]), None)
        last_year = last_year if then is None else read_report_source(then, stamp.year - 1)
    return replace(inputs, last_year=last_year, earlier=inputs.earlier if EARLIER in digests else ())


def build_base(
    workspace: Workspace, year: int, request: Request, source: Source, stamp: Stamp | None = None
) -> tuple[Base | None, Findings]:
    """The base built once more: composed, and as a Word file; None, and why, where it cannot be.

    ``stamp``: that of the edited file, where the reports of other years may have changed since.
    """
    style = request.options.style or DEFAULT_STYLE
    inputs: Inputs = replace(read_build_inputs(workspace, year, style, ()), report=read_report_source(source, year))
    if stamp is not None:
        inputs = _as_then(workspace, inputs, stamp)
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


def error_counter(workspace: Workspace, year: int, style: str | None) -> Callable[[str], Counter[str]]:
    """Counts the errors of a report's text by their codes, as ``check --draft`` finds them."""
    inputs: Inputs = read_build_inputs(workspace, year, style or DEFAULT_STYLE, ())

    def errors_of(text: str) -> Counter[str]:
        report = read_report_source(Source(inputs.report.name, text), year)
        found = check_inputs(replace(inputs, report=report), CheckOptions(style, draft=True)).findings
        return Counter(each.code for each in found if each.severity is Severity.ERROR)

    return errors_of


def write_absorbed(workspace: Workspace, year: int, before: bytes, after: bytes) -> None:
    """Replaces a report file and keeps what it was beside it.

    Raises:
        CommandError: ``file-unwritable`` or ``file-modified``.

    """
    target, kept = workspace.report_path(year), workspace.kept_path(year)
    replace_file(NewFile(target, workspace.shown(target), after), before, workspace.root)
    write_files((NewFile(kept, workspace.shown(kept), before),), workspace.root)


def undo_absorb(workspace: Workspace, path: Path) -> str:
    """Puts the report file back as it was before the last absorb; what it is now is kept, so that this goes back too.

    Returns its display name.

    Raises:
        CommandError: ``document-foreign``, ``absorb-missing``, or a file cannot be read or written.

    """
    year = _stamp(workspace.shown(path), _manuscript(workspace, path)).year
    kept, file = workspace.kept_path(year), workspace.shown(workspace.report_path(year))
    if not kept.is_file():
        raise CommandError(Diagnostic("absorb-missing", Place(file), {"file": file}))
    write_absorbed(workspace, year, workspace.read_report(year), read_file(kept, workspace.shown(kept)))
    return file
