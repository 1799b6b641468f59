"""Grids: tables without a head, whose cells hold paragraphs of their own."""

from typing import assert_never

from reportgen.document import CellBlock, Chart, Entry, FittedSheet, Grid, Paragraph
from reportgen.docx.chart_parts import ChartWriter
from reportgen.docx.inline_writer import InlineWriter
from reportgen.docx.names import GRID_STYLES, WordStyle
from reportgen.docx.table_styles import PAGE, open_gaps
from reportgen.docx.word_styles import section_end
from reportgen.docx.xml import FREE_NEXT, KEEP_NEXT, attribute, twips, whole_parts
from reportgen.style import GridLook

_NO_PAPER = f'<w:shd w:val="clear" w:color="auto" w:fill="{PAGE}"/>'


def _kept(row: int, grid: Grid) -> str:
    """What keeps a row with the next, or frees it, where its style does not; a task is free of the next one."""
    paging = grid.paging
    if row in paging.freed or (grid.kind == "task_rows" and row == len(grid.rows) - 1):
        return FREE_NEXT
    return KEEP_NEXT if row in paging.rows else ""


def _indent(look: GridLook) -> str:
    return f'<w:tblInd w:w="{twips(look.left)}" w:type="dxa"/>' if look.left else ""


class GridWriter:
    """Writes the grids of one document."""

    def __init__(self, sheet: FittedSheet, inlines: InlineWriter, charts: ChartWriter) -> None:
        self._sheet = sheet
        self._charts = charts
        self._inlines = inlines

    def xml(self, grid: Grid) -> str:
        """A table; its title is what a screen reader says of it."""
        self._inlines.used.grids[grid.kind] = None
        look = self._sheet.looks.grid(grid.kind)
        title = grid.title or GRID_STYLES[grid.kind].name
        # Gaps wider than borders can be are room at the end of cells; the last one is beyond the type area.
        beyond = look.gap if open_gaps(look) else 0.0
        entry_width = twips(self._sheet.area.width - look.left + beyond) // grid.across
        widths = list(whole_parts(entry_width, look.shares))
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths * grid.across)
        rows = "".join(self._row(row, grid.across, widths, _kept(number, grid)) for number, row in enumerate(grid.rows))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID_STYLES[grid.kind].identifier}"/>'
            f'<w:tblW w:w="{entry_width * grid.across}" w:type="dxa"/>'
            f'{_indent(look)}<w:tblLayout w:type="fixed"/><w:tblCaption w:val={attribute(title)}/>'
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, entries: tuple[Entry, ...], across: int, widths: list[int], kept: str) -> str:
        cells = "".join(
            self._cell(cell, width, kept) for entry in entries for cell, width in zip(entry.cells, widths, strict=True)
        )
        rest = (across - len(entries)) * len(widths)
        if rest:
            # Not w:gridAfter: LibreOffice 7.4 shades what it leaves out.
            span = f'<w:gridSpan w:val="{rest}"/>' if rest > 1 else ""
            width = sum(widths) * (across - len(entries))
            cells += (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{_NO_PAPER}</w:tcPr>{self._nothing()}</w:tc>'
            )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cell(self, blocks: tuple[CellBlock, ...], width: int, kept: str) -> str:
        written = "".join(self._block(block, kept) for block in blocks)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{written or self._nothing()}</w:tc>'

    def _block(self, block: CellBlock, kept: str) -> str:
        match block:
            case Paragraph():
                role, inner = block.role, self._inlines.write(block.role, block.inlines)
            case Chart():
                role, inner = self._charts.role(block), self._charts.drawing_xml(block)
            case _:
                assert_never(block)
        return f'<w:p><w:pPr><w:pStyle w:val="{self._inlines.use(WordStyle(role))}"/>{kept}</w:pPr>{inner}</w:p>'

    def _nothing(self) -> str:
        """The paragraph that a cell cannot be without."""
        self._inlines.used.section_end = True
        return section_end("")
