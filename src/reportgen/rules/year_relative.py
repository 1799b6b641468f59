"""今年, 去年 or 明年 in a review: a report is of one year and read out in the next, so each may mean two years (P31).

Write the year, or 【本年】年. In ``tasks`` 今年 is the year in which the report is read out, and is not checked.

中文：报告回顾的是上一年，宣读在下一年，“今年”“去年”“明年”有两种理解。请写明年份，或用【本年】年。主要任务里的“今年”就是
宣读的那一年，不检查；引号里的也不检查。

Wrong:

    reviews:
      title: 工作回顾
      intro: 今年以来，召开常委会会议六次。

Right:

    reviews:
      title: 工作回顾
      intro: 【本年】年，召开常委会会议六次，近年来的经验得到推广。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.running_text import running_paragraphs
from reportgen.text.lazy_pattern import LazyPattern

CODE = "year-relative"

_YEARS = {"今年": 0, "本年度": 0, "去年": -1, "明年": 1}
_RELATIVE = LazyPattern(
    "(?<![如迄而])今年(?!轻|龄|幼|老|纪)(?:以来)?|(?<![过比较])去年(?!轻)|(?<![文光清黎声透鲜说表阐])明年(?!轻)|(?<!基)本年度",
    signs=_YEARS,
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The relative years of reviews, quotations aside, with the year that the words mean in the report's own."""
    for path, node in context.texts():
        if path[0] != "reviews" or not _RELATIVE.search(node.text):
            continue
        for paragraph in running_paragraphs(node, context.years()):
            for match in _RELATIVE.finditer(paragraph.text):
                typed = match.group()
                right = f"{context.year + _YEARS[typed.removesuffix('以来')]}年{'度' * typed.endswith('度')}"
                span = paragraph.span(*match.span())
                yield finding(CODE, (path, node), span, right, typed=typed, right=right)
