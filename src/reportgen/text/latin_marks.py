"""Which of the marks that Chinese shares with Latin belong to Latin text (T33); decided here for all writers."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.text.characters import SHARED_MARKS, is_chinese

_MARKS = re.compile(f"[{SHARED_MARKS}]+")
_OPENING = {"”": "“", "’": "‘"}
_NOTHING = ""
_PASSED = frozenset((*SHARED_MARKS, _NOTHING))
_CHINESE, _LATIN = "中", "A"


def latin_marks(text: str, apart: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The spans of shared marks that belong to Latin text: all in a text without Chinese, else those inside Latin.

    The quotes of a pair are decided together: either of them beside Chinese, or Chinese between them, makes both
    Chinese. The stretches ``apart`` are looked past: ordinals, note marks.
    """
    runs = [match.span() for match in _MARKS.finditer(text)]
    if not runs or not any(map(is_chinese, text)):
        return runs
    seen = list(text)
    for start, end in apart:
        seen[start:end] = [_NOTHING] * (end - start)
    pairs = [(first, last, _is_latin(seen, first, last)) for first, last in _pairs(seen)]
    for first, last, latin in pairs:
        seen[first] = seen[last] = _LATIN if latin else _CHINESE
    single = (index for start, end in runs for index in range(start, end) if seen[index] in SHARED_MARKS)
    found = {index for index in single if seen[index] and _is_latin(seen, index, index)}
    found |= {quote for first, last, latin in pairs if latin for quote in (first, last)}
    return list(_spans(sorted(found)))


def _pairs(seen: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Opening and closing quotes that belong together, inner pairs first; an apostrophe closes nothing."""
    opened: list[int] = []
    for index, mark in enumerate(seen):
        if mark in _OPENING.values():
            opened.append(index)
        elif mark in _OPENING and not _is_apostrophe(seen, index):
            matching = [place for place, each in enumerate(opened) if seen[each] == _OPENING[mark]]
            if matching:
                yield opened[matching[-1]], index
                del opened[matching[-1] :]


def _is_apostrophe(seen: Sequence[str], index: int) -> bool:
    """Whether a mark stands inside a Latin word, as in it’s."""
    beside = seen[max(0, index - 1)], seen[min(index + 1, len(seen) - 1)]
    return seen[index] == "’" and all(each.isascii() and each.isalpha() for each in beside)


def _is_latin(seen: Sequence[str], first: int, last: int) -> bool:
    """Whether a mark, or a pair, has Latin text on either side of it and no Chinese inside; ends are Chinese."""
    before = next((each for each in reversed(seen[:first]) if each not in _PASSED), _CHINESE)
    after = next((each for each in seen[last + 1 :] if each not in _PASSED), _CHINESE)
    return not any(is_chinese(each) for each in (before, *seen[first + 1 : last], after) if each)


def _spans(indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbours among ascending indexes."""
    start = end = -1
    for index in indexes:
        if index != end:
            if end > start:
                yield start, end
            start = index
        end = index + 1
    if end > start:
        yield start, end
