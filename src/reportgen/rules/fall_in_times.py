"""A fall counted in 倍: 下降了3倍, which would leave less than nothing (P27).

Where it falls to, 由2.5倍缩小到2.3倍, may be a multiple.

中文：下降、减少、缩短不能用倍数，请写百分之几、几分之几，或者写降到多少。“由2.5倍缩小到2.3倍”不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 投诉量比上年下降了3倍。

Right:

    reviews:
      title: 工作回顾
      intro: 投诉量比上年下降了75%，收入差距由2.5倍缩小到2.3倍。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODE = "fall-in-times"

_TIMES = "(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十两几数]+(?:点[一二三四五六七八九])?)[多余]?倍(?!率|数)"
_FALL = LazyPattern(
    "(?:(?:下降|减少|降低|缩短|缩小|缩减|减小|下跌|下滑|压缩)了?|比[^，。；：！？\n]{1,12}(?<![多至最])[少低小短慢]了?)"
    f"(?:将近|接近|超过|大约|近|约|整整)?{_TIMES}"
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The verbs of falling with a multiple right behind them."""
    printed = printed_text(context)
    if "倍" in printed.words:
        for match in _FALL.finditer(printed.words):
            yield printed.finding(CODE, match.span(), hints=("say-share",))
