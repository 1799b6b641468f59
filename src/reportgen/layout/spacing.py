"""What a line can give and take: where its spaces shrink and grow, and in which order (T41, T42)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from msgspec import Struct

from reportgen.layout.measure import FULL_WIDTH, Measured, han_latin_gaps
from reportgen.text.breaks import RIGID_GAPS
from reportgen.text.characters import HAN_LATIN_GAP

_LEAST_WORD_SPACE = 0.25
_MOST_WORD_SPACE = 0.5
_LEAST_GAP = 0.125
_MOST_GAP = 1 / 3
"""em; a word space may shrink and grow so far (T41, T42), a gap between Han and Latin so far (T43)."""

MOST_SPREAD = 0.25
"""em; a line whose gaps would all have to take more to fill it stays ragged."""

# The steps in which a line is squeezed (T41). The first, the mark at its end, is done before breaks are chosen; the
# third, interpuncts, has nothing left to give, since they are half an em wide from the start (T35).
_WORD_SPACE, _BRACKET, _PAUSE, _GAP, _STOP = 2, 4, 5, 6, 7
_STEP_OF_MARK = {"q": _BRACKET, "a": _BRACKET, "t": _PAUSE, "u": _STOP, "v": _STOP}
_COST_OF_STEP = {_WORD_SPACE: 1.0, _BRACKET: 4.0, _PAUSE: 5.0, _GAP: 12.0, _STOP: 20.0}
"""For every em; a line stretched to its limit costs 100."""

_MARKS = re.compile("[qatuv](?!z)|[^o](?=o)")  # one before U+3000 has given its blank
_WORD_SPACES = re.compile("s")


class Spacing(Struct, frozen=True):
    """The places of a paragraph that give and take, each by the index of the character before it, ascending.

    ``shrinks`` and ``stretches`` are points; the sums run before them. Nothing is spread after ``rigid`` characters.
    """

    size: float
    giving: list[int]
    steps: list[int]
    shrinks: list[float]
    shrink_sums: list[float]
    elastic: list[int]
    stretches: list[float]
    stretch_sums: list[float]
    rigid: list[int]

    def capacity(self, start: int, last: int) -> float:
        """How much a line of the characters from ``start`` up to ``last`` can be squeezed, in points."""
        giving = self.giving
        return self.shrink_sums[bisect_left(giving, last - 1)] - self.shrink_sums[bisect_left(giving, start)]

    def squeezed(self, start: int, last: int, need: float) -> dict[int, float]:
        """What is taken away after which characters: step by step, equally at all places of a step (T41)."""
        taken: dict[int, float] = {}
        for _, share, places in self._squeezes(start, last, need):
            for place in places:
                index = self.giving[place]
                taken[index] = taken.get(index, 0.0) - self.shrinks[place] * share
        return taken

    def squeeze_cost(self, start: int, last: int, need: float) -> float:
        """How bad it looks to squeeze a line by so many points; 100 is a line stretched to its limit."""
        cost = 1.0
        for step, share, places in self._squeezes(start, last, need):
            cost += _COST_OF_STEP[step] * share * sum(self.shrinks[place] for place in places) / self.size
        return cost

    def _squeezes(self, start: int, last: int, need: float) -> Iterator[tuple[int, float, list[int]]]:
        """The steps that are needed: each with the share of what its places can give, and the places."""
        places = range(bisect_left(self.giving, start), bisect_left(self.giving, last - 1))
        for step in sorted({self.steps[place] for place in places}):
            members = [place for place in places if self.steps[place] == step]
            able = sum(self.shrinks[place] for place in members)
            share = min(1.0, need / able)
            yield step, share, members
            need -= able
            if need <= 0:
                return

    def stretched(self, start: int, last: int, slack: float) -> tuple[float, dict[int, float]]:
        """What is added after every character, and what more after which: word spaces, Han–Latin gaps, then all (T42).

        The first is 0 where the elastic places take up all of the slack.
        """
        rest, gaps, places = self._rest(start, last, slack)
        if rest > 0:
            return rest / (gaps or 1), {self.elastic[place]: self.stretches[place] for place in places}
        share = slack / (slack - rest)
        return 0.0, {self.elastic[place]: self.stretches[place] * share for place in places}

    def looseness(self, start: int, last: int, slack: float) -> float:
        """What every gap takes, in points, to fill so much slack, beyond what the elastic places take first."""
        rest, gaps, _ = self._rest(start, last, slack)
        return max(0.0, rest) / (gaps or 1)

    def _rest(self, start: int, last: int, slack: float) -> tuple[float, int, range]:
        """What is left when the elastic places of a line are full, how many gaps share it, those places among them."""
        elastic, rigid, sums = self.elastic, self.rigid, self.stretch_sums
        begin, end = bisect_left(elastic, start), bisect_left(elastic, last - 1)
        stiff = bisect_left(rigid, last - 1) - bisect_left(rigid, start)
        return slack - sums[end] + sums[begin], last - 1 - start - stiff, range(begin, end)


def spacing(measured: Measured) -> Spacing:
    """The places of a paragraph that give and take."""
    size, letters, kerns = measured.size, measured.letters, measured.kerns
    giving = list(_giving_marks(measured))
    rigid = [match.start() for match in RIGID_GAPS.finditer(letters)]
    stiff = set(rigid)
    elastic: list[tuple[int, float]] = []
    for index in han_latin_gaps(letters):
        giving.append((index, _GAP, size * (HAN_LATIN_GAP - _LEAST_GAP)))
        elastic.append((index, size * (_MOST_GAP - HAN_LATIN_GAP)))
    for match in _WORD_SPACES.finditer(letters):
        index = match.start()
        width = measured.advance(index) + kerns.get(index, 0.0)
        giving.append((index, _WORD_SPACE, max(0.0, width - size * _LEAST_WORD_SPACE)))
        elastic.append((index, max(0.0, size * _MOST_WORD_SPACE - width)))
    giving = sorted(place for place in giving if place[2] > 0)
    elastic = sorted(place for place in elastic if place[0] not in stiff)
    shrinks = [shrink for _, _, shrink in giving]
    stretches = [stretch for _, stretch in elastic]
    return Spacing(
        size,
        [index for index, _, _ in giving],
        [step for _, step, _ in giving],
        shrinks,
        list(accumulate(shrinks, initial=0.0)),
        [index for index, _ in elastic],
        stretches,
        list(accumulate(stretches, initial=0.0)),
        rigid,
    )


def _giving_marks(measured: Measured) -> Iterator[tuple[int, int, float]]:
    """The blank halves of marks that no neighbour has taken: the character before each, its step, its width."""
    letters, kerns, size = measured.letters, measured.kerns, measured.size
    full = size * FULL_WIDTH
    for match in _MARKS.finditer(letters):
        index = match.start()
        step = _STEP_OF_MARK.get(letters[index])
        taken = kerns.get(index, 0.0) < 0
        if step and not taken and measured.advance(index) > full:
            yield index, step, size / 2
        if letters[index + 1 : index + 2] == "o" and (step or not taken) and measured.advance(index + 1) > full:
            yield index, _BRACKET, size / 2
