"""What every field of a report file is, beyond its type: the one table of fields.

The JSON Schema reads the descriptions; comparisons, git's text form, next year's file and the names of Word styles
read the rest. It is kept apart from the types so that ``check`` does not pay for it. Tests hold it to the types, and a
law (tests/report/test_fields.py) holds every command to it.
"""

from datetime import date
from functools import cache
from typing import Literal, assert_never

from msgspec import Struct

from reportgen.report.numbers import PENDING, Number
from reportgen.report.report_types import Item, Metric, Part, Report, Section, Term
from reportgen.source.schema_builder import Description
from reportgen.source.shapes import (
    ChoiceShape,
    CustomShape,
    FlagShape,
    ListShape,
    RealShape,
    RecordShape,
    Shape,
    TableShape,
    TextShape,
    WholeShape,
    record_shape,
)
from reportgen.text.dates import chinese_date

Compared = Literal["text", "name", "figure", "link"]
"""How a field is compared: as a text, as what names its entry, as a part of the figure that its metric prints, or only
between two versions of one year, because it links entries to those of another year."""

NextYear = Literal["to-come", "moved-on", "kept", "asked", "dropped", "made"]
"""What becomes of a field of the report, or of a metric, in the file that next year begins with: to be written anew,
last year's words beside it; moved on by a year, to be checked; kept as it is; only remembered in a remark; left out;
or made in a way of its own."""


class Field(Description, frozen=True, kw_only=True):
    """A field. ``unprinted``: why no output shows it; empty where every output does.

    ``prints_with``: beside what a value of the field prints, where it does not by itself.
    """

    compared: Compared = "text"
    next_year: NextYear = "to-come"
    unprinted: str = ""
    prints_with: str = ""


_ID = Field(
    "编号",
    "在本部分里唯一，只用汉字、字母、数字、- 和 _；不印出来。",
    "An id, unique within its part: Chinese characters, letters, digits, - and _. Not printed.",
    ("民生", "party-building"),
    compared="link",
    unprinted="only follows and comparisons refer to it",
)
_FOLLOWS = Field(
    "回应",
    "回应上年主要任务里的哪些编号；只能写在 reviews 里。",
    "The ids of last year's tasks that this entry follows up. Only allowed in reviews.",
    (["民生"],),
    compared="link",
    unprinted="the ledger of promises shows it, not the report",
)
_ITEMS = Field(
    "条目",
    "一条一项；只有标题时直接写文字，否则写 title、claim、text。",
    "One item per entry: a plain string is a title; otherwise write title, claim, text.",
)

RECORDS: dict[type[Struct], Description] = {
    Report: Description(
        "报告",
        "一年一个文件；必须有 schema、year、title，以及 reviews、tasks、insights 之一。",
        "One year's report. Requires schema, year, title and one of reviews, tasks, insights.",
    ),
    Part: Description(
        "部分",
        "依次印出引言、条目、各节、结语。",
        "A part of the report. Prints its intro, items, sections and closing, in this order.",
    ),
    Section: Description("节", "自动编号的一节。", "A numbered section of a part."),
    Item: Description(
        "条目",
        "一段或一点；title、claim、text 至少写一项，直接写文字就是标题。",
        "A paragraph or point. Requires one of title, claim, text; a plain string is a title.",
        ("筑牢理论武装根基", {"title": "提案办理提质增效。", "text": "全年征集提案【提案】。"}),
    ),
    Term: Description("名词", "报告末尾解释的一个词。", "A term explained at the end of the report."),
    Metric: Description(
        "指标",
        "一个有名称的数：只写一次，正文里用【名称】引用，处处印得一样。",
        "A named number: written once, printed wherever a text refers to it as 【name】.",
        (
            {"label": "征集提案", "value": 546, "unit": "件"},
            {"label": "惠及群众", "value": 58000, "scale": "万", "unit": "人次", "history": {"2024": "5.1万"}},
        ),
    ),
}

