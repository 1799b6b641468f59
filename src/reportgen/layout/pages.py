"""Rows to pages: what is on each, where its ends are known."""

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.page_ends import Frame, Paged, tops
from reportgen.layout.page_types import Fragment, Polyline, Rectangle, TextPiece
from reportgen.layout.rows import Box, Row, baseline


class FilledLine(Struct, frozen=True):
    """A line of text: its baseline, and its left edge from that of the type area; further right when mirrored."""

    y: float
    left: float
    mirror: float


class Filled(Struct, frozen=True):
    """One filled page: what is on it, the headings it holds with their tops, its lines."""

    fragments: tuple[Fragment, ...]
    anchors: dict[str, float]
    lines: tuple[FilledLine, ...] = ()


class PageRows(Struct, frozen=True):
    """What a page is to be filled with: a ``span`` of all rows, which is empty where the page is blank."""

    rows: Sequence[Row] = ()
    span: range = range(0)


BLANK = PageRows()


def page_rows(placed: Paged) -> list[PageRows]:
    """The pages of some rows; an odd start adds a blank page where it must."""
    pages: list[PageRows] = []
    for span in placed.spans():
        if placed.rows[span.start].start == "odd" and len(pages) % 2:
            pages.append(BLANK)
        pages.append(PageRows(placed.rows, span))
    return pages


def anchor_pages(pages: Sequence[PageRows]) -> dict[str, int]:
    """The index of the page of every heading, by its anchor."""
    rows = ((index, page.rows[place]) for index, page in enumerate(pages) for place in page.span)
    return {row.anchor: index for index, row in rows if row.anchor is not None}


def fill_page(page: PageRows, frame: Frame, mirrored: float | None = None) -> Filled:
    """Places the rows of one page, the boxes behind them first.

    On a left-hand page that mirrors right-hand ones all of it is ``mirrored`` points further right.
    """
    rows, first, end = page.rows, page.span.start, page.span.stop
    down = list(islice(tops(rows, first, frame), end - first))
    _lower_headings(rows[first:end], down)
    placed = [(row, frame.top + top) for row, top in zip(rows[first:end], down, strict=True)]
    head = rows[first].head
    if head:
        placed.insert(0, (head.with_content(block=None), frame.top))
    fragments = [
        shifted(fragment, frame.left, row_top, _further(fragment, mirrored))
        for row, row_top in placed
        for fragment in (*row.beside, row.content, *row.figures)
    ]
    anchors = {row.anchor: row_top for row, row_top in placed if row.anchor is not None}
    lines = tuple(
        FilledLine(row_top + baseline(row), row.strip.left if row.strip else 0.0, row.content.mirror)
        for row, row_top in placed
        if row.is_line and row.content.texts
    )
    boxes = (shifted(each, frame.left, 0.0, _further(each, mirrored)) for each in _boxes(placed))
    return Filled((*boxes, *fragments), anchors, lines)


def _further(fragment: Fragment, mirrored: float | None) -> float:
    return 0.0 if mirrored is None else mirrored + fragment.mirror


def _lower_headings(rows: Sequence[Row], down: list[float]) -> None:
    """Gives what was added to reach the grid to the space above a heading, except at the head of a page."""
    for index in range(1, len(rows)):
        if rows[index].snap != "line" or rows[index - 1].snap != "heading":
            continue
        added = down[index] - down[index - 1] - rows[index - 1].height - rows[index].space
        first = index - 1
        while first and rows[first - 1].snap == "heading":
            first -= 1
        if first:
            down[first:index] = [top + added for top in down[first:index]]


def _boxes(placed: list[tuple[Row, float]]) -> list[Fragment]:
    """One rectangle for every box, behind all of its rows on this page, x from the left edge of the type area."""
    boxes: list[tuple[Row, Box, float, float]] = []
    previous: Box | None = None
    for row, top in placed:
        box = row.box
        if box is not None:
            begins = top
            if previous is not None and previous.key == box.key:
                begins = boxes.pop()[2]
            boxes.append((row, box, begins, top + row.height))
        previous = box
    return [
        Fragment(
            None,
            rectangles=(Rectangle(box.x, begins, box.end - box.x, ends - begins, box.colour),),
            mirror=row.content.mirror,
        )
        for row, box, begins, ends in boxes
    ]


def shifted(fragment: Fragment, right: float, down: float = 0.0, further: float = 0.0) -> Fragment:
    """A fragment so many points to the right, then ``further``, and down.

    The two are not one sum, which would be rounded in another way: half an em of 15.793 points ends in the middle
    between two of the thousandths that a PDF is written in.
    """
    return Fragment(
        fragment.block,
        tuple([_shifted(piece, right, down, further) for piece in fragment.texts]),
        fragment.rectangles
        and tuple(
            Rectangle(further + (right + box.x), down + box.y, box.width, box.height, box.colour)
            for box in fragment.rectangles
        ),
        fragment.dots
        and tuple(
            replace(dots, x=further + (right + dots.x), end=further + (right + dots.end), y=down + dots.y)
            for dots in fragment.dots
        ),
        fragment.links
        and tuple(replace(link, x=further + (right + link.x), y=down + link.y) for link in fragment.links),
        fragment.part,
        fragment.is_figure,
        fragment.polylines
        and tuple(
            Polyline(tuple((further + (right + x), down + y) for x, y in line.points), line.thickness, line.colour)
            for line in fragment.polylines
        ),
        fragment.discs
        and tuple(replace(disc, x=further + (right + disc.x), y=down + disc.y) for disc in fragment.discs),
        fragment.pictures
        and tuple(replace(each, x=further + (right + each.x), y=down + each.y) for each in fragment.pictures),
        fragment.mirror,
        fragment.slot,
    )


def _shifted(piece: TextPiece, right: float, down: float, further: float) -> TextPiece:
    return TextPiece(
        further + (right + piece.x),
        down + piece.y,
        piece.text,
        piece.setting,
        piece.size,
        piece.colour,
        piece.tracking,
        piece.slot,
        piece.is_hyphen,
    )
