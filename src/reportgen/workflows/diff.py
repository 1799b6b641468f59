"""Joins the stages of a comparison: two reports, wherever they are kept, to changes, and changes to files."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen.compare import PROMISE_KINDS, Change, Kind, Side, compare
from reportgen.diagnostics import Diagnostic, FieldPath, Place, Severity, has_errors, in_order
from reportgen.diagnostics.hints import UNTRACKED
from reportgen.report import Figures, Reading
from reportgen.workflows.build import BuildResult, WriteResult, fonts_at_hand, load_logo, load_style, write_outputs
from reportgen.workflows.editions import Edition, ReportRef, read_edition
from reportgen.workspace.files import CommandError, Workspace
from reportgen.writers.render import Progress, Rendered, RenderJob, render

if TYPE_CHECKING:  # a comparison that cannot be made needs neither
    from reportgen.document import Document
    from reportgen.document.comparison import Named
    from reportgen.pictures import Picture
    from reportgen.style import PreparedSheet


class Target(Struct, frozen=True):
    """Where a document goes: the name of its files without ending, the formats, the folder, places of fonts.

    ``folder`` is the new report's own under ``build/`` where None.
    """

    name: str
    formats: tuple[str, ...]
    folder: Path | None = None
    font_folders: tuple[Path, ...] = ()


class DiffResult(Struct, frozen=True):
    """Two reports and the changes between them; what kept either from being read is in ``found``, with no changes."""

    old: Edition
    new: Edition
    sheet: PreparedSheet | None
    changes: tuple[Change, ...]
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]

    @property
    def readable(self) -> bool:
        """Whether there were two reports to compare."""
        return self.sheet is not None and self.old.figures is not None and self.new.figures is not None


def diff(workspace: Workspace, old: ReportRef, new: ReportRef, style: str) -> DiffResult:
    """Compares two reports, their ordinals as a style prints them.

    Raises:
        CommandError: there is no such file, revision or year.

    """
    loaded = load_style(workspace, style)
    before, after = (_printed(read_edition(workspace, wanted), loaded.sheet) for wanted in (old, new))
    lines = {**before.lines, **after.lines, **loaded.lines}
    if before.figures is None or after.figures is None or loaded.sheet is None:
        unread = [edition for edition in (before, after) if edition.figures is None]
        found = tuple(each for edition in unread for each in edition.found)
        return DiffResult(before, after, loaded.sheet, (), found + loaded.found, lines)
    sides = (_side(edition, loaded.sheet) for edition in (before, after))
    return DiffResult(before, after, loaded.sheet, compare(*sides), (), lines)


def _printed(edition: Edition, sheet: PreparedSheet | None) -> Edition:
    """The edition with its figures as a style sheet prints them."""
    if edition.figures is None or sheet is None:
        return edition
    return replace(edition, figures=replace(edition.figures, grouping=sheet.style.numbers.grouping))


def _side(edition: Edition, sheet: PreparedSheet) -> Side:
    """A side with its ordinals, none where errors keep the report from being composed."""
    assert edition.figures is not None
    ordinals: dict[FieldPath, str] = {}
    if edition.sound:
        from reportgen.document import compose, ordinals_in

        ordinals = ordinals_in(compose(edition.figures, sheet).document)
    return Side(edition.figures, ordinals, sheet.style.keep)


def follow(workspace: Workspace, old: ReportRef, new: ReportRef, style: str) -> DiffResult:
    """The promises of one year's tasks in the reviews of the next.

    Raises:
        CommandError: there is no such file, revision or year; or ``years-apart``: not the year after.

    """
    diffed = diff(workspace, old, new, style)
    if diffed.old.figures and diffed.new.figures:
        before, after = diffed.old.figures.report.year, diffed.new.figures.report.year
        if before + 1 != after:
            raise CommandError(Diagnostic("years-apart", None, {"old": str(before), "new": str(after)}))
    return narrowed(diffed, PROMISE_KINDS)


def narrowed(diffed: DiffResult, kinds: Collection[Kind]) -> DiffResult:
    """The same with changes of some kinds only; all where none is named."""
    kept = tuple(change for change in diffed.changes if not kinds or change.kind in kinds)
    return replace(diffed, changes=kept)


def comparison_of(diffed: DiffResult) -> Document:
    """The changes as a document (对照表) under the style they were compared in."""
    from reportgen.document.comparison import compose_comparison

    old, new, sheet = _compared(diffed)
    return compose_comparison(diffed.changes, old, new, sheet)


def ledger_of(diffed: DiffResult) -> Document:
    """The promises among the changes as a document (落实情况)."""
    from reportgen.document.comparison import compose_ledger

    old, new, sheet = _compared(diffed)
    return compose_ledger(narrowed(diffed, PROMISE_KINDS).changes, old, new, sheet)


def write_document(
    workspace: Workspace, diffed: DiffResult, document: Document, target: Target, progress: Progress
) -> WriteResult:
    """Writes a document made of a comparison, under the style it was compared in; all formats or none."""
    assert diffed.sheet is not None
    assert diffed.new.reading is not None
    year = diffed.new.reading.year
    job = RenderJob(document, diffed.sheet, diffed.new.reading, target.formats, {}, old=diffed.old.reading)
    rendered = render(job, lambda: fonts_at_hand(workspace, target.font_folders), progress)
    found = in_order(each for each in rendered.found if each.severity is Severity.ERROR)
    made = BuildResult({} if found else rendered.contents, rendered.pages, found, diffed.lines, None)
    if not made.contents:
        return WriteResult((), made.found, made.lines)
    progress("write")
    folder = target.folder or workspace.output_folder(year)
    return write_outputs(workspace, made, year, folder / target.name)


def _compared(diffed: DiffResult) -> tuple[Named, Named, PreparedSheet]:
    """Both reports as a document names them, and the style sheet."""
    from reportgen.document.comparison import Named

    assert diffed.sheet is not None
    assert diffed.old.figures is not None
    assert diffed.new.figures is not None
    old, new = (Named(edition.name, edition.figures) for edition in (diffed.old, diffed.new) if edition.figures)
    return old, new, diffed.sheet


class Redline(Struct, frozen=True):
    """A Word file with tracked changes: where it goes, who made them and when, places of fonts.

    Without an author it is the reporting organization, without a date that of the new report.
    """

    path: Path
    author: str = ""
    date: datetime.date | None = None
    font_folders: tuple[Path, ...] = ()


def write_tracked(workspace: Workspace, diffed: DiffResult, redline: Redline, progress: Progress) -> WriteResult:
    """Writes the new report as a Word file whose tracked changes lead there from the old; what they cannot say is told.

    Nothing is written unless both reports can be printed.
    """
    unsound = [edition for edition in (diffed.old, diffed.new) if not edition.sound]
    if unsound:
        return WriteResult((), tuple(each for edition in unsound for each in edition.found), diffed.lines)
    old, new, sheet = _compared(diffed)
    logo = load_logo(workspace, sheet)
    if has_errors(logo.found):
        return WriteResult((), logo.found, diffed.lines)
    files: list[bytes] = []
    for named, edition in ((old, diffed.old), (new, diffed.new)):
        rendered = _word_file(workspace, named.figures, edition.reading, sheet, logo.picture, redline, progress)
        if "docx" not in rendered.contents:
            return WriteResult((), in_order(rendered.found), diffed.lines)
        files.append(rendered.contents["docx"])
    from reportgen.docx.redline import write_redline
    from reportgen.docx.revisions import Revision

    report = new.figures.report
    author = redline.author or report.organization or "reportgen"
    redlined = write_redline(files[0], files[1], Revision(author, redline.date or report.dated))
    place = Place(workspace.shown(redline.path))
    found = tuple(Diagnostic("redline-untracked", place, {"what": UNTRACKED[each]}) for each in redlined.untracked)
    progress("write")
    stem = redline.path.with_suffix("") if redline.path.suffix.lower() == ".docx" else redline.path
    return write_outputs(
        workspace, BuildResult({"docx": redlined.data}, 0, found, diffed.lines, None), report.year, stem
    )


def _word_file(
    workspace: Workspace,
    figures: Figures,
    reading: Reading | None,
    sheet: PreparedSheet,
    logo: Picture | None,
    redline: Redline,
    progress: Progress,
) -> Rendered:
    from reportgen.document import compose

    assert reading is not None
    job = RenderJob(compose(figures, sheet).document, sheet, reading, ("docx",), {}, logo)
    return render(job, lambda: fonts_at_hand(workspace, redline.font_folders), progress)
