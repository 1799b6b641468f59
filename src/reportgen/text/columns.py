"""How wide a text is on a terminal, and texts in lines no wider than it."""

import unicodedata
from collections.abc import Iterable

from reportgen.text.lazy_pattern import LazyPattern

_OPENERS = "（“‘《【"
_CLOSERS = "，。、；：！？）”’》】…"
_UNIT = LazyPattern(rf"(?:（[^（）]{{1,16}}）|\[[^\[\]]{{1,24}}\]|[{_OPENERS}]*(?:[!-~]+|\S))[{_CLOSERS}]*\s*")
"""What a line may not part: a short remark in brackets, a word of ASCII or one wide character, with its marks."""


def columns(text: Iterable[str]) -> int:
    """The width of the text in terminal columns; wide characters take two, combining ones none."""
    return sum(_width(character) for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` columns; Chinese turns over anywhere but before and after its marks."""
    lines: list[str] = []
    line = ""
    for match in _UNIT.finditer(text):
        unit = match.group()
        if line and columns(line + unit.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += unit
    return [*lines, line.rstrip()]


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
