"""A total (合计, 共计) that is not the sum of the figures listed before it (P51).

中文：前面几个数相加，不等于“合计”“共计”的数。请核对各数和合计。

Wrong:

    reviews:
      title: 工作回顾
      intro: 办理重点提案12件、界别提案20件、联名提案35件，合计77件。

Right:

    reviews:
      title: 工作回顾
      intro: 办理重点提案12件、界别提案20件、联名提案35件，合计67件。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.rules.claim_figures import TypedFigure
from reportgen.rules.context import RuleContext
from reportgen.rules.derived_figures import FigureText, added, figure_texts, rounding
from reportgen.text.lazy_pattern import LazyPattern

CODE = "sum-differs"

_TOTAL = LazyPattern(
    "(?<=[，、；,])(?:[两三四五六七八九十几]项|以上|各类)?(?:合计|共计|总计)[^，。；、：\\d０-９]{0,6}(?=[\\d０-９])"
)
_APART = LazyPattern("[。；！？;]|其中")
_COMMA = LazyPattern("[，,]")
_FEWEST = 2


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports totals that no list of figures right before them has."""
    for each in figure_texts(context):
        for match in _TOTAL.finditer(each.text) if "计" in each.text else ():
            total = next(iter(each.behind(match.end(), match.end() + 1)), None)
            terms = _terms(each, match.start(), total) if total is not None else []
            if total is not None and len(terms) >= _FEWEST and not _is_sum(terms, total):
                listed = _listed(each.text, terms)
                yield each.finding(
                    CODE,
                    (listed[0].start, total.end),
                    sum=added(each.text[term.start : term.end] for term in listed),
                    total=each.text[total.start : total.end],
                )


def _terms(text: FigureText, before: int, total: TypedFigure) -> list[TypedFigure]:
    """The figures of a list that ends at an offset; none where one is vague or of another kind than the total."""
    start, _ = text.sentence(before)
    terms: list[TypedFigure] = []
    place = before
    for figure in reversed(text.before(before, start)):
        if _APART.search(text.text, figure.end, place):
            break
        terms.insert(0, figure)
        place = figure.start
    sound = all(each.vague == "exact" and each.unit == total.unit for each in (*terms, total))
    return terms if sound and not any(map(text.noun_behind, terms)) else []


def _listed(text: str, terms: list[TypedFigure]) -> list[TypedFigure]:
    """The last terms that nothing but 、 parts, where there are some; a figure before them may be their whole."""
    first = len(terms) - 1
    while first and not _COMMA.search(text, terms[first - 1].end, terms[first].start):
        first -= 1
    return terms[first:] if len(terms) - first >= _FEWEST else terms


def _is_sum(terms: Sequence[TypedFigure], total: TypedFigure) -> bool:
    """Whether the last terms, some of them or all, make the total, each of them rounded."""
    sum_so_far, slack = Decimal(0), rounding(total)
    for term in reversed(terms):
        sum_so_far += term.amount
        slack += rounding(term)
        if abs(sum_so_far - total.amount) <= slack:
            return True
    return False
