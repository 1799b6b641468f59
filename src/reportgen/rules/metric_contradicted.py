"""A number typed next to a metric's label that differs from the metric: the report contradicts itself (P80).

Refer to the metric with 【】 instead. If the number is last year's, a running total or a share, say so in the sentence
(去年, 累计, 其中 …) and it is no longer reported.

中文：正文里紧挨着指标名称写了一个数，却与指标的数不同，印出来前后矛盾。请改用【】引用；若说的是去年、累计或其中一部分，
在句子里写明（去年、累计、其中……），检查就不再提示。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 【本年】年工作回顾
      intro: 共收到【提案】。
      items: [全年征集提案540件]

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 【本年】年工作回顾
      intro: 全年征集提案【提案】，其中经济类征集提案120件，去年征集提案521件。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.claims import metric_claims
from reportgen.rules.context import RuleContext, finding

CODE = "metric-contradicted"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports typed figures that can only be a metric's and differ from it."""
    for claim in metric_claims(context):
        if not claim.same and claim.certain:
            words = {"typed": claim.typed, "name": claim.name, "printed": claim.printed}
            yield finding(CODE, claim.text, claim.span, claim.replacement, **words)
