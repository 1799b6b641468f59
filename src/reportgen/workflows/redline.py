"""A comparison as a Word file with tracked changes. Never prints."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.compare import Side, pair_entries
from reportgen.diagnostics import Diagnostic, Findings, Place, has_errors, in_order
from reportgen.diagnostics.hints import UNTRACKED
from reportgen.workflows.diff import DiffResult, compared, stamped
from reportgen.workflows.editions import Edition
from reportgen.workflows.outputs import BuildResult, WriteResult, write_outputs
from reportgen.workspace.files import Workspace
from reportgen.writers.render import Progress, Rendered, RenderJob, render

if TYPE_CHECKING:
    from reportgen.document import Document
    from reportgen.style import PreparedSheet


class Redline(Struct, frozen=True):
    """A Word file with tracked changes: where it goes, who made them and when.

    Without an author it is the reporting organization, without a date that of the new report, or the day its revision
    was committed if that was earlier.
    """

    path: Path
    author: str = ""
    date: datetime.date | None = None


def write_redline(workspace: Workspace, result: DiffResult, redline: Redline, progress: Progress) -> WriteResult:
    """Writes the new report as a Word file whose tracked changes lead there from the old.

    Nothing is written unless both reports can be printed.
    """
    built = render_redline(result, redline, workspace.shown(redline.path), progress)
    if not built.contents:
        return WriteResult((), built.findings)
    progress("write")
    stem = redline.path.with_suffix("") if redline.path.suffix.lower() == ".docx" else redline.path
    assert result.new.figures is not None
    return write_outputs(workspace, built, result.new.figures.report.year, stem)


def render_redline(result: DiffResult, redline: Redline, shown: str, progress: Progress) -> BuildResult:
    """The Word file; what tracked changes cannot express is reported at ``shown``, the display name of its path."""
    unsound = [edition for edition in (result.old, result.new) if not edition.is_sound]
    if unsound:
        found = tuple(each for edition in unsound for each in edition.diagnostics)
        return _nothing(result, found)
    from reportgen.document import ComparisonKind, compose
    from reportgen.docx.redline import WordFile
    from reportgen.docx.redline import write_redline as redlined_docx
    from reportgen.docx.redline_units import Entries
    from reportgen.docx.revisions import Revision

    old, new, sheet = compared(result)
    # Changes inside of endnotes would have to be tracked in a part of their own; sections come and go untracked.
    sheet = sheet.with_listed_notes().with_any_contents()
    inputs = result.inputs
    unusable = (*inputs.logo.diagnostics, *inputs.fonts.diagnostics)
    if has_errors(unusable):
        return _nothing(result, unusable)
    files: list[WordFile] = []
    for named, edition in ((old, result.old), (new, result.new)):
        document = stamped(compose(named.figures, sheet, inputs.office).document, result, ComparisonKind.REDLINE)
        rendered = _word_file(result, sheet, document, edition, progress)
        if "docx" not in rendered.contents:
            return _nothing(result, in_order(rendered.found))
        files.append(WordFile(rendered.contents["docx"], document))
    report = new.figures.report
    day = redline.date or min(report.dated, result.new.committed or report.dated)
    author = redline.author or inputs.office.author or report.organization or inputs.office.name or "reportgen"
    revision = Revision(author, day)
    entries = Entries(pair_entries(Side(old.figures), Side(new.figures)))
    redlined = redlined_docx(files[0], files[1], revision, entries)
    untracked = (
        Diagnostic("redline-untracked", Place(shown), {"what": UNTRACKED[each]}) for each in redlined.untracked
    )
    return BuildResult({"docx": redlined.data}, Findings(tuple(untracked), result.findings.lines))


def _nothing(result: DiffResult, found: tuple[Diagnostic, ...]) -> BuildResult:
    return BuildResult({}, Findings(found, result.findings.lines))


def _word_file(
    result: DiffResult, sheet: PreparedSheet, document: Document, edition: Edition, progress: Progress
) -> Rendered:
    inputs, reading = result.inputs, edition.file.reading
    assert reading is not None
    job = RenderJob(document, sheet, reading, ("docx",), {}, inputs.logo.picture)
    return render(job, inputs.fonts.library, progress)
