"""What the checkers of a draft look up beside the text: metrics a year ago, and the tasks that reviews follow."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.document.block_types import inline_text
from reportgen.document.inline_composer import compose_inlines, compose_line
from reportgen.report import Figures, Metric, Report, print_figure, quantity_of, resolve
from reportgen.report.promises import ledger

CHECKERS_AUTHOR = "reportgen"
"""Who signs the comments; whatever else is commented on was written by people."""


class CheckersNotes(Struct, frozen=True):
    """The texts of comments: by the names of metrics, and by the paths of reviews in the report."""

    metrics: Mapping[str, str] = {}
    reviews: Mapping[FieldPath, str] = {}


def checkers_notes(figures: Figures, last_year: Report | None) -> CheckersNotes:
    """The notes of a report; the tasks are those of last year's."""
    metrics = {name: "\n".join(_of_metric(name, metric, figures)) for name, metric in figures.report.metrics.items()}
    tasks: dict[FieldPath, list[str]] = {}
    if last_year is not None:
        before = resolve(last_year, None)
        for promise in ledger(last_year, figures.report):
            title = inline_text(compose_line(promise.title, before))
            for path in (*promise.followers.reports, *promise.followers.unwritten) if promise.id else ():
                tasks.setdefault(path, []).append(title)
    return CheckersNotes(metrics, {path: f"回应上年任务：{'；'.join(titles)}" for path, titles in tasks.items()})


def _of_metric(name: str, metric: Metric, figures: Figures) -> Iterator[str]:
    yield f"指标：{name}"
    before = figures.series[name].get(figures.report.year - 1)
    printed = print_figure(before, quantity_of(before, before.value), figures.grouping) if before else "没有数"
    yield f"上年：{printed}"
    if metric.note:
        yield f"备注：{''.join(map(inline_text, compose_inlines(metric.note, figures)))}"
