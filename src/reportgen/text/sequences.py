"""What two sequences have in common, in order, at a cost that hardly grows faster than they do."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, groupby, pairwise
from typing import Literal, NamedTuple

_STEPS = 128
"""For each item of both sequences, how many pairs of equal items may be looked at; sound texts take three."""
_FEWEST_STEPS = 20_000
_RUN = 6
"""Items that hardly come twice together in sound texts, where each of them does."""

Tag = Literal["equal", "replace", "delete", "insert"]


class Opcode(NamedTuple):
    """What becomes of ``old[first:last]``: it is, or turns into, ``new[start:end]``."""

    tag: Tag
    first: int
    last: int
    start: int
    end: int


class _Range(NamedTuple):
    """A part of both sequences; ``anchored`` where what comes once in both has parted it already."""

    first: int
    last: int
    start: int
    end: int
    anchored: bool = False


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[Opcode, ...]:
    """How the one becomes the other, as ``difflib`` says it: the longest common block first, then those beside it.

    Where that would take too long, what comes once in both is matched first, and the rest may be replaced whole.
    """
    found: list[Opcode] = []
    for (at, there, size), (last, end, _) in pairwise((*_blocks(old, new), (len(old), len(new), 0))):
        first, start = at + size, there + size
        if size:
            found.append(Opcode("equal", at, first, there, start))
        tag: Tag | None = "replace" if first < last and start < end else None
        tag = tag or ("delete" if first < last else "insert" if start < end else None)
        if tag:
            found.append(Opcode(tag, first, last, start, end))
    return tuple(found)


def _blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """The common blocks in order: where each begins in both, and its length; none touches the next.

    The first is empty where the sequences do not begin with one.
    """
    blocks = [(0, 0, 0)]
    for block in sorted(_Matching(old, new).blocks()):
        at, there, size = blocks[-1]
        if block[:2] == (at + size, there + size):
            blocks[-1] = (at, there, size + block[2])
        else:
            blocks.append(block)
    return blocks


class _Matching:
    """The search for common blocks, which counts its steps."""

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        numbers: dict[Hashable, int] = {}  # an item may be a long sentence, and is hashed once
        self._old = [numbers.setdefault(item, len(numbers)) for item in old]
        self._new = [numbers.setdefault(item, len(numbers)) for item in new]
        self._matcher = SequenceMatcher(None, self._old, self._new, autojunk=False)
        equal = Counter(self._new)
        self._steps = list(accumulate((1 + equal[item] for item in self._old), initial=0))
        self._left = _FEWEST_STEPS + _STEPS * (len(old) + len(new))

    def blocks(self) -> Iterator[tuple[int, int, int]]:
        """The common blocks, in no order."""
        waiting = [_Range(0, len(self._old), 0, len(self._new))]
        while waiting:
            here = waiting.pop()
            if here.first == here.last or here.start == here.end:
                continue
            found = self._longest(here) or self._ends(here)
            anchored = here.anchored
            if not found and not anchored:
                found, anchored = self._anchors(here), True
            yield from found
            if found:
                waiting += _between(here, found, anchored=anchored)

    def _longest(self, here: _Range) -> list[tuple[int, int, int]]:
        """The longest common block; none where it would take too long."""
        steps = self._steps[here.last] - self._steps[here.first]
        if steps > self._left:
            return []
        self._left -= steps
        at, there, size = self._matcher.find_longest_match(*here[:4])
        return [(at, there, size)] if size else []

    def _ends(self, here: _Range) -> list[tuple[int, int, int]]:
        """What both begin and end with."""
        most = min(here.last - here.first, here.end - here.start)
        head = 0
        while head < most and self._old[here.first + head] == self._new[here.start + head]:
            head += 1
        tail = 0
        while tail < most - head and self._old[here.last - 1 - tail] == self._new[here.end - 1 - tail]:
            tail += 1
        blocks = ((here.first, here.start, head), (here.last - tail, here.end - tail, tail))
        return [block for block in blocks if block[2]]

    def _anchors(self, here: _Range) -> list[tuple[int, int, int]]:
        """The most items that begin what comes once in both, in the same order (patience diff)."""
        olds, news = _once(self._old, here.first, here.last), _once(self._new, here.start, here.end)
        common = [(place, news[item]) for item, place in olds.items() if item in news]
        ascent = longest_ascent([there for _, there in common])
        return [(*common[at], 1) for at in sorted(ascent)]


def _once(items: Sequence[int], first: int, last: int) -> dict[tuple[int, ...], int]:
    """The runs of items that come once from one place up to another, and where."""
    runs = [tuple(items[place : place + _RUN]) for place in range(first, last)]
    counted = Counter(runs)
    return {run: first + place for place, run in enumerate(runs) if counted[run] == 1}


def _between(here: _Range, blocks: Sequence[tuple[int, int, int]], *, anchored: bool) -> Iterator[_Range]:
    """What of a range lies before, between and behind some blocks of it, in order."""
    first, start = here.first, here.start
    for at, there, size in blocks:
        yield _Range(first, at, start, there, anchored)
        first, start = at + size, there + size
    yield _Range(first, here.last, start, here.end, anchored)


def longest_ascent(numbers: Sequence[int]) -> set[int]:
    """The indexes of a longest increasing subsequence of the numbers that are not negative."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for place, number in enumerate(numbers):
        if number < 0:
            continue
        length = bisect_left(tails, number)
        if length:
            before[place] = ends[length - 1]
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [place]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before.get(last)
    return found


def heaviest_chain(weights: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs, ascending in both numbers, that weigh most together (a longest common subsequence, weighted)."""
    width = max((other for _, other in weights), default=0) + 1
    heaviest = _Heaviest(width)
    following: dict[tuple[int, int], _Chain] = {}
    for one, pairs in groupby(sorted(weights, reverse=True), lambda pair: pair[0]):
        chains: list[_Chain] = []
        for _, other in pairs:
            behind = following[one, other] = heaviest.among(width - other - 1)
            chains.append(_Chain(behind.weight + weights[one, other], -other, -one))
        for chain in chains:
            heaviest.add(width + chain.other, chain)
    found: list[tuple[int, int]] = []
    chain = heaviest.among(width)
    while chain.weight:
        found.append((-chain.one, -chain.other))
        chain = following[found[-1]]
    return found


class _Chain(NamedTuple):
    """A chain by its weight and its first pair, both numbers negative: of equal ones, the greatest begins earliest."""

    weight: float
    other: int = 0
    one: int = 0


class _Heaviest:
    """The heaviest chain that begins in any of the last places (a Fenwick tree)."""

    def __init__(self, width: int) -> None:
        self._chains = [_Chain(0.0)] * (width + 1)

    def add(self, place: int, chain: _Chain) -> None:
        """One that begins in a place, counted from the end, from 1."""
        while place < len(self._chains):
            self._chains[place] = max(self._chains[place], chain)
            place += place & -place

    def among(self, place: int) -> _Chain:
        """The heaviest of those that begin in so many last places."""
        found = self._chains[0]
        while place:
            found = max(found, self._chains[place])
            place -= place & -place
        return found
