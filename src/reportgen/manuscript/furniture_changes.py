"""Changes where nothing goes back: contents, headers and footers, charts, pictures, notes, hidden text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from reportgen.manuscript.absorbed import Hand, HandReason
from reportgen.manuscript.manuscript_types import Manuscript, Paragraph

_PAGE = re.compile(r"\s*\t?\s*[0-9ivxIVX]*\s*$")
_PAGE_NUMBER = re.compile(r"[0-9]+|\b[ivxlc]+\b", re.IGNORECASE)
"""A number that each program works out anew; those of the first pages may be Roman."""


_UNSEEN = ("picture", "hidden", "object")
"""Kinds of what no field can hold."""


def furniture_hands(base: Manuscript, edited: Manuscript, compared: Sequence[Paragraph]) -> Iterator[Hand]:
    """What was changed in contents, headers, footers and charts, and what was added outside the text of the body.

    ``compared`` are paragraphs that are compared elsewhere, notes among them.
    """
    yield from _contents(base, edited)
    before = {_PAGE_NUMBER.sub("", each.text) for each in base.furniture}
    texts = dict.fromkeys(each.text for each in edited.furniture if each.text.strip())
    for text in texts:
        if _PAGE_NUMBER.sub("", text) not in before:
            yield Hand(("header",), HandReason.PRINTED_ONLY, text)
    drawn = {tuple(map(_plain, chart)) for chart in base.charts}
    for chart in edited.charts:
        if tuple(map(_plain, chart)) not in drawn:
            yield Hand(("chart",), HandReason.PRINTED_ONLY, " ".join(chart))
    known = {id(each) for each in compared}
    for note in edited.notes:
        for each in note:
            if each.text.strip() and id(each) not in known:
                yield Hand(("note",), HandReason.NO_FIELD, each.text)
    came = Counter((each.kind, each.text) for each in edited.unread)
    came.subtract((each.kind, each.text) for each in base.unread)
    for (kind, text), count in came.items():
        if count > 0 and kind in _UNSEEN:
            yield Hand((kind,), HandReason.NO_FIELD, text)


def _plain(value: str) -> str:
    """A word or a number of a chart; LibreOffice saves 241.0 as 241."""
    try:
        return format(Decimal(value).normalize(), "f")
    except InvalidOperation:
        return value


def _contents(base: Manuscript, edited: Manuscript) -> Iterator[Hand]:
    before = set(_entries(base))
    headings = {each.text for each in edited.paragraphs if not each.in_contents}
    for entry in _entries(edited):
        if entry not in before and not any(entry[place:] in headings for place in range(len(entry))):
            yield Hand(("contents",), HandReason.PRINTED_ONLY, entry)


def _entries(manuscript: Manuscript) -> Iterator[str]:
    """The entries of contents, without their page numbers."""
    return (_PAGE.sub("", each.text) for each in manuscript.paragraphs if each.in_contents and each.text.strip())
