"""How a metric prints, and how its change against last year reads. Decimal throughout, never binary floats."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from msgspec import Struct
from msgspec.structs import replace

from reportgen.report.numbers import EXACT, PENDING, POWERS, Grouping, Number, Scale, group_digits
from reportgen.report.report_types import Metric

_BEFORE_NUMBER = ("约", "近", "超", "逾")
_TENTH = Decimal("0.1")
_PERCENT_UNITS = ("%", "％")
_DEGREES = ("℃", "°C", "摄氏度")
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
    digits, scale, qualifier = group_digits(quantity.digits, grouping), quantity.scale or "", metric.qualifier or ""
    if qualifier in _BEFORE_NUMBER:
        return f"{qualifier}{digits}{scale}{metric.unit}"
    inside = _precedes_scale(metric, quantity)
    return f"{digits}{qualifier}{scale}{metric.unit}" if inside else f"{digits}{scale}{qualifier}{metric.unit}"


def _precedes_scale(metric: Metric, quantity: Quantity) -> bool:
    """Whether 余 or 多 comes before 万 and 亿: where the scaled number is a whole ten, 3400多万 but 3.2万余 (P23)."""
    if metric.qualifier_position is not None:
        return metric.qualifier_position == "before"
    return "." not in quantity.digits and quantity.digits.endswith("0") and quantity.digits != "0"


class Change(Struct, frozen=True):
    """A change as it prints: 增长4.8% is the ``verb`` 增长 and the ``amount`` 4.8%, 持平 a verb alone.

    ``rises``: whether its verb says so, None where it says neither; of a rank, the place does. ``more``: whether the
    number itself became larger, None where it did not change.
    """

    verb: str
    amount: str = ""
    rises: bool | None = None
    more: bool | None = None
    approximate: bool = False

    @property
    def text(self) -> str:
        """The sentence: 约增长19.2%."""
        return f"{'约' if self.approximate and self.amount else ''}{self.verb}{self.amount}"


def change_between(metric: Metric, now: Quantity, before: Quantity, *, approximate: bool) -> Change:
    """The change from last year's printed number to this year's: 增长4.8%, 持平, 提高1.2个百分点, 上升2位.

    ``approximate`` where either side is qualified (约增长19.2%). One decimal, half up (DESIGN, Change). A rank, a
    temperature and a number that was or is negative change by their difference: no rate could be read from them.

    Raises:
        ZeroDivisionError: last year's number is zero and the change is a rate; the caller reports it first.

    """
    with localcontext(EXACT):
        return replace(_change_of(metric, now, before), approximate=approximate)


def changes_by_rate(metric: Metric, now: Quantity, before: Quantity) -> bool:
    """Whether a change is printed as a rate, so that last year's number may not be zero."""
    return is_amount(metric) and now.amount >= 0 and before.amount >= 0


def is_percent(unit: str) -> bool:
    """Whether a unit is of hundredths, so that it changes by points: the sign, half-width or full-width, or points."""
    return unit in _PERCENT_UNITS or unit in _POINT_UNITS


def is_amount(metric: Metric) -> bool:
    """Whether twice the number is twice as much of something, so that columns from zero show it: no rate, no degree."""
    return not (metric.rank or is_percent(metric.unit) or metric.unit in _DEGREES)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same thing, however their signs are typed."""
    return one == other or (one in _PERCENT_UNITS and other in _PERCENT_UNITS)


def _change_of(metric: Metric, now: Quantity, before: Quantity) -> Change:
    """A change without 约."""
    difference = now.amount - before.amount
    if not difference:
        return Change("持平")
    if metric.rank:  # the first place is the highest
        return _move(difference, ("下降", "上升"), f"{_plain(abs(difference))}位", rises=difference < 0)
    if is_percent(metric.unit):
        points = abs(difference).quantize(_TENTH, ROUND_HALF_UP)
        return _move(difference, ("提高", "降低"), f"{_plain(points)}个百分点") if points else Change("基本持平")
    if metric.unit in _DEGREES:
        return _move(difference, ("上升", "下降"), f"{_plain(abs(difference))}{metric.unit}")
    if not changes_by_rate(metric, now, before):
        scaled = abs(difference).scaleb(-POWERS[now.scale], EXACT) if now.scale else abs(difference)
        return _move(difference, ("增加", "减少"), f"{_plain(scaled.normalize(EXACT))}{now.scale or ''}{metric.unit}")
    if not before.amount:
        raise ZeroDivisionError
    percent = (abs(difference) * 100 / before.amount).quantize(_TENTH, ROUND_HALF_UP)
    return _move(difference, ("增长", "下降"), f"{_plain(percent)}%") if percent else Change("基本持平")


def _move(difference: Decimal, verbs: tuple[str, str], amount: str, *, rises: bool | None = None) -> Change:
    """A change by an amount, with the first verb where the number became larger, else the second."""
    more = difference > 0
    return Change(verbs[0] if more else verbs[1], amount, more if rises is None else rises, more)


def _plain(number: Decimal) -> str:
    return format(number, "f")
