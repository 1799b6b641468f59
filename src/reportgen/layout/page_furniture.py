"""What is on pages besides the text: headers, footers; in a draft its mark, line numbers, watermark."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import FittedSheet, Metadata, Origin, Run, furniture_runs, in_sheet
from reportgen.layout.lines import Measure
from reportgen.layout.page_types import Fragment, TextPiece, Watermark
from reportgen.layout.setting import Typesetter
from reportgen.style import Align, BlockRole, DraftStyle, FurnitureStyle, RunRole

_FAR = 10_000.0
"""Points: room enough for any line that is not to be broken."""


_Furniture = tuple[FurnitureStyle | None, BlockRole, Origin]
"""A line of furniture, its role, and where the style sheet has its words."""


class NumberedLine(Struct, frozen=True):
    """A line beside which a draft may have a number: its baseline, its left edge from that of the type area."""

    y: float
    left: float


class Side(Struct, frozen=True):
    """A page as furniture sees it: its number, None on the cover, its part, and the lines that a draft numbers."""

    label: str | None
    left_hand: bool
    part: str = ""
    lines: Sequence[NumberedLine] = ()


class FurnitureTypesetter(Struct, frozen=True):
    """Sets furniture around the type area of a sheet, on a right-hand page."""

    sheet: FittedSheet
    setter: Typesetter
    metadata: Metadata

    def fragments(self, side: Side) -> Iterator[Fragment]:
        """Everything that repeats on one page; where a line with the page number has none, it is left out."""
        styles: list[_Furniture] = []
        if side.label is not None:
            styles += [
                (self.sheet.style.header, "header", in_sheet("header", "text")),
                (self.sheet.style.footer, "footer", in_sheet("footer", "text")),
            ]
        draft = self.sheet.style.draft
        if draft:
            styles.append((draft.mark, "draft-mark", in_sheet("draft", "mark", "text")))
            yield Fragment(None, tuple(self._line_numbers(side.lines, draft)))
        for style, role, origin in styles:
            if style is not None and (side.label or "{page}" not in style.text):
                here = in_sheet(role, "left_text") if side.left_hand and style.left_text else origin
                yield self._line(style, role, here, side)

    def watermark(self) -> Watermark | None:
        """The text behind every page of a draft."""
        draft = self.sheet.style.draft
        if draft is None:
            return None
        look = self.sheet.looks.block("watermark")
        runs = furniture_runs(draft.watermark, self.metadata, in_sheet("draft", "watermark"))
        room = Measure(-_FAR, -_FAR, _FAR, "centre", look.line)
        (line,) = self.setter.lines(runs, "watermark", None, room)
        return Watermark(tuple(replace(piece, y=piece.y - look.line / 2) for piece in line.texts), draft.angle)

    def _line(self, style: FurnitureStyle, role: BlockRole, origin: Origin, side: Side) -> Fragment:
        area, looks = self.sheet.area, self.sheet.looks
        look = looks.block(role)
        text = (style.left_text if side.left_hand else None) or style.text
        roles: tuple[RunRole, ...] = ("page-number",) if "page-number" in self.sheet.style.runs else ()
        number = Run(side.label or "", roles, None, origin)
        runs = furniture_runs(text, self.metadata, origin, number=number, part=side.part)
        outside: Align = "left" if side.left_hand else "right"
        align: Align = outside if style.side == "outside" else style.side
        inset = style.inset.points(looks.block("base").size, looks.line())
        room = Measure(inset, inset, area.width - inset, align, look.line)
        lines = self.setter.lines(runs, role, None, room)
        gap = style.gap.points(look.size, looks.line())
        middle = area.top - gap if role == "header" else area.paper_height - area.bottom + gap
        first = middle - look.line / 2 - (look.line * (len(lines) - 1) if role == "header" else 0.0)
        placed = (_moved(line.texts, area.left, first + number * look.line) for number, line in enumerate(lines))
        return Fragment(None, tuple(piece for pieces in placed for piece in pieces))

    def _line_numbers(self, lines: Sequence[NumberedLine], draft: DraftStyle) -> Iterator[TextPiece]:
        """Every so many lines a number on the same baseline, left of the line."""
        look = self.sheet.looks.block("line-number")
        edge = self.sheet.area.left - draft.lines.gap.points(look.size, self.sheet.looks.line())
        for number in range(draft.lines.every, len(lines) + 1, draft.lines.every):
            beside = lines[number - 1]
            room = Measure(-_FAR, -_FAR, edge + beside.left, "right", look.line)
            for line in self.setter.lines((Run(str(number)),), "line-number", None, room):
                yield from (replace(piece, y=beside.y) for piece in line.texts)


def _moved(pieces: Sequence[TextPiece], right: float, down: float) -> tuple[TextPiece, ...]:
    return tuple(replace(piece, x=right + piece.x, y=down + piece.y) for piece in pieces)
