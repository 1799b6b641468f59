"""Where the lines of a paragraph end: chosen over the whole paragraph, not line by line (T25, T40–T42, T52)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from heapq import nsmallest
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.measure import CLOSING_MARKS, OPENING_MARKS, Measured
from reportgen.layout.spacing import Spacing
from reportgen.layout.titles import shaped, title_ends
from reportgen.layout.word_parts import marked_parts, syllables
from reportgen.style import TOLERANCE
from reportgen.text.breaks import atom_ends, break_cost

_KEPT = 4
"""Beginnings of a line that are followed further; more made no line of the real report better."""

_UNSEEN = 15.0
"""Where no line costs more, as one of 28 characters stretched by an em does, the first lines that come will do: on the
real report total fit then saves 3 in 100 of what lines cost, and takes as long again as all the layout."""

_AT_LIMIT = 100.0
_LONE_CHARACTER = 10_000.0
_TORN = 500.0
_RAGGED = 4.0
"""Costs: a line stretched to its limit; a last line of one character (T52); a word wider than a line, torn; an em
left free, squared, where lines are not justified."""

_HYPHEN, _HYPHEN_IN_RAGGED = 100.0, 400.0
"""An English word is hyphenated where a line is else stretched beyond its limit, or a word torn."""

_SHORT_TITLE = 150.0
_SHORT = 3.9
_FIGURE = 60.0
_ORPHAN = 1.9
"""em; a last line without its marks is wider than this, two Han characters that is (T52); a title's had better be
wider than the first, at such a cost, unless it is the rest of a figure, inside which a line end costs so much."""


_RAGGED_LINE = 300.0
"""A line that stays ragged though all others are justified costs no more than this, and for every em that it lacks as
much as a line at its limit."""


class Fit(Struct, frozen=True):
    """The room lines have, in points: the first and the others.

    ``spacing`` is there where lines are justified; without it they stay as wide as they are.
    """

    first: float
    others: float
    spacing: Spacing | None


_Line = tuple[int, int, float]
"""A line that may be: where it ends, after how many atoms, and what it costs."""


class _Node(Struct, frozen=True):
    """A line that begins at ``position``, after ``index`` atoms; what all before it cost."""

    position: int
    index: int
    cost: float
    previous: "_Node | None"


class LineEnd(NamedTuple):
    """Where a line ends and the next one begins; ``hyphen`` is as wide as the hyphen it ends with, in points."""

    position: int
    hyphen: float = 0.0


def choose_breaks(measured: Measured, start: int, end: int, fit: Fit) -> list[LineEnd]:
    """The ends of the lines of one stretch without author's line ends."""
    if measured.natural_end(end)[1] - measured.sums[start] - measured.start_trim(start) <= fit.first + TOLERANCE:
        return [LineEnd(end)]
    places = _places(measured, start, end, fit)
    if measured.title in ("shaped", "clauses"):
        breaks = shaped(measured, start, end, places.ends, min(fit.first, fit.others))
        if breaks is not None:
            return [LineEnd(position) for position in breaks]
    if measured.title != "none":
        places = replace(places, ends=title_ends(measured, start, end, places.ends, min(fit.first, fit.others)))
    breaks, cost = _Chooser(measured, start, end, fit, places).choose()
    if cost > _AT_LIMIT:
        hyphened = _hyphened(measured, start, end, places, _HYPHEN if fit.spacing else _HYPHEN_IN_RAGGED)
        if hyphened.hyphens:
            places = hyphened
            breaks, _ = _Chooser(measured, start, end, fit, places).choose()
    return [LineEnd(position, places.hyphens.get(position, 0.0)) for position in breaks]


def allowed_ends(measured: Measured, start: int, end: int, room: float, first_room: float | None = None) -> list[int]:
    """The places where a line may end; inside what is to be kept whole only where that is wider than a line.

    What the text begins with has the ``first_room`` where that is another.
    """
    ends = [start + offset for offset in atom_ends(measured.letters[start:end])]
    kept = measured.stretches.kept
    if not kept:
        return ends
    allowed: list[int] = []
    position = 0
    for first, last in kept:
        begin, stop = bisect_right(ends, first), bisect_left(ends, last)
        whole = measured.sums[ends[min(stop, len(ends) - 1)]] - measured.sums[ends[begin - 1] if begin else start]
        own = room if first_room is None or begin else min(room, first_room)
        if start <= first and last <= end and whole <= own:
            allowed += ends[position:begin]
            position = max(position, stop)
    return allowed + ends[position:]


