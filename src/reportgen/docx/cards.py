"""Cards: a table without head or rules, a card a cell, its lines paragraphs of their own."""

from reportgen.document import Card, Cards
from reportgen.docx.inlines import InlineWriter
from reportgen.docx.measures import Measures
from reportgen.docx.names import CARDS_STYLE, WordStyle
from reportgen.docx.styles import PAGE, section_end
from reportgen.docx.xml import attribute, twips
from reportgen.style import CardsStyle, StyleSheet

_NO_PAPER = f'<w:shd w:val="clear" w:color="auto" w:fill="{PAGE}"/>'


class CardWriter:
    """Writes the cards of one document."""

    def __init__(self, sheet: StyleSheet, measures: Measures, inlines: InlineWriter) -> None:
        self._sheet = sheet
        self._measures = measures
        self._inlines = inlines

    def xml(self, cards: Cards, style: CardsStyle) -> str:
        """A table; its title is what a screen reader says of it."""
        self._inlines.used.cards = True
        width = twips(self._measures.width) // style.columns
        grid = f'<w:gridCol w:w="{width}"/>' * style.columns
        starts = range(0, len(cards.cards), style.columns)
        rows = (self._row(cards.cards[start : start + style.columns], style.columns, width) for start in starts)
        title = cards.title or style.title
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{CARDS_STYLE}"/><w:tblW w:w="{width * style.columns}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCaption w:val={attribute(title)}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(self, cards: tuple[Card, ...], columns: int, width: int) -> str:
        cells = "".join(self._cell(card, width) for card in cards)
        rest = columns - len(cards)
        if rest:
            # Not w:gridAfter: LibreOffice 7.4 shades what it leaves out.
            self._inlines.used.section_end = True
            span = f'<w:gridSpan w:val="{rest}"/>' if rest > 1 else ""
            cells += (
                f'<w:tc><w:tcPr><w:tcW w:w="{width * rest}" w:type="dxa"/>{span}{_NO_PAPER}</w:tcPr>'
                f"{section_end('')}</w:tc>"
            )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cell(self, card: Card, width: int) -> str:
        paragraphs = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{self._inlines.use(WordStyle(role))}"/></w:pPr>'
            f"{self._inlines.write(inlines)}</w:p>"
            for role, inlines in card.roles
            if inlines
        )
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'
