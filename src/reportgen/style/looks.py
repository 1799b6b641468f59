"""Resolved looks: names replaced by what they stand for, lengths in points."""

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct
from msgspec.structs import asdict

from reportgen.style.chart_types import ChartSize, ChartStyle, SmallChartStyle
from reportgen.style.colours import Colour
from reportgen.style.grid_types import GridStyle
from reportgen.style.lengths import Length
from reportgen.style.roles import PARENT_ROLES, Align, BlockRole, ChartPlace, GridKind, RunRole, TextStart
from reportgen.style.sheet_types import StyleSheet
from reportgen.style.text_styles import Rule, TextStyle, bold_role

_BLACK = Colour("000000")

_FEWEST_SLOTS = 4
"""Years that a small chart has room for at least: two columns as wide as half of it would be blocks."""


class RuleLook(Struct, frozen=True):
    """A line below a paragraph or above it; thickness, gap and width in points, None as wide as the text may be."""

    thickness: float
    colour: Colour
    gap: float = 0.0
    above: bool = False
    width: float | None = None


class DotsLook(Struct, frozen=True):
    """Dots under characters: their diameter, and the distance of their middles from the em box, in points."""

    size: float
    gap: float


class ChartLook(Struct, frozen=True, kw_only=True):
    """How charts look; all lengths in points.

    ``width`` is what there is for all years, None for the type area's; ``slot`` that for a year where there is room,
    ``bar`` the width of a column in it; ``label`` is the size of numbers and years, ``pitch`` the height of their
    lines, ``role`` that of both. A ``small`` chart names its first and last year only, its lines on their own range.
    """

    role: BlockRole
    small: bool = False
    width: float | None = None
    height: float
    slot: float
    bar: float
    line: float
    dot: float
    last_dot: float
    rule: float
    label: float
    pitch: float
    colour: Colour
    past: Colour
    axis: Colour
    line_colour: Colour


class BlockLook(Struct, frozen=True, kw_only=True):
    """How one kind of paragraph looks; all lengths in points, ``font`` a role of the sheet's ``fonts``."""

    font: str
    bold: bool
    size: float
    line: float
    colour: Colour
    align: Align
    first_line: float
    hang: float
    left: float
    right: float
    before: float
    after: float
    start: TextStart
    keep_next: bool
    keep_lines: bool
    fill: Colour | None
    pad: float
    rule: RuleLook | None


class RunLook(Struct, frozen=True):
    """How one stretch of text looks; size, rise, pad and gap in points; ``dots`` under its characters (T56).

    ``gap`` is its distance from the text before it; None for that of all text.
    """

    font: str
    size: float
    colour: Colour
    fill: Colour | None
    rise: float
    pad: float
    dots: DotsLook | None = None
    bold: bool = False
    gap: float | None = None

    @property
    def face_role(self) -> str:
        """The font role that prints it, in its weight."""
        return bold_role(self.font) if self.bold else self.font


class GridLook(Struct, frozen=True, kw_only=True):
    """How a grid looks (see ``GridStyle``); lengths in points."""

    fill: Colour | None
    gap: float
    pad: float
    inset: float
    left: float
    rule: RuleLook | None
    shares: tuple[float, ...]


