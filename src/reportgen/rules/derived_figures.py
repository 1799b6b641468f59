"""Sentences with figures that follow from one another, references filled in (P50–P54). No rule.

A figure counts with what it prints: ``【提案】`` is 546件. Quotations are masked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath, Wording
from reportgen.report import POWERS, Reference, print_figure, print_number, quantity_of
from reportgen.report.references import Aspect
from reportgen.rules.claim_figures import TypedFigure, typed_figures
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.printed_text import LOOK_BEHIND, occurrences
from reportgen.rules.running_text import FIGURE, RunningParagraph, running_paragraphs
from reportgen.source import Scalar
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.measure_words import MEASURE_WORDS
from reportgen.text.names import Names

PERCENT = ("%", "％")
PEOPLE = frozenset(("名", "人", "位", "人次"))
"""Units of people, whose kinds overlap: a woman may be a party member too."""

_MORE_UNITS = (
    "个工作日|工作日|平方公里|立方米|千瓦时|车次|件次|户次|家次|场次|千米|公斤|千克|微克|毫克|毫米|厘米|千瓦|兆瓦|个月"
    "|册|起|例|宗|封|幅|株|只|头|栋|本|款|门|种|类|斤|米|克|度|秒|艘|趟|班|对|组|队|块|片|段|口|眼|张|枚|节|堂|分"
)
"""Units that are rare in reports, besides MEASURE_WORDS."""

_DIGIT_OR_REFERENCE = re.compile(r"\d|【")
_STOPS = "。！？!?"
_COMPARED = LazyPattern(
    "比|较(?![大好多高强])|同期|每|各(?![类种项级界地]|方面)|平均|人均|户均|(?:增加|减少|增长|下降|提高|降低)(?!了?[到至为])|新增"
    r"|[多少]了?$|第$|[由从](?:[上去]年|\d{4}年|原来|过去)?的?$"
)
"""In the clause before a figure: it is a change or a rate, and not a whole."""
_NO_NOUNS = tuple("占为是被获已来有由属正均达列得和及与以 ")
"""What stands behind a figure and begins no noun that it counts."""
_LIMITS = ("以上", "以下", "以内", "及以")
_MARKS = LazyPattern("[，。；：、（）！？,;:()!?]")


class FigureText(Struct, frozen=True, dict=True):
    """One paragraph with its figures, in order."""

    at: tuple[FieldPath, Scalar]
    paragraph: RunningParagraph
    figures: tuple[TypedFigure, ...]

    @property
    def text(self) -> str:
        """The paragraph as it prints."""
        return self.paragraph.text

    @cached_property
    def _bounds(self) -> list[int]:
        """Where sentences begin, and where the last one ends."""
        return [0, *sorted(place + 1 for place, _ in occurrences(self.text, _STOPS)), len(self.text)]

    @cached_property
    def _places(self) -> list[int]:
        return [figure.start for figure in self.figures]

    def sentence(self, place: int) -> tuple[int, int]:
        """Where the sentence around an offset begins and ends."""
        after = bisect_right(self._bounds, place)
        return self._bounds[after - 1], self._bounds[after]

    def sentence_before(self, start: int) -> int:
        """Where the sentence begins that ends at ``start``; ``start`` itself where there is none."""
        index = bisect_right(self._bounds, start) - 1
        return self._bounds[max(index - 1, 0)]

    def before(self, end: int, start: int) -> Sequence[TypedFigure]:
        """The figures that begin before ``end``, from ``start`` on: the last of them, if they are many."""
        last = bisect_left(self._places, end)
        return self.figures[max(bisect_left(self._places, start), last - _MOST) : last]

    def behind(self, start: int, end: int) -> Sequence[TypedFigure]:
        """The figures that begin from ``start`` on, before ``end``: the first of them, if they are many."""
        first = bisect_left(self._places, start)
        return self.figures[first : min(bisect_left(self._places, end), first + _MOST)]

    def clause_before(self, place: int) -> str:
        """What is between the last mark and an offset."""
        return _MARKS.split(text_before(self.text, place, _LONGEST_CLAUSE))[-1]

    def finding(self, code: str, span: tuple[int, int], edit: str | None = None, **words: str | Wording) -> Diagnostic:
        """A diagnostic at a stretch of the paragraph; no edit where a reference is in it."""
        start, end = self.paragraph.span(*span)
        is_typed = self.at[1].text[start:end] == self.text[slice(*span)]
        return finding(code, self.at, (start, end), edit if is_typed else None, **words)

    def noun_behind(self, figure: TypedFigure) -> str:
        """What a figure counts where that stands behind it: 乡镇 of 12个乡镇; empty where it stands before it."""
        noun = _MARKS.split(self.text[figure.end : figure.end + _LONGEST_NOUN])[0]
        return "" if noun.startswith(_NO_NOUNS) else noun

    def is_limit(self, figure: TypedFigure) -> bool:
        """Whether a figure is what others are above or below: 100亿元以上."""
        return self.text.startswith(_LIMITS, figure.end)

    def is_whole(self, figure: TypedFigure) -> bool:
        """Whether a figure can be what others are parts of: exact, no change, no rate, no limit."""
        is_plain = figure.vague == "exact" and not self.is_limit(figure)
        return is_plain and not _COMPARED.search(self.clause_before(figure.start))


_LONGEST_CLAUSE, _LONGEST_NOUN = 60, 8
_MOST_DIGITS = 15
_MOST = 30
"""Figures of a sentence that are looked at, on one side of a place."""


def figure_texts(context: RuleContext) -> tuple[FigureText, ...]:
    """The paragraphs of a report that have figures with units."""
    return context.once(_figure_texts)


def _figure_texts(context: RuleContext) -> tuple[FigureText, ...]:
    words = f"{MEASURE_WORDS}|{_MORE_UNITS}".split("|")
    units = Names((*words, *PERCENT, *(each.unit for each in context.metrics.values())))
    return tuple(_of_texts(context, units))


def _of_texts(context: RuleContext, units: Names) -> Iterator[FigureText]:
    def printed(reference: Reference) -> str:
        return _printed(context, reference)

    for path, node in context.texts():
        has_figures = _DIGIT_OR_REFERENCE.search(node.text) is not None
        for paragraph in running_paragraphs(node, context.years(), printed) if has_figures else ():
            figures = tuple(filter(_is_plain, typed_figures(paragraph.text, units)))
            if figures:
                yield FigureText((path, node), paragraph, figures)


def _is_plain(figure: TypedFigure) -> bool:
    """Whether a figure is one that people write, and can be calculated with."""
    return len(figure.digits.as_tuple().digits) <= _MOST_DIGITS


def _printed(context: RuleContext, reference: Reference) -> str:
    """What a reference prints, as far as it is a figure or a name."""
    metric = context.metrics.get(reference.name)
    if metric is None or metric.value.pending:
        return FIGURE
    quantity = quantity_of(metric, metric.value)
    if reference.aspect is Aspect.PRINTED:
        return print_figure(metric, quantity, "none")
    if reference.aspect is Aspect.NUMBER:
        return print_number(quantity, "none")
    return metric.label if reference.aspect is Aspect.LABEL else FIGURE


class Development(Struct, frozen=True):
    """由546件增加到598件: what a figure was, what it became, and the verb that says that it grew; None if it fell."""

    before: TypedFigure
    after: TypedFigure
    rise: str | None

    @property
    def grew(self) -> bool:
        """Whether the verb says that it grew."""
        return self.rise is not None


_UP = "增加|增长|上升|提高|提升|扩大|攀升|跃升|发展|延长|上调|增|升|扩"
_DOWN = "减少|下降|降低|缩短|缩减|缩小|压缩|压减|精简|收窄|回落|下滑|下调|减|降|跌"
_OF_A_YEAR = "(?:\\d{4}年(?:年?[底末初])?的?)?"
_FROM = LazyPattern(f"(?:由|从)[^，。；：、\\d每]{{0,12}}{_OF_A_YEAR}$")
_TO = LazyPattern(f"(?:（[^（）]{{0,12}}）)?，?(?:(?P<up>{_UP})|{_DOWN})了?[到至为]{_OF_A_YEAR}")


def developments(text: FigureText) -> Iterator[Development]:
    """The pairs of exact figures of one unit and scale of which one became the other."""
    for before, after in zip(text.figures, text.figures[1:], strict=False):
        if (before.unit, before.scale) != (after.unit, after.scale) or {before.vague, after.vague} != {"exact"}:
            continue
        match = _TO.fullmatch(text.text, before.end, after.start)
        if match is None or not _FROM.search(text_before(text.text, before.start, LOOK_BEHIND)):
            continue
        yield Development(before, after, match["up"])


def last_digit(figure: TypedFigure) -> Decimal:
    """What a unit of the last printed digit counts: 0.1 of 84.1."""
    exponent = figure.digits.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def rounding(figure: TypedFigure) -> Decimal:
    """How far a printed figure can be from what it stands for: whole numbers without 万 are exact."""
    step = last_digit(figure).scaleb(POWERS.get(figure.scale, 0))
    return step / 2 if figure.scale or step < 1 else Decimal(0)


def is_percent_figure(figure: TypedFigure) -> bool:
    """Whether a figure is a percentage."""
    return figure.unit in PERCENT and not figure.scale


def added(terms: Iterable[str]) -> str:
    """Figures as a sum: 467件＋138件."""
    return "＋".join(terms)
