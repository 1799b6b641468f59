"""Rows: what pages are filled with. A row is a line of text, a row of a table, or a line of the cover."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.lines import Line
from reportgen.layout.page_types import Disc, Dots, Link, PlacedPicture, Polyline, Rectangle, TextPiece
from reportgen.style import Colour, PageStart


class Box(Struct, frozen=True):
    """The paper behind rows that follow one another, from ``x`` to ``end`` in points; ``key`` is the same for all."""

    key: int
    x: float
    end: float
    colour: Colour


GridSnap = Literal["line", "heading", "free"]
"""How a row stands to the page's line grid (T51): a ``line`` stands on it; what a ``heading`` and its spaces lack to
whole lines is added above it; what anything else lacks, below."""


class Row(Struct, frozen=True, kw_only=True):
    """One row. Positions of what is on it: x from the left edge of the type area, y from the top of the row.

    ``stand``: how it keeps to the grid. ``space`` above it is dropped at the head of a page, unless ``start`` begins
    that page. ``joined``: no page ends before this row. ``head`` repeats on each page the row's table runs on to.
    ``part``, ``is_figure``, ``polylines``, ``discs``, ``pictures``: see ``Fragment``. ``is_line``: a draft counts it.
    """

    block: int | None
    height: float
    stand: GridSnap = "free"
    space: float = 0.0
    joined: bool = False
    start: PageStart = "none"
    texts: tuple[TextPiece, ...] = ()
    rectangles: tuple[Rectangle, ...] = ()
    dots: tuple[Dots, ...] = ()
    links: tuple[Link, ...] = ()
    anchor: str | None = None
    box: Box | None = None
    head: "Row | None" = None
    part: int = 0
    is_figure: bool = False
    polylines: tuple[Polyline, ...] = ()
    discs: tuple[Disc, ...] = ()
    is_line: bool = False
    pictures: tuple[PlacedPicture, ...] = ()


def line_row(line: Line, block: int | None, height: float) -> Row:
    """A row that is one line of text."""
    return Row(block=block, height=height, texts=line.texts, rectangles=line.fills, dots=line.dots)


def lowered(row: Row, by: float) -> Row:
    """A row with all that is on it so many points further down; what it links and where it begins stay."""
    if not by:
        return row
    return replace(
        row,
        texts=tuple(replace(piece, y=piece.y + by) for piece in row.texts),
        rectangles=tuple(replace(box, y=box.y + by) for box in row.rectangles),
        dots=tuple(replace(dots, y=dots.y + by) for dots in row.dots),
    )


def baseline(row: Row) -> float:
    """The baseline of a line below its top; what is raised stands above it."""
    return max(piece.y for piece in row.texts)
