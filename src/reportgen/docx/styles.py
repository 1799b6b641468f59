"""The style sheet as Word styles: one a role, complete, so that the body needs no direct formatting."""

from reportgen.docx.measures import Measures, indent_xml, size_xml
from reportgen.docx.xml import attribute, twips
from reportgen.style import Align, BlockLook, BlockRole, Colour, FontStyle, Looks, RunLook, RunRole, StyleSheet

_NAMES: dict[BlockRole, tuple[str, str]] = {
    "base": ("Normal", "Normal"),
    "body": ("ReportBody", "正文段落"),
    "salutation": ("ReportSalutation", "称谓"),
    "intro": ("ReportIntro", "导语"),
    "lead": ("ReportLead", "提要"),
    "item": ("ReportItem", "条目"),
    "text": ("ReportText", "条目正文"),
    "point": ("ReportPoint", "要点"),
    "claim": ("ReportClaim", "论断"),
    "closing": ("ReportClosing", "结语"),
    "heading-1": ("Heading1", "heading 1"),
    "heading-2": ("Heading2", "heading 2"),
    "heading-3": ("Heading3", "heading 3"),
    "contents-title": ("TOCHeading", "TOC Heading"),
    "contents-1": ("TOC1", "toc 1"),
    "contents-2": ("TOC2", "toc 2"),
    "contents-3": ("TOC3", "toc 3"),
    "cover-organization": ("CoverOrganization", "封面单位"),
    "cover-session": ("CoverSession", "封面会议"),
    "cover-title": ("Title", "Title"),
    "cover-label": ("CoverLabel", "封面标注"),
    "cover-speaker": ("CoverSpeaker", "封面报告人"),
    "cover-place": ("CoverPlace", "封面地点"),
    "cover-date": ("CoverDate", "封面日期"),
    "table-head": ("TableHead", "表头"),
    "table-cell": ("TableText", "表格文字"),
    "glossary": ("ReportGlossary", "名词解释"),
    "header": ("Header", "header"),
    "footer": ("Footer", "footer"),
}
_RUN_NAMES: dict[RunRole, tuple[str, str]] = {
    "strong": ("Strong", "Strong"),
    "run-in": ("RunIn", "条目标题"),
    "claim": ("ClaimText", "论断文字"),
    "metric": ("Metric", "指标"),
    "ordinal": ("OrdinalText", "编号"),
    "badge": ("BadgeText", "徽标编号"),
    "note-mark": ("NoteMark", "注码"),
    "term": ("Term", "名词"),
}
_ALIGNS: dict[Align, str] = {"justify": "both", "left": "left", "centre": "center", "right": "right"}
_HEADINGS: dict[str, int] = {"heading-1": 0, "heading-2": 1, "heading-3": 2}
TABLE_STYLE = "MetricsTable"
_SECTION_END = "SectionEnd"
_BASE: BlockRole = "base"
_AFTER_HEADINGS: tuple[BlockRole, ...] = ("item", "text", "point", "lead", "intro", "body")
"""What Enter after a heading begins, the first of these that the document uses."""


class Used:
    """What a document uses of its style sheet, in the order of first use."""

    def __init__(self) -> None:
        self.roles: dict[BlockRole, None] = {"base": None}
        self.runs: dict[tuple[RunRole, ...], None] = {}
        self.table = False
        self.section_end = False


def section_end(section: str) -> str:
    """An empty paragraph as low as Word allows, so that it adds no page; it may hold a section's properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{_SECTION_END}"/>{section}</w:pPr></w:p>'


def style_id(role: BlockRole) -> str:
    """The style of a paragraph."""
    return _NAMES[role][0]


def run_style_id(roles: tuple[RunRole, ...]) -> str | None:
    """The character style of some run roles on top of one another, None for plain text."""
    return "".join(_RUN_NAMES[role][0] for role in roles) or None


def styles_xml(
    sheet: StyleSheet,
    looks: Looks,
    measures: Measures,
    used: Used,
) -> str:
    """Document defaults, then every style a document uses."""
    after_heading = next((role for role in _AFTER_HEADINGS if role in used.roles), _BASE)
    return (
        _defaults(sheet, looks)
        + "".join(_paragraph_style(role, after_heading, sheet, looks, measures) for role in used.roles)
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        + "".join(_run_style(role, sheet, looks) for role in used.runs)
        + (_section_end_style(sheet, looks) if used.section_end else "")
        + _TABLE_NORMAL
        + (_table_style(sheet, looks) if used.table else "")
    )


def _defaults(sheet: StyleSheet, looks: Looks) -> str:
    """What holds for every paragraph: fonts, zh-CN, kinsoku, no hanging marks, opening marks trimmed (T102–T107)."""
    base = looks.block("base")
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(sheet.fonts[base.font])}{size_xml(base.size)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct w:val="0"/><w:topLinePunct/>'
        '<w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def fonts_xml(font: FontStyle) -> str:
    """All four slots, so that nothing falls back to a theme (T107)."""
    latin, han = attribute(font.word_latin), attribute(font.word)
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={han} w:cs={latin}/>"


def font_table_xml(sheet: StyleSheet) -> str:
    """Every font the sheet names; the Han ones with the Chinese character set, by which Word finds another."""
    charsets = {font.word_latin: "00" for font in sheet.fonts.values()}
    charsets |= {font.word: "86" for font in sheet.fonts.values()}
    return "".join(
        f'<w:font w:name={attribute(name)}><w:charset w:val="{charset}"/><w:family w:val="auto"/></w:font>'
        for name, charset in charsets.items()
    )


def _colour_xml(colour: Colour) -> str:
    return f'<w:color w:val="{colour.hexadecimal.upper()}"/>'


def shading_xml(fill: Colour | None) -> str:
    """Paper behind text or a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.hexadecimal.upper()}"/>' if fill else ""


