"""Where titles turn over: between words, never so that a line reads as something else, in a shape (T9)."""

from collections.abc import Container
from itertools import combinations, pairwise
from math import comb
from typing import assert_never

from reportgen.layout.measure import Measured, TitleForm
from reportgen.style import ROLES, BlockLook, BlockRole
from reportgen.text.word_breaks import COMPOUND, NEVER_FIRST, sure_breaks, title_breaks

_MOST_LINES = 6
_MOST_SHAPES = 20_000
"""Longer titles are set like any text, between words; a shape of more lines would not be seen."""

_HOURGLASS = 30.0
_RECTANGLE = 1.0
"""Costs, in squares of an em: a line shorter than both its neighbours; all lines of one length (T9)."""

_UNEVEN_CLAUSES = 0.1
"""What counts of that in lines of clauses."""

_SHORTEST: dict[TitleForm, float] = {"shaped": 0.5, "clauses": 0.25}
"""A line of a title is at least as long, as a share of the longest; lines of clauses may well differ."""


def title_form(role: BlockRole, look: BlockLook) -> TitleForm:
    """How text of a role turns over: titles between words only, those that stand alone in a shape, or by clauses.

    Heads at the edge turn over by clauses; indented like a paragraph, or beside an ordinal, they fill their lines.
    """
    turn = ROLES[role].turn
    match turn:
        case "centred":
            at_edge = look.first_line == look.hang == 0.0
            return "shaped" if look.align == "centre" else "clauses" if at_edge else "words"
        case "none" | "words" | "shaped" | "clauses":
            return turn
        case _:
            assert_never(turn)


def title_ends(measured: Measured, start: int, end: int, ends: list[int], room: float) -> list[int]:
    """Those of the places where a line may end that lie between words; more where words do not fit on a line."""
    words = {start + position for position in title_breaks(measured.text[start:end])}
    return _ends_among(measured, start, end, ends, room, words)


def _ends_among(
    measured: Measured, start: int, end: int, ends: list[int], room: float, words: Container[int]
) -> list[int]:
    chosen: list[int] = []
    waiting: list[int] = []
    line_start = start
    for position in ends:
        if position not in words and position != end:
            waiting.append(position)
            continue
        if _width(measured, line_start, position) > room:
            chosen += (place for place in waiting if measured.text[place] not in NEVER_FIRST)
        chosen.append(position)
        waiting, line_start = [], position
    return chosen


def shaped(measured: Measured, start: int, end: int, ends: list[int], room: float) -> list[int] | None:
    """The ends of the lines of a title shaped as a trapezoid or a diamond, as few lines as can be (T9).

    The sure breaks are tried first. None where no shape can be had, as in a title of very many lines.
    """
    allowed = set(ends)
    text = measured.text[start:end]
    sure = [start + position for position in sure_breaks(text) if start + position in allowed]
    fewest = _fewest_lines(measured, start, end, room)
    best = _best_shape(measured, (start, end), dict.fromkeys(sure, 0.0), fewest, room)
    if best is not None:
        return best
    costs = {start + position: cost for position, cost in title_breaks(text).items()}
    places = _ends_among(measured, start, end, ends, room, costs)
    costs = {position: costs.get(position, COMPOUND) for position in places if position != end}
    for count in range(fewest, _MOST_LINES + 1):
        best = _best_shape(measured, (start, end), costs, count, room)
        if best is not None:
            return best
    return None


def _fewest_lines(measured: Measured, start: int, end: int, room: float) -> int:
    return max(2, -int(-(measured.natural_end(end)[1] - measured.sums[start]) // room))


def _best_shape(
    measured: Measured, edges: tuple[int, int], costs: dict[int, float], count: int, room: float
) -> list[int] | None:
    """The places, of those with their costs, at which so many lines end that look best together; None where none do."""
    start, end = edges
    if count > _MOST_LINES or not 0 < comb(len(costs), count - 1) <= _MOST_SHAPES:
        return None
    best: tuple[float, list[int]] | None = None
    for chosen in combinations(costs, count - 1):
        widths = [_width(measured, first, last) for first, last in pairwise((start, *chosen, end))]
        if max(widths) > room or min(widths) < _SHORTEST[measured.title] * max(widths):
            continue
        cost = _shape_cost([width / measured.size for width in widths], measured.title)
        cost += sum(costs[place] for place in chosen)
        if best is None or cost < best[0]:
            best = cost, [*chosen, end]
    return best[1] if best else None


def _width(measured: Measured, start: int, end: int) -> float:
    return measured.natural_end(end)[1] - measured.sums[start] - measured.start_trim(start)


def _shape_cost(widths: list[float], form: TitleForm) -> float:
    """How far some lines, in em, are from one length, with what an hourglass and a plain rectangle cost.

    Lines of clauses are to be alike only where nothing else tells them apart.
    """
    mean = sum(widths) / len(widths)
    cost = sum((width - mean) ** 2 for width in widths)
    if form == "clauses":
        return cost * _UNEVEN_CLAUSES
    waists = sum(before > width < after for before, width, after in zip(widths, widths[1:], widths[2:], strict=False))
    rectangle = len(widths) > 2 and max(widths) - min(widths) < 0.1
    return cost + _HOURGLASS * waists + _RECTANGLE * rectangle
