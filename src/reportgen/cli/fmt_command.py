"""``reportgen fmt``."""

import difflib
from pathlib import Path

from reportgen.cli.code_pages import shown
from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace, parse_years
from reportgen.workflows.fmt import Formatted, Formatting, format_report


def run_fmt(
    console: Console, years: list[str], options: Formatting, root: Path | None, *, only_check: bool, diff: bool
) -> int:
    """Formats the file of each year, or tells what would change, and says so in one line each."""
    wanted = parse_years(years)
    workspace = open_workspace(root)
    status = 0
    for year in wanted:
        formatted = format_report(workspace, year, options)
        console.findings(formatted.found, formatted.lines)
        for change in formatted.changes:
            words = {"old": shown(change.old), "new": shown(change.new)}
            console.say(console.texts.change.format(line=change.line, column=change.column, **words))
        if diff:
            _say_difference(console, formatted)
        if not diff or only_check or formatted.found:
            console.say(_outcome(console, formatted).format(file=formatted.file))
        not_in_form = only_check and formatted.changed
        status = max(status, exit_status(formatted.found), int(not_in_form))
    return status


def _outcome(console: Console, formatted: Formatted) -> str:
    if formatted.found:
        return console.texts.not_formatted
    if not formatted.changed:
        return console.texts.in_form
    return console.texts.formatted if formatted.written else console.texts.not_in_form


def _say_difference(console: Console, formatted: Formatted) -> None:
    """The lines that differ, as a unified diff; line ends are no part of a line."""
    before, after = ([*each[:-1], *filter(None, each[-1:])] for each in (formatted.before, formatted.after))
    lines = list(difflib.unified_diff(before, after, formatted.file, formatted.file, lineterm=""))
    for line in lines:
        console.say(line)
    if formatted.changed and not lines:
        console.say(console.texts.bytes_only.format(file=formatted.file))
