"""Colours: six hexadecimal digits, or a tint of another colour of the sheet."""

import re
from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.source import UNREADABLE, Node, Scalar, find

_DIGITS = re.compile("#[0-9a-fA-F]{6}")
_CIRCLE, _DEEP = "colour-of-itself", "colour-too-deep"
_MOST_TINTS = 8
"""Colours below a colour; a tint of a tint is seldom meant."""

_TINT = re.compile(r"(\S+) +([0-9]{1,2}|100)%")

COLOUR_PATTERN = f"^(?:{_DIGITS.pattern}|{_TINT.pattern})$"
"""How colours are written, as JSON Schema has it."""

_HUELESS = 1 / 8
"""The most that the inks of a grey differ, as a share of the strongest: warm, cold and pale greys are greys."""

Read = Callable[[Scalar, FieldPath], tuple[object, tuple[Diagnostic, ...]]]


class Colour(Struct, frozen=True):
    """A colour."""

    scalar: ClassVar[bool] = True

    hexadecimal: str
    """Six digits, lower case, without ``#``."""

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Red, green and blue from 0 to 1."""
        red, green, blue = (int(self.hexadecimal[start : start + 2], 16) / 255 for start in (0, 2, 4))
        return red, green, blue

    @property
    def grey(self) -> float | None:
        """Its grey from 0, black, to 1 (ISO 32000-1 10.3.2); None of a colour that has a hue."""
        red, green, blue = self.rgb
        lightest, darkest = max(self.rgb), min(self.rgb)
        if lightest - darkest > _HUELESS * (1 - darkest):
            return None
        return 0.3 * red + 0.59 * green + 0.11 * blue

    def tint(self, share: float) -> "Colour":
        """A share of the colour, from 0 to 1, on white."""
        return Colour("".join(f"{round(255 * (1 - share * (1 - part))):02x}" for part in self.rgb))


_NONE = Colour("000000")
"""In place of a colour with an error of its own."""


def colour_reader(root: Node) -> Read:
    """Reads ``"#9b1b1e"``, and ``accent 15%``: a share of another colour of the sheet ``root`` on white.

    Errors of the other colour are reported at their own place only.
    """

    def read(node: Scalar, path: FieldPath) -> tuple[object, tuple[Diagnostic, ...]]:
        colour, code, name = _colour(node.text, root, ())
        if not code:
            return colour or _NONE, ()
        return UNREADABLE, (
            Diagnostic(code, node.place(path), {"text": node.text, "name": name, "most": str(_MOST_TINTS)}),
        )

    return read


def _colour(text: str, root: Node, under: tuple[str, ...]) -> tuple[Colour | None, str, str]:
    """A colour, or the code of its error with the name of the other colour; neither if that one has the error."""
    if _DIGITS.fullmatch(text):
        return Colour(text[1:].lower()), "", ""
    match = _TINT.fullmatch(text)
    if match is None:
        return None, "colour-unreadable", ""
    name, percent = match.groups()
    other = find(root, ("colours", name))
    if name in under:
        return None, _CIRCLE, name
    if not isinstance(other, Scalar):
        return None, "colour-unknown", name
    if len(under) == _MOST_TINTS:
        return None, _DEEP, name
    base, code, cause = _colour(other.text, root, (*under, name))
    if base is None:
        return None, code if code in (_CIRCLE, _DEEP) else "", cause
    return base.tint(int(percent) / 100), "", ""
