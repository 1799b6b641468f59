"""Cards to rows: as many side by side as the style sheet says, all of a row as high as the highest."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import CARD_ROLES, Card, Cards, Inlines
from reportgen.layout.lines import Measure
from reportgen.layout.model import Rectangle, TextPiece
from reportgen.layout.rows import Row
from reportgen.layout.setting import Setter
from reportgen.style import BlockRole, CardsStyle, Looks, StyleSheet


class CardSetter(Struct, frozen=True):
    """Sets cards across a type area ``width`` points wide; the slots of a row are its cards' lines, one by one."""

    sheet: StyleSheet
    looks: Looks
    setter: Setter
    width: float

    def rows(self, cards: Cards, block: int, style: CardsStyle) -> list[Row]:
        """The rows of some cards, each with the gap below it."""
        count = cards.columns
        starts = range(0, len(cards.cards), count)
        return [self._row(cards.cards[start : start + count], block, part, style) for part, start in enumerate(starts)]

    def _row(self, cards: tuple[Card, ...], block: int, part: int, style: CardsStyle) -> Row:
        base = self.looks.block("base")
        gap, pad = (length.points(base.size, base.line) for length in (style.gap, style.pad))
        width = (self.width - gap * (style.columns - 1)) / style.columns
        texts: list[TextPiece] = []
        fills: list[Rectangle] = []
        height = 0.0
        for column, card in enumerate(cards):
            left = column * (width + gap)
            top = pad
            for line, (role, inlines) in enumerate(card.roles):
                for pieces, boxes, pitch in self._lines(inlines, role, card, (left + pad, left + width - pad)):
                    texts += (replace(piece, y=piece.y + top, slot=len(CARD_ROLES) * column + line) for piece in pieces)
                    fills += (replace(box, y=box.y + top) for box in boxes)
                    top += pitch
            height = max(height, top + pad)
        fill = self.sheet.colours[style.fill]
        paper = [Rectangle(column * (width + gap), 0.0, width, height, fill) for column in range(len(cards))]
        return Row(block=block, height=height + gap, texts=tuple(texts), rectangles=(*paper, *fills), part=part)

    def _lines(
        self, inlines: Inlines, role: BlockRole, card: Card, edges: tuple[float, float]
    ) -> Iterator[tuple[tuple[TextPiece, ...], tuple[Rectangle, ...], float]]:
        if not inlines:
            return
        look = self.looks.block(role)
        room = Measure(edges[0], edges[0], edges[1], look.align, look.line)
        for line in self.setter.lines(inlines, role, card.origin, room):
            yield line.texts, line.fills, look.line
