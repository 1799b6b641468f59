"""Reads the tag tree of a PDF back: the tree by pypdf, what its elements show by pdfium; neither is ours."""

import ctypes
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from tests.pdf.reading import mark_name


class Tag(NamedTuple):
    """One element: its type, its attributes, what it shows itself, the elements in it, how many annotations it owns.

    ``places``: before which of its own characters each element in it is read.
    """

    type: str
    attributes: dict[str, str]
    text: str
    kids: "list[Tag]"
    annotations: int
    places: list[int]

    def walk(self) -> "Iterator[Tag]":
        """The element and all in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all_text(self) -> str:
        """What the element and all in it show, in reading order."""
        return "".join(kid if isinstance(kid, str) else kid.all_text() for kid in self.in_order())

    def in_order(self) -> "Iterator[str | Tag]":
        """Its own text and the elements in it as they are read."""
        start = 0
        for kid, place in zip(self.kids, self.places, strict=True):
            yield self.text[start:place]
            yield kid
            start = place
        yield self.text[start:]


def tag_tree(data: bytes) -> Tag:
    """The tree of a PDF, from its Document element."""
    reader = pypdf.PdfReader(BytesIO(data))
    pages = {
        page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference
    }
    (root,) = listed(reader.root_object["/StructTreeRoot"]["/K"])  # type: ignore[index]
    return _tag(root, pages, _shown(data))


def tree_text(tag: Tag, depth: int = 0) -> str:
    """The tree as lines to read: the type, its attributes, what it shows; links inside of a text stand in it."""
    attributes = "".join(f" {name}={value}" for name, value in sorted(tag.attributes.items()))
    links = [kid for kid in tag.kids if kid.type == "Link" and tag.text]
    read = (kid if isinstance(kid, str) else f"<{kid.type} {kid.text}>" for kid in tag.in_order())
    text = "".join(read) if links else tag.text
    line = f"{'  ' * depth}{tag.type}{attributes} {text}".rstrip() + "\n"
    return line + "".join(tree_text(kid, depth + 1) for kid in tag.kids if kid not in links)


def _tag(element: DictionaryObject, pages: dict[int, int], shown: dict[tuple[int, int], str]) -> Tag:
    text, kids, annotations = "", [], 0
    places: list[int] = []
    page = element.raw_get("/Pg") if "/Pg" in element else None
    for kid in listed(element.get("/K", ArrayObject())):
        if isinstance(kid, int):
            assert isinstance(page, IndirectObject)
            text += shown[pages[page.idnum], int(kid)]
        elif kid.get("/Type") == "/MCR":
            text += shown[pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])]
        elif kid.get("/Type") == "/OBJR":
            annotations += 1
        else:
            kids.append(_tag(kid, pages, shown))
            places.append(len(text))
    given = element.get("/A", {})
    attributes = {str(name)[1:]: str(value).lstrip("/") for name, value in given.items() if name != "/O"}
    attributes |= {"Alt": str(element["/Alt"])} if "/Alt" in element else {}
    return Tag(str(element["/S"])[1:], attributes, text, kids, annotations, places)


def listed(kids: Any) -> list[Any]:
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    return [kid.get_object() for kid in kids] if isinstance(kids, ArrayObject) else [kids]


def _shown(data: bytes) -> dict[tuple[int, int], str]:
    """What each marked content of each page reads; a picture reads as nothing."""
    shown: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            for found in document[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                shown[number, content_identifier(found.raw)] = ""
            text = document[number].get_textpage()
            for index in range(pdfium.FPDFText_CountChars(text)):
                identifier = content_identifier(pdfium.FPDFText_GetTextObject(text, index))
                if identifier >= 0 and pdfium.FPDFText_IsGenerated(text, index) != 1:
                    key = number, identifier
                    shown[key] = shown.get(key, "") + chr(pdfium.FPDFText_GetUnicode(text, index))
    return {key: text.encode("utf-16", "surrogatepass").decode("utf-16") for key, text in shown.items()}


def content_identifier(text_object: object) -> int:
    """The identifier of the marked content an object is in; -1 in none."""
    value = ctypes.c_int()
    for number in range(pdfium.FPDFPageObj_CountMarks(text_object)):
        mark = pdfium.FPDFPageObj_GetMark(text_object, number)
        if mark_name(mark) == "Span" and pdfium.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", ctypes.byref(value)):
            return value.value
    return -1
