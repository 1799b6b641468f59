"""A page of the layout as the operators of a PDF content stream."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby
from math import cos, radians, sin
from operator import attrgetter

from reportgen.fonts import Face, ScriptGlyphs
from reportgen.layout import ASIDE, Dots, Fragment, Page, PlacedPicture, Rectangle, TextPiece, Watermark
from reportgen.pdf.font import PdfFont, units
from reportgen.pdf.objects import text_string
from reportgen.pdf.structure import Content
from reportgen.style import Colour
from reportgen.text.characters import SMALL_FIGURES

FontOf = Callable[[TextPiece], PdfFont]
NameOf = Callable[[PlacedPicture], str]
"""What content streams call a picture."""

_LATIN = f"0-9A-Za-z{''.join(SMALL_FIGURES)}"
_WIDE = r"(?![\0-\u2e7f\U00010000-\U0010ffff])."  # one class from U+2E80 on takes two milliseconds to compile
_SPACED = re.compile(f"{_WIDE}[{_LATIN}]|[{_LATIN}%]{_WIDE}|\u3000")
"""Where a line has gaps that nobody typed, between Han and Latin, or blanks that readers replace."""

_APART = re.compile(r"[A-Za-z]*[a-z][A-Za-z’]+(?: [A-Za-z’]+)*|[\U00010000-\U0010ffff]")
"""English words, not abbreviations in capitals (PC, APP), which are spelled letter by letter; rare characters."""

_BLANK = " "
"""What spans a gap that nobody typed."""

_FURNITURE = "/Artifact <</Type /Pagination>> BDC"
_WATERMARK = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
_DECORATION = "/Artifact BMC"
_END = "EMC"


def paint_page(
    page: Page, width: float, height: float, font_of: FontOf, name_of: NameOf
) -> tuple[bytes, list[Content]]:
    """The content stream of a page, and what each marked content of it shows, by identifier.

    ``width`` and ``height`` of the sheet in points; PDF counts upwards.
    """
    operators: list[str] = []
    if page.watermark:
        operators += _watermark(page.watermark, width, height, font_of)
    for fragment in page.fragments:
        operators += _boxes(fragment, height)
    texts = _Texts(height, font_of, name_of)
    for fragment in page.fragments:
        texts.add(fragment)
    texts.close()
    return "\n".join([*operators, *texts.operators, ""]).encode("ascii"), texts.contents


def texts_shown(pages: Iterable[Page]) -> dict[Face, dict[ScriptGlyphs, set[str]]]:
    """What pages show in each setting of each face, in units of a glyph, a blank among them."""
    shown: dict[Face, dict[ScriptGlyphs, set[str]]] = {}
    for page in pages:
        watermark = page.watermark.texts if page.watermark else ()
        for piece in chain(watermark, *(fragment.texts for fragment in page.fragments)):
            of_face = shown.setdefault(piece.setting.face, {})
            of_face.setdefault(piece.setting, {_BLANK}).update(units(piece.text, piece.setting))
    return shown


def _watermark(mark: Watermark, width: float, height: float, font_of: FontOf) -> Iterator[str]:
    """The text across the page; no content."""
    angle = radians(mark.angle)
    yield f"{_WATERMARK} q {cos(angle):.4f} {sin(angle):.4f} {-sin(angle):.4f} {cos(angle):.4f}"
    yield f"{width / 2:.2f} {height / 2:.2f} cm BT"
    for piece in mark.texts:
        face = font_of(piece)
        yield f"/{face.name} {piece.size:.3f} Tf {_fill(piece.colour)} 1 0 0 1 {piece.x:.3f} {-piece.y:.3f} Tm"
        yield _string(face, piece, 0, len(piece.text))
    yield f"ET Q {_END}"


def _boxes(fragment: Fragment, height: float) -> Iterator[str]:
    """Boxes and leaders; none of them is content, but for those of a figure, which are painted with its texts."""
    if fragment.is_figure or not (fragment.rectangles or fragment.dots):
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


def _figure(fragment: Fragment, height: float) -> Iterator[str]:
    """The shapes of a figure, dots over lines over boxes."""
    yield from (_rectangle(box, height) for box in fragment.rectangles)
    for line in fragment.polylines:
        (x, y), *others = line.points
        path = " ".join((f"{x:.2f} {height - y:.2f} m", *(f"{x:.2f} {height - y:.2f} l" for x, y in others)))
        yield f"q {_stroke(line.colour)} 1 J 1 j {line.thickness:.2f} w {path} S Q"
    for disc in fragment.discs:
        place = f"{disc.x:.2f} {height - disc.y:.2f}"
        yield f"q {_stroke(disc.colour)} 1 J {disc.diameter:.2f} w {place} m {place} l S Q"


def _leader(dots: Dots, height: float) -> Iterator[str]:
    """Round dots: dashes of no length with round caps; the last one always at the same place before the number."""
    y = height - dots.y
    if dots.end > dots.x:
        yield (
            f"q {_stroke(dots.colour)} 1 J {dots.size:.2f} w [0 {dots.pitch:.2f}] 0 d "
            f"{dots.end:.2f} {y:.2f} m {dots.x:.2f} {y:.2f} l S Q"
        )


def _picture(name: str, placed: PlacedPicture, height: float) -> str:
    bottom = height - placed.y - placed.height
    return f"q {placed.width:.3f} 0 0 {placed.height:.3f} {placed.x:.3f} {bottom:.3f} cm /{name} Do Q"


class _Texts:
    """The texts of a page: pieces that show the same thing one after another are one marked content."""

    def __init__(self, height: float, font_of: FontOf, name_of: NameOf) -> None:
        self.operators: list[str] = []
        self.contents: list[Content] = []
        self._height = height
        self._font_of = font_of
        self._name_of = name_of
        self._open: Content | str = ""
        self._font: tuple[str, float] | None = None
        self._colour: Colour | None = None
        self._tracking = 0.0

    def add(self, fragment: Fragment) -> None:
        """Adds the texts of a fragment, and the boxes and pictures of a figure; furniture is not content."""
        if fragment.is_figure:
            is_furniture = fragment.block is None
            self._begin(_FURNITURE if is_furniture else (fragment.block or 0, fragment.part, fragment.slot))
            self.operators += _figure(fragment, self._height)
            self.operators += (_picture(self._name_of(placed), placed, self._height) for placed in fragment.pictures)
            self._colour = None
        for slot, pieces in groupby(fragment.texts, key=_slot):
            is_furniture = fragment.block is None or slot == ASIDE
            self._begin(_FURNITURE if is_furniture else (fragment.block or 0, fragment.part, slot))
            self.operators.append("BT")
            for is_hyphen, stretch in groupby(pieces, key=_is_hyphen):
                line = tuple(stretch)
                if is_hyphen:
                    self._show_hyphens(line)
                elif _SPACED.search("".join(piece.text for piece in line)):
                    self._show_spaced(line)
                else:
                    for piece in line:
                        self.operators.append(f"{self._state(piece)} {self._strings(piece)}")
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

    def _state(self, piece: TextPiece) -> str:
        """What a piece needs that is not set yet, and its place."""
        operators: list[str] = []
        face = self._font_of(piece)
        if (face.name, piece.size) != self._font:
            self._font = (face.name, piece.size)
            operators.append(f"/{face.name} {piece.size:.3f} Tf")
        if piece.colour != self._colour:
            self._colour = piece.colour
            operators.append(_fill(piece.colour))
        if piece.tracking != self._tracking:
            self._tracking = piece.tracking
            operators.append(f"{piece.tracking:.4f} Tc")
        operators.append(f"1 0 0 1 {piece.x:.3f} {self._height - piece.y:.3f} Tm")
        return "\n".join(operators)

    def _strings(self, piece: TextPiece) -> str:
        """The strings of a piece; words of another language say so, for the voice that reads them."""
        face = self._font_of(piece)
        if not _APART.search(piece.text):
            return face.show(piece.text, piece.setting, piece.size)
        strings = ((_string(face, piece, start, end), english) for start, end, english in _languages(piece.text))
        return "".join(f"/Span <</Lang (en)>> BDC {each}{_END} " if english else each for each, english in strings)

    def _show_hyphens(self, hyphens: Iterable[TextPiece]) -> None:
        """Hyphens at the ends of lines: what is read and copied is a soft one, by which readers join the word."""
        for piece in hyphens:
            string = _string(self._font_of(piece), piece, 0, len(piece.text))
            self.operators.append(f"{self._state(piece)} /Span <</ActualText <FEFF00AD>>> BDC {string}{_END}")

    def _show_spaced(self, line: tuple[TextPiece, ...]) -> None:
        """A line with gaps: its text is also given as actual text, since poppler takes such gaps for typed spaces.

        A stretch of one language is one marked content; a blank at its end, shown but not read out, spans the gap.
        """
        text = "".join(piece.text for piece in line)
        stretches = list(_languages(text))
        number, position = 0, 0
        self.operators.append(_spoken(text, *stretches[0]))
        for piece in line:
            face = self._font_of(piece)
            self.operators.append(self._state(piece))
            local, after = 0, position + len(piece.text)
            while stretches[number][1] < after or (stretches[number][1] == after < len(text)):
                end = stretches[number][1] - position
                self.operators.append(_string(face, piece, local, end))
                if end == len(piece.text):
                    self.operators.append(face.show(_BLANK, piece.setting, piece.size))
                number, local = number + 1, end
                self.operators.append(f"{_END} {_spoken(text, *stretches[number])}")
            self.operators.append(_string(face, piece, local, len(piece.text)))
            position = after
        self.operators.append(_END)


def _languages(text: str) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a text, and whether each is English; a character beyond U+FFFF is one by itself."""
    position = 0
    for match in _APART.finditer(text):
        if match.start() > position:
            yield position, match.start(), False
        yield match.start(), match.end(), match.group() <= "\uffff"
        position = match.end()
    if position < len(text):
        yield position, len(text), False


def _spoken(text: str, start: int, end: int, english: bool) -> str:
    """What begins a stretch with actual text; what pdfium loses there, beyond U+FFFF, is only shown."""
    if text[start] > "\uffff":
        return "/Span BMC"
    return f"/Span <<{'/Lang (en) ' if english else ''}/ActualText {text_string(text[start:end])}>> BDC"


def _string(face: PdfFont, piece: TextPiece, start: int, end: int) -> str:
    return face.show(piece.text[start:end], piece.setting, piece.size)


_slot, _is_hyphen = attrgetter("slot"), attrgetter("is_hyphen")


def _fill(colour: Colour) -> str:
    return _paint(colour, "g", "rg")


def _stroke(colour: Colour) -> str:
    return _paint(colour, "G", "RG")


@lru_cache
def _paint(colour: Colour, grey: str, coloured: str) -> str:
    """A colour with its operator; greys are of one ink, which a press prints without a fringe of the three others."""
    if colour.grey is not None:
        return f"{colour.grey:.3f} {grey}"
    return f"{' '.join(f'{part:.3f}' for part in colour.rgb)} {coloured}"
