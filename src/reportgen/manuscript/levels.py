"""Which lines are headings and items, and how deep each is.

Levels go by first appearance, not by form: 一、 may be a part or a section. An ordinal is one only in a series, and a
series may be native, typed, or no more than a look that comes again.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from reportgen.manuscript.lines import Line, stands_out
from reportgen.manuscript.manuscript_types import Look, Part
from reportgen.manuscript.part_words import part_kind
from reportgen.manuscript.typed_ordinals import SENTENCE_FORMS, Form

Key = tuple[object, ...]
"""What lines of one level have in common."""

_BULLET: Key = ("bullet",)
_LEAD: Key = ("lead",)
_LONGEST_PART_TITLE = 24


class Entry(Struct, frozen=True):
    """A line with its depth: 0 for parts, 1 for sections, 2 for items; None for text.

    ``counted``: the ordinal that it begins with is one. ``point``: it is a bullet.
    """

    line: Line
    depth: int | None = None
    counted: bool = False
    point: bool = False

    @property
    def words(self) -> str:
        """The text, without an ordinal that the report will count by itself."""
        return self.line.words if self.counted else self.line.text

    @property
    def text(self) -> str:
        """The text as a paragraph that is counted by nobody; a bullet is not of it."""
        return self.words if self.line.ordinal and self.line.ordinal.form is Form.BULLET else self.line.text

    @property
    def lead(self) -> int:
        """The end of a first sentence that stands out, in ``words``."""
        skipped = len(self.line.text) - len(self.words)
        return max(0, self.line.lead - skipped)


def levels_of(body: Look, lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Lines with their depths; ``body`` is the look of most of the text."""
    counted = _counted(lines)
    depths: dict[Key, int] = {}
    current = -1
    entries: list[Entry] = []
    for line in lines:
        key = _key(line, body, counted=line.number in counted)
        if key is None or (current < 0 and key in (_BULLET, _LEAD)):
            entries.append(Entry(line, counted=key == _BULLET))
            continue
        current = depths.setdefault(key, current + 1)
        entries.append(Entry(line, current, line.number in counted, key == _BULLET))
    return tuple(entries)


def _key(line: Line, body: Look, *, counted: bool) -> Key | None:
    """What makes a line a heading or an item; None for text."""
    native = line.paragraph.list_level
    if line.paragraph.cell is not None or line.paragraph.part is not Part.BODY:
        return None
    if line.heading is not None:
        return ("heading", line.heading)
    if native is not None:
        return _BULLET if native.number_format == "bullet" else ("list", native.series, native.level)
    if counted and line.ordinal is not None:
        return _BULLET if line.ordinal.form is Form.BULLET else ("ordinal", line.ordinal.form)
    if line.is_short and stands_out(line, body):
        return ("look", line.look)
    if names_part(line):
        return ("words",)
    return _LEAD if line.lead else None


def names_part(line: Line) -> bool:
    """Whether a line without any mark of a heading says what part of a report begins."""
    is_title = line.is_short and len(line.text) <= _LONGEST_PART_TITLE and not line.text.endswith("。")
    return is_title and part_kind(line.text) is not None


def _counted(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines whose ordinals count: each the first of its form, or the next after one.

    Those that begin sentences count on below one heading only.
    """
    series: dict[tuple[Form, int], list[tuple[int, int]]] = {}
    headings = 0
    for line in lines:
        if line.ordinal is None or line.paragraph.cell is not None:
            headings += names_part(line) or line.heading is not None
            continue
        form = line.ordinal.form
        headings += form not in SENTENCE_FORMS and line.is_short
        key = (form, headings if form in SENTENCE_FORMS else 0)
        series.setdefault(key, []).append((line.number, line.ordinal.number))
    parts = (line.number for line in lines if line.ordinal is not None and names_part(line))
    return frozenset((*parts, *(number for (form, _), found in series.items() for number in _in_series(form, found))))


def _in_series(form: Form, found: Sequence[tuple[int, int]]) -> Sequence[int]:
    if form is Form.BULLET:
        return [number for number, _ in found]
    if not any(second == first + 1 for (_, first), (_, second) in pairwise(found)):
        return []
    kept: list[int] = []
    before = 0
    for number, ordinal in found:
        if ordinal in (1, before + 1):
            kept.append(number)
            before = ordinal
    return kept
