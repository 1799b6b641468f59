"""A measured paragraph to lines: breaks chosen, lines justified, pieces placed."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from reportgen.characters import LINE_SEPARATOR
from reportgen.fonts import EM_TOP
from reportgen.layout.breaks import UNSTRETCHED, atom_ends
from reportgen.layout.measure import CLOSING_MARKS, OPENING_MARKS, Measured, Span
from reportgen.layout.model import Rectangle, TextPiece
from reportgen.style import Align

_TOLERANCE = 0.02
"""Points; sums of decimal fractions are not exact in binary."""


class Line(Struct, frozen=True):
    """One line: its pieces and fills, x from the left edge of the type area, y from the top of the line."""

    texts: tuple[TextPiece, ...]
    fills: tuple[Rectangle, ...]
    width: float


class Measure(Struct, frozen=True):
    """The room lines have: the first and the others begin at different places and all end at ``right``, in points."""

    first: float
    left: float
    right: float
    align: Align
    height: float


class _Cut(Struct, frozen=True):
    """One line before it is placed: its characters, and whether it fills its measure."""

    start: int
    end: int
    full: bool


def break_lines(measured: Measured, room: Measure) -> Iterator[Line]:
    """The lines of a paragraph; at least one. A line end the author asked for begins another."""
    cuts = _cuts(measured, room)
    for index, cut in enumerate(cuts):
        yield _place(measured, cut, room.first if index == 0 else room.left, room)


def _cuts(measured: Measured, room: Measure) -> list[_Cut]:
    text = measured.text
    if not text:
        return [_Cut(0, 0, full=False)]
    cuts: list[_Cut] = []
    start = 0
    while start < len(text):
        stop = text.find(LINE_SEPARATOR, start)
        end = len(text) if stop < 0 else stop
        first = room.first if not cuts else room.left
        cuts += _segment(measured, start, end, room.right - first, room.right - room.left)
        start = end + 1
    return cuts


def _segment(measured: Measured, start: int, end: int, first: float, others: float) -> list[_Cut]:
    """Breaks one stretch without author's line ends, as late as it may (T25), the last line not one character (T52)."""
    ends = [start + offset for offset in atom_ends(measured.letters[start:end])] or [end]
    breaks: list[int] = []
    position, index, room = start, 0, first
    while position < end:
        index = _fit(measured, ends, position, index, room)
        following = ends[index - 1] if index else position
        if following <= position:
            following = _break_atom(measured, position, ends[index], room)
        breaks.append(following)
        position, room = following, others
    _avoid_lone_character(measured, start, breaks, ends)
    return [
        _Cut(begin, stop, full=number < len(breaks) - 1)
        for number, (begin, stop) in enumerate(zip([start, *breaks], breaks, strict=False))
    ] or [_Cut(start, end, full=False)]


def _fit(measured: Measured, ends: list[int], start: int, index: int, room: float) -> int:
    """How many atoms end on a line that begins at ``start``; ``index`` is how many ended before it."""
    base = measured.sums[start]
    edge = base + room + measured.start_trim(start) + _TOLERANCE
    fitting = bisect_right(ends, bisect_right(measured.sums, edge, start) - 1, index)
    while fitting < len(ends) and measured.natural_end(ends[fitting])[1] <= edge:
        fitting += 1
    return fitting


def _break_atom(measured: Measured, start: int, end: int, room: float) -> int:
    """Where to break an atom that is wider than a line: as late as it fits, after one character at least."""
    fitting = bisect_right(measured.sums, measured.sums[start] + room + _TOLERANCE, start, end + 1) - 1
    return min(max(fitting, start + 1), end)


