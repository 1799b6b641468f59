"""What ``verify`` prints: what a file was made from, where that is, and the paragraphs that differ."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.cli import messages
from reportgen.cli.console import Console
from reportgen.cli.terminal_colours import painter, shows_colours
from reportgen.text.wording import Wording
from reportgen.workflows.verify import Origin, VerifyResult

if TYPE_CHECKING:
    from reportgen.workflows.printed_words import Difference

_MOST_SHOWN = 50
"""Paragraphs; a file that differs in more was made from another text."""


def print_origin(console: Console, verified: VerifyResult) -> None:
    """Says what a file was made from, where its data are, and whether it is what they give."""
    stamp = verified.stamp
    if stamp is None:
        return
    words = {"year": str(stamp.year), "style": stamp.style, "version": stamp.version, "hash": stamp.short()}
    if stamp.compared:
        console.say(messages.MADE_FROM_BOTH[stamp.compared.kind], old=str(stamp.compared.old_year), **words)
    else:
        draft = console.text(messages.MADE_AS_DRAFT, draft=str(stamp.draft)) if stamp.draft else ""
        console.say(messages.MADE_FROM, draft=draft, **words)
    for origin in verified.origins:
        commit = origin.commit
        day = str(commit.day) if commit else ""
        console.say(_origin(origin), file=origin.file, commit=commit.short if commit else "", day=day)
    if not verified.findings:
        console.say(messages.AS_MADE if stamp.compared else messages.UP_TO_DATE)
    if verified.was_sound:
        console.say(messages.WAS_SOUND)


def _origin(origin: Origin) -> Wording:
    if origin.is_current:
        return messages.ORIGIN_COMMITTED if origin.commit else messages.ORIGIN_CURRENT
    return messages.ORIGIN_PAST if origin.commit else messages.ORIGIN_LOST


def print_differences(console: Console, verified: VerifyResult) -> None:
    """Prints the paragraphs that differ, with the words that went and came."""
    differences = verified.differences
    if not differences:
        return
    from reportgen.cli.change_lines import spans_line

    edited = any(each.code == "words-changed" for each in verified.findings)
    console.say(messages.DIFFERING if edited else messages.DIFFERING_NOW, count=len(differences))
    paint, coloured = painter(sys.stdout), shows_colours(sys.stdout)
    for each in differences[:_MOST_SHOWN]:
        console.painted_line(f"  {spans_line(each.spans, paint, coloured=coloured)}")
    if len(differences) > _MOST_SHOWN:
        console.say(messages.DIFFERING_MORE, count=len(differences) - _MOST_SHOWN)


def stamp_as_json(verified: VerifyResult) -> dict[str, object] | None:
    """What a file was made from, as plain values; None where it does not say."""
    stamp = verified.stamp
    if stamp is None:
        return None
    return {
        "kind": stamp.compared.kind if stamp.compared else "report",
        "year": stamp.year,
        "old_year": stamp.compared.old_year if stamp.compared else None,
        "draft": stamp.draft or None,
        "style": stamp.style,
        "version": stamp.version,
        "hash": stamp.short(),
        "data": [_origin_as_json(each) for each in verified.origins],
    }


def _origin_as_json(origin: Origin) -> dict[str, object]:
    commit = origin.commit
    day = str(commit.day) if commit and commit.day else None
    return {"file": origin.file, "current": origin.is_current, "commit": commit.name if commit else None, "day": day}


def differences_as_json(differences: Sequence[Difference]) -> list[dict[str, str]]:
    """The paragraphs that differ as plain values."""
    return [{"expected": each.expected, "actual": each.actual} for each in differences]
