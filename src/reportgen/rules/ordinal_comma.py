"""The mark behind an ordinal in a sentence: 首先， and 第一，, 一是 without one (P13; GB/T 15834 B.3).

中文：“首先”“第一”后面用逗号，“一是”“（一）”后面不用标点。“第一、第二产业”这样并列的词不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 首先、要提高站位；二是、强化调研。

Right:

    reviews:
      title: 工作回顾
      intro: 首先，要提高站位；二是强化调研。第一、第二产业协调发展。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODE = "ordinal-comma"

_NUMERALS = "一二三四五六七八九十"
_NUMERAL = f"[{_NUMERALS}]"
_START = "(?:(?<=[。；！？：\n])|(?<![^\n]))"
_ORDINAL = LazyPattern(
    f"{_START}(首先|其次|再次|最后|第{_NUMERAL}{{1,2}})、(?!第|其次|再次|最后|{_NUMERAL}|\\d)(?=[^。；\n]*[。；，])",
    signs=("先、", "次、", "后、", *(f"{each}、" for each in _NUMERALS)),
)
_IS = LazyPattern(f"(?:(?<=[。；！？：，\n])|(?<![^\n]))({_NUMERAL}是)、(?!{_NUMERAL}是)", signs=["是、"])
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BRACKETED = LazyPattern(
    f"{_START}(（(?:{_NUMERAL}{{1,3}}|\\d{{1,2}})）|[{_CIRCLED}])、(?![（{_CIRCLED}])", signs=("）、", *_CIRCLED)
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The ordinals at the start of a clause with 、 behind them."""
    printed = printed_text(context)
    for pattern, mark in ((_ORDINAL, "，"), (_IS, ""), (_BRACKETED, "")):
        for match in pattern.finditer(printed.words):
            yield printed.finding(CODE, match.span(), match[1] + mark)
