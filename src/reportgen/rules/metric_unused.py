"""A metric that no text refers to: either a text still has the number typed by hand, or the metric is not needed.

Use it in a text, or delete it.

中文：定义了指标，却没有任何一段文字用【】引用它。多半是正文里还留着手写的数，改数时就会漏改；真不需要的指标请删去。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 工作回顾
      intro: 提案工作扎实推进。

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews:
      title: 工作回顾
      intro: 全年征集提案【提案】。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.report import references_in
from reportgen.rules.context import RuleContext
from reportgen.source import key_at

CODE = "metric-unused"

_FAULTY = ("metric-unknown", "reference-unclosed", "slip-reference", "type-not-text")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports metrics that no reference names; none if an invalid reference may have meant one of them."""
    if any(found.code in _FAULTY for found in context.reading.found):
        return
    used = {reference.name for _, node in context.texts() for reference in references_in(node.text)}
    for name in context.metrics:
        if name not in used:
            path = ("metrics", name)
            yield Diagnostic(CODE, key_at(context.reading.root, path).place(path), {"name": name})
