"""What was recognised in a manuscript: a report's fields in the words of the document, and what has no field."""

from msgspec import Struct

from reportgen.manuscript.part_words import PartKind

Texts = tuple[str, ...]
"""Paragraphs."""


class Folded(str):
    """A text as a field holds it, with references and emphasis; any other text prints as it is."""

    __slots__ = ()


class RecognisedItem(Struct, frozen=True):
    """An item; one without text is a title alone."""

    title: str = ""
    text: Texts = ()
    claim: str = ""


class RecognisedSection(Struct, frozen=True):
    """A section; ``unplaced`` is what is in it and has no field."""

    title: str
    lead: Texts = ()
    items: tuple[RecognisedItem, ...] = ()
    unplaced: Texts = ()


class RecognisedPart(Struct, frozen=True):
    """A part with the texts in it that have no field."""

    kind: PartKind
    title: str
    intro: Texts = ()
    items: tuple[RecognisedItem, ...] = ()
    sections: tuple[RecognisedSection, ...] = ()
    unplaced: Texts = ()
    closing: Texts = ()


class RecognisedMetric(Struct, frozen=True):
    """A row of a table of figures; values are as typed, ``history`` by year, ``name`` is empty where it has none."""

    label: str
    value: str
    unit: str
    note: str = ""
    history: tuple[tuple[str, str], ...] = ()
    name: str = ""


class RecognisedTerm(Struct, frozen=True):
    """An entry of a glossary."""

    term: str
    meaning: str


class RecognisedReport(Struct, frozen=True):
    """A whole document.

    ``fields`` are the texts of the title page by name of the field. ``front`` and ``end`` have no field: what is
    before the first part, and behind the last. ``placed`` counts paragraphs.
    """

    fields: tuple[tuple[str, str], ...] = ()
    front: Texts = ()
    opening: Texts = ()
    metrics: tuple[RecognisedMetric, ...] = ()
    parts: tuple[RecognisedPart, ...] = ()
    closing: Texts = ()
    glossary: tuple[RecognisedTerm, ...] = ()
    end: Texts = ()
    read: int = 0
    dropped: int = 0
