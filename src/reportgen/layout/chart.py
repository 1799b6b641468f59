"""Charts to rows: a column a year from zero, its figure above it, the year below; no axis of values, no legend."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Chart, Run
from reportgen.layout.lines import Measure
from reportgen.layout.model import Rectangle, TextPiece
from reportgen.layout.rows import Row
from reportgen.layout.setting import Setter
from reportgen.style import BlockRole, ChartStyle, Colour, Looks, StyleSheet

_ROLE: BlockRole = "chart-label"


class ChartSetter(Struct, frozen=True):
    """Sets charts in a type area ``width`` points wide."""

    sheet: StyleSheet
    looks: Looks
    setter: Setter
    width: float

    def row(self, chart: Chart, block: int, style: ChartStyle) -> Row:
        """The row of a chart, as high as the style sheet says."""
        look = self.looks.block(_ROLE)
        height = style.height.points(look.size, self.looks.line())
        slot = min(style.slot.points(look.size, look.line), self.width / len(chart.years))
        bar = min(style.bar.points(look.size, look.line), slot)
        room = height - 2 * look.line  # the figure above the highest column, the year below the axis
        least, most = min(0.0, *chart.values), max(0.0, *chart.values)
        unit = room / (most - least) if most > least else 0.0
        axis = look.line + most * unit
        texts: list[TextPiece] = []
        boxes: list[Rectangle] = []
        for index, (year, figure, value) in enumerate(zip(chart.years, chart.figures, chart.values, strict=True)):
            left = index * slot
            top, tall = (axis - value * unit, value * unit) if value > 0 else (axis, -value * unit)
            colour = self._colour(style.colour if index == len(chart.years) - 1 else style.past)
            boxes.append(Rectangle(left + (slot - bar) / 2, top, bar, tall, colour))
            texts += self._label(figure, left, slot, top - look.line if value >= 0 else top + tall, chart)
            texts += self._label(f"{year}年", left, slot, height - look.line, chart)
        thickness = style.rule.points(look.size, look.line)
        boxes.append(Rectangle(0.0, axis, slot * len(chart.years), thickness, self._colour(style.axis)))
        return Row(block=block, height=height, texts=tuple(texts), rectangles=tuple(boxes), is_figure=True)

    def _label(self, text: str, left: float, slot: float, top: float, chart: Chart) -> Iterator[TextPiece]:
        """A text in the middle of a column's room."""
        look = self.looks.block(_ROLE)
        room = Measure(left, left, left + slot, look.align, look.line)
        for line in self.setter.lines((Run(text),), _ROLE, chart.origin, room):
            for piece in line.texts:
                yield replace(piece, y=piece.y + top)

    def _colour(self, name: str) -> Colour:
        return self.sheet.colours[name]
