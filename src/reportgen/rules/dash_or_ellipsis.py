"""A dash or an ellipsis in other characters: … for ……, －－ or ── for ——, 一一 at the start of a line (P16, P17).

中文：省略号是六个点“……”，破折号是“——”。这里用了别的字符：一个“…”、“－－”、“──”，或者行首的两个汉字“一”。

Wrong:

    reviews:
      title: 工作回顾
      intro: 老槐树还在…年轻人回来了。同心筑梦──委员讲堂走进校园。

Right:

    reviews:
      title: 工作回顾
      intro: 老槐树还在……年轻人回来了。同心筑梦——委员讲堂走进校园。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.characters import is_chinese, text_before
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("ellipsis-typed", "dash-typed")

_ELLIPSIS = LazyPattern(
    "(?<!…)(?:…|…{3})(?!…)|·{3,}|・{3,}|•{3,}|．{3,}|[⋯‥]+", signs=("…", "···", "・・・", "•••", "．．．", "⋯", "‥")
)
_DASH = LazyPattern(
    "(?<![－─])[－─]{2,}(?![－─])|(?<![—-])(?:— +—|- +-)(?![—-])"
    "|(?<![^\n])(?:—(?=[\u4e00-\u9fff“《])|－(?![－\\d])|--?(?=[\u4e00-\u9fff])"
    "|一一(?=[在致访读] *[\u4e00-\u9fff]|写在|记[^录下住]|献给|来自|纪念|政协|市政协|县政协))",
    signs=("－", "─", "—", "-", "一一"),
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The ellipses and dashes next to Chinese that are not in their own characters."""
    printed = printed_text(context)
    for match in _ELLIPSIS.finditer(printed.typed):
        beside = text_before(printed.typed, match.start(), 1) + printed.typed[match.start() : match.end() + 1]
        if any(is_chinese(each) for each in beside):
            yield printed.finding("ellipsis-typed", match.span(), "……")
    for match in _DASH.finditer(printed.typed):
        yield printed.finding("dash-typed", match.span(), "——")
