"""Which paragraph of an edited document is which line of the one it was made from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.text.sequences import opcodes
from reportgen.text.similarity import likely_pairs, likeness, pairs_of

_LIKE = 0.4
"""The least likeness of a line and the paragraph that replaces it where it was."""

_MOVED = 0.6
"""The least likeness where it is elsewhere."""

_CONTAINED = 0.7
"""The share of what a paragraph adds to another that must come from a line, for it to be a piece of the line."""

_LONGEST = 400
"""Characters of a line that are compared."""

_MOST_COMPARED = 40_000
"""Pairs of lines compared one by one within a gap; beyond, only lines that share characters are."""


class Match(Struct, frozen=True):
    """Lines and the paragraphs that they have become, by their numbers.

    One and one; one line and several paragraphs, where it was split; several lines and one paragraph, where they were
    joined; none and one, where it is new; one and none, where it is gone. ``moved``: elsewhere among its like.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


def match_lines(old: Sequence[str], new: Sequence[str]) -> tuple[Match, ...]:
    """All matches: every line and every paragraph is in one of them."""
    pairs: dict[int, int] = {}
    for tag, first, last, start, end in opcodes(old, new):
        if tag == "equal":
            pairs |= dict(zip(range(first, last), range(start, end), strict=True))
        elif tag == "replace":
            pairs |= _in_order(old, new, range(first, last), range(start, end))
    moved = dict(_moved(old, new, pairs))
    return tuple(_with_pieces(old, new, pairs | moved, frozenset(moved)))


def _in_order(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> dict[int, int]:
    """The pairs of a gap in ascending order whose likenesses add up to the most."""
    if len(olds) * len(news) > _MOST_COMPARED:
        return dict(_likeliest({each: old[each] for each in olds}, {each: new[each] for each in news}, _LIKE))
    before = [pairs_of(old[each], _LONGEST) for each in olds]
    after = [pairs_of(new[each], _LONGEST) for each in news]
    likenesses = [[likeness(one, other) for other in after] for one in before]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for row in range(len(olds) - 1, -1, -1):
        for column in range(len(news) - 1, -1, -1):
            score = likenesses[row][column]
            paired = best[row + 1][column + 1] + score if score >= _LIKE else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    pairs: dict[int, int] = {}
    row = column = 0
    while row < len(olds) and column < len(news):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs[olds[row]] = news[column]
            row, column = row + 1, column + 1
    return pairs


def _moved(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Lines that are elsewhere now: the same texts first, then those most alike."""
    taken = set(pairs.values())
    gone = {number: text for number, text in enumerate(old) if number not in pairs and text}
    come = {number: text for number, text in enumerate(new) if number not in taken and text}
    return _likeliest(gone, come, _MOVED)


def _likeliest(old: dict[int, str], new: dict[int, str], least: float) -> Iterator[tuple[int, int]]:
    """Pairs, the most alike first, each text once."""
    found = sorted(likely_pairs(old, new, least), key=lambda pair: (-pair[0], pair[1], pair[2]))
    olds: set[int] = set()
    news: set[int] = set()
    for _, one, other in found:
        if one not in olds and other not in news:
            olds.add(one)
            news.add(other)
            yield one, other


def _with_pieces(
    old: Sequence[str], new: Sequence[str], pairs: dict[int, int], moved: frozenset[int]
) -> Iterator[Match]:
    """Matches, with the pieces of lines that were split, or joined, among them."""
    free_old = set(range(len(old))) - pairs.keys()
    free_new = set(range(len(new))) - set(pairs.values())
    for line, paragraph in pairs.items():
        if old[line] == new[paragraph]:
            yield Match((line,), (paragraph,), line in moved)
            continue
        news = _pieces(old[line], new, paragraph, free_new)
        olds = _pieces(new[paragraph], old, line, free_old) if len(news) == 1 else [line]
        free_new.difference_update(news)
        free_old.difference_update(olds)
        yield Match(tuple(olds), tuple(news), line in moved)
    yield from (Match((line,), ()) for line in sorted(free_old))
    yield from (Match((), (paragraph,)) for paragraph in sorted(free_new))


def _pieces(whole: str, texts: Sequence[str], first: int, free: set[int]) -> list[int]:
    """The neighbours of a text that are pieces of the same whole, with it, in order."""
    pieces = [first]
    counted = pairs_of(whole, _LONGEST)
    for step in (1, -1):
        each = first + step
        while each in free and texts[each] and _improves(counted, texts, pieces, each):
            pieces.append(each)
            each += step
    return sorted(pieces)


def _improves(whole: Counter[str], texts: Sequence[str], pieces: Sequence[int], more: int) -> bool:
    """Whether what a text adds to the pieces is for the most part of the whole, and they are more like it with it.

    The pair across the cut counts, so that a single character is known as a piece.
    """
    joined, without = (
        pairs_of("".join(texts[each] for each in sorted(numbers)), _LONGEST) for numbers in ((*pieces, more), pieces)
    )
    added = joined - without
    if (added & whole).total() < _CONTAINED * added.total():
        return False
    return likeness(whole, joined) > likeness(whole, without)
