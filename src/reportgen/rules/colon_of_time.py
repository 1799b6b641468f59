"""A full-width colon in a time of day or a ratio: 9：30 for 9:30, 3：2 for 3:2 (P15).

Where neither a word nor a date says that it is one, it is only a note: 附件2：30个 is right.

中文：时刻和比例里的冒号用半角（9:30、3:2）。“附件2：30个”里的冒号是说明下文的，不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 会议定于上午9：30召开，男女比例为3：2。

Right:

    reviews:
      title: 工作回顾
      intro: 会议定于上午9:30召开，男女比例为3:2。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import LOOK_BEHIND, printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("time-colon", "time-colon-possible")

_COLON = LazyPattern(r"(?<![\d.])(?<!\d：)\d{1,4}(?:\.\d+)?(?:：\d+(?:\.\d+)?)+(?![\d：])")
_TIME = LazyPattern(r"(?:[01]?\d|2[0-4])：[0-5]\d(?:：[0-5]\d)?")
_DAY = LazyPattern(
    r"(?:上午|下午|中午|凌晨|早上|早晨|晚上|傍晚|今晚|当晚|[早晚]|\d日|[一二三四五六日]）|：[0-5]\d[—～至到-])\D{0,4}$"
)
_RATIO = LazyPattern("(?:之比|比例|比分|比值|配比|比率|信噪比|性别比)[^，。；：\n]{0,10}$")
_TIME_GOES_ON = LazyPattern("[，。；、）—～至到-]|[开起结准前后举召集在进]|\n|$")
_LABEL = LazyPattern("[件表图务例题注项条款组号页章节]$")
_SHARE = LazyPattern("(?:[以按照]|约为)$")
"""What a ratio follows that no word names as one: 以3：2获胜, 按1：1配套."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The figures with a full-width colon between them that are times or ratios."""
    printed = printed_text(context)
    if "：" not in printed.typed:
        return
    for match in _COLON.finditer(printed.typed):
        start, end = match.span()
        before = text_before(printed.typed, start, LOOK_BEHIND)
        is_time = _TIME.fullmatch(match.group())
        right = match.group().replace("：", ":")
        if (is_time and _DAY.search(before)) or _RATIO.search(before):
            yield printed.finding("time-colon", (start, end), right)
        elif (is_time and not _LABEL.search(before) and _TIME_GOES_ON.match(printed.typed, end)) or _SHARE.search(
            before
        ):
            yield printed.finding("time-colon-possible", (start, end), right)
