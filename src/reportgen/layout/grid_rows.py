"""Grids to rows: entries side by side, all cells of a row as high as the highest."""

from collections.abc import Iterator
from itertools import count, pairwise
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import CellBlock, Chart, Entry, Grid, Paragraph
from reportgen.layout.chart import ChartTypesetter
from reportgen.layout.numbered import Placement, numbered_lines
from reportgen.layout.page_types import ASIDE, LABEL, Fragment, Rectangle, TextPiece
from reportgen.layout.pages import shifted
from reportgen.layout.rows import Row
from reportgen.layout.setting import Typesetter
from reportgen.style import GridLook, Looks

Edges = tuple[float, float]
"""Left and right from the left edge of the type area, in points."""


class _Placed(Struct, frozen=True):
    """What a block of a cell puts on its row, y from its own top, and how high it is in points."""

    height: float
    texts: tuple[TextPiece, ...] = ()
    fills: tuple[Rectangle, ...] = ()
    figures: tuple[Fragment, ...] = ()


class GridTypesetter(Struct, frozen=True):
    """Sets grids across a type area ``width`` points wide.

    The slots of a row are what is in its cells, one by one, each after that of its ordinal if it has one.
    """

    looks: Looks
    setter: Typesetter
    width: float

    def rows(self, grid: Grid, block: int) -> list[Row]:
        """The rows of a grid, each with the gap below it; ruled above each and below the last where it has rules."""
        look = self.looks.grid(grid.kind)
        rows = [self._row(entries, grid.across, look) for entries in grid.rows]
        if look.rule:
            last = rows[-1]
            rows[-1] = last.with_content(rectangles=(*last.content.rectangles, self._rule(last.height, look)))
        together = [False, *(self._keeps_next(entries) for entries in grid.rows)]
        return [
            replace(row.within(block, part), joined=joined, soft=joined)
            for part, (row, joined) in enumerate(zip(rows, together, strict=False))
        ]

    def _keeps_next(self, entries: tuple[Entry, ...]) -> bool:
        """Whether all that is printed in a row keeps with what follows, as Word asks of rows."""
        return all(self.looks.block(each.role).keep_next for entry in entries for each in entry.paragraphs)

    def _row(self, entries: tuple[Entry, ...], across: int, look: GridLook) -> Row:
        width = (self.width - look.left - look.gap * (across - 1)) / across
        slots = count()
        texts: list[TextPiece] = []
        fills: list[Rectangle] = []
        figures: list[Fragment] = []
        height = 0.0
        for column, entry in enumerate(entries):
            left = look.left + column * (width + look.gap)
            for cell, edges in zip(entry.cells, _cells(left, width, look), strict=True):
                top = look.pad
                for block in cell:
                    label = next(slots) if isinstance(block, Paragraph) and block.ordinal else LABEL
                    slot = next(slots)
                    placed = self._block(block, edges)
                    texts += (
                        replace(piece, y=piece.y + top, slot={ASIDE: ASIDE, LABEL: label}.get(piece.slot, slot))
                        for piece in placed.texts
                    )
                    fills += (replace(box, y=box.y + top) for box in placed.fills)
                    figures += (_in_slot(shifted(each, edges[0], top), slot) for each in placed.figures)
                    top += placed.height
                height = max(height, top + look.pad)
        paper = [self._rule(0.0, look)] if look.rule else []
        if look.fill:
            lefts = (look.left + column * (width + look.gap) for column in range(len(entries)))
            paper += (Rectangle(left, 0.0, width, height, look.fill) for left in lefts)
        content = Fragment(None, tuple(texts), (*paper, *fills))
        return Row(content=content, height=height + look.gap, figures=tuple(figures))

    def _rule(self, top: float, look: GridLook) -> Rectangle:
        assert look.rule is not None
        return Rectangle(look.left, top, self.width - look.left, look.rule.thickness, look.rule.colour)

    def _block(self, block: CellBlock, edges: Edges) -> _Placed:
        match block:
            case Paragraph():
                return self._paragraph(block, edges)
            case Chart():
                chart_look = self.looks.chart(block.place)
                assert chart_look is not None  # without a look no charts are composed
                charts = ChartTypesetter(self.looks, self.setter, edges[1] - edges[0])
                above = self.looks.block(chart_look.role).before
                figure = shifted(charts.figure(block, 0, chart_look), 0.0, above)
                return _Placed(above + chart_look.height, figures=(figure,))
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph, edges: Edges) -> _Placed:
        """The lines of a paragraph with the space above and below it, and its rule."""
        look = self.looks.block(paragraph.role)
        room = Placement(paragraph.role, paragraph.origin, edges[1], edges[0])
        texts: list[TextPiece] = []
        fills: list[Rectangle] = []
        top = look.before
        for line in numbered_lines(paragraph.ordinal, paragraph.inlines, room, self.looks, self.setter):
            texts += (replace(piece, y=piece.y + top) for piece in line.texts)
            fills += (replace(box, y=box.y + top) for box in line.fills)
            top += look.line
        if look.rule:
            away = look.rule.gap + look.rule.thickness
            place = look.before - away if look.rule.above else top + look.rule.gap
            fills.append(Rectangle(edges[0], place, edges[1] - edges[0], look.rule.thickness, look.rule.colour))
        return _Placed(top + look.after, tuple(texts), tuple(fills))


def _in_slot(figure: Fragment, slot: int) -> Fragment:
    """A figure that is content of a slot, its texts too."""
    return replace(figure, slot=slot, texts=tuple(replace(piece, slot=slot) for piece in figure.texts))


def _cells(left: float, width: float, look: GridLook) -> Iterator[Edges]:
    """The room of the texts of an entry's cells."""
    whole = sum(look.shares)
    edges = [left + width * sum(look.shares[:number]) / whole for number in range(len(look.shares) + 1)]
    return ((begins + look.inset, ends - look.inset) for begins, ends in pairwise(edges))
