"""A value in history that differs from last year's report. The report takes precedence.

Changes are calculated from last year's report; check which of the two values is right.

中文：指标的 history 里写的上年数，与上一年报告里的不同。计算变化时以上一年的报告为准；请核对哪个对。

Wrong (last year's report has 521):

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件, history: {2024: 512}}
    reviews: {title: 工作回顾, intro: 【提案】}

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件, history: {2024: 521}}
    reviews: {title: 工作回顾, intro: 【提案】}
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.report import overruled
from reportgen.rules.context import RuleContext
from reportgen.source import find

CODE = "history-differs"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports metrics whose history differs from last year's report."""
    year = str(context.year - 1)
    for name, earlier in overruled(context.metrics, context.year, context.earlier).items():
        path: FieldPath = ("metrics", name, "history", year)
        words = {"name": name, "year": year, "earlier": earlier}
        yield Diagnostic(CODE, find(context.reading.root, path).place(path), words)
