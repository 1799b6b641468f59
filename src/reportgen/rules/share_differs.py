"""A percentage that its part and its whole do not give: 400 of 500 are 80%, not 84% (P52).

中文：部分除以总数，得不出这里写的百分比。请核对三个数。写明是占别的总数的（占全市的12%），不检查。

Wrong:

    reviews:
      title: 工作回顾
      intro: 立案提案500件，其中委员提案400件，占84%。

Right:

    reviews:
      title: 工作回顾
      intro: 立案提案500件，其中委员提案400件，占80%。
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.report import EXACT
from reportgen.rules.claim_figures import TypedFigure
from reportgen.rules.context import RuleContext
from reportgen.rules.derived_figures import FigureText, figure_texts, is_percent_figure, last_digit
from reportgen.text.lazy_pattern import LazyPattern

CODE = "share-differs"

_SHARE = LazyPattern(
    r"[，、（(]?(?P<words>(?:占(?:(?P<of>[^，。；：、（）\d]{0,8}?)总[数量]的?)?(?:比例|比重|比)?|(?:采纳|采用|立案)率)"
    "(?:为|达到|达)?)"
)
_PART = LazyPattern("[，、（(]?(?:仅|约)?占")
_AMONG = LazyPattern("其中|[在从]?[^，。；：]{0,12}[中里]，")
_TENTH = Decimal("0.1")
"""How much further from the quotient a share may be than rounding takes it."""
_MOST = 30
"""Figures before a part among which its whole is looked for."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports shares that no whole before their part gives."""
    for each in figure_texts(context):
        for part, share in zip(each.figures, each.figures[1:], strict=False):
            if not is_percent_figure(share) or is_percent_figure(part) or part.vague != "exact":
                continue
            match = _SHARE.fullmatch(each.text, part.end, share.start)
            wholes = _wholes(each, part, match["of"] or "") if match is not None and share.vague == "exact" else []
            if match is not None and wholes and not any(_gives(part, whole, share) for whole in wholes):
                yield _differing(each, match.start("words"), part, wholes[-1], share)


def _wholes(text: FigureText, part: TypedFigure, named: str) -> list[TypedFigure]:
    """The figures a part can be of, the likeliest last; none where it is not sure that one of them is its whole."""
    start, _ = text.sentence(part.start)
    among = _AMONG.match(text.text, start)
    first = text.sentence_before(start) if among is not None else start
    if named and named not in text.text[first : part.start]:
        return []
    figures = text.between(first, part.start)[-_MOST:]
    wholes = [
        each for each in figures if each.unit == part.unit and each.amount >= part.amount and _is_whole(text, each)
    ]
    inside = text.text.rfind("其中", first, part.start)
    if inside >= 0:  # those before it come last: one of them is the whole
        wholes.sort(key=lambda each: (each.start < inside, each.start))
    return wholes if len(wholes) == 1 or among is not None or inside >= 0 else []


def _is_whole(text: FigureText, figure: TypedFigure) -> bool:
    """Whether others can be parts of a figure: it is none that has its own share behind it."""
    return text.is_whole(figure) and not _PART.match(text.text, figure.end)


def _gives(part: TypedFigure, whole: TypedFigure, share: TypedFigure) -> bool:
    """Whether a part of a whole is a share, as it is rounded."""
    return abs(part.amount * 100 - share.digits * whole.amount) <= (last_digit(share) / 2 + _TENTH) * whole.amount


def _differing(text: FigureText, start: int, part: TypedFigure, whole: TypedFigure, share: TypedFigure) -> Diagnostic:
    sure = EXACT.divide(part.amount * 100, whole.amount).quantize(last_digit(share), ROUND_HALF_UP, EXACT)
    right = f"{text.text[start : share.start]}{sure:f}{text.text[share.end - 1]}"
    words = {
        "typed": text.text[start : share.end],
        "part": text.text[part.start : part.end],
        "whole": text.text[whole.start : whole.end],
        "right": f"{sure:f}%",
    }
    return text.finding(CODE, (start, share.end), right, **words)
