"""Rows: what pages are filled with. A row is a line of text, a row of a table, or a line of the cover."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.lines import Line
from reportgen.layout.page_types import Fragment
from reportgen.style import Colour, Strip, TextStart


class Box(Struct, frozen=True):
    """The paper behind rows that follow one another, from ``x`` to ``end`` in points; ``key`` is the same for all."""

    key: int
    x: float
    end: float
    colour: Colour


GridSnap = Literal["line", "heading", "free"]
"""How a row relates to the page's line grid (T51): a ``line`` sits on it; what a ``heading`` and its spaces lack to
whole lines is added above it; what anything else lacks, below."""


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """One row, and what it puts on its page: x from the left edge of the type area, y from the top of the row.

    ``snap``: how it keeps to the grid, with the line ``drop`` below its top. ``space`` above it is dropped at the head
    of a page, unless ``start`` forces that page; ``spare`` is how much of it may go to fill pages better. ``joined``:
    no page ends before this row; where it is ``soft``, unless that page were short. ``head`` repeats on each page the
    row's table runs on to. ``opens_part``: it is the title of a part; ``whole``: of one that is on one page where it
    can be, for which it ``needs`` so many points. ``spreads``: it opens an entry that fills its page. ``head_room`` is
    added above it at the head of a page, where no space holds its rule. ``is_line``: a draft counts it. ``figures`` are
    drawn on it, each content of its own slot.

    ``strip``: where it is beside a side column; None for the whole type area. What stands ``beside`` it there ends
    ``reach`` points below its top.
    """

    content: Fragment
    height: float
    snap: GridSnap = "free"
    drop: float = 0.0
    space: float = 0.0
    joined: bool = False
    soft: bool = False
    spare: float = 0.0
    start: TextStart = "none"
    anchor: str | None = None
    box: Box | None = None
    head: "Row | None" = None
    opens_part: bool = False
    whole: bool = False
    needs: float = 0.0
    spreads: bool = False
    head_room: float = 0.0
    is_line: bool = False
    figures: tuple[Fragment, ...] = ()
    strip: Strip | None = None
    beside: tuple[Fragment, ...] = ()
    reach: float = 0.0

    def with_content(self, **changes: object) -> "Row":
        """The row with some fields of its content changed."""
        return replace(self, content=replace(self.content, **changes))

    def within(self, block: int, part: int) -> "Row":
        """The row as a part of a block, with what is drawn on it."""
        figures = tuple(replace(figure, block=block, part=part) for figure in self.figures)
        return replace(self, content=replace(self.content, block=block, part=part), figures=figures)


def line_row(line: Line, block: int | None, height: float) -> Row:
    """A row that is one line of text."""
    return Row(content=Fragment(block, line.texts, line.fills, line.dots), height=height)


def lowered(row: Row, by: float) -> Row:
    """A row with all that is on it so many points further down; what it links and where it begins stay."""
    if not by:
        return row
    content = row.content
    return row.with_content(
        texts=tuple(replace(piece, y=piece.y + by) for piece in content.texts),
        rectangles=tuple(replace(box, y=box.y + by) for box in content.rectangles),
        dots=tuple(replace(dots, y=dots.y + by) for dots in content.dots),
    )


def baseline(row: Row) -> float:
    """The baseline of a line below its top: that of its largest type; marks are above it, subscripts below.

    A line that shows nothing, its text being of characters without a shape, has its foot for one.
    """
    if not row.content.texts:
        return row.height
    size = max(piece.size for piece in row.content.texts)
    return max(piece.y for piece in row.content.texts if piece.size == size)
