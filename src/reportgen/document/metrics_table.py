"""The table of all metrics, group by group."""

from reportgen.document.block_types import Inlines, Run, Table, inline_text
from reportgen.document.inline_composer import compose_line
from reportgen.document.metric_groups import metric_groups
from reportgen.document.origins import Origin, in_sheet
from reportgen.report import Aspect, Figures
from reportgen.style import MetricsStyle
from reportgen.text.characters import printable

_CHANGE, _NOTE = "change", "note"


def metrics_table(figures: Figures, style: MetricsStyle) -> Table:
    """A row for every metric under one with the name of its group; columns only for what there is."""
    columns = ["label", "figure"]
    if any(change.text for change in figures.changes.values()):
        columns.append(_CHANGE)
    if any(metric.note for metric in figures.report.metrics.values()):
        columns.append(_NOTE)
    rows: list[tuple[Inlines, ...]] = []
    origins: list[Origin] = []
    groups: list[int] = []
    for group, names in metric_groups(figures.report.metrics):
        if group:
            groups.append(len(rows))
            rows.append(((Run(printable(group), ("strong",)),), *[()] * (len(columns) - 1)))
            origins.append(Origin(("metrics", names[0], "group")))
        for name in names:
            cells = _cells(name, figures)
            rows.append(tuple(cells[column] for column in columns))
            origins.append(Origin(("metrics", name)))
    head = tuple(
        (Run(str(getattr(style.columns, column)), origin=in_sheet("metrics", "columns", column)),) for column in columns
    )
    title = inline_text(compose_line(style.title, figures))
    return Table(title, tuple(columns), head, tuple(rows), tuple(origins), tuple(groups))


def _cells(name: str, figures: Figures) -> dict[str, Inlines]:
    """What each column has of a metric."""
    metric, change = figures.report.metrics[name], figures.changes[name].text
    return {
        "label": (Run(printable(metric.label)),),
        "figure": (Run(figures.printed(name, Aspect.PRINTED), ("metric",), name),),
        _CHANGE: (Run(change),) if change else (),
        _NOTE: compose_line(metric.note, figures) if metric.note else (),
    }
