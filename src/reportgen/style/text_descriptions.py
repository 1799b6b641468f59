"""What fonts, roles and the fields of a text style are for, in Chinese and in English.

Only the JSON Schema and the reference of style sheets read this: no command pays for it but ``schema``. Tests compare
it with the types.
"""

from typing import get_args

from msgspec import Struct

from reportgen.report import Report
from reportgen.report.fields import FIELDS
from reportgen.source.schema_builder import Description
from reportgen.style.roles import COVER_ROLES, BlockRole, ReportField, RunRole
from reportgen.style.text_styles import DotsStyle, FaceChoice, FontStyle, Rule, RunStyle, TextStyle

_COVER: dict[BlockRole, Description] = {
    COVER_ROLES[field]: Description(
        f"封面{FIELDS[Report][field].name}", f"封面上的{FIELDS[Report][field].name}。", f"The {field} on the cover."
    )
    for field in get_args(ReportField)
}
BLOCKS: dict[BlockRole, Description] = {
    "base": Description(
        "基准", "其他文字没写的项都取自这里。", "What all other texts take when they leave a field out."
    ),
    "body": Description("正文", "开场白等一般段落。", "Plain paragraphs, such as the opening words."),
    "body-title": Description("正文大标题", "正文上面的报告标题。", "The title of the report above its text."),
    "salutation": Description("称呼", "正文开头的称呼。", "The salutation before the text."),
    "intro": Description("引言", "部分标题下面的话。", "The introduction of a part."),
    "lead": Description("导语", "节标题下面的话。", "The lead of a section."),
    "item": Description("条目", "条目的第一段。", "The first paragraph of an item."),
    "text": Description("条目正文", "条目其余各段。", "The other paragraphs of an item."),
    "point": Description("要点", "form 为 points 的条目。", "An item printed as a point (form: points)."),
    "claim": Description("论点", "标题独占一行时，其下的论点。", "The claim under an item's own heading."),
    "closing": Description("结语", "部分或全文最后的话。", "The closing words of a part or of the report."),
    "heading-1": Description("一级标题", "各部分的标题。", "The headings of parts."),
    "heading-2": Description("二级标题", "各节的标题。", "The headings of sections."),
    "heading-3": Description("三级标题", "节内条目的标题。", "The headings of items within a section."),
    "contents-title": Description("目录标题", "目录上面的字。", "The title of the contents."),
    "contents-1": Description("目录一级", "目录里的一级标题。", "Contents entries of level 1."),
    "contents-2": Description("目录二级", "目录里的二级标题。", "Contents entries of level 2."),
    "contents-3": Description("目录三级", "目录里的三级标题。", "Contents entries of level 3."),
    "cover-logo": Description("封面徽标", "封面上徽标那一行。", "The line of the logo on the cover."),
    **_COVER,
    "cover-mark": Description("封面装饰字", "封面底色上的装饰字。", "The mark on the ground of the cover."),
    "table-head": Description("表头", "表格的第一行。", "The head of a table."),
    "table-cell": Description("表格文字", "表格里的字。", "The cells of a table."),
    "card-figure": Description("卡片数字", "卡片上的数。", "The number on a card."),
    "card-label": Description("卡片名称", "卡片上的指标名称。", "The label on a card."),
    "card-change": Description("卡片变化", "卡片上与上年相比的变化。", "The change against last year on a card."),
    "card-note": Description("卡片说明", "卡片上指标的说明。", "The note of a metric on a card."),
    "row-figure": Description("数字行的数", "一行一个指标时的大数字。", "The large number of a row (figure_rows)."),
    "row-label": Description("数字行的名称", "这样一行里的指标名称。", "The label in such a row."),
    "row-change": Description("数字行的变化", "这样一行里与上年相比的变化。", "The change in such a row."),
    "row-item": Description("数字行的条目", "写到这个数的条目和页码。", "The item that speaks of it, and its page."),
    "row-note": Description("数字行的说明", "这样一行里指标的说明。", "The note in such a row."),
    "card-legend": Description(
        "卡片图注", "卡片下面说明图和符号的一行。", "The line below the cards that explains them."
    ),
    "plan-ordinal": Description("任务编号", "任务一览里的序号。", "The ordinal in the plan."),
    "plan-title": Description("任务名称", "任务一览里的标题。", "The title in the plan."),
    "plan-point": Description("任务要点", "任务一览里的要点。", "A point in the plan."),
    "task": Description("任务标题", "任务逐项印时（task_rows）每项的标题。", "The title of a task (task_rows)."),
    "task-intro": Description(
        "任务部分的导语", "任务各列一行时，这一部分开头的话。", "The introduction to tasks of a row each."
    ),
    "task-lead": Description("任务导语", "这样的标题下面的话。", "The lead of such a task."),
    "task-point": Description("逐项要点", "这样的任务的一个要点。", "A point of such a task."),
    "task-text": Description("要点续段", "要点的其余各段。", "The other paragraphs of such a point."),
    "caption": Description("题注", "图和卡片分组上面的字。", "The line above a chart or a group of cards."),
    "chart-label": Description("图表文字", "图里的数和年份。", "The numbers and years in a chart."),
    "chart-year": Description("小图年份", "小图下面的年份。", "The years below a small chart."),
    "glossary": Description("名词解释", "报告末尾的一条解释。", "An explained term at the end."),
    "band": Description("题头", "下面紧接引言的部分标题；不写就照一级标题。", "The heading of a part with an intro."),
    "statement": Description("感悟标题", "form 为 statements 的条目标题。", "The title of an item (form: statements)."),
    "statement-claim": Description("感悟论点", "这类条目的论点。", "The claim of such an item."),
    "statement-text": Description("感悟正文", "这类条目的正文。", "The text of such an item."),
    "item-title": Description(
        "条目标题句", "宣读稿里独占一行的条目标题。", "An item's title on a line of its own, in speech."
    ),
    "sentence": Description("续句", "宣读稿里同一段的其余句子。", "The further sentences of a paragraph, in speech."),
    "signature": Description(
        "署名",
        "正文之后的署名；比日期长时，右边空 right。",
        "Who signs, after the text; ends `right` of the edge, unless the date is longer.",
    ),
    "signature-date": Description(
        "署名日期",
        "署名下面的日期，比署名右移 first_line。",
        "The date below the signature; starts `first_line` further right.",
    ),
    "annex-note": Description(
        "附件说明", "正文之后说明有附件的一行。", "The line under the text that announces an annex."
    ),
    "annex-note-next": Description(
        "附件说明续行", "第二个起，每个附件一行。", "The lines below it, for the second annex and further ones."
    ),
    "annex-label": Description("附件标识", "附件第一行的“附件”。", "The label above the title of an annex."),
    "annex-title": Description("附件标题", "附件的标题。", "The title of an annex."),
    "colophon-title": Description("末页标题", "末页上的报告标题。", "The title on the last page."),
    "colophon": Description("末页文字", "末页上的其他各行。", "The other lines of the last page."),
    "header": Description("页眉", "版心上面的字。", "The header."),
    "footer": Description("页脚", "版心下面的字。", "The footer."),
    "minutes": Description("用时", "宣读稿旁边的分钟数。", "The minutes beside a speech."),
    "draft-mark": Description("稿次", "讨论稿上的第几稿。", "The line that names a draft."),
    "line-number": Description("行号", "讨论稿上的行号。", "The line numbers of a draft."),
    "watermark": Description("水印", "讨论稿上的水印。", "The watermark of a draft."),
    "side-ordinal": Description("侧栏部分编号", "侧栏里部分的编号。", "The ordinal of a part in the side column."),
    "side-number": Description("侧栏节编号", "侧栏里节的编号。", "The ordinal of a section in the side column."),
    "side-label": Description("侧栏指标名", "侧栏里指标的名称。", "The name of a metric in the side column."),
    "side-figure": Description("侧栏数字", "侧栏里指标的数。", "The figure of a metric in the side column."),
    "side-change": Description("侧栏变化", "侧栏里指标与上年相比。", "The change of a metric in the side column."),
}
"""The roles that ``text`` styles."""

