"""Numbers typed into texts that belong to a metric: next to its label, or equal to it in print. Not itself a rule."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.report import EXACT, FULL_WIDTH, POWERS, Metric, print_figure, quantity_of, same_unit
from reportgen.rules.context import RuleContext
from reportgen.source import Scalar

_FIGURE = re.compile(
    r"(?<![\d０-９.．])(?P<digits>[\d０-９]+(?:[,，][\d０-９]{3})*(?:[.．][\d０-９]+)?)\s?(?P<scale>[万亿]?)(?P<more>[余多]?)"
)
_GAP = re.compile(r"(?:[\s共计达到了有为是：:约近超逾]{0,6})$")
_OTHER_TIME = re.compile(
    "去年|上年|往年|同期|同比|历年|年来|近年|累计|总计|合计|以来|[本上]?届|其中|[各每]|平均|人均|比|较|以上|目标|计划|力争"
)
_YEAR = re.compile(r"(\d{4})年")
_CLAUSE = re.compile(r"[。；！？!?;]|\n\n")
_LEAST_TELLING = 3
"""The fewest digits by which a number alone identifies its metric."""


class TypedFigure(Struct, frozen=True):
    """A number with its unit in a text: the metric it belongs to, and whether it agrees with the metric."""

    text: tuple[FieldPath, Scalar]
    span: tuple[int, int]
    name: str
    metric: Metric
    printed: str
    same: bool


def typed_figures(context: RuleContext) -> Iterator[TypedFigure]:
    """The typed numbers next to a metric's label, and those equal in print to a metric of three digits or more.

    Numbers of another time or scope are left out: those in a clause with 去年, 累计, 其中 or another year, and those
    found in last year's report or the metric's history.
    """
    by_unit: dict[str, list[tuple[str, Metric]]] = {}
    for name, metric in context.metrics.items():
        if metric.unit and not metric.value.pending:
            by_unit.setdefault(metric.unit, []).append((name, metric))
    for path, node in context.texts() if by_unit else ():
        for match in _FIGURE.finditer(node.text):
            for unit, metrics in by_unit.items():
                if node.text.startswith(unit, match.end()):
                    yield from _of_unit(context, (path, node), match, unit, metrics)


def _of_unit(
    context: RuleContext,
    text: tuple[FieldPath, Scalar],
    match: re.Match[str],
    unit: str,
    metrics: list[tuple[str, Metric]],
) -> Iterator[TypedFigure]:
    node = text[1]
    span = (match.start(), match.end() + len(unit))
    before = _GAP.sub("", node.text[: match.start()][-60:]).replace("\n", "")
    amount = _amount(match)
    for name, metric in metrics:
        quantity = quantity_of(metric, metric.value)
        same = quantity.amount == amount
        beside = before.endswith(metric.label)
        telling = same and len(quantity.digits.replace(".", "")) >= _LEAST_TELLING
        if not (beside or telling) or (not same and _elsewhere(context, node.text, match, name, metric, amount)):
            continue
        yield TypedFigure(text, span, name, metric, print_figure(metric, quantity, "none"), same)
        return


def _amount(match: re.Match[str]) -> Decimal:
    digits = match.group("digits").translate(FULL_WIDTH).replace(",", "")
    scale = match.group("scale")
    return Decimal(digits).scaleb(POWERS[scale], EXACT) if scale else Decimal(digits)


def _elsewhere(
    context: RuleContext, text: str, match: re.Match[str], name: str, metric: Metric, amount: Decimal
) -> bool:
    """Whether a number that differs from the metric is of another time or scope."""
    known = [quantity_of(metric, number).amount for number in metric.history.values()]
    earlier = context.earlier.get(name)
    if earlier is not None and same_unit(earlier.unit, metric.unit):
        known.append(quantity_of(earlier, earlier.value).amount)
    breaks = [each.end() for each in _CLAUSE.finditer(text, 0, match.start())]
    clause = text[breaks[-1] if breaks else 0 : match.start()]
    other_year = any(int(year) != context.year for year in _YEAR.findall(clause))
    return amount in known or other_year or _OTHER_TIME.search(clause) is not None
