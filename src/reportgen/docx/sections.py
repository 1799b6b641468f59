"""Sections of the file: paper, margins, page numbers, and the furniture of their pages."""

from docx.document import Document as WordDocument
from docx.section import _Footer, _Header

from reportgen.docx.measures import Measures
from reportgen.docx.styles import style_id
from reportgen.docx.xml import field, parse_children, runs_of, twips
from reportgen.style import FurnitureStyle, Looks, PageStart, StyleSheet, ordinal_format

_NUMBER_FORMATS = {"decimal": "decimal", "chinese": "chineseCounting", "circled": "decimal", "roman": "lowerRoman"}
_STARTS: dict[PageStart, str] = {"none": "continuous", "page": "nextPage", "odd": "oddPage"}


def section_xml(sheet: StyleSheet, looks: Looks, measures: Measures, start: PageStart, numbers: str | None) -> str:
    """Section properties; ``numbers`` is the format of page numbers that begin at 1 here, None without (T100, T101)."""
    page = sheet.page
    left, right, top, bottom = (twips(length.points()) for length in (page.left, page.right, page.top, page.bottom))
    pattern = ordinal_format(numbers) if numbers else None
    numbering = f'<w:pgNumType w:fmt="{_NUMBER_FORMATS[pattern.counter]}" w:start="1"/>' if pattern is not None else ""
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


def write_furniture(document: WordDocument, first: int, sheet: StyleSheet, looks: Looks, title: str) -> None:
    """Headers and footers from the section with index ``first`` on; later ones follow it, earlier ones have none."""
    section = document.sections[first]
    for furniture, role, odd, even in (
        (sheet.header, "header", section.header, section.even_page_header),
        (sheet.footer, "footer", section.footer, section.even_page_footer),
    ):
        if furniture is None:
            continue
        _write(odd, furniture, role, "right" if furniture.side == "outside" else furniture.side, looks, title)
        if _outside(sheet):
            _write(even, furniture, role, "left" if furniture.side == "outside" else furniture.side, looks, title)
    document.settings.odd_and_even_pages_header_footer = _outside(sheet)


def _outside(sheet: StyleSheet) -> bool:
    return any(furniture is not None and furniture.side == "outside" for furniture in (sheet.header, sheet.footer))


def _write(part: _Header | _Footer, furniture: FurnitureStyle, role: str, side: str, looks: Looks, title: str) -> None:
    """One paragraph with the text of the furniture, page numbers as fields."""
    part.is_linked_to_previous = False
    inset = twips(furniture.inset.points(looks.block("base").size, looks.line()))
    justification = {"left": "left", "centre": "center", "right": "right"}[side]
    pieces = [piece.replace("{title}", title) for piece in furniture.text.split("{page}")]
    inner = field("PAGE", "1").join(runs_of(piece) if piece else "" for piece in pieces)
    style = style_id("header" if role == "header" else "footer")
    paragraph = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="{inset}" w:right="{inset}" w:firstLine="0"/>'
        f'<w:jc w:val="{justification}"/></w:pPr>{inner}</w:p>'
    )
    root = part._element
    for child in list(root):
        root.remove(child)
    root.extend(parse_children(paragraph))
