"""Whether a comparison, a ledger or a redline was made from the two reports it names; if not, what differs."""

import datetime
import re
from collections.abc import Sequence
from pathlib import Path
from typing import assert_never

from msgspec.structs import replace

from reportgen.compare import Kind
from reportgen.diagnostics import Diagnostic, Findings, Place
from reportgen.document import OLD, Compared, ComparisonKind, Stamp
from reportgen.manuscript.manuscript_types import Author, authors_of
from reportgen.workflows.diff import (
    DiffResult,
    comparison_of,
    comparison_stamp,
    diff,
    ledger_of,
    narrowed,
    read_diff_inputs,
    render_document,
)
from reportgen.workflows.editions import Edition, ReportRef
from reportgen.workflows.outputs import BuildResult
from reportgen.workflows.printed_words import printed_words
from reportgen.workflows.redline import Redline, render_redline
from reportgen.workflows.stamps import format_of
from reportgen.workflows.verify import Origin, VerifyResult, changed_sources, differing_words, judged, origin_of
from reportgen.workflows.word_files import read_word_file
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError

_DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")


def verify_comparison(
    workspace: Workspace, content: bytes, place: Place, stamp: Stamp, font_folders: Sequence[Path]
) -> VerifyResult:
    """Compares a file of two reports with one made anew from them, wherever they are now, with the same fonts.

    Raises:
        CommandError: it is a Word file that cannot be read.

    """
    compared = stamp.compared
    assert compared is not None
    origins = (
        origin_of(workspace, stamp, compared.old_year, OLD),
        origin_of(workspace, stamp, stamp.year),
    )
    lost = [each.file for each in origins if not each.is_current and each.commit is None]
    if lost:
        found = tuple(Diagnostic("source-changed", place, {"source": file}) for file in lost)
        return VerifyResult(stamp, Findings(found), origins=origins)
    refs = [_ref(year, origin) for year, origin in zip((compared.old_year, stamp.year), origins, strict=True)]
    try:
        inputs = read_diff_inputs(workspace, refs[0], refs[1], stamp.style, font_folders)
    except CommandError as refused:
        return VerifyResult(stamp, Findings((refused.diagnostic,)), origins=origins)
    result = narrowed(diff(inputs), [kind for kind in Kind if kind.value in compared.only])
    if not result.is_readable:
        return VerifyResult(stamp, result.findings, origins=origins)
    changed = changed_sources(place, stamp, stamp.differing(comparison_stamp(result, compared)))
    anew = _made_anew(content, place, compared, result)
    if not anew.contents:
        return VerifyResult(stamp, Findings(changed) + anew.findings, origins=origins)
    (expected,) = anew.contents.values()
    words = differing_words(content, expected, place)
    return VerifyResult(stamp, judged(place, changed, words, is_same=content == expected), words, origins)


def _ref(year: int, origin: Origin) -> ReportRef:
    """Where to read a report from: the workspace, or the commit that has it as it was."""
    return ReportRef(year, None if origin.is_current or origin.commit is None else origin.commit.name)


def _made_anew(content: bytes, place: Place, compared: Compared, result: DiffResult) -> BuildResult:
    match compared.kind:
        case ComparisonKind.REDLINE:
            return render_redline(result, _redline_of(content, place), place.file, _silent)
        case ComparisonKind.COMPARISON | ComparisonKind.LEDGER:
            kind = format_of(content)
            named = _named_as_in(printed_words(content, kind, place.file), compared, result)
            compose = comparison_of if compared.kind is ComparisonKind.COMPARISON else ledger_of
            return render_document(named, compose(named), (kind,), _silent)
        case _:
            assert_never(compared.kind)


def _silent(_stage: str) -> None:
    """Nobody waits for the stages of a build that is thrown away."""


def _redline_of(content: bytes, place: Place) -> Redline:
    """The author and the date of the tracked changes of a Word file."""
    authors = authors_of(read_word_file(content, place.file).paragraphs)
    first = authors[0] if authors else Author()
    day = _DATE.match(first.date)
    return Redline(Path(place.file), first.name, datetime.date(*map(int, day.groups())) if day else None)


def _named_as_in(words: Sequence[str], compared: Compared, result: DiffResult) -> DiffResult:
    """The reports by the names a comparison prints, which are those of the day it was made: HEAD~1 goes on."""
    assert result.sheet is not None
    style = result.sheet.style.ledger if compared.kind is ComparisonKind.LEDGER else result.sheet.style.comparison
    text = "\n".join(words)
    editions: dict[str, Edition] = {}
    for side, head, edition in (("old", style.old, result.old), ("new", style.new, result.new)):
        printed = re.search(f"{re.escape(head)}：[0-9]{{4}}年报告（([^（）\n]{{1,500}})）", text)
        if printed:
            editions[side] = replace(edition, file=replace(edition.file, name=printed[1]))
    return replace(result, **editions)