def _avoid_lone_character(measured: Measured, start: int, breaks: list[int], ends: list[int]) -> None:
    """Moves the last break back by an atom where the last line would hold a single character and its marks (T52)."""
    if len(breaks) < 2:
        return
    last = measured.text[breaks[-2] : breaks[-1]].strip()
    if sum(character not in CLOSING_MARKS and character not in OPENING_MARKS for character in last) >= 2:
        return
    earlier = bisect_right(ends, breaks[-2] - 1) - 1
    line_start = breaks[-3] if len(breaks) > 2 else start
    if earlier >= 0 and ends[earlier] > line_start + 1:
        breaks[-2] = ends[earlier]


def _place(measured: Measured, cut: _Cut, left: float, room: Measure) -> Line:
    """Places the pieces of one line between its edges, spread where it is to be justified (T40)."""
    last, sum_at_end = measured.natural_end(cut.end)
    if last <= cut.start:
        return Line((), (), 0.0)
    trim = measured.start_trim(cut.start)
    width = sum_at_end - measured.sums[cut.start] - trim
    slack = room.right - left - width
    tracking = 0.0
    unspread: list[tuple[int, int]] = []
    if room.align == "justify" and cut.full and slack > _TOLERANCE:
        unspread = [match.span() for match in UNSTRETCHED.finditer(measured.letters, cut.start, last)]
        gaps = last - cut.start - 1 - sum(end - start - 1 for start, end in unspread)
        tracking = slack / gaps if gaps > 0 else 0.0
    shift = {"centre": slack / 2, "right": slack}.get(room.align, 0.0)
    origin = left + shift - trim - measured.sums[cut.start]
    texts, fills = _pieces(measured, cut, origin, tracking, unspread, room.height)
    return Line(texts, fills, width + (slack if tracking else 0.0))


def _pieces(
    measured: Measured, cut: _Cut, origin: float, tracking: float, unspread: list[tuple[int, int]], height: float
) -> tuple[tuple[TextPiece, ...], tuple[Rectangle, ...]]:
    """The pieces of a line: cut where the setting changes, where a kern stands, and around what is not spread."""
    texts: list[TextPiece] = []
    fills: list[Rectangle] = []
    spread = 0.0
    baseline = (height - measured.size) / 2 + EM_TOP * measured.size
    pinned = {offset: end for start, end in unspread for offset in range(start, end)} if tracking else {}
    for span in _spans_between(measured.spans, cut.start, cut.end):
        start, stop = max(span.start, cut.start), min(span.end, cut.end)
        begins = origin + measured.sums[start] + spread
        for piece_start, piece_end in _stretches(measured, start, stop, unspread if tracking else []):
            text = measured.text[piece_start:piece_end]
            x = origin + measured.sums[piece_start] + spread
            unit_end = pinned.get(piece_start)
            own = tracking if unit_end is None else 0.0
            texts.append(TextPiece(x, baseline - span.rise, text, span.setting, span.size, span.colour, own))
            spread += tracking * len(text) if unit_end is None else tracking * (piece_end == unit_end)
        if span.fill:
            ends = max(start, min(stop, measured.natural_end(stop)[0]))
            gap = max(0.0, measured.kerns.get(ends - 1, 0.0))
            width = origin + measured.sums[ends] + spread - tracking - gap - begins
            top = baseline - EM_TOP * span.size - span.rise
            fills.append(Rectangle(begins - span.pad, top, width + 2 * span.pad, span.size, span.fill))
    return tuple(texts), tuple(fills)


def _spans_between(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """The spans that have characters in [start, end)."""
    for index in range(bisect_right(spans, start, key=_span_end), len(spans)):
        if spans[index].start >= end:
            break
        yield spans[index]


def _span_end(span: Span) -> int:
    return span.end


def _stretches(measured: Measured, start: int, stop: int, unspread: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Splits [start, stop) after every kern and around every stretch that is not spread."""
    kerns = measured.kern_ends
    cuts = set(kerns[bisect_right(kerns, start) : bisect_right(kerns, stop - 1)])
    cuts.update(offset for bounds in unspread for offset in bounds if start < offset < stop)
    previous = start
    for offset in (*sorted(cuts), stop):
        yield previous, offset
        previous = offset
