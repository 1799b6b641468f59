"""Tracked changes of paragraphs: what went, came and moved, marks of paragraphs and rows (ISO/IEC 29500-1 17.13.5)."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Literal, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.piece_alignment import PieceSpan, align_pieces
from reportgen.docx.pieces import Mark, Piece, as_text, content_of, mark_of, runs_of_pieces

_FIRST_MARK = 1_000_000
"""Numbers of changes, far from those of bookmarks."""

_AFTER_MARK = (qn("w:sectPr"), qn("w:pPrChange"))

ChangeName = Literal["ins", "del", "moveFrom", "moveTo"]
"""What a change is called in the file, around runs and in the mark of a paragraph."""

Place = Literal["here", "from", "to"]
"""Where paragraphs are shown: both versions in one place, or those of an entry that moved, where it was and is."""

_MOVES: dict[Place, ChangeName | None] = {"here": None, "from": "moveFrom", "to": "moveTo"}
"""By place: what becomes of what is the same in both versions."""


class Revision(NamedTuple):
    """Who made the changes, and when."""

    author: str
    date: datetime.date


class Reviser:
    """Writes changes of one revision, each with a number of its own.

    ``before``: what comes before paragraphs of the new file and is not tracked.
    """

    def __init__(
        self, revision: Revision, before: Mapping[BaseOxmlElement, Sequence[BaseOxmlElement]] | None = None
    ) -> None:
        self.before = before or {}
        self._author = revision.author
        self._date = f"{revision.date.isoformat()}T00:00:00Z"
        self._number = _FIRST_MARK
        self._moves = 0

    def move_name(self) -> str:
        """A name that the two ranges of one move have in common, and no others."""
        self._moves += 1
        return f"move{self._moves}"

    def mark(self, name: str) -> BaseOxmlElement:
        """An empty ``w:ins``, ``w:del``, ``w:pPrChange`` and the like."""
        self._number += 1
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:id"), str(self._number))
        element.set(qn("w:author"), self._author)
        element.set(qn("w:date"), self._date)
        return element

    def paragraphs(
        self,
        old: Sequence[BaseOxmlElement],
        new: Sequence[BaseOxmlElement],
        place: Place = "here",
        *,
        is_end: bool = False,
    ) -> list[BaseOxmlElement]:
        """Paragraphs that were the one row and are the other; those of an entry that moved, as they are at a place.

        ``is_end``: the last mark of a file or a cell never goes, so that both rows must end in the same.
        """
        before, after = _tokens(old), _tokens(new)
        last: list[PieceSpan] = []
        if is_end:
            last = [PieceSpan(True, [before.pieces.pop()], [after.pieces.pop()])]
        writer = _ParagraphWriter(self, place, after.bookmarks if place != "from" else [])
        for span in (*align_pieces(before.pieces, after.pieces), *last):
            writer.write(span)
        return writer.paragraphs

    def restated(self, old: Sequence[BaseOxmlElement], new: Sequence[BaseOxmlElement]) -> list[BaseOxmlElement]:
        """The last paragraphs of a cell, whose mark never goes, with all of their text struck before all that came."""
        before, after = _tokens(old), _tokens(new)
        mark = PieceSpan(True, [before.pieces.pop()], [after.pieces.pop()])
        writer = _ParagraphWriter(self, "here", after.bookmarks)
        for span in (PieceSpan(False, before.pieces, after.pieces), mark):
            writer.write(span)
        return writer.paragraphs

    def row(
        self,
        row: BaseOxmlElement,
        name: Literal["ins", "del"],
        moved: Mapping[int, Sequence[BaseOxmlElement]] | None = None,
    ) -> BaseOxmlElement:
        """A row of a table that came or went, with what is in it; ``moved``: what moved, by the cell it is in."""
        made = deepcopy(row)
        properties = made.find(qn("w:trPr"))
        assert properties is not None
        properties.append(self.mark(name))
        for number, cell in enumerate(made.iter(qn("w:tc"))):
            paragraphs = cell.findall(qn("w:p"))
            shown = (moved or {}).get(number) or [block for each in paragraphs for block in self.whole(each, name)]
            for paragraph in paragraphs:
                cell.remove(paragraph)
            cell.extend(shown)
        return made

    def whole(self, paragraph: BaseOxmlElement, name: Literal["ins", "del"]) -> list[BaseOxmlElement]:
        """A paragraph that came or went with its mark."""
        return self.paragraphs([], [paragraph]) if name == "ins" else self.paragraphs([paragraph], [])

    def mark_paragraph(self, paragraph: BaseOxmlElement, name: ChangeName) -> None:
        """Says of the mark that ends a paragraph what became of it; before the section's and earlier properties."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            properties = OxmlElement("w:pPr")
            paragraph.insert(0, properties)
        run = OxmlElement("w:rPr")
        run.append(self.mark(name))
        following = next((each for each in properties if each.tag in _AFTER_MARK), None)
        if following is None:
            properties.append(run)
        else:
            following.addprevious(run)

    def insert_before(self, before: BaseOxmlElement, last: BaseOxmlElement) -> None:
        """Tracks the mark of the paragraph before some that came instead of the mark of their last, which stays.

        As when Enter is pressed behind a paragraph. LibreOffice 7.4 settles the changes of a paragraph from its end:
        what follows would take over the properties of one that holds several changes and goes with its mark.
        """
        properties = last.find(qn("w:pPr"))
        for run in properties.findall(qn("w:rPr")):
            properties.remove(run)
        self.properties_changed(last, _as_it_was(before))
        self.mark_paragraph(before, "ins")

    def properties_changed(self, paragraph: BaseOxmlElement, old: BaseOxmlElement) -> None:
        """Says of a paragraph what its properties were, where they were others."""
        before = _own_properties(old)
        if as_text(before) != as_text(_own_properties(paragraph)):
            self.formatted(paragraph, before)

    def formatted(self, paragraph: BaseOxmlElement, before: BaseOxmlElement) -> None:
        """Says of a paragraph that its properties were others before."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            properties = OxmlElement("w:pPr")
            paragraph.insert(0, properties)
        change = self.mark("pPrChange")
        change.append(before)
        properties.append(change)


class _Tokens(NamedTuple):
    """The pieces and marks of some paragraphs, and the bookmarks that come before one of them."""

    pieces: list[str]
    bookmarks: list[tuple[int, BaseOxmlElement]]


def _tokens(paragraphs: Iterable[BaseOxmlElement]) -> _Tokens:
    found = _Tokens([], [])
    for paragraph in paragraphs:
        content = content_of(paragraph)
        found.bookmarks.extend((len(found.pieces) + place, mark) for place, mark in content.bookmarks)
        found.pieces.extend((*content.pieces, mark_of(paragraph)))
    return found


class _ParagraphWriter:
    """Turns spans into paragraphs, one for each mark that is there, was there or will be."""

    def __init__(self, reviser: Reviser, place: Place, bookmarks: Sequence[tuple[int, BaseOxmlElement]]) -> None:
        self.paragraphs: list[BaseOxmlElement] = []
        self._reviser = reviser
        self._shows_old, self._shows_new = place != "to", place != "from"
        self._moved: ChangeName | None = _MOVES[place]
        self._bookmarks = list(bookmarks)
        self._met = 0
        self._inner: list[BaseOxmlElement] = []
        self._waiting: list[Piece] = []
        self._change: ChangeName | None = None

    def write(self, span: PieceSpan) -> None:
        """Writes what one span has of both sides."""
        if span.same:
            for before, after in zip(span.old, span.new, strict=True):
                self._meet_bookmarks()
                self._token(after if self._shows_new else before, self._moved, before)
                self._met += 1
            return
        for token in span.old if self._shows_old else ():
            self._token(token, "del", None)
        for token in span.new if self._shows_new else ():
            self._meet_bookmarks()
            self._token(token, "ins", None)
            self._met += 1

    def _token(self, token: str, change: ChangeName | None, before: str | None) -> None:
        if isinstance(token, Mark):
            self._end_paragraph(token, change, before)
        elif isinstance(token, Piece):
            if change != self._change:
                self._flush()
            self._change = change
            self._waiting.append(token)

    def _meet_bookmarks(self) -> None:
        """Puts the bookmarks that come before the next piece of the new version."""
        while self._bookmarks and self._bookmarks[0][0] <= self._met:
            self._flush()
            self._inner.append(deepcopy(self._bookmarks.pop(0)[1]))

    def _flush(self) -> None:
        """Puts the pieces that wait, in a change where they are one."""
        if not self._waiting:
            return
        runs = list(runs_of_pieces(self._waiting, deleted=self._change == "del"))
        self._waiting.clear()
        if self._change is not None:
            runs = list(self._changed(runs, self._change))
        self._inner += runs

    def _changed(self, runs: Sequence[BaseOxmlElement], change: ChangeName) -> Iterator[BaseOxmlElement]:
        """Runs in a change; a link holds changes and is in none."""
        for is_link, group in groupby(runs, lambda each: each.tag == qn("w:hyperlink")):
            if not is_link:
                yield self._mark_around(group, change)
                continue
            for link in group:
                for run in link.findall(qn("w:r")):
                    place = list(link).index(run)
                    link.insert(place, self._mark_around([run], change))
                yield link

    def _mark_around(self, runs: Iterable[BaseOxmlElement], change: ChangeName) -> BaseOxmlElement:
        """A change; what went of what moved was deleted before it moved."""
        mark = self._reviser.mark(change)
        mark.extend(runs)
        if change != "del" or self._moved != "moveFrom":
            return mark
        moved = self._reviser.mark(self._moved)
        moved.append(mark)
        return moved

    def _end_paragraph(self, token: Mark, change: ChangeName | None, before: str | None) -> None:
        self._flush()
        paragraph = OxmlElement("w:p")
        properties = token.paragraph.find(qn("w:pPr"))
        if properties is not None:
            paragraph.append(deepcopy(properties))
        paragraph.extend(self._inner)
        self._inner = []
        if change is not None:
            self._reviser.mark_paragraph(paragraph, self._moved or change)
        elif isinstance(before, Mark):
            self._reviser.properties_changed(paragraph, before.paragraph)
        self.paragraphs += (*self._reviser.before.get(token.paragraph, ()), paragraph)


def _as_it_was(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    """A paragraph with the properties it had."""
    change = paragraph.find(f"{qn('w:pPr')}/{qn('w:pPrChange')}")
    if change is None:
        return paragraph
    was = OxmlElement("w:p")
    was.append(deepcopy(change.find(qn("w:pPr"))))
    return was


_PAGING = ("w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:spacing")
"""What paragraphs have of their own so that pages end well."""


def _own_properties(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    """The properties of a paragraph without those of the section it ends, and without what ends pages.

    Where LibreOffice 7.4 takes back a change of properties, the paragraph loses the number of its style.
    """
    properties = paragraph.find(qn("w:pPr"))
    found = deepcopy(properties) if properties is not None else OxmlElement("w:pPr")
    for name in ("w:sectPr", "w:rPr", "w:pPrChange", *_PAGING):
        for child in found.findall(qn(name)):
            found.remove(child)
    return found
