"""What ``diff`` and ``follow`` print and write: one comparison on the terminal, for programs, and as documents."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportgen.cli.change_lines import change_as_json, change_lines
from reportgen.cli.console import Console, exit_status
from reportgen.cli.terminal_colours import painter, shows_colours
from reportgen.workflows.diff import DiffResult, Target, write_document
from reportgen.workspace.files import Workspace
from reportgen.writers.formats import DOCUMENT_FILES, SHOWN_FORMATS
from reportgen.writers.render import render_text

if TYPE_CHECKING:
    from reportgen.document import Document


class Presentation(NamedTuple):
    """How a comparison is shown: its first line, its document, the name of its files, and what the options ask for."""

    line: str
    document: Callable[[DiffResult], "Document"]
    name: str
    formats: tuple[str, ...]
    folder: Path | None
    font_folders: tuple[Path, ...]


def present(console: Console, workspace: Workspace, diffed: DiffResult, presentation: Presentation) -> int:
    """Prints and writes the formats asked for; neither where one of the reports cannot be read.

    Returns the exit status.
    """
    if not diffed.readable:
        console.report(diffed.found, diffed.lines)
        console.summary(diffed.found)
        return exit_status(diffed.found)
    for each in presentation.formats:
        if each in _VIEWS:
            _VIEWS[each](console, diffed, presentation)
        elif each in SHOWN_FORMATS:
            console.write(render_text(presentation.document(diffed), each).rstrip("\n"))
    files = tuple(each for each in presentation.formats if each in DOCUMENT_FILES)
    if not files:
        return 0
    target = Target(presentation.name, files, presentation.folder, presentation.font_folders)
    built = write_document(workspace, diffed, presentation.document(diffed), target, progress_of(console, diffed))
    console.report_outputs(built, workspace.shown)
    return exit_status(built.found)


def progress_of(console: Console, diffed: DiffResult) -> Callable[[str], None]:
    """Says what the writing of a comparison is doing, under the year of the new report."""
    return partial(console.progress, diffed.new.reading.year if diffed.new.reading else 0)


def _print_changes(console: Console, diffed: DiffResult, presentation: Presentation) -> None:
    """The changes for people."""
    console.line(presentation.line)
    paint, coloured = painter(sys.stdout), shows_colours(sys.stdout)
    for line in change_lines(diffed.changes, console.language, paint, coloured=coloured):
        console.line(line)


def _print_json(console: Console, diffed: DiffResult, _: Presentation) -> None:
    """The changes for programs."""
    changes = [change_as_json(change) for change in diffed.changes]
    console.write_json({"old": diffed.old.name, "new": diffed.new.name, "changes": changes})


_VIEWS: dict[str, Callable[[Console, DiffResult, Presentation], None]] = {
    "terminal": _print_changes,
    "json": _print_json,
}
"""The formats that are no document."""

KNOWN_FORMATS = (*_VIEWS, *SHOWN_FORMATS, *DOCUMENT_FILES)
