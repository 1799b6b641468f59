"""Entries with their depths as parts, sections and items."""

import re
from collections.abc import Sequence

from reportgen.manuscript.levels import Entry
from reportgen.manuscript.lines import BLANKS
from reportgen.manuscript.manuscript_types import Part
from reportgen.manuscript.part_words import PartKind, part_kind
from reportgen.manuscript.recognised import RecognisedItem, RecognisedPart, RecognisedSection
from reportgen.manuscript.typed_ordinals import SENTENCE_FORMS

_SENTENCE = re.compile(r"(?P<title>[^。！？；：:\d]{2,25}。)(?P<text>.+)", re.DOTALL)
_MOST = 0.8
"""The share of items whose first sentence must be a title, for all to be read so."""


class _Item:
    def __init__(self, title: str, text: str) -> None:
        self.title = title
        self.text = [text] if text else []

    def built(self) -> RecognisedItem:
        return RecognisedItem(self.title, tuple(self.text))


class _Unit:
    """A part or a section while it is read."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.lead: list[str] = []
        self.items: list[_Item] = []
        self.unplaced: list[str] = []


class _Part(_Unit):
    def __init__(self, title: str, kind: PartKind | None) -> None:
        super().__init__(title)
        self.kind = kind
        self.sections: list[_Unit] = []


def build_parts(entries: Sequence[Entry]) -> tuple[RecognisedPart, ...]:
    """The parts of a report, in the order of the document.

    A part that is none of the three, or a second of one kind, is left out of the fields: its lines are among the texts
    without a field of the part before it.
    """
    builder = _Builder(_titled_depths(entries))
    for entry in entries:
        builder.add(entry)
    return builder.built()


class _Builder:
    def __init__(self, titled: frozenset[int]) -> None:
        self._titled = titled
        self._parts: list[_Part] = []
        self._waiting: list[str] = []
        self._placing = False

    def add(self, entry: Entry) -> None:
        """Places one line."""
        if entry.depth == 0:
            self._begin(entry)
        elif not self._placing or entry.line.paragraph.cell is not None or entry.line.paragraph.part is not Part.BODY:
            self._leave(entry.line.text)
        elif entry.depth is None or (entry.depth > 2 and not entry.point):
            self._text(entry)
        elif entry.depth == 1 and _is_heading(entry):
            self._parts[-1].sections.append(_Unit(entry.words))
        else:
            self._unit().items.append(_item(entry, sentences=entry.depth in self._titled))

    def built(self) -> tuple[RecognisedPart, ...]:
        """All parts; what is before a first part that is known goes with it."""
        parts = self._parts
        if parts:
            parts[0].unplaced[:0] = self._waiting
        return tuple(_built(part) for part in parts)

    def _begin(self, entry: Entry) -> None:
        kind = part_kind(entry.words)
        self._placing = kind is not None and all(part.kind != kind for part in self._parts)
        if self._placing:
            self._parts.append(_Part(entry.words, kind))
        else:
            self._leave(entry.line.text)

    def _leave(self, text: str) -> None:
        unit = self._unit() if self._parts else None
        (self._waiting if unit is None else unit.unplaced).append(text)

    def _text(self, entry: Entry) -> None:
        unit = self._unit()
        text = entry.text
        if unit.items:
            unit.items[-1].text.append(text)
        else:
            unit.lead.append(text)

    def _unit(self) -> _Unit:
        part = self._parts[-1]
        return part.sections[-1] if part.sections else part


def _is_heading(entry: Entry) -> bool:
    """Whether a line is a heading of its own, not an item that goes on in the same line."""
    ordinal = entry.line.ordinal
    if entry.point or entry.lead or (entry.counted and ordinal is not None and ordinal.form in SENTENCE_FORMS):
        return False
    return entry.line.heading is not None or entry.line.is_short


def _item(entry: Entry, *, sentences: bool) -> _Item:
    """A line as an item: its title is what stands out, else a first sentence where such are titles."""
    words = entry.words
    if entry.lead:
        return _Item(words[: entry.lead].strip(BLANKS), words[entry.lead :].strip(BLANKS))
    match = _SENTENCE.fullmatch(words) if sentences else None
    if match is not None:
        return _Item(match["title"], match["text"].strip(BLANKS))
    return _Item(words, "") if entry.point or entry.line.is_short else _Item("", words)


def _titled_depths(entries: Sequence[Entry]) -> frozenset[int]:
    """The depths at which a first sentence is a title: nearly every item of more than one has a short one."""
    titled: dict[int, list[bool]] = {}
    for entry in entries:
        if entry.depth and not entry.lead and not entry.line.is_short and "。" in entry.words.rstrip("。"):
            titled.setdefault(entry.depth, []).append(bool(_SENTENCE.fullmatch(entry.words)))
    return frozenset(depth for depth, each in titled.items() if sum(each) >= _MOST * len(each))


def _built(part: _Part) -> RecognisedPart:
    assert part.kind is not None
    items = [item.built() for item in part.items]
    sections = part.sections
    unplaced = list(part.unplaced)
    titles_alone = len(sections) > 1 and not any(section.items or section.lead for section in sections)
    if titles_alone or (part.kind == "insights" and sections and not any(section.items for section in sections)):
        items += (RecognisedItem(section.title, tuple(section.lead)) for section in sections)
        unplaced += (text for section in sections for text in section.unplaced)
        sections = []
    return RecognisedPart(
        part.kind,
        part.title,
        tuple(part.lead),
        tuple(items),
        tuple(_section(section) for section in sections),
        tuple(unplaced),
    )


def _section(unit: _Unit) -> RecognisedSection:
    items = tuple(item.built() for item in unit.items)
    return RecognisedSection(unit.title, tuple(unit.lead), items, tuple(unit.unplaced))
