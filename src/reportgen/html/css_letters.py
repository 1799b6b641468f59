"""Fonts and sizes of a style sheet as CSS."""

import re
from collections.abc import Iterator

from reportgen.document import FittedSheet
from reportgen.html.css_text import points, rule, string
from reportgen.style import BlockLook
from reportgen.text.characters import SHARED_MARKS

_SANS = re.compile("sans|hei|gothic|arial|黑|圆", re.IGNORECASE)
"""In the names of fonts without serifs; a browser that has none of them then takes one of its own."""

_DISPLAY = 1.5
"""Sizes beyond so many times the text's shrink with narrow windows, down to this."""

_LEAST_SHARE = "12vw"
"""What a character takes of a window at most: seven of them are on a line, which most words have room on."""


class Letters:
    """The fonts of one style sheet as CSS names them."""

    def __init__(self, sheet: FittedSheet) -> None:
        self._fonts = sheet.style.fonts
        self._width = sheet.area.width
        self._least = sheet.looks.block("base").size * _DISPLAY

    def font(self, look: BlockLook) -> str:
        """The declaration of weight, size, line and faces."""
        weight = "bold " if look.bold else ""
        return f"font: {weight}{self._size(look.size)}/{look.line / look.size:.2f} {self.family(look.font)}"

    def family(self, font: str) -> str:
        """The faces of a font role, from the first choice to whatever the browser has."""
        style = self._fonts[font]
        latin = [_latin_name(font)] if style.word_latin != style.word else []
        names = list(dict.fromkeys((style.word, *(face.name for face in style.faces))))
        generic = "sans-serif" if any(map(_SANS.search, names)) else "serif"
        return ", ".join((*map(string, (*latin, *names)), generic))

    def faces(self) -> Iterator[str]:
        """The Latin faces without the marks that Chinese text shares with them, which are full-width there (T33)."""
        for font, style in self._fonts.items():
            if style.word_latin != style.word:
                source = f"src: local({string(style.word_latin)})"
                name = f"font-family: {string(_latin_name(font))}"
                yield rule("@font-face", name, source, f"unicode-range: {_LATIN_RANGE}")

    def _size(self, size: float) -> str:
        """A size; a large one keeps its share of a line where the window is narrower than the text on paper."""
        if size <= self._least:
            return points(size)
        return (
            f"clamp(min({points(self._least)}, {_LEAST_SHARE}), {size / self._width:.1%}".replace("%", "vw")
            + f", {points(size)})"
        )


def _latin_name(font: str) -> str:
    return f"{font} latin"


def _latin_range() -> str:
    """Everything before Chinese but the shared marks, as CSS writes ranges of characters."""
    marks = sorted(map(ord, SHARED_MARKS))
    edges = zip((0, *(mark + 1 for mark in marks)), (*marks, 0x2E80), strict=True)
    return ", ".join(f"U+{start:X}-{end - 1:X}" for start, end in edges if start < end)


_LATIN_RANGE = _latin_range()
