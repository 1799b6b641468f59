"""``reportgen diff``."""

import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reportgen.cli.changes import change_as_json, change_lines
from reportgen.cli.colours import painter, shows_colours
from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import font_folders, open_workspace, parse_formats, parse_kinds, parse_wanted
from reportgen.diff import FILE_FORMATS, Diffed, Target, comparison_of, diff, narrowed, write_comparison

FORMATS = ("terminal", "markdown", "json", *FILE_FORMATS)


class Asked(NamedTuple):
    """What the options of a comparison say, as typed."""

    old: str
    new: str
    style: str
    only: str | None
    form: str
    fonts: str
    out: Path | None
    root: Path | None
    exit_code: bool


def run_diff(console: Console, asked: Asked) -> int:
    """Compares two reports; shows what differs, or writes it as a 对照表."""
    formats, kinds, folders = parse_formats(asked.form, FORMATS), parse_kinds(asked.only), font_folders(asked.fonts)
    old, new = parse_wanted(asked.old), parse_wanted(asked.new)
    workspace = open_workspace(asked.root)
    diffed = narrowed(diff(workspace, old, new, asked.style), kinds)
    if not diffed.readable:
        console.findings(diffed.found, diffed.lines)
        console.summary(diffed.found)
        return exit_status(diffed.found)
    _show(console, diffed, formats)
    status = 0
    files = tuple(each for each in formats if each in FILE_FORMATS)
    if files:
        target = Target("comparison", files, asked.out, folders)
        year = diffed.new.reading.year if diffed.new.reading else 0
        built = write_comparison(workspace, diffed, target, partial(console.progress, year))
        console.built(built, workspace.shown)
        status = exit_status(built.found)
    return status or int(asked.exit_code and bool(diffed.changes))


def _show(console: Console, diffed: Diffed, formats: tuple[str, ...]) -> None:
    """Prints the formats that are printed."""
    if "json" in formats:
        changes = [change_as_json(change) for change in diffed.changes]
        console.write_json({"old": diffed.old.name, "new": diffed.new.name, "changes": changes})
    if "markdown" in formats:
        from reportgen.markdown import write_markdown

        console.write(write_markdown(comparison_of(diffed)).rstrip("\n"))
    if "terminal" in formats:
        words = {"old": diffed.old.name, "new": diffed.new.name, "count": len(diffed.changes)}
        told = console.texts.compared if diffed.changes else console.texts.no_changes
        console.say(told.format(**words))
        paint, coloured = painter(sys.stdout), shows_colours(sys.stdout)
        for line in change_lines(diffed.changes, console.language, paint, coloured=coloured):
            console.say(line)
