"""What every record and field of a style sheet is for, in Chinese and in English.

Only the JSON Schema and the reference of style sheets read this: no command pays for it but ``schema``. Tests compare
it with the types.
"""

from msgspec import Struct

from reportgen.source.schema_builder import Description
from reportgen.style.chart_descriptions import CHART_FIELDS, CHART_RECORDS
from reportgen.style.cover_descriptions import COVER_FIELDS, COVER_RECORDS
from reportgen.style.grid_types import CardsStyle, FigureRowsStyle, FigureRowWidths
from reportgen.style.margin_descriptions import MARGIN_FIELDS, MARGIN_RECORDS
from reportgen.style.sheet_types import (
    AnnexStyle,
    ComparisonStyle,
    ContentsStyle,
    DraftStyle,
    GlossaryStyle,
    ItemStyle,
    LeaderStyle,
    LedgerStyle,
    MetricColumns,
    MetricsStyle,
    NumberStyle,
    PageStyle,
    PartStyle,
    PlanStyle,
    PlanWidths,
    SectionStyle,
    SpeechStyle,
    StyleSheet,
    TableStyle,
    TaskRowsStyle,
)
from reportgen.style.text_descriptions import BLOCKS, RUNS, TEXT_FIELDS, TEXT_RECORDS

_ORDINAL = Description(
    "序号",
    "{1}、{一}、{①}、{i} 是数的写法；不写就不编号。",
    "Its number, counted as {1}, {一}, {①} or {i}; not numbered unless given.",
    ("{一}、", "（{一}）", "{1}."),
)
_ANNEX = Description("附件", "写 {} 就另页印作附件。", "Prints it as an annex; {} takes the usual words.", ({},))
_TITLE = Description("标题", "印在上面的标题；可写【本年】。", "Its heading; it may refer to 【本年】.")
_START = Description(
    "起页", "none 接着排，page 另起一页，odd 另起单页。", "Where it starts: here, on a new or an odd page."
)
_FILL = Description("底色", "colours 里的名字；不写就没有。", "The colour behind each cell, a name from colours.")
_GRID: dict[str, Description] = {
    "fill": _FILL,
    "gap": Description("间距", "格与格之间空多少。", "The space between cells side by side, and between rows."),
    "pad": Description("上下边距", "文字上下空多少。", "The space above and below the text of a cell."),
    "inset": Description(
        "左右边距", "文字左右空多少；不写就同 pad。", "The space left and right; as pad unless given."
    ),
    "left": Description("左缩进", "整个表从左边缩进多少。", "The indent of the whole grid from the left."),
    "rule": Description(
        "线", "每行上面和最后一行下面的线的粗细。", "The thickness of a line above each row and at the end."
    ),
    "rule_colour": Description(
        "线色", "colours 里的名字；不写就同文字。", "The colour of that line; else that of the text."
    ),
}
_WIDTH = Description("列宽", "与同表其他列的比例。", "The width of the column, relative to the others.")
_CHANGE_TABLE: dict[str, Description] = {
    "title": Description("标题", "表上面的标题。", "The title."),
    "legend": Description("说明", "说明表中记号的一行。", "A line that explains the marks in the table."),
    "old": Description("左列", "左边一列的表头。", "The head of the left column."),
    "new": Description("中列", "中间一列的表头。", "The head of the middle column."),
    "change": Description("右列", "右边一列的表头。", "The head of the right column."),
}
_PART = Description("部分", "这一部分怎么印、印多少。", "How this part is printed, and how much of it.")

