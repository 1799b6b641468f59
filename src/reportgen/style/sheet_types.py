"""The types of a style sheet. Colours and fonts are names defined in the sheet itself."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from reportgen.style.chart_types import ChartStyle, SmallChartStyle
from reportgen.style.colours import Colour
from reportgen.style.cover_types import ColophonLine, CoverGroundStyle, CoverLine, GroundStyle, LogoStyle
from reportgen.style.grid_types import CardsStyle, FigureRowsStyle, GridStyle, Share
from reportgen.style.lengths import Length
from reportgen.style.margin_types import LineNumberStyle, SideStyle
from reportgen.style.roles import (
    BlockRole,
    HeadingLevel,
    ItemForm,
    PageStart,
    PartDepth,
    RunRole,
    Side,
)
from reportgen.style.text_styles import FontStyle, RunStyle, TextStyle

AppendixKey = Literal["metrics", "glossary"]
"""What is after the text, by the key of its style."""


class PageStyle(Struct, frozen=True, kw_only=True):
    """The paper, its margins, and the pitch of its line grid.

    ``left`` is the binding margin of right-hand pages; with ``facing``, left-hand pages mirror it. Blank pages make the
    number of pages a ``multiple``; they come before the page of the colophon, or last where there is none. More pages
    than ``max_pages`` are reported.
    """

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    line: Length
    facing: bool = False
    multiple: Literal[1, 2, 4] = 1
    max_pages: Annotated[int, Meta(ge=1)] | None = None


class SectionStyle(Struct, frozen=True, kw_only=True):
    """How the sections of a part are numbered, if they have an ``ordinal``; a ``badge`` prints it on a fill."""

    ordinal: str | None = None
    badge: bool = False


class ItemStyle(Struct, frozen=True, kw_only=True):
    """How items print: their form, their ordinal or bullet, and the separator between a run-in title and its text.

    Statements that ``fill_page`` are equally high, as far as what they hold allows it, and fill the page they are on.
    """

    form: ItemForm = "run-in"
    ordinal: str | None = None
    bullet: str | None = None
    separator: str = "\u3000"
    fill_page: bool = False


class PartStyle(Struct, frozen=True, kw_only=True):
    """How a part prints, and how much of it: ``all``, the ``heads`` of sections and its own items, or its ``title``."""

    ordinal: str | None = None
    show: PartDepth = "all"
    sections: SectionStyle = SectionStyle()
    items: ItemStyle = ItemStyle()


class LeaderStyle(Struct, frozen=True, kw_only=True):
    """The dots between a title and its page number: their diameter, their pitch, and the gap on both sides.

    Without ``dots`` there is only room between them. ``room`` is kept free for the number at the right edge; long
    titles turn over before it.
    """

    dots: bool = True
    dot: Length = Length(0.08, "em")
    pitch: Length = Length(0.33, "em")
    gap: Length = Length(0.5, "em")
    room: Length = Length(3.0, "em")


class ContentsStyle(Struct, frozen=True, kw_only=True):
    """The list of contents: its title, its depth, its leaders, and the numbering of its own pages.

    ``closest``: the line pitch of its entries where they otherwise took a page more. ``least``: with fewer entries
    there is no list. From level ``number_after`` on, page numbers stand after their titles, not at the right edge.
    ``aligned``: titles without an ordinal begin where those with one do.
    """

    title: str
    levels: HeadingLevel = 2
    start: PageStart = "page"
    page_number: str | None = None
    closest: Length | None = None
    least: Annotated[int, Meta(ge=1, le=100)] = 1
    number_after: HeadingLevel | None = None
    aligned: bool = False
    leader: LeaderStyle = LeaderStyle()

    def puts_number_after(self, level: int) -> bool:
        """Whether the page numbers of such entries stand after their titles."""
        return self.number_after is not None and level >= self.number_after


class FurnitureStyle(Struct, frozen=True, kw_only=True):
    """A line on every page; ``{page}``, ``{title}``, ``{part}`` and ``{hash}`` (of all inputs) are filled in.

    ``{short_title}`` is the title cut where it is long, ``{part}`` the part that begins on the page or goes on there.

    ``left_text`` is the line of left-hand pages, where it is another. In the mark of a draft, ``{draft}`` is its
    number. ``gap`` is the distance from the type area to the middle of the line (T14: 7 mm to the dashes), ``inset``
    that from the left or right edge of the type area (T14: one character).
    """

    text: str
    left_text: str | None = None
    side: Side = "centre"
    gap: Length = Length(7.0, "mm")
    inset: Length = Length(0.0, "pt")


class DraftStyle(Struct, frozen=True, kw_only=True):
    """What ``build --draft N`` adds to the pages; ``{draft}`` is N.

    ``mark`` is one more line of furniture, ``watermark`` a slanted text across every page, ``shift`` how far the type
    area moves to the binding edge, which leaves room for notes in the other margin and changes no line break.
    """

    mark: FurnitureStyle
    watermark: str
    angle: Annotated[int, Meta(ge=-90, le=90)] = 45
    lines: LineNumberStyle = LineNumberStyle()
    shift: Length = Length(12.0, "mm")


class NumberStyle(Struct, frozen=True, kw_only=True):
    """How digits are grouped (T85)."""

    grouping: Literal["none", "comma", "space"] = "none"


class MetricColumns(Struct, frozen=True, kw_only=True):
    """The heads of the metrics table; the columns of changes and notes print if any metric has one."""

    label: str
    figure: str
    change: str
    note: str


class AnnexStyle(Struct, frozen=True, kw_only=True):
    """An annex on a page of its own (T15): the label above its title, and the line under the text that announces it.

    ``{}`` in ``note`` is the title of the annex. Several annexes are numbered, in the note and after their labels.
    """

    label: str = "附件"
    note: str = "附件：{}"


class MetricsStyle(Struct, frozen=True, kw_only=True):
    """The table of all metrics at the end of the report, or in an ``annex``.

    With ``only_noted`` it prints only if a metric has a note, which cards do not show.
    """

    title: str
    ordinal: str | None = None
    annex: AnnexStyle | None = None
    only_noted: bool = False
    columns: MetricColumns
    chart: ChartStyle | None = None


class PlanWidths(Struct, frozen=True, kw_only=True):
    """The widths of the cells of a plan, relative to one another."""

    ordinal: Share = 1.0
    title: Share = 5.0
    points: Share = 4.0


class PlanStyle(GridStyle, frozen=True, kw_only=True):
    """The tasks at a glance: ordinal, title and points of every section; ``separator`` parts points in a line."""

    widths: PlanWidths = PlanWidths()
    separator: str = "；"

    @property
    def shares(self) -> tuple[float, ...]:
        """The widths of the three cells of an entry, relative to one another."""
        return self.widths.ordinal, self.widths.title, self.widths.points


class TaskRowsStyle(GridStyle, frozen=True, kw_only=True):
    """The tasks told once, each a row: its title parted at the comma, its lead, its points in up to ``columns``.

    There are as many columns as its longest point leaves room for on one line. No page ends in a row.
    """

    columns: Annotated[int, Meta(ge=1, le=6)] = 3
    bullet: str = "▪"


class GlossaryStyle(Struct, frozen=True, kw_only=True):
    """The list of terms at the end, or in an ``annex``, and the mark at the first use of each.

    In the DOCX the terms may be endnotes.
    """

    title: str
    ordinal: str | None = None
    annex: AnnexStyle | None = None
    mark: str = "[{1}]"
    notes: Literal["list", "endnotes"] = "list"


class SpeechStyle(Struct, frozen=True, kw_only=True):
    """How a report is made for reading aloud: a new line for every sentence, no word broken, minutes in the margin.

    ``pace`` is in characters a minute, marks not counted. ``minutes``, with their number at ``{}``, prints beside the
    sentence that begins then, ``gap`` to the right of the type area.
    """

    pace: Annotated[int, Meta(ge=50, le=1000)] = 220
    minutes: str = "{}分"
    gap: Length = Length(6.0, "mm")


class ComparisonStyle(Struct, frozen=True, kw_only=True):
    """A comparison of two reports: its title, the legend of its marks, and the heads of its three columns."""

    title: str = "修改对照表"
    legend: str = ""
    old: str = "原文"
    new: str = "修改后"
    change: str = "变化"


class LedgerStyle(Struct, frozen=True, kw_only=True):
    """The ledger of promises: its title, and the heads of its three columns."""

    title: str = "上年任务落实情况"
    old: str = "任务"
    new: str = "落实"
    change: str = "情况"


class TableStyle(Struct, frozen=True, kw_only=True):
    """The rules and fills of a table, the space between cell and text, and the relative widths of its columns.

    With ``columns: content`` those of the table of metrics are as wide as what they hold asks for instead.
    """

    rule: Length
    colour: str
    inset: Length = Length(0.5, "em")
    head_fill: str | None = None
    columns: Literal["shares", "content"] = "shares"
    label: Share = 3.5
    figure: Share = 2.5
    change: Share = 3.0
    note: Share = 3.0
    old: Share = 4.0
    new: Share = 4.0


class StyleSheet(Struct, frozen=True, kw_only=True):
    """A complete style sheet: one that extends another has been merged with it."""

    schema: Literal[1]
    description: str
    extends: str | None = None
    page: PageStyle
    fonts: dict[str, FontStyle]
    colours: dict[str, Colour]
    text: dict[BlockRole, TextStyle]
    runs: dict[RunRole, RunStyle] = {}
    cover: tuple[CoverLine, ...] = ()
    cover_ground: CoverGroundStyle | None = None
    cover_page: bool = True
    """Whether the lines of the cover are on a page of their own, or above the text."""
    body_title: bool = False
    """Whether the title is above the text as well as on the page of the cover."""
    logo: LogoStyle | None = None
    contents: ContentsStyle | None = None
    body_start: PageStart = "odd"
    reviews: PartStyle = PartStyle()
    tasks: PartStyle = PartStyle()
    insights: PartStyle = PartStyle()
    numbers: NumberStyle = NumberStyle()
    framing: bool = True
    """Whether salutation, opening and closing words are printed."""
    cards: CardsStyle | None = None
    figure_rows: FigureRowsStyle | None = None
    plan: PlanStyle | None = None
    task_rows: TaskRowsStyle | None = None
    metrics: MetricsStyle | None = None
    small_charts: SmallChartStyle | None = None
    glossary: GlossaryStyle | None = None
    colophon: tuple[ColophonLine, ...] = ()
    """The lines of the last page."""
    side: SideStyle | None = None
    """The column beside running text that shows ordinals and figures."""
    colophon_ground: GroundStyle | None = None
    speech: SpeechStyle | None = None
    comparison: ComparisonStyle = ComparisonStyle()
    ledger: LedgerStyle = LedgerStyle()
    tables: TableStyle
    header: FurnitureStyle | None = None
    footer: FurnitureStyle | None = None
    draft: DraftStyle | None = None
    body_page_number: str = "{1}"
    loosest: Length = Length(0.1, "em")
    """How far a gap between two characters may be stretched to fill a line before ``line-loose`` is reported."""
    keep: tuple[str, ...] = ()
    """Words that no line break may split, besides those the report lists."""

    @property
    def appendices(self) -> dict[AppendixKey, MetricsStyle | GlossaryStyle]:
        """The styles of what is printed after the text, in order."""
        styles: dict[AppendixKey, MetricsStyle | GlossaryStyle | None]
        styles = {"metrics": self.metrics, "glossary": self.glossary}
        return {key: style for key, style in styles.items() if style is not None}

    @property
    def has_outer_furniture(self) -> bool:
        """Whether a line differs on left-hand pages: in its text, or at the outer edge, which is on their left."""
        lines = (self.header, self.footer, self.draft.mark if self.draft else None)
        return any(line is not None and (line.side == "outside" or line.left_text) for line in lines)

    def part(self, name: str) -> PartStyle:
        """The style of a part by its name in the report file."""
        return {"reviews": self.reviews, "tasks": self.tasks, "insights": self.insights}[name]
