"""A finished PDF as its tags say it: every paragraph, head and cell with its lines where they stand on the paper.

The tags are read by pypdf and the characters by pdfium; nothing here asks our own layout.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf.generic import DictionaryObject, IndirectObject

from tests.layout.printed import Printed, characters_by
from tests.pdf.tree import content_identifier, listed

LEAVES = {"P", "H1", "H2", "H3", "TH", "TD", "LBody", "Lbl", "Caption", "TOCI", "Figure"}
"""Elements that hold text of their own; what is within them, such as links, is part of that."""

HAN = range(0x4E00, 0xA000)
"""The Han characters that gaps are measured between; rarer ones come in two halves at one place."""


class Glyph(NamedTuple):
    """A character on the paper, and the marked content it is in: ordinal and text are two."""

    content: int
    printed: Printed


class Line(NamedTuple):
    """One printed line of an element: its page from 0, and its characters as they are read."""

    page: int
    glyphs: list[Glyph]

    @property
    def y(self) -> float:
        """The baseline of its largest type, from the head of the paper: marks are above it, subscripts below."""
        size = self.size
        return max(glyph.printed.y for glyph in self.glyphs if glyph.printed.size == size)

    @property
    def size(self) -> float:
        """The size of its largest type."""
        return max(glyph.printed.size for glyph in self.glyphs)

    @property
    def text(self) -> str:
        """What it reads, without blanks."""
        read = "".join(glyph.printed.character for glyph in self.glyphs)
        return "".join(read.encode("utf-16", "surrogatepass").decode("utf-16").split())

    def spread(self) -> float:
        """The widest gap between two Han characters of one size and one text, in em."""
        return max(
            (
                (after.printed.x - before.printed.x) / before.printed.size - 1
                for before, after in pairwise(self.glyphs)
                if before.content == after.content
                and before.printed.size == after.printed.size
                and is_han(before.printed.character)
                and is_han(after.printed.character)
            ),
            default=0.0,
        )


class Block(NamedTuple):
    """An element with text of its own: its type, the elements around it from the top as (type, number), its lines."""

    type: str
    around: tuple[tuple[str, int], ...]
    lines: list[Line]

    @property
    def text(self) -> str:
        """What it reads."""
        return "".join(line.text for line in self.lines)

    @property
    def first_page(self) -> int:
        """The page of its first line."""
        return self.lines[0].page

    @property
    def last_page(self) -> int:
        """The page of its last line."""
        return self.lines[-1].page

    def is_within(self, type_: str) -> bool:
        """Whether it is in an element of a type."""
        return any(name == type_ for name, _ in self.around)


class Paper(NamedTuple):
    """A filled box on a page, in points from its left and top edge."""

    left: float
    top: float
    right: float
    bottom: float


class FinishedPdf(NamedTuple):
    """A PDF: its blocks in the order they are read, and the papers of each page."""

    blocks: list[Block]
    papers: list[list[Paper]]


def read_finished(data: bytes) -> FinishedPdf:
    """A PDF read back."""
    shown, papers = _shown(data)
    reader = pypdf.PdfReader(BytesIO(data))
    pages = {
        page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference
    }
    (root,) = listed(reader.root_object["/StructTreeRoot"]["/K"])  # type: ignore[index]
    blocks = [
        Block(type_, around, list(_lines([glyph for place in contents for glyph in shown.get(place, ())])))
        for type_, around, contents in _leaves(root, (), pages)
    ]
    return FinishedPdf([block for block in blocks if block.lines], papers)


Place = tuple[int, int]
"""Marked content: its page and its identifier there."""

Leaf = tuple[str, tuple[tuple[str, int], ...], list[Place]]


def _leaves(element: DictionaryObject, around: tuple[tuple[str, int], ...], pages: dict[int, int]) -> Iterator[Leaf]:
    """The elements with text of their own, in reading order, with what they show."""
    type_ = str(element["/S"])[1:]
    if type_ in LEAVES and (own := list(_contents(element, pages))):
        yield type_, around, own
        return
    for kid in listed(element.get("/K", ())):
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            reference = element.indirect_reference
            assert reference is not None
            yield from _leaves(kid, (*around, (type_, reference.idnum)), pages)


def _contents(element: DictionaryObject, pages: dict[int, int]) -> Iterator[Place]:
    """What an element and the links within it show; nothing where it only holds other elements with text."""
    page = element.raw_get("/Pg") if "/Pg" in element else None
    for kid in listed(element.get("/K", ())):
        if isinstance(kid, int):
            assert isinstance(page, IndirectObject)
            yield pages[page.idnum], int(kid)
        elif kid.get("/Type") == "/MCR":
            yield pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])
        elif "/S" in kid and str(kid["/S"])[1:] not in LEAVES:
            yield from _contents(kid, pages)


def _lines(glyphs: Sequence[tuple[int, Glyph]]) -> Iterator[Line]:
    """Characters as lines: a new one begins where the next stands further left, or far below."""
    line: list[Glyph] = []
    page = -1
    for number, glyph in glyphs:
        last = line[-1].printed if line else None
        if last is not None and (number != page or _turns(last, glyph.printed)):
            yield Line(page, line)
            line = []
        page = number
        line.append(glyph)
    if line:
        yield Line(page, line)


def _turns(before: Printed, after: Printed) -> bool:
    return after.x < before.x - 0.5 or abs(after.y - before.y) > max(before.size, after.size)


def _shown(data: bytes) -> tuple[dict[Place, list[tuple[int, Glyph]]], list[list[Paper]]]:
    """The characters of each marked content with their page, and the papers of the pages.

    A space that no line may end at has no glyph to pdfium; it is there where the text that is said has it.
    """
    shown: dict[Place, list[tuple[int, Glyph]]] = {}
    papers: list[list[Paper]] = []
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            page = document[number]
            said = page.get_textpage().get_text_range()
            kept_apart = {match[1] + match[2] for match in re.finditer(r"(?=(.)\u00a0(.))", said)}
            for identifier, printed in characters_by(content_identifier, page):
                if identifier < 0:
                    continue
                glyphs = shown.setdefault((number, identifier), [])
                if glyphs and glyphs[-1][1].printed.character + printed.character in kept_apart:
                    glyphs.append((number, Glyph(identifier, printed._replace(character="\u00a0"))))
                glyphs.append((number, Glyph(identifier, printed)))
            height = page.get_height()
            bounds = [each.get_bounds() for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
            papers.append([Paper(left, height - top, right, height - low) for left, low, right, top in bounds])
    return shown, papers


def ends_at(line: Line) -> float:
    """The foot of a line's em boxes, in points from the head of the paper."""
    return line.y + 0.12 * line.size


def is_han(character: str) -> bool:
    """Whether gaps are measured beside a character."""
    return ord(character) in HAN
