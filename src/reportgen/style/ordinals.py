"""Numbering formats: ``{1}``, ``{一}、``, ``（{一}）``, ``{1}.``."""

from typing import Literal

from msgspec import Struct

from reportgen.text.numerals import chinese_numeral

Counter = Literal["decimal", "chinese", "circled", "roman"]

_COUNTERS: dict[str, Counter] = {"1": "decimal", "一": "chinese", "①": "circled", "i": "roman"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class OrdinalFormat(Struct, frozen=True):
    """The text before the number, its way of counting, and the text after it."""

    before: str
    counter: Counter
    after: str

    def text(self, value: int) -> str:
        """The ordinal of a value from 1, e.g. ``（二十一）``."""
        return self.before + count(value, self.counter) + self.after


def ordinal_format(text: str) -> OrdinalFormat | None:
    """The format written in a style sheet, or None if it has no counter or more than one."""
    before, _, rest = text.partition("{")
    counter, closing, after = rest.partition("}")
    if not closing or counter not in _COUNTERS or not {"{", "}"}.isdisjoint(before + after):
        return None
    return OrdinalFormat(before, _COUNTERS[counter], after)


def count(value: int, counter: Counter) -> str:
    """A value from 1 in digits, in Chinese (up to 9999, else digits), circled (up to 50, else digits) or roman."""
    if counter == "chinese" and value < 10_000:
        return chinese_numeral(value)
    if counter == "circled" and value <= 50:
        first, start = (0x2460, 1) if value <= 20 else (0x3251, 21) if value <= 35 else (0x32B1, 36)
        return chr(first + value - start)
    if counter == "roman":
        text = ""
        for worth, letters in _ROMAN:
            times, value = divmod(value, worth)
            text += letters * times
        return text
    return str(value)
