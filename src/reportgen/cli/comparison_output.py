"""What ``diff`` and ``follow`` print and write: one comparison on the terminal, for programs, and as documents."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportgen.cli import messages
from reportgen.cli.change_lines import change_as_json, change_lines
from reportgen.cli.console import Console, exit_status
from reportgen.cli.terminal_colours import painter, shows_colours
from reportgen.compare import PROMISE_KINDS, Kind
from reportgen.workflows.diff import DiffResult, Target, write_document
from reportgen.workspace.files import Workspace
from reportgen.writers.formats import DOCUMENT_FILES, SHOWN_FORMATS, render_text

if TYPE_CHECKING:
    from reportgen.document import Document
    from reportgen.workflows.redline import Redline


class Presentation(NamedTuple):
    """How a comparison is shown: its first line, its document, the name of its files, and what the options ask for."""

    line: str
    document: Callable[[DiffResult], "Document"]
    name: str
    formats: tuple[str, ...]
    folder: Path | None


def present(console: Console, workspace: Workspace, diffed: DiffResult, presentation: Presentation) -> int:
    """Prints and writes the formats asked for; neither where one of the reports cannot be read.

    Returns the exit status.
    """
    if not diffed.is_readable:
        console.report(diffed.findings)
        console.summary(diffed.findings)
        return exit_status(diffed.findings)
    for each in presentation.formats:
        if each in _VIEWS:
            _VIEWS[each](console, diffed, presentation)
        elif each in SHOWN_FORMATS:
            console.write(render_text(presentation.document(diffed), each).rstrip("\n"))
    files = written_formats(presentation.formats)
    if not files:
        return 0
    target = Target(presentation.name, files, presentation.folder)
    built = write_document(workspace, diffed, presentation.document(diffed), target, progress_of(console, diffed))
    console.report_outputs(built, workspace.shown)
    return exit_status(built.findings)


def headline(console: Console, diffed: DiffResult) -> str:
    """How much differs between two reports; renumberings, which follow from it, and last year's tasks apart."""
    kinds = Counter(each.kind for each in diffed.changes)
    renumbered, tasks = kinds[Kind.RENUMBERED], sum(kinds[kind] for kind in PROMISE_KINDS)
    counts = (
        (messages.CHANGES, kinds.total() - renumbered - tasks),
        (messages.RENUMBERED, renumbered),
        (messages.TASKS, tasks),
    )
    shown = console.text(messages.COMMA).join(console.text(wording, count=count) for wording, count in counts if count)
    wording = messages.COMPARED if shown else messages.NO_CHANGES
    return console.text(wording, old=diffed.old.name, new=diffed.new.name, counts=shown)


def write_tracked(console: Console, workspace: Workspace, diffed: DiffResult, tracked: "Redline") -> int:
    """Writes a comparison as a Word file with tracked changes, says so, and returns the exit status."""
    from reportgen.workflows.redline import write_redline

    written = write_redline(workspace, diffed, tracked, progress_of(console, diffed))
    console.report_outputs(written, workspace.shown)
    return exit_status(written.findings)


def written_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats among some that are written to files."""
    return tuple(each for each in formats if each in DOCUMENT_FILES)


def progress_of(console: Console, diffed: DiffResult) -> Callable[[str], None]:
    """Says what the writing of a comparison is doing, under the year of the new report."""
    return partial(console.progress, diffed.new.file.reading.year if diffed.new.file.reading else 0)


def _print_changes(console: Console, diffed: DiffResult, presentation: Presentation) -> None:
    """The changes for people."""
    console.line(presentation.line)
    paint, coloured = painter(sys.stdout), shows_colours(sys.stdout)
    for line in change_lines(diffed.changes, console.language, paint, coloured=coloured):
        console.painted_line(line)


def _print_json(console: Console, diffed: DiffResult, _: Presentation) -> None:
    """The changes for programs."""
    changes = [change_as_json(change) for change in diffed.changes]
    console.write_json({"old": diffed.old.name, "new": diffed.new.name, "changes": changes})


_VIEWS: dict[str, Callable[[Console, DiffResult, Presentation], None]] = {
    "terminal": _print_changes,
    "json": _print_json,
}
"""The formats that are not documents."""

KNOWN_FORMATS = (*_VIEWS, *SHOWN_FORMATS, *DOCUMENT_FILES)
