"""Reads a PDF back with pdfium, a program we did not write."""

import ctypes
from collections.abc import Iterator
from io import BytesIO
from operator import itemgetter
from typing import NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_BUFFER = 256


def pdf_text(data: bytes) -> str:
    """Every character of the pages' content in order: furniture, and what pdfium itself makes up, left out."""
    return "".join(character for page in _pages(data) for character in _content(page))


def pdf_furniture(data: bytes) -> list[str]:
    """What the furniture of each page reads."""
    return ["".join(_characters(page, artifact=True)) for page in _pages(data)]


def unpacked(data: bytes) -> bytes:
    """The file with every object by itself and in the clear, streams as they are, by qpdf: to be searched as text."""
    written = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            compress_streams=False,
            fix_metadata_version=False,
        )
    return written.getvalue()


def page_count(data: bytes) -> int:
    """How many pages there are."""
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def _pages(data: bytes) -> Iterator[pypdfium2.PdfPage]:
    with pypdfium2.PdfDocument(data) as document:
        for index in range(len(document)):
            yield document[index]


def _content(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The characters in the order of the page's marked contents; pdfium sorts those of a line by their places."""
    return (character for _, character in sorted(_placed(page, artifact=False), key=itemgetter(0)))


def _characters(page: pypdfium2.PdfPage, *, artifact: bool) -> Iterator[str]:
    return (character for _, character in _placed(page, artifact=artifact))


def _placed(page: pypdfium2.PdfPage, *, artifact: bool) -> Iterator[tuple[int, str]]:
    """Each character with the number of its marked content."""
    text = page.get_textpage()
    waiting = 0
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        shown = pdfium.FPDFText_GetTextObject(text, index)
        marked = is_artifact(shown)
        if marked is not artifact:
            continue
        unit = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= unit < 0xDC00:
            waiting = unit
            continue
        if waiting:
            unit, waiting = 0x10000 + ((waiting - 0xD800) << 10) + (unit - 0xDC00), 0
        yield pdfium.FPDFPageObj_GetMarkedContentID(shown), chr(unit)


def is_artifact(text_object: object) -> bool:
    """Whether a text object is marked as no part of the content."""
    for number in range(pdfium.FPDFPageObj_CountMarks(text_object)):
        if mark_name(pdfium.FPDFPageObj_GetMark(text_object, number)) == "Artifact":
            return True
    return False


def mark_name(mark: object) -> str:
    """The name of a marked content."""
    name = ctypes.create_string_buffer(_BUFFER)
    written = ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(
        mark, ctypes.cast(name, ctypes.POINTER(ctypes.c_ushort)), _BUFFER, ctypes.byref(written)
    )
    return name.raw[: written.value - 2].decode("utf-16-le")


class Path(NamedTuple):
    """A path on a page: whether it is stroked rather than filled, its colour as six digits, whether it is content."""

    stroked: bool
    colour: str
    content: bool


def pdf_paths(data: bytes) -> list[Path]:
    """The paths of all pages in the order they are painted."""
    found: list[Path] = []
    for page in _pages(data):
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            each = pdfium.FPDFPage_GetObject(page, index)
            if pdfium.FPDFPageObj_GetType(each) == pdfium.FPDF_PAGEOBJ_PATH:
                found.append(_path(each))
    return found


def _path(each: object) -> Path:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(each, ctypes.byref(mode), ctypes.byref(stroked))
    channels = [ctypes.c_uint() for _ in range(4)]
    read = pdfium.FPDFPageObj_GetStrokeColor if stroked.value else pdfium.FPDFPageObj_GetFillColor
    read(each, *map(ctypes.byref, channels))
    colour = "".join(f"{channel.value:02x}" for channel in channels[:3])
    return Path(bool(stroked.value), colour, not is_artifact(each))
