"""Two metrics with the same label and different values: readers of the table cannot tell them apart.

If they are the same number, keep one metric.

中文：两个指标的名称（label）相同，数却不同。读者在指标表里分不出是哪一个；若是同一个数，请只留一个指标。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
      提案数: {label: 征集提案, value: 540, unit: 件}
    reviews:
      title: 工作回顾
      intro: 【提案】【提案数】

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
      立案: {label: 立案提案, value: 540, unit: 件}
    reviews:
      title: 工作回顾
      intro: 【提案】【立案】
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.report import print_figure, quantity_of
from reportgen.rules.context import RuleContext
from reportgen.source import find

CODE = "metric-label-twice"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports metrics that share a label with an earlier one but have another value."""
    seen: dict[str, tuple[str, str]] = {}
    for name, metric in context.metrics.items():
        printed = print_figure(metric, quantity_of(metric, metric.value), "none")
        earlier, printed_earlier = seen.setdefault(metric.label, (name, printed))
        if printed != printed_earlier:
            root, path = context.reading.root, ("metrics", name, "label")
            line = str(find(root, ("metrics", earlier, "label")).place().line)
            words = {"label": metric.label, "line": line, "printed": printed_earlier}
            yield Diagnostic(CODE, find(root, path).place(path), words)
