"""Begins a year: last year's report to a file in the standard format that is not a report yet."""

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Findings, Place
from reportgen.formatting.next_year import next_year_text
from reportgen.report import Report
from reportgen.source import Source
from reportgen.workflows.editions import ReportRef, read_edition
from reportgen.workflows.fmt import format_source
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, create_file


class NewReport(Struct, frozen=True):
    """The display name of the file made; empty if last year's cannot be read, and ``findings`` say why."""

    file: str
    findings: Findings


def begin_year(workspace: Workspace, year: int) -> NewReport:
    """Makes the file of a year from last year's report; an existing file is left as it is.

    Raises:
        CommandError: ``file-there``, or there is no report of last year, or the new one cannot be written.

    """
    path = workspace.report_path(year)
    shown = workspace.shown(path)
    if workspace.has_report(year):
        raise CommandError(Diagnostic("file-there", Place(shown), {"file": shown}))
    last_year = read_edition(workspace, ReportRef(year - 1))
    if last_year.figures is None:
        return NewReport("", last_year.file.findings)
    create_file(NewFile(path, shown, begun_text(last_year.figures.report, shown).encode()), workspace.root)
    return NewReport(shown, Findings())


def begun_text(last_year: Report, name: str) -> str:
    """The file after a report, in the standard format."""
    text = next_year_text(last_year)
    formatted = format_source(Source(name, text), last_year.year + 1)
    return formatted.source.text if formatted.source else text
