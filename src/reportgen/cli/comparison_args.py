"""What ``diff`` and ``follow`` are given, as values."""

import datetime
import os
import re
from collections.abc import Mapping
from pathlib import Path

from reportgen.cli.command_help import PROGRAM
from reportgen.cli.parsing import YEAR, parse_choice, parse_names
from reportgen.cli.usage_errors import UsageError, needs_option
from reportgen.compare.changes import Kind
from reportgen.diagnostics import Diagnostic
from reportgen.text.wording import same
from reportgen.workflows.editions import ReportRef
from reportgen.writers.formats import FORMATS

_REVISION = re.compile(r"(?P<revision>.+?)[:：](?:data[/\\])?(?P<year>[12]\d{3})(?:\.yaml)?")

_OTHER_ENDINGS = {f".{each.ending}" for each in FORMATS if each.name != "docx"} | {
    ".doc",
    ".rtf",
    ".odt",
    ".wps",
}
"""What other programs would take a file for; behind any other dot, a name goes on: 修订.2稿."""


def parse_report_ref(text: str) -> ReportRef:
    """Which report a text names: ``2025``, ``HEAD~3:2025``, or a file.

    Raises:
        UsageError: ``report-unnamed``: neither a year, nor a revision and a year after a colon, nor anything there is.

    """
    if YEAR.fullmatch(text):
        return ReportRef(int(text))
    path = Path(text)
    if os.path.lexists(path):
        stem = path.stem
        return ReportRef(int(stem) if YEAR.fullmatch(stem) else None, None, path)
    match = _REVISION.fullmatch(text)
    if match is None:
        raise UsageError(Diagnostic("report-unnamed", None, {"text": text}))
    return ReportRef(int(match["year"]), match["revision"])


def are_files(*references: ReportRef) -> bool:
    """Whether all are files, which need no workspace."""
    return all(each.file is not None for each in references)


def parse_kinds(text: str | None) -> frozenset[Kind]:
    """The kinds of change in a list separated by commas, also Chinese ones; none where there is no list.

    Raises:
        UsageError: ``value-unknown``.

    """
    known = [kind.value for kind in Kind]
    return frozenset(Kind(parse_choice("--only", name, known)) for name in (parse_names(text.lower()) if text else ()))


def parse_date(text: str | None) -> datetime.date | None:
    """A date such as 2026-01-08; None where none is given.

    Raises:
        UsageError: ``date-invalid``.

    """
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(Diagnostic("date-invalid", None, {"text": text})) from None


def check_redline(redline: Path | None, options: Mapping[str, str | None]) -> None:
    """Refuses a redline that would not be named as a Word file, and options that only a redline has use for.

    Raises:
        UsageError: ``redline-not-word`` or ``option-needed``.

    """
    if redline is None:
        given = next((name for name, value in options.items() if value), None)
        if given:
            raise needs_option(same(given), "--redline", f"{PROGRAM} diff")
    elif redline.suffix.lower() in _OTHER_ENDINGS:
        raise UsageError(Diagnostic("redline-not-word", None, {"file": redline.as_posix()}, ("end-in-docx",)))
