"""A range with a dash of two, or with a hyphen: 2021——2025年 for 2021—2025年 (P8; GB/T 15834 4.13.3).

Spans of time take —, amounts ～ or —. A hyphen before a measure word, 2-3个, is only a note: codes have hyphens.

中文：起止用一字线（2021—2025年），数值范围用浪纹线（18～24℃），不用破折号“——”。2-3个这样的短横也宜改成浪纹线；编号、电话里的短横不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 全市2021——2025年新建口袋公园86个。

Right:

    reviews:
      title: 工作回顾
      intro: 全市2021—2025年新建口袋公园86个。
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("range-dash", "range-hyphen")

_FIGURE = r"\d+(?:\.\d+)?"
_UNIT = "[年月日时]|[万亿千]?(?:元|人次|人|吨|亩|公里|千米|米)?|[%‰℃度岁天个]"
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}:\d\d"
_DASHED = LazyPattern(
    rf"(?<![\d.A-Za-z])({_FIGURE})({_UNIT})(?:——|--|－－|──)({_FIGURE})(年|月|日|时|[%‰℃]|[万亿]?[元人吨亩公千]?)"
    "|(?<![〇一二三四五六七八九十])([〇一二三四五六七八九十]+[年月日])——([〇一二三四五六七八九十]+[年月日])"
    rf"|({_DAY})——({_DAY})",
    signs=("——", "--", "－－", "──"),
)
_COUNTER = (
    "个百分点|个|家|件|位|名|人|天|年|月|日|亩|条|场|户|岁|元|倍|公里|小时|分钟|种|间|篇|次|项|批|度|米|万|亿|处|所"
)
_HYPHEN = LazyPattern(rf"(?<![\dA-Za-z.〔（#-])(\d{{1,4}}(?:\.\d+)?)-(\d{{1,4}}(?:\.\d+)?)({_COUNTER})")
_FROM = LazyPattern(r"从(\d{4})年?[—～-](\d{4})年")
_TIMES = frozenset("年月日时")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The ranges between two figures of one kind whose sign is another's."""
    printed = printed_text(context)
    for match in _DASHED.finditer(printed.typed):
        right = _right(match)
        if right:
            yield printed.finding("range-dash", match.span(), right)
    if "-" in printed.typed:
        for match in _HYPHEN.finditer(printed.typed):
            if float(match[1]) < float(match[2]):
                sign = "—" if match[3] in _TIMES else "～"
                yield printed.finding("range-hyphen", match.span(), match[1] + sign + match[2] + match[3])
    if "从" in printed.typed:
        for match in _FROM.finditer(printed.typed):
            yield printed.finding("range-hyphen", match.span(), f"从{match[1]}年至{match[2]}年")


def _right(match: re.Match[str]) -> str:
    """The range with its right sign; empty where the dash joins two figures that are no range."""
    first, unit, last, unit_behind, han, last_han, day, last_day = match.groups()
    if day:
        return f"{day}—{last_day}"
    if han:
        return f"{han}—{last_han}" if han[-1] == last_han[-1] else ""
    if float(first) >= float(last) or (unit and not (unit_behind and unit.startswith(unit_behind))):
        return ""
    years = len(first) == len(last) == 4 and not unit_behind
    return first + unit + ("—" if unit_behind in _TIMES or years else "～") + last + unit_behind
