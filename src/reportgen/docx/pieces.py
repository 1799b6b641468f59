"""What is in paragraphs of our files as pieces that compare by what prints, and pieces as runs again."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from reportgen.text.alignment import atoms_of
from reportgen.text.characters import LINE_SEPARATOR, is_chinese

_TAB = "\t"
_BOOKMARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
_TEXT, _BREAK, _TABULATOR, _LOOK, _RUN = (qn(f"w:{name}") for name in ("t", "br", "tab", "rPr", "r"))
_FIELD_MARK, _FIELD_KIND = qn("w:fldChar"), qn("w:fldCharType")
_PROPERTY_FIELDS = ("TITLE", "SUBJECT", "AUTHOR", "DOCPROPERTY")
_PAGE_FIELD = "PAGEREF"
_SHAPES = ("{urn:schemas-microsoft-com:vml}shape", "{urn:schemas-microsoft-com:vml}rect")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(str):
    """An atom of a paragraph: compares by its text and look, or a whole field, link or picture, by its XML.

    A piece with ``elements`` is these; otherwise it is ``text`` in the ``look`` of its run properties.
    """

    __slots__ = ("elements", "look", "text")
    look: str
    text: str
    elements: tuple[BaseOxmlElement, ...]


class Mark(str):
    """The mark that ends a paragraph: compares by the paragraph's style; ``paragraph`` is the one it ends."""

    __slots__ = ("paragraph",)
    paragraph: BaseOxmlElement


class Content(NamedTuple):
    """What a paragraph holds in pieces, and the bookmarks that come before a piece, or at the end."""

    pieces: list[Piece]
    bookmarks: list[tuple[int, BaseOxmlElement]]


def content_of(paragraph: BaseOxmlElement) -> Content:
    """What a paragraph says, wherever its runs are cut.

    Of a simple field this is the text: references to numbers and notes remain as text where a paragraph is changed.
    """
    pieces: list[Piece] = []
    bookmarks: list[tuple[int, BaseOxmlElement]] = []
    characters: list[tuple[str, str]] = []
    whole: list[BaseOxmlElement] = []
    depth = 0
    for child in paragraph:
        if child.tag in _BOOKMARKS and not depth:
            pieces += _atoms(characters)
            bookmarks.append((len(pieces), child))
            continue
        depth += _field_depth(child)
        if depth or whole:
            whole.append(child)
            if not depth:
                pieces += (*_atoms(characters), _whole(whole))
        elif child.tag == qn("w:fldSimple"):
            characters += (each for run in child for each in _characters(run) or ())
        elif (read := _characters(child)) is not None:
            characters += read
        elif child.tag != qn("w:pPr"):
            pieces += (*_atoms(characters), _whole([child]))
    return Content([*pieces, *_atoms(characters)], bookmarks)


def mark_of(paragraph: BaseOxmlElement) -> Mark:
    """The mark that ends a paragraph."""
    mark = Mark(f"\n{style_of(paragraph)}")
    mark.paragraph = paragraph
    return mark


def style_of(paragraph: BaseOxmlElement) -> str:
    """The identifier of a paragraph's style; empty without."""
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return str(style.get(qn("w:val"))) if style is not None else ""


def as_text(element: BaseOxmlElement) -> str:
    """An element as XML, the same for the same content."""
    return str(etree.tostring(element, method="c14n").decode())


def runs_of_pieces(pieces: Sequence[Piece], *, deleted: bool = False) -> Iterator[BaseOxmlElement]:
    """Pieces as runs, one for each look; ``deleted`` text has elements of its own (ISO/IEC 29500-1 17.3.3.7)."""
    for (look, elements), group in groupby(pieces, lambda piece: (piece.look, piece.elements)):
        if elements:
            for _ in group:
                yield from _deleted(elements) if deleted else map(deepcopy, elements)
            continue
        run = OxmlElement("w:r")
        if look:
            run.append(parse_xml(look))
        for kind, members in groupby(group, lambda piece: piece.text if piece.text in (_TAB, LINE_SEPARATOR) else ""):
            if kind:
                run.extend(OxmlElement("w:tab" if kind == _TAB else "w:br") for _ in members)
            else:
                text = OxmlElement("w:delText" if deleted else "w:t")
                text.text = "".join(piece.text for piece in members)
                text.set(_SPACE, "preserve")
                run.append(text)
        yield run


