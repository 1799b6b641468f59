"""``reportgen diff`` and ``reportgen follow``."""

import datetime
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportgen.cli.change_lines import change_as_json, change_lines
from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import font_folders, open_workspace, parse_date, parse_formats, parse_kinds, parse_report_ref
from reportgen.cli.terminal_colours import painter, shows_colours
from reportgen.compare import Kind
from reportgen.workflows.diff import (
    DiffResult,
    Redline,
    Target,
    comparison_of,
    diff,
    follow,
    ledger_of,
    narrowed,
    write_document,
    write_tracked,
)
from reportgen.workspace.files import Workspace
from reportgen.writers.formats import DOCUMENT_FILES, SHOWN_FORMATS
from reportgen.writers.render import render_text

if TYPE_CHECKING:
    from reportgen.document import Document


class Tracked(NamedTuple):
    """What the options of tracked changes say, as typed."""

    file: Path | None = None
    author: str = ""
    date: str | None = None


class DiffArgs(NamedTuple):
    """What the options of a comparison say, as typed."""

    old: str
    new: str
    style: str
    form: str | None
    fonts: str
    out: Path | None
    root: Path | None
    only: str | None = None
    exit_code: bool = False
    tracked: Tracked = Tracked()


class _Told(NamedTuple):
    """How a comparison is told: its first line, its document, and the name of its files."""

    line: str
    document: Callable[[DiffResult], "Document"]
    name: str


class _Options(NamedTuple):
    """The options of a comparison that no report decides, checked."""

    formats: tuple[str, ...]
    font_folders: tuple[Path, ...]
    date: datetime.date | None


def run_diff(console: Console, asked: DiffArgs) -> int:
    """Compares two reports; shows what differs, or writes it as a 对照表."""
    kinds, options = parse_kinds(asked.only), _options(asked)
    old, new = parse_report_ref(asked.old), parse_report_ref(asked.new)
    workspace = open_workspace(asked.root)
    diffed = narrowed(diff(workspace, old, new, asked.style), kinds)
    words = {"old": diffed.old.name, "new": diffed.new.name, "count": len(diffed.changes)}
    line = console.texts.compared if diffed.changes else console.texts.no_changes
    told = _Told(line.format(**words), comparison_of, "comparison")
    return _present(console, workspace, diffed, asked, options, told)


def run_follow(console: Console, asked: DiffArgs) -> int:
    """Shows or writes which of last year's tasks this year's reviews report on."""
    options = _options(asked)
    old, new = parse_report_ref(asked.old), parse_report_ref(asked.new)
    workspace = open_workspace(asked.root)
    diffed = follow(workspace, old, new, asked.style)
    forgotten = sum(change.kind is Kind.FORGOTTEN for change in diffed.changes)
    count = len(diffed.changes)
    line = console.texts.followed if count else console.texts.no_promises
    words = {"count": count, "kept": count - forgotten, "forgotten": forgotten}
    first = line.format(old=diffed.old.name, new=diffed.new.name, **words)
    return _present(console, workspace, diffed, asked, options, _Told(first, ledger_of, "ledger"))


def _options(asked: DiffArgs) -> _Options:
    """Checks what can be checked before any file is read."""
    usual = "" if asked.tracked.file else "terminal"
    known = (*_VIEWS, *SHOWN_FORMATS, *DOCUMENT_FILES)
    formats = parse_formats(asked.form or usual, known) if asked.form or usual else ()
    return _Options(formats, font_folders(asked.fonts), parse_date(asked.tracked.date))


def _present(
    console: Console, workspace: Workspace, diffed: DiffResult, asked: DiffArgs, options: _Options, told: _Told
) -> int:
    """Shows or writes what was asked for; nothing where one of the reports cannot be read."""
    if not diffed.readable:
        console.findings(diffed.found, diffed.lines)
        console.summary(diffed.found)
        return exit_status(diffed.found)
    for each in options.formats:
        if each in _VIEWS:
            _VIEWS[each](console, diffed, told)
        elif each in SHOWN_FORMATS:
            console.write(render_text(told.document(diffed), each).rstrip("\n"))
    files = tuple(each for each in options.formats if each in DOCUMENT_FILES)
    progress = partial(console.progress, diffed.new.reading.year if diffed.new.reading else 0)
    status = 0
    if files:
        target = Target(told.name, files, asked.out, options.font_folders)
        built = write_document(workspace, diffed, told.document(diffed), target, progress)
        console.built(built, workspace.shown)
        status = exit_status(built.found)
    if asked.tracked.file:
        redline = Redline(asked.tracked.file.resolve(), asked.tracked.author, options.date, options.font_folders)
        built = write_tracked(workspace, diffed, redline, progress)
        console.built(built, workspace.shown)
        status = status or exit_status(built.found)
    return status or int(asked.exit_code and bool(diffed.changes))


def _show_changes(console: Console, diffed: DiffResult, told: _Told) -> None:
    """Prints the changes for people."""
    console.say(told.line)
    paint, coloured = painter(sys.stdout), shows_colours(sys.stdout)
    for line in change_lines(diffed.changes, console.language, paint, coloured=coloured):
        console.say(line)


def _show_json(console: Console, diffed: DiffResult, _told: _Told) -> None:
    """Prints the changes for programs."""
    changes = [change_as_json(change) for change in diffed.changes]
    console.write_json({"old": diffed.old.name, "new": diffed.new.name, "changes": changes})


_VIEWS: dict[str, Callable[[Console, DiffResult, _Told], None]] = {"terminal": _show_changes, "json": _show_json}
"""The formats that are no document."""
