"""Blocks and inline runs. Every number is resolved and every ordinal decided."""

import datetime
from collections.abc import Container
from typing import Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.origins import Origin
from reportgen.style import HEADING_ROLES, ROLES, BlockRole, ChartPlace, GridKind, HeadingLevel, RunRole


class Run(Struct, frozen=True):
    """A stretch of text of one kind. U+2028 in it is a line end that the author typed.

    ``metric`` names the metric the text was made from; ``origin`` is None where it is that of its block. ``page_of`` is
    the anchor of a block whose page number is printed here, which is no text until pages are known.
    """

    text: str
    roles: tuple[RunRole, ...] = ()
    metric: str | None = None
    origin: Origin | None = None
    page_of: str | None = None

    @property
    def written_at(self) -> Origin | None:
        """Where it was written: what a metric prints, at the metric; None where its block was."""
        return Origin(("metrics", self.metric)) if self.metric else self.origin


Inlines = tuple[Run, ...]


class Ordinal(Struct, frozen=True):
    """A number or bullet before a block, as it prints.

    ``series`` names the count it belongs to (the same series counts on, another begins at 1); ``format`` is the style
    sheet's; ``value`` counts from 1, and is 0 for a bullet. ``role`` is that of its run. ``origin``: where the
    style sheet has the format.
    """

    text: str
    series: str
    format: str
    value: int
    origin: Origin
    role: RunRole = "ordinal"


class Paging(Struct, frozen=True):
    """What a layout decided of a block beyond its style, for a writer whose reader breaks pages by itself.

    ``begins``: whether it begins a page, ``keeps_lines``: all of it is on one page; None as its style says.
    ``keeps_next``: it is on one page with what follows. ``taken`` are the points that the space above it gave, less
    than 0 where it got some. ``rows``
    are those of a table, grid or contents, from 0, that keep with the next on one page, ``freed`` those that need not.
    ``below`` are points under it, for what stands beside a text lower than that.
    """

    begins: bool | None = None
    taken: float = 0.0
    keeps_lines: bool | None = None
    keeps_next: bool = False
    rows: tuple[int, ...] = ()
    freed: tuple[int, ...] = ()
    below: float = 0.0


AS_STYLED = Paging()
"""The paging of a block of which its style says all."""


class Paragraph(Struct, frozen=True):
    """A paragraph, point or line of one role; ``minutes`` is beside it where a speech has lasted so long.

    ``anchor`` is what texts that name its page know it by; empty where none does.
    """

    role: BlockRole
    inlines: Inlines
    origin: Origin
    ordinal: Ordinal | None = None
    minutes: str = ""
    anchor: str = ""
    paging: Paging = AS_STYLED


class Heading(Struct, frozen=True):
    """A heading of level 1 to 3, which contents and outlines list; ``anchor`` is its own in the document.

    ``own_role``: the role of its text where that is not the one of its level. ``beside`` is what is in the side
    column, under its ordinal: what its text says too.
    """

    level: HeadingLevel
    inlines: Inlines
    anchor: str
    origin: Origin
    ordinal: Ordinal | None = None
    own_role: BlockRole | None = None
    paging: Paging = AS_STYLED
    beside: tuple["CellBlock", ...] = ()

    @property
    def role(self) -> BlockRole:
        """The role of its text."""
        return self.own_role or HEADING_ROLES[self.level]

    @property
    def lines_beside(self) -> tuple[Paragraph, ...]:
        """What is beside it as text."""
        return tuple(block for block in self.beside if isinstance(block, Paragraph))


class Logo(Struct, frozen=True):
    """The picture of the style sheet's ``logo`` in a line of its own; ``text`` is read to those who cannot see it."""

    text: str


CoverBlock = Paragraph | Logo


Outline = tuple[tuple[str, tuple[float, ...]], ...]
"""A shape on a page: m, l, c or x for to begin, a line, a curve, to close, with points from its upper left corner."""


class Cover(Struct, frozen=True):
    """The lines of the cover, on a page of their own; ``mark`` is decoration on the ground behind them.

    ``outline`` is that of the mark, once it is laid out.
    """

    lines: tuple[CoverBlock, ...]
    mark: Inlines = ()
    outline: Outline = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines that are text."""
        return tuple(line for line in self.lines if isinstance(line, Paragraph))


class Contents(Struct, frozen=True):
    """The place of the list of contents; its entries are the document's headings down to ``levels``."""

    title: str
    levels: HeadingLevel
    origin: Origin
    paging: Paging = AS_STYLED


FIGURE_COLUMN = "figure"
"""The column of a table whose numbers stand under one another, on their last digit (T16)."""


class Table(Struct, frozen=True):
    """A table with one head row; ``columns`` names what each column holds, ``title`` what the table shows.

    ``origins`` are those of its rows; the texts of its head have their own. ``groups`` are the rows, from 0, that only
    name those below them.
    """

    title: str
    columns: tuple[str, ...]
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    origins: tuple[Origin, ...]
    groups: tuple[int, ...] = ()
    paging: Paging = AS_STYLED


ChartForm = Literal["columns", "line"]


