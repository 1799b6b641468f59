"""Blocks of the document to rows."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.document import Block, Cards, Chart, Cover, Document, Heading, Paragraph, Table
from reportgen.layout.cards import CardSetter
from reportgen.layout.chart import ChartSetter
from reportgen.layout.model import PlacedPicture, Rectangle
from reportgen.layout.numbered import Placement, numbered_lines
from reportgen.layout.rows import Box, Row, Stand, line_row
from reportgen.layout.setting import Setter
from reportgen.layout.table import TableSetter
from reportgen.pictures import Picture
from reportgen.style import BlockLook, Looks, StyleSheet

_LINES_KEPT = 2
"""Lines of what follows that a heading takes with it (T55)."""


class Stacker:
    """Turns blocks into rows, one after another, for a type area of a given width and height in points."""

    def __init__(self, sheet: StyleSheet, looks: Looks, setter: Setter, width: float, height: float) -> None:
        self._looks = looks
        self._setter = setter
        self._width = width
        self._tables = TableSetter(sheet, looks, setter, width, height)
        self._charts = ChartSetter(sheet, looks, setter, width)
        self._cards = CardSetter(sheet, looks, setter, width)
        self._card_style = sheet.cards
        self._logo_style = sheet.logo
        self._chart_style = sheet.metrics.chart if sheet.metrics else None

    def cover(self, document: Document, logo: Picture | None) -> list[Row]:
        """The rows of the cover; where it names the logo, the picture."""
        rows: list[Row] = []
        after = 0.0
        for index, block in enumerate(document.blocks):
            for part, line in enumerate(block.lines if isinstance(block, Cover) else ()):
                if isinstance(line, Paragraph):
                    look = self._looks.block(line.role)
                    made = list(self._rows(line, index, look, same_box=False))
                elif logo is not None:
                    look = self._looks.block("cover-logo")
                    made = [self._logo(logo, index, look)]
                else:
                    continue
                made[0] = replace(made[0], space=after + look.before)
                rows += (replace(row, part=part) for row in made)
                after = look.after
        return rows

    def _logo(self, logo: Picture, index: int, look: BlockLook) -> Row:
        """A line with nothing but the picture, and the leading of a line of text (T7)."""
        assert self._logo_style is not None
        room = self._width - look.left - look.right
        width, height = logo.printed(self._logo_style.height.points(look.size, look.line), room)
        left = look.left + (room - width) * {"right": 1.0, "centre": 0.5}.get(look.align, 0.0)
        leading = look.line - look.size
        placed = PlacedPicture(left, leading / 2, width, height, logo)
        return Row(block=index, height=height + leading, is_figure=True, pictures=(placed,))

    def body(self, document: Document) -> list[Row]:
        """The rows of everything after cover and contents, kept together as headings and short paragraphs ask."""
        rows: list[Row] = []
        after = 0.0
        kept, keeps = 0, False
        previous: str | None = None
        before_it: Block | None = None
        for index, block in enumerate(document.blocks):
            if isinstance(block, Heading) and not (keeps and isinstance(before_it, Heading)):
                kept = 0  # what is left of an earlier heading's lines does not bind the next heading to it
            before_it = block
            if isinstance(block, (Heading, Paragraph)):
                look = self._looks.block(block.role)
                made = list(self._rows(block, index, look, same_box=block.role == previous))
                previous = block.role
                keeps, before, start, below = look.keep_next, look.before, look.start, look.after
                after = after if start == "none" else 0.0
            elif isinstance(block, Table):
                made = self._tables.rows(block, index)
                previous, keeps, before, start, below = None, False, 0.0, "none", 0.0
            elif isinstance(block, Cards) and self._card_style:
                made = self._cards.rows(block, index, self._card_style)
                previous, keeps, before, start, below = None, False, 0.0, "none", 0.0
            elif isinstance(block, Chart) and self._chart_style:
                made = [self._charts.row(block, index, self._chart_style)]
                previous, keeps, before, start, below = None, False, 0.0, "none", 0.0
            else:
                continue
            made[0] = replace(made[0], space=after + before, start=start, joined=kept > 0)
            made[1:kept] = [replace(row, joined=True) for row in made[1:kept]]
            kept = 0 if isinstance(block, Chart) else _LINES_KEPT if keeps else max(0, kept - len(made))
            after = below
            rows += made
        return rows

    def _rows(self, block: Heading | Paragraph, index: int, look: BlockLook, *, same_box: bool) -> Iterator[Row]:
        """The lines of one block, first and last kept with their neighbours (T53)."""
        placement = Placement(block.role, block.origin, self._width)
        lines = numbered_lines(block.ordinal, block.inlines, placement, self._looks, self._setter)
        box = self._box(block, index, look, same_box=same_box)
        stand = self._stand(block, look)
        for number, line in enumerate(lines):
            row = line_row(line, index, look.line)
            last = number == len(lines) - 1
            yield replace(
                row,
                stand=stand,
                is_line=True,
                joined=number == 1 or (number > 0 and (last or isinstance(block, Heading))),
                anchor=block.anchor if isinstance(block, Heading) and number == 0 else None,
                rectangles=(*row.rectangles, *self._rule(look)) if last else row.rectangles,
                box=box,
            )

    def _stand(self, block: Heading | Paragraph, look: BlockLook) -> Stand:
        """Headings take whole lines with their spaces; other text of the grid's own pitch stands on the grid (T51)."""
        if isinstance(block, Heading):
            return "heading"
        return "line" if look.line == self._looks.line() else "free"

    def _box(self, block: Heading | Paragraph, index: int, look: BlockLook, *, same_box: bool) -> Box | None:
        if look.fill is None:
            return None
        key = block.role if same_box or not isinstance(block, Heading) else f"{block.role}-{index}"
        return Box(key, look.left, self._width - look.right, look.pad, look.fill)

    def _rule(self, look: BlockLook) -> tuple[Rectangle, ...]:
        if look.rule is None:
            return ()
        top = look.line + look.rule.gap
        width = self._width - look.right - look.left
        return (Rectangle(look.left, top, width, look.rule.thickness, look.rule.colour),)
