"""A stop on both sides of a closing quotation mark: 。”。 (P4; GB/T 15834 B.2).

A quotation that is a sentence of its own keeps its stop inside, 他说：“……。”; one that is part of our sentence has it
outside, 做到“……”。 The latter is only a note.

中文：后引号里外都有句号。独立成句的引语，句号在引号里（他说：“……。”）；引语是句子的一部分时，句号在引号外（做到“……”。）。请只留一个。

Wrong:

    reviews:
      title: 工作回顾
      intro: 有居民说：“路修好了。”。

Right:

    reviews:
      title: 工作回顾
      intro: 有居民说：“路修好了。”我们做到“守责尽责、担当作为”。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("stop-both-sides", "stop-inside-quote")

_BOTH = LazyPattern("([。？！])”。", signs=[f"{stop}”。" for stop in "。？！"])
_INSIDE = LazyPattern("(?<=[\u4e00-\u9fff])“[^“”。？！…\n]{1,30}(。”)(?![，、；：。\u4e00-\u9fff])", signs=["。”"])
_SAYING = "说道问答讲称云曰写"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The full stops at closing quotation marks that are one too many, or inside instead of outside."""
    printed = printed_text(context)
    for match in _BOTH.finditer(printed.typed):
        yield printed.finding("stop-both-sides", match.span(), match[1] + "”")
    for match in _INSIDE.finditer(printed.typed):
        if printed.typed[match.start() - 1] not in _SAYING:
            yield printed.finding("stop-inside-quote", match.span(1), "”。")
