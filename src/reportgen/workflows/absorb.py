"""Takes back what was changed in a Word file into the report file it was made from. Never prints."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, FieldPath, Findings, Place, Severity
from reportgen.document import Stamp, read_stamp
from reportgen.manuscript import Manuscript
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.absorbed import Absorbed, Hand, HandReason
from reportgen.manuscript.comment_notes import with_notes
from reportgen.manuscript.sound_changes import sound_changes
from reportgen.source import Source, encode_like
from reportgen.workflows.absorb_base import base_text, build_base
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions, check_inputs
from reportgen.workflows.history import decoded
from reportgen.workflows.inputs import Inputs, read_build_inputs
from reportgen.workflows.report_files import read_report_source
from reportgen.workflows.word_files import LARGEST_DOCUMENT, read_word_file
from reportgen.workspace.files import Workspace
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, replace_file, write_files

Documents = tuple[tuple[str, Absorbed], ...]
"""What each Word file changes, by display name."""

Choose = Callable[[Documents], Sequence[frozenset[FieldPath]]]
"""Asks a person about the changes of each Word file; gives the units not to be made, for each of them."""


class AbsorbOptions(Struct, frozen=True):
    """How to absorb: the base, if it is not to be found by the stamp, as a file or a revision; what to write.

    ``notes``: comments become comments of the report file.
    """

    base_file: Path | None = None
    revision: str | None = None
    write: bool = False
    notes: bool = False


class AbsorbResult(Struct, frozen=True):
    """What was found, the display name of the report file, its text before, and whether changes were written.

    ``noted`` counts comments that became comments of the file.

    ``documents`` has what each Word file changed, by display name; ``absorbed`` is that together. ``findings`` say why
    nothing could be compared.
    """

    file: str
    absorbed: Absorbed | None
    before: str = ""
    written: bool = False
    findings: Findings = Findings()
    documents: Documents = ()
    noted: int = 0


class _Copy(NamedTuple):
    """A Word file that came back, and the report it was made from."""

    shown: str
    manuscript: Manuscript
    base: Base


def absorb_documents(
    workspace: Workspace, paths: Sequence[Path], options: AbsorbOptions, choose: Choose | None = None
) -> AbsorbResult:
    """The changes of edited Word files, one after the other, written into the report file if that is asked for.

    What two files change differently is left as it is, and what ``choose`` refuses.

    Raises:
        CommandError: a file cannot be read or written, ``document-foreign``, ``documents-apart`` or ``base-unknown``.

    """
    manuscripts = {workspace.shown(path): _manuscript(workspace, path) for path in paths}
    stamps = {shown: _stamp(shown, manuscript) for shown, manuscript in manuscripts.items()}
    year = next(iter(stamps.values())).year
    file, content = workspace.shown(workspace.report_path(year)), workspace.read_report(year)
    current = decoded(file, content)
    copies: list[_Copy] = []
    for shown, manuscript in manuscripts.items():
        stamp = stamps[shown]
        if stamp.year != year:
            raise CommandError(Diagnostic("documents-apart", Place(shown), {"year": str(year)}))
        source = base_text(workspace, stamp, current, options.base_file, options.revision)
        request = Request(CheckOptions(stamp.style, draft=True), ("docx",), draft=stamp.draft)
        base, findings = build_base(workspace, year, request, source, stamp)
        if base is None:
            return AbsorbResult(file, None, findings=findings)
        copies.append(_Copy(shown, manuscript, base))
    errors = error_counter(workspace, year, stamps[copies[0].shown].style)
    documents = _agreed(copies, current, errors, choose)
    absorbed = _together(documents)
    text, noted = (absorbed.text if options.write else current.text), 0
    for copy, (_, each) in zip(copies, documents, strict=True) if options.notes else ():
        text, count = with_notes(Source(file, text), copy.base.root, each.remarks)
        noted += count
    if text != current.text:
        write_absorbed(workspace, year, content, encode_like(text, content))
    written = options.write and absorbed.text != current.text
    return AbsorbResult(file, absorbed, current.text, written, documents=documents, noted=noted)


def _together(documents: Documents) -> Absorbed:
    """What all copies change."""
    found = [each for _, each in documents]
    return Absorbed(
        found[-1].text,
        tuple(change for each in found for change in each.changes),
        tuple(hand for each in found for hand in each.hands),
        tuple(dict.fromkeys(look for each in found for look in each.looks)),
        tuple(remark for each in found for remark in each.remarks),
    )


def _manuscript(workspace: Workspace, path: Path) -> Manuscript:
    shown = workspace.shown(path)
    return read_word_file(read_file(path, shown, most=LARGEST_DOCUMENT), shown)


def _stamp(shown: str, manuscript: Manuscript) -> Stamp:
    stamp = read_stamp(manuscript.identifier)
    if stamp is None or stamp.compared:
        raise CommandError(Diagnostic("document-foreign", Place(shown)))
    return stamp


def _agreed(
    copies: Sequence[_Copy], current: Source, errors: Callable[[str], Counter[str]], choose: Choose | None
) -> Documents:
    """What each copy changes, without what another changes differently, which is reported with both names."""
    found = _in_turn(copies, current, errors, [frozenset()] * len(copies))
    rivals = _rivals(found)
    refused = [frozenset(rivals)] * len(copies)
    if rivals:
        found = _in_turn(copies, current, errors, refused)
    if choose is not None and any(each.changes for _, each in found):
        chosen = choose(found)
        if any(chosen):
            refused = [one | other for one, other in zip(refused, chosen, strict=True)]
            found = _in_turn(copies, current, errors, refused)
    shown, last = found[-1]
    differing = (Hand(path, HandReason.TWO_WAYS, "；".join(texts)) for path, texts in rivals.items())
    return (*found[:-1], (shown, replace(last, hands=(*last.hands, *differing))))


def _rivals(found: Documents) -> dict[FieldPath, list[str]]:
    """What two copies change differently: the new texts with the names of the copies."""
    rivals: dict[FieldPath, list[str]] = {}
    for number, (shown, absorbed) in enumerate(found):
        for hand in absorbed.hands:
            for earlier, other in found[:number]:
                for change in other.changes if hand.reason is HandReason.CHANGED_ON_BOTH_SIDES else ():
                    if _is_same(hand.where, change.path):
                        first = rivals.setdefault(change.path, [f"{earlier}：{change.new}"])
                        first.append(f"{shown}：{hand.text.rpartition('→')[2]}")
    return rivals


def _is_same(where: FieldPath, path: FieldPath) -> bool:
    """Whether a conflict is about a change: of the same field, or of the value of the same metric."""
    return where == path or (path[0] == "metrics" and path[-1] == "value" and path[:-1] == where)


def _in_turn(
    copies: Sequence[_Copy],
    current: Source,
    errors: Callable[[str], Counter[str]],
    refused: Sequence[frozenset[FieldPath]],
) -> Documents:
    """What each copy changes in what the copies before it made of the file; no unit that is ``refused`` for it."""
    found: list[tuple[str, Absorbed]] = []
    for (shown, manuscript, base), never in zip(copies, refused, strict=True):

        def without(
            units: frozenset[FieldPath],
            base: Base = base,
            now: Source = current,
            edited: Manuscript = manuscript,
            never: frozenset[FieldPath] = never,
        ) -> Absorbed:
            return absorb(base, now, edited, units | never)

        absorbed = sound_changes(without, errors, current.text)
        current = Source(current.file, absorbed.text)
        found.append((shown, absorbed))
    return tuple(found)


def error_counter(workspace: Workspace, year: int, style: str | None) -> Callable[[str], Counter[str]]:
    """Counts the errors of a report's text by their codes, as ``check --draft`` finds them."""
    inputs: Inputs = read_build_inputs(workspace, year, style, ())

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
