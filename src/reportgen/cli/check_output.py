"""What ``check`` prints: on standard output, since here the findings are the result."""

import sys
from functools import partial
from pathlib import Path
from typing import get_args

from reportgen import __version__
from reportgen.cli import messages
from reportgen.cli.console import Console, exit_status
from reportgen.cli.environment import open_years
from reportgen.cli.parsing import parse_format
from reportgen.diagnostics import Diagnostic, Findings, FixKind, Severity, limited, render_github, render_sarif
from reportgen.memory import Memory
from reportgen.workflows.check import CheckOptions, CheckResult, check
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError

_MOST_ERRORS = 5
"""Errors of a summary; whoever corrects more of them wants their lines too."""

_FOR_PEOPLE = ("full", "summary")
FORMATS = ("full", "concise", "summary", "json", "sarif", "github")


def check_years(
    console: Console,
    years: list[str] | None,
    options: CheckOptions,
    form: str,
    root: Path | None,
    *,
    pages: bool,
    each: bool,
) -> int:
    """Checks each year, with ``pages`` as a build would, and prints the findings; returns the exit status.

    Many findings of a kind are one block unless ``each``.
    """
    parse_format(form, FORMATS)
    try:
        workspace, chosen = open_years(root, years)
    except CommandError as failure:
        if form in _FOR_PEOPLE:
            raise
        _print_all(console, [failure.diagnostic], form)
        return exit_status((failure.diagnostic,))
    found: list[Diagnostic] = []
    memory = Memory()
    for year in chosen:
        if pages:
            checked = _checked_pages(console, workspace, year, options, memory)
        else:
            checked = check(workspace, year, options, memory)
        if form == "full":
            console.report(checked.findings, sys.stdout, grouped=not each)
            console.summary(checked.findings, sys.stdout)
            _offer_fixes(console, year, checked)
            if not checked.findings:
                console.say(messages.NO_PROBLEMS, file=checked.file.name)
        elif form == "summary":
            _print_summary(console, year, checked, options)
        found += checked.findings
    _print_all(console, found, form)
    return exit_status(found)


def _print_summary(console: Console, year: int, checked: CheckResult, options: CheckOptions) -> None:
    """How much was found in a line, the first errors in a line each, and the command that lists all."""
    findings = checked.findings
    if not findings:
        console.say(messages.NO_PROBLEMS, file=checked.file.name)
        return
    console.line(f"{checked.file.name}{console.text(messages.COLON)}{console.counts(findings)}")
    errors = tuple(each for each in findings if each.severity is Severity.ERROR)
    console.report(Findings(errors[:_MOST_ERRORS]), sys.stdout, in_full=0)
    if errors:
        draft = " --draft" if options.draft else ""
        console.say(messages.LIST_ALL, command=f"reportgen check {year}{draft}")


def _checked_pages(
    console: Console, workspace: Workspace, year: int, options: CheckOptions, memory: Memory
) -> CheckResult:
    from reportgen.workflows.build import check_pages

    return check_pages(workspace, year, options, partial(console.progress, year), memory)


def _offer_fixes(console: Console, year: int, checked: CheckResult) -> None:
    """Names the command that fixes what has one right fix, or that will once other errors are fixed."""
    ours = checked.file.name
    fixable = [each for each in checked.findings if each.edits and each.place and each.place.file == ours]
    if not fixable:
        return
    from reportgen.workflows.fmt import can_format_after

    kinds = tuple(kind for kind in get_args(FixKind) if any(each.fix == kind for each in fixable))
    count = sum(each.fix in kinds for each in fixable)
    if count:
        flags = [*kinds, *(["encoding"] if any(each.code == "encoding-other" for each in checked.findings) else [])]
        command = " ".join((f"reportgen fmt {year}", *(f"--{flag}" for flag in flags)))
        wording = messages.FIXABLE if can_format_after(checked.file, year, kinds) else messages.FIXABLE_LATER
        console.say(wording, count=count, command=command)


def _print_all(console: Console, found: list[Diagnostic], form: str) -> None:
    """The formats that take all years together."""
    if form == "json":
        console.write_json(console.diagnostics_as_json(found))
    elif form == "sarif":
        console.write_json(render_sarif(limited(found), __version__, console.language))
    elif form == "github":
        for each in limited(found):
            console.write(render_github(each, console.language))
    elif form == "concise":
        console.report(Findings(tuple(found)), sys.stdout, in_full=0)
