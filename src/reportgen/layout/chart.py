"""Charts to rows: columns or a line from zero, numbers beside their marks; no axis of values, no grid, no legend."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Chart, Run
from reportgen.document.plot import Plot, label_start, labels, plot_of
from reportgen.layout.lines import Measure
from reportgen.layout.page_types import Disc, Fragment, Polyline, Rectangle, TextPiece
from reportgen.layout.rows import Row
from reportgen.layout.setting import Typesetter
from reportgen.style import BlockRole, ChartLook, Looks

_ROLE: BlockRole = "chart-label"


class ChartTypesetter(Struct, frozen=True):
    """Sets charts in a type area ``width`` points wide."""

    looks: Looks
    setter: Typesetter
    width: float

    def row(self, chart: Chart, block: int, look: ChartLook) -> Row:
        """The row of a chart, as high as the style sheet says; its marks from the first year to the last."""
        plot = plot_of(chart, look, self.width)
        axis = Rectangle(0.0, plot.axis, plot.slot * len(plot.names), look.rule, look.axis)
        is_line = chart.form == "line"
        drawing = Fragment(
            block,
            tuple(self._texts(chart, plot, look)),
            (axis,) if is_line else (*_columns(plot, look), axis),
            is_figure=True,
            polylines=(_line(plot, look),) if is_line else (),
            discs=tuple(_discs(plot, look)) if is_line else (),
        )
        return Row(content=drawing, height=look.height)

    def _texts(self, chart: Chart, plot: Plot, look: ChartLook) -> Iterator[TextPiece]:
        """Numbers and years, from year to year."""
        room = Measure(0.0, 0.0, self.width, "left", self.looks.block(_ROLE).line)
        for label in labels(chart, plot, look):
            for line in self.setter.lines((Run(label.text),), _ROLE, chart.origin, room):
                left = label_start(label, line.width, plot)
                for piece in line.texts:
                    colour = look.colour if label.is_newest_figure else piece.colour
                    yield replace(piece, x=piece.x + left, y=piece.y + label.top, colour=colour)


def _columns(plot: Plot, look: ChartLook) -> Iterator[Rectangle]:
    for point in plot.points:
        top, foot = sorted((point.y, plot.axis))
        colour = look.colour if point is plot.points[-1] else look.past
        yield Rectangle(point.x - plot.bar / 2, top, plot.bar, foot - top, colour)


def _line(plot: Plot, look: ChartLook) -> Polyline:
    return Polyline(tuple((point.x, point.y) for point in plot.points), look.line, look.line_colour)


def _discs(plot: Plot, look: ChartLook) -> Iterator[Disc]:
    for point in plot.points:
        colour = look.colour if point is plot.points[-1] else look.line_colour
        yield Disc(point.x, point.y, look.dot, colour)