class Looks:
    """The looks of one style sheet, each resolved once.

    Raises:
        KeyError: a colour is not defined; reading the sheet reported it.

    """

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._blocks: dict[BlockRole, BlockLook] = {}
        self._runs: dict[tuple[BlockRole, tuple[RunRole, ...]], RunLook] = {}

    def block(self, role: BlockRole) -> BlockLook:
        """The look of a paragraph."""
        if role not in self._blocks:
            self._blocks[role] = self._make_block(role)
        return self._blocks[role]

    def run(self, role: BlockRole, runs: tuple[RunRole, ...]) -> RunLook:
        """The look of a stretch of text in such a paragraph; later run roles win."""
        key = (role, runs)
        if key not in self._runs:
            self._runs[key] = self._make_run(role, runs)
        return self._runs[key]

    def weight(self, runs: tuple[RunRole, ...]) -> bool | None:
        """Whether run roles make a text bold; the last that says so decides, None leaves it to the paragraph."""
        declared = (style.bold for role in reversed(runs) if (style := self._sheet.runs.get(role)) is not None)
        return next((bold for bold in declared if bold is not None), None)

    def grid(self, kind: GridKind) -> GridLook:
        """The look of a grid, whose style the sheet has."""
        style: GridStyle = getattr(self._sheet, kind)
        base = self.block("base")
        pad = style.pad.points(base.size, base.line)
        return GridLook(
            fill=self._colour(style.fill),
            gap=style.gap.points(base.size, base.line),
            pad=pad,
            inset=style.inset.points(base.size, base.line) if style.inset else pad,
            left=style.left.points(base.size, base.line),
            rule=RuleLook(style.rule.points(base.size, base.line), self._colour(style.rule_colour) or base.colour)
            if style.rule
            else None,
            shares=style.shares,
        )

    def line(self) -> float:
        """The pitch of the page's line grid in points."""
        return self._sheet.page.line.points()

    def loosest(self, role: BlockRole) -> float:
        """How far a gap between two characters may be stretched in such a paragraph, in points."""
        block = self.block(role)
        return self._sheet.loosest.points(block.size, block.line)

    def chart(self, place: ChartPlace = "page") -> ChartLook | None:
        """The look of charts in a place; None if the sheet has none there."""
        match place:
            case "page":
                large = self._sheet.metrics.chart if self._sheet.metrics else None
                return self._large_chart(large) if large else None
            case "card":
                size = self._sheet.cards.chart if self._sheet.cards else None
            case "side":
                size = self._sheet.side.chart if self._sheet.side else None
            case _:
                assert_never(place)
        style = self._sheet.small_charts
        return self._small_chart(style, size) if style and size else None

    def _large_chart(self, style: ChartStyle) -> ChartLook:
        label, points = self._chart_units("chart-label")
        colours = self._sheet.colours
        return ChartLook(
            role="chart-label",
            height=points(style.height),
            slot=points(style.slot),
            bar=points(style.bar),
            line=points(style.stroke),
            dot=points(style.dot),
            last_dot=points(style.dot),
            rule=points(style.rule),
            label=label.size,
            pitch=label.line,
            colour=colours[style.colour],
            past=colours[style.past],
            axis=colours[style.axis],
            line_colour=colours[style.line_colour or style.past],
        )

    def _small_chart(self, style: SmallChartStyle, size: ChartSize) -> ChartLook:
        label, points = self._chart_units("chart-year")
        colours, width = self._sheet.colours, points(size.width)
        slot = width / _FEWEST_SLOTS
        return ChartLook(
            role="chart-year",
            small=True,
            width=width,
            height=points(size.height),
            slot=slot,
            bar=style.bar * slot,
            line=points(style.stroke),
            dot=points(style.dot),
            last_dot=points(style.last_dot),
            rule=points(style.rule),
            label=label.size,
            pitch=label.line,
            colour=colours[style.colour],
            past=colours[style.past],
            axis=colours[style.axis],
            line_colour=colours[style.line_colour or style.past],
        )

    def _chart_units(self, role: BlockRole) -> tuple[BlockLook, Callable[[Length], float]]:
        """The look of the texts of a chart, and what makes points of its lengths."""
        label, grid = self.block(role), self.line()
        return label, lambda length: length.points(label.size, grid)

    def _make_block(self, role: BlockRole) -> BlockLook:
        style = self._merged(role)
        assert style.size is not None
        assert style.font is not None
        grid = self.line()
        base = self._sheet.text["base"].size
        assert base is not None
        em = style.size.points(base.points(line=grid), grid)

        def points(name: str) -> float:
            length = getattr(style, name)
            return length.points(em, grid) if length is not None else 0.0

        rule = style.rule
        return BlockLook(
            font=style.font,
            bold=bool(style.bold),
            size=em,
            line=points("line") or grid,
            colour=self._colour(style.colour) or _BLACK,
            align=style.align or "justify",
            first_line=points("first_line"),
            hang=points("hang"),
            left=points("left"),
            right=points("right"),
            before=points("before"),
            after=points("after"),
            start=style.start or "none",
            keep_next=bool(style.keep_next),
            keep_lines=bool(style.keep_lines),
            fill=self._colour(style.fill),
            pad=points("pad"),
            rule=self._rule(rule, em) if rule else None,
        )

    def _rule(self, rule: Rule, em: float) -> RuleLook:
        thickness, gap = (length.points(em, self.line()) for length in (rule.thickness, rule.gap))
        width = rule.width.points(em, self.line()) if rule.width else None
        return RuleLook(thickness, self._sheet.colours[rule.colour], gap, rule.side == "above", width)

    def _merged(self, role: BlockRole) -> TextStyle:
        """The fields given for a role, else for its parent role, else for ``base``."""
        merged: dict[str, object] = {}
        for lender in ("base", PARENT_ROLES.get(role), role):
            own = self._sheet.text.get(lender) if lender else None
            if own is not None:
                merged |= {name: value for name, value in asdict(own).items() if value is not None}
        return TextStyle(**merged)  # type: ignore[arg-type]  # the fields of the same type

    def _make_run(self, role: BlockRole, runs: tuple[RunRole, ...]) -> RunLook:
        block = self.block(role)
        font, size, colour, fill, rise, pad = block.font, block.size, block.colour, None, 0.0, 0.0
        dots: DotsLook | None = None
        gap: float | None = None
        bold = block.bold
        for run_role in runs:
            style = self._sheet.runs.get(run_role)
            if style is None:
                continue
            font = style.font or font
            bold = bold if style.bold is None else style.bold
            size = style.size.points(block.size, block.line) if style.size else size * style.scale
            colour = self._colour(style.colour) or colour
            fill = self._colour(style.fill) or fill
            rise += style.rise.points(block.size, block.line)
            pad += style.pad.points(block.size, block.line)
            gap = style.gap.points(block.size, block.line) if style.gap else gap
            if style.dots:
                lengths = (style.dots.size, style.dots.gap)
                dots = DotsLook(*(length.points(block.size, block.line) for length in lengths))
        return RunLook(font, size, colour, fill, rise, pad, dots, bold, gap)

    def _colour(self, name: str | None) -> Colour | None:
        return self._sheet.colours[name] if name is not None else None
