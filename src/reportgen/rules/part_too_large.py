"""A part (其中…) larger than its whole, or parts that together are more than it (P51).

Kinds of people overlap, so their numbers are not added up.

中文：“其中……”后面的数比前面的总数还大，或者几部分加起来超过总数。人可以同时算在几类里，所以人数不相加。

Wrong:

    reviews:
      title: 工作回顾
      intro: 全年收到来信546件，其中网上来信638件。

Right:

    reviews:
      title: 工作回顾
      intro: 全年收到来信638件，其中网上来信546件。
"""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Diagnostic
from reportgen.rules.claim_figures import TypedFigure
from reportgen.rules.context import RuleContext
from reportgen.rules.derived_figures import PEOPLE, PERCENT, FigureText, added, figure_texts, rounding
from reportgen.rules.printed_text import occurrences
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("part-exceeds-whole", "parts-exceed-whole")

_AMONG = "其中"
_BEFORE_AMONG = ("，", "。", "；", "：", "、", "（", ",", ";")
_BEHIND_AMONG = ("，", "、", "：", ":")
_APART = LazyPattern("[，。；：！？,;]")
_REST = LazyPattern("^，(?=其余|其他|另|余下|剩余)")
"""A list of parts goes on behind a comma only with what is left."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports parts that are more than their whole, and parts that are more together."""
    for each in figure_texts(context):
        for start, among in occurrences(each.text, (_AMONG,)):
            if text_before(each.text, start, 1) not in _BEFORE_AMONG:
                continue
            end = start + len(among)
            parts = _parts(each, end + each.text.startswith(_BEHIND_AMONG, end), each.sentence(start)[1])
            wholes = _wholes(each, start, parts[0].unit) if parts else []
            if wholes:
                yield from _of_part(each, start, parts, wholes)


def _parts(text: FigureText, start: int, end: int) -> list[TypedFigure]:
    """The figures of the list behind 其中, all of one unit; none where its first clause has none."""
    parts: list[TypedFigure] = []
    place = start
    for figure in text.behind(start, end):
        between = text.text[place : figure.start]
        if _APART.search(_REST.sub("", between)) or text.is_limit(figure):
            break
        parts.append(figure)
        place = figure.end
    if not parts or parts[0].unit in PERCENT:
        return []
    return [part for part in parts if part.unit == parts[0].unit]


def _wholes(text: FigureText, among: int, unit: str) -> list[TypedFigure]:
    """The figures of a unit that 其中 can speak of: of its sentence, or of the one before where it begins one."""
    start, _ = text.sentence(among)
    figures = text.before(among, start if among > start else text.sentence_before(start))
    return [figure for figure in figures if figure.unit == unit and text.is_whole(figure)]


def _of_part(
    text: FigureText, among: int, parts: Sequence[TypedFigure], wholes: Sequence[TypedFigure]
) -> Iterator[Diagnostic]:
    first, whole = parts[0], wholes[-1]
    if not _counts_alike(text.noun_behind(whole), text.noun_behind(first)):
        return
    printed = text.text[whole.start : whole.end]
    most = sum(each.amount + rounding(each) for each in wholes)
    if first.vague in ("exact", "more") and first.amount - rounding(first) > most:
        typed = text.text[first.start : first.end]
        yield text.finding(CODES[0], (among, first.end), typed=typed, whole=printed)
    elif len(parts) > 1 and whole.unit not in PEOPLE and all(part.vague == "exact" for part in parts):
        total = sum(part.amount for part in parts)
        if all(total > each.amount for each in wholes):
            terms = added(text.text[part.start : part.end] for part in parts)
            yield text.finding(CODES[1], (among, parts[-1].end), sum=terms, whole=printed)


def _counts_alike(whole: str, part: str) -> bool:
    """Whether two nouns behind their figures can be of one kind: 86个村 are no part of 12个乡镇."""
    return not (whole and part) or not set(whole).isdisjoint(part)
