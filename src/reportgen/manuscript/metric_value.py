"""A metric's printed number, changed, as the value to write in its file."""

from decimal import Decimal, InvalidOperation

from msgspec.structs import replace

from reportgen.manuscript.printed_figure import PRINTED_FIGURE
from reportgen.report import Metric, Number, print_figure, quantity_of
from reportgen.report.numbers import EXACT, POWERS


def new_value(metric: Metric, printed: str) -> str | None:
    """The value that makes a metric print this number, written as its value is now.

    None where that is not possible without changing its scale, its qualifier or its decimals.
    """
    match = PRINTED_FIGURE.fullmatch(printed)
    if match is None or metric.value.pending:
        return None
    scale = match["scale"] or match["late"]
    if (match["before"] or match["after"]) != (metric.qualifier or ""):
        return None
    try:
        digits = Decimal(match["digits"].replace(",", ""))
    except InvalidOperation:
        return None
    amount = digits.scaleb(POWERS[scale], EXACT) if scale else digits
    typed = metric.value.scale
    number = Number(amount.scaleb(-POWERS[typed], EXACT) if typed else amount, typed)
    text = _plain(number.digits) + (typed or "")
    changed = replace(metric, value=number)
    shown = print_figure(changed, quantity_of(changed, number), "none").removesuffix(metric.unit)
    return text if shown == printed.replace(",", "") else None


def _plain(digits: Decimal) -> str:
    """Digits without an exponent; a whole number has no point."""
    whole = digits.to_integral_value()
    return format(whole if whole == digits and "." not in str(digits) else digits, "f")
