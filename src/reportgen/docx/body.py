"""Blocks of the document to the paragraphs and tables of the body."""

from collections.abc import Iterator, Mapping

from reportgen.characters import latin_marks
from reportgen.document import Contents, Cover, Document, Heading, Inlines, Paragraph, Run, Table
from reportgen.docx.bookmarks import Bookmarks
from reportgen.docx.contents import contents_xml
from reportgen.docx.measures import Measures
from reportgen.docx.numbering import Numbering
from reportgen.docx.styles import TABLE_STYLE, Used, run_style_id, section_end, style_id
from reportgen.docx.xml import runs_of, twips
from reportgen.style import CONTENTS_ROLES, BlockRole, Looks, StyleSheet

_TABLE_LOOK = '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'


class Body:
    """Writes the blocks of one document; remembers which styles they use.

    ``xml`` gives three stretches: cover, contents, and the rest, each to become a section of its own.
    """

    def __init__(
        self, document: Document, sheet: StyleSheet, looks: Looks, measures: Measures, page_labels: Mapping[str, str]
    ) -> None:
        self.numbering = Numbering(sheet, looks)
        self.used = Used()
        self._bookmarks = Bookmarks()
        self._document = document
        self._sheet = sheet
        self._looks = looks
        self._measures = measures
        self._page_labels = page_labels

    def xml(self) -> tuple[str, str, str]:
        """Cover, contents, body; a table at the very end gets the paragraph Word would add, as low as that can be."""
        cover: list[str] = []
        contents: list[str] = []
        body: list[str] = []
        for block in self._document.blocks:
            if isinstance(block, Cover):
                cover += (self._paragraph(line) for line in block.lines)
            elif isinstance(block, Contents):
                contents.append(self._contents(block))
            elif isinstance(block, Table):
                body.append(self._table(block))
            else:
                body.append(self._paragraph(block))
        if self._document.blocks and isinstance(self._document.blocks[-1], Table):
            body.append(self.section_end())
        return "".join(cover), "".join(contents), "".join(body)

    def section_end(self, section: str = "") -> str:
        """The empty paragraph that ends a section, with its properties, or the file after a table."""
        self.used.section_end = True
        return section_end(section)

    def _contents(self, block: Contents) -> str:
        self._use("contents-title")
        for level in range(1, block.levels + 1):
            self._use(CONTENTS_ROLES[level])
        return contents_xml(self._document, block, self._looks, self._bookmarks, self._page_labels)

    def _paragraph(self, block: Heading | Paragraph) -> str:
        number = ""
        if block.ordinal is not None:
            identifier = self.numbering.list_of(block.ordinal, block.role)
            number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{identifier}"/></w:numPr>'
        inner = self._inlines(block.inlines)
        if isinstance(block, Heading):
            inner = self._bookmarks.heading(block.anchor, inner)
        return f'<w:p><w:pPr><w:pStyle w:val="{self._use(block.role)}"/>{number}</w:pPr>{inner}</w:p>'

    def _inlines(self, inlines: Inlines) -> str:
        """Runs; which marks are Latin is decided by the whole paragraph, as in the PDF."""
        text = "".join(run.text for run in inlines)
        marks = latin_marks(text)
        position = first = 0
        written: list[str] = []
        for run in inlines:
            end = position + len(run.text)
            inside: list[tuple[int, int]] = []
            while first < len(marks) and marks[first][0] < end:
                start, stop = marks[first]
                inside.append((max(start, position) - position, min(stop, end) - position))
                if stop > end:
                    break
                first += 1
            written.append(self._run(run, inside))
            position = end
        return "".join(written)

    def _run(self, run: Run, latin: list[tuple[int, int]]) -> str:
        if run.roles:
            self.used.runs[run.roles] = None
        written = runs_of(run.text, run_style_id(run.roles), latin)
        return self._bookmarks.metric(run.metric, written) if run.metric else written

    def _use(self, role: BlockRole) -> str:
        self.used.roles[role] = None
        return style_id(role)

    def _table(self, table: Table) -> str:
        """A table as wide as the type area; its head repeats and no row is split (T16, T109)."""
        self.used.table = True
        widths = self._column_widths(table)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = [self._row(table.head, widths, "table-head", "<w:cantSplit/><w:tblHeader/>")]
        rows += (self._row(row, widths, "table-cell", "<w:cantSplit/>") for row in table.rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{_TABLE_LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
        )

    def _row(self, cells: tuple[Inlines, ...], widths: list[int], role: BlockRole, properties: str) -> str:
        style = self._use(role)
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{self._inlines(cell)}</w:p></w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>"

    def _column_widths(self, table: Table) -> list[int]:
        shares = [float(getattr(self._sheet.tables, column)) for column in table.columns]
        total = twips(self._measures.width)
        return list(_whole_parts(total, shares))


def _whole_parts(total: int, shares: list[float]) -> Iterator[int]:
    """Whole numbers that add up to the total, by shares."""
    used, share_used = 0, 0.0
    for share in shares:
        share_used += share
        edge = round(total * share_used / sum(shares))
        yield edge - used
        used = edge
