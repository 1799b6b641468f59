"""Where the lines of a paragraph end: chosen over the whole paragraph, not line by line (T25, T40–T42, T52)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from heapq import nsmallest

from msgspec import Struct

from reportgen.layout.breaks import atom_ends, break_cost
from reportgen.layout.measure import CLOSING_MARKS, OPENING_MARKS, TOLERANCE, Measured
from reportgen.layout.spacing import Spacing
from reportgen.layout.titles import shaped, title_ends

_KEPT = 4
"""Beginnings of a line that are followed further; more made no line of the real report better."""

_UNSEEN = 15.0
"""Where no line costs more, as one of 28 characters stretched by an em does, the first lines that come will do."""

_AT_LIMIT = 100.0
_LONE_CHARACTER = 10_000.0
_TORN = 500.0
_RAGGED = 4.0
"""Costs: a line stretched to its limit; a last line of one character (T52); a word wider than a line, torn; an em
left free, squared, where lines are not justified."""

_SHORT_TITLE = 150.0
_SHORT = 3.9
_ORPHAN = 1.9
"""em; a last line without its marks is wider than this, two Han characters that is (T52); a title's had better be
wider than the first, at such a cost."""


class Fit(Struct, frozen=True):
    """The room lines have, in points: the first and the others.

    ``spacing`` is there where lines are justified; without it they stay as wide as they are.
    """

    first: float
    others: float
    spacing: Spacing | None


class _Node(Struct, frozen=True):
    """A line that begins at ``position``, after ``index`` atoms; what all before it cost, and the worst of them."""

    position: int
    index: int
    cost: float
    worst: float
    previous: "_Node | None"


def choose_breaks(measured: Measured, start: int, end: int, fit: Fit) -> list[int]:
    """The ends of the lines of one stretch without author's line ends, each the beginning of the next."""
    if measured.natural_end(end)[1] - measured.sums[start] - measured.start_trim(start) <= fit.first + TOLERANCE:
        return [end]
    ends = allowed_ends(measured, start, end, fit.others)
    if measured.title == "shaped":
        breaks = shaped(measured, start, end, ends, min(fit.first, fit.others))
        if breaks is not None:
            return breaks
    if measured.title != "none":
        ends = title_ends(measured, start, end, ends, fit.others)
    return _Chooser(measured, start, end, fit, ends).choose()


def allowed_ends(measured: Measured, start: int, end: int, room: float) -> list[int]:
    """The places where a line may end; inside what is to be kept whole only where that is wider than a line."""
    ends = [start + offset for offset in atom_ends(measured.letters[start:end])]
    if not measured.kept:
        return ends
    allowed: list[int] = []
    position = 0
    for first, last in measured.kept:
        begin, stop = bisect_right(ends, first), bisect_left(ends, last)
        whole = measured.sums[ends[min(stop, len(ends) - 1)]] - measured.sums[ends[begin - 1] if begin else start]
        if start <= first and last <= end and whole <= room:
            allowed += ends[position:begin]
            position = max(position, stop)
    return allowed + ends[position:]


