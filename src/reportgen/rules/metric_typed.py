"""A metric's value typed by hand: correct now, but easily missed when the metric is corrected.

Refer to the metric with 【】 instead.

中文：正文里手写了一个数，正好是某个指标的数。现在没有错，可指标一改，这里就会漏改。请改用【】引用。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 工作回顾
      intro: 全年征集提案【提案】。
      closing: 546件提案全部办复。

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 工作回顾
      intro: 全年征集提案【提案】。
      closing: 【提案】提案全部办复。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.typed_figures import typed_figures

CODE = "metric-typed"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports typed numbers that equal a metric."""
    for each in typed_figures(context):
        if each.same:
            typed = each.text[1].text[slice(*each.span)]
            yield finding(CODE, each.text, each.span, typed=typed, name=each.name)
