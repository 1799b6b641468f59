"""Rows to pages: filled to the foot, never broken where a row is joined to the one before."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.model import Dots, Fragment, Link, Rectangle, Target, TextPiece
from reportgen.layout.rows import Box, Row

_TOLERANCE = 0.05
"""Points; as much as sums of lines may differ from the height of the type area."""


class Filled(Struct, frozen=True):
    """One filled page: what stands on it and the headings it holds with their tops."""

    fragments: tuple[Fragment, ...]
    anchors: dict[str, float]


class Frame(Struct, frozen=True):
    """The type area: left and top edge and height, in points from the top left corner of the sheet."""

    left: float
    top: float
    height: float


def fill_pages(rows: Sequence[Row], frame: Frame) -> list[Filled]:
    """The pages some rows take; an odd start adds an empty page where it must."""
    pages: list[Filled] = []
    first = 0
    while first < len(rows):
        if rows[first].start == "odd" and len(pages) % 2:
            pages.append(Filled((), {}))
        end = _page_end(rows, first, frame.height)
        pages.append(_fill(rows, first, end, frame))
        first = end
    return pages


def _page_end(rows: Sequence[Row], first: int, height: float) -> int:
    """The index after the last row of the page that begins with ``first``."""
    head = rows[first].head
    used = (head.height if head else 0.0) + rows[first].height
    if rows[first].start != "none" or first == 0:
        used += rows[first].space
    end = first + 1
    while end < len(rows) and rows[end].start == "none":
        used += rows[end].space + rows[end].height
        if used > height + _TOLERANCE:
            return _last_parting(rows, first, end)
        end += 1
    return end


def _last_parting(rows: Sequence[Row], first: int, end: int) -> int:
    """The last place up to ``end`` where the page may end; ``end`` itself where there is none."""
    for index in range(end, first, -1):
        if not rows[index].joined:
            return index
    return end


def _fill(rows: Sequence[Row], first: int, end: int, frame: Frame) -> Filled:
    """Places the rows of one page, the boxes behind them first."""
    placed: list[tuple[Row, float]] = []
    top = frame.top
    head = rows[first].head
    if head:
        placed.append((replace(head, block=None), top))
        top += head.height
    for index in range(first, end):
        row = rows[index]
        if index > first or row.start != "none" or index == 0:
            top += row.space
        placed.append((row, top))
        top += row.height
    fragments = [_fragment(row, frame.left, row_top) for row, row_top in placed]
    anchors = {row.anchor: row_top for row, row_top in placed if row.anchor is not None}
    return Filled((*_boxes(placed, frame.left), *fragments), anchors)


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
            rectangles=(
                Rectangle(
                    left + box.x - box.pad,
                    begins - box.pad,
                    box.end - box.x + 2 * box.pad,
                    ends - begins + 2 * box.pad,
                    box.colour,
                ),
            ),
        )
        for box, begins, ends in boxes
    ]


def _fragment(row: Row, left: float, top: float) -> Fragment:
    return Fragment(
        row.block,
        tuple(
            TextPiece(
                left + piece.x, top + piece.y, piece.text, piece.setting, piece.size, piece.colour, piece.tracking
            )
            for piece in row.texts
        ),
        tuple(Rectangle(left + box.x, top + box.y, box.width, box.height, box.colour) for box in row.rectangles),
        tuple(
            Dots(left + dots.x, left + dots.end, top + dots.y, dots.size, dots.pitch, dots.colour) for dots in row.dots
        ),
        tuple(
            Link(left + link.x, top + link.y, link.width, link.height, link.anchor, link.title) for link in row.links
        ),
    )


def targets(pages: Sequence[Filled]) -> dict[str, Target]:
    """Where every heading stands, by anchor."""
    return {anchor: Target(index, top) for index, page in enumerate(pages) for anchor, top in page.anchors.items()}
