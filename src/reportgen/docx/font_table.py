"""The fonts of a file with what finds another where one is missing (ISO/IEC 29500-1 17.8.3)."""

from typing import NamedTuple

from reportgen.docx.xml import attribute
from reportgen.style import StyleSheet


class KnownFont(NamedTuple):
    """What Word looks for in place of a font: another by name, else one of like proportions, family and pitch."""

    instead: str = ""
    panose: str = ""
    family: str = "auto"
    pitch: str = "default"


_GB2312 = ("02010609030101010101", "modern", "fixed")
KNOWN_FONTS: dict[str, KnownFont] = {
    "宋体": KnownFont("SimSun", "02010600030101010101", "auto", "variable"),
    "黑体": KnownFont("SimHei", "02010609060101010101", "modern", "fixed"),
    "仿宋": KnownFont("FangSong", "02010609060101010101", "modern", "fixed"),
    "楷体": KnownFont("KaiTi", "02010609060101010101", "modern", "fixed"),
    "仿宋_GB2312": KnownFont("仿宋", *_GB2312),
    "楷体_GB2312": KnownFont("楷体", *_GB2312),
    "方正仿宋_GBK": KnownFont("仿宋", *_GB2312),
    "方正楷体_GBK": KnownFont("楷体", *_GB2312),
    "方正黑体_GBK": KnownFont("黑体"),
    "方正书宋_GBK": KnownFont("宋体"),
    "方正小标宋简体": KnownFont("华文中宋"),
    "方正小标宋_GBK": KnownFont("华文中宋"),
    "微软雅黑": KnownFont("Microsoft YaHei", "020B0503020204020204", "swiss", "variable"),
    "Times New Roman": KnownFont("", "02020603050405020304", "roman", "variable"),
}
"""Fonts of documents of Chinese offices; those that Windows has not lead to what it has."""


def font_table_xml(sheet: StyleSheet) -> str:
    """Every font the sheet names; the Han ones with the Chinese character set."""
    charsets = {font.word_latin: "00" for font in sheet.fonts.values()}
    charsets |= {font.word: "86" for font in sheet.fonts.values()}
    return "".join(_font_xml(name, charset) for name, charset in charsets.items())


def _font_xml(name: str, charset: str) -> str:
    known = KNOWN_FONTS.get(name, KnownFont())
    instead = f"<w:altName w:val={attribute(known.instead)}/>" if known.instead else ""
    panose = f'<w:panose1 w:val="{known.panose}"/>' if known.panose else ""
    return (
        f'<w:font w:name={attribute(name)}>{instead}{panose}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{known.family}"/><w:pitch w:val="{known.pitch}"/></w:font>'
    )
