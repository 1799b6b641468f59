"""Tables: as wide as the type area, the head repeated, no row split, figures on their last digit (T16, T109)."""

from reportgen.document import (
    FIGURE_COLUMN,
    FittedSheet,
    Inlines,
    Table,
    column_widths,
    figure_widths,
    inline_text,
    number_end,
)
from reportgen.docx.inline_writer import InlineWriter
from reportgen.docx.names import TABLE_STYLE, WordStyle
from reportgen.docx.xml import KEEP_NEXT, attribute, twips, whole_parts

_TABLE_LOOK = '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'


class TableWriter:
    """Writes the tables of one document."""

    def __init__(self, sheet: FittedSheet, inlines: InlineWriter) -> None:
        self._sheet = sheet
        self._inlines = inlines

    def xml(self, table: Table) -> str:
        """A table; its title is what a screen reader says of it."""
        self._inlines.used.table = True
        widths = list(whole_parts(twips(self._sheet.area.width), column_widths(table, self._sheet)))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        stop = self._figure_stop(table, widths)
        cell = WordStyle("table-cell")
        styles = [
            WordStyle("table-cell", "figure") if stop and column == FIGURE_COLUMN else cell for column in table.columns
        ]
        if stop:
            self._inlines.used.figure_stop = stop
        heads = [WordStyle("table-head")] * len(widths)
        kept = {*table.groups, *table.paging.rows}
        rows = [self._row(table.head, widths, heads, "<w:cantSplit/><w:tblHeader/>")]
        rows += (
            self._row(row, widths, styles, "<w:cantSplit/>", KEEP_NEXT if number in kept else "")
            for number, row in enumerate(table.rows)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{_TABLE_LOOK}<w:tblCaption w:val={attribute(table.title)}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _row(
        self, cells: tuple[Inlines, ...], widths: list[int], styles: list[WordStyle], properties: str, kept: str = ""
    ) -> str:
        written: list[str] = []
        for cell, width, style in zip(cells, widths, styles, strict=True):
            tab_at = number_end(inline_text(cell)) if style.variant else None
            inner = self._inlines.write(style.role, cell, tab_at=tab_at)
            written.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
                f'<w:pStyle w:val="{self._inlines.use(style)}"/>{kept}</w:pPr>{inner}</w:p></w:tc>'
            )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(written)}</w:tr>"

    def _figure_stop(self, table: Table, widths: list[int]) -> int:
        """Where the numbers of the figure column end, in twips; 0 where its cells have not the room for one."""
        if FIGURE_COLUMN not in table.columns or not table.rows:
            return 0
        column = table.columns.index(FIGURE_COLUMN)
        look = self._sheet.looks.block("table-cell")
        inset = self._sheet.style.tables.inset.points(look.size, look.line)
        widest, _ = figure_widths(table, self._sheet)
        return twips(widest) if widest <= widths[column] / twips(1.0) - 2 * inset else 0
