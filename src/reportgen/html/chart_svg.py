"""Charts as inline SVG, drawn from the same plot as on paper."""

from collections.abc import Iterator
from html import escape

from reportgen.document import Chart
from reportgen.document.plot import Plot, label_start, label_width, labels, plot_of, strokes
from reportgen.html.palette import Palette
from reportgen.style import ChartLook


def chart_svg(chart: Chart, look: ChartLook, width: float, palette: Palette) -> str:
    """A chart in a column ``width`` points wide; its title, which browsers show and read out, has all its numbers."""
    plot = plot_of(chart, look, width)
    wide = plot.slot * len(plot.names)
    axis = _rectangle(0, plot.axis, wide, look.rule, palette.ink(look.axis))
    drawn = _line(chart, plot, look, palette) if chart.form == "line" else _columns(plot, look, palette)
    marks = "".join(drawn)
    return (
        f'<svg class="{look.role}" role="img" '
        f'viewBox="0 0 {wide:.1f} {look.height:.1f}" width="{wide:.1f}pt" height="{look.height:.1f}pt">'
        f"<title>{escape(chart.text)}</title>{marks}{axis}{''.join(_texts(chart, plot, look, palette))}</svg>"
    )


def _columns(plot: Plot, look: ChartLook, palette: Palette) -> Iterator[str]:
    for point in plot.points:
        top, foot = sorted((point.y, plot.axis))
        colour = palette.ink(look.colour) if point is plot.points[-1] else palette.line(look.past)
        yield _rectangle(point.x - plot.bar / 2, top, plot.bar, foot - top, colour)


def _line(chart: Chart, plot: Plot, look: ChartLook, palette: Palette) -> Iterator[str]:
    stroke = f"fill: none; stroke: {palette.ink(look.line_colour)}; stroke-width: {look.line:g}"
    for points in strokes(chart, plot):
        places = " ".join(f"{point.x:.1f},{point.y:.1f}" for point in points)
        yield f'<polyline points="{places}" style="{stroke}"/>'
    for point in plot.points:
        is_last = point is plot.points[-1]
        dot, colour = (look.last_dot, look.colour) if is_last else (look.dot, look.line_colour)
        circle = f'cx="{point.x:.1f}" cy="{point.y:.1f}" r="{dot / 2}"'
        yield f'<circle {circle} style="fill: {palette.ink(colour)}"/>'


def _texts(chart: Chart, plot: Plot, look: ChartLook, palette: Palette) -> Iterator[str]:
    """Numbers and years, their widths estimated as the plot estimates them."""
    for label in labels(chart, plot, look):
        width = label_width(label.text, look)
        middle = label_start(label, width, plot) + width / 2
        fill = f' style="fill: {palette.ink(look.colour)}"' if label.is_newest else ""
        yield f'<text x="{middle:.1f}" y="{label.top + look.pitch / 2:.1f}"{fill}>{escape(label.text)}</text>'


def _rectangle(left: float, top: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.2f}" style="fill: {colour}"/>'
