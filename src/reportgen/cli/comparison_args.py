"""What ``diff`` and ``follow`` are given, as values."""

import datetime
import os
import re
from pathlib import Path

from reportgen.cli.parsing import YEAR, parse_choice, parse_names
from reportgen.cli.usage_errors import UsageError
from reportgen.compare.changes import Kind
from reportgen.diagnostics import Diagnostic
from reportgen.workflows.editions import ReportRef

_REVISION = re.compile(r"(?P<revision>.+?)[:：](?:data[/\\])?(?P<year>[12]\d{3})(?:\.yaml)?")


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
