"""What ``metrics`` prints and writes: one table over the years."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from reportgen.cli import messages
from reportgen.cli.console import Console, exit_status
from reportgen.report.series import Series, cells_of, sparkline
from reportgen.workflows.metrics import MetricsTable, table_document, write_table
from reportgen.workspace.files import Workspace
from reportgen.writers.formats import METRICS_FILES, SHOWN_FORMATS, render_text
from reportgen.writers.text_tables import aligned


def print_metrics(
    console: Console, workspace: Workspace, table: MetricsTable, formats: tuple[str, ...], out: Path | None
) -> int:
    """Prints the table in some formats and writes it in others; returns the exit status."""
    files = tuple(each for each in formats if each in METRICS_FILES)
    if table.table is None or not files:
        console.report(table.findings)
    if table.table is None:
        console.summary(table.findings)
        return exit_status(table.findings)
    for each in formats:
        if each in _VIEWS:
            _VIEWS[each](console, table)
        elif each in SHOWN_FORMATS:
            console.write(render_text(table_document(table), each).rstrip("\n"))
    if not files:
        return exit_status(table.findings)
    built = write_table(workspace, table, files, out)
    console.report_outputs(built, workspace.shown)
    return exit_status(built.findings)


def _print_table(console: Console, table: MetricsTable) -> None:
    """One table, its groups under their names."""
    if not table.series:
        console.say(messages.NO_METRICS)
        return
    others = (console.text(each) for each in messages.METRIC_COLUMNS)
    rows = [(console.text(messages.METRIC), *map(str, table.years), *others)]
    headings: dict[int, str] = {}
    for group, members in groupby(table.series, lambda each: each.group):
        headings[len(rows)] = group
        for each in members:
            _, label, unit, *figures, difference, rate = cells_of(each)
            rows.append((label, *figures, unit, difference, rate, sparkline(each)))
    for index, line in enumerate(aligned(rows, right=range(1, 1 + len(table.years)))):
        if headings.get(index):
            console.line(f"[{headings[index]}]")
        console.line(line)


def _print_json(console: Console, table: MetricsTable) -> None:
    """The metrics for programs."""
    console.write_json({"years": table.years, "metrics": [_as_json(each, table) for each in table.series]})


def _as_json(series: Series, table: MetricsTable) -> dict[str, object]:
    figures = {
        str(year): {"text": figure.text, "unit": figure.unit, "digits": format(figure.digits, "f")} if figure else None
        for year, figure in zip(table.years, series.figures, strict=True)
    }
    return {
        "name": series.name,
        "label": series.label,
        "group": series.group or None,
        "unit": series.unit,
        "figures": figures,
        "difference": series.difference or None,
        "rate": series.rate or None,
    }


_VIEWS: dict[str, Callable[[Console, MetricsTable], None]] = {"terminal": _print_table, "json": _print_json}
"""The formats that are neither a document nor a file."""

KNOWN_FORMATS = (*_VIEWS, *SHOWN_FORMATS, *METRICS_FILES)
