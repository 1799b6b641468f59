"""The outlines of characters, for decoration in files that name fonts and do not carry them."""

from collections.abc import Iterator

from uharfbuzz import DrawFuncs

from reportgen.fonts.face import ScriptGlyphs

PathStep = tuple[str, tuple[float, ...]]
"""m, l, c or x: to begin at a point, a line or a cubic curve to one, to close; then coordinates, x and y in turn."""


def outline(setting: ScriptGlyphs, character: str, size: float, at: tuple[float, float]) -> Iterator[PathStep]:
    """The outline of a character on a baseline that begins ``at`` a point; y goes downwards, as on pages."""
    scale = size / setting.face.units
    steps: list[PathStep] = []
    setting.face.hb_font.draw_glyph(setting.glyphs[character], _pen(), steps)
    for command, numbers in steps:
        points = zip(numbers[::2], numbers[1::2], strict=True)
        yield command, tuple(number for x, y in points for number in (at[0] + x * scale, at[1] - y * scale))


def _pen() -> DrawFuncs:
    """What writes the steps of a path down; a curve of one handle becomes one of two."""
    pen = DrawFuncs()
    point: list[float] = []

    def move(x: float, y: float, steps: list[PathStep]) -> None:
        point[:] = x, y
        steps.append(("m", (x, y)))

    def line(x: float, y: float, steps: list[PathStep]) -> None:
        point[:] = x, y
        steps.append(("l", (x, y)))

    def curve(x1: float, y1: float, x2: float, y2: float, x: float, y: float, steps: list[PathStep]) -> None:
        point[:] = x, y
        steps.append(("c", (x1, y1, x2, y2, x, y)))

    def bend(x1: float, y1: float, x: float, y: float, steps: list[PathStep]) -> None:
        handles = [(one + 2 * other) / 3 for one, other in ((point[0], x1), (point[1], y1), (x, x1), (y, y1))]
        curve(handles[0], handles[1], handles[2], handles[3], x, y, steps)

    pen.set_move_to_func(move)
    pen.set_line_to_func(line)
    pen.set_cubic_to_func(curve)
    pen.set_quadratic_to_func(bend)
    pen.set_close_path_func(lambda steps: steps.append(("x", ())))
    return pen