RUNS: dict[RunRole, Description] = {
    "strong": Description("强调", "**…** 里的字。", "Text between ** and **."),
    "run-in": Description("段首标题", "印在段首的条目标题。", "An item's title at the start of its paragraph."),
    "claim": Description("论点", "段内的论点。", "A claim within a paragraph."),
    "metric": Description("指标", "由【…】印出的数。", "A number printed by 【…】."),
    "ordinal": Description("序号", "自动编的序号。", "An automatic ordinal."),
    "badge": Description("序号底块", "badge 为 true 的序号。", "An ordinal with badge: true."),
    "note-mark": Description("注号", "名词第一次出现处的注号。", "The mark at the first use of a term."),
    "term": Description("名词", "名词解释里的名词。", "The term in the glossary."),
    "inserted": Description("增加", "对照表里增加或修改的字。", "Text that was added, in a comparison."),
    "deleted": Description("删去", "对照表里删去的字。", "Text that was removed, in a comparison."),
    "card-unit": Description("卡片单位", "卡片数字后面的单位。", "The unit beside the number on a card."),
    "row-unit": Description("数字行单位", "一行一个指标时数字后面的单位。", "The unit beside the number of a row."),
    "side-unit": Description("侧栏单位", "侧栏数字后面的单位。", "The unit beside the figure in the side column."),
    "adverse": Description("变坏", "与 better 相反的变化。", "A change against what is better."),
    "item-page": Description("条目页码", "条目后面的页码。", "The page number after an item."),
    "task-ordinal": Description("任务序号", "任务逐项印时标题前的序号。", "The ordinal of a task (task_rows)."),
    "task-head": Description("任务标题前半", "这样的标题逗号以前的字。", "Such a title up to its comma."),
    "cover-name": Description("封面项名", "封面上一项前面的名称。", "The name before a field on the cover."),
    "page-number": Description("页码", "页眉、页脚里的页码。", "The page number in a header or footer."),
    "contents-page": Description("目录页码", "目录右边的页码。", "The page number at the right edge of the contents."),
    "contents-page-after": Description(
        "目录随后页码", "目录里跟在标题后面的页码。", "The page number after a title in the contents."
    ),
}
"""The roles that ``runs`` styles."""