def _deleted(elements: Sequence[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """A field, link or picture that went; what shows a property of the file, which is the new one's, as text."""
    if _field_name(elements) in _PROPERTY_FIELDS:
        elements = [element for element in elements if next(element.iter(_TEXT), None) is not None]
    return map(_as_deleted, elements)


def _field_name(elements: Sequence[BaseOxmlElement]) -> str:
    """What a complex field is called in its code; empty for what is none."""
    codes = (each.text or "" for element in elements for each in element.iter(qn("w:instrText")))
    return next(iter("".join(codes).split()), "")


def _as_deleted(element: BaseOxmlElement) -> BaseOxmlElement:
    copy = deepcopy(element)
    for name, other in (("w:t", "w:delText"), ("w:instrText", "w:delInstrText")):
        for each in list(copy.iter(qn(name))):
            each.tag = qn(other)
    return copy


def _field_depth(child: BaseOxmlElement) -> int:
    """By how many a child goes deeper into fields."""
    kinds = [each.get(_FIELD_KIND) for each in child.iter(_FIELD_MARK)] if child.tag == _RUN else []
    return kinds.count("begin") - kinds.count("end")


def _characters(child: BaseOxmlElement) -> list[tuple[str, str]] | None:
    """The characters of a run, each with the run properties as XML; None where it holds more than text."""
    if child.tag != _RUN:
        return None
    properties = child.find(_LOOK)
    look = as_text(properties) if properties is not None else ""
    found: list[tuple[str, str]] = []
    for each in child:
        if each.tag == _TEXT:
            found += ((character, look) for character in each.text or "")
        elif each.tag == _BREAK and not each.attrib:
            found.append((LINE_SEPARATOR, look))
        elif each.tag == _TABULATOR:
            found.append((_TAB, look))
        elif each.tag != _LOOK:
            return None
    return found


def _atoms(characters: list[tuple[str, str]]) -> Iterator[Piece]:
    """The characters in atoms, and then none: an atom never parts what looks alike, and has one look in print."""
    taken = [(character, look, _printed_look(character, look)) for character, look in characters]
    characters.clear()
    for _, group in groupby(taken, lambda each: _without_hint(each[1])):
        members = list(group)
        start = 0
        for atom in atoms_of("".join(character for character, _, _ in members)):
            for look, alike in groupby(members[start : start + len(atom)], lambda each: each[2]):
                pieces = list(alike)
                yield _piece("".join(character for character, _, _ in pieces), pieces[0][1], look)
            start += len(atom)


def _printed_look(character: str, look: str) -> str:
    """How a character looks: the hint decides the font of no letter, digit or Han (ISO/IEC 29500-1 17.3.2.26)."""
    return _without_hint(look) if character.isascii() or is_chinese(character) else look


@lru_cache(maxsize=1024)
def _without_hint(look: str) -> str:
    if not look:
        return ""
    properties = parse_xml(look)
    for fonts in properties.findall(qn("w:rFonts")):
        fonts.attrib.pop(qn("w:hint"), None)
        if not fonts.attrib:
            properties.remove(fonts)
    return as_text(properties) if len(properties) else ""


def _piece(text: str, look: str, printed_look: str) -> Piece:
    piece = Piece(f"{printed_look}\0{text}")
    piece.text, piece.look, piece.elements = text, look, ()
    return piece


def _whole(elements: list[BaseOxmlElement]) -> Piece:
    """Elements as one piece, and then none.

    References to pages compare without their number, which no author wrote. LibreOffice 7.4 tracks no shapes behind
    the text; those of one place and size are the same, whatever their outline.
    """
    is_page = _field_name(elements) == _PAGE_FIELD
    shapes = [shape for element in elements for shape in element.iter(*_SHAPES)]
    same = _PAGE_FIELD if is_page else "".join(str(shape.get("style")) for shape in shapes)
    piece = Piece(same or "\0\0".join(map(as_text, elements)))
    piece.text = "".join(text.text or "" for each in elements for text in each.iter(_TEXT))
    piece.look, piece.elements = "", tuple(elements)
    elements.clear()
    return piece
