"""Charts as PNG, by resvg, for editors that take no SVG."""

from reportgen.document import Chart, FittedSheet
from reportgen.fonts import bundled_library
from reportgen.html.chart_svg import chart_svg
from reportgen.html.palette import PAPER, Palette
from reportgen.style import Colour

_FAMILY = "Noto Sans SC"
"""The face of numbers and years, which comes with the program: the same picture on every machine."""

_WIDTH = 258.0
"""Points of the column that a phone has for a text, in which the numbers of a chart have their size."""

_PIXELS, _DPI = 3, 96
"""Pixels of the picture for each pixel of CSS, as phones have them, and how many of these are an inch."""


def chart_png(chart: Chart, sheet: FittedSheet, ground: Colour = PAPER) -> bytes:
    """The picture of a chart on a ground, the same bytes from the same chart."""
    from resvg_py import svg_to_bytes

    look = sheet.looks.chart(chart.place)
    assert look is not None  # without a look no charts are composed
    palette = Palette(plain=True)
    label = sheet.looks.block(look.role)
    text = f"fill: {palette.ink(label.colour)}; font-size: {label.size:g}px; font-family: '{_FAMILY}'"
    svg = chart_svg(chart, look, min(_WIDTH, sheet.area.width), palette)
    return svg_to_bytes(
        svg_string=svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '),
        style_sheet=f"text {{ {text}; text-anchor: middle; dominant-baseline: central }}",
        background=palette.fill(ground),
        dpi=_DPI,
        zoom=_PIXELS,
        skip_system_fonts=True,
        font_files=[str(face.content.path) for face in bundled_library().bundled if face.name == _FAMILY],
    )
