"""A date that does not exist, or with the weekday of another: 2025年2月29日, 2026年1月16日（星期四） (P28).

中文：没有这一天（如2月30日），或者星期与日期对不上。请核对日历。

Wrong:

    reviews:
      title: 工作回顾
      intro: 2025年2月29日召开会议，2026年1月16日（星期四）闭幕。

Right:

    reviews:
      title: 工作回顾
      intro: 2025年2月28日召开会议，2026年1月16日（星期五）闭幕。
"""

import datetime
import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.numerals import chinese_value

CODES = ("date-impossible", "weekday-differs")

_DIGITS = "〇一二三四五六七八九"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_DATE = LazyPattern(
    r"(?:(?<![\d.])(?P<year>\d{4})年)?(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"(?:(?P<mark>[（(，]?(?:星期|周|礼拜))(?P<weekday>[一二三四五六日天])(?=[上下]午|[晚召在举]|[^\u4e00-\u9fff]|$))?"
    rf"|(?P<han_year>二〇[{_DIGITS}]{{2}})年(?P<han_month>{_NUMERAL})月(?P<han_day>{_NUMERAL})日"
    r"|(?<!\d)(?P<only_year>\d{4})年(?P<only_month>\d{2})月(?!\d)"
)
_WEEKDAYS = "一二三四五六日"
_LEAP_YEAR = 2000


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The dates of no calendar, and those whose weekday the calendar contradicts."""
    printed = printed_text(context)
    if "月" not in printed.words:
        return
    for match in _DATE.finditer(printed.words):
        date = _date(match)
        if date is None:
            yield printed.finding("date-impossible", match.span())
        elif match["weekday"] and match["year"]:
            right = _WEEKDAYS[date.weekday()]
            if match["weekday"].replace("天", "日") != right:
                start, end = match.span()
                closing = printed.words[end : end + 1] if printed.words[end : end + 1] in ("）", ")") else ""
                text = printed.words[start : match.start("weekday")] + right + closing
                yield printed.finding("weekday-differs", (start, end + len(closing)), text)


def _date(match: re.Match[str]) -> datetime.date | None:
    """The date, with a leap year where none is given and the first where no day is; None where there is none."""
    if match["han_year"]:
        year: int | None = int("".join(str(_DIGITS.index(each)) for each in match["han_year"]))
        month, day = chinese_value(match["han_month"]), chinese_value(match["han_day"])
    elif match["only_year"]:
        year, month, day = int(match["only_year"]), int(match["only_month"]), 1
    else:
        year, month, day = int(match["year"] or _LEAP_YEAR), int(match["month"]), int(match["day"])
    try:
        return datetime.date(year or _LEAP_YEAR, month or 0, day or 0)
    except ValueError:
        return None
