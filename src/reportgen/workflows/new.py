"""Begins a year: last year's report to a file in the standard format that is not a report yet."""

import re
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Findings, Place, apply_edits
from reportgen.formatting.next_year import TO_BE_FILLED_IN, next_year_text
from reportgen.formatting.task_ids import missing_task_ids
from reportgen.report import Report
from reportgen.report.json_schema import json_schema
from reportgen.report.promises import ledger
from reportgen.source import Source, encode_like
from reportgen.source.schema_builder import schema_text
from reportgen.workflows.fmt import format_source
from reportgen.workflows.report_files import ReportFile, read_report_file, read_report_source
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, create_files, replace_file

_OPEN = re.compile(TO_BE_FILLED_IN)


class CarriedOver(Struct, frozen=True):
    """How much of last year is in the new file: tasks as reviews to write, metrics with their past, terms as comments.

    ``open`` counts what is to be filled in.
    """

    tasks: int = 0
    metrics: int = 0
    terms: int = 0
    open: int = 0


class NewReport(Struct, frozen=True):
    """The display name of the file made; empty if last year's cannot be read, and ``findings`` say why.

    ``last_year`` is the display name of last year's file, and ``ids`` those that were written into it. ``schema`` is
    that of the JSON Schema made beside the report, empty if there was one.
    """

    file: str
    findings: Findings
    last_year: str = ""
    ids: tuple[str, ...] = ()
    schema: str = ""
    carried: CarriedOver = CarriedOver()


class _LastYear(NamedTuple):
    """Last year's report with an id for every task, its text, and the ids that are new."""

    report: Report
    text: str
    ids: tuple[str, ...]


def begin_year(workspace: Workspace, year: int) -> NewReport:
    """Makes the file of a year from last year's report; an existing file is left as it is.

    Tasks of last year that have no id get one, in last year's file, since no review could follow them otherwise.

    Raises:
        CommandError: ``file-there``, or there is no report of last year, or a file cannot be written.

    """
    path, before = workspace.report_path(year), workspace.report_path(year - 1)
    shown, shown_before = workspace.shown(path), workspace.shown(before)
    there = Diagnostic("file-there", Place(shown), {"file": shown}, ("move-away",))
    if workspace.has_report(year):
        raise CommandError(there)
    content = workspace.read_report(year - 1)
    file = read_report_file(shown_before, content, year - 1)
    if file.report is None:
        return NewReport("", file.findings)
    named = _with_ids(file)
    text = begun_text(named.report, shown)
    made = [NewFile(path, shown, text.encode())]
    schema = workspace.schema_path()
    if not schema.exists():  # first, so that where the process is killed between the two the command can run again
        made.insert(0, NewFile(schema, workspace.shown(schema), schema_text(json_schema()).encode()))
    try:
        create_files(made, workspace.root)
    except CommandError as refused:  # of another process that begins this year, only the schema may be there yet
        raise CommandError(there if refused.diagnostic.code == there.code else refused.diagnostic) from refused
    if named.ids:
        replace_file(NewFile(before, shown_before, encode_like(named.text, content)), content, workspace.root)
    added = made[0].shown if len(made) > 1 else ""
    return NewReport(shown, Findings(), shown_before, named.ids, added, _carried(named.report, text))


def _with_ids(file: ReportFile) -> _LastYear:
    """A report whose tasks all have ids; as it is where writing them would change anything else."""
    report, source, reading = file.report, file.source, file.reading
    assert report is not None
    assert source is not None
    assert reading is not None
    missing = missing_task_ids(report, reading.root)
    text = apply_edits(source.text, (each.edit for each in missing))
    again = read_report_source(Source(source.file, text), report.year).report
    if again is None or _without_ids(again) != _without_ids(report):
        return _LastYear(report, source.text, ())
    return _LastYear(again, text, tuple(each.id for each in missing))


def _without_ids(report: Report) -> Report:
    """A report whose task sections and items have no ids."""
    if report.tasks is None:
        return report
    sections = tuple(replace(each, id=None) for each in report.tasks.sections)
    items = tuple(replace(each, id=None) for each in report.tasks.items)
    return replace(report, tasks=replace(report.tasks, sections=sections, items=items))


def _carried(report: Report, text: str) -> CarriedOver:
    tasks = len(ledger(report, report))
    return CarriedOver(
        tasks,
        len(report.metrics),
        len(report.glossary),
        sum(len(_OPEN.findall(line)) for line in text.splitlines() if not line.lstrip().startswith("#")),
    )


def begun_text(last_year: Report, name: str) -> str:
    """The file after a report, in the standard format."""
    text = next_year_text(last_year)
    formatted = format_source(Source(name, text), last_year.year + 1)
    return formatted.source.text if formatted.source else text
