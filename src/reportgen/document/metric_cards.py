"""The year in figures: a card for every metric, or a row each where there are few and none has a history."""

from collections.abc import Iterator

from reportgen.document.block_types import CellBlock, Chart, Entry, Grid, Inlines, Paragraph, Run
from reportgen.document.inline_composer import compose_inlines
from reportgen.document.metric_charts import small_chart
from reportgen.document.metric_grids import metric_figure
from reportgen.document.metric_groups import metric_groups
from reportgen.document.origins import Origin, in_sheet
from reportgen.report import Figures, Report
from reportgen.style import BlockRole, CardsLegend, CardsStyle, GridKind, RunRole, StyleSheet
from reportgen.text.characters import printable

_RISES, _FALLS = "▲", "▼"


def metric_cards(figures: Figures, title: str, sheet: StyleSheet) -> Iterator[Paragraph | Grid]:
    """The cards of a report's metrics: those of no group, then each group under its name, as the groups first come.

    ``title`` is what cards of no group show.
    """
    style = sheet.cards
    assert style is not None
    charts = {name: _chart(name, figures, sheet) for name in figures.report.metrics}
    rows = sheet.figure_rows if not any(charts.values()) else None
    kind: GridKind = "figure_rows" if rows and len(charts) <= rows.most else "cards"
    for group, names in metric_groups(figures.report.metrics):
        if group:
            yield Paragraph("caption", (Run(printable(group)),), Origin(("metrics", names[0], "group")))
        made = (_row(name, figures, style) if kind == "figure_rows" else _card(name, figures, style) for name in names)
        shown = zip(names, made, strict=True)
        entries = tuple(entry if charts[name] is None else _with_chart(entry, charts[name]) for name, entry in shown)
        yield Grid(kind, printable(group) or title, entries, style.columns if kind == "cards" else 1)
    if style.legend:
        yield from _legend(style, style.legend, figures, [chart for chart in charts.values() if chart])


def untold_notes(report: Report, sheet: StyleSheet) -> bool:
    """Whether a metric has a note that cards do not show."""
    return not (sheet.cards and sheet.cards.notes) and any(metric.note for metric in report.metrics.values())


def _chart(name: str, figures: Figures, sheet: StyleSheet) -> Chart | None:
    wanted = sheet.cards is not None and sheet.cards.chart is not None
    return small_chart(name, figures, sheet.small_charts, "card") if sheet.small_charts and wanted else None


def _with_chart(entry: Entry, chart: Chart | None) -> Entry:
    return Entry(((*entry.cells[0], chart),)) if chart else entry


def _card(name: str, figures: Figures, style: CardsStyle) -> Entry:
    """Number, label and change, below them the note where cards show notes."""
    lines: list[CellBlock] = [_figure(name, figures, "card-figure", "card-unit")]
    lines.insert(len(lines) if style.label == "below" else 0, _label(name, figures, "card-label"))
    lines += _beneath(name, figures, style, "card-change", "card-note")
    return Entry((tuple(lines),))


def _row(name: str, figures: Figures, style: CardsStyle) -> Entry:
    """The number, and beside it what it counts; the item that speaks of it comes from ``with_speakers``."""
    beside = [_label(name, figures, "row-label"), *_beneath(name, figures, style, "row-change", "row-note")]
    return Entry(((_figure(name, figures, "row-figure", "row-unit"),), tuple(beside)))


def _figure(name: str, figures: Figures, role: BlockRole, unit: RunRole) -> Paragraph:
    return Paragraph(role, metric_figure(name, figures, unit), Origin(("metrics", name)))


def _label(name: str, figures: Figures, role: BlockRole) -> Paragraph:
    return Paragraph(role, (Run(printable(figures.report.metrics[name].label)),), Origin(("metrics", name)))


def _beneath(
    name: str, figures: Figures, style: CardsStyle, change_role: BlockRole, note_role: BlockRole
) -> Iterator[Paragraph]:
    """The change of a metric, and its note."""
    change, note = metric_change(name, figures, style), figures.report.metrics[name].note
    if change:
        yield Paragraph(change_role, change, Origin(("metrics", name)))
    if style.notes and note:
        for inlines in compose_inlines(note, figures):
            yield Paragraph(note_role, inlines, Origin(("metrics", name, "note")))


def metric_change(name: str, figures: Figures, style: CardsStyle | None) -> Inlines:
    """The change of a metric as cards print changes; a role of its own where it is for the worse."""
    found, better = figures.changes[name], figures.report.metrics[name].better
    change = found.change
    signed = style is not None and style.changes == "signs"
    if not signed or change is None or change.rises is None:
        return (Run(found.text),) if found.text else ()
    about = "约" if change.approximate else ""
    adverse = better is not None and change.more != (better == "up")
    roles: tuple[RunRole, ...] = ("adverse",) if adverse else ()
    return (Run(f"{_RISES if change.rises else _FALLS} {about}{change.amount}", roles),)


def _legend(style: CardsStyle, legend: CardsLegend, figures: Figures, charts: list[Chart]) -> Iterator[Paragraph]:
    """A line that says what is on the cards and is not plain; none where all is."""
    changes = (figures.changes[name].change for name in figures.report.metrics)
    signs = style.changes == "signs" and any(change and change.rises is not None for change in changes)
    columns, lines = (any(chart.form == form for chart in charts) for form in ("columns", "line"))
    there = ((columns, "columns", legend.columns), (lines, "lines", legend.lines), (signs, "signs", legend.signs))
    said = [Run(text, origin=in_sheet("cards", "legend", key)) for shown, key, text in there if shown]
    if said:
        between = Run(legend.separator, origin=in_sheet("cards", "legend", "separator"))
        ended = Run(legend.end, origin=in_sheet("cards", "legend", "end"))
        runs = [each for run in said for each in (between, run)][1:]
        yield Paragraph("card-legend", (*runs, ended), in_sheet("cards", "legend"))
