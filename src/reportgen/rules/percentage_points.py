"""Percentage points without 个, or as %: 2.3百分点, 3个% (P26).

A rate that rises “from 95% by 3% to 98%” rises by points; that is a note.

中文：百分点前要有“个”（2.3个百分点），百分比的差用“个百分点”，不用%。

Wrong:

    reviews:
      title: 工作回顾
      intro: 优良率比上年提高2.3百分点，办结率提高3个%。

Right:

    reviews:
      title: 工作回顾
      intro: 优良率比上年提高2.3个百分点，办结率提高3个百分点。
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("percentage-points", "percentage-points-likely")

_WITHOUT = LazyPattern("(?<![\\d.])(\\d+(?:\\.\\d+)?|(?<=[一二三四五六七八九十])点[一二三四五六七八九])百分点")
_SIGN = LazyPattern("(?<![\\d.])(\\d+(?:\\.\\d+)?|[一二三四五六七八九十两几])个[%％]", signs=("个%", "个％"))
_RATE = r"(\d+(?:\.\d+)?)%"
_FALLS = "下降|降低|减少|回落"
_CHANGED = LazyPattern(
    rf"(?<![\d.]){_RATE}((提高|上升|增长|增加|提升|{_FALLS})了?){_RATE}[，,]?(?:达到|达|升至|增至|降至|提高到|上升到|下降到|降到|至|到|为){_RATE}"
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The differences of percentages that are not in percentage points."""
    printed = printed_text(context)
    words = printed.words
    if "百分点" in words:
        for match in _WITHOUT.finditer(words):
            yield printed.finding("percentage-points", match.span(), f"{match[1]}个百分点")
    for match in _SIGN.finditer(words):
        yield printed.finding("percentage-points", match.span(), f"{match[1]}个百分点")
    if "%" in words:
        for match in _CHANGED.finditer(words):
            before, change, after = (Decimal(match[group]) for group in (1, 4, 5))
            if after - before == (-change if match[3] in _FALLS.split("|") else change):
                span = (match.start(3), match.end(4) + 1)
                yield printed.finding("percentage-points-likely", span, f"{match[2]}{match[4]}个百分点")