FIELDS: dict[type[Struct], dict[str, Field]] = {
    Report: {
        "schema": Field(
            "格式版本",
            "总是 1。",
            "The version of the file format; always 1.",
            next_year="made",
            unprinted="it says how to read the file",
        ),
        "year": Field(
            "年份",
            "报告所回顾的年份，与文件名相同。",
            "The year under review; must match the file name.",
            (2025,),
            next_year="made",
        ),
        "title": Field(
            "标题",
            "印在封面上，也是文件属性里的标题。",
            "The title, printed on the cover and stored in the file properties.",
            compared="name",
            next_year="moved-on",
        ),
        "label": Field(
            "标注",
            "封面标题旁的小字，如“图解”“书面”。",
            "A short label beside the title on the cover.",
            ("图解", "书面"),
            compared="name",
            next_year="kept",
        ),
        "organization": Field(
            "单位", "作报告的单位，印在封面上。", "The reporting organization, printed on the cover.", next_year="kept"
        ),
        "session": Field(
            "会议", "在哪次会议上作报告。", "The session at which the report is delivered.", next_year="moved-on"
        ),
        "date": Field(
            "日期",
            "作报告的日期，写 2026-01-16 或 2026年1月16日。",
            "The date of delivery: 2026-01-16 or 2026年1月16日.",
            ("2026-01-16", "2026年1月16日"),
            next_year="asked",
        ),
        "place": Field("地点", "在哪里作报告。", "Where the report is delivered."),
        "speaker": Field("报告人", "由谁作报告。", "Who delivers the report."),
        "salutation": Field("称呼", "正文开头的称呼。", "The salutation at the start of the text.", ("各位委员：",)),
        "opening": Field(
            "开场白", "称呼之后、第一部分之前的话。", "Text after the salutation and before the first part."
        ),
        "metrics": Field(
            "指标",
            "名称: {label, value, unit}；正文里用【名称】引用。",
            "Named numbers as name: {label, value, unit}; refer to one as 【name】 in a text.",
            ({"提案": {"label": "征集提案", "value": 546, "unit": "件"}},),
            next_year="made",
        ),
        "reviews": Field("工作回顾", "本年做了什么。", "What was done this year.", next_year="made"),
        "tasks": Field("主要任务", "下年要做什么。", "What will be done next year.", next_year="made"),
        "insights": Field("感悟", "本年工作的体会。", "Lessons of the year.", next_year="made"),
        "closing": Field("结束语", "各部分之后的话。", "Text after the last part."),
        "signature": Field(
            "署名",
            "正文最后的署名；下面印日期。",
            "Who signs, at the end of the text; the date is printed below it.",
            ("政协云溪市委员会",),
            compared="name",
            next_year="kept",
        ),
        "glossary": Field(
            "名词解释",
            "在正文第一次出现处编号，解释列在报告末尾。",
            "Terms numbered at their first use and explained at the end.",
            next_year="made",
        ),
    },
    Part: {
        "title": Field(
            "标题", "这一部分的标题。", "The heading of the part.", ("【本年】年工作回顾",), compared="name"
        ),
        "intro": Field(
            "引言", "标题下面的话；空一行另起一段。", "Text under the heading; an empty line starts a new paragraph."
        ),
        "items": _ITEMS,
        "sections": Field("各节", "一节一项，自动编号。", "One section per entry, numbered automatically."),
        "closing": Field("结语", "这一部分最后的话。", "Text at the end of the part."),
    },
    Section: {
        "id": _ID,
        "title": Field(
            "标题", "这一节的标题，不写序号。", "The heading of the section, without a number.", compared="name"
        ),
        "lead": Field("导语", "标题下面的一段话。", "A paragraph under the heading."),
        "follows": _FOLLOWS,
        "items": _ITEMS,
    },
    Item: {
        "id": _ID,
        "title": Field("标题", "印在条目开头。", "Printed at the start of the item.", compared="name"),
        "claim": Field("论点", "紧接标题的一句判断。", "A statement right after the title."),
        "text": Field(
            "正文", "条目的正文；空一行另起一段。", "The body of the item; an empty line starts a new paragraph."
        ),
        "follows": _FOLLOWS,
    },
    Term: {
        "term": Field("名词", "与正文里的写法相同。", "The term, spelled as in the text.", compared="name"),
        "meaning": Field("解释", "这个名词的意思。", "The meaning of the term."),
    },
    Metric: {
        "label": Field(
            "名称",
            "印在表格和【名称：名称】处。",
            "What the number counts; printed in tables and for 【name：label】.",
            ("征集提案",),
            compared="name",
            next_year="kept",
        ),
        "value": Field(
            "数值",
            "写 546、1,234 或 5.8万。",
            "The number, such as 546, 1,234 or 5.8万.",
            (546, "5.8万"),
            compared="figure",
            next_year="made",
        ),
        "scale": Field("量级", "按万或亿印出。", "Prints the number in 万 or 亿.", compared="figure", next_year="made"),
        "qualifier": Field(
            "概数词",
            "余、多印在数后，约、近、超、逾印在数前。",
            "余 and 多 are printed after the number; 约, 近, 超 and 逾 before it.",
            compared="figure",
            next_year="dropped",
        ),
        "qualifier_position": Field(
            "概数词位置",
            "余、多印在万、亿之前（before）还是之后（after）；不写就按整十在前、其余在后。",
            "Whether 余 and 多 print before or after 万 and 亿; by default, before in a whole ten.",
            next_year="dropped",
            prints_with="余 or 多 and a scale",
        ),
        "unit": Field(
            "单位",
            "紧接在数后面。",
            "Printed right after the number.",
            ("件", "人次"),
            compared="figure",
            next_year="kept",
        ),
        "decimals": Field(
            "小数位数",
            "印几位小数；不写就照数值的写法。",
            "Number of decimals to print; as typed in value if absent.",
            compared="figure",
            next_year="kept",
        ),
        "group": Field("分组", "表格里归在哪一类。", "The group of the metric in tables.", next_year="kept"),
        "note": Field("备注", "表格里的说明。", "A remark printed in tables.", next_year="dropped"),
        "better": Field(
            "好的方向",
            "up 是越多越好，down 是越少越好。",
            "Whether more (up) or less (down) is better.",
            next_year="kept",
            unprinted="no output marks the direction yet",
        ),
        "rank": Field(
            "名次",
            "这个数是名次，越小越靠前；变化印成上升2位。",
            "The number is a rank: its change prints as 上升2位.",
            next_year="kept",
            prints_with="a change",
        ),
        "change": Field(
            "变化",
            "直接写出变化，如增长5.2%（按不变价）；写 none 就不印变化。",
            "The change as it prints, such as real growth; none prints no change.",
            ("增长5.2%", "none"),
            next_year="dropped",
        ),
        "parts": Field(
            "构成",
            "由哪些指标相加而成；印出来对不上就提示。",
            "The metrics that add up to this one; check reports where they do not, as printed.",
            (["立案", "并案"],),
            next_year="kept",
            unprinted="check adds the numbers up",
        ),
        "of": Field(
            "属于",
            "是哪个指标的一部分；同一指标有几部分时，相加应等于它。",
            "The metric that this one is a part of; where it has several parts, they add up to it.",
            ("提案",),
            next_year="kept",
            unprinted="check adds the numbers up",
        ),
        "history": Field(
            "往年数",
            "年份: 数值；有上年的报告文件时以它为准。",
            "Values of earlier years as year: value; last year's report takes precedence.",
            ({"2024": 521},),
            compared="link",
            next_year="made",
        ),
    },
}
"""Every field of every record, in the order of the types."""


@cache
def simple_fields(record: type[Struct]) -> dict[str, Field]:
    """The fields of a record that hold one value or a few words, in order; not records, lists of them, and tables."""
    shapes = record_shape(record).fields
    return {name: field for name, field in FIELDS[record].items() if _is_simple(shapes[name].shape)}


def _is_simple(shape: Shape) -> bool:
    match shape:
        case TextShape() | WholeShape() | RealShape() | FlagShape() | ChoiceShape() | CustomShape():
            return True
        case ListShape():
            return _is_simple(shape.of)
        case TableShape() | RecordShape():
            return False
        case _:
            assert_never(shape)


def field_text(value: object) -> str | None:
    """The value of a simple field as people read it; None where it is absent."""
    match value:
        case None | ():
            return None
        case str():
            return value
        case date():
            return chinese_date(value)
        case bool():
            return "true" if value else None
        case Number():
            return PENDING if value.pending else f"{value.digits:f}{value.scale or ''}"
        case tuple():
            return "、".join(filter(None, map(field_text, value)))
        case _:
            return str(value)
