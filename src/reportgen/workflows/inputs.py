"""Everything that checking or building a year's report reads, as one value; after this, stages are pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.rules import Lexicon, read_lexicon
from reportgen.workflows.own_files import read_own_file
from reportgen.workflows.report_files import ReportFile, recall_report_file
from reportgen.workflows.settings_file import SettingsFile, office_text, read_settings_file, styles_of
from reportgen.workflows.style_files import (
    FontFiles,
    LogoFile,
    StyleFiles,
    list_font_files,
    read_logo,
    read_style_files,
    recall_style_files,
)
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError

if TYPE_CHECKING:  # `check` of a sound report needs no style sheet
    from reportgen.report import Report
    from reportgen.style import PreparedSheet


class LexiconFile(Struct, frozen=True):
    """The words of the workspace, None if it has no file of them or one that cannot be read."""

    lexicon: Lexicon | None = None
    findings: Findings = Findings()


class Inputs(Struct, frozen=True):
    """The files behind a year's report, read.

    ``last_year`` is None without a file for that year, ``earlier`` are those of years before, ascending, if their
    numbers may print; their diagnostics are for their own check. ``style`` is None if no style sheet was needed;
    ``fonts`` are empty if no pages were to be laid out.
    """

    year: int
    report: ReportFile
    last_year: ReportFile | None = None
    settings: SettingsFile = SettingsFile()
    lexicon: LexiconFile = LexiconFile()
    style: StyleFiles | None = None
    logo: LogoFile = LogoFile()
    fonts: FontFiles = FontFiles()
    earlier: tuple[ReportFile, ...] = ()

    @property
    def sheet(self) -> PreparedSheet | None:
        """The style sheet, None if none was read or it has errors."""
        return self.style.sheet if self.style else None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What reading the files reported; of earlier reports, why they could not be opened."""
        style = self.style.findings.diagnostics if self.style else ()
        earlier = (*((self.last_year,) if self.last_year else ()), *self.earlier)
        unopened = (found for file in earlier if file.source is None for found in file.file_diagnostics)
        return (
            *self.settings.findings.diagnostics,
            *self.lexicon.findings.diagnostics,
            *self.report.diagnostics,
            *unopened,
            *style,
            *self.logo.diagnostics,
            *self.fonts.diagnostics,
        )

    @property
    def lines(self) -> Mapping[str, Sequence[str]]:
        """The lines of the files that diagnostics may point into, by display name."""
        style = self.style.findings.lines if self.style else {}
        return {**self.settings.findings.lines, **self.lexicon.findings.lines, **self.report.lines, **style}

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts that outputs are made from, by the names a ``Stamp`` gives them."""
        from reportgen.document import EARLIER, LAST_YEAR, OFFICE, REPORT

        office = office_text(self.settings.settings.office)
        files = {REPORT: self.report, LAST_YEAR: self.last_year}
        files |= {f"{EARLIER}:{Path(file.name).stem}": file for file in self.earlier}
        texts = {name: file.source.text for name, file in files.items() if file and file.source}
        return {**texts, **({OFFICE: office} if office else {}), **(self.style.texts if self.style else {})}


def read_check_inputs(workspace: Workspace, year: int, style: str | None, memory: Memory = NOTHING_KEPT) -> Inputs:
    """Reads what ``check`` needs: a style sheet only if one is asked for, or composing can find something.

    The ``memory`` keeps what files came to.
    """
    report = _read_year(workspace, year, memory)
    settings = read_settings_file(workspace)
    has_terms = report.report is not None and bool(report.report.glossary)
    if style is None:
        usual = styles_of(workspace, settings.settings, year)[0]
        style = usual if has_terms or not _is_builtin(workspace, usual) else None
    return _inputs(workspace, year, report, settings, style, FontFiles(), memory)


def read_build_inputs(
    workspace: Workspace,
    year: int,
    style: str | None,
    font_folders: Sequence[Path] | None,
    memory: Memory = NOTHING_KEPT,
    settings: SettingsFile | None = None,
) -> Inputs:
    """Reads what a build needs; font files are listed unless ``font_folders``, of installed ones, is None.

    The style is the first that the settings have for the year where none is asked for. The ``memory`` keeps what files
    came to. ``settings`` are those that were read already.

    Raises:
        CommandError: the settings cannot be opened, or name a style that is not there.

    """
    fonts = FontFiles() if font_folders is None else list_font_files(workspace, font_folders)
    settings = read_settings_file(workspace) if settings is None else settings
    named = styles_of(workspace, settings.settings, year)[0] if style is None else style
    return _inputs(workspace, year, _read_year(workspace, year, memory), settings, named, fonts, memory)


def read_style_inputs(workspace: Workspace, style: str, font_folders: Sequence[Path]) -> Inputs:
    """Reads a style sheet and lists the fonts, for no report."""
    fonts = list_font_files(workspace, font_folders)
    return Inputs(0, ReportFile(""), style=read_style_files(workspace, style), fonts=fonts)


def in_style(inputs: Inputs, workspace: Workspace, style: str, memory: Memory = NOTHING_KEPT) -> Inputs:
    """The same files read, but for those of the look: under another style sheet."""
    return _in_style(inputs, workspace, recall_style_files(workspace, style, memory), memory)


def _inputs(
    workspace: Workspace,
    year: int,
    report: ReportFile,
    settings: SettingsFile,
    style: str | None,
    fonts: FontFiles,
    memory: Memory = NOTHING_KEPT,
) -> Inputs:
    last_year = None
    if report.reading is not None and workspace.has_report(year - 1):
        last_year = _read_year(workspace, year - 1, memory)
    lexicon = LexiconFile(*read_own_file(workspace.read_lexicon(), read_lexicon))
    inputs = Inputs(year, report, last_year, settings, lexicon, fonts=fonts)
    return inputs if style is None else in_style(inputs, workspace, style, memory)


def _in_style(inputs: Inputs, workspace: Workspace, files: StyleFiles, memory: Memory) -> Inputs:
    logo = read_logo(workspace, files.sheet, memory) if files.sheet else LogoFile()
    report = inputs.report.report
    earlier = _read_earlier(workspace, inputs.year, memory) if report and _draws_charts(report, files) else ()
    return replace(inputs, style=files, logo=logo, earlier=earlier)


def _draws_charts(report: Report, style: StyleFiles | None) -> bool:
    """Whether numbers of many years may print."""
    if style is None or style.sheet is None or not report.metrics:
        return False
    from reportgen.style import ChartPlace

    return any(style.sheet.looks.chart(place) for place in get_args(ChartPlace))


def _read_earlier(workspace: Workspace, year: int, memory: Memory) -> tuple[ReportFile, ...]:
    """The files of the years before last year."""
    return tuple(_read_year(workspace, each, memory) for each in workspace.years() if each < year - 1)


def _read_year(workspace: Workspace, year: int, memory: Memory = NOTHING_KEPT) -> ReportFile:
    """The file of a year; a file that cannot be opened is one of its diagnostics."""
    name = workspace.shown(workspace.report_path(year))
    try:
        content = workspace.read_report(year)
    except CommandError as refused:
        return ReportFile(name, file_diagnostics=(refused.diagnostic,))
    return recall_report_file(memory, name, content, year)


def _is_builtin(workspace: Workspace, style: str) -> bool:
    """Whether a style sheet is the program's own, which is sound."""
    path = workspace.style_paths().get(style)
    return path is not None and path.is_relative_to(workspace.builtin_styles)
