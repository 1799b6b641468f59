"""The content of a Word file in order: paragraphs with their pieces, tracked changes not yet decided.

Text is in more places than ``w:t``, and not all of it is seen: codes of fields are not, text boxes are in the file
twice (ISO/IEC 29500-1 17.3.3, 17.13.5, 17.16; Part 3 for alternate content).
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from reportgen.manuscript.manuscript_types import Author, Cell, Decoration, ListLevel, Look, Part
from reportgen.manuscript.word_numbering import WordLists
from reportgen.manuscript.word_styles import (
    Properties,
    WordStyle,
    WordStyles,
    outline_level,
    paragraph_properties,
    run_properties,
)
from reportgen.manuscript.word_symbols import symbol, without_symbols
from reportgen.manuscript.word_xml import MC, M, W, hexadecimal, value_of, whole

_TEXT = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip
_CONTAINERS = frozenset(
    W + name for name in ("hyperlink", "smartTag", "customXml", "bdo", "dir", "fldSimple", "sdtContent", "rubyBase")
)
_INSERTED, _DELETED = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
_UNREAD = {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": "picture",
    "{urn:schemas-microsoft-com:vml}imagedata": "picture",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "chart",
    W + "object": "object",
}


class Piece(NamedTuple):
    """Text of one look, with who inserted and who deleted it."""

    text: str
    look: Look
    inserted: Author | None = None
    deleted: Author | None = None
    decoration: Decoration = Decoration()

    def seen(self, *, original: bool) -> bool:
        """Whether a reader sees it once all changes are accepted, or rejected (``original``)."""
        return self.inserted is None if original else self.deleted is None


class Mark(NamedTuple):
    """Something at a place of a paragraph, before the piece of this number: its kind, its identifier, its name."""

    piece: int
    kind: str
    identifier: str
    name: str = ""


class Raw:
    """A paragraph of the file while it is read."""

    def __init__(self, properties: Properties, style: WordStyle, list_level: ListLevel | None, place: "Place") -> None:
        self.properties = properties
        self.style = style
        self.list_level = list_level
        self.part = place.part
        self.cell = place.cell
        self.in_contents = False
        self.ends_section = False
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.unread: list[tuple[str, str]] = []
        self.mark_inserted: Author | None = None
        self.mark_deleted: Author | None = None

    @property
    def outline(self) -> int | None:
        """The level of a heading from 0."""
        return outline_level(self.properties)


class Place(NamedTuple):
    """Where the walk is."""

    part: Part
    cell: Cell | None = None
    inserted: Author | None = None
    deleted: Author | None = None


class _Field:
    """A field that is open: its code until its result begins."""

    def __init__(self) -> None:
        self.code = ""
        self.in_result = False

    @property
    def is_contents(self) -> bool:
        return self.in_result and self.code.strip().upper().startswith("TOC")


class Walk:
    """Reads the parts of one document; fields and counts of tables go on from part to part."""

    def __init__(self, styles: WordStyles, lists: WordLists) -> None:
        self._styles = styles
        self._lists = lists
        self._fields: list[_Field] = []
        self._tables = 0
        self._contents_boxes = 0
        self._boxes: list[Element] = []

    def paragraphs(self, parent: Element, place: Place) -> Iterator[Raw]:
        """The paragraphs below an element; those of text boxes follow the one they hang from."""
        for child in parent:
            if child.tag == W + "p":
                yield from self._paragraph(child, place)
            elif child.tag == W + "tbl":
                self._tables += 1
                yield from self._rows(child, place, self._tables - 1)
            elif child.tag == W + "sdt":
                gallery = child.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
                contents = gallery is not None and gallery.get(W + "val") == "Table of Contents"
                self._contents_boxes += contents
                yield from self.paragraphs(child, place)
                self._contents_boxes -= contents
            elif child.tag in (W + "sdtContent", W + "customXml", *_INSERTED, *_DELETED):
                yield from self.paragraphs(child, _changed(child, place))
            elif child.tag == MC + "AlternateContent":
                yield from self.paragraphs(_choice(child), place)

    def _rows(self, table: Element, place: Place, number: int) -> Iterator[Raw]:
        for count, row in enumerate(table.iter(W + "tr")):
            if next(row.iterancestors(W + "tbl")) is not table:
                continue
            properties = row.find(W + "trPr")
            within = place
            for change in () if properties is None else properties:
                within = _changed(change, within)
            column = 0
            for cell in row.iter(W + "tc"):
                if next(cell.iterancestors(W + "tr")) is not row:
                    continue
                yield from self.paragraphs(cell, within._replace(cell=Cell(number, count, column)))
                column += whole(value_of(cell.find(W + "tcPr"), "gridSpan")) or 1

    def _paragraph(self, element: Element, place: Place) -> Iterator[Raw]:
        own = element.find(W + "pPr")
        identifier = value_of(own, "pStyle")
        style = self._styles.of(identifier)
        properties = paragraph_properties(own).over(style.properties)
        raw = Raw(properties, style, self._lists.level_of(properties, identifier), place)
        raw.mark_inserted, raw.mark_deleted = place.inserted, place.deleted
        mark = None if own is None else own.find(W + "rPr")
        for change in () if mark is None else mark:
            within = _changed(change, place)
            raw.mark_inserted, raw.mark_deleted = within.inserted, within.deleted
        raw.in_contents = self._is_contents()
        raw.ends_section = own is not None and own.find(W + "sectPr") is not None
        self._inlines(element, raw, place)
        boxes, self._boxes = self._boxes, []
        yield raw
        for box in boxes:
            yield from self.paragraphs(box, place._replace(part=Part.TEXT_BOX))

    def _is_contents(self) -> bool:
        return self._contents_boxes > 0 or any(field.is_contents for field in self._fields)

    def _inlines(self, parent: Element, raw: Raw, place: Place) -> None:
        for child in parent:
            if child.tag == W + "r":
                self._run(child, raw, place)
            elif child.tag in _CONTAINERS or child.tag == W + "sdt":
                self._inlines(child, raw, place)
            elif child.tag in _INSERTED or child.tag in _DELETED:
                self._inlines(child, raw, _changed(child, place))
            elif child.tag == MC + "AlternateContent":
                self._inlines(_choice(child), raw, place)
            elif child.tag in (M + "oMath", M + "oMathPara"):
                text = "".join(each.text or "" for each in child.iter(M + "t"))
                raw.pieces.append(Piece(text, Look(), place.inserted, place.deleted))
                raw.unread.append(("formula", text))
            elif child.tag in (W + "bookmarkStart", W + "bookmarkEnd", W + "commentRangeStart", W + "commentRangeEnd"):
                self._mark(child, raw)

    def _mark(self, element: Element, raw: Raw) -> None:
        kind = element.tag.removeprefix(W)
        raw.marks.append(Mark(len(raw.pieces), kind, element.get(W + "id", ""), element.get(W + "name", "")))

    def _run(self, element: Element, raw: Raw, place: Place) -> None:
        own = element.find(W + "rPr")
        named = self._styles.styles.get(value_of(own, "rStyle") or "", WordStyle())
        properties = run_properties(own).over(named.properties).over(raw.properties)
        fonts = None if own is None else own.find(W + "rFonts")
        look = properties.look(next(iter(named.names), ""))
        writing = _Writing(raw, place, look, properties.decoration, properties.hidden is True)
        for child in element:
            if child.tag == W + "fldChar":
                self._field(child.get(W + "fldCharType", ""))
            elif child.tag == W + "instrText":
                if self._fields and not self._fields[-1].in_result:
                    self._fields[-1].code += child.text or ""
            elif all(field.in_result for field in self._fields) and not self._is_page_number():
                raw.in_contents = raw.in_contents or self._is_contents()
                font = "" if fonts is None else fonts.get(W + "ascii", "")
                self._content(child, writing, font)

    def _is_page_number(self) -> bool:
        """Whether a reference to a page is read that is not in contents; each program works its number out anew."""
        return bool(self._fields) and self._fields[-1].code.split()[:1] == ["PAGEREF"] and not self._is_contents()

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _content(self, child: Element, writing: "_Writing", font: str) -> None:
        """One child of a run."""
        text = _text(child, font)
        if text is not None:
            writing.write(text)
        elif child.tag == W + "ruby":
            for base in child.iter(W + "rubyBase"):
                self._inlines(base, writing.raw, writing.place)
        elif child.tag in (W + "footnoteReference", W + "endnoteReference", W + "commentReference"):
            self._mark(child, writing.raw)
        elif child.tag == MC + "AlternateContent":
            for each in _choice(child):
                self._content(each, writing, font)
        elif child.tag in (W + "drawing", W + "pict", W + "object"):
            self._boxes += child.iter(W + "txbxContent")
            writing.raw.unread += ((_UNREAD[each.tag], "") for each in child.iter(*_UNREAD))


class _Writing(NamedTuple):
    """Where the text of a run goes."""

    raw: Raw
    place: Place
    look: Look
    decoration: Decoration
    hidden: bool

    def write(self, text: str) -> None:
        """Adds text, unless nobody sees it."""
        if self.hidden and text:
            self.raw.unread.append(("hidden", text))
        elif text:
            self.raw.pieces.append(Piece(text, self.look, self.place.inserted, self.place.deleted, self.decoration))


def _text(child: Element, font: str) -> str | None:
    """The text that a child of a run is; None where it is something else."""
    if child.tag in (W + "t", W + "delText"):
        return without_symbols((child.text or "").replace("\n", " "), font)
    if child.tag == W + "br":
        return "\n" if child.get(W + "type", "textWrapping") == "textWrapping" else ""
    if child.tag == W + "sym":
        return symbol(child.get(W + "font", ""), hexadecimal(child.get(W + "char")))
    return _TEXT.get(child.tag)


def _changed(element: Element, place: Place) -> Place:
    """The place inside a tracked change."""
    author = Author(element.get(W + "author", ""), element.get(W + "date", ""))
    if element.tag in _INSERTED:
        return place._replace(inserted=author)
    if element.tag in _DELETED:
        return place._replace(deleted=author)
    return place


def _choice(element: Element) -> Element:
    """The first choice of an alternate content; the fallback says the same once more."""
    choice = element.find(MC + "Choice")
    if choice is not None:
        return choice
    fallback = element.find(MC + "Fallback")
    return element if fallback is None else fallback
