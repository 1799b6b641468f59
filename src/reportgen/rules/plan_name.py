"""The name of a five-year plan without quotation marks, or with a year that is not its: 十五五规划 (P30).

“十四五” is 2021 to 2025, “十五五” 2026 to 2030; the first year of each opens it, the last completes it. This rule
reads quotations too.

中文：“十四五”“十五五”等规划简称要加引号；开局之年是规划的第一年，收官之年是最后一年：“十四五”是2021—2025年，“十五五”是2026—2030年。

Wrong:

    reviews:
      title: 工作回顾
      intro: 科学编制十五五规划。2026年是“十四五”开局之年。

Right:

    reviews:
      title: 工作回顾
      intro: 科学编制“十五五”规划。2026年是“十五五”开局之年。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import PrintedText, occurrences, printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("plan-unquoted", "plan-other-year")

_FIRST_YEARS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_OF_YEAR = {first: plan for plan, first in _FIRST_YEARS.items()}
_LENGTH = 5
_PLAN = "十[一二三四五六]五"
_PLANS = tuple(f"十{number}五" for number in "一二三四五六")
_BEFORE = tuple("“‘\"'第一二三四五六七八九十")
"""What a plan follows that is quoted, or what only looks like one."""
_BEHIND = ("规划", "时期", "期间", "以来", "末，", "末期", "末年", "开局", "收官", "发展", "纲要", "建议")
_OPENS = "开局|起步|第一|首"
_COMPLETES = "收官|最后一|末|收尾|结束"
_YEAR_OF = LazyPattern(
    rf"(?<!\d)(\d{{4}})年，?(?:既|也|又|正|不仅|恰)?(?:是|为|系|作为|正值|恰逢|适逢)[^，。；：！？\n]{{0,8}}?[“‘]({_PLAN})[”’]"
    rf"(?:规划|时期|计划)?(?:实施)?的?(?:({_OPENS})|({_COMPLETES}))之?年",
    signs=("之年", "局年", "步年", "首年", "一年", "官年", "末年", "尾年", "束年"),
)
_YEARS = r"([12]\d{3})年?(?:—|-|～|至|——)([12]\d{3})年?"
_SPAN = LazyPattern(
    rf"[“‘]?({_PLAN})[”’]?(?:规划|时期|期间)?[（(]{_YEARS}[）)]",
    signs=[f"{sign}{first}" for sign in "（(" for first in "12"],
)
_SPAN_BEFORE = LazyPattern(
    rf"(?<!\d){_YEARS}(?:的|是|为|，)?[“‘]({_PLAN})[”’](?:规划|时期|期间)",
    signs=[f"{sign}{first}" for sign in "—-～至" for first in "12"],
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The plans without quotation marks before 规划 and the like, and those that their year is not of."""
    printed = printed_text(context)
    text = printed.typed
    plans = sorted(occurrences(text, _PLANS))
    if not plans:
        return
    for start, bare in plans:
        end = start + len(bare)
        if text.startswith(_BEHIND, end) and not text.endswith(_BEFORE, 0, start):
            yield printed.finding("plan-unquoted", (start, end), f"“{bare}”")
    for match in _YEAR_OF.finditer(text):
        first = int(match[1]) if match[3] else int(match[1]) - _LENGTH + 1
        if _FIRST_YEARS.get(match[2]) not in (None, first):
            plan = _OF_YEAR.get(first)
            right = text[match.start() : match.start(2)] + plan + text[match.end(2) : match.end()] if plan else None
            yield printed.finding("plan-other-year", match.span(), right)
    yield from _other_years(printed, _SPAN, (1, 2, 3))
    yield from _other_years(printed, _SPAN_BEFORE, (3, 1, 2))


def _other_years(printed: PrintedText, pattern: LazyPattern, groups: tuple[int, int, int]) -> Iterator[Diagnostic]:
    """The plans beside two years that are not their first and last; the groups are the plan and the years."""
    for match in pattern.finditer(printed.typed):
        plan, opens, completes = match.group(*groups)
        first = _FIRST_YEARS.get(plan, int(opens))
        if (first, first + _LENGTH - 1) != (int(opens), int(completes)):
            yield printed.finding("plan-other-year", match.span())
