"""The types of a style sheet. Colours and fonts are names that the sheet itself defines."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from reportgen.style.colours import Colour
from reportgen.style.lengths import Length
from reportgen.style.roles import (
    BlockRole,
    CoverField,
    ItemForm,
    PageStart,
    PartDepth,
    ReportField,
    RunRole,
    Side,
)
from reportgen.style.text_styles import FontStyle, RunStyle, TextStyle
from reportgen.style.workspace_file import WorkspaceFile

Share = Annotated[float, Meta(ge=0.1, le=100)]
"""How wide a column of a table is, beside the others."""


class PageStyle(Struct, frozen=True, kw_only=True):
    """The sheet of paper, its margins, and the pitch of its line grid.

    ``left`` is the binding margin of right-hand pages; with ``facing``, left-hand pages mirror it. Blank pages make the
    number of pages a ``multiple``. More pages than ``most`` are told.
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
    most: Annotated[int, Meta(ge=1)] | None = None


class SectionStyle(Struct, frozen=True, kw_only=True):
    """How the sections of a part are numbered; without ``ordinal`` they are not. A ``badge`` stands on its own fill."""

    ordinal: str | None = None
    badge: bool = False


class ItemStyle(Struct, frozen=True, kw_only=True):
    """How items print: their form, their ordinal or bullet, and what parts a run-in title from its text."""

    form: ItemForm = "run-in"
    ordinal: str | None = None
    bullet: str | None = None
    separator: str = "\u3000"


class PartStyle(Struct, frozen=True, kw_only=True):
    """How one part prints, and how much: ``all``, the ``heads`` of its sections and its own items, or its ``title``."""

    ordinal: str | None = None
    show: PartDepth = "all"
    sections: SectionStyle = SectionStyle()
    items: ItemStyle = ItemStyle()


class CoverLine(Struct, frozen=True, kw_only=True):
    """One line of the cover, ``{}`` in ``text`` being the field's own text; left out where the report has none.

    The ``logo`` is the style sheet's own.
    """

    field: CoverField
    text: str = "{}"


class ColophonLine(Struct, frozen=True, kw_only=True):
    """One line of the last page, ``{}`` in ``text`` being the field's own text; left out where the report has none."""

    field: ReportField
    text: str = "{}"


class LogoStyle(Struct, frozen=True, kw_only=True):
    """A picture, PNG, JPEG or SVG, where ``cover`` lists it: as high as ``height``, no wider than the type area.

    ``text`` is said to those who cannot see it; without, the organization of the report and 徽标.
    """

    shorthand: ClassVar[str] = "file"

    file: WorkspaceFile
    height: Length = Length(22.0, "mm")
    text: str | None = None


class LeaderStyle(Struct, frozen=True, kw_only=True):
    """The dots between a title and its page number: how large, how far apart, how far from both.

    ``room`` is kept free at the right edge for the number, so that long titles turn over before it.
    """

    dot: Length = Length(0.08, "em")
    pitch: Length = Length(0.33, "em")
    gap: Length = Length(0.5, "em")
    room: Length = Length(3.0, "em")


class ContentsStyle(Struct, frozen=True, kw_only=True):
    """The list of contents: its title, how deep it goes, its leaders, and how its own pages are numbered."""

    title: str
    levels: Literal[1, 2, 3] = 2
    start: PageStart = "page"
    page_number: str | None = None
    leader: LeaderStyle = LeaderStyle()


class FurnitureStyle(Struct, frozen=True, kw_only=True):
    """What repeats on every page; ``{page}``, ``{title}`` and ``{hash}`` (of what it was made from) are filled in.

    In the mark of a draft, ``{draft}`` is its number.

    ``gap``: from the type area to the middle of the line (T14: 7 mm to the dashes).

    ``inset``: how far from the left or right edge of the type area (T14: one character).
    """

    text: str
    side: Side = "centre"
    gap: Length = Length(7.0, "mm")
    inset: Length = Length(0.0, "pt")


class LineNumberStyle(Struct, frozen=True, kw_only=True):
    """Numbers beside the lines of the body, from 1 on every page: which are printed, and how far from the text."""

    every: Annotated[int, Meta(ge=1, le=100)] = 5
    gap: Length = Length(5.0, "mm")


