"""Joins the stages of formatting: a year's file in, the same file in the one form out. Never prints."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FixKind, Place, apply_edits, has_errors, in_order
from reportgen.formatting import AppliedFix, apply_fixes, format_text, same_meaning
from reportgen.report import Reading, names_in_reports, read_report
from reportgen.rules import RuleContext, check_rules
from reportgen.source import Source, decode, parse
from reportgen.workspace.files import CommandError, Workspace, write_files


class Formatting(Struct, frozen=True):
    """How to format: what to mend first (``ime``, ``punctuation``), whether to change the encoding, and to write."""

    mend: tuple[FixKind, ...] = ()
    encoding: bool = False
    write: bool = True


class Formatted(Struct, frozen=True):
    """What became of a file: its lines before and after, the changes made by mending, whether it differs.

    Where anything was found the file is untouched.
    """

    file: str
    before: Sequence[str]
    after: Sequence[str]
    changes: tuple[AppliedFix, ...] = ()
    changed: bool = False
    written: bool = False
    found: tuple[Diagnostic, ...] = ()
    lines: Mapping[str, Sequence[str]] = {}


class FormatResult(Struct, frozen=True):
    """A file in its form with what was mended in it; or no file, and what stands in the way."""

    source: Source | None
    changes: tuple[AppliedFix, ...] = ()
    found: tuple[Diagnostic, ...] = ()


class _Read(Struct, frozen=True):
    """A file read; ``hindering`` are the faults with which nobody can be sure of what it means."""

    reading: Reading | None
    found: tuple[Diagnostic, ...]
    hindering: bool


_UNSURE = ("key-unknown", "type-not-text", "type-not-list", "type-not-mapping")
"""Faults of reading that leave open what belongs where; other faults of content do not touch the form."""
_MOST_ROUNDS = 20
"""Mending a slip may show the next one, which hid behind it; each round reads the file anew."""


def format_report(workspace: Workspace, year: int, options: Formatting) -> Formatted:
    """Puts the file of a year into its form. It is written only where it reads as the same report afterwards."""
    path = workspace.report_path(year)
    try:
        content = workspace.read_report(year)
    except CommandError as missing:
        return Formatted(workspace.shown(path), (), (), found=(missing.diagnostic,))
    source, found = decode(workspace.shown(path), content)
    if source is None:
        return Formatted(workspace.shown(path), (), (), found=found)
    if not options.encoding and any(each.code == "encoding-other" for each in found):
        refused = Diagnostic("fmt-encoding", Place(source.file), {}, ("pass-encoding",))
        return _untouched(source, (refused,))
    formed = (
        form(source, year, options.mend)
        if not has_errors(found)
        else FormatResult(None, found=_read(source, year).found)
    )
    if formed.source is None:
        return _untouched(source, (*found, *formed.found))
    after = formed.source
    changed = after.text.encode() != content
    if changed and options.write:
        try:
            write_files([(path, source.file, after.text.encode())])
        except CommandError as refusal:
            return _untouched(source, (refusal.diagnostic,))
    return Formatted(source.file, source.lines, after.lines, formed.changes, changed, written=changed and options.write)


def form(source: Source, year: int, kinds: tuple[FixKind, ...] = ()) -> FormatResult:
    """A file's text in its form, slips of the kinds asked for mended first.

    Without a text where nobody can be sure of what the file means, or of the form meaning the same (``fmt-unsure``).
    """
    mended, changes = _mended(source, year, kinds)
    read = _read(mended, year)
    if read.reading is None or read.hindering:
        return FormatResult(None, found=_read(source, year).found)
    after = Source(source.file, apply_edits(mended.text, format_text(mended, read.reading.root)))
    again = _read(after, year)
    if again.reading is None or again.hindering or not same_meaning(read.reading, again.reading):
        return FormatResult(None, found=(Diagnostic("fmt-unsure", Place(source.file)),))
    return FormatResult(after, changes)


def may_mend(workspace: Workspace, year: int, kinds: tuple[FixKind, ...]) -> bool:
    """Whether the file of a year can be formatted once slips of some kinds are mended, as far as reading it tells."""
    source, found = decode(workspace.shown(workspace.report_path(year)), workspace.read_report(year))
    if source is None or has_errors(found):
        return False
    return not _read(_mended(source, year, kinds)[0], year).hindering


def _untouched(source: Source, found: tuple[Diagnostic, ...]) -> Formatted:
    return Formatted(source.file, source.lines, source.lines, found=in_order(found), lines={source.file: source.lines})


def _read(source: Source, year: int) -> _Read:
    """A file read as ``check`` reads it, without last year's report."""
    root, parsed = parse(source, names_in_reports())
    if root is None:
        return _Read(None, parsed, hindering=True)
    reading = read_report(root, year)
    unsure = has_errors(parsed) or any(each.code in _UNSURE for each in reading.found)
    return _Read(reading, (*parsed, *reading.found, *check_rules(RuleContext(reading, None))), unsure)


def _mended(source: Source, year: int, kinds: tuple[FixKind, ...]) -> tuple[Source, tuple[AppliedFix, ...]]:
    """The text with the slips of the kinds asked for mended, and every change made."""
    changes: list[AppliedFix] = []
    for _ in range(_MOST_ROUNDS if kinds else 0):
        fixed = apply_fixes(source, _read(source, year).found, kinds)
        if not fixed.fixes:
            break
        changes += fixed.fixes
        source = Source(source.file, fixed.text)
    return source, tuple(changes)
