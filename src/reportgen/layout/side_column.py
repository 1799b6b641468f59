"""What stands beside a heading in the side column: its ordinal, and a figure of the text under it."""

from collections.abc import Sequence
from math import ceil
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import CellBlock, Chart, FittedSheet, Heading, Paragraph, Run, ordinal_drop, side_of, side_role
from reportgen.fonts import EM_TOP
from reportgen.layout.chart import ChartTypesetter
from reportgen.layout.lines import Measure
from reportgen.layout.page_types import Fragment, Rectangle, TextPiece
from reportgen.layout.pages import shifted
from reportgen.layout.rows import Row, baseline
from reportgen.layout.setting import Typesetter
from reportgen.style import BlockRole, SideArea, Strip


class SideTypesetter(Struct, frozen=True):
    """Sets what is beside headings."""

    sheet: FittedSheet
    setter: Typesetter

    def with_beside(self, row: Row, heading: Heading, index: int) -> Row:
        """The first row of a heading with its ordinal, its rule over column and text, and the lines beside it."""
        side = side_of(heading, self.sheet)
        if side is None:
            return row
        fragments = []
        bottom = row.height
        role = side_role(heading, self.sheet)
        if role and row.content.rectangles:
            fragments.append(_over_both(row, index, side))
            row = row.with_content(rectangles=())
        if role and heading.ordinal:
            top = self._ordinal_top(role, heading, row)
            run = Run(heading.ordinal.text, ("ordinal",), None, heading.ordinal.origin)
            number = Paragraph(role, (run,), heading.origin)
            placed, bottom = self._stack([number], top, side.column)
            fragments += (replace(each, block=index) for each in placed)
        if heading.beside:
            placed, bottom = self._stack(heading.beside, bottom, side.column)
            fragments += placed
        return replace(row, beside=tuple(fragments), reach=bottom if heading.beside or role else 0.0)

    def _ordinal_top(self, role: BlockRole, heading: Heading, row: Row) -> float:
        """The top of the ordinal's line."""
        look = self.sheet.looks.block(role)
        own = (look.line - look.size) / 2 + EM_TOP * look.size
        return baseline(row) + ordinal_drop(heading.level, look) - own

    def _stack(self, blocks: Sequence[CellBlock], top: float, column: Strip) -> tuple[list[Fragment], float]:
        """What is under one another from a height on, which is no content, and where it ends."""
        fragments: list[Fragment] = []
        for block in blocks:
            match block:
                case Paragraph():
                    placed, top = self._paragraph(block, top, column)
                case Chart():
                    placed, top = self._chart(block, top, column)
                case _:
                    assert_never(block)
            fragments.append(placed)
        return fragments, top

    def _paragraph(self, paragraph: Paragraph, top: float, column: Strip) -> tuple[Fragment, float]:
        look = self.sheet.looks.block(paragraph.role)
        left, right = column.left + look.left, column.left + column.width - look.right
        top += look.before
        pieces: list[TextPiece] = []
        for line in self.setter.lines(
            paragraph.inlines, paragraph.role, paragraph.origin, Measure(left, left, right, look.align, look.line)
        ):
            pieces += (replace(piece, y=piece.y + top) for piece in line.texts)
            top += look.line
        return Fragment(None, tuple(pieces), mirror=column.mirror), top + look.after

    def _chart(self, chart: Chart, top: float, column: Strip) -> tuple[Fragment, float]:
        look = self.sheet.looks.chart(chart.place)
        assert look is not None  # without a look no charts are composed
        figure = ChartTypesetter(self.sheet.looks, self.setter, column.width).figure(chart, 0, look)
        placed = replace(shifted(figure, column.left, top), block=None, mirror=column.mirror)
        return placed, top + look.height


def _over_both(row: Row, index: int, side: SideArea) -> Fragment:
    """The rule of a heading from the outer edge of the side column to that of the text."""
    rules = (
        Rectangle(side.both.left, rule.y, side.both.width, rule.height, rule.colour) for rule in row.content.rectangles
    )
    return Fragment(index, rectangles=tuple(rules), mirror=side.both.mirror)


def room_made(rows: Sequence[Row], pitch: float) -> tuple[list[Row], dict[int, float]]:
    """The rows with room for what stands beside them: on one page with so many that follow, the last of them higher.

    The second is by how much, in points, by the blocks of such rows: whole lines of the grid with this ``pitch``, on
    which what follows stays without more space, which Word would not add.
    Those that follow end where something else stands beside a row, or where one has the whole width.
    """
    made = list(rows)
    below: dict[int, float] = {}
    for index, row in enumerate(made):
        if not row.reach:
            continue
        bottom, last = row.height, index
        while bottom < row.reach and last + 1 < len(made) and _goes_on(made[last + 1]):
            last += 1
            made[last] = replace(made[last], joined=True)
            bottom += made[last].space + made[last].height
        if not _has_figures(row):
            bottom += sum(after.space for after in made[last + 1 : last + 2] if after.joined)
        if bottom < row.reach:
            room = ceil((row.reach - bottom) / pitch) * pitch
            made[last] = replace(made[last], height=made[last].height + room)
            block = made[last].content.block
            assert block is not None
            below[block] = room
    return made, below


def _has_figures(row: Row) -> bool:
    """Whether more than an ordinal is beside a row, which the space above the next heading has to part from its own."""
    return any(each.block is None for each in row.beside)


def _goes_on(row: Row) -> bool:
    return row.strip is not None and row.start == "none" and not row.reach
