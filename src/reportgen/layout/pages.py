"""Rows to pages: filled to the foot, never broken where a row is joined to the one before."""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.page_types import Disc, Dots, Fragment, Link, Polyline, Rectangle, Target, TextPiece
from reportgen.layout.rows import Box, Row, baseline

_TOLERANCE = 0.05
"""Points; as much as sums of lines may differ from the height of the type area."""


class Filled(Struct, frozen=True):
    """One filled page: what is on it, the headings it holds with their tops, the baselines of its lines."""

    fragments: tuple[Fragment, ...]
    anchors: dict[str, float]
    lines: tuple[float, ...] = ()


EMPTY = Filled((), {})
"""A blank page."""


class Frame(Struct, frozen=True):
    """The type area: left and top edge and height, in points from the top left corner of the sheet.

    ``line`` is the pitch of its grid, which begins at the top.
    """

    left: float
    top: float
    height: float
    line: float


def fill_pages(rows: Sequence[Row], frame: Frame) -> list[Filled]:
    """The pages some rows take; an odd start adds an empty page where it must."""
    pages: list[Filled] = []
    first = 0
    while first < len(rows):
        if rows[first].start == "odd" and len(pages) % 2:
            pages.append(EMPTY)
        end = _page_end(rows, first, frame)
        pages.append(_fill(rows, first, end, frame))
        first = end
    return pages


def _page_end(rows: Sequence[Row], first: int, frame: Frame) -> int:
    """The index after the last row of the page that begins with ``first``."""
    end = first
    for top in _tops(rows, first, frame):
        if end > first and top + rows[end].height > frame.height + _TOLERANCE:
            return _last_parting(rows, first, end)
        end += 1
    return end


def _tops(rows: Sequence[Row], first: int, frame: Frame) -> Iterator[float]:
    """How far below the top of a page that begins with ``first`` each row begins, up to the next start of a page."""
    head = rows[first].head
    bottom = head.height if head else 0.0
    for index in range(first, len(rows)):
        row = rows[index]
        if index > first and row.start != "none":
            return
        top = bottom
        if index > first or row.start != "none" or index == 0:
            top += row.space
        if row.snap == "line":
            top = frame.line * ceil((top - _TOLERANCE) / frame.line)
        yield top
        bottom = top + row.height


def _last_parting(rows: Sequence[Row], first: int, end: int) -> int:
    """The last place up to ``end`` where the page may end; ``end`` itself where there is none."""
    for index in range(end, first, -1):
        if not rows[index].joined:
            return index
    return end


def _fill(rows: Sequence[Row], first: int, end: int, frame: Frame) -> Filled:
    """Places the rows of one page, the boxes behind them first."""
    tops = list(islice(_tops(rows, first, frame), end - first))
    _lower_headings(rows[first:end], tops)
    placed = [(row, frame.top + top) for row, top in zip(rows[first:end], tops, strict=True)]
    head = rows[first].head
    if head:
        placed.insert(0, (head.with_content(block=None), frame.top))
    fragments = [shifted(row.content, frame.left, row_top) for row, row_top in placed]
    anchors = {row.anchor: row_top for row, row_top in placed if row.anchor is not None}
    lines = tuple(row_top + baseline(row) for row, row_top in placed if row.is_line and row.content.texts)
    return Filled((*_boxes(placed, frame.left), *fragments), anchors, lines)


def _lower_headings(rows: Sequence[Row], tops: list[float]) -> None:
    """Gives what was added to reach the grid to the space above a heading, except at the head of a page."""
    for index in range(1, len(rows)):
        if rows[index].snap != "line" or rows[index - 1].snap != "heading":
            continue
        added = tops[index] - tops[index - 1] - rows[index - 1].height - rows[index].space
        first = index - 1
        while first and rows[first - 1].snap == "heading":
            first -= 1
        if first:
            tops[first:index] = [top + added for top in tops[first:index]]


def _boxes(placed: list[tuple[Row, float]], left: float) -> list[Fragment]:
    """One rectangle for every box, behind all of its rows on this page."""
    boxes: list[tuple[Box, float, float]] = []
    previous: Box | None = None
    for row, top in placed:
        box = row.box
        if box is not None:
            begins = top
            if previous is not None and previous.key == box.key:
                begins = boxes.pop()[1]
            boxes.append((box, begins, top + row.height))
        previous = box
    return [
        Fragment(
            None,
            rectangles=(Rectangle(left + box.x, begins, box.end - box.x, ends - begins, box.colour),),
        )
        for box, begins, ends in boxes
    ]


def shifted(fragment: Fragment, right: float, down: float = 0.0) -> Fragment:
    """A fragment so many points further to the right and down."""
    return Fragment(
        fragment.block,
        tuple(
            TextPiece(
                right + piece.x,
                down + piece.y,
                piece.text,
                piece.setting,
                piece.size,
                piece.colour,
                piece.tracking,
                piece.slot,
            )
            for piece in fragment.texts
        ),
        tuple(Rectangle(right + box.x, down + box.y, box.width, box.height, box.colour) for box in fragment.rectangles),
        tuple(
            Dots(right + dots.x, right + dots.end, down + dots.y, dots.size, dots.pitch, dots.colour)
            for dots in fragment.dots
        ),
        tuple(
            Link(right + link.x, down + link.y, link.width, link.height, link.anchor, link.title, link.slot)
            for link in fragment.links
        ),
        fragment.part,
        fragment.is_figure,
        tuple(
            Polyline(tuple((right + x, down + y) for x, y in line.points), line.thickness, line.colour)
            for line in fragment.polylines
        ),
        tuple(Disc(right + disc.x, down + disc.y, disc.diameter, disc.colour) for disc in fragment.discs),
        tuple(replace(each, x=right + each.x, y=down + each.y) for each in fragment.pictures),
    )


def targets(pages: Sequence[Filled]) -> dict[str, Target]:
    """Where every heading is, by anchor."""
    return {anchor: Target(index, top) for index, page in enumerate(pages) for anchor, top in page.anchors.items()}
