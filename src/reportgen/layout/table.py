"""Tables to rows: one head, repeated; rows never split (T16)."""

from itertools import accumulate, pairwise
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import FIGURE_COLUMN, FittedSheet, Inlines, Origin, Table, column_widths, marked_at, number_end
from reportgen.layout.lines import Line, Measure
from reportgen.layout.page_types import Fragment, Rectangle, TextPiece
from reportgen.layout.rows import Row
from reportgen.layout.setting import Typesetter
from reportgen.style import BlockRole, Colour
from reportgen.text.characters import LINE_SEPARATOR

Column = tuple[float, float, float]
"""Left and right edge from the left edge of the type area, and how far in the first line of a cell starts; points."""

Positioned = TypeVar("Positioned", TextPiece, Rectangle)


class TableTypesetter(Struct, frozen=True):
    """Sets tables across the type area of a sheet, on pages ``height`` points high."""

    sheet: FittedSheet
    setter: Typesetter
    height: float

    def rows(self, table: Table, block: int) -> list[Row]:
        """The rows of a table, the head first and given to every other row to repeat.

        A row is not split, unless it is higher than a page: then its lines run on under the head repeated.
        """
        style = self.sheet.style.tables
        columns = self._columns(table)
        fill = self.sheet.style.colours[style.head_fill] if style.head_fill else None
        (head,) = self._pieces(table.head, "table-head", None, columns, fill, self.height)
        rows = [head.with_content(block=block)]
        own = self._own_columns(table, columns)
        for part, (cells, origin, placed) in enumerate(zip(table.rows, table.origins, own, strict=True), 1):
            texts = tuple(
                self._unit_below(cell, column) if name == FIGURE_COLUMN else cell
                for name, cell, column in zip(table.columns, cells, placed, strict=True)
            )
            for piece in self._pieces(texts, "table-cell", origin, placed, None, self.height - head.height):
                row = piece.with_content(block=block, part=part)
                named = part - 2 in table.groups and rows[-1].content.part != part
                rows.append(replace(row, joined=len(rows) == 1 or named, head=rows[0]))
        return rows

    def _columns(self, table: Table) -> list[Column]:
        edges = accumulate(column_widths(table, self.sheet), initial=0.0)
        return [(left, right, 0.0) for left, right in pairwise(edges)]

    def _own_columns(self, table: Table, columns: list[Column]) -> list[list[Column]]:
        """The columns of every row, its figure moved to the right, so that all numbers end at one place (T16).

        What follows a number may turn over. None is moved where a number by itself does not fit its column.
        """
        if FIGURE_COLUMN not in table.columns:
            return [columns] * len(table.rows)
        place = table.columns.index(FIGURE_COLUMN)
        left, right, _ = columns[place]
        widths = [self._number_width(row[place]) for row in table.rows]
        most = max(widths, default=0.0)
        if most > right - left - 2 * self._inset("table-cell"):
            return [columns] * len(table.rows)
        return [[*columns[:place], (left, right, most - width), *columns[place + 1 :]] for width in widths]

    def _unit_below(self, cell: Inlines, column: Column) -> Inlines:
        """A figure, what follows its number on lines below where it has no room beside it."""
        left, right, start = column
        measured = self.setter.set(cell, "table-cell", None)
        end, room = number_end(measured.text), right - left - start - 2 * self._inset("table-cell")
        fits = measured.natural_end(len(measured.text))[1] <= room
        return cell if fits or not 0 < end < len(measured.text) else marked_at(cell, (end,), LINE_SEPARATOR)

    def _number_width(self, cell: Inlines) -> float:
        """How wide a figure is up to the last digit of its number."""
        measured = self.setter.set(cell, "table-cell", None)
        return measured.natural_end(number_end(measured.text))[1]

    def _pieces(
        self,
        cells: tuple[Inlines, ...],
        role: BlockRole,
        origin: Origin | None,
        columns: list[Column],
        fill: Colour | None,
        room: float,
    ) -> list[Row]:
        """One row as high as its highest cell, or several where it is higher than the room it has."""
        pitch = self.sheet.looks.block(role).line
        lines = [self._cell(runs, role, origin, column) for runs, column in zip(cells, columns, strict=True)]
        count = max(len(cell) for cell in lines)
        most = max(1, int(room / pitch)) if role == "table-cell" else count
        return [
            self._row([cell[start : start + most] for cell in lines], role, fill, closes=start + most >= count)
            for start in range(0, count, most)
        ]

    def _row(self, lines: list[list[Line]], role: BlockRole, fill: Colour | None, *, closes: bool) -> Row:
        """A row of the lines of its cells, ruled below where it ``closes``, the head also above."""
        pitch = self.sheet.looks.block(role).line
        height = pitch * max(len(cell) for cell in lines)
        texts: list[TextPiece] = []
        boxes = [Rectangle(0.0, 0.0, self.sheet.area.width, height, fill)] if fill else []
        for column, cell in enumerate(lines):
            for number, line in enumerate(cell):
                texts += [replace(_lowered(piece, number * pitch), slot=column) for piece in line.texts]
                boxes += [_lowered(box, number * pitch) for box in line.fills]
        thickness = self.sheet.style.tables.rule.points(line=pitch)
        colour = self.sheet.style.colours[self.sheet.style.tables.colour]
        tops = [0.0] if role == "table-head" else []
        tops += [height - thickness] if closes else []
        boxes += [Rectangle(0.0, top, self.sheet.area.width, thickness, colour) for top in tops]
        return Row(content=Fragment(None, tuple(texts), tuple(boxes)), height=height)

    def _cell(self, runs: Inlines, role: BlockRole, origin: Origin | None, column: Column) -> list[Line]:
        look = self.sheet.looks.block(role)
        inset = self._inset(role)
        left, right, start = column
        room = Measure(left + inset + start, left + inset, right - inset, look.align, look.line)
        return self.setter.lines(runs, role, origin, room)

    def _inset(self, role: BlockRole) -> float:
        look = self.sheet.looks.block(role)
        return self.sheet.style.tables.inset.points(look.size, look.line)


def _lowered(piece: Positioned, by: float) -> Positioned:
    return replace(piece, y=piece.y + by)
