"""A finished PDF as pdfium sees it: every character with its place on the paper."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tests.pdf.reading import is_artifact

EM_TOP = 0.88
"""Height of the em box above the baseline, in em, of the Noto faces (OpenType ``ideo`` baseline)."""


class Printed(NamedTuple):
    """One character: points from the left and top edge of the paper to its origin, and its size."""

    character: str
    x: float
    y: float
    size: float


class PrintedPage(NamedTuple):
    """One side: its measures, its text, and its furniture."""

    width: float
    height: float
    text: list[Printed]
    furniture: list[Printed]

    def lines(self) -> list[list[Printed]]:
        """The text by baselines, from the top, each line in the order it is read."""
        lines: dict[float, list[Printed]] = {}
        for character in self.text:
            lines.setdefault(round(character.y, 1), []).append(character)
        return [lines[y] for y in sorted(lines)]


def printed_pages(data: bytes) -> list[PrintedPage]:
    """All sides of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return [_page(document[index]) for index in range(len(document))]


def _page(page: pypdfium2.PdfPage) -> PrintedPage:
    width, height = page.get_size()
    found: dict[bool, list[Printed]] = {False: [], True: []}
    for artifact, character in _characters(page, height):
        found[artifact].append(character)
    return PrintedPage(width, height, found[False], found[True])


def _characters(page: pypdfium2.PdfPage, height: float) -> Iterator[tuple[bool, Printed]]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        artifact = is_artifact(pdfium.FPDFText_GetTextObject(text, index))
        yield artifact, Printed(character, x.value, height - y.value, pdfium.FPDFText_GetFontSize(text, index))
