"""Rows to pages: what is on each, where its ends are known."""

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.page_ends import Frame, Paged, tops
from reportgen.layout.page_types import Disc, Dots, Fragment, Link, Polyline, Rectangle, Target, TextPiece
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


EMPTY = Filled((), {})
"""A blank page."""


def fill_pages(placed: Paged, frame: Frame) -> list[Filled]:
    """The pages of some rows; an odd start adds an empty page where it must."""
    return [_fill(placed.rows, span.start, span.stop, frame) if span else EMPTY for span in _sides(placed)]


def anchor_pages(placed: Paged) -> tuple[dict[str, int], list[bool]]:
    """The index of the page of every heading, by its anchor, and which pages have something on them."""
    sides = _sides(placed)
    pages = {
        anchor: index
        for index, span in enumerate(sides)
        for row in placed.rows[span.start : span.stop]
        if (anchor := row.anchor)
    }
    return pages, [bool(span) for span in sides]


def _sides(placed: Paged) -> list[range]:
    """The rows of every page, none of that which is added before an odd start where it must be."""
    sides: list[range] = []
    for span in placed.spans():
        if placed.rows[span.start].start == "odd" and len(sides) % 2:
            sides.append(range(0))
        sides.append(span)
    return sides


def _fill(rows: Sequence[Row], first: int, end: int, frame: Frame) -> Filled:
    """Places the rows of one page, the boxes behind them first."""
    down = list(islice(tops(rows, first, frame), end - first))
    _lower_headings(rows[first:end], down)
    placed = [(row, frame.top + top) for row, top in zip(rows[first:end], down, strict=True)]
    head = rows[first].head
    if head:
        placed.insert(0, (head.with_content(block=None), frame.top))
    fragments = [
        shifted(fragment, frame.left, row_top)
        for row, row_top in placed
        for fragment in (*row.beside, row.content, *row.figures)
    ]
    anchors = {row.anchor: row_top for row, row_top in placed if row.anchor is not None}
    lines = tuple(
        FilledLine(row_top + baseline(row), row.strip.left if row.strip else 0.0, row.content.mirror)
        for row, row_top in placed
        if row.is_line and row.content.texts
    )
    return Filled((*_boxes(placed, frame.left), *fragments), anchors, lines)


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


def _boxes(placed: list[tuple[Row, float]], left: float) -> list[Fragment]:
    """One rectangle for every box, behind all of its rows on this page."""
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
            rectangles=(Rectangle(left + box.x, begins, box.end - box.x, ends - begins, box.colour),),
            mirror=row.content.mirror,
        )
        for row, box, begins, ends in boxes
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
                piece.is_hyphen,
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
        fragment.mirror,
        fragment.slot,
    )


def targets(pages: Sequence[Filled]) -> dict[str, Target]:
    """Where every heading is, by anchor."""
    return {anchor: Target(index, top) for index, page in enumerate(pages) for anchor, top in page.anchors.items()}
