"""Compares two reports, wherever they are kept, and renders what is made of their changes. Never prints."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen import __version__
from reportgen.compare import PROMISE_KINDS, Change, Kind, Side, compare
from reportgen.diagnostics import Diagnostic, FieldPath, Findings, Severity
from reportgen.memory import Memory
from reportgen.report.office import Office
from reportgen.workflows.editions import Edition, ReportRef, read_edition, unread_findings
from reportgen.workflows.outputs import BuildResult, WriteResult, write_outputs
from reportgen.workflows.settings_file import read_settings_file, styles_of
from reportgen.workflows.style_files import (
    FontFiles,
    LogoFile,
    StyleFiles,
    list_font_files,
    read_logo,
    read_style_files,
)
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.writers.render import Progress, RenderJob, render

if TYPE_CHECKING:  # a comparison that cannot be made needs neither
    from reportgen.document import Compared, ComparisonKind, Document, Stamp
    from reportgen.document.comparison import Named
    from reportgen.style import PreparedSheet


class Target(Struct, frozen=True):
    """Where a document goes: the name of its files without ending, the formats, the folder.

    ``folder`` is the new report's own under ``build/`` if None.
    """

    name: str
    formats: tuple[str, ...]
    folder: Path | None = None


class DiffInputs(Struct, frozen=True):
    """Two reports, the style sheet that their ordinals print in, and what files made of them need."""

    old: Edition
    new: Edition
    style: StyleFiles
    logo: LogoFile
    fonts: FontFiles
    office: Office = Office()


class DiffResult(Struct, frozen=True):
    """Two reports, their figures as the style sheet prints them, and the changes between them.

    If one of them cannot be read there are no changes, and ``findings`` say why. ``only``: the kinds of change it is
    limited to, all if there are none.
    """

    inputs: DiffInputs
    old: Edition
    new: Edition
    changes: tuple[Change, ...]
    findings: Findings
    only: tuple[str, ...] = ()

    @property
    def sheet(self) -> PreparedSheet | None:
        """The style sheet the reports were compared in."""
        return self.inputs.style.sheet

    @property
    def is_readable(self) -> bool:
        """Whether there were two reports to compare."""
        return self.sheet is not None and self.old.figures is not None and self.new.figures is not None


def read_diff_inputs(
    workspace: Workspace,
    old: ReportRef,
    new: ReportRef,
    style: str | None = None,
    font_folders: Sequence[Path] | None = None,
) -> DiffInputs:
    """Reads everything that a comparison needs; fonts and logo unless ``font_folders``, of installed fonts, is None.

    Without a style, that which the settings have for the year of the new report.

    Raises:
        CommandError: there is no such file, revision or year.

    """
    memory, with_earlier = Memory(), font_folders is not None
    before, after = (read_edition(workspace, ref, memory, with_earlier=with_earlier) for ref in (old, new))
    settings, reading = read_settings_file(workspace).settings, after.file.reading
    if style is None:
        style = styles_of(workspace, settings, reading.year if reading else 0)[0]
    files = read_style_files(workspace, style)
    if font_folders is None:
        return DiffInputs(before, after, files, LogoFile(), FontFiles(), settings.office)
    logo = read_logo(workspace, files.sheet) if files.sheet else LogoFile()
    return DiffInputs(before, after, files, logo, list_font_files(workspace, font_folders), settings.office)


def diff(inputs: DiffInputs) -> DiffResult:
    """Compares two reports, their ordinals as the style sheet prints them."""
    sheet = inputs.style.sheet
    old, new = (_printed(edition, sheet) for edition in (inputs.old, inputs.new))
    findings = unread_findings((old, new)) + inputs.style.findings
    if old.figures is None or new.figures is None or sheet is None:
        return DiffResult(inputs, old, new, (), findings)
    changes = compare(*(_side(edition, sheet) for edition in (old, new)))
    return DiffResult(inputs, old, new, changes, replace(findings, diagnostics=()))


def _printed(edition: Edition, sheet: PreparedSheet | None) -> Edition:
    """The edition with its figures as a style sheet prints them."""
    if edition.figures is None or sheet is None:
        return edition
    return replace(edition, figures=replace(edition.figures, grouping=sheet.style.numbers.grouping))


def _side(edition: Edition, sheet: PreparedSheet) -> Side:
    """A side with its ordinals, none if errors keep the report from being composed."""
    assert edition.figures is not None
    ordinals: dict[FieldPath, str] = {}
    if edition.is_sound:
        from reportgen.document import compose, ordinals_in

        ordinals = ordinals_in(compose(edition.figures, sheet).document)
    return Side(edition.figures, ordinals, sheet.style.keep)


def follow(inputs: DiffInputs) -> DiffResult:
    """The promises of one year's tasks in the reviews of the next.

    Raises:
        CommandError: ``years-apart``: not the year after.

    """
    result = diff(inputs)
    if result.old.figures and result.new.figures:
        before, after = result.old.figures.report.year, result.new.figures.report.year
        if before + 1 != after:
            raise CommandError(Diagnostic("years-apart", None, {"old": str(before), "new": str(after)}))
    return narrowed(result, PROMISE_KINDS)


def narrowed(result: DiffResult, kinds: Collection[Kind]) -> DiffResult:
    """The same with changes of some kinds only; all if there are no kinds."""
    changes = tuple(change for change in result.changes if not kinds or change.kind in kinds)
    return replace(result, changes=changes, only=tuple(sorted(kind.value for kind in kinds)))


def comparison_of(result: DiffResult) -> Document:
    """The changes as a document (对照表) under the style they were compared in."""
    from reportgen.document import ComparisonKind
    from reportgen.document.comparison import compose_comparison

    old, new, sheet = compared(result)
    document = _signed(compose_comparison(result.changes, old, new, sheet), result.inputs.office)
    return stamped(document, result, ComparisonKind.COMPARISON)


def ledger_of(result: DiffResult) -> Document:
    """The promises among the changes as a document (落实情况)."""
    from reportgen.document import ComparisonKind
    from reportgen.document.comparison import compose_ledger

    old, new, sheet = compared(result)
    ledger = compose_ledger(narrowed(result, PROMISE_KINDS).changes, old, new, sheet)
    return stamped(_signed(ledger, result.inputs.office), result, ComparisonKind.LEDGER)


def stamped(document: Document, result: DiffResult, kind: ComparisonKind) -> Document:
    """A document made of a comparison with the record of what it was made from."""
    from reportgen.document import Compared, ComparisonKind

    old, _, _ = compared(result)
    only = result.only if kind is ComparisonKind.COMPARISON else ()
    stamp = comparison_stamp(result, Compared(kind, old.figures.report.year, only))
    return replace(document, metadata=replace(document.metadata, stamp=stamp.text()))


def comparison_stamp(result: DiffResult, kind: Compared) -> Stamp:
    """What a document made of a comparison remembers of both reports and the style sheet."""
    from reportgen.document import OLD, REPORT, stamp_of

    _, new, _ = compared(result)
    sources = {OLD: result.old.file.source, REPORT: result.new.file.source}
    texts = {name: source.text for name, source in sources.items() if source} | dict(result.inputs.style.texts)
    stamp = stamp_of(__version__, new.figures.report.year, result.inputs.style.name, texts)
    return replace(stamp, compared=kind)


def _signed(document: Document, office: Office) -> Document:
    """The document with the author that an office has settled."""
    author = office.author or document.metadata.author or office.name or ""
    return replace(document, metadata=replace(document.metadata, author=author))


def compared(result: DiffResult) -> tuple[Named, Named, PreparedSheet]:
    """Both reports as a document names them, and the style sheet; the result must be readable."""
    from reportgen.document.comparison import Named

    assert result.sheet is not None
    assert result.old.figures is not None
    assert result.new.figures is not None
    return Named(result.old.name, result.old.figures), Named(result.new.name, result.new.figures), result.sheet


def render_document(result: DiffResult, document: Document, formats: Sequence[str], progress: Progress) -> BuildResult:
    """The files of a document made of a comparison, under the style it was compared in; all formats or none."""
    assert result.sheet is not None
    assert result.new.file.reading is not None
    fonts = result.inputs.fonts
    job = RenderJob(document, result.sheet, result.new.file.reading, formats, {}, old=result.old.file.reading)
    rendered = render(job, fonts.library, progress)
    errors = (each for each in (*fonts.diagnostics, *rendered.found) if each.severity is Severity.ERROR)
    findings = result.findings.only(errors)
    return BuildResult({} if findings else rendered.contents, findings, rendered.pages)


def write_document(
    workspace: Workspace, result: DiffResult, document: Document, target: Target, progress: Progress
) -> WriteResult:
    """Renders a document made of a comparison and writes its files; all formats or none."""
    built = render_document(result, document, target.formats, progress)
    if not built.contents:
        return WriteResult((), built.findings)
    progress("write")
    assert result.new.file.reading is not None
    year = result.new.file.reading.year
    return write_outputs(workspace, built, year, (target.folder or workspace.output_folder(year)) / target.name)
