"""、 between quotation marks or titles in a row: usually none, “甲”“乙” and 《甲》《乙》 (P3; GB/T 15834 4.5.3.5).

Fixed formulas and many reports keep it, so this is only a note.

中文：并列的引号之间、书名号之间，通常不用顿号：“甲”“乙”、《甲》《乙》。有些固定说法和许多报告仍用顿号，全文一致即可。

Wrong:

    reviews:
      title: 工作回顾
      intro: 推动“请你来协商”、“码上议”平台融合发展。

Right:

    reviews:
      title: 工作回顾
      intro: 推动“请你来协商”“码上议”平台融合发展。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import occurrences, printed_text

CODE = "quotes-listed"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Each 、 between two quotations or two titles."""
    printed = printed_text(context)
    for start, marks in occurrences(printed.typed, ("”、“", "》、《")):
        yield printed.finding(CODE, (start, start + len(marks)), marks[0] + marks[-1])
