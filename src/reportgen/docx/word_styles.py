"""The style sheet as Word styles: one a role, complete, so that the body needs no direct formatting."""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.document import FittedSheet
from reportgen.docx.names import (
    COMMENT_MARK,
    COMMENT_TEXT,
    ENDNOTE_MARK,
    FIGURE,
    FIGURE_NAME,
    SECTION_END,
    WordStyle,
)
from reportgen.docx.numbering import Numbering
from reportgen.docx.runs import LANGUAGE, look_xml, run_style_xml, run_xml, shading_xml
from reportgen.docx.table_styles import TABLE_NORMAL, grid_style, table_style
from reportgen.docx.word_units import LOWEST_LINE, Measures, indent_xml, rule_room, size_xml
from reportgen.docx.xml import attribute, eighths, twips
from reportgen.style import (
    CONTENTS_ROLES,
    HEADING_DEPTH,
    ROLES,
    SIDE_COLUMN_ROLES,
    Align,
    BlockLook,
    BlockRole,
    Colour,
    FurnitureStyle,
    GridKind,
    RoleArea,
    RunRole,
    Side,
)

_ALIGNS: dict[Align, str] = {"justify": "both", "left": "left", "centre": "center", "right": "right"}
_HEADINGS = {role: traits.depth - 1 for role, traits in ROLES.items() if 0 < traits.depth <= HEADING_DEPTH}
_CONTENTS = tuple(CONTENTS_ROLES.values())
_BASE = WordStyle("base")
_CHARTS = (WordStyle("chart-label"), WordStyle("chart-year"))
_PICTURES = (*_CHARTS, WordStyle("cover-logo"))
"""Styles of paragraphs that hold a picture in their line."""

_LINE_NUMBER = WordStyle("line-number")
_AUTOMATIC_LINE = 'w:line="240" w:lineRule="auto"'
"""As high as what is in the line: an exact line would cut a chart (ISO/IEC 29500-1 17.18.48)."""

_AFTER_HEADINGS: tuple[BlockRole, ...] = ("item", "text", "point", "lead", "intro", "statement-text", "body")
"""What Enter after a heading begins, the first of these that the document uses."""

_COMMENT_SIZE = 9.0
"""Points; comments are beside the page, not on it."""

_USUAL_STYLES = (
    "Normal", "heading 1", "heading 2", "heading 3", "heading 4", "Title", "Subtitle", "caption", "Body Text",
    "Body Text Indent", "List Bullet", "List Bullet 2", "List Number", "List Number 2", "List Paragraph", "Quote",
    "No Spacing", "Plain Text", "Strong", "Emphasis", "Hyperlink", "Table Grid", "header", "footer", "page number",
    "toc 1", "toc 2", "toc 3", "TOC Heading", "footnote text", "footnote reference", "endnote text",
    "endnote reference", "annotation text", "annotation reference", "Balloon Text", "Revision",
)  # fmt: skip
_LATENT_STYLES = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="0"'
    ' w:defQFormat="0" w:count="376">'
    + "".join(f'<w:lsdException w:name="{name}" w:semiHidden="0"/>' for name in _USUAL_STYLES)
    + "</w:latentStyles>"
)
"""Of all the styles Word knows it offers those of this file and the usual ones (ISO/IEC 29500-1 17.7.4.5)."""

_GALLERY: tuple[BlockRole, ...] = (
    "base", "heading-1", "heading-2", "heading-3", "intro", "lead", "item", "text", "point", "claim", "body",
)  # fmt: skip
"""What the gallery of styles shows, in this order; all others are in the pane of styles, after them."""

_SIDES = ("top", "left", "bottom", "right")
_FILL_BORDER = 4
"""Half a point: the border of a fill only carries its space."""

_WIDEST_BORDER_SPACE = 31
"""Points between a border and its text that Word takes (ISO/IEC 29500-1 17.18.68)."""


class Used:
    """What a document uses of its style sheet, in the order of first use.

    ``figure_stop``: where the figures of tables end, in twips from the edge of their cells; 0 without such cells.
    ``comments`` and ``endnotes``: whether there are any, known when their parts have been written.
    """

    comments: bool
    endnotes: bool

    def __init__(self) -> None:
        self.styles: dict[WordStyle, None] = {_BASE: None}
        self.runs: dict[tuple[RunRole, ...], None] = {}
        self.table = False
        self.grids: dict[GridKind, None] = {}
        self.section_end = False
        self.figure_stop = 0


