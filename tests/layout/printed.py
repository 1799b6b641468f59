"""A finished PDF as pdfium sees it: every character with its place on the paper.

Where a line is said besides being shown, pdfium gives what is said, all of it at one place; so nothing is said here.
"""

import ctypes
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

import pypdfium2
import pypdfium2.raw as pdfium

from tests.pdf.reading import is_artifact

Mark = TypeVar("Mark")

EM_TOP = 0.88
"""Height of the em box above the baseline, in em, of the Noto faces (OpenType ``ideo`` baseline)."""


class Printed(NamedTuple):
    """One character: points from the left and top edge of the paper to its origin, its size, where its face ends."""

    character: str
    x: float
    y: float
    size: float
    right: float

    @property
    def left(self) -> float:
        """Where its face begins: an opening mark's in the middle of its em box."""
        return self.x + (self.size / 2 if self.character in OPENING else 0.0)


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
        found: list[list[Printed]] = []
        for line in (_ordinal_first(lines[y]) for y in sorted(lines)):
            if found and _is_ordinal_of(line, found[-1]):
                found[-1] = [*line, *found[-1]]
            else:
                found.append(line)
        return found


def _ordinal_first(line: list[Printed]) -> list[Printed]:
    """A line with the larger ordinal at its right end, in the side column of a left-hand page, before its text."""
    larger = (at for at in range(1, len(line)) if line[at].size > 1.4 * line[0].size)
    end = next((at for at in larger if line[at].x - line[at - 1].right > line[at].size / 2), 0)
    return [*line[end:], *line[:end]]


def _is_ordinal_of(line: list[Printed], other: list[Printed]) -> bool:
    """Whether larger type beside a line is lowered to its middle or its top, as ordinals of tasks and parts are."""
    size, beside = line[0].size, other[0]
    lowered = size > beside.size and line[0].y - beside.y < size * 0.6
    left, right = min(each.left for each in line), max(each.right for each in line)
    return lowered and (right <= beside.left or left >= max(each.right for each in other))


OPENING = "“‘（〔［【〖｛《〈「『"
HALF = "，、。．；：！？”’）〕］】〗｝》〉」』"
"""Marks whose face is in the right, and in the left half of their em box."""

WIDE = 0x2E80
"""Beyond this characters are full-width."""


def printed_pages(data: bytes) -> list[PrintedPage]:
    """All sides of a PDF."""
    with pypdfium2.PdfDocument(data) as document:
        return [_page(document[index]) for index in range(len(document))]


def _page(page: pypdfium2.PdfPage) -> PrintedPage:
    width, height = page.get_size()
    found: dict[bool, list[Printed]] = {False: [], True: []}
    for artifact, character in characters_by(is_artifact, page):
        found[artifact].append(character)
    return PrintedPage(width, height, found[False], found[True])


def characters_by(mark: Callable[[object], Mark], page: pypdfium2.PdfPage) -> Iterator[tuple[Mark, Printed]]:
    """The characters of a page in reading order, each with what ``mark`` says of the text object it is in."""
    _silence(page)
    height = page.get_height()
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    marks: dict[int | None, Mark] = {}
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        character, size = chr(pdfium.FPDFText_GetUnicode(text, index)), pdfium.FPDFText_GetFontSize(text, index)
        shown = pdfium.FPDFText_GetTextObject(text, index)
        address = ctypes.cast(shown, ctypes.c_void_p).value
        if address not in marks:
            marks[address] = mark(shown)
        right = _right(text, index, character, x.value, size)
        yield marks[address], Printed(character, x.value, height - y.value, size, right)


def _right(text: pypdfium2.PdfTextPage, index: int, character: str, x: float, size: float) -> float:
    """Where the face of a character ends; pdfium has the ink of some Han a tenth of an em too wide."""
    if character in HALF:
        return x + size / 2
    if ord(character) > WIDE:
        return x + size
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return right.value


def _silence(page: pypdfium2.PdfPage) -> None:
    """Takes away what is said instead of the characters shown."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shown = pdfium.FPDFPage_GetObject(page, index)
        for number in range(pdfium.FPDFPageObj_CountMarks(shown)):
            mark = pdfium.FPDFPageObj_GetMark(shown, number)
            pdfium.FPDFPageObjMark_RemoveParam(shown, mark, b"ActualText")
