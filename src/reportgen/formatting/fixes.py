"""Mending what was found: the edits that findings carry, made in a text and told of one by one."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit, apply_edits
from reportgen.source import Source

_KINDS = {"ime": ("slip-", "type-not-text"), "punctuation": ("punctuation-",)}
"""What can be asked for, and how the codes begin that it is about."""


class Mend(Struct, frozen=True):
    """One change made: where it stood in the file, counted from 1, and its characters before and after."""

    line: int
    column: int
    old: str
    new: str


class Mended(Struct, frozen=True):
    """A text after mending, and the changes that were made."""

    text: str
    changes: tuple[Mend, ...]


def mends(*kinds: str) -> Callable[[str], bool]:
    """Whether a code is one that the kinds asked for (ime, punctuation) are about."""
    prefixes = tuple(prefix for kind in kinds for prefix in _KINDS[kind])
    return lambda code: code.startswith(prefixes)


def mend(source: Source, found: Iterable[Diagnostic], wanted: Callable[[str], bool]) -> Mended:
    """Makes the edits of the findings whose codes are wanted; one that touches an earlier one's place is left out.

    The edits of a finding are made all or none. Two findings that ask for the same are one.
    """
    made: list[Edit] = []
    for diagnostic in found:
        edits = [edit for edit in diagnostic.edits if edit not in made]
        if wanted(diagnostic.code) and not any(_overlap(edit, other) for edit in edits for other in made):
            made += edits
    made.sort(key=lambda edit: (edit.start, edit.end))
    changes = tuple(_change(source, edit) for edit in made)
    return Mended(apply_edits(source.text, made), changes)


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same characters, or put something in at one place."""
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _change(source: Source, edit: Edit) -> Mend:
    place = source.place(edit.start, edit.end)
    return Mend(place.line, place.column, source.text[edit.start : edit.end], edit.text)
