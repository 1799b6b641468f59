"""The types of what a style sheet puts beside the text: the side column, line numbers."""

from typing import Annotated

from msgspec import Meta, Struct

from reportgen.style.chart_types import ChartSize
from reportgen.style.lengths import Length
from reportgen.style.roles import ColumnText


class LineNumberStyle(Struct, frozen=True, kw_only=True):
    """Line numbers beside the body, from 1 on every page: every how many lines, and the gap to the text."""

    every: Annotated[int, Meta(ge=1, le=100)] = 5
    gap: Length = Length(5.0, "mm")


class SideStyle(Struct, frozen=True, kw_only=True):
    """A narrow column between the spine and the text of some ``texts``: their ordinals, and figures beside them.

    From the spine on, ``inner`` is free, the column is ``width`` wide, ``gap`` is free, then comes the text, up to
    ``outer`` from the other edge of the paper. With ``facing`` pages, left-hand ones mirror all of it. ``indented``
    texts begin at the same place and, as their column does, keep to the margins of the page. With ``figures`` the first
    metric that the text of a section shows stands beside it, with a small ``chart`` of its years.
    """

    texts: Annotated[tuple[ColumnText, ...], Meta(min_length=1)]
    indented: tuple[ColumnText, ...] = ()
    inner: Length
    width: Length
    gap: Length
    outer: Length
    figures: bool = True
    chart: ChartSize | None = None
