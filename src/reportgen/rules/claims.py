"""The typed figures that are a metric's, and those that may be (P80, P81). No rule.

A typed figure is a claim about a body, a time, a scope and a kind; a label is only its noun. So a figure is a metric's
where nothing else can be meant, and may be where one of these is left out.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.report import Metric, print_figure, quantity_of, same_unit
from reportgen.rules.claim_figures import TypedFigure, reconcile, typed_figures
from reportgen.rules.claim_scope import ClaimScope, ScopePatterns
from reportgen.rules.claim_words import WORDS, ClaimWords
from reportgen.rules.context import RuleContext
from reportgen.rules.running_text import RunningParagraph, running_paragraphs
from reportgen.source import Scalar
from reportgen.text.names import Names

_NEAR = 60
"""Characters before a figure in which its label is looked for."""


class Claim(Struct, frozen=True):
    """A typed figure beside a metric's label.

    ``text`` is where it is, ``span`` its stretch of that text, label and all, ``typed`` what reads there. ``same``: it
    is the metric's number.
    ``certain``: nothing else can be meant; ``replacement`` is then what prints the metric.
    """

    text: tuple[FieldPath, Scalar]
    span: tuple[int, int]
    typed: str
    name: str
    metric: Metric
    same: bool
    certain: bool
    replacement: str

    @property
    def printed(self) -> str:
        """What the metric prints."""
        return print_figure(self.metric, quantity_of(self.metric, self.metric.value), "none")


def metric_claims(context: RuleContext) -> tuple[Claim, ...]:
    """The figures typed in reviews beside a metric's label that are not another's, in the order of the file."""
    return context.once(claims_by_words)


def claims_by_words(context: RuleContext, words: ClaimWords = WORDS) -> tuple[Claim, ...]:
    """The same by other words than the table's."""
    judge = _Judge(context, words)
    return tuple(claim for text in context.texts() if text[0][0] == "reviews" for claim in judge.claims(text))


class _Label(Struct, frozen=True):
    """A metric's label; ``verb`` is what it begins with, empty where it is a noun."""

    name: str
    metric: Metric
    verb: str
    is_effect: bool

    @property
    def noun(self) -> str:
        """The label without its verb."""
        return self.metric.label.removeprefix(self.verb)


class _Labels:
    """The labels of one unit, the longest first; of metrics with the same one, the first."""

    def __init__(self, labels: Iterable[_Label]) -> None:
        once: dict[str, _Label] = {}
        for label in labels:
            once.setdefault(label.metric.label, label)
        ordered = sorted(once.values(), key=lambda label: -len(label.metric.label))
        self._ranked: dict[str, list[tuple[int, _Label]]] = {}
        for rank, label in enumerate(ordered):
            self._ranked.setdefault(label.noun, []).append((rank, label))
        self._nouns = Names(self._ranked)

    def near(self, text: str) -> list[_Label]:
        """Those whose noun is in a text, in order."""
        nouns = [*self._nouns.inside(text), ""]
        found = (each for noun in nouns for each in self._ranked.get(noun, ()))
        return [label for _, label in sorted(found, key=lambda each: each[0])]


