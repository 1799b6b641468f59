"""Builds a year again and again, each time from what the last build left that still holds. Never prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.diagnostics import Findings
from reportgen.memory import Memory
from reportgen.workflows.build import Compiled, Request, compile_styles, write_compiled
from reportgen.workflows.inputs import Inputs
from reportgen.workflows.outputs import WriteResult
from reportgen.workspace.files import FONTS, LEXICON, SETTINGS, STYLES, Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.watching import Stamps, stamps_of


class WatchedReport:
    """One year under one or several styles. ``seen`` are the files of its last build as they were before it read them.

    Raises:
        CommandError: there is no such report or style sheet to begin with.

    """

    def __init__(self, workspace: Workspace, year: int, request: Request, styles: Sequence[str]) -> None:
        workspace.read_report(year)
        for style in styles:
            workspace.read_style(style)
        self.year = year
        self.styles = tuple(styles)
        self.seen: Stamps = {}
        self._request = request
        self._workspace = workspace
        self._memory = Memory()

    def compile(self) -> Compiled | Findings:
        """What the files come to as they are now; only findings where one cannot even be looked for."""
        before = stamps_of(self.seen)
        try:
            styles, memory = self.styles, self._memory
            compiled = compile_styles(self._workspace, self.year, self._request, _show_nothing, styles, memory)
        except CommandError as refused:
            self.seen = before
            return Findings((refused.diagnostic,))
        finally:
            self._memory.end_build()
        inputs = compiled.inputs.values()
        files = tuple(path for each in inputs for path in _files_of(self._workspace, each, self._request))
        self.seen = {**stamps_of(files), **{path: before[path] for path in files if path in before}}
        return compiled

    def write(self, compiled: Compiled | Findings) -> WriteResult:
        """Writes what was compiled; the last good files stay where anything is an error."""
        if isinstance(compiled, Findings):
            return WriteResult((), compiled)
        return write_compiled(self._workspace, self.year, self._request, compiled)


def _show_nothing(_stage: str) -> None:
    """No progress: builds from memory are over before it could be read."""


def _files_of(workspace: Workspace, inputs: Inputs, request: Request) -> Iterator[Path]:
    """What a build reads, and what it would read if it were there; folders for what may come into them."""
    years = {inputs.year, inputs.year - 1, *(year for year in workspace.years() if year < inputs.year)}
    yield from map(workspace.report_path, sorted(years))
    yield from (workspace.root / name for name in (SETTINGS, LEXICON, STYLES, FONTS))
    assert inputs.style is not None
    names = {inputs.style.name, *(name.removeprefix("style:") for name in inputs.style.texts)}
    for folder in (workspace.root / STYLES, workspace.builtin_styles):
        yield from (folder / f"{name}.yaml" for name in sorted(names))
    if inputs.sheet and inputs.sheet.style.logo:
        yield workspace.root / inputs.sheet.style.logo.file.path
    yield from (path for path, _ in inputs.fonts.own)
    yield from request.font_folders