class DraftStyle(Struct, frozen=True, kw_only=True):
    """What ``build --draft N`` adds to the pages; ``{draft}`` is N.

    ``mark`` is one more line of furniture, ``watermark`` a text aslant across every page, ``shift`` how far the type
    area moves to the binding edge, so that the other margin has room for notes and no line breaks otherwise.
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
    """The heads of the metrics table; change and note are printed where any metric has one."""

    label: str
    figure: str
    change: str
    note: str


class ChartStyle(Struct, frozen=True, kw_only=True):
    """A chart, after cards or table, for every metric known for ``years`` or more.

    The last year is in ``colour``, earlier columns in ``past``, earlier dots and the line in ``line_colour``, else in
    ``past`` too. ``height`` of the whole, ``slot`` the room of a year, less where the type area is too narrow. In it a
    column of width ``bar``; from ``lines_from`` years on, known or not, a ``stroke`` so thick with dots of diameter
    ``dot``.
    """

    colour: str
    past: str
    axis: str
    line_colour: str | None = None
    years: Annotated[int, Meta(ge=2, le=100)] = 3
    lines_from: Annotated[int, Meta(ge=2, le=100)] = 6
    height: Length = Length(6.0, "line")
    slot: Length = Length(6.0, "em")
    bar: Length = Length(2.5, "em")
    stroke: Length = Length(1.5, "pt")
    dot: Length = Length(5.0, "pt")
    rule: Length = Length(0.5, "pt")


class AnnexStyle(Struct, frozen=True, kw_only=True):
    """An annex on a page of its own (T15): what stands above its title, and the line under the text that announces it.

    ``{}`` in ``note`` is the annex's title.
    """

    label: str = "附件"
    note: str = "附件：{}"


class MetricsStyle(Struct, frozen=True, kw_only=True):
    """The table of all metrics at the end of the report; with ``annex`` it is one.

    With ``only_noted`` it is printed where a metric has a note, which cards do not show.
    """

    title: str
    ordinal: str | None = None
    annex: AnnexStyle | None = None
    only_noted: bool = False
    columns: MetricColumns
    chart: ChartStyle | None = None


class GridStyle(Struct, frozen=True, kw_only=True):
    """A grid of cells: its paper or its rules, and the room around its texts.

    ``gap`` between entries side by side and rows of them; ``pad`` above and below the texts of a cell, ``inset`` left
    and right of them, as much as ``pad`` unless it is given. With ``rule``, a line of that thickness stands above every
    row and below the last.
    """

    fill: str | None = None
    gap: Length = Length(0.0, "pt")
    pad: Length = Length(10.0, "pt")
    inset: Length | None = None
    rule: Length | None = None
    rule_colour: str | None = None

    @property
    def shares(self) -> tuple[float, ...]:
        """How wide the cells of an entry are, beside one another."""
        return (1.0,)


class CardsStyle(GridStyle, frozen=True, kw_only=True):
    """The year in figures, before the first part: every metric a card, ``columns`` of them side by side."""

    title: str
    ordinal: str | None = None
    columns: Annotated[int, Meta(ge=1, le=6)] = 3


class PlanWidths(Struct, frozen=True, kw_only=True):
    """How wide the cells of a plan are, beside one another."""

    ordinal: Share = 1.0
    title: Share = 5.0
    points: Share = 4.0


class PlanStyle(GridStyle, frozen=True, kw_only=True):
    """Next year's tasks at a glance, after their introduction: ordinal, title and points of every section."""

    widths: PlanWidths = PlanWidths()

    @property
    def shares(self) -> tuple[float, ...]:
        """How wide the three cells of an entry are, beside one another."""
        return self.widths.ordinal, self.widths.title, self.widths.points


class GlossaryStyle(Struct, frozen=True, kw_only=True):
    """The list of terms at the end, and the mark at their first use."""

    title: str
    ordinal: str | None = None
    mark: str = "[{1}]"


class SpeechStyle(Struct, frozen=True, kw_only=True):
    """How a report is made to be read out: a line for every sentence, no word parted by a line's end, minutes counted.

    ``pace``: characters spoken a minute, marks not counted. ``minutes`` stands beside the sentence that begins then,
    ``gap`` to the right of the type area, ``{}`` being their number.
    """

    pace: Annotated[int, Meta(ge=50, le=1000)] = 220
    minutes: str = "{}分"
    gap: Length = Length(6.0, "mm")


class ComparisonStyle(Struct, frozen=True, kw_only=True):
    """A comparison of two reports: its title, what explains the marks in it, and the heads of its three columns."""

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
    """Rules and paper of a table, the room between cell and text, and the shares of its columns."""

    rule: Length
    colour: str
    inset: Length = Length(0.5, "em")
    head_fill: str | None = None
    label: Share = 3.5
    figure: Share = 2.5
    change: Share = 3.0
    note: Share = 3.0
    old: Share = 4.0
    new: Share = 4.0


class StyleSheet(Struct, frozen=True, kw_only=True):
    """One style sheet, complete: what it extends has been laid under it."""

    schema: Literal[1]
    description: str
    extends: str | None = None
    page: PageStyle
    fonts: dict[str, FontStyle]
    colours: dict[str, Colour]
    text: dict[BlockRole, TextStyle]
    runs: dict[RunRole, RunStyle] = {}
    cover: tuple[CoverLine, ...] = ()
    cover_page: bool = True
    """Whether the lines of the cover stand on a page of their own, or above the text."""
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
    plan: PlanStyle | None = None
    metrics: MetricsStyle | None = None
    glossary: GlossaryStyle | None = None
    colophon: tuple[ColophonLine, ...] = ()
    """The lines of the last page."""
    speech: SpeechStyle | None = None
    comparison: ComparisonStyle = ComparisonStyle()
    ledger: LedgerStyle = LedgerStyle()
    tables: TableStyle
    header: FurnitureStyle | None = None
    footer: FurnitureStyle | None = None
    draft: DraftStyle | None = None
    body_page_number: str = "{1}"
    loosest: Length = Length(0.1, "em")
    """How far a gap between two characters may be stretched to fill a line, before ``line-loose`` is told."""
    keep: tuple[str, ...] = ()
    """Names and terms that no line may part, besides those the report lists."""

    def part(self, name: str) -> PartStyle:
        """The style of a part by its name in the report file."""
        return {"reviews": self.reviews, "tasks": self.tasks, "insights": self.insights}[name]
