"""A page of the layout as the operators of a PDF content stream."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from reportgen.layout import Dots, Fragment, Page, Rectangle, TextPiece
from reportgen.pdf.font import PdfFont
from reportgen.pdf.structure import Content
from reportgen.style import Colour

FontOf = Callable[[TextPiece], PdfFont]

_ENGLISH = re.compile(r"[A-Za-z]*[a-z][A-Za-z’]+(?: [A-Za-z’]+)*")
"""Words, not abbreviations in capitals (PC, APP), which Chinese readers say letter by letter."""

_FURNITURE = "/Artifact <</Type /Pagination>> BDC"
_DECORATION = "/Artifact BMC"
_END = "EMC"


def paint_page(page: Page, height: float, font_of: FontOf) -> tuple[bytes, list[Content]]:
    """The content stream of a page, and what each marked content of it shows, by identifier.

    ``height`` of the sheet in points, since PDF counts upwards.
    """
    operators: list[str] = []
    for fragment in page.fragments:
        operators += _boxes(fragment, height)
    texts = _Texts(height, font_of)
    for fragment in page.fragments:
        texts.add(fragment)
    texts.close()
    return "\n".join([*operators, *texts.operators, ""]).encode("ascii"), texts.contents


def _boxes(fragment: Fragment, height: float) -> Iterator[str]:
    """Boxes and leaders; none of them is content."""
    if not (fragment.rectangles or fragment.dots):
        return
    yield _DECORATION
    for box in fragment.rectangles:
        yield _rectangle(box, height)
    for dots in fragment.dots:
        yield from _leader(dots, height)
    yield _END


def _rectangle(box: Rectangle, height: float) -> str:
    bottom = height - box.y - box.height
    return f"{_fill(box.colour)} {box.x:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re f"


def _leader(dots: Dots, height: float) -> Iterator[str]:
    """Round dots: dashes of no length with round caps; the last one always at the same place before the number."""
    red, green, blue = dots.colour.rgb
    y = height - dots.y
    if dots.end > dots.x:
        yield (
            f"q {red:.3f} {green:.3f} {blue:.3f} RG 1 J {dots.size:.2f} w [0 {dots.pitch:.2f}] 0 d "
            f"{dots.end:.2f} {y:.2f} m {dots.x:.2f} {y:.2f} l S Q"
        )


class _Texts:
    """The texts of a page: pieces that show the same thing one after another are one marked content."""

    def __init__(self, height: float, font_of: FontOf) -> None:
        self.operators: list[str] = []
        self.contents: list[Content] = []
        self._height = height
        self._font_of = font_of
        self._open: Content | str = ""
        self._font: tuple[str, float] = ("", 0.0)
        self._colour: Colour | None = None
        self._tracking = 0.0

    def add(self, fragment: Fragment) -> None:
        """Adds the texts of a fragment; furniture is no content."""
        for slot, pieces in groupby(fragment.texts, key=_slot):
            self._begin(_FURNITURE if fragment.block is None else (fragment.block, fragment.part, slot))
            self.operators.append("BT")
            for piece in pieces:
                self._show(piece)
            self.operators.append("ET")

    def close(self) -> None:
        """Ends what is open."""
        if self._open:
            self.operators.append(_END)
        self._open = ""

    def _begin(self, shown: Content | str) -> None:
        if shown == self._open:
            return
        self.close()
        self._open = shown
        if isinstance(shown, str):
            self.operators.append(shown)
        else:
            self.operators.append(f"/Span <</MCID {len(self.contents)}>> BDC")
            self.contents.append(shown)

    def _show(self, piece: TextPiece) -> None:
        face = self._font_of(piece)
        if (face.name, piece.size) != self._font:
            self._font = (face.name, piece.size)
            self.operators.append(f"/{face.name} {piece.size:.3f} Tf")
        if piece.colour != self._colour:
            self._colour = piece.colour
            self.operators.append(_fill(piece.colour))
        if piece.tracking != self._tracking:
            self._tracking = piece.tracking
            self.operators.append(f"{piece.tracking:.4f} Tc")
        place = f"1 0 0 1 {piece.x:.3f} {self._height - piece.y:.3f} Tm"
        self.operators.append(f"{place} {''.join(self._strings(face, piece))}")

    def _strings(self, face: PdfFont, piece: TextPiece) -> Iterator[str]:
        """The strings of a piece; words of another language say so, for the voice that reads them."""
        position = 0
        for match in _ENGLISH.finditer(piece.text):
            yield _string(face, piece, position, match.start())
            yield f"/Span <</Lang (en)>> BDC {_string(face, piece, match.start(), match.end())}{_END} "
            position = match.end()
        yield _string(face, piece, position, len(piece.text))


def _string(face: PdfFont, piece: TextPiece, start: int, end: int) -> str:
    return f"<{face.encode(piece.text[start:end], piece.setting)}> Tj " if end > start else ""


def _slot(piece: TextPiece) -> int:
    return piece.slot


def _fill(colour: Colour) -> str:
    red, green, blue = colour.rgb
    return f"{red:.3f} {green:.3f} {blue:.3f} rg"
