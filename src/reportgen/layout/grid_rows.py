"""Grids to rows: entries side by side, all cells of a row as high as the highest."""

from collections.abc import Iterator
from itertools import count, pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Entry, Grid, Paragraph
from reportgen.layout.numbered import Placement, numbered_lines
from reportgen.layout.page_types import LABEL, Fragment, Rectangle, TextPiece
from reportgen.layout.rows import Row
from reportgen.layout.setting import Typesetter
from reportgen.style import GridLook, Looks

Edges = tuple[float, float]
"""Left and right from the left edge of the type area, in points."""


class GridTypesetter(Struct, frozen=True):
    """Sets grids across a type area ``width`` points wide.

    The slots of a row are its paragraphs, one by one, each after that of its ordinal if it has one.
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
            replace(row.with_content(block=block, part=part), joined=joined, soft=joined)
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
        height = 0.0
        for column, entry in enumerate(entries):
            left = look.left + column * (width + look.gap)
            for cell, edges in zip(entry.cells, _cells(left, width, look), strict=True):
                top = look.pad
                for paragraph in cell:
                    label = next(slots) if paragraph.ordinal else None
                    slot = next(slots)
                    for pieces, boxes, pitch in self._lines(paragraph, edges):
                        texts += (
                            replace(
                                piece,
                                y=piece.y + top,
                                slot=label if label is not None and piece.slot == LABEL else slot,
                            )
                            for piece in pieces
                        )
                        fills += (replace(box, y=box.y + top) for box in boxes)
                        top += pitch
                height = max(height, top + look.pad)
        paper = [self._rule(0.0, look)] if look.rule else []
        if look.fill:
            lefts = (look.left + column * (width + look.gap) for column in range(len(entries)))
            paper += (Rectangle(left, 0.0, width, height, look.fill) for left in lefts)
        return Row(content=Fragment(None, tuple(texts), (*paper, *fills)), height=height + look.gap)

    def _rule(self, top: float, look: GridLook) -> Rectangle:
        assert look.rule is not None
        return Rectangle(look.left, top, self.width - look.left, look.rule.thickness, look.rule.colour)

    def _lines(
        self, paragraph: Paragraph, edges: Edges
    ) -> Iterator[tuple[tuple[TextPiece, ...], tuple[Rectangle, ...], float]]:
        look = self.looks.block(paragraph.role)
        place = Placement(paragraph.role, paragraph.origin, edges[1], edges[0])
        for line in numbered_lines(paragraph.ordinal, paragraph.inlines, place, self.looks, self.setter):
            yield line.texts, line.fills, look.line


def _cells(left: float, width: float, look: GridLook) -> Iterator[Edges]:
    """The room of the texts of an entry's cells."""
    whole = sum(look.shares)
    edges = [left + width * sum(look.shares[:number]) / whole for number in range(len(look.shares) + 1)]
    return ((begins + look.inset, ends - look.inset) for begins, ends in pairwise(edges))
