"""Where pages end: as late as they can, but where that leaves a page short, earlier or with less space above heads."""

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.rows import Row

_TOLERANCE = 0.05
"""Points; as much as sums of lines may differ from the height of the type area."""

SHORT = 0.38
"""A page that is filled to less than this share is short: to less than 35 % by its ink, without the leading below."""

_FIT = 0.4
"""What has to be left of a page for text that begins a new one only where it must."""

_HEADING_LEAVES = 0.65
"""As full as a page has to stay to end before a heading, where it could end later."""


class Frame(Struct, frozen=True):
    """The type area: left and top edge and height, in points from the top left corner of the sheet.

    ``line`` is the pitch of its grid, which begins at the top.
    """

    left: float
    top: float
    height: float
    line: float


class Paged(Struct, frozen=True):
    """Rows with the spaces that they have in the end, and the index of the first row of every page.

    ``kept`` are the rows, from the first to the last of each span, that go to a page together so that it is not short.
    """

    rows: Sequence[Row]
    starts: Sequence[int]
    kept: Sequence[range] = ()

    def spans(self) -> Iterator[range]:
        """The rows of every page."""
        return map(self.span, range(len(self.starts)))

    def span(self, page: int) -> range:
        """The rows of a page."""
        following = page + 1
        return range(self.starts[page], self.starts[following] if following < len(self.starts) else len(self.rows))


def paged(rows: Sequence[Row], frame: Frame) -> Paged:
    """The pages that some rows take, none of them short where that can be helped (T53, T55)."""
    filled = _filled(rows, frame)
    for page in range(len(filled.starts) - 1, 0, -1):
        if page < len(filled.starts) and _is_short(filled, page, frame):
            filled = _closed_up(filled, page, frame) or _with_company(filled, page, frame) or filled
    return filled


def _filled(rows: Sequence[Row], frame: Frame) -> Paged:
    """Pages filled one after another, each to its foot."""
    starts: list[int] = []
    first = 0
    while first < len(rows):
        starts.append(first)
        first = _page_end(rows, first, frame)
    return Paged(rows, starts)


def _page_end(rows: Sequence[Row], first: int, frame: Frame) -> int:
    """The index after the last row of the page that begins with ``first``."""
    bottoms: list[float] = []
    for end, top in enumerate(tops(rows, first, frame), first):
        bottom = top + rows[end].height
        if bottoms and bottom > frame.height + _TOLERANCE:
            return _last_parting(rows, first, bottoms, frame)
        bottoms.append(bottom)
    return first + len(bottoms)


def tops(rows: Sequence[Row], first: int, frame: Frame) -> Iterator[float]:
    """How far below the top of a page that begins with ``first`` each row begins, up to the next start of a page."""
    head = rows[first].head
    bottom = head.height if head else 0.0
    for index in range(first, len(rows)):
        row = rows[index]
        if index > first and _begins_page(row, bottom, frame):
            return
        top = bottom
        if index > first or row.start in ("page", "odd") or (index == 0 and row.start == "none"):
            top += row.space
        else:
            top += row.head_room
        if row.snap == "line":
            top = frame.line * ceil((top + row.drop - _TOLERANCE) / frame.line) - row.drop
        yield top
        bottom = top + row.height


def _begins_page(row: Row, bottom: float, frame: Frame) -> bool:
    """Whether a row begins a page though there is room for it after what ends at ``bottom``."""
    if row.start == "fit":
        torn = row.needs <= frame.height < bottom + row.space + row.needs - _TOLERANCE
        return bottom > (1 - _FIT) * frame.height + _TOLERANCE or (torn and bottom >= SHORT * frame.height)
    return row.start != "none"


