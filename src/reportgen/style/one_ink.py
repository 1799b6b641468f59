"""A style sheet for one ink: every colour as the grey that contrasts with paper as much."""

from reportgen.style.colours import Colour
from reportgen.style.prepared import PreparedSheet

_SHARES = (0.2126, 0.7152, 0.0722)
"""Of red, green and blue in how light a colour looks (WCAG 2.2, relative luminance)."""


def in_black(sheet: PreparedSheet) -> PreparedSheet:
    """The sheet with its colours as greys of the same lightness: what could be told apart by it still can."""
    return sheet.with_colours({name: grey_of(colour) for name, colour in sheet.style.colours.items()})


def grey_of(colour: Colour) -> Colour:
    """The grey as light as a colour."""
    light = sum(share * _linear(part) for share, part in zip(_SHARES, colour.rgb, strict=True))
    level = round(255 * _encoded(light))
    return Colour(f"{level:02x}" * 3)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
