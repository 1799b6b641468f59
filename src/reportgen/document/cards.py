"""The year in figures: every metric a card, group after group."""

from collections.abc import Iterator

from reportgen.characters import printable
from reportgen.document.model import Card, Cards, Inlines, Paragraph, Run
from reportgen.document.text import number_end
from reportgen.report import Aspect, Figures
from reportgen.style import RunRole

_UNIT: tuple[RunRole, ...] = ("card-unit",)


def metric_cards(figures: Figures, columns: int) -> Iterator[Paragraph | Cards]:
    """The cards of a report's metrics: those of no group, then each group under its name, as the groups first come."""
    metrics = figures.report.metrics
    groups = dict.fromkeys(metric.group or "" for metric in metrics.values())
    for group in sorted(groups, key=bool):
        names = [name for name, metric in metrics.items() if (metric.group or "") == group]
        if group:
            yield Paragraph("caption", (Run(printable(group)),), ("metrics", names[0], "group"))
        yield Cards(printable(group), tuple(_card(name, figures) for name in names), columns)


def _card(name: str, figures: Figures) -> Card:
    change = figures.changes[name].text
    label: Inlines = (Run(printable(figures.report.metrics[name].label)),)
    return Card(_figure(name, figures), label, (Run(change),) if change else (), ("metrics", name))


def _figure(name: str, figures: Figures) -> Inlines:
    """The number, large, with what stands before and after it: 约, 余, 万 and the unit."""
    printed = printable(figures.printed(name, Aspect.PRINTED))
    end = number_end(printed)
    start = next((place for place, character in enumerate(printed[:end]) if character.isdigit()), 0)
    if start and printed[start - 1] in "+-":
        start -= 1
    pieces = (Run(printed[:start], _UNIT), Run(printed[start:end], (), name), Run(printed[end:], _UNIT))
    return tuple(piece for piece in pieces if piece.text)
