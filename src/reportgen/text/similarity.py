"""The similarity of texts, by the pairs of neighbouring characters they share."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, pairwise

_LONGEST = 80
"""Characters of a text that count: more cost time and add nothing."""

_MOST_CANDIDATES = 24
"""Candidates a text is compared with: those that share the most pairs."""

_MOST_LOOKED_UP = 10_000_000
"""Holders of pairs looked at in one search of all texts; common pairs are left out beyond."""

_MOST_GUESSES = 100
_LONGEST_GUESS = 60
_MOST_COMPARED = 20_000
"""Names with which the misspelt ones of a file are compared altogether."""


def pairs_of(text: str, longest: int = _LONGEST) -> Counter[str]:
    """The pairs of neighbouring characters of a text; its start and end count as characters."""
    framed = f"\x02{text[:longest]}\x03"
    return Counter(map("".join, pairwise(framed)))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient: from 0, nothing shared, to 1, all shared."""
    shared = sum(min(one[pair], other[pair]) for pair in one.keys() & other.keys())
    return 2 * shared / (one.total() + other.total())


def nearest(text: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that a misspelt one resembles most; None where none has a ratio of ``cutoff`` (difflib)."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(text, known, cutoff=cutoff)), None)


class Guesses:
    """What the misspelt names of one file resemble most; after many of them, nothing."""

    def __init__(self) -> None:
        self._made = 0
        self._compared = 0

    def nearest(self, text: str, known: Collection[str], cutoff: float = 0.6) -> str | None:
        """As the function of that name."""
        if self._made >= _MOST_GUESSES or self._compared >= _MOST_COMPARED or len(text) > _LONGEST_GUESS:
            return None
        self._made += 1
        self._compared += len(known)
        return nearest(text, known, cutoff)


class SimilarTexts:
    """Texts by their pairs, in which those are found that have most in common with another.

    ``searches`` is for how many others; where pairs are shared by so many texts that all searches would take too long,
    the rarest count.
    """

    def __init__(self, pairs: Mapping[int, Counter[str]], searches: int) -> None:
        self._most = _MOST_LOOKED_UP // (1 + searches)
        self._holders: dict[str, list[int]] = {}
        for index, counted in pairs.items():
            for pair in counted:
                self._holders.setdefault(pair, []).append(index)

    def sharing(self, pairs: Iterable[str]) -> list[int]:
        """The texts that share the most of some pairs, the most first, up to ``_MOST_CANDIDATES``."""
        holders = [self._holders.get(pair, []) for pair in pairs]
        if sum(map(len, holders)) > self._most:
            holders = self._rarest(holders)
        counted = Counter(chain.from_iterable(holders))
        return [index for index, _ in counted.most_common(_MOST_CANDIDATES)]

    def _rarest(self, holders: list[list[int]]) -> list[list[int]]:
        """The shortest of some lists, up to as many entries as may be looked at."""
        kept: list[list[int]] = []
        left = self._most
        for each in sorted(holders, key=len):
            kept.append(each[:left])
            left -= len(kept[-1])
        return kept


def likely_pairs(old: dict[int, str], new: dict[int, str], least: float) -> Iterator[tuple[float, int, int]]:
    """The pairs of texts with a likeness of ``least`` or more: the likeness and both keys.

    Texts that share no pair of characters are not compared.
    """
    pairs = {index: pairs_of(text) for index, text in new.items()}
    similar = SimilarTexts(pairs, len(old))
    for index, text in old.items():
        mine = pairs_of(text)
        for other in similar.sharing(mine):
            score = likeness(mine, pairs[other])
            if score >= least:
                yield score, index, other
