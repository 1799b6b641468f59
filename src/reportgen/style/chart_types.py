"""The types of how a style sheet draws metrics over the years: large charts and small ones."""

from typing import Annotated

from msgspec import Meta, Struct

from reportgen.style.lengths import Length


class ChartStyle(Struct, frozen=True, kw_only=True):
    """A chart, after cards or table, for every metric known for ``years`` or more.

    The last year is in ``colour``, earlier columns in ``past``, earlier dots and the line in ``line_colour``, by
    default in ``past`` too. ``height`` is that of the whole chart, ``slot`` the width for a year, less if the type area
    is too narrow. A slot has a column of width ``bar``; from ``lines_from`` years on, known or not, the chart is a line
    of thickness ``stroke`` with dots of diameter ``dot``.
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


class SmallChartStyle(Struct, frozen=True, kw_only=True):
    """Small charts, of every metric known for ``years`` or more, wherever the sheet has room for them.

    Only their first and last year are named. Columns are from zero; from ``lines_from`` years on, known or not, and for
    what is no amount, such as percentages, the chart is a line on its own range. ``bar`` is the share of a year's room
    that its column takes, ``last_dot`` the diameter of the last year's dot; other keys are those of ``ChartStyle``.
    """

    colour: str
    past: str
    axis: str
    line_colour: str | None = None
    years: Annotated[int, Meta(ge=2, le=100)] = 2
    lines_from: Annotated[int, Meta(ge=2, le=100)] = 6
    bar: Annotated[float, Meta(ge=0.1, le=1)] = 0.62
    stroke: Length = Length(0.75, "pt")
    dot: Length = Length(1.5, "pt")
    last_dot: Length = Length(4.0, "pt")
    rule: Length = Length(0.5, "pt")


class ChartSize(Struct, frozen=True, kw_only=True):
    """The width of a small chart, and its height with the line of years below it."""

    width: Length
    height: Length
