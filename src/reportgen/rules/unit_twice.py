"""A unit typed behind a reference that prints it already: 【信息】篇 prints 3543篇篇.

中文：【指标】印出来已经带单位，后面又写了一遍，会印成“3543篇篇”。请删去后面的单位；只要数字，写【指标：数值】。

Wrong:

    metrics:
      信息: {label: 报送信息, value: 3543, unit: 篇}
    reviews:
      title: 工作回顾
      intro: 报送信息【信息】篇。

Right:

    metrics:
      信息: {label: 报送信息, value: 3543, unit: 篇}
    reviews:
      title: 工作回顾
      intro: 报送信息【信息】，约【信息：数值】篇。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.report import Aspect, references_in
from reportgen.rules.context import RuleContext, finding

CODE = "unit-twice"

_OTHER_WORDS = (
    *("项目", "件件", "件数", "家庭", "家长", "家属", "家园", "家乡", "人员", "人民", "人次", "人大", "人才", "个人"),
    *(
        "个体",
        "名单",
        "名师",
        "位置",
        "户籍",
        "次数",
        "条件",
        "条例",
        "场所",
        "场馆",
        "天然",
        "处理",
        "处置",
        "份额",
        "期间",
    ),
)
"""Words that begin like a unit and are none: 5项项目, 546件件件有着落."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The units right behind a reference that prints them, unless they begin another word."""
    for path, node in context.texts():
        for reference in references_in(node.text):
            metric = context.metrics.get(reference.name)
            if metric is None or not metric.unit or reference.aspect is not Aspect.PRINTED:
                continue
            end = reference.end + len(metric.unit)
            typed_on = node.text.startswith(metric.unit, reference.end)
            if typed_on and not node.text.startswith(_OTHER_WORDS, reference.end):
                yield finding(CODE, (path, node), (reference.end, end), "", typed=metric.unit, name=reference.name)