class Chart(Struct, frozen=True):
    """One metric over the years it is known for, ascending; ``figures`` are its numbers as the table prints them.

    ``values`` are the same as numbers, ``measure`` is what they count (万人次), ``text`` what the chart says to those
    who cannot see it. It is small where its ``place`` is not the page. A year between them that is missing has its room
    in the chart, and nothing in it.
    """

    form: ChartForm
    label: str
    measure: str
    years: tuple[int, ...]
    figures: tuple[str, ...]
    values: tuple[float, ...]
    text: str
    origin: Origin
    place: ChartPlace = "page"

    @property
    def span(self) -> range:
        """Every year from the first to the last, those not known as well."""
        return range(self.years[0], self.years[-1] + 1)


CellBlock = Paragraph | Chart
"""What is in a cell of a grid, or beside a heading."""


class Entry(Struct, frozen=True):
    """One entry of a grid: its cells from the left, each of them paragraphs and small charts from the top."""

    cells: tuple[tuple[CellBlock, ...], ...]

    @property
    def blocks(self) -> tuple[CellBlock, ...]:
        """What is in it, in reading order."""
        return tuple(block for cell in self.cells for block in cell)

    @property
    def texts(self) -> tuple[tuple[Paragraph, ...], ...]:
        """Its cells without what is drawn in them."""
        return tuple(tuple(block for block in cell if isinstance(block, Paragraph)) for cell in self.cells)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is printed in it as text, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


class Grid(Struct, frozen=True):
    """Entries of equally many cells, ``across`` of them side by side; ``title`` is what the grid shows, or empty."""

    kind: GridKind
    title: str
    entries: tuple[Entry, ...]
    across: int = 1
    paging: Paging = AS_STYLED

    @property
    def rows(self) -> tuple[tuple[Entry, ...], ...]:
        """The entries that stand side by side, from the top; the last row may have fewer."""
        starts = range(0, len(self.entries), self.across)
        return tuple(self.entries[start : start + self.across] for start in starts)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What is printed in it, in reading order."""
        return tuple(paragraph for entry in self.entries for paragraph in entry.paragraphs)


TextBlock = Heading | Paragraph
"""A block that is one text."""

BodyBlock = TextBlock | Table | Chart | Grid
"""What comes after cover and contents."""

Block = Cover | Contents | BodyBlock
"""Code that distinguishes blocks ends in ``assert_never``: mypy then names every place that forgot a new kind."""


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
    title_origin: Origin = Origin(("title",))


class Document(Struct, frozen=True):
    """A whole document: cover first, then contents, then the body, each where the style sheet shows it."""

    metadata: Metadata
    blocks: tuple[Block, ...]
    kept: tuple[str, ...] = ()
    """Words that no line may part: of the style sheet."""
    terms: tuple[str, ...] = ()
    """Names of metrics and terms of the glossary, which lines part at a cost."""


def inline_text(inlines: Inlines) -> str:
    """The characters of some runs, author's line ends left out."""
    return "".join(run.text for run in inlines).replace("\u2028", "")


def marked_at(inlines: Inlines, places: Container[int], mark: str) -> Inlines:
    """The runs with a mark, such as a line end, before the characters at some places of their text."""
    marked: list[Run] = []
    position = 0
    for run in inlines:
        text = "".join(mark + each if place in places else each for place, each in enumerate(run.text, position))
        marked.append(replace(run, text=text))
        position += len(run.text)
    return tuple(marked)


def text_block(block: Block) -> TextBlock | None:
    """The block itself where it is one text of the body; None where it holds several texts, or none."""
    match block:
        case Heading() | Paragraph():
            return block
        case Cover() | Contents() | Table() | Chart() | Grid():
            return None
        case _:
            assert_never(block)


def note_entries(document: Document) -> dict[str, Paragraph]:
    """The entries of the glossary by the marks that lead to them."""
    entries = (block for block in document.blocks if isinstance(block, Paragraph) and block.role == "glossary")
    return {entry.ordinal.text: entry for entry in entries if entry.ordinal}


def is_mark(run: Run) -> bool:
    """Whether a run is a mark that leads to the glossary."""
    return "note-mark" in run.roles


def keeps_next(block: TextBlock, following: Block | None) -> bool:
    """Whether a paragraph whose style keeps it with the next does so here (T55).

    Of several alike, such as the paragraphs of a lead, only the last does; and none keeps with the heading of another
    part, so that no chain of sections without text becomes longer than a page.
    """
    if isinstance(block, Heading) or ROLES[block.role].beside_parts:
        return True
    match following:
        case Heading():
            return False
        case Paragraph():
            return following.role != block.role
        case Table() | Grid() | Chart() | Cover() | Contents() | None:
            return True
        case _:
            assert_never(following)


def is_title(block: object) -> bool:
    """Whether a line of the cover or a block is the title of the whole document."""
    return isinstance(block, Paragraph) and block.role == "cover-title"


def levels_above(document: Document) -> int:
    """How many levels stand above the document's headings: 1 where it has a title, else 0."""
    lines = (line for block in document.blocks for line in (block.lines if isinstance(block, Cover) else (block,)))
    return int(any(map(is_title, lines)))


def contents_headings(document: Document, levels: int) -> tuple[Heading, ...]:
    """The headings a list of contents shows."""
    return tuple(block for block in document.blocks if isinstance(block, Heading) and block.level <= levels)
