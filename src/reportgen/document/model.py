"""Blocks and inline runs. Every number is resolved and every ordinal decided."""

import datetime
from typing import Literal

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.style import HEADING_ROLES, BlockRole, RunRole


class Run(Struct, frozen=True):
    """A stretch of text of one kind. U+2028 in it is a line end the author asked for.

    ``metric`` names the metric the text was made from.
    """

    text: str
    roles: tuple[RunRole, ...] = ()
    metric: str | None = None


Inlines = tuple[Run, ...]


class Ordinal(Struct, frozen=True):
    """A number or bullet before a block, as it prints.

    ``series`` names the count it belongs to (the same series counts on, another begins at 1); ``format`` is the style
    sheet's; ``value`` counts from 1, and is 0 for a bullet. A ``badge`` is set
    on a fill of its own.
    """

    text: str
    series: str
    format: str
    value: int
    badge: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph, point or line of one role."""

    role: BlockRole
    inlines: Inlines
    origin: FieldPath
    ordinal: Ordinal | None = None


class Heading(Struct, frozen=True):
    """A heading of level 1 to 3, which contents and outlines list; ``anchor`` is its own in the document."""

    level: Literal[1, 2, 3]
    inlines: Inlines
    anchor: str
    origin: FieldPath
    ordinal: Ordinal | None = None

    @property
    def role(self) -> BlockRole:
        """The role of its text."""
        return HEADING_ROLES[self.level]


class Logo(Struct, frozen=True):
    """The picture of the style sheet's ``logo`` in a line of its own; ``text`` is said to those who cannot see it."""

    text: str


class Cover(Struct, frozen=True):
    """The lines of the cover, on a page of their own."""

    lines: tuple[Paragraph | Logo, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines that are text."""
        return tuple(line for line in self.lines if isinstance(line, Paragraph))


class Contents(Struct, frozen=True):
    """The place of the list of contents; its entries are the document's headings down to ``levels``."""

    title: str
    levels: int


FIGURE_COLUMN = "figure"
"""The column of a table whose numbers stand under one another, on their last digit (T16)."""


class Table(Struct, frozen=True):
    """A table with one head row; ``columns`` names what each column holds, ``title`` what the table shows."""

    title: str
    columns: tuple[str, ...]
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    origins: tuple[FieldPath, ...]


class Chart(Struct, frozen=True):
    """Columns of one metric over the years, ascending; ``figures`` are its numbers as the table prints them.

    ``values`` are the same as numbers, ``measure`` is what they count (万人次), ``text`` what the chart says to those
    who cannot see it.
    """

    label: str
    measure: str
    years: tuple[int, ...]
    figures: tuple[str, ...]
    values: tuple[float, ...]
    text: str
    origin: FieldPath


CARD_ROLES: tuple[BlockRole, ...] = ("card-figure", "card-label", "card-change")
"""The lines of a card, from the top."""


class Card(Struct, frozen=True):
    """One metric to be seen from afar: its figure, what it counts, how it changed, empty where that is not known."""

    figure: Inlines
    label: Inlines
    change: Inlines
    origin: FieldPath

    @property
    def roles(self) -> tuple[tuple[BlockRole, Inlines], ...]:
        """Its lines by their roles, also where one is empty."""
        return tuple(zip(CARD_ROLES, (self.figure, self.label, self.change), strict=True))

    @property
    def lines(self) -> tuple[Inlines, ...]:
        """What is printed on it, from the top."""
        return tuple(line for _, line in self.roles if line)


class Cards(Struct, frozen=True):
    """Cards, ``columns`` of them side by side; ``title`` is their group's, empty where they have none."""

    title: str
    cards: tuple[Card, ...]
    columns: int


Block = Cover | Contents | Heading | Paragraph | Table | Chart | Cards


class Metadata(Struct, frozen=True):
    """What a file says of itself."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    date: datetime.date
    language: str
    stamp: str = ""
    """What the file was made from (see ``Stamp``); empty where that is not known."""
    short_hash: str = ""
    draft: int = 0
    """The number of the draft, printed on its pages; 0 for what is final."""


class Document(Struct, frozen=True):
    """A whole document: cover first, then contents, then the body, each where the style sheet shows it."""

    metadata: Metadata
    blocks: tuple[Block, ...]
    kept: tuple[str, ...] = ()
    """Names and terms that no line may part: of the report's metrics and glossary, and of the style sheet."""


def inline_text(inlines: Inlines) -> str:
    """The characters of some runs, author's line ends left out."""
    return "".join(run.text for run in inlines).replace("\u2028", "")


def contents_headings(document: Document, levels: int) -> tuple[Heading, ...]:
    """The headings a list of contents shows."""
    return tuple(block for block in document.blocks if isinstance(block, Heading) and block.level <= levels)
