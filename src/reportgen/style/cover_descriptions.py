"""What the records of cover and last page are for, in Chinese and in English (see ``sheet_descriptions``)."""

from msgspec import Struct

from reportgen.source.schema_builder import Description
from reportgen.style.cover_types import ColophonLine, CoverGroundStyle, CoverLine, GroundStyle, LogoStyle

_FIELD = Description("项", "报告里的哪一项；没有这一项就不印。", "The field of the report; no line where it is empty.")
_TEXT = Description("文字", "{} 处是这一项的内容。", "The line, with the field at {}.", ("（{}）",))
_GROUND: dict[str, Description] = {
    "colour": Description("颜色", "colours 里的名字。", "Its colour, a name from colours.", ("accent",)),
    "height": Description("高", "从纸边起多高。", "How high it is, from the edge of the paper.", ("184mm",)),
}

COVER_RECORDS: dict[type[Struct], Description] = {
    CoverLine: Description("封面的一行", "封面上的一行字或徽标。", "A line of the cover, or its logo."),
    LogoStyle: Description(
        "徽标",
        "PNG、JPEG 或 SVG；只有文件时直接写文件。",
        "A PNG, JPEG or SVG; a bare text is its file.",
        ("images/emblem.svg", {"file": "images/emblem.svg", "height": "22mm"}),
    ),
    ColophonLine: Description("末页的一行", "末页上的一行字。", "A line of the last page."),
    GroundStyle: Description("末页底色", "末页下部的出血底色。", "A ground from edge to edge at the foot of the page."),
    CoverGroundStyle: Description(
        "封面底色", "封面上部的出血底色。", "A ground from edge to edge at the head of the cover."
    ),
}
"""The records of cover and last page."""

COVER_FIELDS: dict[type[Struct], dict[str, Description]] = {
    CoverLine: {
        "field": _FIELD,
        "text": _TEXT,
        "name": Description("名称", "印在这一项前面。", "The name before the field.", ("会　议",)),
        "at": Description(
            "位置",
            "这一行的字离纸的上边多远；上面的行占到了就往下排。",
            "How far below the head of the paper the line begins, unless the lines above reach further.",
            ("72mm",),
        ),
    },
    ColophonLine: {"field": _FIELD, "text": _TEXT},
    LogoStyle: {
        "file": Description("文件", "从工作文件夹起的路径。", "The path from the workspace.", ("images/emblem.svg",)),
        "height": Description("高", "印多高；不会比版心宽。", "How high it is printed, but no wider than the text."),
        "text": Description("替代文字", "读给看不见的人听；不写就是单位加“徽标”。", "Read to those who cannot see it."),
    },
    GroundStyle: _GROUND,
    CoverGroundStyle: {
        **_GROUND,
        "mark": Description(
            "装饰字", "印在底色右下角，不算正文；可写【本年】。", "Decoration in its lower right corner.", ("【本年】",)
        ),
        "inset": Description(
            "边距", "装饰字离底色右边和下边多远。", "How far the mark is from the right and lower edges."
        ),
        "foot": Description(
            "下线", "离纸的下边多远印一条线；不写就没有。", "How far above the foot of the paper a line is, if any."
        ),
        "rule": Description("线粗", "这条线的粗细。", "The thickness of that line."),
    },
}
"""The fields of these records."""
