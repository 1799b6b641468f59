"""Text as other libraries of Python read it, which know no other encodings than those of the standard."""

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO

import pypdf
import pytest
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral
from pdfminer.utils import Matrix

from reportgen.fonts import bundled_library, open_fonts
from tests.pdf.test_pdf import expected_text, made
from tests.support import MINIMAL, STYLES, sheet_named


class _Text(PDFTextDevice):
    """What pdfminer reads, without furniture."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.characters: list[str] = []
        self._tags: list[str] = []

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:
        self._tags.append(str(tag.name))

    def end_tag(self) -> None:
        self._tags.pop()

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        try:
            character = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            character = "\ufffd"
        if "Artifact" not in self._tags:
            self.characters.append(character)
        return super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)


def pdfminer_text(data: bytes) -> str:
    resources = PDFResourceManager()
    device = _Text(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(BytesIO(data)):
        interpreter.process_page(page)
    return "".join(device.characters)


def pypdf_text(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)


def solid(text: str) -> str:
    """A text without spaces: both readers read those that span a gap nobody typed."""
    return re.sub(r"\s", "", text)


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_pdfminer_reads_the_documents_text(style: str) -> None:
    """pdfplumber reads with it."""
    document, layout, data = made(style)
    assert solid(pdfminer_text(data)) == solid(expected_text(document, layout))


def sharing() -> Iterator[str]:
    """The characters of the official faces that share their glyph with another."""
    book, _ = open_fonts(sheet_named("official"), bundled_library())
    assert book is not None
    for face in book.faces:
        characters = defaultdict(list)
        for code in face.hb_face.unicodes:
            characters[face.hb_font.get_nominal_glyph(code)].append(chr(code))
        for several in characters.values():
            yield from several if len(several) > 1 else ()


@pytest.mark.slow
def test_characters_that_share_a_glyph_come_back_as_themselves() -> None:
    """Some 900, the middle dots and the radicals among them."""
    shared = sorted(each for each in {*sharing()} if each.isprintable() and not each.isspace() and each not in "【*\\")
    assert len(shared) > 900
    document, layout, data = made("official", f"{MINIMAL}  intro: 甲{''.join(shared)}乙\n")
    assert solid(pdfminer_text(data)) == solid(expected_text(document, layout))
    assert {*shared} <= {*pypdf_text(data)}
