"""``reportgen diff`` and ``reportgen follow``."""

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
    FILE_FORMATS,
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

if TYPE_CHECKING:
    from reportgen.document import Document

FORMATS = ("terminal", "markdown", "json", *FILE_FORMATS)


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


def run_diff(console: Console, asked: DiffArgs) -> int:
    """Compares two reports; shows what differs, or writes it as a 对照表."""
    kinds = parse_kinds(asked.only)
    old, new = parse_report_ref(asked.old), parse_report_ref(asked.new)
    workspace = open_workspace(asked.root)
    diffed = narrowed(diff(workspace, old, new, asked.style), kinds)
    words = {"old": diffed.old.name, "new": diffed.new.name, "count": len(diffed.changes)}
    line = console.texts.compared if diffed.changes else console.texts.no_changes
    return _present(console, workspace, diffed, asked, _Told(line.format(**words), comparison_of, "comparison"))


def run_follow(console: Console, asked: DiffArgs) -> int:
    """Shows or writes which of last year's tasks this year's reviews report on."""
    old, new = parse_report_ref(asked.old), parse_report_ref(asked.new)
    workspace = open_workspace(asked.root)
    diffed = follow(workspace, old, new, asked.style)
    forgotten = sum(change.kind is Kind.FORGOTTEN for change in diffed.changes)
    count = len(diffed.changes)
    line = console.texts.followed if count else console.texts.no_promises
    words = {"count": count, "kept": count - forgotten, "forgotten": forgotten}
    told = line.format(old=diffed.old.name, new=diffed.new.name, **words)
    return _present(console, workspace, diffed, asked, _Told(told, ledger_of, "ledger"))


def _present(console: Console, workspace: Workspace, diffed: DiffResult, asked: DiffArgs, told: _Told) -> int:
    """Shows or writes what was asked for; nothing where one of the reports cannot be read."""
    usual = "" if asked.tracked.file else "terminal"
    formats = parse_formats(asked.form or usual, FORMATS) if asked.form or usual else ()
    folders = font_folders(asked.fonts)
    date = parse_date(asked.tracked.date)
    if not diffed.readable:
        console.findings(diffed.found, diffed.lines)
        console.summary(diffed.found)
        return exit_status(diffed.found)
    _show(console, diffed, formats, told)
    files = tuple(each for each in formats if each in FILE_FORMATS)
    progress = partial(console.progress, diffed.new.reading.year if diffed.new.reading else 0)
    status = 0
    if files:
        target = Target(told.name, files, asked.out, folders)
        built = write_document(workspace, diffed, told.document(diffed), target, progress)
        console.built(built, workspace.shown)
        status = exit_status(built.found)
    if asked.tracked.file:
        redline = Redline(asked.tracked.file.resolve(), asked.tracked.author, date, folders)
        built = write_tracked(workspace, diffed, redline, progress)
        console.built(built, workspace.shown)
        status = status or exit_status(built.found)
    return status or int(asked.exit_code and bool(diffed.changes))


def _show(console: Console, diffed: DiffResult, formats: tuple[str, ...], told: _Told) -> None:
    """Prints the formats that are printed."""
    if "json" in formats:
        changes = [change_as_json(change) for change in diffed.changes]
        console.write_json({"old": diffed.old.name, "new": diffed.new.name, "changes": changes})
    if "markdown" in formats:
        from reportgen.markdown import write_markdown

        console.write(write_markdown(told.document(diffed)).rstrip("\n"))
    if "terminal" in formats:
        console.say(told.line)
        paint, coloured = painter(sys.stdout), shows_colours(sys.stdout)
        for line in change_lines(diffed.changes, console.language, paint, coloured=coloured):
            console.say(line)
