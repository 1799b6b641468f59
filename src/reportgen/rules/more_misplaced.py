"""多 or 余 on the wrong side of 万 or 亿: 35多万 for 35万多, 3400万多 for 3400多万 (P23).

多 precedes 万 only after a digit 0: 80多万, but 35万多.

中文：“多”“余”放错了位置。零头在个位以下时放在万、亿后面（35万多、1.4万余），整十的数才放在前面（3400多万）。

Wrong:

    reviews:
      title: 工作回顾
      intro: 惠及群众35多万人次。

Right:

    reviews:
      title: 工作回顾
      intro: 惠及群众35万多人次。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("more-misplaced", "more-after-tens")

_BEFORE = LazyPattern(
    r"(?<![\d.])(\d+(?:\.\d+|[1-9])|[1-9])([余多])(万亿|[万亿])", signs=("余万", "余亿", "多万", "多亿")
)
_BEHIND = LazyPattern(r"(?<![\d.])(\d+0)(万亿|[万亿])(多)(?!年)", signs=("万多", "亿多"))


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The figures with 多 or 余 in the wrong place, quotations aside."""
    if not context.has_any("多余"):
        return
    printed = printed_text(context)
    for code, pattern in zip(CODES, (_BEFORE, _BEHIND), strict=True):
        for match in pattern.finditer(printed.words):
            yield printed.finding(code, match.span(), match[1] + match[3] + match[2])