class _Judge:
    """Judges the figures of one report; its patterns are made when a label is first found near a figure."""

    def __init__(self, context: RuleContext, words: ClaimWords) -> None:
        self._context = context
        self._words = words
        by_unit: dict[str, list[_Label]] = {}
        verbs = *words.label_verbs, *words.effects
        for name, metric in context.metrics.items():
            if metric.unit and not metric.value.pending:
                verb = next((each for each in verbs if metric.label.startswith(each)), "")
                label = _Label(name, metric, verb, verb in words.effects)
                by_unit.setdefault(metric.unit, []).append(label)
        self._labels = {unit: _Labels(labels) for unit, labels in by_unit.items()}
        self._units = Names(by_unit)
        self._heads: dict[FieldPath, str] = {}

    def claims(self, text: tuple[FieldPath, Scalar]) -> Iterator[Claim]:
        """The claims of one text."""
        if self._units.search(text[1].text) is None:
            return
        for paragraph in running_paragraphs(text[1], self._context.years()):
            scope: ClaimScope | None = None
            for figure in typed_figures(paragraph.text, self._units):
                found = self._label_before(paragraph.text, figure)
                if found is not None:
                    scope = scope or ClaimScope(paragraph.text, self._patterns)
                    claim = self._claim(text, paragraph, figure, found, scope)
                    yield from (claim,) if claim else ()

    def _label_before(self, text: str, figure: TypedFigure) -> tuple[_Label, int, bool] | None:
        """The longest label that ends at a figure, where it begins, and whether it is there word for word."""
        first = max(0, figure.start - _NEAR)
        near = text[first : figure.start]
        labels = self._labels[figure.unit].near(near)
        if not labels:
            return None
        near = self._links.sub("", near)
        for label in labels:
            if near.endswith(label.metric.label):
                return label, first + len(near) - len(label.metric.label), True
        for label in labels:
            match = self._loosely(label).search(near) if label.verb and label.noun else None
            if match is not None:
                return label, first + match.start(), False
        return None

    def _claim(
        self,
        text: tuple[FieldPath, Scalar],
        paragraph: RunningParagraph,
        figure: TypedFigure,
        found: tuple[_Label, int, bool],
        scope: ClaimScope,
    ) -> Claim | None:
        """A figure as a claim; None where it is another's, or right beside the metric."""
        label, start, verbatim = found
        around = self._around(text[0])
        verdict = scope.verdict(start, figure.end, around, has_verb=bool(label.verb), is_effect=label.is_effect)
        if verdict is None:
            return None
        likeness = reconcile(figure, label.metric)
        if likeness == "possible" or (likeness != "same" and figure.amount in self._earlier(label)):
            return None
        certain = verdict == "certain" and verbatim and likeness != "rounded"
        span, typed = paragraph.span(start, figure.end), paragraph.text[start : figure.end]
        replacement = self._about.sub("", paragraph.text[start : figure.start]) + f"【{label.name}】"
        return Claim(text, span, typed, label.name, label.metric, likeness == "same", certain, replacement)

    def _earlier(self, label: _Label) -> list[Decimal]:
        """The amounts of earlier years: a figure that is one of them needs no other explanation."""
        known = [quantity_of(label.metric, number).amount for number in label.metric.history.values()]
        earlier = self._context.earlier.get(label.name)
        if earlier is not None and same_unit(earlier.unit, label.metric.unit):
            known.append(quantity_of(earlier, earlier.value).amount)
        return known

    def _around(self, path: FieldPath) -> list[str]:
        """The titles and leads that a text is under, the nearest first."""
        return [self._head_of(path[:length]) for length in range(len(path) - 1, 0, -1)]

    def _head_of(self, level: FieldPath) -> str:
        """The title and the lead of a part, section or item, read once."""
        if level not in self._heads:
            lead = "intro" if len(level) == 1 else "lead"
            title, text = self._text_at((*level, "title")), self._text_at((*level, lead))
            self._heads[level] = f"{title}。{text}"
        return self._heads[level]

    def _text_at(self, path: FieldPath) -> str:
        """A text of the report as it is read; empty where there is none."""
        node = self._prose.get(path)
        return "\n".join(each.text for each in running_paragraphs(node, self._context.years())) if node else ""

    @cached_property
    def _prose(self) -> dict[FieldPath, Scalar]:
        return dict(self._context.texts())

    @cached_property
    def _patterns(self) -> ScopePatterns:
        return ScopePatterns(self._words, self._context.year, self._text_at(("organization",)))

    @cached_property
    def _links(self) -> re.Pattern[str]:
        """What is between a label and its figure."""
        return re.compile(rf"(?:{'|'.join((*self._words.links, *self._words.about))}|\s)*$")

    @cached_property
    def _about(self) -> re.Pattern[str]:
        """What makes a figure vague, right before it."""
        return re.compile(rf"(?:{'|'.join(self._words.about)}|\s)*$")

    def _loosely(self, label: _Label) -> re.Pattern[str]:
        """A label with its verb parted from its noun, or behind it."""
        verb, noun = re.escape(label.verb), re.escape(label.noun)
        inside, totals = "|".join(self._words.inside), "|".join(self._words.totals)
        return re.compile(f"(?:{verb}(?:{inside})+{noun}|{noun}{verb}(?:{totals}))$")
