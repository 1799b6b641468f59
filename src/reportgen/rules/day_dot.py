"""The dot in the name of a day: “3·15”, “一二·九”; but “五一” (P10; GB/T 15834 4.14.3).

中文：用月日作名称时，数字之间用间隔号（“3·15”），不用小数点；汉字的只有一月、十一月、十二月才加（“一二·九”），“五一”“七七”不加。

Wrong:

    reviews:
      title: 工作回顾
      intro: 开展“3.15”消费者权益保护日宣传活动。

Right:

    reviews:
      title: 工作回顾
      intro: 开展“3·15”消费者权益保护日宣传活动，纪念“一二·九”运动。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("day-dot", "day-dot-needless")

_DAYS = "3.15 4.15 4.26 5.12 6.26 7.20 9.18 11.9 12.4 12.9 12.13"
_NAMES = [day.replace(".", dot) for day in _DAYS.split() for dot in ".．"] + ["一二九", "一二八", "一二.", "一二．"]
_DAY = "|".join(day.replace(".", "[.．]") for day in _DAYS.split())
_WRONG = LazyPattern(f"(?<=[“‘])(?:{_DAY}|一二九|一二八|一二[.．][九八])(?=[”’])", signs=_NAMES)
_NUMBERS = "二三四五六七八九十"
_NEEDLESS = LazyPattern(
    f"(?<=[“‘])([{_NUMBERS}])·([一{_NUMBERS}]{{1,3}})(?=[”’])", signs=[f"{number}·" for number in _NUMBERS]
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The names of days in quotation marks whose dot is wrong, missing or one too many."""
    printed = printed_text(context)
    for match in _WRONG.finditer(printed.typed):
        name = match.group().replace(".", "·").replace("．", "·")
        yield printed.finding("day-dot", match.span(), name if "·" in name else f"{name[:2]}·{name[2:]}")
    for match in _NEEDLESS.finditer(printed.typed):
        yield printed.finding("day-dot-needless", match.span(), match[1] + match[2])
