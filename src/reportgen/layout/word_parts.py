"""Where a word of Latin letters may part after all: after the marks of an address, after its own hyphens, at syllables.

Nothing is parted that was typed without a mark of its own, but English words, which get a hyphen.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportgen.text.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from pyphen import Pyphen

_LONG_WORD = re.compile("[nlwxpimkQ/N]{8,}")
"""Over the class letters: what is worth a look. A shorter word leaves no gap worth mending."""

_TOKEN = LazyPattern(r"[\wÀ-ɏ/?&=#.~%+@:$!*-]+", re.ASCII)
# A web address, one of mail, a path, or the name of a file: it has a scheme, www., an @, a low line, a dot or solidi.
_IS_ADDRESS = LazyPattern(r"\w://\w|www\.|\w@\w|[a-z\d]_\w|[\w-]\.[a-z]{2}|\w/[\w.-]+/\w", re.ASCII | re.IGNORECASE)
_COSTS = {"/": 8.0, "?": 8.0, "&": 8.0, "#": 8.0, "=": 16.0, "_": 16.0, "-": 16.0, ".": 24.0, "@": 24.0}
"""What a line end after a mark costs; a line stretched to its limit costs 100."""

_ENDING = LazyPattern(r"\.[A-Za-z]\w{0,3}(?![\w.-])", re.ASCII)
"""The ending of a file name or of a domain, which stays with it: index.php, gov.cn."""

_HYPHEN = LazyPattern("(?<=[A-Za-z]{2}-)(?=[A-Za-z]{2})")
_HYPHEN_COST = 8.0

_ENGLISH = LazyPattern("(?<![A-Za-z0-9À-ɏ'’-])[A-Za-z][a-z]{4,}(?![A-Za-z0-9À-ɏ'’-])")
"""What may be hyphenated: no abbreviations in capitals, no names of two words written as one (WeChat)."""

_BEFORE, _AFTER = 2, 3
"""Letters that stay together before a hyphen, and after it."""


def marked_parts(text: str, letters: str, start: int, end: int) -> dict[int, float]:
    """The places in a stretch of a text after marks of addresses and hyphens of words, with what a line end costs."""
    costs: dict[int, float] = {}
    for first, last, is_address in _words(text, letters, start, end):
        if is_address:
            costs.update(_after_marks(text, first, last))
        else:
            costs.update((match.start(), _HYPHEN_COST) for match in _HYPHEN.finditer(text, first, last))
    return costs


def syllables(text: str, letters: str, start: int, end: int) -> list[int]:
    """The places where a hyphen may part an English word, ascending; its patterns are loaded at the first word."""
    return [
        match.start() + place
        for first, last, is_address in _words(text, letters, start, end)
        if not is_address
        for match in _ENGLISH.finditer(text, first, last)
        for place in _syllables(match.group().lower())
    ]


def _words(text: str, letters: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The long stretches of Latin text, and whether each is an address."""
    for word in _LONG_WORD.finditer(letters, start, end):
        for token in _TOKEN.finditer(text, *word.span()):
            yield *token.span(), _IS_ADDRESS.search(text, *token.span()) is not None


def _after_marks(text: str, start: int, end: int) -> Iterator[tuple[int, float]]:
    """The places in an address after marks that letters or digits follow, two at least on either side."""
    endings = {match.start() for match in _ENDING.finditer(text, start, end)}
    for index in range(start + 1, end - 2):
        cost = _COSTS.get(text[index])
        is_decimal = text[index] in ".-" and text[index - 1].isdigit() and text[index + 1].isdigit()
        if cost is not None and text[index + 1 : index + 3].isalnum() and not is_decimal and index not in endings:
            yield index + 1, cost


@cache
def _syllables(word: str) -> tuple[int, ...]:
    return tuple(_patterns().positions(word))


@cache
def _patterns() -> "Pyphen":
    from pyphen import Pyphen  # it takes a sixteenth of a second to load, and most reports need no hyphen

    return Pyphen(lang="en_US", left=_BEFORE, right=_AFTER)
