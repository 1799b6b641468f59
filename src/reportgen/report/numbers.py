"""Numbers as people write them, kept in decimal and as typed."""

import re
from decimal import Context, Decimal
from typing import ClassVar, Literal, cast

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.source import UNREADABLE, Scalar
from reportgen.text.lazy_pattern import LazyPattern

Scale = Literal["万", "亿", "万亿"]
Grouping = Literal["none", "comma", "space"]

POWERS: dict[str, int] = {"万": 4, "亿": 8, "万亿": 12}
"""How many places a scale moves the decimal point."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，＋－−", "0123456789.,+--")
_NUMBER = re.compile(r"([+-]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?)\s*(万亿|[万亿]|)", re.ASCII)
_LOOSE = LazyPattern(
    r"[约近超逾]?(?P<digits>[+-]?\d[\d_,]*(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)"
    r"(?P<power>[十百千]?)(?P<scale>万亿|[万亿]|[wW](?![A-Za-z])|)(?P<rest>\s*[^\d\s:：.,_-][^\d]*)?"
)
_POWERS_OF_TEN = {"": 0, "十": 1, "百": 2, "千": 3}
_LONGEST = 30
NUMBER_PATTERN = (
    r"^\s*(?=\S(?:[\s\S]{0,28}\S)?\s*$)"  # as long as _LONGEST
    r"[+\-＋－−]?(?:[0０]|[1-9１-９][0-9０-９]*|[1-9１-９][0-9０-９]{0,2}(?:[,，][0-9０-９]{3})+)"
    r"(?:[.．][0-9０-９]+)?[ \t]*(?:万亿|[万亿])?\s*$"
)
"""The texts that ``read_number`` reads, as the JSON Schema says it: for JavaScript, full-width forms written out."""

EXACT = Context(prec=120)
"""No number of a report and no change between two can be longer than this; the default 28 digits could."""


PENDING = "（待填）"
"""Printed for a number that has not been filled in."""

_PENDING = ("待填", PENDING, "待定", "待补充")


class Number(Struct, frozen=True):
    """A decimal number with the digits and the scale it was typed with: ``5.8万`` is 5.8 and 万.

    A ``pending`` one is not known yet; it prints as such in drafts, and takes part in no calculation.
    """

    scalar: ClassVar[bool] = True

    digits: Decimal
    scale: Scale | None = None
    pending: bool = False

    @property
    def amount(self) -> Decimal:
        """The whole amount: 58000 for ``5.8万``."""
        return self.digits.scaleb(POWERS[self.scale], EXACT) if self.scale else self.digits


def read_number(node: Scalar, path: FieldPath) -> tuple[object, tuple[Diagnostic, ...]]:
    """Reads ``546``, ``-3.5``, ``1,234``, ``１２３`` or ``5.8万``; a note where that may surprise.

    待填 is a pending number, which only a draft may print.
    """
    if node.text.strip() in _PENDING:
        return Number(Decimal(0), None, pending=True), (Diagnostic("number-pending", node.place(path)),)
    text = node.text.translate(FULL_WIDTH).strip()
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > _LONGEST:
        intended = _intended(text)
        hint = "write-number" if intended is None else "write-number-as" if intended[1] else "parts-apart"
        words = {"text": node.text, "number": intended[0] if intended else ""}
        return UNREADABLE, (Diagnostic("number-unreadable", node.place(path), words, (hint,)),)
    digits = match.group(1).replace(",", "").removeprefix("+")
    scale = cast("Scale | None", match.group(2) or None)
    number = Number(Decimal(digits), scale)
    if node.text in (f"{digits}{scale or ''}", f"{digits} {scale}"):
        return number, ()
    words = {"text": node.text, "number": format(number.amount, "f")}
    return number, (Diagnostic("number-read-as", node.place(path), words),)


def _intended(text: str) -> tuple[str, bool] | None:
    """The number somebody meant by ``0123``, ``46_000``, ``1.28w``, ``3.2千`` or ``546件``, and whether it is all."""
    match = _LOOSE.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    digits = Decimal(match["digits"].replace("_", "").replace(",", ""))
    number = digits.scaleb(_POWERS_OF_TEN[match["power"]], EXACT)
    if abs(number.adjusted()) > _LONGEST:
        return None
    scale = "万" if match["scale"] in ("w", "W") else match["scale"]
    return f"{number:f}{scale}", match["rest"] is None and match.start("digits") == 0


def group_digits(digits: str, grouping: Grouping) -> str:
    """Groups the whole part by three where it has five digits or more (GB/T 15835 5.1.1; T85)."""
    separator = {"none": "", "comma": ",", "space": "\u2005"}[grouping]
    sign, unsigned = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, point, fraction = unsigned.partition(".")
    if not separator or len(whole) < 5:
        return digits
    return sign + f"{int(whole):,}".replace(",", separator) + point + fraction
