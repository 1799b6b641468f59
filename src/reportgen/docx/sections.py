"""Sections of the file: paper, margins, page numbers, line numbers."""

from reportgen.docx.body import Stretch
from reportgen.docx.furniture import Furniture
from reportgen.docx.measures import Measures
from reportgen.docx.numbering import NUMBER_FORMATS
from reportgen.docx.xml import twips
from reportgen.style import PageStart, StyleSheet, ordinal_format

_STARTS: dict[PageStart, str] = {"none": "continuous", "page": "nextPage", "odd": "oddPage"}


def section_xml(stretch: Stretch, references: str, sheet: StyleSheet, furniture: Furniture, measures: Measures) -> str:
    """The properties of a section; ``references`` name its headers and footers (T100, T101)."""
    page = sheet.page
    left, right, top, bottom = (twips(length.points()) for length in (page.left, page.right, page.top, page.bottom))
    return (
        f'<w:sectPr>{references}<w:type w:val="{_STARTS[stretch.start]}"/>'
        f'<w:pgSz w:w="{twips(page.width.points())}" w:h="{twips(page.height.points())}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{furniture.header_distance()}" w:footer="{furniture.footer_distance()}" w:gutter="0"/>'
        f"{_line_numbers(stretch, sheet)}{_page_numbers(stretch)}"
        f'<w:docGrid w:type="lines" w:linePitch="{measures.pitch}"/></w:sectPr>'
    )


def _page_numbers(stretch: Stretch) -> str:
    """How pages count: from 1, unless the section goes on with the one before."""
    pattern = ordinal_format(stretch.numbers) if stretch.numbers else None
    if pattern is None:
        return ""
    start = "" if stretch.continues else ' w:start="1"'
    return f'<w:pgNumType w:fmt="{NUMBER_FORMATS[pattern.counter]}"{start}/>'


def _line_numbers(stretch: Stretch, sheet: StyleSheet) -> str:
    """The lines of the body are numbered in a draft, from 1 on every page."""
    if sheet.draft is None or not stretch.is_body:
        return ""
    lines = sheet.draft.lines
    return f'<w:lnNumType w:countBy="{lines.every}" w:distance="{twips(lines.gap.points())}" w:restart="newPage"/>'
