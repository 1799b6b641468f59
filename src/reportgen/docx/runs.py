"""Character looks of the style sheet as run properties: fonts, size, colour, paper, language."""

from reportgen.docx.names import run_style_id, run_style_name
from reportgen.docx.word_units import size_xml
from reportgen.docx.xml import attribute
from reportgen.style import BlockLook, BlockRole, Colour, FontStyle, Looks, PreparedSheet, RunLook, RunRole

LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
"""Break tables and voices go by it: zh-CN for Chinese, English for Latin text (T107)."""


def fonts_xml(font: FontStyle) -> str:
    """All four slots, so that nothing falls back to a theme (T107)."""
    latin, han = attribute(font.word_latin), attribute(font.word)
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:eastAsia={han} w:cs={latin}/>"


def shading_xml(fill: Colour | None) -> str:
    """Paper behind text or a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.hexadecimal.upper()}"/>' if fill else ""


def look_xml(look: BlockLook, sheet: PreparedSheet, *, light: bool = False) -> str:
    """The characters of a paragraph style, nothing left to inherit; ``light``: it is based on a bold one."""
    bold = "<w:b/>" if look.bold else '<w:b w:val="0"/>' if light else ""
    return f"{fonts_xml(sheet.style.fonts[look.font])}{bold}{_colour_xml(look.colour)}{size_xml(look.size)}{LANGUAGE}"


def own_weight(role: BlockRole, runs: tuple[RunRole, ...], looks: Looks) -> bool | None:
    """What a run has to say of its weight by itself, in a bold paragraph whose bold its style turns off or leaves.

    Bold of a character style turns that of a paragraph style off (ISO/IEC 29500-1 17.7.3).
    """
    return looks.weight(runs) if looks.block(role).bold else None


def run_xml(roles: tuple[RunRole, ...], sheet: PreparedSheet) -> str:
    """What some run roles change, and nothing else; raised small text is a superscript, which keeps its share."""
    given = [style for role in roles if (style := sheet.style.runs.get(role)) is not None]
    look: RunLook = sheet.looks.run("base", roles)
    fonts = fonts_xml(sheet.style.fonts[look.font]) if any(style.font for style in given) else ""
    colour = _colour_xml(look.colour) if any(style.colour for style in given) else ""
    bold = "<w:b/>" if sheet.looks.weight(roles) else ""
    size = size_xml(look.size) if any(style.size for style in given) else ""
    raised = '<w:vertAlign w:val="superscript"/>' if look.rise > 0 else ""
    dots = '<w:em w:val="underDot"/>' if look.dots else ""
    return f"{fonts}{bold}{colour}{size}{shading_xml(look.fill)}{raised}{dots}{LANGUAGE}"


def mark_xml(look: RunLook, sheet: PreparedSheet, lower: float) -> str:
    """The characters of an ordinal that looks otherwise than its paragraph, so many points below its baseline."""
    bold = "<w:b/>" if look.bold else '<w:b w:val="0"/>'
    position = f'<w:position w:val="{-round(lower * 2)}"/>' if lower else ""
    half_points = round(look.size * 2)
    return (
        f"{fonts_xml(sheet.style.fonts[look.font])}{bold}{_colour_xml(look.colour)}{position}"
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>{LANGUAGE}'
    )


def run_style_xml(roles: tuple[RunRole, ...], sheet: PreparedSheet) -> str:
    """A character style; of all these the gallery of styles shows what emphasizes."""
    gallery = "<w:qFormat/>" if roles == ("strong",) else ""
    return (
        f'<w:style w:type="character" w:styleId="{run_style_id(roles)}">'
        f"<w:name w:val={attribute(run_style_name(roles))}/>"
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/>{gallery}'
        f"<w:rPr>{run_xml(roles, sheet)}</w:rPr></w:style>"
    )


def _colour_xml(colour: Colour) -> str:
    return f'<w:color w:val="{colour.hexadecimal.upper()}"/>'
