"""Joins the stages of a table of metrics: the reports of some years to rows, and rows to files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, in_order
from reportgen.report.series import Series, SeriesTable, known_years, series_over
from reportgen.source import find
from reportgen.workflows.build import BuildResult, WriteResult, write_outputs
from reportgen.workflows.editions import Edition, ReportRef, read_edition
from reportgen.workspace.files import BUILD, Workspace
from reportgen.writers.formats import format_named, load_writer

if TYPE_CHECKING:
    from reportgen.document import Document


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

    @property
    def table(self) -> SeriesTable:
        """The metrics as writers take them, dated by the newest report; every report must be readable."""
        newest = self.editions[-1].figures
        assert newest is not None
        return SeriesTable(self.years, self.series, newest.report.dated)


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
    """Writes the table in some formats, all or none; into ``build/`` where no folder is named."""
    newest = tabled.editions[-1].figures
    assert newest is not None
    contents = {name: load_writer(format_named(name))(tabled.table) for name in formats}
    made = BuildResult(contents, 0, tabled.found, tabled.lines, None)
    return write_outputs(workspace, made, newest.report.year, (folder or workspace.root / BUILD) / "metrics")


def table_document(tabled: MetricsTable) -> Document:
    """The table as a document, for the formats of documents."""
    from reportgen.document.series_table import compose_series

    return compose_series(tabled.table)
