"""Lengths with their units, and the sizes printers name."""

from typing import ClassVar, Literal

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.source import UNREADABLE, Scalar
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.numerals import chinese_numeral

Unit = Literal["pt", "mm", "em", "line"]

POINTS_PER_MILLIMETRE = 72 / 25.4

TOLERANCE = 0.02
"""Points; sums of decimal fractions are not exact in binary."""

_NAMED_SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0, "小三": 15.0,
    "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip
"""Points of the named sizes in Word and WPS (T4)."""

_DIGITS = str.maketrans({chinese_numeral(size): str(size) for size in range(1, 9)})
_NAMES = _NAMED_SIZES | {name.translate(_DIGITS): points for name, points in _NAMED_SIZES.items()}
_MEASURED = r"(-?[0-9０-９]{1,4}(?:\.[0-9０-９]{1,4})?)\s*(pt|mm|em|行|line)"
_LENGTH = LazyPattern(_MEASURED)

LENGTH_PATTERN = rf"^\s*(?:0|{_MEASURED}|{'|'.join(_NAMES)})\s*$"
"""How lengths are written, for JSON Schema."""


class Length(Struct, frozen=True):
    """A length as written: points, millimetres, ems of the text it belongs to, or lines of the page's grid."""

    scalar: ClassVar[bool] = True

    value: float
    unit: Unit

    def points(self, em: float = 0.0, line: float = 0.0) -> float:
        """The length in points; ``em`` is the size of the text, ``line`` the pitch of the grid, both in points."""
        factors = {"pt": 1.0, "mm": POINTS_PER_MILLIMETRE, "em": em, "line": line}
        return self.value * factors[self.unit]

    def __str__(self) -> str:
        """The length as written in a style sheet."""
        return f"{self.value:g}{'行' if self.unit == 'line' else self.unit}"


def read_length(node: Scalar, path: FieldPath) -> tuple[object, tuple[Diagnostic, ...]]:
    """Reads ``12pt``, ``5mm``, ``2em``, ``1.5行`` (or ``line``), ``3号``, ``小四``, ``0``."""
    text = node.text.strip()
    if text == "0":
        return Length(0.0, "pt"), ()
    named = _NAMES.get(text)
    if named is not None:
        return Length(named, "pt"), ()
    match = _LENGTH.fullmatch(text)
    if match is None:
        words = {"text": node.text}
        return UNREADABLE, (Diagnostic("length-unreadable", node.place(path), words, ("write-length",)),)
    units: dict[str, Unit] = {"pt": "pt", "mm": "mm", "em": "em", "行": "line", "line": "line"}
    return Length(float(match.group(1)), units[match.group(2)]), ()
