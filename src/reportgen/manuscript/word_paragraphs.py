"""Paragraphs as a reader sees them: tracked changes accepted or rejected, runs of one look joined.

A paragraph mark ends its own paragraph; where it goes, the paragraph and the next are one (ISO/IEC 29500-1 17.13.5.15).
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportgen.manuscript.manuscript_types import Bookmark, Paragraph, Span, TrackedChange
from reportgen.manuscript.word_walk import Mark, Piece, Raw

NOTE_MARKS = ("footnoteReference", "endnoteReference")
_ENDS = "。！？；：…”’）"
_SHORTEST_CUT = 20
"""Characters of a paragraph that fill most of a line at least; shorter ones are titles and dates."""


class PlacedMark(NamedTuple):
    """A mark and the offset of the paragraph's text where it is."""

    offset: int
    mark: Mark


class View(NamedTuple):
    """A paragraph as a reader sees it, with the marks in it and what cannot be read."""

    paragraph: Paragraph
    marks: tuple[PlacedMark, ...]
    unread: tuple[tuple[str, str], ...]


def views_of(raws: Iterable[Raw], *, original: bool) -> Iterator[View]:
    """The paragraphs a reader sees, in order."""
    return (_view(group, original=original) for group in _groups(raws, original=original))


def _groups(raws: Iterable[Raw], *, original: bool) -> Iterator[list[Raw]]:
    """The paragraphs of the file that are one for a reader; what is wholly gone is left out."""
    group: list[Raw] = []
    for raw in raws:
        if group and not _may_be_one(group[-1], raw):
            yield from _kept(group, original=original)
            group = []
        group.append(raw)
        if (raw.mark_inserted if original else raw.mark_deleted) is None and not _is_cut(raw, original=original):
            yield group
            group = []
    yield from _kept(group, original=original)


def _may_be_one(raw: Raw, other: Raw) -> bool:
    """Whether a paragraph may go on in the next: in the same place, and in the same style if a page cut it."""
    same_place = (raw.cell, raw.part) == (other.cell, other.part)
    return same_place and (not raw.ends_section or raw.style == other.style)


def _is_cut(raw: Raw, *, original: bool) -> bool:
    """Whether a section ends in the middle of a sentence.

    LibreOffice cuts a paragraph in two where the first page of a section ends, if the next one has another page style.
    """
    if not raw.ends_section or raw.properties.alignment == "center":
        return False
    text = "".join(piece.text for piece in raw.pieces if piece.seen(original=original)).strip()
    return len(text) >= _SHORTEST_CUT and text[-1] not in _ENDS


def _kept(group: list[Raw], *, original: bool) -> Iterator[list[Raw]]:
    """A group whose last mark is gone has text, or is gone itself."""
    if any(_seen(raw, original=original) for raw in group):
        yield group


def _seen(raw: Raw, *, original: bool) -> bool:
    return any(piece.seen(original=original) and piece.text for piece in raw.pieces)


class _Content(NamedTuple):
    """What the pieces of a paragraph are to a reader."""

    spans: list[Span]
    changes: list[TrackedChange]
    marks: list[PlacedMark]
    length: int


def _view(group: list[Raw], *, original: bool) -> View:
    leading = next((raw for raw in group if _seen(raw, original=original)), group[-1])
    content = _content(group, original=original)
    paragraph = Paragraph(
        spans=tuple(content.spans),
        styles=leading.style.names,
        outline=leading.outline,
        list_level=leading.list_level,
        alignment=leading.properties.alignment or "",
        indent=leading.properties.indent or 0.0,
        part=leading.part,
        cell=leading.cell,
        in_contents=leading.in_contents,
        changes=tuple(content.changes),
        bookmarks=tuple(_bookmarks(content.marks, content.length)),
    )
    return View(paragraph, tuple(content.marks), tuple(each for raw in group for each in raw.unread))


def _content(group: list[Raw], *, original: bool) -> _Content:
    spans: list[Span] = []
    changes: list[TrackedChange] = []
    marks: list[PlacedMark] = []
    offset = 0
    for raw in group:
        waiting = deque(raw.marks)
        for number, piece in enumerate(raw.pieces):
            while waiting and waiting[0].piece <= number:
                marks.append(PlacedMark(offset, waiting.popleft()))
            if not original:
                _track(changes, offset, piece)
            if piece.seen(original=original):
                _extend(spans, Span(piece.text, piece.look, piece.decoration))
                offset += len(piece.text)
        marks += (PlacedMark(offset, mark) for mark in waiting)
    return _Content(spans, changes, marks, offset)


def _extend(spans: list[Span], span: Span) -> None:
    if spans and (spans[-1].look, spans[-1].decoration) == (span.look, span.decoration):
        spans[-1] = Span(spans[-1].text + span.text, span.look, span.decoration)
    else:
        spans.append(span)


def _track(changes: list[TrackedChange], offset: int, piece: Piece) -> None:
    """Adds a piece to the open changes; what one person inserted and another deleted never was."""
    author = piece.inserted if piece.deleted is None else piece.deleted
    if author is None or (piece.inserted is not None and piece.deleted is not None):
        return
    change = TrackedChange(offset, piece.text, piece.deleted is None, author)
    if changes:
        last = changes[-1]
        goes_on = last.offset + len(last.text) * last.inserted == offset
        if goes_on and (last.inserted, last.author) == (change.inserted, author):
            change = TrackedChange(last.offset, last.text + change.text, change.inserted, author)
            changes.pop()
    changes.append(change)


def _bookmarks(marks: Iterable[PlacedMark], end: int) -> Iterator[Bookmark]:
    """The bookmarks that begin in a paragraph."""
    closed = {placed.mark.identifier: placed.offset for placed in marks if placed.mark.kind == "bookmarkEnd"}
    for placed in marks:
        if placed.mark.kind == "bookmarkStart":
            yield Bookmark(placed.mark.name, placed.offset, max(placed.offset, closed.get(placed.mark.identifier, end)))
