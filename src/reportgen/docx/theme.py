"""The theme of a file: what staff insert (shapes, tables, charts) has the fonts and colours of the report."""

from itertools import cycle, islice

from reportgen.docx.xml import attribute
from reportgen.style import Colour, PreparedSheet

_ACCENTS = 6
_LIGHT = 0.75
"""From this lightness on a colour is paper, and no accent."""


def themed(empty: str, sheet: PreparedSheet) -> str:
    """The theme part of the template with a sheet's fonts and colours (ISO/IEC 29500-1 20.1.6)."""
    named = {**_colours(sheet), **_fonts(sheet)}
    for name, value in named.items():
        empty = empty.replace(f"{{{name}}}", value)
    return empty


def _colours(sheet: PreparedSheet) -> dict[str, str]:
    text, title = (sheet.looks.block(role) for role in ("base", "heading-1"))
    dark = [colour for colour in sheet.style.colours.values() if _lightness(colour) < _LIGHT]
    accents = [colour for colour in dict.fromkeys(dark) if colour != text.colour] or [text.colour]
    title_colour = title.fill or title.colour
    names = [f"accent{number}" for number in range(1, _ACCENTS + 1)]
    given = dict(zip(names, islice(cycle(accents), _ACCENTS), strict=True))
    given |= {"dark": text.colour, "title": title_colour if _lightness(title_colour) < _LIGHT else text.colour}
    return {name: colour.hexadecimal.upper() for name, colour in given.items()}


def _fonts(sheet: PreparedSheet) -> dict[str, str]:
    fonts = sheet.style.fonts
    major, minor = (fonts[sheet.looks.block(role).font] for role in ("heading-1", "base"))
    return {
        "major": attribute(major.word), "major latin": attribute(major.word_latin),
        "minor": attribute(minor.word), "minor latin": attribute(minor.word_latin),
    }  # fmt: skip


def _lightness(colour: Colour) -> float:
    return sum(colour.rgb) / 3
