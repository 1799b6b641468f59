"""A typesetter's bench: text set in a measure of so many ems, lines read back as text."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportgen.document import Run
from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.layout.lines import Line, Measure, break_lines
from reportgen.layout.measure import Measured
from reportgen.layout.setting import Typesetter
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


def measured(text: str, *, role: BlockRole = "base", kept: Sequence[str] = (), terms: Sequence[str] = ()) -> Measured:
    """A text in the body of the official sheet, or in another role; ``kept`` are not to be parted, ``terms`` rarely."""
    return _measured(text, role, tuple(kept), tuple(terms))


@lru_cache(maxsize=16)
def _measured(text: str, role: BlockRole, kept: tuple[str, ...], terms: tuple[str, ...]) -> Measured:
    """Once for all measures that one text is tried in."""
    return setter(kept, terms).set((Run(text),), role, None)


@lru_cache(maxsize=16)
def setter(kept: tuple[str, ...] = (), terms: tuple[str, ...] = ()) -> Typesetter:
    """A typesetter of the official sheet."""
    return Typesetter(Looks(sheet_named("official")), official_book(), kept, terms)


def set_lines(
    text: str, ems: float, *, indent: float = 0.0, kept: Sequence[str] = (), terms: Sequence[str] = ()
) -> list[Line]:
    """The lines of a text in a measure of so many ems, justified."""
    room = Measure(indent * SIZE, 0.0, ems * SIZE, "justify", SIZE)
    return list(break_lines(measured(text, kept=kept, terms=terms), room))


def line_texts(
    text: str, ems: float, *, indent: float = 0.0, kept: Sequence[str] = (), terms: Sequence[str] = ()
) -> list[str]:
    """The same lines as text, the spaces that vanish at their ends left out."""
    return [line_text(line) for line in set_lines(text, ems, indent=indent, kept=kept, terms=terms)]


def break_set(text: str, ems: float, *, indent: float = 0.0, align: Align = "justify") -> list[Line]:
    """The lines of a text, aligned in another way."""
    return list(break_lines(measured(text), Measure(indent * SIZE, 0.0, ems * SIZE, align, SIZE)))


def break_texts(text: str, ems: float, *, indent: float = 0.0, align: Align = "justify") -> list[str]:
    """The same lines as text."""
    return [line_text(line) for line in break_set(text, ems, indent=indent, align=align)]


def title_lines(text: str, ems: float, *, align: Align = "centre", role: BlockRole = "cover-title") -> list[str]:
    """The lines of a title in a measure of so many of its own ems."""
    title = measured(text, role=role)
    room = Measure(0.0, 0.0, ems * title.size, align, title.size)
    return [line_text(line) for line in break_lines(title, room)]


def line_text(line: Line) -> str:
    """What a line reads, the spaces that vanish at its end left out."""
    return "".join(piece.text for piece in line.texts).rstrip()


class Placed(NamedTuple):
    """One character of a line: em from the left edge of the measure to its origin, and its own width."""

    character: str
    x: float
    width: float


def placed(line: Line) -> list[Placed]:
    """The characters of a line where they stand."""
    found: list[Placed] = []
    for piece in line.texts:
        x = piece.x
        for character in piece.text:
            width = piece.setting.advances[character] * piece.size
            found.append(Placed(character, x / SIZE, width / SIZE))
            x += width + piece.tracking
    return found


def gaps(line: Line) -> dict[str, float]:
    """What is between each character of a line and the next beyond their own widths, in em, by both."""
    return {
        before.character + after.character: round(after.x - before.x - before.width, 3)
        for before, after in pairwise(placed(line))
    }
