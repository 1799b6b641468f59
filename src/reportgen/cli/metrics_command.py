"""``reportgen metrics``."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace, parse_formats, parse_years
from reportgen.report.series import Series, cells_of, sparkline
from reportgen.workflows.metrics import MetricsTable, table_document, table_metrics, write_table
from reportgen.writers.formats import METRICS_FILES, SHOWN_FORMATS
from reportgen.writers.render import render_text
from reportgen.writers.text_tables import aligned


def run_metrics(console: Console, years: list[str], form: str, out: Path | None, root: Path | None) -> int:
    """Shows the metrics over the years, or writes them for a spreadsheet."""
    formats = parse_formats(form, (*_VIEWS, *SHOWN_FORMATS, *METRICS_FILES))
    wanted = parse_years(years)
    workspace = open_workspace(root)
    tabled = table_metrics(workspace, wanted)
    files = tuple(each for each in formats if each in METRICS_FILES)
    if not tabled.readable or not files:
        console.findings(tabled.found, tabled.lines)
    if not tabled.readable:
        console.summary(tabled.found)
        return exit_status(tabled.found)
    for each in formats:
        if each in _VIEWS:
            _VIEWS[each](console, tabled)
        elif each in SHOWN_FORMATS:
            console.write(render_text(table_document(tabled), each).rstrip("\n"))
    if files:
        built = write_table(workspace, tabled, files, out)
        console.built(built, workspace.shown)
        return exit_status(built.found)
    return exit_status(tabled.found)


def _show_table(console: Console, tabled: MetricsTable) -> None:
    """One table, its groups under their names."""
    texts = console.texts
    if not tabled.series:
        console.say(texts.no_metrics)
        return
    head = (texts.metrics_head[0], *map(str, tabled.years), *texts.metrics_head[1:])
    rows = [head]
    groups: list[tuple[int, str]] = []
    for group, members in groupby(tabled.series, lambda each: each.group):
        groups.append((len(rows), group))
        for each in members:
            _, label, unit, *figures, difference, rate = cells_of(each)
            rows.append((label, *figures, unit, difference, rate, sparkline(each)))
    lines = aligned(rows, right=range(1, 1 + len(tabled.years)))
    starts = dict(groups)
    for index, line in enumerate(lines):
        if starts.get(index):
            console.say(f"[{starts[index]}]")
        console.say(line)


def _show_json(console: Console, tabled: MetricsTable) -> None:
    """The metrics for programs."""
    console.write_json({"years": tabled.years, "metrics": [_as_json(each, tabled) for each in tabled.series]})


def _as_json(series: Series, tabled: MetricsTable) -> dict[str, object]:
    figures = {
        str(year): {"text": figure.text, "unit": figure.unit, "digits": format(figure.digits, "f")} if figure else None
        for year, figure in zip(tabled.years, series.figures, strict=True)
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


_VIEWS: dict[str, Callable[[Console, MetricsTable], None]] = {"terminal": _show_table, "json": _show_json}
"""The formats that are neither a document nor a file."""
