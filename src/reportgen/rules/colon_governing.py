"""Two colons of which one governs the other, or a list that 如下 announces without one (P5; GB/T 15834 4.7.3).

中文：一句话里套用了两个冒号，前后管到哪里看不清楚，请把里面的一个改成逗号；“如下”后面要列举，用冒号，不用句号。

Wrong:

    reviews:
      title: 工作回顾
      intro: 会议确定了三项任务：一是抓学习：办好读书班；二是抓调研。

Right:

    reviews:
      title: 工作回顾
      intro: 会议确定了三项任务：一是抓学习，办好读书班；二是抓调研。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("colon-in-colon", "colon-missing")

_BOTH = LazyPattern("(?<!\\d)：(?:一是|首先|第一)[^：。；？！“”《》\n]*：")
_AS_FOLLOWS = LazyPattern("如下。(?=\\n?[一首第（1])")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The colons inside of what a colon governs, and 如下。 before its list."""
    printed = printed_text(context)
    if "：" in printed.words:
        for match in _BOTH.finditer(printed.words):
            yield printed.finding("colon-in-colon", match.span())
    if "如下。" in printed.words:
        for match in _AS_FOLLOWS.finditer(printed.words):
            yield printed.finding("colon-missing", match.span(), "如下：")
