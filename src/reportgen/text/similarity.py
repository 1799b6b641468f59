"""The similarity of texts, by the pairs of neighbouring characters they share."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

_LONGEST = 80
"""Characters of a text that count: more cost time and add nothing."""

_MOST_CANDIDATES = 24
"""Candidates a text is compared with: those that share the most pairs."""


def pairs_of(text: str, longest: int = _LONGEST) -> Counter[str]:
    """The pairs of neighbouring characters of a text; its start and end count as characters."""
    framed = f"\x02{text[:longest]}\x03"
    return Counter(map("".join, pairwise(framed)))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient: from 0, nothing shared, to 1, all shared."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def nearest(text: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that a misspelt one resembles most; None where none has a ratio of ``cutoff`` (difflib)."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(text, known, n=1, cutoff=cutoff)), None)


def likely_pairs(old: dict[int, str], new: dict[int, str], least: float) -> Iterator[tuple[float, int, int]]:
    """The pairs of texts with a likeness of ``least`` or more: the likeness and both keys.

    Texts that share no pair of characters are not compared.
    """
    pairs = {index: pairs_of(text) for index, text in new.items()}
    holders: dict[str, list[int]] = {}
    for index, counted in pairs.items():
        for pair in counted:
            holders.setdefault(pair, []).append(index)
    for index, text in old.items():
        mine = pairs_of(text)
        for other in _sharing(mine, holders):
            score = likeness(mine, pairs[other])
            if score >= least:
                yield score, index, other


def _sharing(pairs: Iterable[str], holders: dict[str, list[int]]) -> list[int]:
    """The holders that share the most pairs, up to ``_MOST_CANDIDATES``."""
    counted = Counter(holder for pair in pairs for holder in holders.get(pair, ()))
    return [holder for holder, _ in counted.most_common(_MOST_CANDIDATES)]