RECORDS: dict[type[Struct], Description] = {
    StyleSheet: Description(
        "版式",
        "决定报告的样子；用 extends 时只写与它不同的项。",
        "How a report looks; with extends, only what differs from that sheet.",
    ),
    PageStyle: Description("页面", "纸、边距和行格。", "The paper, its margins and its line grid."),
    **TEXT_RECORDS,
    **COVER_RECORDS,
    ContentsStyle: Description("目录", "目录的标题、层次和页码。", "The contents: title, depth and page numbers."),
    LeaderStyle: Description("引导点", "目录里标题与页码之间的点。", "The dots between a title and its page number."),
    PartStyle: Description("部分", "一个部分怎么印、印多少。", "How a part is printed, and how much of it."),
    SectionStyle: Description("节", "各节怎么编号。", "How sections are numbered."),
    ItemStyle: Description("条目", "条目怎么印。", "How items are printed."),
    NumberStyle: Description("数字", "指标的数怎么印。", "How the numbers of metrics are printed."),
    FigureRowsStyle: Description(
        "数字行", "都没有历年数时一行一个。", "A row for each metric, where none has history."
    ),
    FigureRowWidths: Description("数字行列宽", "数字和文字两列。", "Its columns: number and text."),
    CardsStyle: Description(
        "数字卡片", "第一部分之前，每个指标一张卡片。", "A card for each metric, before the first part."
    ),
    PlanStyle: Description(
        "任务一览", "主要任务的各节和要点列成一览。", "Next year's tasks at a glance, under their intro."
    ),
    PlanWidths: Description(
        "列宽", "任务一览三列的宽度之比。", "The widths of the plan's columns, relative to each other."
    ),
    TaskRowsStyle: Description(
        "任务逐项",
        "主要任务一项一格：标题、导语和并排的要点。",
        "The tasks one a row: title, lead, points side by side.",
    ),
    MetricsStyle: Description("指标表", "报告末尾的指标表。", "The table of metrics at the end."),
    MetricColumns: Description("指标表表头", "指标表各列的表头。", "The heads of the table of metrics."),
    AnnexStyle: Description("附件", "另页印作附件；有几个就编号。", "Prints it as an annex; several are numbered."),
    GlossaryStyle: Description("名词解释", "报告末尾的名词解释。", "The glossary at the end."),
    SpeechStyle: Description(
        "宣读", "一句一行，旁边记用时。", "For reading aloud: a line for each sentence, with minutes."
    ),
    ComparisonStyle: Description("对照表", "reportgen diff 的对照表。", "The table that reportgen diff prints."),
    LedgerStyle: Description("落实情况表", "reportgen follow 的表。", "The table that reportgen follow prints."),
    TableStyle: Description("表格", "表格的线、底色和列宽。", "The lines, colours and column widths of tables."),
    DraftStyle: Description("讨论稿", "build --draft N 多印的东西。", "What build --draft N adds to the pages."),
    **CHART_RECORDS,
    **MARGIN_RECORDS,
}
"""Every record, in the order of the file."""