class _Chooser:
    """Follows the best few beginnings of every line until the text is used up."""

    def __init__(self, measured: Measured, start: int, end: int, fit: Fit, ends: list[int]) -> None:
        self._measured = measured
        self._start = start
        self._end = end
        self._fit = fit
        self._ends = ends
        self._naturals: dict[int, tuple[int, float]] = {}

    def choose(self) -> list[int]:
        """The ends of the lines that together cost least."""
        best = self._follow(1)
        if best.worst > _UNSEEN:
            best = self._follow(_KEPT)
        breaks: list[int] = []
        while best.previous is not None:
            breaks.append(best.position)
            best = best.previous
        return breaks[::-1]

    def _follow(self, kept: int) -> "_Node":
        """The end of the text as the best lines reach it, so many beginnings of every line followed further."""
        nodes = [_Node(self._start, 0, 0.0, 0.0, None)]
        best: _Node | None = None
        room = self._fit.first
        while nodes:
            following: dict[int, _Node] = {}
            for node in nodes:
                for position, index, cost in self._lines(node, room):
                    total = node.cost + cost
                    if best is not None and total >= best.cost:
                        continue
                    reached = _Node(position, index, total, max(node.worst, cost), node)
                    if position == self._end:
                        best = reached
                    elif position not in following or total < following[position].cost:
                        following[position] = reached
            nodes = nsmallest(kept, following.values(), key=_order)
            room = self._fit.others
        assert best is not None
        return best

    def _lines(self, node: _Node, room: float) -> Iterator[tuple[int, int, float]]:
        """The lines that may begin at a node: where each ends, after how many atoms, what it costs."""
        ends = self._ends
        edge = self._edge(node, room)
        fitting = self._fitting(node, edge)
        for number in range(fitting - 1, node.index - 1, -1):
            cost = self._slack_cost(node.position, ends[number], edge)
            yield ends[number], number + 1, cost + self._end_cost(node, ends[number])
            if cost > _AT_LIMIT or ends[number] == self._end:
                break
        found = fitting > node.index
        for number in range(fitting, len(ends)):
            cost_of_squeeze = self._squeeze_cost(node, ends[number], edge)
            if cost_of_squeeze is None:
                break
            found = True
            yield ends[number], number + 1, cost_of_squeeze + self._end_cost(node, ends[number])
        if not found or (fitting < len(ends) and self._is_wider_than_a_line(fitting)):
            yield self._tear(node, fitting, edge), fitting, _TORN

    def _natural(self, position: int) -> tuple[int, float]:
        """Where the ink of a line ends that breaks there; asked about many times."""
        found = self._naturals.get(position)
        if found is None:
            found = self._naturals[position] = self._measured.natural_end(position)
        return found

    def _edge(self, node: _Node, room: float) -> float:
        """The sum of widths at which a line that begins at a node is full."""
        measured = self._measured
        return measured.sums[node.position] + room + measured.start_trim(node.position)

    def _fitting(self, node: _Node, edge: float) -> int:
        """How many atoms have ended where the last line that need not be squeezed ends."""
        measured, ends = self._measured, self._ends
        edge += TOLERANCE
        fitting = bisect_right(ends, bisect_right(measured.sums, edge, node.position) - 1, node.index)
        while fitting < len(ends) and self._natural(ends[fitting])[1] <= edge:
            fitting += 1
        return fitting

    def _slack_cost(self, start: int, position: int, edge: float) -> float:
        """What a line costs that leaves some of its room."""
        if position == self._end:
            return 0.0
        last, width = self._natural(position)
        spacing = self._fit.spacing
        if spacing is None:
            return _RAGGED * ((edge - width) / self._measured.size) ** 2
        spread = spacing.looseness(start, last, edge - width) / self._measured.loosest
        return _AT_LIMIT * spread * spread * max(1.0, spread)

    def _squeeze_cost(self, node: _Node, position: int, edge: float) -> float | None:
        """What it costs to squeeze a line so far that it ends at a position; None where it cannot be done."""
        spacing = self._fit.spacing
        if spacing is None:
            return None
        last, width = self._natural(position)
        if width - edge > spacing.capacity(node.position, last) + TOLERANCE:
            return None
        return spacing.squeeze_cost(node.position, last, width - edge)

    def _end_cost(self, node: _Node, position: int) -> float:
        """What it costs that a line ends there, however full it is."""
        if position < self._end:
            return break_cost(self._measured.letters, position)
        if node.previous is None:
            return 0.0
        if self._is_narrower(node.position, _ORPHAN):
            return _LONE_CHARACTER
        return _SHORT_TITLE if self._measured.title != "none" and self._is_narrower(node.position, _SHORT) else 0.0

    def _is_narrower(self, start: int, ems: float) -> bool:
        """Whether what the last line holds, from ``start``, is narrower than so many em without its marks."""
        measured = self._measured
        width = 0.0
        for index in range(start, self._end):
            if measured.text[index] not in _MARKS:
                width += measured.advance(index)
                if width > ems * measured.size:
                    return False
        return True

    def _is_wider_than_a_line(self, number: int) -> bool:
        """Whether an atom fits in no line, so that it may as well begin to be torn here."""
        start = self._ends[number - 1] if number else self._start
        return self._natural(self._ends[number])[1] - self._measured.sums[start] > self._fit.others

    def _tear(self, node: _Node, number: int, edge: float) -> int:
        """Where the atom of a number is torn: as late as it fits, after one character at least."""
        fitting = bisect_right(self._measured.sums, edge + TOLERANCE, node.position, self._ends[number] + 1) - 1
        least = node.position if number == node.index else self._ends[number - 1]
        return min(max(fitting, least + 1), self._ends[number])


_MARKS = OPENING_MARKS | CLOSING_MARKS | {" "}


def _order(node: _Node) -> tuple[float, int]:
    return node.cost, node.position
