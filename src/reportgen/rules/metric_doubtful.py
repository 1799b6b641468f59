"""A number typed beside words like a metric's label, which may be the metric's and is another: please look (P80).

中文：正文里的这个数旁边写的很像某个指标，数却与指标不同；究竟是不是同一个数，要人来判断。是同一个数，就改用【】引用；
不是，就在句子里写明是谁的、什么时间的、哪一部分的数。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 【本年】年工作回顾
      intro: 共收到【提案】。
      items: [全年征集各类提案532件]

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 【本年】年工作回顾
      intro: 共收到【提案】。
      items: [县区政协征集各类提案532件]
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.claims import metric_claims
from reportgen.rules.context import RuleContext, finding

CODE = "metric-doubtful"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The typed figures that may be a metric's and say something else."""
    for claim in metric_claims(context):
        if not claim.same and not claim.certain:
            yield finding(CODE, claim.text, claim.span, typed=claim.typed, name=claim.name, printed=claim.printed)
