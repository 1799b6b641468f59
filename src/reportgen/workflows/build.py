"""Builds a year's report: its files read, then pure stages to the bytes of every format, then written. Never prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Findings, Place
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.workflows.check import (
    CheckOptions,
    CheckResult,
    Composed,
    check_inputs,
    compose_unchecked,
    with_severities,
)
from reportgen.workflows.inputs import Inputs, in_style, read_build_inputs
from reportgen.workflows.outputs import BuildResult, WriteResult, write_results
from reportgen.workflows.report_files import ReportFile
from reportgen.workflows.settings_file import DEFAULT_STYLE, SettingsFile
from reportgen.workspace.files import Workspace
from reportgen.writers.formats import DEFAULT_FORMATS, needs_layout
from reportgen.writers.render import Progress, RenderJob, pages_job, render
from reportgen.writers.typesetting import Typesetter

if TYPE_CHECKING:
    from reportgen.document import CheckersNotes, Stamp
    from reportgen.style import PreparedSheet


class Request(Struct, frozen=True):
    """What to build: how to check first, the formats, and the folder; the year's own under ``build/`` if None.

    ``attach_source``: the report and its style sheets travel in PDF and DOCX. ``font_folders`` are where installed
    fonts may be found; without any, the same input gives the same bytes on every machine. ``draft``: the number that
    the pages of a draft show, 0 for the final version. ``paginate``: pages are laid out whatever the formats.
    ``comments``: the DOCX has comments for the checkers of a draft. ``settings`` are those that the rest comes from;
    None for those that the workspace has when it is built.
    """

    options: CheckOptions = CheckOptions()
    formats: tuple[str, ...] = DEFAULT_FORMATS
    folder: Path | None = None
    font_folders: tuple[Path, ...] = ()
    attach_source: bool = False
    draft: int = 0
    paginate: bool = False
    comments: bool = False
    settings: SettingsFile | None = None


class Compiled(Struct, frozen=True):
    """A year in each of some styles, by name: what was read for it, and what came of that."""

    inputs: Mapping[str, Inputs]
    results: Mapping[str, BuildResult]

    @property
    def findings(self) -> Findings:
        """What was found, each finding once."""
        found = sum((result.findings for result in self.results.values()), Findings())
        return found.only(found)


def check_pages(
    workspace: Workspace, year: int, options: CheckOptions, progress: Progress, memory: Memory = NOTHING_KEPT
) -> CheckResult:
    """Checks a report as ``check`` does, and as a build would: its fonts, its lines and the number of its pages.

    The ``memory`` of other years' checks saves work.
    """
    request = Request(options, formats=(), paginate=True)
    inputs = read_inputs(workspace, year, request, memory)
    result = compile_report(inputs, request, progress, memory)
    memory.end_build()
    return CheckResult(inputs.report, None, result.findings, result.findings.diagnostics)


def build(
    workspace: Workspace,
    year: int,
    request: Request,
    progress: Progress,
    styles: Sequence[str] = (),
    memory: Memory = NOTHING_KEPT,
    typesetter: Typesetter | None = None,
) -> WriteResult:
    """Builds the outputs of a year, in each of some styles or in that of the request, all of them or none.

    Nothing is written unless report, style sheets and fonts are sound. The files of several styles are named for them.
    The ``memory`` of other years' builds saves work, and changes no byte.
    """
    compiled = compile_styles(workspace, year, request, progress, styles, memory, typesetter)
    if typesetter:
        typesetter.dismiss()
    memory.end_build()
    progress("write")
    return write_compiled(workspace, year, request, compiled)


def compile_styles(
    workspace: Workspace,
    year: int,
    request: Request,
    progress: Progress,
    styles: Sequence[str] = (),
    memory: Memory = NOTHING_KEPT,
    typesetter: Typesetter | None = None,
) -> Compiled:
    """What ``build`` writes. The ``memory`` of earlier builds saves work, and changes no byte."""
    progress("read")
    asked, others = (styles[0], styles[1:]) if styles else (request.options.style, ())
    first = read_inputs(workspace, year, replace(request, options=replace(request.options, style=asked)), memory)
    assert first.style is not None
    named = (first.style.name, *others)
    inputs = (first, *(in_style(first, workspace, style, memory) for style in others))
    results = (compile_report(each, request, progress, memory, typesetter) for each in inputs)
    return Compiled(dict(zip(named, inputs, strict=True)), dict(zip(named, results, strict=True)))


def write_compiled(workspace: Workspace, year: int, request: Request, compiled: Compiled) -> WriteResult:
    """Writes what was compiled, all of it, or none where anything is an error."""
    findings, results = compiled.findings, compiled.results
    if findings.has_errors:
        return WriteResult((), findings)
    folder = request.folder or workspace.output_folder(year)
    stems = {style: folder / ("report" if len(results) == 1 else f"report-{style}") for style in results}
    return write_results(workspace, {stems[style]: result for style, result in results.items()}, year, findings)


def read_inputs(workspace: Workspace, year: int, request: Request, memory: Memory = NOTHING_KEPT) -> Inputs:
    """Reads everything that a build needs."""
    font_folders = request.font_folders if request.paginate or needs_layout(request.formats) else None
    return read_build_inputs(workspace, year, request.options.style, font_folders, memory, request.settings)


def compile_report(
    inputs: Inputs,
    request: Request,
    progress: Progress,
    memory: Memory = NOTHING_KEPT,
    typesetter: Typesetter | None = None,
) -> BuildResult:
    """The outputs of a year from what was read; none unless report, style sheet and fonts are sound.

    A ``typesetter`` sets the pages while rules look at the report.

    Raises:
        ValueError: a format is missing although nothing is an error (a bug: the command would report success).

    """
    result = _compile(inputs, request, progress, memory, typesetter)
    if not result.findings.has_errors and set(result.contents) != set(request.formats):
        raise ValueError(request.formats)
    return result


def _compile(
    inputs: Inputs, request: Request, progress: Progress, memory: Memory, typesetter: Typesetter | None
) -> BuildResult:
    style, options = inputs.style, request.options
    composed = _begin(inputs, request, typesetter) if typesetter else None
    checked = check_inputs(inputs, options, composed)
    if checked.composed is None or style is None or style.sheet is None:
        if typesetter:
            typesetter.dismiss()
        return BuildResult({}, checked.findings)
    if _is_unstyled_draft(inputs, request):
        unstyled = Diagnostic("draft-unstyled", Place(style.file), {"style": style.name})
        return BuildResult({}, with_severities(inputs, options, (*checked.found, unstyled)))
    job = _render_job(inputs, request, checked.composed, memory)
    rendered = render(job, partial(inputs.fonts.library, memory), progress, typesetter)
    undated = () if options.draft else _undated(inputs)
    later = (*rendered.found, *undated, *_too_many_pages(rendered.pages, style.name, style.sheet, inputs.report))
    findings = with_severities(inputs, options, (*checked.found, *later))
    contents, beside = ({}, {}) if findings.has_errors else (rendered.contents, rendered.beside)
    printed = rendered.layout, rendered.document
    return BuildResult(contents, findings, rendered.pages, rendered.stood_in, beside, *printed)


def _begin(inputs: Inputs, request: Request, typesetter: Typesetter) -> Composed | None:
    """Has a typesetter begin with a report before rules have looked at it; None where reading it found errors.

    What it has begun with is asked for by ``render``, or the typesetter is dismissed.
    """
    composed = compose_unchecked(inputs, request.options)
    if composed and needs_layout(request.formats) and not _is_unstyled_draft(inputs, request):
        job = _render_job(inputs, request, composed, NOTHING_KEPT)
        typesetter.begin(pages_job(job, inputs.fonts.library))
    return composed


def _is_unstyled_draft(inputs: Inputs, request: Request) -> bool:
    return request.draft > 0 and inputs.sheet is not None and inputs.sheet.style.draft is None


def _render_job(inputs: Inputs, request: Request, composed: Composed, memory: Memory) -> RenderJob:
    style, reading = inputs.style, inputs.report.reading
    assert style is not None
    assert style.sheet is not None
    assert reading is not None
    stamp = input_stamp(inputs, request)
    metadata = replace(composed.document.metadata, stamp=stamp.text(), short_hash=stamp.short(), draft=request.draft)
    return RenderJob(
        replace(composed.document, metadata=metadata),
        style.sheet,
        reading,
        request.formats,
        _file_names(inputs.texts, inputs.year) if request.attach_source else {},
        inputs.logo.picture,
        paginate=request.paginate,
        notes=_notes(inputs, composed) if request.comments else None,
        memory=memory,
    )


def _notes(inputs: Inputs, composed: Composed) -> CheckersNotes:
    """What the checkers of a draft look up."""
    from reportgen.document import checkers_notes

    last_year = inputs.last_year.report if inputs.last_year else None
    return checkers_notes(composed.figures, last_year)


def input_stamp(inputs: Inputs, request: Request) -> Stamp:
    """What outputs of these inputs remember of them."""
    from reportgen.document import stamp_of

    style = inputs.style.name if inputs.style else DEFAULT_STYLE
    return stamp_of(__version__, inputs.year, style, inputs.texts, request.draft, inputs.logo.content)


def _undated(inputs: Inputs) -> Iterator[Diagnostic]:
    """A note where a final report says no date: ``new`` leaves it out until it is fixed."""
    report = inputs.report.report
    if report and not report.date:
        yield Diagnostic("date-missing", Place(inputs.report.name), {}, ("write-date",))


def _too_many_pages(pages: int, style: str, sheet: PreparedSheet, file: ReportFile) -> Iterator[Diagnostic]:
    most = sheet.style.page.max_pages
    if most is not None and pages > most:
        words = {"pages": str(pages), "most": str(most), "style": style}
        yield Diagnostic("pages-too-many", Place(file.name), words)


def _file_names(texts: Mapping[str, str], year: int) -> dict[str, str]:
    """Texts by the names their files have where they are attached."""
    names = {"report": str(year), "last-year": str(year - 1), "office": "reportgen"}
    return {f"{names.get(name, name.rpartition(':')[2])}.yaml": text for name, text in sorted(texts.items())}
