"""The number of a document in a form of its own: [2025]12号 for 〔2025〕12号 (P12; GB/T 9704 7.2.5).

The year is in hexagonal brackets; the number has neither 第 nor a leading zero. Those of courts, （2025）云01民终233号,
have their own form.

中文：发文字号的年份用六角括号〔 〕，序号不加“第”、不编虚位：〔2025〕12号。法院的案号另有写法，不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 落实云协发[2025]12号和云协办发〔2025〕第6号文件。

Right:

    reviews:
      title: 工作回顾
      intro: 落实云协发〔2025〕12号和云协办发〔2025〕6号文件。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODE = "document-number"

_NUMBER = LazyPattern(
    "(?<=[\u4e00-\u9fff])[\\[［(（〔【]((?:19|20)\\d{2})[\\]］)）〕】] ?(第?)(\\d{1,4})号"
    "(?!地块|线|楼|院|门|井|桥|馆|厅|窗|公路|机)",
    signs=["号"],
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The numbers of documents that are not in the form of the standard."""
    printed = printed_text(context)
    if not context.has_any("[［(（〔"):
        return
    for match in _NUMBER.finditer(printed.typed):
        right = f"〔{match[1]}〕{int(match[3])}号"
        if match.group() != right:
            yield printed.finding(CODE, match.span(), right)
