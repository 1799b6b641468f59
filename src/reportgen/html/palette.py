"""The colours of a page as variables of CSS, each with its counterpart for screens in the dark."""

from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Literal

from reportgen.style import Colour

Use = Literal["ink", "fill", "line"]
"""What a colour is for: letters, the ground behind them, or a rule, which is as far from the ground by night as by day.
"""

PAPER = Colour("ffffff")

_MIDDLE = 0.18
"""The relative luminance from which black letters are clearer on a ground than white ones (WCAG 2.2)."""

_LEAST_INK, _MOST_FILL = 0.3, 0.025
"""Relative luminances by night; letters of the one on a ground of the other have a contrast of 4.6 (AA asks 4.5)."""

_DARKEST, _RANGE = 0.1, 0.8
"""The lightness of paper by night, and how much of the range by day is left above it."""

_STEP = 0.01


class Palette:
    """The colours that a page has used; ``ink`` and the others give what a declaration names.

    Those of a ``plain`` one are themselves by day and night.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self._is_plain = plain
        self._used: dict[str, tuple[Colour, Use]] = {}

    def ink(self, colour: Colour) -> str:
        """The colour of letters and marks."""
        return self._variable(colour, "ink")

    def fill(self, colour: Colour) -> str:
        """The colour behind letters."""
        return self._variable(colour, "fill")

    def line(self, colour: Colour) -> str:
        """The colour of a rule."""
        return self._variable(colour, "line")

    def by_day(self) -> Iterator[str]:
        """The declarations of all variables."""
        yield from (f"{name}: #{colour.hexadecimal}" for name, (colour, _) in sorted(self._used.items()))

    def by_night(self) -> Iterator[str]:
        """The declarations that override them in the dark."""
        yield from (f"{name}: #{night(*used).hexadecimal}" for name, used in sorted(self._used.items()))

    def _variable(self, colour: Colour, use: Use) -> str:
        if self._is_plain:
            return f"#{colour.hexadecimal}"
        name = f"--{use}-{colour.hexadecimal}"
        self._used[name] = (colour, use)
        return f"var({name})"


def is_light(colour: Colour) -> bool:
    """Whether letters of a colour are on a dark ground, by day and night."""
    return _luminance(colour) >= _LEAST_INK


def night(colour: Colour, use: Use) -> Colour:
    """The colour that stands for one in the dark, of the same hue.

    Dark letters become light and light grounds dark. Light letters and dark grounds stay, since on paper they belong
    to each other.
    """
    hue, lightness, saturation = rgb_to_hls(*colour.rgb)
    strength = saturation * (1 - abs(2 * lightness - 1))
    mirrored = _DARKEST + _RANGE * (1 - lightness)
    if use == "line":
        return _colour(hue, mirrored, strength)
    if use == "ink":
        lightness = lightness if is_light(colour) else max(lightness, 1 - lightness)
        while _luminance(_colour(hue, lightness, strength)) < _LEAST_INK:
            lightness += _STEP
        return _colour(hue, lightness, strength)
    if _luminance(colour) < _MIDDLE:
        return colour
    lightness = mirrored
    while _luminance(_colour(hue, lightness, strength)) > _MOST_FILL:
        lightness -= _STEP
    return _colour(hue, lightness, strength)


def _colour(hue: float, lightness: float, strength: float) -> Colour:
    """A colour by hue and lightness from 0 to 1, as strong as it was where that lightness allows it."""
    room = 1 - abs(2 * lightness - 1)
    parts = hls_to_rgb(hue, lightness, min(strength / room, 1.0) if room else 0.0)
    return Colour("".join(f"{round(255 * min(max(part, 0.0), 1.0)):02x}" for part in parts))


def _luminance(colour: Colour) -> float:
    """The relative luminance from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
