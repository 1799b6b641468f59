"""How a metric prints, and how its change against last year reads. Decimal throughout, never binary floats."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from msgspec import Struct

from reportgen.report.numbers import EXACT, PENDING, POWERS, Grouping, Number, Scale, group_digits
from reportgen.report.report_types import Metric

_BEFORE_NUMBER = ("约", "近", "超", "逾")
_TENTH = Decimal("0.1")
_PERCENT_UNITS = ("%", "％")
_POINT_UNITS = ("个百分点", "百分点")


class Quantity(Struct, frozen=True):
    """A number as it prints: its digits with the point in place, and the scale after them; or one still to come."""

    digits: str
    scale: Scale | None
    pending: bool = False

    @property
    def amount(self) -> Decimal:
        """The amount a reader takes from the page, 58000 for 5.8万."""
        digits = Decimal(self.digits)
        return digits.scaleb(POWERS[self.scale], EXACT) if self.scale else digits


def quantity_of(metric: Metric, number: Number) -> Quantity:
    """A number printed in the metric's scale and decimals.

    Without ``decimals`` the digits stay as typed; a scale that was not typed drops the zeros it leaves behind.
    """
    if number.pending:
        return Quantity("0", None, pending=True)
    scale = metric.scale or number.scale
    amount = number.digits
    moved = scale != number.scale
    if moved:
        amount = number.amount.scaleb(-POWERS[scale], EXACT) if scale else number.amount
    if metric.decimals is not None:
        amount = amount.quantize(Decimal(1).scaleb(-metric.decimals), ROUND_HALF_UP, EXACT)
    digits = format(amount, "f")
    if moved and metric.decimals is None and "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Quantity(digits, scale)


def print_number(quantity: Quantity, grouping: Grouping) -> str:
    """The number with its scale, without qualifier and unit: ``5.8万``."""
    return PENDING if quantity.pending else group_digits(quantity.digits, grouping) + (quantity.scale or "")


def print_figure(metric: Metric, quantity: Quantity, grouping: Grouping) -> str:
    """The metric as texts show it: ``500余项``, ``约3.2万人次``."""
    if quantity.pending:
        return f"{PENDING}{metric.unit}"
    before = metric.qualifier if metric.qualifier in _BEFORE_NUMBER else ""
    after = "" if before else metric.qualifier or ""
    return f"{before}{print_number(quantity, grouping)}{after}{metric.unit}"


def print_change(metric: Metric, now: Quantity, before: Quantity, *, approximate: bool) -> str:
    """The change from last year's printed number to this year's, e.g. 增长4.8%, 持平, 提高1.2个百分点.

    ``approximate`` where either side is qualified (约增长19.2%). One decimal, half up (DESIGN, Change).

    Raises:
        ZeroDivisionError: last year's number is zero and the unit is not a percentage; the caller reports it first.

    """
    with localcontext(EXACT):
        return _change_of(metric.unit, now.amount, before.amount, "约" if approximate else "")


def is_percent(unit: str) -> bool:
    """Whether a unit is of hundredths, so that it changes by points: the sign, half-width or full-width, or points."""
    return unit in _PERCENT_UNITS or unit in _POINT_UNITS


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same thing, however their signs are typed."""
    return one == other or (one in _PERCENT_UNITS and other in _PERCENT_UNITS)


def _change_of(unit: str, now: Decimal, before: Decimal, about: str) -> str:
    difference = now - before
    if not difference:
        return "持平"
    if is_percent(unit):
        points = abs(difference).quantize(_TENTH, ROUND_HALF_UP)
        verb = "提高" if difference > 0 else "降低"
        return f"{about}{verb}{_plain(points)}个百分点" if points else "基本持平"
    if not before:
        raise ZeroDivisionError
    percent = (abs(difference) * 100 / abs(before)).quantize(_TENTH, ROUND_HALF_UP)
    verb = "增长" if difference > 0 else "下降"
    return f"{about}{verb}{_plain(percent)}%" if percent else "基本持平"


def _plain(number: Decimal) -> str:
    return format(number, "f")
