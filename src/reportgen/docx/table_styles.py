"""Tables and grids as Word styles, so that their cells need no formatting of their own."""

from reportgen.document import FittedSheet
from reportgen.docx.names import GRID_STYLES, TABLE_STYLE
from reportgen.docx.runs import shading_xml
from reportgen.docx.xml import eighths, twips
from reportgen.style import GridKind, GridLook, Looks

TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def table_style(sheet: FittedSheet) -> str:
    """The style of the tables of a document: ruled, its head on a fill."""
    style, colours = sheet.style.tables, sheet.style.colours
    cell = sheet.looks.block("table-cell")
    border = (
        f'w:val="single" w:sz="{eighths(style.rule.points(line=cell.line))}" w:space="0" '
        f'w:color="{colours[style.colour].hexadecimal.upper()}"'
    )
    inset = twips(style.inset.points(cell.size, cell.line))
    head = shading_xml(colours[style.head_fill]) if style.head_fill else ""
    first_row = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}</w:tcPr></w:tblStylePr>' if head else ""
    return (
        f'<w:style w:type="table" w:styleId="{TABLE_STYLE}"><w:name w:val="指标表"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders><w:top {border}/><w:bottom {border}/><w:insideH {border}/></w:tblBorders>"
        f'<w:tblCellMar><w:left w:w="{inset}" w:type="dxa"/><w:right w:w="{inset}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{first_row}</w:style>"
    )


PAGE = "FFFFFF"
"""The colour of a page, which no style sheet paints."""

_WIDEST_BORDER = 96
"""Eighths of a point (ISO/IEC 29500-1 17.18.2)."""


def open_gaps(look: GridLook) -> bool:
    """Whether nothing shows where a cell of a grid ends, so that gaps are room in the cells."""
    return not (look.fill or look.rule)


def grid_style(kind: GridKind, looks: Looks) -> str:
    """A grid ruled above and below its rows, or with gaps: borders in the colour of the page, or room in its cells."""
    look = looks.grid(kind)
    name = GRID_STYLES[kind]
    apart = look.gap if open_gaps(look) else 0.0
    width, colour = (look.rule.thickness, look.rule.colour.hexadecimal.upper()) if look.rule else (look.gap, PAGE)
    line = f'w:val="single" w:sz="{min(_WIDEST_BORDER, eighths(width))}" w:space="0" w:color="{colour}"'
    top, between = (f"<w:top {line}/>", "") if look.rule else ("", f"<w:insideV {line}/>")
    borders = "" if apart else f"<w:tblBorders>{top}<w:bottom {line}/><w:insideH {line}/>{between}</w:tblBorders>"
    rooms = (("top", look.pad), ("left", look.inset), ("bottom", look.pad + apart), ("right", look.inset + apart))
    sides = "".join(f'<w:{side} w:w="{twips(room)}" w:type="dxa"/>' for side, room in rooms)
    paper = f"<w:tcPr>{shading_xml(look.fill)}</w:tcPr>" if look.fill else ""
    return (
        f'<w:style w:type="table" w:styleId="{name.identifier}"><w:name w:val="{name.name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"{borders}<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>{paper}</w:style>"
    )
