"""Tables to rows: one head, repeated; rows never split (T16)."""

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import FieldPath
from reportgen.document import Run, Table
from reportgen.layout.lines import Line, Measure
from reportgen.layout.model import Rectangle, TextPiece
from reportgen.layout.rows import Row
from reportgen.layout.setting import Setter
from reportgen.style import BlockRole, Colour, Looks, StyleSheet

Positioned = TypeVar("Positioned", TextPiece, Rectangle)


class TableSetter(Struct, frozen=True):
    """Sets tables across a type area ``width`` points wide and ``height`` points high."""

    sheet: StyleSheet
    looks: Looks
    setter: Setter
    width: float
    height: float

    def rows(self, table: Table, block: int) -> list[Row]:
        """The rows of a table, the head first and given to every other row to repeat.

        A row is not split, unless it is higher than a page: then its lines run on under the head repeated.
        """
        style = self.sheet.tables
        edges = self._edges(table)
        fill = self.sheet.colours[style.head_fill] if style.head_fill else None
        (head,) = self._pieces(table.head, "table-head", ("metrics",), edges, fill, self.height)
        rows = [replace(head, block=block)]
        for part, (cells, origin) in enumerate(zip(table.rows, table.origins, strict=True), 1):
            for piece in self._pieces(cells, "table-cell", origin, edges, None, self.height - head.height):
                rows.append(replace(piece, block=block, joined=len(rows) == 1, head=rows[0], part=part))
        return rows

    def _edges(self, table: Table) -> list[float]:
        """The edges of the columns from the left edge of the type area, by the shares of the style sheet."""
        shares = [float(getattr(self.sheet.tables, column)) for column in table.columns]
        edges = [0.0]
        for share in shares:
            edges.append(edges[-1] + self.width * share / sum(shares))
        return edges

    def _pieces(
        self,
        cells: tuple[tuple[Run, ...], ...],
        role: BlockRole,
        origin: FieldPath,
        edges: list[float],
        fill: Colour | None,
        room: float,
    ) -> list[Row]:
        """One row as high as its highest cell, or several where it is higher than the room it has."""
        pitch = self.looks.block(role).line
        lines = [self._cell(runs, role, origin, edges[index : index + 2]) for index, runs in enumerate(cells)]
        count = max(len(cell) for cell in lines)
        most = max(1, int(room / pitch)) if role == "table-cell" else count
        return [
            self._row([cell[start : start + most] for cell in lines], role, fill, closes=start + most >= count)
            for start in range(0, count, most)
        ]

    def _row(self, lines: list[list[Line]], role: BlockRole, fill: Colour | None, *, closes: bool) -> Row:
        """A row of the lines of its cells, ruled below where it ``closes``, the head also above."""
        pitch = self.looks.block(role).line
        height = pitch * max(len(cell) for cell in lines)
        texts: list[TextPiece] = []
        boxes = [Rectangle(0.0, 0.0, self.width, height, fill)] if fill else []
        for column, cell in enumerate(lines):
            for number, line in enumerate(cell):
                texts += [replace(_lowered(piece, number * pitch), slot=column) for piece in line.texts]
                boxes += [_lowered(box, number * pitch) for box in line.fills]
        thickness = self.sheet.tables.rule.points(line=pitch)
        colour = self.sheet.colours[self.sheet.tables.colour]
        tops = [0.0] if role == "table-head" else []
        tops += [height - thickness] if closes else []
        boxes += [Rectangle(0.0, top, self.width, thickness, colour) for top in tops]
        return Row(block=None, height=height, texts=tuple(texts), rectangles=tuple(boxes))

    def _cell(self, runs: tuple[Run, ...], role: BlockRole, origin: FieldPath, edges: list[float]) -> list[Line]:
        look = self.looks.block(role)
        inset = self.sheet.tables.inset.points(look.size, look.line)
        room = Measure(edges[0] + inset, edges[0] + inset, edges[1] - inset, look.align, look.line)
        return self.setter.lines(runs, role, origin, room)


def _lowered(piece: Positioned, by: float) -> Positioned:
    return replace(piece, y=piece.y + by)
