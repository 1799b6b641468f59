"""A range whose first figure lost its %, 万 or 亿: 3～5% for 3%～5% (P21; GB/T 15835 5.1.3).

Plain units may be given once: 300～500元.

中文：范围的两个数，百分号和“万”“亿”都要写：3%～5%、8亿～12亿元。“元”“岁”等单位可以只写后面一个。

Wrong:

    reviews:
      title: 工作回顾
      intro: 粮食单产提高3～5%。

Right:

    reviews:
      title: 工作回顾
      intro: 粮食单产提高3%～5%，每人补助300～500元。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODE = "range-scale"

_RANGE = LazyPattern(
    r"(?<![\d.,A-Za-z〔/—～~第-])(\d{1,4}(?:\.\d+)?)([～~—–-])(\d{1,4}(?:\.\d+)?)([%‰]|万亿|[万亿])"
    "(元|人次|人|户|亩|吨|件|公里|平方米|千瓦|个|名|套|家)?"
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The ranges whose last figure alone has a scale."""
    printed = printed_text(context)
    if not context.has_any("～~—–-"):
        return
    for match in _RANGE.finditer(printed.typed):
        first, sign, last, scale, unit = match.groups()
        if float(first) < float(last):
            sign = sign if sign in "～—" else "～"
            yield printed.finding(CODE, match.span(), f"{first}{scale}{sign}{last}{scale}{unit or ''}")
