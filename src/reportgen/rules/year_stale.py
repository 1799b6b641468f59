"""A part or a section that begins with the year of last year's report: 2024年，… in the reviews of 2025 (P31).

Only the first words of an introduction count, and only where its paragraph does not name the right year too.

中文：引言、导语开头写的是上一年报告的年份：回顾应是本年，任务应是下一年。多半是抄来以后忘了改。同一段里也写了对的年份，不提示。

Wrong:

    reviews:
      title: 工作回顾
      intro: 2024年，在市委坚强领导下，各项工作取得新进展。

Right:

    reviews:
      title: 工作回顾
      intro: 2025年，在市委坚强领导下，各项工作取得新进展。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.running_text import running_paragraphs

CODE = "year-stale"

_BEHIND = ("年，", "年是", "年,", "年以来")
_FIELDS = ("intro", "lead")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Notes introductions that begin with the year before the one their part is about."""
    years = {"reviews": context.year, "tasks": context.year + 1}
    for path, node in context.texts():
        year = years.get(str(path[0]))
        if year is None or path[-1] not in _FIELDS or str(year - 1) not in node.text:
            continue
        for paragraph in running_paragraphs(node, context.years()):
            stale = tuple(f"{year - 1}{behind}" for behind in _BEHIND)
            if paragraph.text.startswith(stale) and f"{year}年" not in paragraph.text:
                typed = paragraph.text[: len(f"{year}年")]
                span = paragraph.span(0, len(typed))
                yield finding(CODE, (path, node), span, f"{year}年", typed=typed, right=f"{year}年")
