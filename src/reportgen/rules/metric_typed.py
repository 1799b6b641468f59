"""A metric's value typed by hand: correct now, but easily missed when the metric is corrected (P81).

Refer to the metric with 【】 instead.

中文：正文里手写了一个数，正好是某个指标的数。现在没有错，可指标一改，这里就会漏改。请改用【】引用。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 【本年】年工作回顾
      intro: 共收到【提案】。
      closing: 全年征集提案546件。

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 【本年】年工作回顾
      intro: 共收到【提案】。
      closing: 全年征集提案【提案】。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.claims import metric_claims
from reportgen.rules.context import RuleContext, finding

CODE = "metric-typed"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports typed figures that equal a metric."""
    for claim in metric_claims(context):
        if claim.same:
            yield finding(CODE, claim.text, claim.span, claim.replacement, typed=claim.typed, name=claim.name)
