"""Tracked changes of paragraphs: runs that went or came, marks of paragraphs and rows (ISO/IEC 29500-1 17.13.5)."""

import datetime
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from reportgen.text.alignment import align, atoms_of
from reportgen.text.characters import LINE_SEPARATOR

_FIRST_MARK = 1_000_000
"""Numbers of changes, far from those of bookmarks."""

_TAB = "\t"
_BOOKMARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
_AFTER_MARK = (qn("w:sectPr"), qn("w:pPrChange"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Revision(NamedTuple):
    """Who made the changes, and when."""

    author: str
    date: datetime.date


class Piece(str):
    """An atom of a paragraph: compared with its look, printed without."""

    __slots__ = ("look", "text")
    look: str
    text: str


class Content(NamedTuple):
    """The text of a paragraph in pieces, and the bookmarks that stand before a piece, or at the end."""

    pieces: list[Piece]
    bookmarks: list[tuple[int, BaseOxmlElement]]


def content_of(paragraph: BaseOxmlElement) -> Content | None:
    """What a paragraph says; None where it holds more than text, such as fields, links and drawings."""
    pieces: list[Piece] = []
    bookmarks: list[tuple[int, BaseOxmlElement]] = []
    for child in paragraph:
        if child.tag in _BOOKMARKS:
            bookmarks.append((len(pieces), child))
        elif child.tag == qn("w:r"):
            read = _pieces(child)
            if read is None:
                return None
            pieces += read
        elif child.tag != qn("w:pPr"):
            return None
    return Content(pieces, bookmarks)


def _pieces(run: BaseOxmlElement) -> list[Piece] | None:
    properties = run.find(qn("w:rPr"))
    look = as_text(properties) if properties is not None else ""
    found: list[Piece] = []
    for child in run:
        if child.tag == qn("w:t"):
            found += (_piece(atom, look) for atom in atoms_of(child.text or ""))
        elif child.tag == qn("w:br"):
            found.append(_piece(LINE_SEPARATOR, look))
        elif child.tag == qn("w:tab"):
            found.append(_piece(_TAB, look))
        elif child.tag != qn("w:rPr"):
            return None
    return found


def _piece(text: str, look: str) -> Piece:
    piece = Piece(f"{look}\0{text}")
    piece.look, piece.text = look, text
    return piece


def as_text(element: BaseOxmlElement) -> str:
    """An element as XML, the same for the same content."""
    return str(etree.tostring(element, method="c14n").decode())


class Reviser:
    """Writes changes of one revision, each with a number of its own."""

    def __init__(self, revision: Revision) -> None:
        self._author = revision.author
        self._date = f"{revision.date.isoformat()}T00:00:00Z"
        self._number = _FIRST_MARK

    def mark(self, name: str) -> BaseOxmlElement:
        """An empty ``w:ins``, ``w:del`` or ``w:pPrChange``."""
        self._number += 1
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:id"), str(self._number))
        element.set(qn("w:author"), self._author)
        element.set(qn("w:date"), self._date)
        return element

    def changed(self, old: BaseOxmlElement, new: BaseOxmlElement) -> BaseOxmlElement:
        """A paragraph that was the one and is the other; both must hold text alone."""
        before, after = content_of(old), content_of(new)
        assert before is not None
        assert after is not None
        paragraph = self._start(new)
        self._properties_changed(paragraph, old)
        bookmarks = list(after.bookmarks)
        place = 0
        for same, went, came in align(before.pieces, after.pieces):
            if not same and went:
                paragraph.append(self._deleted(_as_pieces(went)))
            for piece_group in _between_bookmarks(_as_pieces(came), place, bookmarks, paragraph):
                if same:
                    paragraph.extend(_runs(piece_group))
                elif piece_group:
                    paragraph.append(self._inserted(piece_group))
            place += len(came)
        paragraph.extend(mark for _, mark in bookmarks)
        return paragraph

    def whole(self, paragraph: BaseOxmlElement, name: str) -> BaseOxmlElement:
        """A paragraph that came (``ins``) or went (``del``) with its mark."""
        content = content_of(paragraph)
        assert content is not None
        made = self._start(paragraph)
        self._mark_paragraph(made, name)
        bookmarks = list(content.bookmarks) if name == "ins" else []
        for group in _between_bookmarks(content.pieces, 0, bookmarks, made):
            if group:
                made.append(self._inserted(group) if name == "ins" else self._deleted(group))
        made.extend(mark for _, mark in bookmarks)
        return made

    def row(self, row: BaseOxmlElement, name: str) -> BaseOxmlElement:
        """A row of a table that came or went, with what stands in it."""
        made = deepcopy(row)
        properties = made.find(qn("w:trPr"))
        assert properties is not None
        properties.append(self.mark(name))
        for cell in made.iter(qn("w:tc")):
            for paragraph in cell.findall(qn("w:p")):
                cell.replace(paragraph, self.whole(paragraph, name))
        return made

    def _start(self, like: BaseOxmlElement) -> BaseOxmlElement:
        """An empty paragraph with the properties of another."""
        paragraph = OxmlElement("w:p")
        properties = like.find(qn("w:pPr"))
        if properties is not None:
            paragraph.append(deepcopy(properties))
        return paragraph

    def _mark_paragraph(self, paragraph: BaseOxmlElement, name: str) -> None:
        """Says of the mark that ends a paragraph that it came or went; before the section's and earlier properties."""
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

    def end_with(self, before: BaseOxmlElement, last: BaseOxmlElement, name: str, old: BaseOxmlElement) -> None:
        """Moves a change of paragraphs one mark up, where it ends the file: the last mark of a file never goes.

        ``before`` stands before the paragraphs that came or went, ``last`` is the last of these; ``old`` is what
        ``before`` was. What stays of both has the last mark, and with it the properties of whichever is left.
        """
        properties = last.find(qn("w:pPr"))
        for run in properties.findall(qn("w:rPr")):
            properties.remove(run)
        if name == "ins":
            self._properties_changed(last, old)
        else:
            gone, kept = deepcopy(last), _own_properties(before)
            last.replace(properties, kept)
            self._properties_changed(last, gone)
        self._mark_paragraph(before, name)

    def _properties_changed(self, paragraph: BaseOxmlElement, old: BaseOxmlElement) -> None:
        before, after = _own_properties(old), _own_properties(paragraph)
        properties = paragraph.find(qn("w:pPr"))
        if properties is None or as_text(before) == as_text(after):
            return
        change = self.mark("pPrChange")
        change.append(before)
        properties.append(change)

    def _inserted(self, pieces: Sequence[Piece]) -> BaseOxmlElement:
        mark = self.mark("ins")
        mark.extend(_runs(pieces))
        return mark

    def _deleted(self, pieces: Sequence[Piece]) -> BaseOxmlElement:
        mark = self.mark("del")
        mark.extend(_runs(pieces, "w:delText"))
        return mark


def _own_properties(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    """The properties of a paragraph without those of the section it ends."""
    properties = paragraph.find(qn("w:pPr"))
    found = deepcopy(properties) if properties is not None else OxmlElement("w:pPr")
    for name in ("w:sectPr", "w:rPr", "w:pPrChange"):
        for child in found.findall(qn(name)):
            found.remove(child)
    return found


def _as_pieces(tokens: Sequence[str]) -> list[Piece]:
    return [token for token in tokens if isinstance(token, Piece)]


def _between_bookmarks(
    pieces: Sequence[Piece], place: int, bookmarks: list[tuple[int, BaseOxmlElement]], paragraph: BaseOxmlElement
) -> Iterator[list[Piece]]:
    """The pieces in groups with no bookmark inside; each bookmark is put into the paragraph before its group.

    ``place`` is that of the first piece in its paragraph; bookmarks are taken from the list as they are met.
    """
    start = 0
    for index in range(len(pieces)):
        while bookmarks and bookmarks[0][0] <= place + index:
            if index > start:
                yield list(pieces[start:index])
                start = index
            paragraph.append(deepcopy(bookmarks.pop(0)[1]))
    yield list(pieces[start:])


def _runs(pieces: Sequence[Piece], text_tag: str = "w:t") -> Iterator[BaseOxmlElement]:
    """Pieces as runs, one for each look."""
    for look, group in groupby(pieces, lambda piece: piece.look):
        run = OxmlElement("w:r")
        if look:
            run.append(parse_xml(look))
        for kind, members in groupby(group, lambda piece: piece.text if piece.text in (_TAB, LINE_SEPARATOR) else ""):
            if kind:
                run.extend(OxmlElement("w:tab" if kind == _TAB else "w:br") for _ in members)
            else:
                text = OxmlElement(text_tag)
                text.text = "".join(piece.text for piece in members)
                text.set(_SPACE, "preserve")
                run.append(text)
        yield run
