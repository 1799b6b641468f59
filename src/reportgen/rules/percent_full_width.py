"""The full-width percent sign ％, which reports usually write % (P20).

中文：百分号一般用半角“%”，与半角的数字一致。

Wrong:

    reviews:
      title: 工作回顾
      intro: 财政收入增长6.5％。

Right:

    reviews:
      title: 工作回顾
      intro: 财政收入增长6.5%。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import occurrences, printed_text

CODE = "percent-full-width"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Each ％."""
    printed = printed_text(context)
    for start, _ in occurrences(printed.typed, "％"):
        yield printed.finding(CODE, (start, start + 1), "%")
