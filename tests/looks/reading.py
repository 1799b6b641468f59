"""What a cover holds, as lines to read: the PDF's first page by pdfium, the pictures of the Word file by its parts."""

import ctypes
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdfium2
import pypdfium2.raw as pdfium

from tests.docx.reading import WORD, part, style_of

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BLIPS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip",
)
EMBEDDED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
KINDS = {pdfium.FPDF_PAGEOBJ_TEXT: "text", pdfium.FPDF_PAGEOBJ_PATH: "box", pdfium.FPDF_PAGEOBJ_IMAGE: "image"}


def cover_lines(pdf: bytes) -> Iterator[str]:
    """Kind, left, bottom, width and height in points, colour or pixels, and the text of what is on page 1.

    Of a picture also the colours that are painted at its corner and in its middle.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text_page = page.get_textpage()
        for found in page.get_objects():
            kind = KINDS[found.type]
            left, bottom, right, top = found.get_bounds()
            place = f"{left:.0f} {bottom:.0f}  {right - left:.0f} × {top - bottom:.0f}"
            said = f"{_colour(found.raw)} {_text(found.raw, text_page)}"
            if kind == "image":
                middle = _painted(page, (left + right) / 2, (top + bottom) / 2)
                said = f"{_pixels(found)}, painted {_painted(page, left, top)} {middle}"
            if kind == "text" and not said.partition(" ")[2]:
                continue  # said by a piece before it
            yield f"{kind:5} {place}  {said}".rstrip()


def cover_text(pdf: bytes) -> str:
    """The characters of page 1, blanks left out."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(document[0].get_textpage().get_text_range().split())


def colours(pdf: bytes) -> list[str]:
    """The colours that text and boxes of all pages are filled with."""
    with pypdfium2.PdfDocument(pdf) as document:
        return sorted(
            {
                _colour(found.raw)
                for page in document
                for found in page.get_objects()
                if found.type != pdfium.FPDF_PAGEOBJ_IMAGE
            }
        )


def word_pictures(docx: bytes) -> Iterator[str]:
    """The style of the paragraph, size in points, parts and alternative text of every picture in a line."""
    targets = {each.get("Id"): each.get("Target") for each in part(docx, "word/_rels/document.xml.rels")}
    for paragraph in part(docx, "word/document.xml").iter(f"{WORD}p"):
        for inline in paragraph.iter(f"{DRAWING}inline"):
            extent, properties = inline.find(f"{DRAWING}extent"), inline.find(f"{DRAWING}docPr")
            assert extent is not None
            assert properties is not None
            size = " × ".join(f"{int(extent.get(name, '')) / 12700:.0f}" for name in ("cx", "cy"))
            parts = [str(targets[blip.get(EMBEDDED)]) for blip in _blips(inline)]
            yield f"{style_of(paragraph)} {size} {' '.join(parts)} {properties.get('descr')}"


def media(docx: bytes) -> dict[str, bytes]:
    """The picture files in a Word file."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist() if "/media/" in name}


def _blips(inline: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (element for element in inline.iter() if element.tag in BLIPS)


def _painted(page: pypdfium2.PdfPage, x: float, y: float) -> str:
    """The colour of the page where it is painted, a point inside of a corner."""
    bitmap = page.render(scale=1).to_pil()
    return "#" + "".join(f"{channel:02x}" for channel in bitmap.getpixel((int(x) + 1, int(page.get_height() - y) + 1)))


def _colour(raw: object) -> str:
    channels = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(raw, *map(ctypes.byref, channels))
    return "#" + "".join(f"{channel.value:02x}" for channel in channels[:3])


def _text(raw: object, text_page: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(raw, text_page, None, 0)
    buffer = (ctypes.c_ushort * max(1, length // 2))()
    pdfium.FPDFTextObj_GetText(raw, text_page, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0").strip()


def _pixels(found: pypdfium2.PdfImage) -> str:
    metadata = pdfium.FPDF_IMAGEOBJ_METADATA()
    pdfium.FPDFImageObj_GetImageMetadata(found.raw, found.page, ctypes.byref(metadata))
    return f"{metadata.width} × {metadata.height} pixels, {' '.join(found.get_filters())}"
