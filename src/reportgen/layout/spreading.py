"""Entries that fill their page: equally high where the highest of them allows it, so that none is left at its head."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.layout.page_ends import Frame, Paged, height_of, tops
from reportgen.layout.rows import Row
from reportgen.style import TOLERANCE

_SPARE_LINES = 1
"""Left free at the foot of a page, for programs that set some line otherwise."""


def begun_together(rows: Sequence[Row], frame: Frame) -> Sequence[Row]:
    """The rows, where the title of a part that is whole on a page if it can be knows how much room it needs there."""
    opening = [index for index, row in enumerate(rows) if row.opens_part]
    made = list(rows)
    for first, following in pairwise((*opening, len(rows))):
        if not rows[first].whole:
            continue
        forced = (index for index in range(first + 1, following) if rows[index].start != "none")
        span = range(first, next(forced, following))
        made[first] = replace(rows[first], needs=height_of(rows, span, frame))
    return made


def spread(placed: Paged, frame: Frame) -> Paged:
    """The pages with the room that is left on them shared out above their entries, in whole lines of the grid."""
    rows = list(placed.rows)
    for span in placed.spans():
        entries = [index for index in span if rows[index].spreads]
        if len(entries) > 1 and not any(rows[index].opens_part for index in range(entries[0], span.stop)):
            for index, room in _rooms(rows, span, entries, frame):
                rows[index] = replace(rows[index], space=rows[index].space + room)
    return Paged(rows, placed.starts, placed.kept)


def _rooms(rows: Sequence[Row], span: range, entries: Sequence[int], frame: Frame) -> Iterator[tuple[int, float]]:
    """The entries of a page but the first, each with what is added above it, in points."""
    down = dict(zip(span, tops(rows, span.start, frame), strict=False))
    last = span[-1]
    edges = [*(down[index] for index in entries), down[last] + rows[last].height]
    heights = [after - before for before, after in pairwise(edges)]
    equal = _equal(heights, frame.height - edges[0] - _SPARE_LINES * frame.line)
    for index, height in zip(entries[1:], heights, strict=False):
        lines = max(0.0, equal - height + TOLERANCE) // frame.line
        if lines:
            yield index, lines * frame.line


def _equal(heights: Sequence[float], room: float) -> float:
    """The height that entries have together fill a room with; those that are higher keep their own."""
    highest = sorted(heights, reverse=True)
    for count, height in enumerate(highest):
        share = (room - sum(highest[:count])) / (len(highest) - count)
        if share >= height:
            return share
    return 0.0
