"""What the JSON Schema of style sheets says of what stands around the text."""

from msgspec import Struct

from reportgen.source.schema_builder import Description
from reportgen.style.margin_types import LineNumberStyle, SideStyle
from reportgen.style.sheet_types import FurnitureStyle

MARGIN_RECORDS: dict[type[Struct], Description] = {
    SideStyle: Description(
        "侧栏",
        "正文靠订口一边的窄栏，放编号和数字。",
        "A narrow column beside the text, towards the spine: ordinals and figures.",
    ),
    FurnitureStyle: Description("页边文字", "页眉、页脚或稿次的一行。", "A line at the head or foot of every page."),
    LineNumberStyle: Description("行号", "版心旁边的行号。", "Numbers beside the lines."),
}

MARGIN_FIELDS: dict[type[Struct], dict[str, Description]] = {
    SideStyle: {
        "texts": Description(
            "各部分", "哪些部分的正文旁边有侧栏。", "The texts that it is beside.", (["opening", "reviews", "closing"],)
        ),
        "indented": Description(
            "缩进的部分",
            "哪些部分与正文左边对齐，两边到版心边为止。",
            "The texts that begin where those do, and keep to the margins of the page.",
            (["tasks", "insights"],),
        ),
        "inner": Description("订口边距", "侧栏离订口多远。", "Between the binding edge and the column.", ("16mm",)),
        "width": Description("宽", "侧栏的宽度。", "How wide it is.", ("34mm",)),
        "gap": Description("间距", "侧栏离正文多远。", "Between the column and the text.", ("6mm",)),
        "outer": Description("切口边距", "正文离另一边多远。", "Between the text and the other edge.", ("27mm",)),
        "figures": Description(
            "数字",
            "true 就在各节旁边印正文里的第一个指标。",
            "True prints the first metric of the text of a section beside it.",
        ),
        "chart": Description("小图", "数字下面的小图；不写就没有。", "A small chart below it; none unless given."),
    },
    FurnitureStyle: {
        "text": Description(
            "文字",
            "{page} 页码，{title}、{short_title}、{part} 标题，{hash} 依据；另有 {draft}。",
            "The line; {page}, {title}, {short_title}, {part}, {hash} and {draft} are filled in.",
            ("— {page} —",),
        ),
        "left_text": Description(
            "双页文字", "双页上的文字；不写就同 text。", "The line of even pages; as text unless given."
        ),
        "side": Description(
            "位置", "outside 单页在右、双页在左。", "Outside is right on odd pages, left on even ones."
        ),
        "gap": Description("距离", "版心到这一行中间的距离。", "From the text to the middle of the line."),
        "inset": Description("缩进", "离版心左右边多远。", "How far from the left or right edge of the text."),
    },
    LineNumberStyle: {
        "every": Description("间隔", "每几行印一个。", "How many lines from number to number."),
        "gap": Description("距离", "行号与文字的距离。", "The distance from the text."),
    },
}