_FACES = "每项是字体名，或 {name, weight}"
_SIZE = Description("字号", "如 12pt、三号、3号。", "The size, such as 12pt, 三号 or 3号.", ("12pt", "三号"))
_COLOUR = Description("颜色", "colours 里的名字。", "A name from colours.")
_FILL = Description("底色", "colours 里的名字；不写就没有。", "The colour behind the text, a name from colours.")
_FONT = Description("字体", "fonts 里的名字。", "A name from fonts.")
_BOLD = Description("加粗", "用这种字体的粗体。", "The heavier weight of the font.")

TEXT_RECORDS: dict[type[Struct], Description] = {
    FontStyle: Description(
        "字体",
        "PDF 依次用第一种找得到的字体；Word 只记字体名。",
        "The faces that the PDF tries in turn, and the font names written into Word files.",
    ),
    FaceChoice: Description(
        "字体名",
        "只有名字时直接写名字。",
        "A font by any name in its file; a bare text is its name.",
        ("Noto Serif SC", {"name": "思源宋体", "weight": 700}),
    ),
    TextStyle: Description(
        "文字样式",
        "没写的项取自相近的角色，再取自 base。",
        "The look of a paragraph; what is left out comes from a related role, then from base.",
    ),
    Rule: Description("线", "段落上面或下面的一条线。", "A line above or below a paragraph."),
    RunStyle: Description(
        "段内样式", "段内一些字与整段的不同之处。", "How some of the text differs from its paragraph."
    ),
    DotsStyle: Description("着重号", "字下面的圆点。", "Dots under characters."),
}

