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
    """One element: its type, its attributes, what it shows itself, the elements in it, how many annotations it owns."""

    type: str
    attributes: dict[str, str]
    text: str
    kids: "list[Tag]"
    annotations: int

    def walk(self) -> "Iterator[Tag]":
        """The element and all in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all_text(self) -> str:
        """What the element and all in it show, in reading order."""
        return "".join(tag.text for tag in self.walk())


def tag_tree(data: bytes) -> Tag:
    """The tree of a PDF, from its Document element."""
    reader = pypdf.PdfReader(BytesIO(data))
    pages = {
        page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference
    }
    (root,) = _listed(reader.root_object["/StructTreeRoot"]["/K"])  # type: ignore[index]
    return _tag(root, pages, _shown(data))


def tree_text(tag: Tag, depth: int = 0) -> str:
    """The tree as lines to read: the type, its attributes, what it shows."""
    attributes = "".join(f" {name}={value}" for name, value in sorted(tag.attributes.items()))
    line = f"{'  ' * depth}{tag.type}{attributes} {tag.text}".rstrip() + "\n"
    return line + "".join(tree_text(kid, depth + 1) for kid in tag.kids)


def _tag(element: DictionaryObject, pages: dict[int, int], shown: dict[tuple[int, int], str]) -> Tag:
    text, kids, annotations = "", [], 0
    page = element.raw_get("/Pg") if "/Pg" in element else None
    for kid in _listed(element.get("/K", ArrayObject())):
        if isinstance(kid, int):
            assert isinstance(page, IndirectObject)
            text += shown[pages[page.idnum], int(kid)]
        elif kid.get("/Type") == "/MCR":
            text += shown[pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])]
        elif kid.get("/Type") == "/OBJR":
            annotations += 1
        else:
            kids.append(_tag(kid, pages, shown))
    given = element.get("/A", {})
    attributes = {str(name)[1:]: str(value).lstrip("/") for name, value in given.items() if name != "/O"}
    attributes |= {"Alt": str(element["/Alt"])} if "/Alt" in element else {}
    return Tag(str(element["/S"])[1:], attributes, text, kids, annotations)


def _listed(kids: Any) -> list[Any]:
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    return [kid.get_object() for kid in kids] if isinstance(kids, ArrayObject) else [kids]


def _shown(data: bytes) -> dict[tuple[int, int], str]:
    """What each marked content of each page reads; a picture reads as nothing."""
    shown: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            for found in document[number].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                shown[number, _identifier(found.raw)] = ""
            text = document[number].get_textpage()
            for index in range(pdfium.FPDFText_CountChars(text)):
                identifier = _identifier(pdfium.FPDFText_GetTextObject(text, index))
                if identifier >= 0 and pdfium.FPDFText_IsGenerated(text, index) != 1:
                    key = number, identifier
                    shown[key] = shown.get(key, "") + chr(pdfium.FPDFText_GetUnicode(text, index))
    return {key: text.encode("utf-16", "surrogatepass").decode("utf-16") for key, text in shown.items()}


def _identifier(text_object: object) -> int:
    """The identifier of the marked content an object is in; -1 in none."""
    value = ctypes.c_int()
    for number in range(pdfium.FPDFPageObj_CountMarks(text_object)):
        mark = pdfium.FPDFPageObj_GetMark(text_object, number)
        if mark_name(mark) == "Span" and pdfium.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", ctypes.byref(value)):
            return value.value
    return -1
