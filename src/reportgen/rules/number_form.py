"""A number in a form of its own: .8亿元, 12,34册 (P29; GB/T 15835 5.1.1, 5.1.2).

Five digits before 万, and units that no standard has (平米, KM), are notes.

中文：小数点前的0不能省（0.8亿元），分节逗号每三位一个（1,234）。“15000万元”宜写1.5亿元，“平米”宜写平方米。

Wrong:

    reviews:
      title: 工作回顾
      intro: 投入改造资金.8亿元，印发宣传册12,34册。

Right:

    reviews:
      title: 工作回顾
      intro: 投入改造资金0.8亿元，印发宣传册1,234册。
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("number-form", "number-long", "unit-usual")

_POINT = LazyPattern(
    "(?:(?<=[\u4e00-\u9fff，。、；：（“～—])\\.|(?<!\\d)0。)(\\d+(?:[%‰]|[万亿]?[\u4e00-\u9fff]?))", signs=(".", "0。")
)
_GROUPED = LazyPattern(r"(?<![\d,.A-Za-z第#（(/-])\d+(?:,\d+)+(?![\d,.A-Za-z、）)年月日号楼路班组级-])")
_THREES = LazyPattern(r"\d{1,3}(?:,\d{3})+")
_LONG = LazyPattern(r"(?<![\d.,A-Za-z])(\d{5,7})万(元|人次|人|户|亩|吨|千瓦时|千瓦|平方米)?")
_USUAL = {"平米": "平方米", "立方": "立方米", "KM": "km", "Km": "km", "KW": "kW", "Kw": "kW", "KG": "kg", "Kg": "kg"}
_UNITS = LazyPattern("(?<=[\\d万亿])(?:平米|立方(?![米厘分体公])|KM|Km|KW|Kw|KG|Kg)(?![A-Za-z])", signs=_USUAL)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The numbers and units that no standard writes so."""
    printed = printed_text(context)
    words = printed.words
    for match in _POINT.finditer(words):
        yield printed.finding("number-form", match.span(), f"0.{match[1]}")
    if "," in words:
        for match in _GROUPED.finditer(words):
            if not _THREES.fullmatch(match.group()) and _is_one(match.group()):
                counted = words[match.end() : match.end() + 1].strip()
                yield printed.finding(
                    "number-form", (match.start(), match.end() + len(counted)), match.group().replace(",", "") + counted
                )
    if "万" in words:
        for match in _LONG.finditer(words):
            scaled = f"{(Decimal(match[1]) / 10000).normalize():f}亿{match[2] or ''}"
            yield printed.finding("number-long", match.span(), scaled if len(scaled) < len(match.group()) else None)
    for match in _UNITS.finditer(words):
        yield printed.finding("unit-usual", match.span(), _USUAL[match.group()])


def _is_one(typed: str) -> bool:
    """Whether digits and commas are one number: of two groups, or of some of three digits; 1,2,3 is a list."""
    groups = typed.split(",")
    return len(groups[-1]) > 1 and (len(groups) == 2 or any(len(group) == 3 for group in groups[1:]))
