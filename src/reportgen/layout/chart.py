"""Charts to rows: columns or a line from zero, numbers beside their marks; no axis of values, no grid, no legend."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Chart, Run
from reportgen.document.plot import Plot, label_start, labels, plot_of, strokes
from reportgen.layout.lines import Measure
from reportgen.layout.page_types import Disc, Fragment, Polyline, Rectangle, TextPiece
from reportgen.layout.rows import Row
from reportgen.layout.setting import Typesetter
from reportgen.style import ChartLook, Looks


class ChartTypesetter(Struct, frozen=True):
    """Sets charts in a type area ``width`` points wide."""

    looks: Looks
    setter: Typesetter
    width: float

    def row(self, chart: Chart, block: int, look: ChartLook) -> Row:
        """The row of a chart, as high as the style sheet says."""
        return Row(content=self.figure(chart, block, look), height=look.height)

    def figure(self, chart: Chart, block: int, look: ChartLook) -> Fragment:
        """What a chart puts on the page, from its upper left corner; its marks from the first year to the last."""
        plot = plot_of(chart, look, self.width)
        axis = Rectangle(0.0, plot.axis, plot.slot * len(plot.names), look.rule, look.axis)
        is_line = chart.form == "line"
        return Fragment(
            block,
            tuple(self._texts(chart, plot, look)),
            (axis,) if is_line else (*_columns(plot, look), axis),
            is_figure=True,
            polylines=tuple(_lines(chart, plot, look)) if is_line else (),
            discs=tuple(_discs(plot, look)) if is_line else (),
        )

    def _texts(self, chart: Chart, plot: Plot, look: ChartLook) -> Iterator[TextPiece]:
        """Numbers and years, from year to year."""
        room = Measure(0.0, 0.0, self.width, "left", look.pitch)
        for label in labels(chart, plot, look):
            for line in self.setter.lines((Run(label.text),), look.role, chart.origin, room):
                left = label_start(label, line.width, plot)
                for piece in line.texts:
                    colour = look.colour if label.is_newest else piece.colour
                    yield replace(piece, x=piece.x + left, y=piece.y + label.top, colour=colour)


def _columns(plot: Plot, look: ChartLook) -> Iterator[Rectangle]:
    for point in plot.points:
        top, foot = sorted((point.y, plot.axis))
        colour = look.colour if point is plot.points[-1] else look.past
        yield Rectangle(point.x - plot.bar / 2, top, plot.bar, foot - top, colour)


def _lines(chart: Chart, plot: Plot, look: ChartLook) -> Iterator[Polyline]:
    for points in strokes(chart, plot):
        yield Polyline(tuple((point.x, point.y) for point in points), look.line, look.line_colour)


def _discs(plot: Plot, look: ChartLook) -> Iterator[Disc]:
    for point in plot.points:
        is_last = point is plot.points[-1]
        diameter, colour = (look.last_dot, look.colour) if is_last else (look.dot, look.line_colour)
        yield Disc(point.x, point.y, diameter, colour)
