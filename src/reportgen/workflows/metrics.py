"""The metrics of some years as a table: reports read, rows made of them, files written. Never prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.memory import Memory
from reportgen.report.series import Series, SeriesTable, known_years, series_over
from reportgen.source import find
from reportgen.workflows.editions import Edition, ReportRef, read_edition, unread_findings
from reportgen.workflows.outputs import BuildResult, WriteResult, write_outputs
from reportgen.workspace.files import BUILD, Workspace
from reportgen.writers.formats import format_named, load_writer

if TYPE_CHECKING:
    from reportgen.document import Document


class MetricsTable(Struct, frozen=True):
    """The metrics of some years, None if one of the reports cannot be read; ``findings`` then say why."""

    table: SeriesTable | None
    findings: Findings

    @property
    def series(self) -> tuple[Series, ...]:
        """A row for each metric."""
        return self.table.series if self.table else ()

    @property
    def years(self) -> tuple[int, ...]:
        """The columns."""
        return self.table.years if self.table else ()


def table_metrics(workspace: Workspace, years: Sequence[int]) -> MetricsTable:
    """The metrics of the years given; without any, of all reports and the years they remember.

    Raises:
        CommandError: a year has no file, or there is no report at all.

    """
    reported = tuple(sorted(years)) or workspace.reported_years()
    memory = Memory()
    return table_of([read_edition(workspace, ReportRef(year), memory) for year in reported], years)


def table_of(editions: Sequence[Edition], years: Sequence[int]) -> MetricsTable:
    """The metrics of some reports, ascending, over the years given; over those they remember if that is one or none."""
    findings = unread_findings(editions)
    reports = [edition.figures.report for edition in editions if edition.figures]
    if findings:
        return MetricsTable(None, findings)
    columns = tuple(sorted(years)) if len(years) > 1 else known_years(reports)
    series = series_over(reports, columns)
    others = (each for one in series for each in _other_units(one, editions[-1]))
    return MetricsTable(SeriesTable(columns, series, reports[-1].dated), findings.only(others))


def _other_units(series: Series, newest: Edition) -> Iterator[Diagnostic]:
    """A warning for every year whose unit is not the newest's, at the metric of the newest file."""
    path = ("metrics", series.name, "unit")
    reading = newest.file.reading
    place = find(reading.root, path).place(path) if reading else None
    for year, unit in series.other_units:
        words = {"name": series.name, "unit": series.unit, "year": str(year), "other": unit}
        yield Diagnostic("metric-unit-differs", place, words)


def write_table(
    workspace: Workspace, metrics: MetricsTable, formats: Sequence[str], folder: Path | None
) -> WriteResult:
    """Writes the table in some formats, all or none; into ``build/`` if there is no folder."""
    assert metrics.table is not None
    contents = {name: load_writer(format_named(name))(metrics.table) for name in formats}
    stem = (folder or workspace.root / BUILD) / "metrics"
    return write_outputs(workspace, BuildResult(contents, metrics.findings), metrics.table.years[-1], stem)


def table_document(metrics: MetricsTable) -> Document:
    """The table as a document, for the formats of documents."""
    from reportgen.document.series_table import compose_series

    assert metrics.table is not None
    return compose_series(metrics.table)