def _paragraph_style(
    role: BlockRole, after_heading: BlockRole, sheet: StyleSheet, looks: Looks, measures: Measures
) -> str:
    identifier, name = _NAMES[role]
    look = looks.block(role)
    default = ' w:default="1"' if role == "base" else ""
    based = "" if role == "base" else '<w:basedOn w:val="Normal"/>'
    following = f'<w:next w:val="{style_id(after_heading)}"/>' if role in _HEADINGS else ""
    level = _HEADINGS.get(role)
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    tabs = _contents_tabs(look, measures) if role in ("contents-1", "contents-2", "contents-3") else ""
    hang = look.hang if tabs else 0.0
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identifier}"><w:name w:val={attribute(name)}/>{based}'
        f"{following}<w:qFormat/><w:pPr>"
        f"{'<w:keepNext/>' if look.keep_next else ''}{'<w:keepLines/>' if level is not None else ''}"
        f"{'<w:pageBreakBefore/>' if look.start != 'none' else ''}{_borders(look)}{shading_xml(look.fill)}{tabs}"
        f'<w:spacing w:before="{measures.vertical(look.before)}" w:after="{measures.vertical(look.after)}"'
        f' w:line="{_line(look, measures)}" w:lineRule="exact"/>'
        f'{indent_xml(look, hang)}<w:jc w:val="{_ALIGNS[look.align]}"/>{outline}</w:pPr>'
        f"<w:rPr>{fonts_xml(sheet.fonts[look.font])}{_colour_xml(look.colour)}{size_xml(look.size)}</w:rPr></w:style>"
    )


def _line(look: BlockLook, measures: Measures) -> int:
    return measures.vertical(look.line)


def _contents_tabs(look: BlockLook, measures: Measures) -> str:
    right = twips(measures.width - look.right)
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>'


def _borders(look: BlockLook) -> str:
    """A fill reaches beyond the text by borders of its colour; a rule below is a border of its own."""
    if look.fill is not None and look.pad:
        colour = look.fill.hexadecimal.upper()
        space = min(31, round(look.pad))
        sides = (f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{colour}"/>' for side in _SIDES)
        return f"<w:pBdr>{''.join(sides)}</w:pBdr>"
    if look.rule is not None:
        rule = look.rule
        return (
            f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths(rule.thickness)}" w:space="{min(31, round(rule.gap))}"'
            f' w:color="{rule.colour.hexadecimal.upper()}"/></w:pBdr>'
        )
    return ""


def _section_end_style(sheet: StyleSheet, looks: Looks) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{_SECTION_END}"><w:name w:val="分节符"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
        f"<w:rPr>{fonts_xml(sheet.fonts[looks.block('base').font])}{size_xml(1)}</w:rPr></w:style>"
    )


_SIDES = ("top", "left", "bottom", "right")


def eighths(points: float) -> int:
    """The width of a border in eighths of a point, 2 at least (ISO/IEC 29500-1 17.18.2)."""
    return max(2, round(points * 8))


def _run_style(roles: tuple[RunRole, ...], sheet: StyleSheet, looks: Looks) -> str:
    """A character style; raised small text is a superscript, which keeps its share of any size."""
    identifier = run_style_id(roles)
    name = " ".join(_RUN_NAMES[role][1] for role in roles)
    return (
        f'<w:style w:type="character" w:styleId="{identifier}"><w:name w:val={attribute(name)}/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{run_xml(roles, sheet, looks)}</w:rPr></w:style>"
    )


def run_xml(roles: tuple[RunRole, ...], sheet: StyleSheet, looks: Looks) -> str:
    """What some run roles change, and nothing else."""
    given = [style for role in roles if (style := sheet.runs.get(role)) is not None]
    look: RunLook = looks.run("base", roles)
    fonts = fonts_xml(sheet.fonts[look.font]) if any(style.font for style in given) else ""
    colour = _colour_xml(look.colour) if any(style.colour for style in given) else ""
    bold = "<w:b/>" if any(style.bold for style in given) else ""
    raised = '<w:vertAlign w:val="superscript"/>' if look.rise > 0 else ""
    dots = '<w:em w:val="underDot"/>' if look.dots else ""
    return f"{fonts}{bold}{colour}{shading_xml(look.fill)}{raised}{dots}"


_TABLE_NORMAL = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _table_style(sheet: StyleSheet, looks: Looks) -> str:
    style = sheet.tables
    cell = looks.block("table-cell")
    border = (
        f'w:val="single" w:sz="{eighths(style.rule.points(line=cell.line))}" w:space="0" '
        f'w:color="{sheet.colours[style.colour].hexadecimal.upper()}"'
    )
    inset = twips(style.inset.points(cell.size, cell.line))
    head = shading_xml(sheet.colours[style.head_fill]) if style.head_fill else ""
    first_row = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}</w:tcPr></w:tblStylePr>' if head else ""
    return (
        f'<w:style w:type="table" w:styleId="{TABLE_STYLE}"><w:name w:val="指标表"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders><w:top {border}/><w:bottom {border}/><w:insideH {border}/></w:tblBorders>"
        f'<w:tblCellMar><w:left w:w="{inset}" w:type="dxa"/><w:right w:w="{inset}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{first_row}</w:style>"
    )
