"""Figures typed into running text: their digits, scale and unit, and whether two of them can mean the same."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from reportgen.report import EXACT, FULL_WIDTH, POWERS, Metric, quantity_of
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.measure_words import MEASURE_WORDS
from reportgen.text.names import Names

Vagueness = Literal["exact", "more", "less", "about"]

_FIGURE = LazyPattern(
    r"(?<![\d.．,，A-Za-z～~—–-])"
    r"(?P<digits>\d+(?:[,，]\d{3})*(?:[.．]\d+)?)[ ]?"
    r"(?P<early>[余多])?(?P<scale>万亿|[万亿])?(?P<late>[余多])?[ ]?"
)
_COUNTERS = tuple(MEASURE_WORDS.split("|"))
_VAGUE_BEFORE: dict[str, Vagueness] = {
    "约": "about", "近": "less", "超": "more", "超过": "more", "逾": "more",
}  # fmt: skip
"""What the words before a figure end with, and the qualifiers of metrics: 大约 and 接近 are among them."""
_VAGUE_BEHIND: dict[str, Vagueness] = {"左右": "about", "上下": "about"}


class TypedFigure(Struct, frozen=True):
    """A figure of a paragraph: where its digits begin and its unit ends, the unit, and the amounts it can mean."""

    start: int
    end: int
    unit: str
    digits: Decimal
    scale: str
    vague: Vagueness

    @property
    def amount(self) -> Decimal:
        """The amount as typed."""
        return _scaled(self.digits, self.scale)


def typed_figures(text: str, units: Names) -> Iterator[TypedFigure]:
    """The figures of a text whose unit, read as far as it goes, is one of ``units``: 人次 is not 人."""
    for match in _FIGURE.finditer(text):
        unit = units.at(text, match.end())
        if not unit or any(text.startswith(each, match.end()) for each in _COUNTERS if len(each) > len(unit)):
            continue
        digits = Decimal(match["digits"].translate(FULL_WIDTH).replace(",", ""))
        end = match.end() + len(unit)
        yield TypedFigure(match.start(), end, unit, digits, match["scale"] or "", _vagueness(text, match, end))


def _vagueness(text: str, match: re.Match[str], end: int) -> Vagueness:
    """How vague the words around a figure make it."""
    if match["early"] or match["late"]:
        return "more"
    for word, vague in _VAGUE_BEHIND.items():
        if text.startswith(word, end):
            return vague
    for word, vague in _VAGUE_BEFORE.items():
        if text.endswith(word, 0, match.start()):
            return vague
    return "exact"


def reconcile(figure: TypedFigure, metric: Metric) -> Literal["same", "possible", "rounded", "different"]:
    """Whether a figure can mean what a metric prints.

    ``possible``: both are right, as 100多 and 120 are. ``rounded``: the figure is the metric's number with fewer
    digits, which a careful writer would have called 约.
    """
    quantity = quantity_of(metric, metric.value)
    printed = Decimal(quantity.digits)
    if figure.amount == quantity.amount:
        return "same"
    vague: Vagueness = _VAGUE_BEFORE.get(metric.qualifier or "", "more" if metric.qualifier else "exact")
    low, high = _range(figure.digits, figure.scale, figure.vague)
    least, most = _range(printed, quantity.scale or "", vague)
    if max(low, least) <= min(high, most):
        return "possible"
    step, metric_step = _step(figure.digits, figure.scale), _step(printed, quantity.scale or "")
    if metric_step > step and _rounded(figure.amount, metric_step) == quantity.amount:
        return "possible"
    is_rounded = figure.vague == "exact" and step > metric_step and _rounded(quantity.amount, step) == figure.amount
    return "rounded" if is_rounded else "different"


def _range(digits: Decimal, scale: str, vague: Vagueness) -> tuple[Decimal, Decimal]:
    """The least and the greatest amount a figure can mean; one of 余 and 多 stays below the next of its step."""
    amount, step = _scaled(digits, scale), _step(digits, scale)
    below = step if vague in ("less", "about") else Decimal(0)
    above = step - step / 1000 if vague == "more" else step if vague == "about" else Decimal(0)
    return amount - below, amount + above


def _step(digits: Decimal, scale: str) -> Decimal:
    """What the last digit of a figure that is not 0 counts: 100 of 500, 10 of 640, 0.1万 of 5.8万."""
    exponent = digits.normalize(EXACT).as_tuple().exponent
    assert isinstance(exponent, int)
    return _scaled(Decimal(1).scaleb(exponent), scale)


def _scaled(digits: Decimal, scale: str) -> Decimal:
    return digits.scaleb(POWERS[scale], EXACT) if scale else digits


def _rounded(amount: Decimal, step: Decimal) -> Decimal:
    return (amount / step).to_integral_value() * step
