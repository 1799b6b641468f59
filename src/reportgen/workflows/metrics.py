"""Joins the stages of a table of metrics: the reports of some years to rows, and rows to files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, in_order
from reportgen.report.series import Series, known_years, series_over
from reportgen.source import find
from reportgen.workflows.build import BuildResult, WriteResult, write_outputs
from reportgen.workflows.editions import Edition, ReportRef, read_edition
from reportgen.workspace.files import BUILD, Workspace

if TYPE_CHECKING:
    from reportgen.document import Document

FILE_FORMATS = ("csv", "xlsx")


class MetricsTable(Struct, frozen=True):
    """The metrics of some years, with what was found in reading them."""

    years: tuple[int, ...]
    series: tuple[Series, ...]
    editions: tuple[Edition, ...]
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]

    @property
    def readable(self) -> bool:
        """Whether every report could be read."""
        return all(edition.figures for edition in self.editions)


def table_metrics(workspace: Workspace, years: Sequence[int]) -> MetricsTable:
    """The metrics of the years asked for; of all there are, and those they remember, where none is.

    Raises:
        CommandError: a year has no file, or there is no report at all.

    """
    wanted = tuple(sorted(years)) or workspace.reported_years()
    editions = tuple(read_edition(workspace, ReportRef(year)) for year in wanted)
    reports = [edition.figures.report for edition in editions if edition.figures]
    columns = tuple(sorted(years)) if len(years) > 1 else known_years(reports)
    lines = {file: text for edition in editions for file, text in edition.lines.items()}
    unread = tuple(each for edition in editions if not edition.figures for each in edition.found)
    series = series_over(reports, columns)
    found = unread or in_order(each for one in series for each in _other_units(one, editions[-1]))
    return MetricsTable(columns, series, editions, found, lines)


def _other_units(series: Series, newest: Edition) -> list[Diagnostic]:
    """A warning for every year whose unit is not the newest's, at the metric of the newest file."""
    path = ("metrics", series.name, "unit")
    place = find(newest.reading.root, path).place(path) if newest.reading else None
    words = {"name": series.name, "unit": series.unit}
    return [
        Diagnostic("metric-unit-differs", place, {**words, "year": str(year), "other": unit})
        for year, unit in series.other_units
    ]


def write_table(workspace: Workspace, tabled: MetricsTable, formats: Sequence[str], folder: Path | None) -> WriteResult:
    """Writes the table as CSV, XLSX or both: all or none; into ``build/`` where no folder is named."""
    from reportgen.writers.spreadsheet import write_csv, write_xlsx

    newest = tabled.editions[-1].figures
    assert newest is not None
    contents: dict[str, bytes] = {}
    if "csv" in formats:
        contents["csv"] = write_csv(tabled.series, tabled.years)
    if "xlsx" in formats:
        contents["xlsx"] = write_xlsx(tabled.series, tabled.years, newest.report.dated)
    made = BuildResult(contents, 0, tabled.found, tabled.lines, None)
    return write_outputs(workspace, made, newest.report.year, (folder or workspace.root / BUILD) / "metrics")


def table_document(tabled: MetricsTable) -> Document:
    """The table as a document for the Markdown writer."""
    from reportgen.document.series_table import compose_series

    newest = tabled.editions[-1].figures
    assert newest is not None
    return compose_series(tabled.series, tabled.years, newest.report.dated)