class _Places(Struct, frozen=True):
    """Where lines may end, ascending; what some of these places cost, and how wide a hyphen is that they need."""

    ends: list[int]
    costs: dict[int, float]
    hyphens: dict[int, float] = {}


def _places(measured: Measured, start: int, end: int, fit: Fit) -> _Places:
    """The places between atoms, and those in addresses and compound words; what is dear has its cost."""
    ends = allowed_ends(measured, start, end, fit.others, fit.first)
    costs: dict[int, float] = {}
    for first, last, cost in measured.stretches.dear:
        for position in ends[bisect_right(ends, first) : bisect_left(ends, last)]:
            costs[position] = max(cost, costs.get(position, 0.0))
    parts = marked_parts(measured.text, measured.letters, start, end)
    if parts:
        allowed = {position: cost for position, cost in parts.items() if not _is_kept(measured, position)}
        ends = sorted({*ends, *allowed})
        costs |= allowed
    return _Places(ends, costs)


def _hyphened(measured: Measured, start: int, end: int, places: _Places, cost: float) -> _Places:
    """The same places, and those between syllables of English words."""
    hyphens: dict[int, float] = {}
    for position in syllables(measured.text, measured.letters, start, end):
        if not _is_kept(measured, position):
            hyphens[position] = measured.hyphen(position)
    costs = places.costs | dict.fromkeys(hyphens, cost)
    return _Places(sorted({*places.ends, *hyphens}), costs, hyphens)


def _is_kept(measured: Measured, position: int) -> bool:
    kept = measured.stretches.kept
    before = bisect_left(kept, (position,)) - 1
    return before >= 0 and position < kept[before][1]


