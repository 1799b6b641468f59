"""Joins the stages of beginning a year: last year's report to a file that is in form, and is no report yet."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place
from reportgen.formatting.next_year import next_year_text
from reportgen.source import Source
from reportgen.workflows.editions import ReportRef, read_edition
from reportgen.workflows.fmt import form
from reportgen.workspace.files import CommandError, Workspace, write_files


class NewReport(Struct, frozen=True):
    """The file that was made, as people are shown it; none where last year's could not be read, with what was found."""

    file: str
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]


def begin_year(workspace: Workspace, year: int) -> NewReport:
    """Makes the file of a year from last year's report; a file that is there is left as it is.

    Raises:
        CommandError: ``file-there``, or there is no report of last year, or the new one cannot be written.

    """
    path = workspace.report_path(year)
    shown = workspace.shown(path)
    if path.exists():
        raise CommandError(Diagnostic("file-there", Place(shown), {"file": shown}))
    last_year = read_edition(workspace, ReportRef(year - 1))
    if last_year.figures is None:
        return NewReport("", last_year.found, last_year.lines)
    text = next_year_text(last_year.figures.report)
    formed = form(Source(shown, text), year)
    write_files([(path, shown, (formed.source.text if formed.source else text).encode())])
    return NewReport(shown, (), {})
