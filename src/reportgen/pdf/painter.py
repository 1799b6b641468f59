"""A page of the layout as the operators of a PDF content stream."""

from collections.abc import Callable, Iterator

from reportgen.layout import Dots, Fragment, Page, Rectangle, TextPiece
from reportgen.pdf.font import PdfFont
from reportgen.style import Colour

FontOf = Callable[[TextPiece], PdfFont]

_FURNITURE = "/Artifact <</Type /Pagination>> BDC"
_DECORATION = "/Artifact BMC"
_END = "EMC"


def paint_page(page: Page, height: float, font_of: FontOf) -> bytes:
    """The content stream of a page; ``height`` of the sheet in points, since PDF counts upwards."""
    operators: list[str] = []
    for fragment in page.fragments:
        operators += _boxes(fragment, height)
    for fragment in page.fragments:
        if fragment.texts:
            operators += _texts(fragment, height, font_of)
    return "\n".join([*operators, ""]).encode("ascii")


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


def _texts(fragment: Fragment, height: float, font_of: FontOf) -> Iterator[str]:
    if fragment.block is None:
        yield _FURNITURE
    yield "BT"
    font, size, colour, tracking = "", 0.0, None, 0.0
    for piece in fragment.texts:
        face = font_of(piece)
        if (face.name, piece.size) != (font, size):
            font, size = face.name, piece.size
            yield f"/{font} {size:.3f} Tf"
        if piece.colour != colour:
            colour = piece.colour
            yield _fill(colour)
        if piece.tracking != tracking:
            tracking = piece.tracking
            yield f"{tracking:.4f} Tc"
        yield f"1 0 0 1 {piece.x:.3f} {height - piece.y:.3f} Tm <{face.encode(piece.text, piece.setting)}> Tj"
    if tracking:
        yield "0 Tc"
    yield "ET"
    if fragment.block is None:
        yield _END


def _fill(colour: Colour) -> str:
    red, green, blue = colour.rgb
    return f"{red:.3f} {green:.3f} {blue:.3f} rg"
