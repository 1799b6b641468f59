"""A title with a year other than the report's (in tasks, other than the next): usually copied from last year.

Spans of years (2021—2025年) and later years (2035年远景目标) are not reported. With 【本年】 and 【下年】 the year is
always right.

中文：标题里的年份不是本年（主要任务里应是下年），多半是从去年的文件里抄来忘了改。写【本年】【下年】就不会错。
起止年份（2021—2025年）和更远的目标年份（2035年）不在此列。

Wrong:

    reviews:
      title: 2024年工作回顾

Right:

    reviews:
      title: 【本年】年工作回顾
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "year-in-title"

_YEAR = LazyPattern(r"(?<!\d)(?:19|20)\d{2}(?=年)", re.ASCII)
_SPAN_BEFORE = LazyPattern(r"\d年?\s*[—–－~～至到-]+\s*$", re.ASCII)
_FAR = 20
"""Characters in which the start of a span is looked for."""
_SPAN_AFTER = LazyPattern(r"年?\s*[—–－~～至到-]+\s*\d", re.ASCII)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports years typed into titles, other than the expected one and years after the next."""
    for path, node in context.texts():
        if path[-1] != "title":
            continue
        expected = context.year + 1 if path[0] == "tasks" else context.year
        allowed = {expected, context.year + 1} if len(path) == 1 else {expected}
        for match in _YEAR.finditer(node.text):
            year = int(match.group())
            before = text_before(node.text, match.start(), _FAR)
            spanned = _SPAN_BEFORE.search(before) or _SPAN_AFTER.match(node.text, match.end())
            if year not in allowed and year <= context.year + 1 and not spanned:
                name = "下年" if path[0] == "tasks" else "本年"
                yield finding(CODE, (path, node), match.span(), typed=match.group(), year=str(expected), name=name)