FIELDS: dict[type[Struct], dict[str, Description]] = {
    StyleSheet: {
        "schema": Description("格式版本", "总是 1。", "The version of this format, always 1."),
        "description": Description("说明", "reportgen styles 列出的一句话。", "The line that reportgen styles shows."),
        "extends": Description(
            "基于", "在哪个版式的基础上改。", "The style sheet that this one changes.", ("plenary",)
        ),
        "page": Description("页面", "纸、边距和行格。", "The paper, its margins and its line grid."),
        "fonts": Description("字体", "自己起的名字: {faces, word, word_latin}。", "Fonts, under names of your own."),
        "colours": Description(
            "颜色",
            '自己起的名字: "#9b1b1e"，或“别的颜色 15%”。',
            "Colours, under names of your own: six digits, or a share of another.",
            ({"accent": "#9b1b1e", "tint": "accent 5%"},),
        ),
        "text": Description("文字", "各类段落的样子。", "How each kind of paragraph looks.", keys=BLOCKS),
        "runs": Description("段内文字", "段内各类文字的样子。", "How text within a paragraph looks.", keys=RUNS),
        "cover": Description("封面", "封面上的各行，依次印出。", "The lines of the cover, in this order."),
        "cover_ground": Description(
            "封面底色", "封面上部的出血底色；不写就没有。", "The ground behind the cover; none unless given."
        ),
        "cover_page": Description(
            "封面独页", "false 就印在正文上面。", "False prints the cover above the text instead."
        ),
        "body_title": Description(
            "正文标题", "true 就在正文上面再印一次标题。", "True prints the title above the text as well."
        ),
        "logo": Description("徽标", "印在 cover 里 field 为 logo 的一行。", "The logo, printed where cover lists it."),
        "contents": Description("目录", "不写就没有目录。", "The contents; none unless given."),
        "body_start": Description("正文起页", _START.zh, "Where the text starts: here, on a new or an odd page."),
        "reviews": _PART,
        "tasks": _PART,
        "insights": _PART,
        "numbers": Description("数字", "指标的数怎么印。", "How the numbers of metrics are printed."),
        "framing": Description(
            "首尾的话", "印不印称呼、开场白和结束语。", "Whether salutation, opening and closing are printed."
        ),
        "cards": Description("数字卡片", "不写就没有。", "The year in figures; none unless given."),
        "figure_rows": Description("数字行", "不写就总印卡片。", "Figures one a row; always cards unless given."),
        "plan": Description("任务一览", "不写就没有。", "The tasks at a glance; none unless given."),
        "task_rows": Description("任务逐项", "不写就按节印。", "The tasks one a row; sections unless given."),
        "metrics": Description("指标表", "不写就没有。", "The table of metrics; none unless given."),
        "small_charts": Description("小图", "不写就没有小图。", "Small charts; none unless given."),
        "glossary": Description("名词解释", "不写就不印。", "The glossary; none unless given."),
        "colophon": Description("末页", "末页上的各行，依次印出。", "The lines of the last page, in this order."),
        "side": Description("侧栏", "不写就没有。", "The column beside the text; none unless given."),
        "colophon_ground": Description(
            "末页底色", "末页下部的出血底色；不写就没有。", "The ground behind the last page; none unless given."
        ),
        "speech": Description("宣读", "写了就一句一行。", "Prints the report for reading aloud."),
        "comparison": Description("对照表", "reportgen diff 的对照表。", "The table that reportgen diff prints."),
        "ledger": Description("落实情况表", "reportgen follow 的表。", "The table that reportgen follow prints."),
        "tables": Description("表格", "表格的线、底色和列宽。", "The lines, colours and column widths of tables."),
        "header": Description("页眉", "不写就没有。", "The header; none unless given."),
        "footer": Description("页脚", "不写就没有。", "The footer; none unless given."),
        "draft": Description("讨论稿", "不写就不能用 --draft N。", "Needed for build --draft N."),
        "body_page_number": Description(
            "正文页码", "正文页码的写法。", "How the pages of the text are numbered.", ("{1}",)
        ),
        "loosest": Description(
            "最松", "字间最多拉开多少，超过就提示。", "How far gaps may be stretched before line-loose warns."
        ),
        "keep": Description(
            "不拆的词", "不在行末拆开的词。", "Words that no line end may split.", (["全过程人民民主"],)
        ),
    },
    PageStyle: {
        "width": Description("宽", "纸的宽度。", "The width of the paper.", ("210mm",)),
        "height": Description("高", "纸的高度。", "The height of the paper.", ("297mm",)),
        "top": Description("上边距", "版心上面空多少。", "The margin above the text.", ("37mm",)),
        "bottom": Description("下边距", "版心下面空多少。", "The margin below the text.", ("35mm",)),
        "left": Description(
            "左边距", "版心左边空多少；单页的订口。", "The left margin: the binding edge of odd pages.", ("28mm",)
        ),
        "right": Description("右边距", "版心右边空多少。", "The right margin.", ("26mm",)),
        "line": Description(
            "行距", "行格的行距，“行”这个单位就是它。", "The pitch of the line grid, the unit 行.", ("29.61pt",)
        ),
        "facing": Description("双页", "双页的左右边距对换。", "Swaps the left and right margins of even pages."),
        "multiple": Description(
            "页数倍数",
            "用空白页凑成几的倍数；补在末页（colophon）之前，没有末页就补在最后。",
            "Blank pages, before the colophon or else last, make the number of pages a multiple of it.",
        ),
        "max_pages": Description(
            "最多页数",
            "超过就排紧些，再放不下就提示；不写就不限。",
            "More than this are set closer, then reported; no limit unless given.",
        ),
    },
    **TEXT_FIELDS,
    **COVER_FIELDS,
    ContentsStyle: {
        "title": Description("标题", "目录上面的字。", "The title of the contents.", ("目录",)),
        "levels": Description("层次", "列到第几级标题。", "How many levels of headings are listed."),
        "start": _START,
        "page_number": Description(
            "页码", "目录页码的写法；不写就没有。", "How its own pages are numbered, if at all.", ("{i}",)
        ),
        "closest": Description(
            "最小行距", "行距缩到这么多能省一页，就缩。", "The line pitch of entries where it saves a page.", ("28pt",)
        ),
        "least": Description(
            "最少条数", "标题不到这么多条，就不印目录。", "No list is printed with fewer entries than these."
        ),
        "number_after": Description(
            "页码随后",
            "从这一级起，页码跟在标题后面，不排到右边。",
            "The level from which page numbers follow their titles.",
        ),
        "aligned": Description(
            "标题对齐", "没有序号的标题也空出序号的地方。", "Titles without an ordinal begin where those with one do."
        ),
        "leader": Description("引导点", "标题与页码之间的点。", "The dots between a title and its page number."),
    },
    LeaderStyle: {
        "dots": Description("印点", "false 就只留空。", "False leaves only room between them."),
        "dot": Description("大小", "点的直径。", "The diameter of the dots."),
        "pitch": Description("间距", "点与点的距离。", "The distance from dot to dot."),
        "gap": Description("空隙", "点与文字的距离。", "The distance from the text on both sides."),
        "room": Description("页码宽", "右边留给页码的宽度。", "The room at the right for the page number."),
    },
    PartStyle: {
        "ordinal": _ORDINAL,
        "show": Description(
            "印多少",
            "all 全部，heads 只印标题，title 只印部分标题。",
            "All of it, the heads of sections and items, or its own title alone.",
        ),
        "sections": Description("节", "各节怎么编号。", "How its sections are numbered."),
        "items": Description("条目", "条目怎么印。", "How its items are printed."),
    },
    SectionStyle: {
        "ordinal": _ORDINAL,
        "badge": Description("底块", "序号印在底块上。", "Prints the ordinal as a badge (runs: badge)."),
    },
    ItemStyle: {
        "form": Description(
            "形式",
            "run-in 标题在段首，points 要点，headings 标题独行，statements 感悟。",
            "Title run in, a point, a heading of its own, or a statement.",
        ),
        "ordinal": _ORDINAL,
        "bullet": Description("项目符号", "代替序号的符号。", "A bullet instead of an ordinal.", ("▪",)),
        "separator": Description(
            "间隔",
            "段首标题、论点后面的字；末尾有标点就不加。",
            "What follows a run-in title or a claim without a stop.",
        ),
        "fill_page": Description("排满", "statements 等高，排满一页。", "Statements share out their page alike."),
    },
    NumberStyle: {
        "grouping": Description("分节", "五位以上的数怎么分节。", "How numbers of five digits or more are grouped."),
    },
    CardsStyle: {
        **_GRID,
        "title": _TITLE,
        "ordinal": _ORDINAL,
        "label": Description("名称", "名称在数字上面还是下面。", "Whether the label is above the number or below it."),
        "changes": Description("变化", "words 用字，signs 用 ▲▼。", "In words, or with the signs ▲ and ▼."),
        "notes": Description("说明", "true 就在卡片上印指标的说明。", "True prints the notes of metrics."),
        "legend": Description("图注", "不写就没有。", "A line that explains charts and signs; none unless given."),
        "columns": Description("列数", "一行几张。", "How many cards are side by side."),
        "chart": Description("小图", "卡片上的小图；不写就没有。", "The small chart on a card; none unless given."),
    },
    FigureRowsStyle: {
        **_GRID,
        "most": Description("至多几行", "指标多于这些就印卡片。", "Where there are more metrics, they are cards."),
        "widths": Description("列宽", "两列的宽度之比。", "The widths of the two columns."),
    },
    FigureRowWidths: {"figure": _WIDTH, "text": _WIDTH},
    PlanStyle: {
        **_GRID,
        "widths": Description("列宽", "三列的宽度之比。", "The widths of the three columns."),
        "separator": Description(
            "分隔", "页数有限时，同排一行的要点用它隔开。", "What parts points on one line where pages are limited."
        ),
    },
    TaskRowsStyle: {
        **_GRID,
        "columns": Description("列数", "要点至多并排几个。", "How many points are side by side at most."),
        "bullet": Description("项目符号", "要点前面的符号。", "The bullet before a point.", ("▪",)),
    },
    PlanWidths: {"ordinal": _WIDTH, "title": _WIDTH, "points": _WIDTH},
    MetricsStyle: {
        "title": _TITLE,
        "ordinal": _ORDINAL,
        "annex": _ANNEX,
        "only_noted": Description(
            "有说明才印", "没有指标写了 note 就不印。", "Prints it only where a metric has a note."
        ),
        "columns": Description("表头", "各列的表头。", "The heads of its columns."),
        "chart": Description("图", "不写就没有图。", "Charts of earlier years; none unless given."),
    },
    MetricColumns: {
        "label": Description("名称", "指标名称一列的表头。", "The head over the labels."),
        "figure": Description("数据", "数据一列的表头。", "The head over the numbers."),
        "change": Description(
            "变化", "变化一列的表头；都没有变化就没有这一列。", "The head over changes, where there are any."
        ),
        "note": Description(
            "说明", "说明一列的表头；都没有说明就没有这一列。", "The head over notes, where there are any."
        ),
    },
    AnnexStyle: {
        "label": Description("标识", "附件第一行的字。", "The label above its title."),
        "note": Description(
            "说明", "正文之后的一行，{} 处是附件标题。", "The line under the text, with the title at {}."
        ),
    },
    GlossaryStyle: {
        "title": _TITLE,
        "ordinal": _ORDINAL,
        "annex": _ANNEX,
        "mark": Description("注号", "名词第一次出现处的记号。", "The mark at the first use of a term.", ("[{1}]",)),
        "notes": Description(
            "注释",
            "endnotes：Word 文件里作尾注，增删时自动重新编号；别的格式都是列表。",
            "Native endnotes in the DOCX, which renumber themselves; a list everywhere else.",
        ),
    },
    SpeechStyle: {
        "pace": Description("语速", "每分钟念多少字，标点不算。", "Characters spoken a minute, without marks."),
        "minutes": Description("用时", "{} 处是分钟数。", "The minutes beside the text, their number at {}."),
        "gap": Description("距离", "用时与版心的距离。", "Its distance from the text."),
    },
    ComparisonStyle: _CHANGE_TABLE,
    LedgerStyle: {key: each for key, each in _CHANGE_TABLE.items() if key != "legend"},
    TableStyle: {
        "rule": Description("线", "线的粗细。", "The thickness of its lines.", ("0.5pt",)),
        "colour": Description("线色", "colours 里的名字。", "The colour of its lines, from colours."),
        "inset": Description("左右边距", "文字与格边的距离。", "The space between text and the edge of a cell."),
        "head_fill": Description(
            "表头底色", "colours 里的名字；不写就没有。", "The colour behind its head, from colours."
        ),
        "columns": Description(
            "列宽",
            "shares 按下面的宽度；content 指标表的列宽随内容。",
            "By the widths below, or for the table of metrics by what it holds.",
        ),
        "label": _WIDTH,
        "figure": _WIDTH,
        "change": _WIDTH,
        "note": _WIDTH,
        "old": _WIDTH,
        "new": _WIDTH,
    },
    DraftStyle: {
        "mark": Description("稿次", "多印的一行。", "One more line on every page."),
        "watermark": Description(
            "水印", "斜印在每页上的字；{draft} 是第几稿。", "A text across every page; {draft} is its number."
        ),
        "angle": Description("角度", "水印斜多少度。", "The angle of the watermark in degrees."),
        "lines": Description("行号", "版心旁边的行号。", "The numbers beside the lines."),
        "shift": Description(
            "移动", "版心移向订口多少，外边留出批注的地方。", "Moves the text to the binding, for notes."
        ),
    },
    **CHART_FIELDS,
    **MARGIN_FIELDS,
}
"""Every field of every record, in the order of the types."""
