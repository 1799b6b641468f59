"""Sections of the file: paper, margins, page numbers, and the furniture of their pages."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.section import Section, _Footer, _Header
from msgspec.structs import replace

from reportgen.document import Metadata, furniture_text
from reportgen.docx.measures import Measures
from reportgen.docx.numbering import NUMBER_FORMATS
from reportgen.docx.styles import style_id
from reportgen.docx.xml import field, parse_children, runs_of, twips
from reportgen.style import FurnitureStyle, Looks, PageStart, StyleSheet, ordinal_format

_STARTS: dict[PageStart, str] = {"none": "continuous", "page": "nextPage", "odd": "oddPage"}


def section_xml(sheet: StyleSheet, looks: Looks, measures: Measures, start: PageStart, numbers: str | None) -> str:
    """Section properties; ``numbers`` is the format of page numbers that begin at 1 here, None without (T100, T101)."""
    page = sheet.page
    left, right, top, bottom = (twips(length.points()) for length in (page.left, page.right, page.top, page.bottom))
    pattern = ordinal_format(numbers) if numbers else None
    numbering = f'<w:pgNumType w:fmt="{NUMBER_FORMATS[pattern.counter]}" w:start="1"/>' if pattern is not None else ""
    return (
        f'<w:sectPr><w:type w:val="{_STARTS[start]}"/>'
        f'<w:pgSz w:w="{twips(page.width.points())}" w:h="{twips(page.height.points())}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{_distance(sheet.header, "header", top, looks)}"'
        f' w:footer="{_distance(sheet.footer, "footer", bottom, looks)}" w:gutter="0"/>{numbering}'
        f'<w:docGrid w:type="lines" w:linePitch="{measures.pitch}"/></w:sectPr>'
    )


def _distance(furniture: FurnitureStyle | None, role: str, margin: int, looks: Looks) -> int:
    """From the edge of the paper to the furniture's line, whose middle is ``gap`` away from the type area (T110)."""
    if furniture is None:
        return margin // 2
    look = looks.block("header" if role == "header" else "footer")
    gap = furniture.gap.points(look.size, looks.line())
    return max(0, margin - twips(gap + look.line / 2))


def write_furniture(
    document: WordDocument, numbers: Sequence[str | None], sheet: StyleSheet, looks: Looks, metadata: Metadata
) -> None:
    """Headers and footers of the last sections, a format of page numbers each; those before them have none.

    A section follows the one before it while both print alike; without page numbers, what would show one is left out.
    """
    sections = list(document.sections)[-len(numbers) :]
    for furniture, role in ((sheet.header, "header"), (sheet.footer, "footer")):
        if furniture is None:
            continue
        last: str | None = None
        for section, number in zip(sections, numbers, strict=True):
            text = _with_format(furniture.text, number)
            if text is None or text == last:
                continue
            last = text
            _write_sides(section, replace(furniture, text=text), role, sheet, looks, metadata)
    document.settings.odd_and_even_pages_header_footer = _outside(sheet)
    if sheet.page.facing:
        # Before all that the template has, as the schema orders settings (ISO/IEC 29500-1 17.15.1.78).
        document.settings.element.insert(0, OxmlElement("w:mirrorMargins"))


def _with_format(text: str, number: str | None) -> str | None:
    """The text with what the format puts around page numbers, which Word's own formats cannot hold."""
    if "{page}" not in text:
        return text
    pattern = ordinal_format(number) if number else None
    return text.replace("{page}", f"{pattern.before}{{page}}{pattern.after}") if pattern else None


def _write_sides(
    section: Section, furniture: FurnitureStyle, role: str, sheet: StyleSheet, looks: Looks, metadata: Metadata
) -> None:
    """The furniture of odd pages, and of even ones where any furniture stands outside."""
    odd, even = (
        (section.header, section.even_page_header) if role == "header" else (section.footer, section.even_page_footer)
    )
    _write(odd, furniture, role, "right" if furniture.side == "outside" else furniture.side, looks, metadata)
    if _outside(sheet):
        _write(even, furniture, role, "left" if furniture.side == "outside" else furniture.side, looks, metadata)


def _outside(sheet: StyleSheet) -> bool:
    return any(furniture is not None and furniture.side == "outside" for furniture in (sheet.header, sheet.footer))


def _write(
    part: _Header | _Footer, furniture: FurnitureStyle, role: str, side: str, looks: Looks, metadata: Metadata
) -> None:
    """One paragraph with the text of the furniture, page numbers as fields."""
    part.is_linked_to_previous = False
    inset = twips(furniture.inset.points(looks.block("base").size, looks.line()))
    justification = {"left": "left", "centre": "center", "right": "right"}[side]
    pieces = [furniture_text(piece, metadata) for piece in furniture.text.split("{page}")]
    inner = field("PAGE", "1").join(runs_of(piece) if piece else "" for piece in pieces)
    style = style_id("header" if role == "header" else "footer")
    paragraph = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="{inset}" w:right="{inset}" w:firstLineChars="0"'
        f' w:firstLine="0"/><w:jc w:val="{justification}"/></w:pPr>{inner}</w:p>'
    )
    root = part._element
    for child in list(root):
        root.remove(child)
    root.extend(parse_children(paragraph))
