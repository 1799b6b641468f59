"""A date of delivery that is not of the winter after the year under review: usually last year's (P31).

中文：作报告的日期不在所回顾的那一年年底到下一年之间，多半是上一年的日期忘了改。

Wrong:

    date: 2025年1月16日
    reviews:
      title: 工作回顾

Right:

    date: 2026年1月16日
    reviews:
      title: 工作回顾
"""

import datetime
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.source import find

CODE = "date-stale"

_FIRST = (10, 1)
"""The month and day of the year under review from which on its report may be read out."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Notes a date before the last months of the report's year, or after the next year."""
    report = context.reading.report
    if report is None or report.date is None:
        return
    if not datetime.date(report.year, *_FIRST) <= report.date <= datetime.date(report.year + 1, 12, 31):
        path = ("date",)
        place = find(context.reading.root, path).place(path)
        yield Diagnostic(CODE, place, {"year": str(report.year), "next": str(report.year + 1)})
