"""A measured paragraph to lines: breaks chosen, lines justified, pieces placed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.fonts import EM_TOP
from reportgen.layout.line_breaking import Fit, choose_breaks
from reportgen.layout.measure import HYPHEN, Measured, Span
from reportgen.layout.page_types import Dots, Rectangle, TextPiece
from reportgen.layout.spacing import MOST_SPREAD, Spacing, spacing
from reportgen.style import TOLERANCE, Align, DotsLook
from reportgen.text.characters import LINE_SEPARATOR


class Line(Struct, frozen=True, gc=False):
    """One line: its pieces, fills and dots, x from the left edge of the type area, y from the top of the line.

    ``end`` is where in its text the next line begins; ``looseness`` how far its gaps are stretched, in points.
    """

    texts: tuple[TextPiece, ...]
    fills: tuple[Rectangle, ...]
    dots: tuple[Dots, ...]
    width: float
    end: int = 0
    looseness: float = 0.0


class Measure(Struct, frozen=True, gc=False):
    """The room lines have: the first and the others begin at different places and all end at ``right``, in points."""

    first: float
    left: float
    right: float
    align: Align
    height: float


class _Cut(Struct, frozen=True, gc=False):
    """One line before it is placed: its characters, whether it fills its measure, and how wide its hyphen is."""

    start: int
    end: int
    full: bool
    hyphen: float = 0.0


class _Adjustment(Struct, frozen=True, gc=False):
    """How a line is made to fill its room: what every gap takes, and what more after which characters, in points."""

    tracking: float = 0.0
    places: dict[int, float] = {}
    rigid: tuple[int, ...] = ()


_NATURAL = _Adjustment()


def break_lines(measured: Measured, room: Measure) -> Iterator[Line]:
    """The lines of a paragraph; at least one. A line end that the author typed begins another."""
    whole = measured.natural_end(len(measured.text))[1] - measured.start_trim(0)
    one_line = whole <= room.right - room.first
    spaces = None if room.align != "justify" or one_line else spacing(measured)
    for index, cut in enumerate(_cuts(measured, room, spaces)):
        yield _place(measured, cut, room.first if index == 0 else room.left, room, spaces)


def _cuts(measured: Measured, room: Measure, spaces: Spacing | None) -> Iterator[_Cut]:
    text = measured.text
    if not text:
        yield _Cut(0, 0, full=False)
    start = 0
    first, others = room.right - room.first, room.right - room.left
    while start < len(text):
        stop = text.find(LINE_SEPARATOR, start)
        end = len(text) if stop < 0 else stop
        begin = start
        for position, hyphen in choose_breaks(measured, start, end, Fit(first, others, spaces)):
            yield _Cut(begin, position, position < end, hyphen)
            begin = position
        first = others
        start = end + 1


def _place(measured: Measured, cut: _Cut, left: float, room: Measure, spaces: Spacing | None) -> Line:
    """Places the pieces of one line between its edges, squeezed or spread where it is to be justified (T40)."""
    last, sum_at_end = measured.natural_end(cut.end)
    if last <= cut.start:
        return Line((), (), (), 0.0, cut.end)
    trim = measured.start_trim(cut.start)
    width = sum_at_end - measured.sums[cut.start] - trim + cut.hyphen
    slack = room.right - left - width
    adjustment, looseness = _NATURAL, 0.0
    if spaces is not None and (slack < -TOLERANCE or (cut.full and slack > TOLERANCE)):
        looseness = spaces.looseness(cut.start, last, slack)
        if looseness <= MOST_SPREAD * measured.size:
            adjustment = _adjustment(spaces, cut.start, last, slack)
        if adjustment.tracking or adjustment.places:  # a piece of one long word has nothing to spread
            width += slack
    shift = {"centre": slack / 2, "right": slack}.get(room.align, 0.0)
    origin = left + shift - trim - measured.sums[cut.start]
    texts, fills, dots = _Pieces(measured, cut.start, last, adjustment, room.height).placed(origin, cut.end)
    if cut.hyphen:
        begins = left + shift + width - cut.hyphen
        texts.append(replace(texts[-1], x=begins, text=HYPHEN, tracking=0.0, is_hyphen=True))
    return Line(tuple(texts), tuple(fills), tuple(dots), width, cut.end, looseness)


def _adjustment(spaces: Spacing, start: int, last: int, slack: float) -> _Adjustment:
    if slack < 0:
        return _Adjustment(0.0, spaces.squeezed(start, last, -slack))
    tracking, places = spaces.stretched(start, last, slack)
    if not tracking:
        return _Adjustment(0.0, places)
    rigid = spaces.rigid[bisect_left(spaces.rigid, start) : bisect_left(spaces.rigid, last - 1)]
    return _Adjustment(tracking, places, tuple(rigid))


class _Pieces:
    """The pieces of one line: cut where the setting changes, after every kern, and around what is not spread."""

    def __init__(self, measured: Measured, start: int, last: int, adjustment: _Adjustment, height: float) -> None:
        self._measured = measured
        self._start = start
        self._last = last
        self._tracking = adjustment.tracking
        self._places = adjustment.places
        self._rigid = frozenset(adjustment.rigid)
        self._baseline = (height - measured.size) / 2 + EM_TOP * measured.size
        kerns = measured.kern_ends
        self._cuts = kerns[bisect_right(kerns, start) : bisect_right(kerns, last)]
        if adjustment is not _NATURAL:
            cuts = {*self._cuts, *(index + 1 for index in self._places)}
            # What is not spread is a piece of its own: from the first character of the stretch to its last.
            cuts.update(index for index in self._rigid if index - 1 not in self._rigid)
            cuts.update(index + 2 for index in self._rigid if index + 1 not in self._rigid)
            self._cuts = sorted(cuts)

    def placed(self, origin: float, end: int) -> tuple[list[TextPiece], list[Rectangle], list[Dots]]:
        """Pieces, fills and dots; ``origin`` is where the text itself would begin, ``end`` where the next line does."""
        measured, tracking = self._measured, self._tracking
        texts: list[TextPiece] = []
        fills: list[Rectangle] = []
        dots: list[Dots] = []
        added = 0.0
        for span in _spans_between(measured.spans, self._start, end):
            start, stop = max(span.start, self._start), min(span.end, end)
            begins = ends = origin + measured.sums[start] + added
            baseline = self._baseline - span.rise
            for first, after in _stretches(self._cuts, start, stop):
                x = origin + measured.sums[first] + added
                own = tracking if after - first > 1 and first not in self._rigid else 0.0
                text = measured.text[first:after]
                texts.append(TextPiece(x, baseline, text, span.setting, span.size, span.colour, own, span.slot))
                if first < self._last:
                    inked = min(after, self._last)
                    ends = x + self._ink(first, inked) + own * (inked - first - 1)
                if span.dots:
                    dots += _dots_below(measured, first, after, x, own, baseline, span, span.dots)
                trailing = 0.0 if after - 1 in self._rigid else tracking
                added += own * (after - first - 1) + trailing + self._places.get(after - 1, 0.0)
            if span.fill:
                top = baseline - EM_TOP * span.size
                fills.append(Rectangle(begins - span.pad, top, ends - begins + 2 * span.pad, span.size, span.fill))
        return texts, fills, dots

    def _ink(self, start: int, end: int) -> float:
        """The width of some characters, without what comes after the last; a mark at the line's end gives its half."""
        measured = self._measured
        if end == self._last:
            return measured.natural_end(end)[1] - measured.sums[start]
        return measured.sums[end] - measured.kerns.get(end - 1, 0.0) - measured.sums[start]


def _dots_below(
    measured: Measured, start: int, end: int, x: float, tracking: float, baseline: float, span: Span, look: DotsLook
) -> Iterator[Dots]:
    """A dot under the middle of every Han character of a piece, none under marks (T56)."""
    y = baseline + (1 - EM_TOP) * span.size + look.gap
    for match in _HAN.finditer(measured.letters, start, end):
        first, after = match.span()
        pitch = measured.advance(first) + tracking
        middle = (
            x + measured.sums[first] - measured.sums[start] + tracking * (first - start) + measured.advance(first) / 2
        )
        last = middle + pitch * (after - first - 1)
        yield Dots(middle - pitch / 4, last, y, look.size, pitch, span.colour)


_HAN = re.compile("h+")


def _spans_between(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    """The spans that have characters in [start, end)."""
    for index in range(bisect_right(spans, start, key=_span_end), len(spans)):
        if spans[index].start >= end:
            break
        yield spans[index]


def _span_end(span: Span) -> int:
    return span.end


def _stretches(cuts: list[int], start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Splits [start, stop) at some places, ascending."""
    previous = start
    for offset in (*cuts[bisect_right(cuts, start) : bisect_left(cuts, stop)], stop):
        yield previous, offset
        previous = offset
