"""Sections of the file: paper, margins, page numbers, line numbers."""

from reportgen.document import FittedSheet
from reportgen.docx.body import SectionSpan
from reportgen.docx.endnotes import numbers_xml
from reportgen.docx.headers_footers import Furniture
from reportgen.docx.numbering import NUMBER_FORMATS
from reportgen.docx.word_units import Measures
from reportgen.docx.xml import twips
from reportgen.style import PageStart, ordinal_format

_STARTS: dict[PageStart, str] = {"none": "continuous", "page": "nextPage", "odd": "oddPage"}


def section_xml(
    span: SectionSpan, references: str, sheet: FittedSheet, furniture: Furniture, measures: Measures
) -> str:
    """The properties of a section; ``references`` name its headers and footers (T100, T101)."""
    area = sheet.area
    beside = area.cover_left if span.is_cover else area.left
    margins = (beside, area.left + area.right - beside, area.top, area.bottom)
    left, right, top, bottom = (twips(margin) for margin in margins)
    counted = f"<w:endnotePr>{numbers_xml(span.note_mark)}</w:endnotePr>" if span.note_mark else ""
    put_off = "" if span.holds_notes else "<w:noEndnote/>"
    return (
        f'<w:sectPr>{references}{counted}<w:type w:val="{_STARTS[span.start]}"/>'
        f'<w:pgSz w:w="{twips(area.paper_width)}" w:h="{twips(area.paper_height)}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{furniture.header_distance()}" w:footer="{furniture.footer_distance()}" w:gutter="0"/>'
        f"{_line_numbers(span, sheet)}{_page_numbers(span)}{put_off}"
        f'<w:docGrid w:type="lines" w:linePitch="{measures.pitch}"/></w:sectPr>'
    )


def _page_numbers(span: SectionSpan) -> str:
    """How pages count, in which form, and from which number."""
    pattern = ordinal_format(span.numbers) if span.numbers else None
    form = f' w:fmt="{NUMBER_FORMATS[pattern.counter]}"' if pattern else ""
    start = f' w:start="{span.first}"' if span.first is not None else ""
    return f"<w:pgNumType{form}{start}/>" if form or start else ""


def _line_numbers(span: SectionSpan, sheet: FittedSheet) -> str:
    """The lines of the body are numbered in a draft, from 1 on every page; left of a side column, where there is one.

    Word has them at a distance from the margin, wherever the text begins.
    """
    draft = sheet.style.draft
    if draft is None or not span.is_body:
        return ""
    lines = draft.lines
    distance = twips(lines.gap.points() + (sheet.side.beyond if sheet.side else 0.0))
    return f'<w:lnNumType w:countBy="{lines.every}" w:distance="{distance}" w:restart="newPage"/>'
