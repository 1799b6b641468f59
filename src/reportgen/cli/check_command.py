"""``reportgen check``."""

import sys
from pathlib import Path
from typing import get_args

from reportgen import __version__
from reportgen.cli.console import Console, exit_status
from reportgen.cli.options import open_workspace, parse_choice, parse_years
from reportgen.diagnostics import Diagnostic, FixKind, render_github, render_json, render_sarif
from reportgen.workflows.build import CheckOptions, check
from reportgen.workspace.files import CommandError, Workspace

FORMATS = ("full", "concise", "json", "sarif", "github")


def run_check(console: Console, years: list[str], manner: CheckOptions, form: str, root: Path | None) -> int:
    """Checks each year and says what was found, on standard output: here the findings are the result."""
    parse_choice(form, FORMATS)
    try:
        wanted, workspace = parse_years(years), open_workspace(root)
    except CommandError as refused:
        if form == "full":
            raise
        _tell(console, [refused.diagnostic], form)
        return exit_status((refused.diagnostic,))
    found: list[Diagnostic] = []
    for year in wanted:
        checked = check(workspace, year, manner)
        if form == "full":
            console.findings(checked.found, checked.lines, sys.stdout)
            console.summary(checked.found, sys.stdout)
            _offer_mending(console, workspace, year, checked.found)
            if not checked.found:
                console.say(console.texts.sound.format(file=workspace.shown(workspace.report_path(year))))
        found += checked.found
    _tell(console, found, form)
    return exit_status(found)


def _offer_mending(console: Console, workspace: Workspace, year: int, found: tuple[Diagnostic, ...]) -> None:
    """Says which command mends what has one right repair, and whether other errors stand in its way."""
    mendable = [each for each in found if each.edits]
    if not mendable:
        return
    from reportgen.workflows.fmt import may_mend

    kinds = tuple(kind for kind in get_args(FixKind) if any(each.fix == kind for each in mendable))
    count = sum(each.fix in kinds for each in mendable)
    if count:
        flags = [*kinds, *(["encoding"] if any(each.code == "encoding-other" for each in found) else [])]
        command = " ".join((f"reportgen fmt {year}", *(f"--{flag}" for flag in flags)))
        text = console.texts.mendable if may_mend(workspace, year, kinds) else console.texts.mendable_later
        console.say(text.format(count=count, command=command))


def _tell(console: Console, found: list[Diagnostic], form: str) -> None:
    """The forms that take all years together."""
    if form == "json":
        objects = [render_json(each, console.language) for each in found]
        console.write_json(objects)
    elif form == "sarif":
        console.write_json(render_sarif(found, __version__, console.language))
    elif form == "github":
        for each in found:
            console.write(render_github(each, console.language))
    elif form == "concise":
        console.findings(found, {}, sys.stdout, in_full=0)