TEXT_FIELDS: dict[type[Struct], dict[str, Description]] = {
    FontStyle: {
        "faces": Description(
            "中文字体", f"{_FACES}；用第一种找得到的。", "The faces for Chinese; the first found is used."
        ),
        "word": Description(
            "字体名", "写进 Word 的中文字体名。", "The Chinese font named in Word files.", ("仿宋_GB2312",)
        ),
        "word_latin": Description(
            "西文名", "写进 Word 的西文字体名。", "The Latin font named in Word files.", ("Times New Roman",)
        ),
        "latin": Description(
            "西文字体", f"{_FACES}；不写就用中文字体的。", "The faces for Latin text; else those for Chinese."
        ),
        "figures": Description(
            "数字字体", f"{_FACES}；不写就用西文字体。", "The faces for numbers; else those for Latin text."
        ),
    },
    FaceChoice: {
        "name": Description(
            "名字", "字体名、全名或文件名。", "The family, full or file name of the font.", ("Noto Serif SC",)
        ),
        "weight": Description("字重", "400 是常规，700 是粗体。", "The weight: 400 is regular, 700 is bold."),
    },
    TextStyle: {
        "font": _FONT,
        "bold": _BOLD,
        "size": _SIZE,
        "line": Description(
            "行距", "不写就是 page 的 line。", "The line pitch; that of page unless given.", ("1.5行",)
        ),
        "colour": _COLOUR,
        "align": Description("对齐", "两端、左、中、右。", "How lines are aligned."),
        "first_line": Description(
            "首行缩进", "首行比其他行多缩进多少。", "The extra indent of the first line.", ("2em",)
        ),
        "hang": Description(
            "序号宽", "序号占的宽度，各行对齐在它后面。", "The room for the ordinal; all lines start after it."
        ),
        "left": Description("左缩进", "整段从左边缩进多少。", "The indent of all lines from the left."),
        "right": Description("右缩进", "整段从右边缩进多少。", "The indent of all lines from the right."),
        "before": Description("段前", "段前空多少。", "The space above.", ("0.5行",)),
        "after": Description("段后", "段后空多少。", "The space below.", ("0.5行",)),
        "start": Description(
            "起页",
            "none 接着排，fit 本页剩下不到四成时另起一页，page 另起一页，odd 另起单页。开场白之后，page 同 fit。",
            "Where it starts; fit: a new page if 40 % are not left; page is so too after the opening.",
        ),
        "keep_next": Description("与下段同页", "不与下一段分在两页。", "Keeps it on one page with what follows."),
        "keep_lines": Description("段中不分页", "整段印在一页上。", "Keeps all its lines on one page."),
        "fill": _FILL,
        "pad": Description(
            "底色边距", "底色在文字四边伸出多少。", "How far the fill extends beyond the text on all sides."
        ),
        "rule": Description("线", "段落上面或下面的线。", "A line above or below."),
    },
    Rule: {
        "thickness": Description("粗细", "线的粗细。", "How thick the line is.", ("0.5pt",)),
        "colour": _COLOUR,
        "gap": Description("距离", "线与文字的距离。", "The distance from the text."),
        "side": Description("位置", "above 在上，below 在下。", "Above or below the text."),
        "width": Description(
            "长", "不写就与文字的地方同宽。", "How long it is; as wide as the room of the text unless given."
        ),
    },
    RunStyle: {
        "font": _FONT,
        "bold": _BOLD,
        "colour": _COLOUR,
        "fill": _FILL,
        "size": _SIZE,
        "scale": Description(
            "大小比例", "整段字号的多少倍；写了 size 就不看它。", "The size as a share of the paragraph's; size wins."
        ),
        "rise": Description("升高", "比整段的字高出多少。", "How far it is raised above the baseline.", ("0.4em",)),
        "gap": Description(
            "间隔", "离前面的数字多远；不写就照一般的间隔。", "How far it is from the number before it."
        ),
        "pad": Description("底色边距", "底色在文字左右伸出多少。", "How far the fill extends to the left and right."),
        "dots": Description("着重号", "写 {} 就在字下加点。", "Dots under its characters; {} turns them on.", ({},)),
    },
    DotsStyle: {
        "size": Description("大小", "圆点的直径。", "The diameter of the dots."),
        "gap": Description(
            "距离", "圆点中心到字框下边的距离。", "From the foot of the character to the middle of the dot."
        ),
    },
}
