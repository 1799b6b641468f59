"""Where the marks of a chart stand, and which of them have room for their numbers; the same on paper and in Word.

Widths are estimates, since Word sets other fonts than we do: rather too wide, so that labels never touch.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import inf

from msgspec import Struct

from reportgen.document.block_types import Chart
from reportgen.style import TOLERANCE, ChartLook
from reportgen.text.characters import rough_width

_GAP, _YEAR_GAP = 0.4, 0.8
"""Ems between neighbouring numbers, and between neighbouring years."""


class Point(Struct, frozen=True):
    """A year that is known: the middle of its room, the height of its value, whether and where its number is."""

    x: float
    y: float
    labelled: bool
    below: bool


class Plot(Struct, frozen=True):
    """A chart in points, x from its left edge, y from its top; zero is at ``axis``.

    Every year has a ``slot``, wider than usual where numbers need it, and in that a column of width ``bar``. ``names``
    is every year from first to last as it is written; every ``step``-th of them has room to be printed.
    """

    slot: float
    bar: float
    axis: float
    points: tuple[Point, ...]
    names: tuple[str, ...]
    step: int


class Label(Struct, frozen=True):
    """A number beside its mark, or the name of a year: where its middle and the top of its line are, in points.

    ``is_newest``: it has the colour of the last year.
    """

    text: str
    middle: float
    top: float
    is_newest: bool


def plot_of(chart: Chart, look: ChartLook, width: float) -> Plot:
    """The plot of a chart in a type area ``width`` points wide; a small one has its own width, and no numbers."""
    if look.small:
        return _small_plot(chart, look, width)
    texts = [label_width(figure, look) for figure in chart.figures]
    gap = _GAP * look.label
    slot = min(max(look.slot, max(texts) + gap), width / len(chart.span))
    bar = min(slot, look.bar * slot / max(slot, look.slot))
    axis, heights = _heights(chart, look)
    middles = [(year - chart.years[0] + 0.5) * slot for year in chart.years]
    spans = [_within(x - text / 2, text, slot * len(chart.span)) for x, text in zip(middles, texts, strict=True)]
    keys = _key_points(chart.values)
    labelled = _labelled(spans, keys, gap)
    below = [value < 0 for value in chart.values]
    if chart.form == "line":
        sides = list(_Sides(look, chart.years, middles, heights, spans, axis).chosen())
        labelled = {index for index in labelled if index in keys or not sides[index][1]}
        below = [side for side, _ in sides]
    points = (Point(middles[index], heights[index], index in labelled, below[index]) for index in range(len(middles)))
    return Plot(slot, bar, axis, tuple(points), *_years(chart.span, slot / look.label))


def _small_plot(chart: Chart, look: ChartLook, width: float) -> Plot:
    """The plot of a small chart: as wide as the sheet says, however many years it has, but for very few of them."""
    room = width if look.width is None else min(look.width, width)
    slot = min(look.slot, room / len(chart.span))
    axis, heights = _heights(chart, look)
    middles = ((year - chart.years[0] + 0.5) * slot for year in chart.years)
    points = tuple(Point(x, y, labelled=False, below=False) for x, y in zip(middles, heights, strict=True))
    return Plot(slot, look.bar * slot / look.slot, axis, points, tuple(map(str, chart.span)), len(chart.span) - 1)


def strokes(chart: Chart, plot: Plot) -> Iterator[tuple[Point, ...]]:
    """The lines of a chart, each through years that follow one another: a year that is not known ends one."""
    known = sorted(zip(chart.years, plot.points, strict=True), key=lambda each: each[0])
    for _, group in groupby(enumerate(known), lambda each: each[1][0] - each[0]):
        points = tuple(point for _, (_, point) in group)
        if len(points) > 1:
            yield points


def labels(chart: Chart, plot: Plot, look: ChartLook) -> Iterator[Label]:
    """The texts of a chart that have room, from year to year: the number beside its mark, then the year below it."""
    clear = look.dot / 2 if chart.form == "line" else 0.0
    known = dict(zip(chart.years, zip(chart.figures, plot.points, strict=True), strict=True))
    for index, year in enumerate(chart.span):
        figure, point = known.get(year, ("", None))
        if point and point.labelled:
            top = point.y + clear if point.below else point.y - clear - look.pitch
            yield Label(figure, point.x, top, is_newest=year == chart.years[-1])
        if index % plot.step == 0:
            newest = look.small and year == chart.years[-1]
            yield Label(plot.names[index], (index + 0.5) * plot.slot, look.height - look.pitch, is_newest=newest)


def label_width(text: str, look: ChartLook) -> float:
    """About how wide a text beside a mark is, in points."""
    return rough_width(text) * look.label


def label_start(label: Label, width: float, plot: Plot) -> float:
    """Where a label so wide begins: around its middle, moved where it would stand beyond the ends of the axis."""
    return _within(label.middle - width / 2, width, plot.slot * len(plot.names))[0]


def _heights(chart: Chart, look: ChartLook) -> tuple[float, list[float]]:
    """The heights of zero and of every value; above them, and below those under zero, a number has room."""
    if look.small and chart.form == "line":
        return _own_range(chart.values, look)
    numbers = 0.0 if look.small else look.pitch
    label = numbers + (look.dot / 2 if chart.form == "line" else 0.0)
    least, most = min(0.0, *chart.values), max(0.0, *chart.values)
    floor = look.height - look.pitch - (label if least < 0 else 0.0)
    unit = (floor - label) / (most - least) if most > least else 0.0
    axis = floor + least * unit
    return axis, [axis - value * unit for value in chart.values]


def _own_range(values: Sequence[float], look: ChartLook) -> tuple[float, list[float]]:
    """The axis at the foot, which is not zero, and the heights of values from the lowest to the highest."""
    axis, room = look.height - look.pitch, look.last_dot / 2
    least, most = min(values), max(values)
    if least == most:
        return axis, [axis / 2] * len(values)
    unit = (axis - 2 * room - look.rule) / (most - least)
    return axis, [room + (most - value) * unit for value in values]


def _years(span: range, room: float) -> tuple[tuple[str, ...], int]:
    """The names of all years, and of how many one is printed, where a year has ``room`` ems.

    The first and the last always are: Word counts from the first, so the step divides the whole way.
    """
    intervals = len(span) - 1
    for form, steps in (("{}年", range(1, 2)), ("{}", range(1, 2)), ("{}年", range(2, intervals))):
        names = tuple(form.format(year) for year in span)
        widths = [rough_width(name) for name in names]
        for step in steps:
            shown = range(0, len(span), step)
            places = (_within((at + 0.5) * room - widths[at] / 2, widths[at], len(span) * room) for at in shown)
            if intervals % step == 0 and _stand_apart(list(places), _YEAR_GAP):
                return names, step
    return names, intervals


def _stand_apart(places: Sequence[tuple[float, float]], gap: float) -> bool:
    """Whether neighbouring texts, each from its start to its end, leave a gap between them."""
    return all(after[0] - before[1] > gap - TOLERANCE for before, after in pairwise(places))


def _key_points(values: Sequence[float]) -> tuple[int, ...]:
    """The last, the first, the highest and the lowest, in the order they are to be labelled."""
    return (len(values) - 1, 0, values.index(max(values)), values.index(min(values)))


def _labelled(spans: Sequence[tuple[float, float]], keys: Sequence[int], gap: float) -> set[int]:
    """The points whose numbers stand side by side: all of them, or else as many key points as do."""
    if _stand_apart(spans, gap):
        return set(range(len(spans)))
    found: set[int] = set()
    for index in keys:
        if _stand_apart(sorted(spans[other] for other in {*found, index}), gap):
            found.add(index)
    return found


def _within(start: float, length: float, width: float) -> tuple[float, float]:
    """Start and end of what would begin at ``start``, moved to stand between 0 and ``width``."""
    start = max(0.0, min(start, width - length))
    return start, start + length


class _Sides:
    """Chooses on which side of a line's dots their numbers stand."""

    def __init__(
        self,
        look: ChartLook,
        years: Sequence[int],
        middles: Sequence[float],
        heights: Sequence[float],
        spans: Sequence[tuple[float, float]],
        axis: float,
    ) -> None:
        self._spans = spans
        self._years = years
        self._look = look
        self._middles = middles
        self._heights = heights
        self._axis = axis

    def chosen(self) -> Iterator[tuple[bool, bool]]:
        """Of every dot whether its number is below it, and whether something is in its way even there.

        Above where nothing is in the way, since a reader looks there first.
        """
        for index in range(len(self._middles)):
            over, under = self._obstacle(index, -1), self._obstacle(index, 1)
            yield under < over, min(over, under) > 0

    def _obstacle(self, index: int, direction: int) -> float:
        """How far the line reaches into the room of a number, in points, no end where axis or years stand there.

        ``direction``: -1 for the room above the dot, 1 for that below.
        """
        look, y = self._look, self._heights[index]
        near = y + direction * look.dot / 2
        low, high = sorted((near, near + direction * look.pitch))
        if low < self._axis < high or high > look.height - look.pitch:
            return inf
        middle, (start, end) = self._middles[index], self._spans[index]
        free = (look.dot + look.pitch - look.label - look.line) / 2
        reach = 0.0
        for other, length in ((index - 1, middle - start), (index + 1, end - middle)):
            if 0 <= other < len(self._years) and abs(self._years[other] - self._years[index]) == 1:
                slope = direction * (self._heights[other] - y) / abs(self._middles[other] - middle)
                reach = max(reach, slope * length - free)
        return reach
