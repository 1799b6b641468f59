"""A typesetter's bench: text set in a measure of so many ems, lines read back as text."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reportgen.document import Run
from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.layout.lines import Line, Measure, break_lines
from reportgen.layout.measure import Measured
from reportgen.layout.setting import Setter
from reportgen.style import Align, BlockRole, Looks
from tests.support import sheet_named

SIZE = 15.793
"""Points; the body of the official sheet."""


@cache
def official_book() -> FontBook:
    """The faces of the official sheet, opened once."""
    book, found = open_fonts(sheet_named("official"), bundled_library())
    assert book is not None, found
    return book


def measured(text: str, *, role: BlockRole = "base", kept: Sequence[str] = ()) -> Measured:
    """A text in the body of the official sheet, or in another role of it; ``kept`` are not to be parted."""
    return Setter(Looks(sheet_named("official")), official_book(), kept).set((Run(text),), role, ())


def set_lines(text: str, ems: float, *, indent: float = 0.0, kept: Sequence[str] = ()) -> list[Line]:
    """The lines of a text in a measure of so many ems, justified."""
    room = Measure(indent * SIZE, 0.0, ems * SIZE, "justify", SIZE)
    return list(break_lines(measured(text, kept=kept), room))


def line_texts(text: str, ems: float, *, indent: float = 0.0, kept: Sequence[str] = ()) -> list[str]:
    """The same lines as text, the spaces that vanish at their ends left out."""
    return [_text(line) for line in set_lines(text, ems, indent=indent, kept=kept)]


def break_texts(text: str, ems: float, *, indent: float = 0.0, align: Align = "justify") -> list[str]:
    """The lines of a text as text, aligned in another way."""
    room = Measure(indent * SIZE, 0.0, ems * SIZE, align, SIZE)
    return [_text(line) for line in break_lines(measured(text), room)]


def title_lines(text: str, ems: float, *, align: Align = "centre", role: BlockRole = "cover-title") -> list[str]:
    """The lines of a title in a measure of so many of its own ems."""
    title = measured(text, role=role)
    room = Measure(0.0, 0.0, ems * title.size, align, title.size)
    return [_text(line) for line in break_lines(title, room)]


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line.texts).rstrip()


def gaps(line: Line) -> dict[str, float]:
    """What stands between each character of a line and the next beyond their own widths, in em, by both."""
    placed: list[tuple[str, float, float]] = []
    for piece in line.texts:
        x = piece.x
        for character in piece.text:
            width = piece.setting.advances[character] * piece.size
            placed.append((character, x, width))
            x += width + piece.tracking
    return {
        before + after: round((next_x - x - width) / SIZE, 3)
        for (before, x, width), (after, next_x, _) in pairwise(placed)
    }
