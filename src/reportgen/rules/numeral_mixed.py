"""A number that mixes digits and Chinese numerals: 2百多, 百分之85, 20几位, 三千〇五 (P24; GB/T 15835 4.2.2, 5.3).

Digits go with 万 and 亿 only. 千 in 3千亿 is a note, since a whole report may be written so; 5千米 and 3千瓦 are units.

中文：阿拉伯数字只与“万”“亿”连用：2百多写200多，百分之85写85%；带“几”的用汉字：二十几位。“千米”“千瓦”是单位，不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 参加志愿服务的有2百多人，专家20几位。

Right:

    reviews:
      title: 工作回顾
      intro: 参加志愿服务的有200多人，专家二十几位，绿道全长5千米。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.numerals import chinese_numeral

CODES = ("numeral-mixed", "thousand-typed")

_COUNTED = "[名位个家户件条元亩吨辆台套册场次篇人]"
_RIGHT = (
    ("numeral-mixed", "百分之", LazyPattern(r"百分之(\d+(?:\.\d+)?)(?![\d.几])"), r"\1%"),
    (
        "numeral-mixed",
        "百",
        LazyPattern(rf"(?<![\d.,第])(\d)百([多余]?万?)(?=[多余]|{_COUNTED}|(?<=[多余万]))"),
        r"\g<1>00\2",
    ),
    ("numeral-mixed", "千", LazyPattern(r"(?<![\d.,第])(\d)千([多余]万?)"), r"\g<1>000\2"),
    ("numeral-mixed", "〇", LazyPattern("(?<=[百千万])〇(?=[一二三四五六七八九])"), "零"),
    ("thousand-typed", "千", LazyPattern(rf"(?<![\d.,第])(\d{{1,2}})千([万亿]|(?={_COUNTED}))(?!次)"), r"\g<1>000\2"),
)
"""The code of a mixed number, its sign, the pattern, and what is right."""
_SOME = LazyPattern("(?<![\\d.,年第])([1-9]0)几(?![何近])([\u4e00-\u9fff]?)")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The figures in digits with a Chinese place behind them, and 〇 between places."""
    printed = printed_text(context)
    words = printed.words
    for code, sign, pattern, right in _RIGHT:
        if sign in words:
            for match in pattern.finditer(words):
                yield printed.finding(code, match.span(), match.expand(right))
    if "几" in words:
        for match in _SOME.finditer(words):
            right = f"{chinese_numeral(int(match[1]))}几{match[2]}"
            yield printed.finding("numeral-mixed", match.span(), right)
