"""A unit that begins with the scale the number has already: 5.8万 with unit 万人次 prints 5.8万万人次.

中文：数值已经带“万”“亿”，单位里又写了一遍，会印成“5.8万万人次”。请把单位里的“万”“亿”去掉。

Wrong:

    metrics:
      群众: {label: 惠及群众, value: 58000, scale: 万, unit: 万人次}
    reviews: {title: 工作回顾, intro: 【群众】}

Right:

    metrics:
      群众: {label: 惠及群众, value: 58000, scale: 万, unit: 人次}
    reviews: {title: 工作回顾, intro: 【群众】}
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.report import POWERS, print_figure, quantity_of
from reportgen.rules.context import RuleContext
from reportgen.source import Scalar, find

CODE = "unit-scaled"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The metrics whose number prints with a scale, and whose unit begins with one."""
    for name, metric in context.metrics.items():
        quantity = quantity_of(metric, metric.value)
        scale = next((each for each in sorted(POWERS, key=len, reverse=True) if metric.unit.startswith(each)), "")
        if not quantity.scale or not scale:
            continue
        path = ("metrics", name, "unit")
        node = find(context.reading.root, path)
        verbatim = isinstance(node, Scalar) and node.plain
        edits = (Edit(node.start, node.start + len(scale), ""),) if verbatim else ()
        words = {"printed": print_figure(metric, quantity, "none"), "typed": scale}
        yield Diagnostic(CODE, node.place(path), words, (), edits)
