"""A value smaller than one unit of its scale: 546 with scale 万 prints as 0.0546万.

The value was probably already counted in 万: write value: 546万, or drop the scale.

中文：按 scale 折算后还不到 1（如 546 写了 scale: 万，会印成 0.0546万）。多半是数值已经以万计，请写成 value: 546万，
或去掉 scale。

Wrong:

    metrics:
      群众: {label: 惠及群众, value: 5.8, scale: 万, unit: 人次}
    reviews: {title: 工作回顾, intro: 【群众】}

Right:

    metrics:
      群众: {label: 惠及群众, value: 58000, scale: 万, unit: 人次}
    reviews: {title: 工作回顾, intro: 【群众】}
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.report import POWERS, print_figure, quantity_of
from reportgen.rules.context import RuleContext
from reportgen.source import find

CODE = "scale-too-large"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports metrics whose value is less than one unit of their scale."""
    for name, metric in context.metrics.items():
        amount = abs(metric.value.amount)
        if metric.value.scale not in (None, metric.scale):
            continue  # conflicting scales are reported already
        if metric.scale and 0 < amount < 10 ** POWERS[metric.scale]:
            path = ("metrics", name, "value")
            printed = print_figure(metric, quantity_of(metric, metric.value), "none")
            words = {"scale": metric.scale, "printed": printed}
            yield Diagnostic(CODE, find(context.reading.root, path).place(path), words)
