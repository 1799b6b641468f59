"""Words found on pages, also across the ends of lines and pages."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportgen.live.view import Drawn

_MOST = 500
"""Places that a search shows."""


class Found(Struct, frozen=True):
    """A box on a page that holds found characters, or those of them that stand on one line; in points."""

    page: int
    left: float
    top: float
    width: float
    height: float


def search(pages: Drawn, words: str) -> tuple[tuple[Found, ...], ...]:
    """Where some words are, each as a box for every line it is on; spaces and case make no difference."""
    wanted = _folded("".join(words.split()))
    if not wanted:
        return ()
    characters = [
        (page, number, index, character)
        for page, lines in enumerate(pages.lines)
        for number, line in enumerate(lines)
        for index, character in enumerate(line.text)
        if not character.isspace()
    ]
    text = _folded(character for *_, character in characters)
    found: list[tuple[Found, ...]] = []
    start = text.find(wanted)
    while start >= 0 and len(found) < _MOST:
        stretch = characters[start : start + len(wanted)]
        found.append(tuple(_boxes(pages, [(page, number, index) for page, number, index, _ in stretch])))
        start = text.find(wanted, start + len(wanted))
    return tuple(found)


def _folded(characters: Iterable[str]) -> str:
    """Characters without their case, each one character still: ß is s."""
    return "".join(each.casefold()[0] for each in characters)


def _boxes(pages: Drawn, characters: list[tuple[int, int, int]]) -> Iterator[Found]:
    for page, number in dict.fromkeys((page, number) for page, number, _ in characters):
        line = pages.lines[page][number]
        inside = [index for *at, index in characters if at == [page, number]]
        left, right = line.lefts[inside[0]], line.lefts[inside[-1] + 1]
        yield Found(page, left, line.top, right - left, line.height)
