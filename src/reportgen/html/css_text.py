"""Pieces of CSS as text."""

import re

from reportgen.style import Align
from reportgen.text.characters import printable

_NOT_IN_STRINGS = re.compile(r"[\\'\"<>&\n\r\f]")


def rule(selector: str, *declarations: str) -> str:
    """A rule of CSS; declarations that are empty are left out."""
    return f"{selector} {{ {'; '.join(filter(None, declarations))} }}"


def media(condition: str, *rules: str) -> str:
    """Rules that hold under a condition."""
    return f"@media {condition} {{ {' '.join(rules)} }}"


def points(length: float) -> str:
    """A length in points."""
    return f"{round(length, 2) + 0.0:g}pt"


def sides(*lengths: float) -> str:
    """Lengths of several sides, in points."""
    return " ".join(map(points, lengths))


def string(text: str) -> str:
    """A text as a string of CSS: whatever could end it, or the element that holds the rules, as its code."""
    escaped = _NOT_IN_STRINGS.sub(lambda match: f"\\{ord(match.group()):x} ", printable(text))
    return f"'{escaped}'"


def text_align(align: Align) -> str:
    """The declaration of how lines end."""
    return f"text-align: {'center' if align == 'centre' else align}"
