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

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.report import EXACT
from reportgen.rules.claim_figures import TypedFigure
from reportgen.rules.context import RuleContext
from reportgen.rules.derived_figures import FigureText, figure_texts, is_percent_figure, last_digit, rounding
from reportgen.text.lazy_pattern import LazyPattern

CODE = "share-differs"

_OF = r"(?:全部|所有|全体)?(?P<of>(?!全[市省国县区州])[^，。；：、（）\d]{0,8}?)(?:总(?:数|量|人数))?的"
_SHARE = LazyPattern(rf"[，、（(]?(?P<words>(?:占(?:{_OF})?(?:比例|比重|比)?|(?:采纳|采用|立案)率)(?:为|达到|达)?[ ]?)")
_OF_WHOLE = LazyPattern(r"[，、（(]?占[^，。；：、\d]{0,10}[（(]?")
_STATED = LazyPattern("[）)]?的[ ]?")
"""Around a whole that is stated with the share: 占立案总数（546件）的84%."""
_PART = LazyPattern("[，、（(]?(?:仅|约)?占")
"""Behind a figure that is itself a part, with its own share."""
_AMONG = LazyPattern("其中|[在从]?(?P<whole>[^，。；：]{0,12})[中里]，")
"""What a sentence begins with whose whole may be in the one before: 其中, 在立案提案中."""
_TENTH = Decimal("0.1")
"""How much further from the quotient a share may be than rounding takes it."""
_FAR = 400
"""Characters before a part in which its whole is looked for."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports shares that no whole before their part gives."""
    for each in figure_texts(context):
        for part, share in zip(each.figures, each.figures[1:], strict=False):
            if not is_percent_figure(share) or is_percent_figure(part) or part.vague != "exact":
                continue
            match = _SHARE.fullmatch(each.text, part.end, share.start)
            figures = _before(each, part, match["of"] or "") if match is not None and share.vague == "exact" else []
            wholes = _wholes(each, part, figures)
            if match is not None and wholes and not any(_gives(part, whole, share) for whole in _sums(figures)):
                yield _differing(each, match.start("words"), part, wholes[-1], share)
        for part, whole, share in zip(each.figures, each.figures[1:], each.figures[2:], strict=False):
            if is_percent_figure(share) and part.unit == whole.unit and _is_stated(each, part, whole, share):
                yield _differing(each, share.start, part, whole, share)


def _is_stated(text: FigureText, part: TypedFigure, whole: TypedFigure, share: TypedFigure) -> bool:
    """Whether a share is said to be of the figure right before it, and is not."""
    is_exact = {part.vague, whole.vague, share.vague} == {"exact"} and whole.amount >= part.amount > 0
    around = (_OF_WHOLE, part.end, whole.start), (_STATED, whole.end, share.start)
    is_said = is_exact and all(pattern.fullmatch(text.text, *span) for pattern, *span in around)
    return is_said and not _gives(part, (whole.amount, rounding(whole)), share)


def _before(text: FigureText, part: TypedFigure, of: str) -> Sequence[TypedFigure]:
    """The figures before a part that are of its unit, in its sentence or in the one that 其中 goes back to."""
    first = _first(text, part)
    if of and of not in text.text[first : part.start]:
        return []
    start, _ = text.sentence(part.start)
    among = _AMONG.match(text.text, start)
    named = among["whole"] if among is not None else None
    return [
        each
        for each in text.before(part.start, first)
        if each.unit == part.unit
        and text.is_whole(each)
        and (each.start >= start or not named or _is_named(text, each, named))
    ]


def _first(text: FigureText, part: TypedFigure) -> int:
    start, _ = text.sentence(part.start)
    first = text.sentence_before(start) if _AMONG.match(text.text, start) else start
    return max(first, part.start - _FAR)


def _wholes(text: FigureText, part: TypedFigure, figures: Sequence[TypedFigure]) -> list[TypedFigure]:
    """The figures a part can be of, the likeliest last; none where it is not sure that one of them is its whole."""
    wholes = [each for each in figures if each.amount >= part.amount and not _PART.match(text.text, each.end)]
    inside = text.text.rfind("其中", _first(text, part), part.start)
    wholes.sort(key=lambda each: (each.end <= inside, each.start))  # those before it come last: one is the whole
    is_sure = len(wholes) == 1 or inside != -1 or _AMONG.match(text.text, text.sentence(part.start)[0]) is not None
    return wholes if is_sure else []


def _sums(figures: Sequence[TypedFigure]) -> Iterator[tuple[Decimal, Decimal]]:
    """What figures in a row make together, each alone too, with how far it is rounded."""
    for first in range(len(figures)):
        total = slack = Decimal(0)
        for figure in figures[first:]:
            total, slack = total + figure.amount, slack + rounding(figure)
            yield total, slack


def _is_named(text: FigureText, figure: TypedFigure, named: str) -> bool:
    """Whether a figure counts what a name says: 立案544件 is named by 立案提案, and 编发信息600篇 is not."""
    counted = text.clause_before(figure.start) + text.noun_behind(figure)
    return len(set(counted) & set(named)) > 1


def _gives(part: TypedFigure, whole: tuple[Decimal, Decimal], share: TypedFigure) -> bool:
    """Whether a part of a whole is a share, as all three are rounded."""
    total, slack = whole
    tolerance = last_digit(share) / 2 + _TENTH
    least, most = part.amount - rounding(part), part.amount + rounding(part)
    low, high = (share.digits - tolerance) * (total - slack), (share.digits + tolerance) * (total + slack)
    return most * 100 >= low and least * 100 <= high


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
