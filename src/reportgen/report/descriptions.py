"""What every record and field of a report file is for, in Chinese and in English, for whoever types one in an editor.

Only the JSON Schema reads this, so it stands apart from the types: ``check`` never pays for it. A test compares the
two.
"""

from msgspec import Struct

from reportgen.report.report_types import Item, Metric, Part, Report, Section, Term
from reportgen.source.schema_builder import Description

_ID = Description(
    "编号",
    "在本部分里唯一，只用汉字、字母、数字、- 和 _；不印出来。",
    "An id of Han, letters, digits, - and _, unique within its part; never printed.",
    ("民生", "party-building"),
)
_FOLLOWS = Description(
    "回应",
    "回应上年主要任务里的哪些编号；只能写在 reviews 里。",
    "The ids of last year's tasks that this one follows up; in reviews only.",
    (["民生"],),
)
_ITEMS = Description(
    "条目",
    "一条一项；只有标题时直接写文字，否则写 title、claim、text。",
    "Its items: a bare text is a title alone, else write title, claim, text.",
)

RECORDS: dict[type[Struct], Description] = {
    Report: Description(
        "报告",
        "一年一个文件；必须有 schema、year、title，以及 reviews、tasks、insights 之一。",
        "One year's report; it needs schema, year, title and one of reviews, tasks, insights.",
    ),
    Part: Description(
        "部分",
        "依次印出引言、条目、各节、结语。",
        "A part: its intro, items, sections and closing print in this order.",
    ),
    Section: Description("节", "自动编号的一节。", "A numbered section of a part."),
    Item: Description(
        "条目",
        "一段或一点；title、claim、text 至少写一项，直接写文字就是标题。",
        "A paragraph or point: at least one of title, claim, text; a bare text is a title.",
        ("筑牢理论武装根基", {"title": "提案办理提质增效。", "text": "全年征集提案【提案】。"}),
    ),
    Term: Description("名词", "报告末尾解释的一个词。", "A word that the report explains at its end."),
    Metric: Description(
        "指标",
        "一个有名称的数：只写一次，正文里用【名称】引用，处处印得一样。",
        "A named number: written once, shown wherever a text says 【name】.",
        (
            {"label": "征集提案", "value": 546, "unit": "件"},
            {"label": "惠及群众", "value": 58000, "scale": "万", "unit": "人次", "history": {"2024": "5.1万"}},
        ),
    ),
}

FIELDS: dict[type[Struct], dict[str, Description]] = {
    Report: {
        "schema": Description("格式版本", "总是 1。", "The version of this format, always 1."),
        "year": Description(
            "年份", "报告所回顾的年份，与文件名相同。", "The year under review, the one the file is named for.", (2025,)
        ),
        "title": Description("标题", "印在封面上，也是文件属性里的标题。", "The title, printed on the cover."),
        "label": Description(
            "标注",
            "封面标题旁的小字，如“图解”“书面”。",
            "A short mark beside the title on the cover.",
            ("图解", "书面"),
        ),
        "organization": Description("单位", "作报告的单位，印在封面上。", "Who reports, printed on the cover."),
        "session": Description("会议", "在哪次会议上作报告。", "The session the report is given to."),
        "date": Description(
            "日期",
            "作报告的日期，写 2026-01-16 或 2026年1月16日。",
            "The date of the report: 2026-01-16 or 2026年1月16日.",
            ("2026-01-16", "2026年1月16日"),
        ),
        "place": Description("地点", "在哪里作报告。", "Where the report is given."),
        "speaker": Description("报告人", "由谁作报告。", "Who gives the report."),
        "salutation": Description("称呼", "正文开头的称呼。", "The salutation before the text.", ("各位委员：",)),
        "opening": Description("开场白", "称呼之后、第一部分之前的话。", "The words before the first part."),
        "metrics": Description(
            "指标",
            "名称: {label, value, unit}；正文里用【名称】引用。",
            "Numbers by name; a text refers to one as 【name】.",
            ({"提案": {"label": "征集提案", "value": 546, "unit": "件"}},),
        ),
        "reviews": Description("工作回顾", "本年做了什么。", "What was done this year."),
        "tasks": Description("主要任务", "下年要做什么。", "What is to be done next year."),
        "insights": Description("感悟", "本年工作的体会。", "What the year has taught."),
        "closing": Description("结束语", "各部分之后的话。", "The words after the last part."),
        "glossary": Description(
            "名词解释",
            "在正文第一次出现处编号，解释列在报告末尾。",
            "Words explained at the end, numbered at their first use.",
        ),
    },
    Part: {
        "title": Description("标题", "这一部分的标题。", "The heading of the part.", ("【本年】年工作回顾",)),
        "intro": Description("引言", "标题下面的话；空一行另起一段。", "The text under the heading."),
        "items": _ITEMS,
        "sections": Description("各节", "一节一项，自动编号。", "Its sections, numbered as they stand."),
        "closing": Description("结语", "这一部分最后的话。", "The last words of the part."),
    },
    Section: {
        "id": _ID,
        "title": Description("标题", "这一节的标题，不写序号。", "The heading, without its number."),
        "lead": Description("导语", "标题下面的一段话。", "The text under the heading."),
        "follows": _FOLLOWS,
        "items": _ITEMS,
    },
    Item: {
        "id": _ID,
        "title": Description("标题", "印在条目开头。", "What the item begins with."),
        "claim": Description("论点", "紧接标题的一句判断。", "The statement that follows the title."),
        "text": Description("正文", "条目的正文；空一行另起一段。", "The text of the item."),
        "follows": _FOLLOWS,
    },
    Term: {
        "term": Description("名词", "与正文里的写法相同。", "The word, as it stands in the text."),
        "meaning": Description("解释", "这个名词的意思。", "What the word means."),
    },
    Metric: {
        "label": Description(
            "名称", "印在表格和【名称：名称】处。", "What the number counts, in words.", ("征集提案",)
        ),
        "value": Description("数值", "写 546、1,234 或 5.8万。", "The number: 546, 1,234 or 5.8万.", (546, "5.8万")),
        "scale": Description("量级", "按万或亿印出。", "Prints the number in 万 or 亿."),
        "qualifier": Description(
            "概数词",
            "余、多印在数后，约、近、超、逾印在数前。",
            "余 and 多 print after the number, the others before it.",
        ),
        "unit": Description("单位", "紧接在数后面。", "What stands right after the number.", ("件", "人次")),
        "decimals": Description(
            "小数位数", "印几位小数；不写就照数值的写法。", "How many decimals print; as typed where absent."
        ),
        "group": Description("分组", "表格里归在哪一类。", "The group it belongs to in tables."),
        "note": Description("备注", "表格里的说明。", "A remark on the number."),
        "better": Description(
            "好的方向", "up 是越多越好，down 是越少越好。", "Whether more (up) or less (down) is better."
        ),
        "history": Description(
            "往年数",
            "年份: 数值；有上年的报告文件时以它为准。",
            "Earlier years' numbers; last year's file wins over them.",
            ({"2024": 521},),
        ),
    },
}
"""Every field of every record, in the order of the types."""
