"""Applies the fixes that diagnostics carry to a text, and lists them one by one."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit, FixKind, apply_edits
from reportgen.source import Source


class AppliedFix(Struct, frozen=True):
    """One change made: its line and column in the file, counted from 1, and its characters before and after."""

    line: int
    column: int
    old: str
    new: str


class FixedText(Struct, frozen=True):
    """A text after its fixes, and the fixes in the order of the file."""

    text: str
    fixes: tuple[AppliedFix, ...]


def apply_fixes(source: Source, found: Iterable[Diagnostic], kinds: Collection[FixKind]) -> FixedText:
    """Makes the edits of the diagnostics of the given kinds; one that overlaps an earlier one is left out.

    The edits of a diagnostic are made all or none. Two diagnostics with the same edit make it once.
    """
    accepted: list[Edit] = []
    for diagnostic in found:
        if diagnostic.fix not in kinds:
            continue
        edits = [edit for edit in diagnostic.edits if edit not in _around(accepted, edit)]
        if not any(_overlap(edit, other) for edit in edits for other in _around(accepted, edit)):
            for edit in edits:
                insort(accepted, edit, key=_start)
    fixes = tuple(_applied_fix(source, edit) for edit in accepted)
    return FixedText(apply_edits(source.text, accepted), fixes)


def _around(accepted: list[Edit], edit: Edit) -> list[Edit]:
    """Those of some edits in order, none of which overlap, that one more could overlap."""
    first = bisect_left(accepted, edit.start, key=_start)
    last = bisect_right(accepted, edit.end, key=_start)
    return accepted[max(0, first - 1) : last]


def _start(edit: Edit) -> int:
    return edit.start


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same characters, or insert at the same place."""
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _applied_fix(source: Source, edit: Edit) -> AppliedFix:
    place = source.place(edit.start, edit.end)
    return AppliedFix(place.line, place.column, source.text[edit.start : edit.end], edit.text)