class StyleWriter:
    """Writes the styles of one document."""

    def __init__(self, sheet: FittedSheet, measures: Measures, numbering: Numbering) -> None:
        self._sheet = sheet
        self._measures = measures
        self._numbering = numbering

    def xml(self, used: Used) -> str:
        """Document defaults, then every style a document uses."""
        return (
            self._defaults()
            + _LATENT_STYLES
            + "".join(self._paragraph_style(style, used) for style in _with_parents(used) if style != _LINE_NUMBER)
            + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
            + "".join(run_style_xml(roles, self._sheet) for roles in used.runs)
            + (self._line_number() if _LINE_NUMBER in used.styles else "")
            + (self._section_end() if used.section_end or used.endnotes else "")
            + self._automatic(FIGURE, FIGURE_NAME, f'<w:uiPriority w:val="{len(_GALLERY)}"/><w:qFormat/>', "center")
            + (self._comments() if used.comments else "")
            + (self._endnote_mark() if used.endnotes else "")
            + TABLE_NORMAL
            + (table_style(self._sheet) if used.table else "")
            + "".join(grid_style(kind, self._sheet.looks) for kind in used.grids)
        )

    def _defaults(self) -> str:
        """What holds for every paragraph: zh-CN, kinsoku, no hanging marks, opening marks trimmed (T102–T107)."""
        return (
            f"<w:docDefaults><w:rPrDefault><w:rPr>{look_xml(self._sheet.looks.block('base'), self._sheet)}</w:rPr>"
            "</w:rPrDefault>"
            '<w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:overflowPunct w:val="0"/><w:topLinePunct/>'
            '<w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        )

    def _paragraph_style(self, style: WordStyle, used: Used) -> str:
        look = self._sheet.looks.block(style.role)
        based_on = self._numbering.parent(style)
        parent = self._sheet.looks.block(based_on.role) if based_on else None
        measures = self._measures
        return (
            f'<w:style w:type="paragraph"{_default(style)} w:styleId="{style.identifier}">'
            f"<w:name w:val={attribute(style.name)}/>{_based(style, based_on)}{_following(style, used)}"
            f"{_priority(style)}<w:pPr>"
            f"{_kept(style, look, parent)}{self._numbering.of_style(style)}"
            f"{self._uncounted(style)}{_borders(look, parent, between=style.role in _CONTENTS)}"
            f"{_paper(look, parent)}{self._tabs(style, look, used)}"
            f'<w:spacing w:before="{self._before(style, look)}" w:after="{measures.vertical(look.after)}"'
            f" {_AUTOMATIC_LINE if style in _PICTURES else self._exact_line(look)}/>"
            f"{self._indents(style, look)}{_outline(style.role)}</w:pPr>"
            f"<w:rPr>{look_xml(look, self._sheet, light=parent is not None and parent.bold)}</w:rPr></w:style>"
        )

    def _indents(self, style: WordStyle, look: BlockLook) -> str:
        """Indents and alignment; those of a numbered style are its list's."""
        furniture = self._furniture_of(style.role)
        if furniture is not None:
            return self._furniture(furniture, even=style.variant == "even")
        justification = f'<w:jc w:val="{"left" if style in _CHARTS else _ALIGNS[look.align]}"/>'
        if style.role in _CONTENTS or style.variant == "endnote" or ROLES[style.role].area == "cover":
            return indent_xml(look, look.hang) + justification
        return indent_xml(look, look.hang if self._numbering.hangs(style) else 0.0) + justification

    def _furniture_of(self, role: BlockRole) -> FurnitureStyle | None:
        draft = self._sheet.style.draft
        styles = {
            "header": self._sheet.style.header,
            "footer": self._sheet.style.footer,
            "draft-mark": draft.mark if draft else None,
        }
        return styles.get(role)

    def _uncounted(self, style: WordStyle) -> str:
        """Cover and contents have no numbers beside their lines; LibreOffice counts all but what says so."""
        uncounted: tuple[RoleArea, ...] = ("contents", "cover") if self._sheet.style.cover_page else ("contents",)
        is_text = ROLES[style.role].area not in uncounted and style.role not in SIDE_COLUMN_ROLES
        counted = self._sheet.style.draft is None or is_text
        return "" if counted else "<w:suppressLineNumbers/>"

    def _before(self, style: WordStyle, look: BlockLook) -> int:
        """The space above; the mark of a draft keeps its distance to the line of the footer above it."""
        draft, footer = self._sheet.style.draft, self._sheet.style.footer
        if style.role != "draft-mark" or draft is None or footer is None:
            return self._measures.vertical(max(0.0, look.before - rule_room(look)))
        above = self._sheet.looks.block("footer")
        grid = self._sheet.looks.line()
        apart = draft.mark.gap.points(look.size, grid) - footer.gap.points(above.size, grid)
        return max(0, twips(apart - (look.line + above.line) / 2))

    def _exact_line(self, look: BlockLook) -> str:
        return f'w:line="{self._measures.vertical(look.line)}" w:lineRule="exact"'

    def _line_number(self) -> str:
        """The character style of numbers beside lines; Word knows it by its name."""
        look = look_xml(self._sheet.looks.block("line-number"), self._sheet)
        return (
            f'<w:style w:type="character" w:styleId="{_LINE_NUMBER.identifier}">'
            f'<w:name w:val="{_LINE_NUMBER.name}"/><w:basedOn w:val="DefaultParagraphFont"/>'
            f"<w:rPr>{look}</w:rPr></w:style>"
        )

    def _furniture(self, furniture: FurnitureStyle, *, even: bool) -> str:
        """Outside is right on odd pages and left on even ones (T110)."""
        inset = twips(furniture.inset.points(self._sheet.looks.block("base").size, self._sheet.looks.line()))
        outside: Side = "left" if even else "right"
        side: Side = outside if furniture.side == "outside" else furniture.side
        justification = {"left": "left", "centre": "center", "right": "right"}[side]
        return (
            f'<w:ind w:left="{inset}" w:right="{inset}" w:firstLineChars="0" w:firstLine="0"/>'
            f'<w:jc w:val="{justification}"/>'
        )

    def _tabs(self, style: WordStyle, look: BlockLook, used: Used) -> str:
        if style.role in _CONTENTS:
            return self._contents_tab(_CONTENTS.index(style.role) + 1, look)
        if style.variant == "figure":
            stop = used.figure_stop
            return f'<w:tabs><w:tab w:val="right" w:pos="{stop}"/><w:tab w:val="left" w:pos="{stop + 1}"/></w:tabs>'
        if style.variant == "endnote" and not look.hang:
            return f'<w:tabs><w:tab w:val="left" w:pos="{twips(look.left + look.first_line + look.size)}"/></w:tabs>'
        return ""

    def _contents_tab(self, level: int, look: BlockLook) -> str:
        """Where page numbers of the contents stand; after a title, where the next stop of the file is."""
        contents = self._sheet.style.contents
        if contents is not None and contents.puts_number_after(level):
            return ""
        right = twips(self._sheet.area.width - look.right)
        leader = ' w:leader="dot"' if contents is None or contents.leader.dots else ""
        return f'<w:tabs><w:tab w:val="right"{leader} w:pos="{right}"/></w:tabs>'

    def _automatic(self, identifier: str, name: str, place: str, align: str, size: float | None = None) -> str:
        """A style whose lines are as high as what is in them: pictures that staff insert, comments."""
        base = self._sheet.looks.block("base")
        look = look_xml(base if size is None else replace(base, size=size), self._sheet)
        return (
            f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f'{place}<w:pPr><w:spacing w:before="0" w:after="0" {_AUTOMATIC_LINE}/>'
            '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'
            f'<w:jc w:val="{align}"/></w:pPr><w:rPr>{look}</w:rPr></w:style>'
        )

    def _comments(self) -> str:
        """Word's own styles of comments and of the marks that lead to them."""
        place = '<w:uiPriority w:val="99"/>'
        return self._automatic(COMMENT_TEXT, "annotation text", place, "left", _COMMENT_SIZE) + (
            f'<w:style w:type="character" w:styleId="{COMMENT_MARK}"><w:name w:val="annotation reference"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/>{place}<w:rPr>{size_xml(_COMMENT_SIZE)}{LANGUAGE}</w:rPr>'
            "</w:style>"
        )

    def _endnote_mark(self) -> str:
        """Word's own style of the marks of endnotes, for those that staff add."""
        return (
            f'<w:style w:type="character" w:styleId="{ENDNOTE_MARK}"><w:name w:val="endnote reference"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>'
            f"<w:rPr>{run_xml(('note-mark',), self._sheet)}</w:rPr></w:style>"
        )

    def _section_end(self) -> str:
        """The style of the paragraph that holds a section's properties, as low as Word allows."""
        return (
            f'<w:style w:type="paragraph" w:styleId="{SECTION_END}"><w:name w:val="分节符"/><w:basedOn w:val="Normal"/>'
            f'<w:pPr><w:suppressLineNumbers/><w:spacing w:before="0" w:after="0" w:line="{LOWEST_LINE}"'
            ' w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
            f"<w:rPr>{look_xml(replace(self._sheet.looks.block('base'), size=1.0), self._sheet)}</w:rPr></w:style>"
        )


def section_end(section: str) -> str:
    """An empty paragraph as low as Word allows, so that it adds no page; it may hold a section's properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{SECTION_END}"/>{section}</w:pPr></w:p>'


def _with_parents(used: Used) -> dict[WordStyle, None]:
    """The styles a document uses, and those they are based on."""
    return {**used.styles, **dict.fromkeys(style.parent for style in used.styles if style.parent)}


def _kept(style: WordStyle, look: BlockLook, parent: BlockLook | None) -> str:
    """How a paragraph keeps together, with what follows it and on which page (T53, T55), also where it does not."""
    properties_on = {
        "keepNext": (look.keep_next, parent is not None and parent.keep_next),
        "keepLines": (look.keep_lines or style.role in _HEADINGS, False),
        "pageBreakBefore": (_begins(look), parent is not None and _begins(parent)),
    }
    on_or_off = {name: "" if is_on else ' w:val="0"' for name, (is_on, had) in properties_on.items() if is_on or had}
    return "".join(f"<w:{name}{value}/>" for name, value in on_or_off.items())


def _begins(look: BlockLook) -> bool:
    """Whether all paragraphs of a style begin a page; where some do, they say so themselves."""
    return look.start in ("page", "odd")


def _default(style: WordStyle) -> str:
    return ' w:default="1"' if style == _BASE else ""


def _based(style: WordStyle, parent: WordStyle | None) -> str:
    return "" if style == _BASE else f'<w:basedOn w:val="{(parent or _BASE).identifier}"/>'


def _priority(style: WordStyle) -> str:
    """Where Word shows a style in its lists; those of the gallery are quick formats."""
    if style.role not in _GALLERY:
        return '<w:uiPriority w:val="99"/>'
    return f'<w:uiPriority w:val="{_GALLERY.index(style.role)}"/><w:qFormat/>'


def _following(style: WordStyle, used: Used) -> str:
    """After a heading comes text."""
    if style.role not in _HEADINGS:
        return ""
    after = next((each for role in _AFTER_HEADINGS for each in used.styles if each.role == role), _BASE)
    return f'<w:next w:val="{after.identifier}"/>'


def _outline(role: BlockRole) -> str:
    level = _HEADINGS.get(role)
    return f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""


def _borders(look: BlockLook, parent: BlockLook | None, *, between: bool) -> str:
    """A fill reaches beyond the text by borders of its colour; a rule is the border above or below.

    Of paragraphs alike Word draws it above the first alone, unless it is also said to be ``between`` them.
    """
    borders = dict.fromkeys(_own_borders(parent), 'w:val="nil"') if parent else {}
    borders |= _own_borders(look)
    if between and "top" in borders:
        borders["between"] = borders["top"]
    sides = (*_SIDES, "between")
    inner = "".join(f"<w:{side} {border}/>" for side in sides if (border := borders.get(side)))
    return f"<w:pBdr>{inner}</w:pBdr>" if inner else ""


def _own_borders(look: BlockLook) -> dict[str, str]:
    borders = dict(_fill_borders(look))
    if look.rule is not None and look.rule.width is None:
        rule = look.rule
        borders["top" if rule.above else "bottom"] = _border(eighths(rule.thickness), rule.gap, rule.colour)
    return borders


def _paper(look: BlockLook, parent: BlockLook | None) -> str:
    """The paper behind the text; none where only the style it is based on has one."""
    if look.fill is None and parent is not None and parent.fill is not None:
        return '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
    return shading_xml(look.fill)


def _fill_borders(look: BlockLook) -> Iterator[tuple[str, str]]:
    if look.fill is not None and look.pad:
        for side in _SIDES:
            yield side, _border(_FILL_BORDER, look.pad, look.fill)


def _border(width: int, space: float, colour: Colour) -> str:
    points = min(_WIDEST_BORDER_SPACE, round(space))
    return f'w:val="single" w:sz="{width}" w:space="{points}" w:color="{colour.hexadecimal.upper()}"'
