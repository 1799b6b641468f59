"""The grounds behind cover and last page, from edge to edge of the paper, and the decoration on them."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportgen.document import FittedSheet, Inlines, Outline
from reportgen.fonts import PathStep, outline
from reportgen.layout.lines import Measure
from reportgen.layout.page_types import Fragment, Rectangle, TextPiece
from reportgen.layout.setting import Typesetter
from reportgen.style import POINTS_PER_MILLIMETRE, CoverGroundStyle, GroundStyle

_FAR = 10_000.0
"""Points: room enough for a mark that is not to be broken."""


BLEED = 10 * POINTS_PER_MILLIMETRE
"""Points that a ground goes beyond the paper, where readers do not show it and a printer cuts it off."""


def cover_ground(mark: Inlines, sheet: FittedSheet, setter: Typesetter) -> tuple[Fragment, ...]:
    """What is behind a cover: the ground from the head of the paper, its mark, the line above the foot."""
    ground = sheet.style.cover_ground
    if ground is None:
        return ()
    boxes = (_box(ground, sheet, 0.0), *_foot(ground, sheet))
    return (Fragment(None, tuple(_mark(mark, ground, sheet, setter)), boxes),)


def mark_outline(ground: Sequence[Fragment]) -> Outline:
    """The outline of the mark on a ground of a cover."""
    pieces = (piece for fragment in ground for piece in fragment.texts)
    return tuple(step for piece in pieces for step in _piece_outline(piece))


def _piece_outline(piece: TextPiece) -> Iterator[PathStep]:
    left = piece.x
    for character in piece.text:
        yield from outline(piece.setting, character, piece.size, (left, piece.y))
        left += piece.setting.advances[character] * piece.size + piece.tracking


def colophon_ground(sheet: FittedSheet) -> tuple[Fragment, ...]:
    """What is behind the last page: the ground up from the foot of the paper."""
    ground = sheet.style.colophon_ground
    if ground is None:
        return ()
    return (Fragment(None, rectangles=(_box(ground, sheet, sheet.area.paper_height - _height(ground, sheet)),)),)


def _box(ground: GroundStyle, sheet: FittedSheet, top: float) -> Rectangle:
    colour = sheet.style.colours[ground.colour]
    above, below = (BLEED if top <= 0 else 0.0), (0.0 if top <= 0 else BLEED)
    height = above + _height(ground, sheet) + below
    return Rectangle(-BLEED, top - above, sheet.area.paper_width + 2 * BLEED, height, colour)


def _height(ground: GroundStyle, sheet: FittedSheet) -> float:
    return ground.height.points(line=sheet.looks.line())


def _foot(ground: CoverGroundStyle, sheet: FittedSheet) -> Iterator[Rectangle]:
    """The line above the foot of the paper, as wide as the texts of the cover."""
    if ground.foot is None:
        return
    area, line = sheet.area, sheet.looks.line()
    top = area.paper_height - ground.foot.points(line=line)
    thickness = ground.rule.points(line=line)
    yield Rectangle(area.cover_left, top - thickness, area.width, thickness, sheet.style.colours[ground.colour])


def _mark(mark: Inlines, ground: CoverGroundStyle, sheet: FittedSheet, setter: Typesetter) -> Iterator[TextPiece]:
    """The mark, its right edge and its baseline ``inset`` from the edges of the ground."""
    if not mark:
        return
    look = sheet.looks.block("cover-mark")
    inset = ground.inset.points(look.size, sheet.looks.line())
    room = Measure(-_FAR, -_FAR, sheet.area.paper_width - inset, "right", look.line)
    (line,) = setter.lines(mark, "cover-mark", None, room)
    yield from (replace(piece, y=_height(ground, sheet) - inset) for piece in line.texts)