class _Chooser:
    """Chooses the lines of one text: the first that come where none is bad, else those that cost least together."""

    def __init__(self, measured: Measured, start: int, end: int, fit: Fit, places: _Places) -> None:
        self._measured = measured
        self._start = start
        self._end = end
        self._fit = fit
        self._ends = places.ends
        self._costs = places.costs
        self._hyphens = places.hyphens
        self._natural_end = self._hyphened_end if places.hyphens else measured.natural_end

    def choose(self) -> tuple[list[int], float]:
        """The ends of the lines, and what they cost together; nothing where no line is seen."""
        breaks = self._first_fit()
        return (breaks, 0.0) if breaks else self._total_fit()

    def _hyphened_end(self, end: int) -> tuple[int, float]:
        """As ``Measured.natural_end``, with the hyphen where one is needed."""
        last, width = self._measured.natural_end(end)
        return last, width + self._hyphens.get(end, 0.0)

    def _first_fit(self) -> list[int]:
        """The best line after every line; none where one of them would be seen."""
        position, index, room = self._start, 0, self._fit.first
        breaks: list[int] = []
        while position < self._end:
            line = min(self._late_lines(position, index, room), key=_cost, default=None)
            if line is None or line[2] > _UNSEEN:
                return []
            position, index, _ = line
            breaks.append(position)
            room = self._fit.others
        return breaks

    def _total_fit(self) -> tuple[list[int], float]:
        """The lines that together cost least, the best few beginnings of every line followed further."""
        nodes = [_Node(self._start, 0, 0.0, None)]
        best: _Node | None = None
        room = self._fit.first
        while nodes:
            following: dict[int, _Node] = {}
            for node in nodes:
                for position, index, cost in self._lines(node.position, node.index, room):
                    reached = _Node(position, index, node.cost + cost, node)
                    if best is not None and reached.cost >= best.cost:
                        continue
                    if position == self._end:
                        best = reached
                    elif position not in following or reached.cost < following[position].cost:
                        following[position] = reached
            nodes = nsmallest(_KEPT, following.values(), key=_order)
            room = self._fit.others
        breaks: list[int] = []
        cost = best.cost if best else 0.0
        while best is not None and best.previous is not None:
            breaks.append(best.position)
            best = best.previous
        return breaks[::-1], cost

    def _lines(self, start: int, index: int, room: float) -> Iterator[_Line]:
        """All lines that may begin at a place, after so many atoms."""
        found = False
        for line in self._late_lines(start, index, room):
            found = True
            yield line
        ends, edge = self._ends, self._edge(start, room)
        fitting = self._fitting(start, index, edge)
        for number in range(fitting - 2, index - 1, -1):
            cost = self._slack_cost(start, ends[number], edge)
            yield ends[number], number + 1, cost + self._end_cost(start, ends[number])
            if cost > _AT_LIMIT and ends[number] not in self._costs:
                break
        if not found or (fitting < len(ends) and self._is_wider_than_a_line(fitting)):
            torn = self._tear(start, index, fitting, edge)
            yield torn, fitting + (torn == ends[fitting]), _TORN  # no room at all: a line a character, and an end

    def _late_lines(self, start: int, index: int, room: float) -> Iterator[_Line]:
        """The longest line that need not be squeezed, and those that are."""
        ends, edge = self._ends, self._edge(start, room)
        fitting = self._fitting(start, index, edge)
        if fitting > index:
            position = ends[fitting - 1]
            yield position, fitting, self._slack_cost(start, position, edge) + self._end_cost(start, position)
        for number in range(fitting, len(ends)):
            cost = self._squeeze_cost(start, ends[number], edge)
            if cost is None:
                break
            yield ends[number], number + 1, cost + self._end_cost(start, ends[number])

    def _edge(self, start: int, room: float) -> float:
        """The sum of widths at which a line is full."""
        return self._measured.sums[start] + room + self._measured.start_trim(start)

    def _fitting(self, start: int, index: int, edge: float) -> int:
        """How many atoms have ended where the last line that need not be squeezed ends."""
        measured, ends = self._measured, self._ends
        edge += TOLERANCE
        fitting = bisect_right(ends, bisect_right(measured.sums, edge, start) - 1, index)
        while fitting < len(ends) and self._natural_end(ends[fitting])[1] <= edge:
            fitting += 1
        while fitting > index and ends[fitting - 1] in self._hyphens and self._natural_end(ends[fitting - 1])[1] > edge:
            fitting -= 1
        return fitting

    def _slack_cost(self, start: int, position: int, edge: float) -> float:
        """What a line costs that leaves some of its room."""
        if position == self._end:
            return 0.0
        last, width = self._natural_end(position)
        spacing = self._fit.spacing
        if spacing is None:
            return _RAGGED * ((edge - width) / self._measured.size) ** 2
        slack = edge - width
        spread = spacing.looseness(start, last, slack) / self._measured.loosest
        return min(_AT_LIMIT * spread * spread * max(1.0, spread), _RAGGED_LINE + _AT_LIMIT * slack / spacing.size)

    def _squeeze_cost(self, start: int, position: int, edge: float) -> float | None:
        """What it costs to squeeze a line so far that it ends at a position; None where it cannot be done."""
        spacing = self._fit.spacing
        if spacing is None:
            return None
        last, width = self._natural_end(position)
        if width - edge > spacing.capacity(start, last) + TOLERANCE:
            return None
        return spacing.squeeze_cost(start, last, width - edge)

    def _end_cost(self, start: int, position: int) -> float:
        """What it costs that a line ends there, however full it is."""
        if position < self._end:
            return break_cost(self._measured.letters, position) + self._costs.get(position, 0.0)
        if start == self._start:
            return 0.0
        if self._is_narrower(start, _ORPHAN):
            return _LONE_CHARACTER
        if self._measured.title == "none" or start not in self._ends or self._costs.get(start, 0.0) >= _FIGURE:
            return 0.0  # a number wider than the line is not a title
        return _SHORT_TITLE if self._is_narrower(start, _SHORT) else 0.0

    def _is_narrower(self, start: int, ems: float) -> bool:
        """Whether what the last line holds, from ``start``, is narrower than so many em without its marks."""
        measured = self._measured
        letters = (index for index in range(start, self._end) if measured.text[index] not in _MARKS)
        return all(width <= ems * measured.size for width in accumulate(map(measured.advance, letters)))

    def _is_wider_than_a_line(self, number: int) -> bool:
        """Whether an atom fits in no line, so that it may as well begin to be torn here."""
        start = self._ends[number - 1] if number else self._start
        return self._measured.natural_end(self._ends[number])[1] - self._measured.sums[start] > self._fit.others

    def _tear(self, start: int, index: int, number: int, edge: float) -> int:
        """Where the atom of a number is torn: as late as it fits, but after one character of the line at least."""
        fitting = bisect_right(self._measured.sums, edge + TOLERANCE, start, self._ends[number] + 1) - 1
        least = start + 1 if number == index else self._ends[number - 1]
        return min(max(fitting, least), self._ends[number])


_MARKS = OPENING_MARKS | CLOSING_MARKS | {" ", "…", "—"}


def _cost(line: _Line) -> float:
    return line[2]


def _order(node: _Node) -> tuple[float, int]:
    return node.cost, node.position
