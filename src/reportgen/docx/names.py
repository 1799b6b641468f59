"""The names of Word's styles: built-in ones kept, by which Word, WPS and LibreOffice know what a paragraph is."""

from typing import Literal, NamedTuple, get_args

from reportgen.report import Report
from reportgen.report.fields import FIELDS
from reportgen.style import (
    COVER_ROLES,
    HEADING_DEPTH,
    HEADING_ROLES,
    PARENT_ROLES,
    ROLES,
    BlockRole,
    GridKind,
    ReportField,
    RunRole,
)

PartVariant = Literal["reviews", "tasks", "insights"]
Variant = Literal["", "numbered", "even", "figure", "endnote", PartVariant]


class WordStyle(NamedTuple):
    """The style of a role, or of a variant of it that Word needs a style of its own for.

    ``numbered``: points counted, not bulleted. ``even``: furniture of left-hand pages. ``figure``: cells of figures.
    ``endnote``: what is an endnote. A part: headings that it numbers otherwise than the parts before it.
    """

    role: BlockRole
    variant: Variant = ""

    @property
    def identifier(self) -> str:
        """What paragraphs name it by."""
        return self._names[0]

    @property
    def name(self) -> str:
        """What people see; Word and WPS show built-in names in the language of the program."""
        return self._names[1]

    @property
    def parent(self) -> "WordStyle | None":
        """The built-in heading that another heading is based on, so that programs take it for one."""
        if self.variant in _PARTS:
            return WordStyle(self.role)
        parent = PARENT_ROLES.get(self.role)
        return WordStyle(parent) if parent and 0 < ROLES[self.role].depth <= HEADING_DEPTH else None

    @property
    def _names(self) -> tuple[str, str]:
        names = _VARIANT_NAMES[self] if self.variant else _NAMES[self.role]
        assert names is not None, self
        return names


_COVER_NAMES: dict[BlockRole, tuple[str, str]] = {
    COVER_ROLES[field]: (f"Cover{field.capitalize()}", f"封面{FIELDS[Report][field].name}")
    for field in get_args(ReportField)
} | {"cover-title": ("Title", "Title")}
_NAMES: dict[BlockRole, tuple[str, str] | None] = {
    "base": ("Normal", "Normal"),
    "body": ("ReportBody", "正文段落"),
    "body-title": ("BodyTitle", "正文大标题"),
    "salutation": ("ReportSalutation", "称谓"),
    "intro": ("ReportIntro", "导语"),
    "lead": ("ReportLead", "提要"),
    "item": ("ReportItem", "条目"),
    "text": ("ReportText", "条目正文"),
    "point": ("ListBullet", "List Bullet"),
    "claim": ("ReportClaim", "论断"),
    "closing": ("ReportClosing", "结语"),
    "heading-1": ("Heading1", "heading 1"),
    "heading-2": ("Heading2", "heading 2"),
    "heading-3": ("Heading3", "heading 3"),
    "contents-title": ("TOCHeading", "TOC Heading"),
    "contents-1": ("TOC1", "toc 1"),
    "contents-2": ("TOC2", "toc 2"),
    "contents-3": ("TOC3", "toc 3"),
    "cover-logo": ("CoverLogo", "封面徽标"),
    **_COVER_NAMES,
    "table-head": ("TableHead", "表头"),
    "table-cell": ("TableText", "表格文字"),
    "card-figure": ("CardFigure", "卡片数字"),
    "card-label": ("CardLabel", "卡片名称"),
    "card-change": ("CardChange", "卡片变化"),
    "card-note": ("CardNote", "卡片说明"),
    "card-legend": ("CardLegend", "卡片图注"),
    "row-figure": ("RowFigure", "数字行数字"),
    "row-label": ("RowLabel", "数字行名称"),
    "row-change": ("RowChange", "数字行变化"),
    "row-item": ("RowItem", "数字行条目"),
    "row-note": ("RowNote", "数字行说明"),
    "plan-ordinal": ("PlanOrdinal", "任务编号"),
    "plan-title": ("PlanTitle", "任务名称"),
    "plan-point": ("PlanPoint", "任务要点"),
    "task": ("TaskTitle", "任务标题"),
    "task-intro": ("TaskIntro", "任务部分导语"),
    "task-lead": ("TaskLead", "任务导语"),
    "task-point": ("TaskPoint", "逐项要点"),
    "task-text": ("TaskText", "要点续段"),
    "caption": ("Caption", "caption"),
    "chart-label": ("ReportChart", "图表"),
    "chart-year": ("SmallChart", "小图"),
    "glossary": ("ReportGlossary", "名词解释"),
    "band": ("PartTitle", "部分题头"),
    "statement": ("StatementTitle", "感悟标题"),
    "statement-claim": ("StatementClaim", "感悟论断"),
    "statement-text": ("StatementText", "感悟正文"),
    "item-title": ("ReportItemTitle", "条目标题句"),
    "sentence": ("ReportSentence", "续句"),
    "signature": ("ReportSignature", "署名"),
    "signature-date": ("ReportDate", "成文日期"),
    "annex-note": ("AnnexNote", "附件说明"),
    "annex-note-next": ("AnnexNoteNext", "附件说明续行"),
    "annex-label": ("AnnexLabel", "附件标识"),
    "annex-title": ("AnnexTitle", "附件标题"),
    "colophon-title": ("ColophonTitle", "版权页标题"),
    "colophon": ("Colophon", "版权页"),
    "minutes": ("ReportMinutes", "用时"),
    "header": ("Header", "header"),
    "footer": ("Footer", "footer"),
    "draft-mark": ("DraftMark", "稿次"),
    "line-number": ("LineNumber", "line number"),
    "watermark": None,
    "side-ordinal": ("SideOrdinal", "侧栏部分编号"),
    "side-number": ("SideNumber", "侧栏节编号"),
    "side-label": ("SideLabel", "侧栏指标名"),
    "side-figure": ("SideFigure", "侧栏数字"),
    "side-change": ("SideChange", "侧栏变化"),
    "cover-mark": None,
}
"""By role: the identifier, and the name people see; None for what is drawn and has no style."""

