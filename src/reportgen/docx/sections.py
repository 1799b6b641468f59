"""Sections of the file: paper, margins, page numbers, line numbers."""

from reportgen.docx.body import SectionSpan
from reportgen.docx.headers_footers import Furniture
from reportgen.docx.numbering import NUMBER_FORMATS
from reportgen.docx.word_units import Measures
from reportgen.docx.xml import twips
from reportgen.style import PageStart, StyleSheet, ordinal_format

_STARTS: dict[PageStart, str] = {"none": "continuous", "page": "nextPage", "odd": "oddPage"}


def section_xml(span: SectionSpan, references: str, sheet: StyleSheet, furniture: Furniture, measures: Measures) -> str:
    """The properties of a section; ``references`` name its headers and footers (T100, T101)."""
    page = sheet.page
    left, right, top, bottom = (twips(length.points()) for length in (page.left, page.right, page.top, page.bottom))
    return (
        f'<w:sectPr>{references}<w:type w:val="{_STARTS[span.start]}"/>'
        f'<w:pgSz w:w="{twips(page.width.points())}" w:h="{twips(page.height.points())}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{furniture.header_distance()}" w:footer="{furniture.footer_distance()}" w:gutter="0"/>'
        f"{_line_numbers(span, sheet)}{_page_numbers(span)}"
        f'<w:docGrid w:type="lines" w:linePitch="{measures.pitch}"/></w:sectPr>'
    )


def _page_numbers(span: SectionSpan) -> str:
    """How pages count: from 1, unless the section goes on with the one before."""
    pattern = ordinal_format(span.numbers) if span.numbers else None
    if pattern is None:
        return ""
    start = "" if span.continues else ' w:start="1"'
    return f'<w:pgNumType w:fmt="{NUMBER_FORMATS[pattern.counter]}"{start}/>'


def _line_numbers(span: SectionSpan, sheet: StyleSheet) -> str:
    """The lines of the body are numbered in a draft, from 1 on every page."""
    if sheet.draft is None or not span.is_body:
        return ""
    lines = sheet.draft.lines
    return f'<w:lnNumType w:countBy="{lines.every}" w:distance="{twips(lines.gap.points())}" w:restart="newPage"/>'
