"""A typesetter's bench: text set in a measure of so many ems, lines read back as text."""

from functools import cache

from reportgen.document import Run
from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.layout.lines import Line, Measure, break_lines
from reportgen.layout.measure import Measured
from reportgen.layout.setting import Setter
from reportgen.style import Looks
from tests.support import sheet_named

SIZE = 15.793
"""Points; the body of the official sheet."""


@cache
def official_book() -> FontBook:
    """The faces of the official sheet, opened once."""
    book, found = open_fonts(sheet_named("official"), bundled_library())
    assert book is not None, found
    return book


def measured(text: str) -> Measured:
    """A text in the body of the official sheet."""
    return Setter(Looks(sheet_named("official")), official_book()).set((Run(text),), "base", ())


def set_lines(text: str, ems: float, *, indent: float = 0.0) -> list[Line]:
    """The lines of a text in a measure of so many ems, justified."""
    room = Measure(indent * SIZE, 0.0, ems * SIZE, "justify", SIZE)
    return list(break_lines(measured(text), room))


def line_texts(text: str, ems: float, *, indent: float = 0.0) -> list[str]:
    """The same lines as text, the spaces that vanish at their ends left out."""
    return ["".join(piece.text for piece in line.texts).rstrip() for line in set_lines(text, ems, indent=indent)]
