"""The types of how a style sheet shows the year in figures, and what all grids share."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from reportgen.style.chart_types import ChartSize
from reportgen.style.lengths import Length

Share = Annotated[float, Meta(ge=0.1, le=100)]
"""The width of a column, relative to the others."""


class GridStyle(Struct, frozen=True, kw_only=True):
    """A grid of cells: their fill or rules, and the space around their texts.

    ``gap`` is between entries side by side and between rows; ``pad`` is above and below the texts of a cell, ``inset``
    left and right of them, by default as much as ``pad``. ``rule`` is the thickness of a line above every row and below
    the last. ``left`` is the indent of the whole grid.
    """

    fill: str | None = None
    gap: Length = Length(0.0, "pt")
    pad: Length = Length(10.0, "pt")
    inset: Length | None = None
    left: Length = Length(0.0, "pt")
    rule: Length | None = None
    rule_colour: str | None = None

    @property
    def shares(self) -> tuple[float, ...]:
        """The widths of the cells of an entry, relative to one another."""
        return (1.0,)


class CardsLegend(Struct, frozen=True, kw_only=True):
    """What is said below cards: of columns, of lines, of the signs of changes, each where there are such."""

    columns: str
    lines: str
    signs: str
    separator: str = "；"
    end: str = "。"


class CardsStyle(GridStyle, frozen=True, kw_only=True):
    """The year in figures, before the first part: a card for every metric, ``columns`` of them side by side.

    The ``label`` is below the number or above it. ``changes`` are in words (增长4.8%) or with signs (▲ 4.8%). With
    ``notes`` a card shows the note of its metric. ``legend`` says below them what charts and signs mean.
    """

    title: str
    ordinal: str | None = None
    columns: Annotated[int, Meta(ge=1, le=6)] = 3
    label: Literal["below", "above"] = "below"
    changes: Literal["words", "signs"] = "words"
    notes: bool = False
    chart: ChartSize | None = None
    legend: CardsLegend | None = None


class FigureRowWidths(Struct, frozen=True, kw_only=True):
    """The widths of the two cells of a row, relative to one another."""

    figure: Share = 4.0
    text: Share = 5.0


class FigureRowsStyle(GridStyle, frozen=True, kw_only=True):
    """The year in figures where no metric has a small chart: a row each, if they are ``most`` or fewer.

    Beside the number stand its label and the item that speaks of it, with its page.
    """

    most: Annotated[int, Meta(ge=1, le=100)] = 8
    widths: FigureRowWidths = FigureRowWidths()

    @property
    def shares(self) -> tuple[float, ...]:
        """The widths of the two cells of an entry, relative to one another."""
        return self.widths.figure, self.widths.text