_PARTS: dict[PartVariant, str] = {"reviews": "回顾", "tasks": "任务", "insights": "感悟"}
_VARIANT_NAMES: dict[WordStyle, tuple[str, str]] = {
    WordStyle(role, part): (f"Heading{level}{part.capitalize()}", f"标题 {level}（{name}）")
    for level, role in HEADING_ROLES.items()
    for part, name in _PARTS.items()
} | {
    WordStyle("point", "numbered"): ("ListNumber", "List Number"),
    WordStyle("table-cell", "figure"): ("TableFigure", "表格数据"),
    WordStyle("glossary", "endnote"): ("EndnoteText", "endnote text"),
    WordStyle("header", "even"): ("HeaderEven", "偶数页页眉"),
    WordStyle("footer", "even"): ("FooterEven", "偶数页页脚"),
    WordStyle("draft-mark", "even"): ("DraftMarkEven", "偶数页稿次"),
}
_RUN_NAMES: dict[RunRole, tuple[str, str]] = {
    "strong": ("Strong", "Strong"),
    "run-in": ("RunIn", "条目标题"),
    "claim": ("ClaimText", "论断文字"),
    "metric": ("Metric", "指标"),
    "ordinal": ("OrdinalText", "编号"),
    "badge": ("BadgeText", "徽标编号"),
    "note-mark": ("NoteMark", "注码"),
    "term": ("Term", "名词"),
    "inserted": ("InsertedText", "增加内容"),
    "card-unit": ("CardUnit", "卡片单位"),
    "row-unit": ("RowUnit", "数字行单位"),
    "item-page": ("PageReference", "页码引用"),
    "adverse": ("AdverseChange", "变坏"),
    "side-unit": ("SideUnit", "侧栏单位"),
    "cover-name": ("CoverName", "封面项名"),
    "page-number": ("PageNumber", "page number"),
    "contents-page": ("ContentsPage", "目录页码"),
    "contents-page-after": ("ContentsPageAfter", "目录随后页码"),
    "deleted": ("DeletedText", "删去内容"),
    "task-ordinal": ("TaskOrdinal", "任务序号"),
    "task-head": ("TaskHead", "任务标题前半"),
}
TABLE_STYLE = "MetricsTable"
SECTION_END = "SectionEnd"
COMMENT_TEXT, COMMENT_MARK = "CommentText", "CommentReference"
ENDNOTE_MARK = "EndnoteReference"
FIGURE, FIGURE_NAME = "ReportFigure", "图片"


def part_variant(style: WordStyle, part: object) -> WordStyle | None:
    """The style of a part's own headings beside a built-in one, None where there is none."""
    return next((each for each in _VARIANT_NAMES if each.role == style.role and each.variant == part), None)


class TableStyleName(NamedTuple):
    """The style of a table: what tables name it by, and what people see."""

    identifier: str
    name: str


GRID_STYLES: dict[GridKind, TableStyleName] = {
    "cards": TableStyleName("CardsTable", "数字卡片"),
    "figure_rows": TableStyleName("FigureRowsTable", "数字行"),
    "plan": TableStyleName("PlanTable", "任务一览"),
    "task_rows": TableStyleName("TaskPoints", "任务要点表"),
}


def run_style_id(roles: tuple[RunRole, ...]) -> str | None:
    """The character style of some run roles on top of one another, None for plain text."""
    return "".join(_RUN_NAMES[role][0] for role in roles) or None


def run_style_name(roles: tuple[RunRole, ...]) -> str:
    """What people see of a character style."""
    return " ".join(_RUN_NAMES[role][1] for role in roles)


def roles_by_name() -> dict[str, BlockRole]:
    """The roles of paragraph styles by the names that people see, in lower case: programs capitalize them anew."""
    named = {names[1].lower(): role for role, names in _NAMES.items() if names is not None}
    return named | {names[1].lower(): style.role for style, names in _VARIANT_NAMES.items()}