def _last_parting(rows: Sequence[Row], first: int, bottoms: Sequence[float], frame: Frame) -> int:
    """The last place where a page may end that has the room for rows with these bottoms; their end where there is none.

    Where that left the page short, or the next could not hold them together either, it parts rows that only would
    rather stay together.
    """
    end = first + len(bottoms)
    for index in range(end, first, -1):
        if bottoms[index - first - 1] < SHORT * frame.height:
            break
        if not rows[index].joined:
            if any(row.soft for row in rows[index + 1 : end + 1]) and not _is_whole_on_a_page(rows, index, frame):
                break
            return index
    partings = [index for index in range(end, first, -1) if not rows[index].joined or rows[index].soft]
    return next(iter(partings), end)


def _is_whole_on_a_page(rows: Sequence[Row], first: int, frame: Frame) -> bool:
    """Whether a page has the room for a row and all that are joined to it."""
    end = first + 1
    while end < len(rows) and rows[end].joined:
        end += 1
    return height_of(rows, range(first, end), frame) <= frame.height + _TOLERANCE


def height_of(rows: Sequence[Row], span: range, frame: Frame) -> float:
    """How high some rows are at the head of a page."""
    bottom = 0.0
    for index, top in zip(span, tops(rows, span.start, frame), strict=False):
        bottom = top + rows[index].height
    return bottom


def _is_short(filled: Paged, page: int, frame: Frame) -> bool:
    """Whether a page is short that goes on with what the page before it holds; not where it is a part as a whole."""
    rows, span = filled.rows, filled.span(page)
    if rows[span.start].opens_part and (span.stop == len(rows) or rows[span.stop].opens_part):
        return False
    return rows[span.start].start == "none" and height_of(rows, span, frame) < SHORT * frame.height


def _closed_up(filled: Paged, page: int, frame: Frame) -> Paged | None:
    """The pages without a short one, its rows on the page before: a line is taken from above as many heads as it needs.

    The last of them give way first. None where all of them together do not give enough.
    """
    begun = page
    while begun and filled.rows[filled.starts[begun]].start == "none":
        begun -= 1
    first = filled.starts[begun]
    end = [*filled.starts, len(filled.rows)][page + 1]
    heads = [index for index in range(first + 1, end) if filled.rows[index].spare and index not in filled.starts]
    for count in range(1, len(heads) + 1):
        rows = list(filled.rows)
        for index in heads[-count:]:
            rows[index] = replace(rows[index], space=rows[index].space - rows[index].spare, spare=0.0)
        starts = _filled(rows[first:end], frame).starts
        if len(starts) <= page - begun:
            moved = [first + start for start in starts]
            return Paged(rows, [*filled.starts[:begun], *moved, *filled.starts[page + 1 :]], filled.kept)
    return None


def _with_company(filled: Paged, page: int, frame: Frame) -> Paged | None:
    """The pages with the one before a short one ended earlier; None where that cannot be.

    Before a heading where much stays on that page, else before a paragraph, an item, a row; else inside a paragraph.
    """
    rows, least = filled.rows, SHORT * frame.height
    first, here = filled.starts[page - 1 : page + 1]
    end = [*filled.starts, len(rows)][page + 1]
    found: dict[int, int] = {}
    for start in range(here - 1, first, -1):
        height = height_of(rows, range(start, end), frame)
        left = height_of(rows, range(first, start), frame)
        if left < least or height > frame.height + _TOLERANCE:
            break
        if height >= least and (rows[start].soft or not rows[start].joined):
            found.setdefault(_preference(rows, start, left / frame.height), start)
    if not found:
        return None
    start = found[min(found)]
    kept = filled.kept if min(found) == _INSIDE else (*filled.kept, range(start, here + 1))
    return Paged(rows, [*filled.starts[:page], start, *filled.starts[page + 1 :]], kept)


_INSIDE, _SOFT = 2, 3


def _preference(rows: Sequence[Row], start: int, left: float) -> int:
    """How well a page begins with a row, 0 the best, where ``left`` is the share of the page before that stays full."""
    this, before = rows[start].content, rows[start - 1].content
    if (this.block, this.part) == (before.block, before.part):
        return _INSIDE
    if rows[start].joined:
        return _SOFT
    return 0 if rows[start].snap == "heading" and left >= _HEADING_LEAVES else 1
