"""The lines of finished pages, each of whose characters knows its place on the page and its spot in a file."""

from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from reportgen.document import Document
from reportgen.fonts import EM_TOP
from reportgen.layout import Fragment, Layout, TextPiece
from reportgen.layout.page_types import LABEL
from reportgen.live.written_texts import Roots, Spot, WrittenText, texts_of_no_block, texts_of_part

_SAME_LINE = 0.5
"""em; what is raised or lowered by less stands on the same line."""


class PrintedLine(Struct, frozen=True):
    """A line of a page in points from its left top corner.

    ``lefts`` are where its characters begin, and where the last one ends; ``spots`` where they were written.
    """

    top: float
    height: float
    text: str
    lefts: tuple[float, ...]
    spots: tuple[Spot | None, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.lefts[-1]

    def index_at(self, x: float) -> int:
        """The character at a distance from the left edge of the page, the nearest one outside the line."""
        return next((index for index in range(len(self.text)) if x < self.lefts[index + 1]), len(self.text) - 1)


def printed_lines(layout: Layout, document: Document, roots: Roots) -> tuple[tuple[PrintedLine, ...], ...]:
    """The lines of every page in the order they are read in; page heads and feet last."""
    reader = _PageReader(document, roots)
    return tuple(tuple(reader.lines(page.fragments)) for page in layout.pages)


class _Shown(Struct, frozen=True):
    """A piece of a page with the spots of its characters, and which text of its block it is of, if that is known."""

    piece: TextPiece
    spots: tuple[Spot | None, ...]
    text: int | None


class _PageReader:
    """Reads pages from the first to the last, and in each text on from where the page before ended."""

    def __init__(self, document: Document, roots: Roots) -> None:
        self._document = document
        self._roots = roots
        self._texts: dict[tuple[int, int], list[WrittenText]] = {}
        self._repeated = [WrittenText(each, origin, roots) for each, origin in texts_of_no_block(document)]

    def lines(self, fragments: tuple[Fragment, ...]) -> Iterator[PrintedLine]:
        """The lines of one page."""
        for fragment in fragments:
            line: list[_Shown] = []
            for piece in fragment.texts:
                if piece.is_hyphen or not piece.text.strip():
                    continue
                shown = self._shown(fragment, piece)
                if line and not _continues(line[-1], shown):
                    yield _line(line)
                    line = []
                line.append(shown)
            if line:
                yield _line(line)

    def _shown(self, fragment: Fragment, piece: TextPiece) -> _Shown:
        texts = self._texts_of(fragment)
        if piece.slot != LABEL:
            nearest = sorted(range(len(texts)), key=lambda index: not texts[index].begins_with(piece.text))
            for index in nearest:
                spots = texts[index].take(piece.text)
                if spots is not None:
                    return _Shown(piece, spots, index)
        first = texts[0].first if texts and fragment.block is not None else None
        return _Shown(piece, (first,) * len(piece.text), 0 if piece.slot == LABEL else None)

    def _texts_of(self, fragment: Fragment) -> list[WrittenText]:
        if fragment.block is None:
            for text in self._repeated:
                text.cursor = 0
            return self._repeated
        block = self._document.blocks[fragment.block]
        key = fragment.block, fragment.part
        if key not in self._texts:
            runs = texts_of_part(self._document, block, fragment.part)
            self._texts[key] = [WrittenText(each, origin, self._roots) for each, origin in runs]
        return self._texts[key]


def _continues(before: _Shown, after: _Shown) -> bool:
    """Whether a piece stands on the line of the one before it, to its right."""
    near = abs(before.piece.y - after.piece.y) < _SAME_LINE * max(before.piece.size, after.piece.size)
    return near and before.text == after.text and before.piece.x < after.piece.x


def _line(pieces: list[_Shown]) -> PrintedLine:
    largest = max((shown.piece for shown in pieces), key=lambda piece: piece.size)
    lefts: list[float] = []
    for shown in pieces:
        piece = shown.piece
        widths = (piece.setting.advances[each] * piece.size + piece.tracking for each in piece.text)
        lefts[-1:] = accumulate(widths, initial=piece.x)  # it begins at its own place, not where the one before ends
    text = "".join(shown.piece.text for shown in pieces)
    spots = tuple(spot for shown in pieces for spot in shown.spots)
    top = largest.y - EM_TOP * largest.size
    return PrintedLine(top, largest.size, text, tuple(lefts), spots)
