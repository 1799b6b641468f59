"""The range of every length in a style sheet."""

from typing import NamedTuple

from msgspec import Struct

from reportgen.style.chart_types import ChartSize, ChartStyle, SmallChartStyle
from reportgen.style.cover_types import CoverGroundStyle, GroundStyle
from reportgen.style.grid_types import CardsStyle, FigureRowsStyle
from reportgen.style.lengths import Length
from reportgen.style.sheet_types import (
    ContentsStyle,
    LeaderStyle,
    PageStyle,
    PlanStyle,
    StyleSheet,
    TableStyle,
    TaskRowsStyle,
)
from reportgen.style.text_styles import DotsStyle, Rule, RunStyle, TextStyle


class LengthRange(NamedTuple):
    """The shortest and the longest that a length may be."""

    least: Length
    most: Length


_WIDEST = Length(550.0, "mm")
"""Word's largest paper has 22 inches."""

_USUAL = LengthRange(Length(0.0, "pt"), _WIDEST)
_PAPER = LengthRange(Length(50.0, "mm"), _WIDEST)
_SIZE = LengthRange(Length(1.0, "pt"), Length(400.0, "pt"))
_LINE = LengthRange(Length(1.0, "pt"), _WIDEST)
_INDENT = LengthRange(Length(-550.0, "mm"), _WIDEST)
_RULE = LengthRange(Length(0.1, "pt"), Length(12.0, "pt"))
"""The thickest border Word draws (ISO/IEC 29500-1 17.18.2)."""

_PAD = LengthRange(Length(0.0, "pt"), Length(31.0, "pt"))
"""The largest distance of a border from its text in Word (ISO/IEC 29500-1 17.18.68)."""

_DISC = LengthRange(Length(1.0, "pt"), Length(72.0, "pt"))
_GROUND = LengthRange(Length(1.0, "mm"), _WIDEST)

_DOT = LengthRange(Length(0.01, "em"), Length(1.0, "em"))

_RANGES: dict[tuple[type[Struct], str], LengthRange] = {
    (PageStyle, "width"): _PAPER,
    (PageStyle, "height"): _PAPER,
    (PageStyle, "line"): _LINE,
    (TextStyle, "size"): _SIZE,
    (TextStyle, "line"): _LINE,
    (ContentsStyle, "closest"): _LINE,
    (TextStyle, "pad"): _PAD,
    (RunStyle, "pad"): _PAD,
    (TextStyle, "left"): _INDENT,
    (TextStyle, "right"): _INDENT,
    (RunStyle, "size"): _SIZE,
    (RunStyle, "rise"): LengthRange(Length(-1.0, "em"), Length(1.0, "em")),
    (Rule, "thickness"): _RULE,
    (TableStyle, "rule"): _RULE,
    (CardsStyle, "rule"): _RULE,
    (FigureRowsStyle, "rule"): _RULE,
    (PlanStyle, "rule"): _RULE,
    (TaskRowsStyle, "rule"): _RULE,
    (ChartStyle, "rule"): _RULE,
    (CoverGroundStyle, "rule"): _RULE,
    (GroundStyle, "height"): _GROUND,
    (CoverGroundStyle, "height"): _GROUND,
    (ChartStyle, "stroke"): _RULE,
    (ChartStyle, "dot"): _DISC,
    (SmallChartStyle, "rule"): _RULE,
    (SmallChartStyle, "stroke"): _RULE,
    (SmallChartStyle, "dot"): _DISC,
    (SmallChartStyle, "last_dot"): _DISC,
    (ChartSize, "width"): LengthRange(Length(6.0, "em"), _WIDEST),
    (ChartStyle, "slot"): LengthRange(Length(1.0, "em"), _WIDEST),
    (ChartStyle, "bar"): LengthRange(Length(0.1, "em"), _WIDEST),
    (DotsStyle, "size"): _DOT,
    (LeaderStyle, "dot"): _DOT,
    (LeaderStyle, "pitch"): LengthRange(Length(0.05, "em"), Length(10.0, "em")),
    (StyleSheet, "loosest"): LengthRange(Length(0.01, "em"), Length(2.0, "em")),
}
"""Ranges other than 0 to the widest paper. Ems are those of the text itself, elsewhere those of ``base``."""


def length_range(record: type[Struct], key: str) -> LengthRange:
    """The range of a field that holds a length."""
    return _RANGES.get((record, key), _USUAL)
