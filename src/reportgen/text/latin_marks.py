"""Which of the marks that Chinese shares with Latin belong to Latin text (T33); decided here for all writers."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain

from reportgen.text.characters import SHARED_MARKS, is_chinese

_OPENING = {"”": "“", "’": "‘"}
_NOTHING = "\0"
_MARKS = re.compile(f"[{SHARED_MARKS}]+")
_PASSED = re.compile(f"[{SHARED_MARKS}{_NOTHING}]+")
_QUOTES = re.compile(f"[{''.join((*_OPENING, *_OPENING.values()))}]")
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
"""Inside a Latin word, as in it’s."""

_CHINESE, _LATIN = "中", "A"


def latin_marks(text: str, apart: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The spans of shared marks that belong to Latin text: all in a text without Chinese, else those inside Latin.

    The quotes of a pair are decided together: either of them beside Chinese, or Chinese between them, makes both
    Chinese. The stretches ``apart`` are looked past: ordinals, note marks.
    """
    runs = [match.span() for match in _MARKS.finditer(text)]
    if not runs or not any(map(is_chinese, text)):
        return runs
    seen = text
    for start, end in apart:
        seen = seen[:start] + _NOTHING * (end - start) + seen[end:]
    beside, pairs = _beside(seen), list(_pairs(seen))
    outside = [(first, last) for first, last in pairs if _is_latin(beside[first][0], beside[last][1])]
    chinese = _chinese_before(seen) if outside else []
    latin = [(first, last) for first, last in outside if chinese[first] == chinese[last]]
    decided = list(seen)
    for first, last in pairs:
        decided[first] = decided[last] = _CHINESE
    for first, last in latin:
        decided[first] = decided[last] = _LATIN
    single = _beside("".join(decided)).items()
    found = {index for index, around in single if decided[index] in SHARED_MARKS and _is_latin(*around)}
    found.update(chain.from_iterable(latin))
    return _spans(sorted(found))


def _pairs(seen: str) -> Iterator[tuple[int, int]]:
    """Opening and closing quotes that belong together, inner pairs first; an apostrophe closes nothing."""
    opened: list[int] = []
    counts = dict.fromkeys(_OPENING.values(), 0)
    for match in _QUOTES.finditer(seen):
        mark, index = match.group(), match.start()
        if mark in counts:
            opened.append(index)
            counts[mark] += 1
        elif counts[_OPENING[mark]] and not _APOSTROPHE.match(seen, index):
            last = ""
            while last != _OPENING[mark]:
                first = opened.pop()
                last = seen[first]
                counts[last] -= 1
            yield first, index


def _is_latin(before: str, after: str) -> bool:
    return not (is_chinese(before) or is_chinese(after))


def _beside(seen: str) -> dict[int, tuple[str, str]]:
    """What is before and after each shared mark of a text, past other marks; its ends are Chinese."""
    return {
        index: (seen[start - 1 : start] or _CHINESE, seen[end : end + 1] or _CHINESE)
        for start, end in (match.span() for match in _PASSED.finditer(seen))
        for index in range(start, end)
    }


def _chinese_before(seen: str) -> list[int]:
    """How many characters before each are Chinese, and how many in all."""
    chinese = frozenset(filter(is_chinese, set(seen)))
    return list(accumulate(map(chinese.__contains__, seen), initial=0))


def _spans(indexes: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbours among ascending indexes."""
    spans: list[tuple[int, int]] = []
    for index in indexes:
        if spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans
