"""The state of one preview: the report as the files are now, in every style and draft that a page asks for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Language
from reportgen.live.tiles import TileDrawer
from reportgen.live.view import Drawn, FileMap, ShownFinding, ShownPage, Spotted, drawn, edited_offset, shown_findings
from reportgen.live.written_texts import Roots
from reportgen.workflows.build import Compiled, Request
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.watch import WatchedReport
from reportgen.workspace.files import Workspace
from reportgen.workspace.watching import Stamps

MOST_DRAFTS = 99
"""The highest number of a draft."""

_MOST_VIEWS = 6
"""Styles and drafts of which the last pages are kept."""


class Choice(Struct, frozen=True):
    """What a page shows: a style, and the number of a draft, 0 for the final version."""

    style: str
    draft: int = 0


class View(Struct, frozen=True):
    """What a page is told. ``stands``: there are errors, and the pages are the last good ones."""

    revision: int
    choice: Choice
    width: float
    height: float
    pages: tuple[ShownPage, ...]
    findings: tuple[ShownFinding, ...]
    stands: bool
    edited: Spotted | None


class _Shown:
    """One choice with its last pages."""

    def __init__(self, report: WatchedReport) -> None:
        self.report = report
        self.pages: Drawn | None = None
        self.drawer: TileDrawer | None = None
        self.files: FileMap | None = None
        self.text = ""
        self.view: View | None = None


class Session:
    """Compiles what pages ask for, each once a save. Its methods may be called from any thread."""

    def __init__(self, workspace: Workspace, year: int, request: Request, first: Choice, language: Language) -> None:
        self.workspace = workspace
        self.year = year
        self.first = first
        self.revision = 0
        self.language: Language = language
        self._request = request
        self._lock = threading.RLock()
        self._shown: dict[Choice, _Shown] = {}
        self._listeners: list[Callable[[], object]] = []

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles there are."""
        return tuple(sorted(self.workspace.style_paths()))

    @property
    def seen(self) -> Stamps:
        """The files that what is shown was made from."""
        with self._lock:
            return {path: stamp for shown in self._shown.values() for path, stamp in shown.report.seen.items()}

    def files(self) -> dict[str, Path]:
        """All files that an editor may be asked to open, by the names shown for them."""
        paths = [self.workspace.report_path(year) for year in self.workspace.years()]
        paths += [*self.workspace.style_paths().values(), *self.seen]
        return {self.workspace.shown(path): path for path in paths if path.is_file()}

    def listen(self, listener: Callable[[], object]) -> Callable[[], None]:
        """Has something called after every save; what is returned ends that."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def refresh(self) -> View:
        """Compiles anew after a save: what was asked for last, and other choices when they are asked for."""
        with self._lock:
            self.revision += 1
            view = self.view(next(reversed(self._shown), self.first))
        for listener in tuple(self._listeners):
            listener()
        return view

    def view(self, choice: Choice) -> View:
        """A choice as the files are since the last save.

        Raises:
            CommandError: there is no such style.

        """
        with self._lock:
            shown = self._shown.pop(choice, None) or _Shown(self._watched(choice))
            self._shown[choice] = shown
            for oldest in [*self._shown][:-_MOST_VIEWS]:
                self._forget(self._shown.pop(oldest))
            if shown.view is None or shown.view.revision != self.revision:
                shown.view = self._compiled(choice, shown)
            return shown.view

    def pages(self, choice: Choice) -> Drawn | None:
        """The pages of a choice, the last good ones."""
        with self._lock:
            self.view(choice)
            return self._shown[choice].pages

    def tile(self, key: str, scale: float, column: int, row: int) -> bytes | None:
        """A tile of the page with a key, as PNG; None where there is no such page any more."""
        with self._lock:
            for shown in reversed(self._shown.values()):
                for index, page in enumerate(shown.pages.pages if shown.pages else ()):
                    if page.key == key and shown.drawer:
                        return shown.drawer.tile(index, scale, column, row)
        return None

    def _watched(self, choice: Choice) -> WatchedReport:
        options = CheckOptions(None, draft=choice.draft > 0)
        request = Request(options, ("pdf",), font_folders=self._request.font_folders, draft=choice.draft)
        return WatchedReport(self.workspace, self.year, request, (choice.style,))

    def _compiled(self, choice: Choice, shown: _Shown) -> View:
        compiled = shown.report.compile()
        edited = self._draw(choice, shown, compiled) if isinstance(compiled, Compiled) else None
        findings = compiled.findings if isinstance(compiled, Compiled) else compiled
        pages = shown.pages
        return View(
            self.revision,
            choice,
            pages.width if pages else 0.0,
            pages.height if pages else 0.0,
            pages.pages if pages else (),
            shown_findings(findings, shown.files, self.language),
            findings.has_errors,
            edited,
        )

    def _draw(self, choice: Choice, shown: _Shown, compiled: Compiled) -> Spotted | None:
        """Takes over the pages of a build that made some; where the place is that was edited last."""
        result, inputs = compiled.results[choice.style], compiled.inputs[choice.style]
        pdf = result.contents.get("pdf")
        if pdf is None:
            return None
        source, reading, sheet = inputs.report.source, inputs.report.reading, inputs.sheet
        assert source is not None
        assert reading is not None
        assert sheet is not None
        assert result.layout is not None
        assert result.document is not None
        roots: Roots = {"report": reading.root, "sheet": sheet.nodes.root}
        shown.pages = drawn(pdf, result.layout, result.document, roots, shown.pages)
        self._forget(shown)
        shown.drawer, shown.files = TileDrawer(pdf), FileMap(shown.pages)
        before, shown.text = shown.text, source.text
        offset = edited_offset(before, shown.text) if before else None
        return shown.files.near(inputs.report.name, offset) if offset is not None else None

    def _forget(self, shown: _Shown) -> None:
        if shown.drawer:
            shown.drawer.close()
            shown.drawer = None
