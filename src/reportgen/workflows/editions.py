"""One report wherever it is kept: a year's file of the workspace, a file of its own, or a year's file at a revision."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Findings, has_errors
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.report import Figures, Report, resolve
from reportgen.rules import Settings, apply_severities
from reportgen.workflows.report_files import ReportFile, recall_report_file
from reportgen.workspace.files import DATA, Workspace, report_years
from reportgen.workspace.git import committed_on, file_at, files_at
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError


class ReportRef(Struct, frozen=True):
    """Which report: a year's, at a git revision if one is given, or a file that may be anywhere."""

    year: int | None = None
    revision: str | None = None
    file: Path | None = None


class Edition(Struct, frozen=True):
    """A report as it was read from where it is kept; ``figures`` is None if it cannot be read as a report.

    ``committed`` is the day of its revision, None if it is of none.
    """

    file: ReportFile
    figures: Figures | None
    committed: datetime.date | None = None

    @property
    def name(self) -> str:
        """The display name of the file."""
        return self.file.name

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found in it, with the severities of a draft: two reports are compared while they are written."""
        found, name = self.file.diagnostics, self.file.name
        return apply_severities(found, Settings(), {name: ()}, draft=True, strict=False)

    @property
    def is_sound(self) -> bool:
        """Whether it can be composed; what is still to be filled in prints as such."""
        return not has_errors(self.diagnostics)


def read_edition(
    workspace: Workspace, ref: ReportRef, memory: Memory = NOTHING_KEPT, *, with_earlier: bool = False
) -> Edition:
    """Reads a report, and last year's from the same place, or from the workspace for a file of its own.

    ``with_earlier``: those of the years before too, whose numbers charts print. The ``memory`` keeps them all for
    other editions.

    Raises:
        CommandError: there is no such file, revision or year, or a file cannot be opened.

    """
    file = _read(workspace, ref, memory)
    if file.reading is None or file.report is None:
        return Edition(file, None)
    year = file.reading.year
    earlier = [each for each in _years(workspace, ref) if each < year - 1] if with_earlier else []
    reports = [_report_of(workspace, ReportRef(each, ref.revision), memory) for each in (year - 1, *earlier)]
    figures = resolve(file.report, reports[0], earlier=[each for each in reports[1:] if each])
    committed = committed_on(workspace.root, ref.revision) if ref.revision is not None else None
    return Edition(file, figures, committed)


def _years(workspace: Workspace, ref: ReportRef) -> Sequence[int]:
    """The years that have a report where one is kept."""
    if ref.revision is None:
        return workspace.years()
    return report_years(files_at(workspace.root, ref.revision, DATA))


def _report_of(workspace: Workspace, ref: ReportRef, memory: Memory) -> Report | None:
    """An earlier report; there need be none, and its own diagnostics are for its own check."""
    assert ref.year is not None
    if ref.revision is None:
        return _read(workspace, ref, memory).report if workspace.has_report(ref.year) else None
    try:
        return _read(workspace, ref, memory).report
    except CommandError:
        return None


def unread_findings(editions: Iterable[Edition]) -> Findings:
    """What kept some of the reports from being read, with the lines of all of them."""
    findings = Findings()
    for edition in editions:
        own = edition.file.findings
        findings += own if edition.figures is None else Findings((), own.lines)
    return findings


def _read(workspace: Workspace, ref: ReportRef, memory: Memory) -> ReportFile:
    if ref.file is not None:
        shown = workspace.shown(ref.file)
        return recall_report_file(memory, shown, read_file(ref.file, shown), ref.year)
    assert ref.year is not None
    if ref.revision is not None:
        content = file_at(workspace.root, ref.revision, f"{DATA}/{ref.year}.yaml")
        return recall_report_file(memory, f"{ref.revision}:{ref.year}", content, ref.year)
    shown = workspace.shown(workspace.report_path(ref.year))
    return recall_report_file(memory, shown, workspace.read_report(ref.year), ref.year)
