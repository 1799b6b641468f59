"""What repeats on every page: headers, footers, and in a draft its mark and watermark."""

import re
from collections.abc import Sequence
from typing import Literal, get_args

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement

from reportgen.document import FittedSheet, Metadata, furniture_text
from reportgen.docx.body import SectionSpan
from reportgen.docx.grounds import VML
from reportgen.docx.names import WordStyle, run_style_id
from reportgen.docx.package import property_text
from reportgen.docx.xml import NAMESPACES, attribute, field, runs_of, twips
from reportgen.style import BlockRole, FurnitureStyle, RunRole, ordinal_format

_TYPES = {
    "header": "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "footer": "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
}
_RELATIONSHIPS = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}
_NUMBER: tuple[RunRole, ...] = ("page-number",)
_Kind = Literal["header", "footer"]
_KINDS: tuple[_Kind, ...] = get_args(_Kind)
_ROOTS = {"header": "hdr", "footer": "ftr"}
_FIELDS = re.compile(r"(\{page\}|\{title\}|\{part\})")

_WATERMARK_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"'
    ' o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/>'
    "</v:shapetype>"
)
"""Word's own shape of a text along a line (ISO/IEC 29500-4 19.1.2.20)."""


class Furniture:
    """The furniture of one document under its sheet."""

    def __init__(self, sheet: FittedSheet, metadata: Metadata) -> None:
        self._style = sheet.style
        self._area = sheet.area
        self._looks = sheet.looks
        self._metadata = metadata

    def styles(self) -> list[WordStyle]:
        """The styles that headers and footers use."""
        style = self._style
        roles: list[BlockRole] = ["header"] if style.header or style.draft else []
        roles += ["footer"] if style.footer else []
        roles += ["draft-mark", "line-number"] if style.draft else []
        return [
            WordStyle(role, variant)
            for role in roles
            for variant in (("", "even") if self._style.has_outer_furniture and role != "line-number" else ("",))
        ]

    def header_distance(self) -> int:
        """From the head of the paper to the top of the header's line, in twips."""
        margin = twips(self._area.top)
        header = self._style.header
        return margin // 2 if header is None else max(0, margin - twips(self._reach(header, "header")))

    def footer_distance(self) -> int:
        """From the foot of the paper to the bottom of the lowest line of the footer, in twips (T110)."""
        margin = twips(self._area.bottom)
        reaches = [self._reach(style, role) for style, role in self._feet()]
        return max(0, margin - twips(max(reaches))) if reaches else margin // 2

    def add(self, word: WordDocument, spans: Sequence[SectionSpan]) -> list[str]:
        """Adds the parts of all sections; gives what names them in the properties of each.

        A section takes over what the one before has where both print alike.
        """
        found: list[str] = []
        before: dict[tuple[str, str], str] = {}
        count = {"header": 0, "footer": 0}
        for span in spans:
            references = ""
            for kind in _KINDS:
                for side in ("default", "even") if self._style.has_outer_furniture else ("default",):
                    inner = self._inner(kind, side, span)
                    if inner == before.get((kind, side), ""):
                        continue
                    before[kind, side] = inner
                    count[kind] += 1
                    references += _reference(word, kind, side, count[kind], inner)
            found.append(references)
        return found

    def set_pages(self, word: WordDocument) -> None:
        """Tells the settings whether left-hand pages have furniture of their own, and mirror their margins."""
        word.settings.odd_and_even_pages_header_footer = self._style.has_outer_furniture
        if self._style.page.facing:
            # Before all that the template has, as the schema orders settings (ISO/IEC 29500-1 17.15.1.78).
            word.settings.element.insert(0, OxmlElement("w:mirrorMargins"))

    def _feet(self) -> list[tuple[FurnitureStyle, BlockRole]]:
        """The lines of the footer from above."""
        style = self._style
        lines: list[tuple[FurnitureStyle, BlockRole]] = [(style.footer, "footer")] if style.footer else []
        return [*lines, (style.draft.mark, "draft-mark")] if style.draft else lines

    def _reach(self, furniture: FurnitureStyle, role: BlockRole) -> float:
        """From the type area to the far edge of the line, whose middle is ``gap`` away, in points."""
        look = self._looks.block(role)
        return furniture.gap.points(look.size, self._looks.line()) + look.line / 2

    def _inner(self, kind: str, side: str, span: SectionSpan) -> str:
        """The paragraphs of one header or footer; empty where it prints nothing."""
        if kind == "footer":
            return "".join(self._line(style, role, side, span) for style, role in self._feet())
        header = self._style.header
        text = self._line(header, "header", side, span) if header else ""
        if self._style.draft is None or (span.is_cover and self._style.cover_ground):
            return text  # a ground covers some of a watermark, or lies under it
        mark = self._watermark(self._style.draft.watermark, self._style.draft.angle)
        return text.replace("</w:p>", f"{mark}</w:p>") if text else _paragraph("header", side, mark)

    def _line(self, furniture: FurnitureStyle, role: BlockRole, side: str, span: SectionSpan) -> str:
        """One paragraph with the text of the furniture, page numbers as fields.

        Cover and back have nothing but the mark of a draft; a text with a number is nowhere without one.
        """
        if span.is_bare and role != "draft-mark":
            return ""
        pattern = ordinal_format(span.numbers) if span.numbers else None
        text = (furniture.left_text if side == "even" else None) or furniture.text
        if not span.is_body:  # no part yet: what the contents are called
            contents = self._style.contents
            text = text.replace("{part}", contents.title if contents else "")
        if "{page}" in text and pattern is None:
            return ""
        if pattern is not None:  # what the format puts around numbers, which Word's own formats cannot hold
            text = text.replace("{page}", f"{pattern.before}{{page}}{pattern.after}")
        return _paragraph(role, side, "".join(map(self._piece, _FIELDS.split(text))))

    def _piece(self, piece: str) -> str:
        """A part of a text of furniture: a page number, the title as Word's property has it, or words."""
        title = self._metadata.title
        if piece == "{page}":
            return field("PAGE", "1", self._number_style())
        if piece == "{part}":  # what a program shows that does not know the part of a page: nothing
            return field(f'STYLEREF "{WordStyle("heading-1").name}"', "")
        if piece == "{title}" and title == property_text(title):
            return field("TITLE", title)
        text = furniture_text(piece, self._metadata)
        return runs_of(text) if text else ""

    def _number_style(self) -> str | None:
        return run_style_id(_NUMBER) if _NUMBER[0] in self._style.runs else None

    def runs(self) -> tuple[tuple[RunRole, ...], ...]:
        """The roles of text in headers and footers, which the file has to have styles for."""
        lines = [style.text for style in (self._style.header, self._style.footer) if style]
        return (_NUMBER,) if self._number_style() and any("{page}" in text for text in lines) else ()

    def _watermark(self, text: str, angle: int) -> str:
        """The text across the middle of the page, behind what is printed; Word knows it by its name as a watermark."""
        shown = furniture_text(text, self._metadata)
        look = self._looks.block("watermark")
        font = self._style.fonts[look.font].word
        style = (
            "position:absolute;margin-left:0;margin-top:0;"
            f"width:{look.size * len(shown):.0f}pt;height:{look.size:.0f}pt;"
            f"rotation:{-angle % 360};z-index:-251658752;mso-position-horizontal:center;"
            "mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page"
        )
        family = attribute(f'font-family:"{font}";font-size:1pt')
        return (
            f'<w:r><w:pict>{_WATERMARK_TYPE}<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049"'
            f' type="#_x0000_t136" alt={attribute(shown)} style="{style}" o:allowincell="f"'
            f' fillcolor="#{look.colour.hexadecimal}" stroked="f"><v:textpath style={family}'
            f" string={attribute(shown)}/></v:shape></w:pict></w:r>"
        )


def _paragraph(role: BlockRole, side: str, inner: str) -> str:
    style = WordStyle(role, "even" if side == "even" else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style.identifier}"/></w:pPr>{inner}</w:p>'


def _reference(word: WordDocument, kind: _Kind, side: str, number: int, inner: str) -> str:
    """Adds a part and names it; an empty one ends what the section before has."""
    root = _ROOTS[kind]
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:{root} {NAMESPACES} {VML}>{inner or _paragraph(kind, side, '')}</w:{root}>"
    )
    part = Part(PackURI(f"/word/{kind}{number}.xml"), _TYPES[kind], content.encode(), word.part.package)
    identifier = word.part.relate_to(part, _RELATIONSHIPS[kind])
    return f'<w:{kind}Reference w:type="{side}" r:id="{identifier}"/>'
