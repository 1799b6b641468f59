"""The names of Word's styles: built-in ones kept, by which Word, WPS and LibreOffice know what a paragraph is."""

from typing import Literal, NamedTuple

from reportgen.document import GridKind
from reportgen.style import BlockRole, RunRole

Variant = Literal["", "numbered", "even", "figure"]


class WordStyle(NamedTuple):
    """The style of a role, or of a variant of it that Word needs a style of its own for.

    ``numbered``: points counted, not bulleted. ``even``: furniture of left-hand pages. ``figure``: cells of figures.
    """

    role: BlockRole
    variant: Variant = ""

    @property
    def identifier(self) -> str:
        """What paragraphs name it by."""
        return _NAMES[self][0]

    @property
    def name(self) -> str:
        """What people see; Word and WPS show built-in names in the language of the program."""
        return _NAMES[self][1]


_NAMES: dict[WordStyle, tuple[str, str]] = {
    WordStyle("base"): ("Normal", "Normal"),
    WordStyle("body"): ("ReportBody", "正文段落"),
    WordStyle("salutation"): ("ReportSalutation", "称谓"),
    WordStyle("intro"): ("ReportIntro", "导语"),
    WordStyle("lead"): ("ReportLead", "提要"),
    WordStyle("item"): ("ReportItem", "条目"),
    WordStyle("text"): ("ReportText", "条目正文"),
    WordStyle("point"): ("ListBullet", "List Bullet"),
    WordStyle("point", "numbered"): ("ListNumber", "List Number"),
    WordStyle("claim"): ("ReportClaim", "论断"),
    WordStyle("closing"): ("ReportClosing", "结语"),
    WordStyle("heading-1"): ("Heading1", "heading 1"),
    WordStyle("heading-2"): ("Heading2", "heading 2"),
    WordStyle("heading-3"): ("Heading3", "heading 3"),
    WordStyle("contents-title"): ("TOCHeading", "TOC Heading"),
    WordStyle("contents-1"): ("TOC1", "toc 1"),
    WordStyle("contents-2"): ("TOC2", "toc 2"),
    WordStyle("contents-3"): ("TOC3", "toc 3"),
    WordStyle("cover-logo"): ("CoverLogo", "封面徽标"),
    WordStyle("cover-organization"): ("CoverOrganization", "封面单位"),
    WordStyle("cover-session"): ("CoverSession", "封面会议"),
    WordStyle("cover-title"): ("Title", "Title"),
    WordStyle("cover-label"): ("CoverLabel", "封面标注"),
    WordStyle("cover-speaker"): ("CoverSpeaker", "封面报告人"),
    WordStyle("cover-place"): ("CoverPlace", "封面地点"),
    WordStyle("cover-date"): ("CoverDate", "封面日期"),
    WordStyle("table-head"): ("TableHead", "表头"),
    WordStyle("table-cell"): ("TableText", "表格文字"),
    WordStyle("table-cell", "figure"): ("TableFigure", "表格数据"),
    WordStyle("card-figure"): ("CardFigure", "卡片数字"),
    WordStyle("card-label"): ("CardLabel", "卡片名称"),
    WordStyle("card-change"): ("CardChange", "卡片变化"),
    WordStyle("plan-ordinal"): ("PlanOrdinal", "任务编号"),
    WordStyle("plan-title"): ("PlanTitle", "任务名称"),
    WordStyle("plan-point"): ("PlanPoint", "任务要点"),
    WordStyle("caption"): ("Caption", "caption"),
    WordStyle("chart-label"): ("ReportChart", "图表"),
    WordStyle("glossary"): ("ReportGlossary", "名词解释"),
    WordStyle("band"): ("PartTitle", "部分题头"),
    WordStyle("statement"): ("StatementTitle", "感悟标题"),
    WordStyle("statement-claim"): ("StatementClaim", "感悟论断"),
    WordStyle("statement-text"): ("StatementText", "感悟正文"),
    WordStyle("item-title"): ("ReportItemTitle", "条目标题句"),
    WordStyle("sentence"): ("ReportSentence", "续句"),
    WordStyle("annex-note"): ("AnnexNote", "附件说明"),
    WordStyle("annex-label"): ("AnnexLabel", "附件标识"),
    WordStyle("annex-title"): ("AnnexTitle", "附件标题"),
    WordStyle("colophon-title"): ("ColophonTitle", "版权页标题"),
    WordStyle("colophon"): ("Colophon", "版权页"),
    WordStyle("minutes"): ("ReportMinutes", "用时"),
    WordStyle("header"): ("Header", "header"),
    WordStyle("header", "even"): ("HeaderEven", "偶数页页眉"),
    WordStyle("footer"): ("Footer", "footer"),
    WordStyle("footer", "even"): ("FooterEven", "偶数页页脚"),
    WordStyle("draft-mark"): ("DraftMark", "稿次"),
    WordStyle("draft-mark", "even"): ("DraftMarkEven", "偶数页稿次"),
    WordStyle("line-number"): ("LineNumber", "line number"),
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
    "deleted": ("DeletedText", "删去内容"),
}
TABLE_STYLE = "MetricsTable"
SECTION_END = "SectionEnd"


class TableStyleName(NamedTuple):
    """The style of a table: what tables name it by, and what people see."""

    identifier: str
    name: str


GRID_STYLES: dict[GridKind, TableStyleName] = {
    "cards": TableStyleName("CardsTable", "数字卡片"),
    "plan": TableStyleName("PlanTable", "任务一览"),
}


def run_style_id(roles: tuple[RunRole, ...]) -> str | None:
    """The character style of some run roles on top of one another, None for plain text."""
    return "".join(_RUN_NAMES[role][0] for role in roles) or None


def run_style_name(roles: tuple[RunRole, ...]) -> str:
    """What people see of a character style."""
    return " ".join(_RUN_NAMES[role][1] for role in roles)
