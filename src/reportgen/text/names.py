"""Many names looked for in a text at once, at a cost that hardly grows with their number."""

import re
from collections.abc import Iterable, Iterator

from reportgen.text.lazy_pattern import LazyPattern


class Names:
    """Some names, none empty; where several begin at one place of a text, the longest is the one there."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name for name in names if name}
        lengths: dict[str, set[int]] = {}
        for name in self._names:
            lengths.setdefault(name[0], set()).add(len(name))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}
        firsts = "".join(map(re.escape, sorted(lengths)))
        self._firsts = LazyPattern(f"[{firsts}]") if firsts else None

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._names)

    def discard(self, name: str) -> None:
        """Leaves out a name from here on."""
        self._names.discard(name)

    def at(self, text: str, place: int) -> str:
        """The name that begins at a place of a text; empty where none does."""
        lengths = self._lengths.get(text[place : place + 1], ())
        return next((name for length in lengths if (name := text[place : place + length]) in self._names), "")

    def search(self, text: str, start: int = 0) -> tuple[int, int] | None:
        """Where the first name of a text, from an offset on, begins and ends."""
        for match in self._firsts.finditer(text, start) if self._firsts else ():
            name = self.at(text, match.start())
            if name:
                return match.start(), match.start() + len(name)
        return None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the names of a text begin and end, none inside another."""
        found = self.search(text)
        while found is not None:
            yield found
            found = self.search(text, found[1])

    def everywhere(self, text: str) -> Iterator[tuple[int, str]]:
        """All names in a text with their places, also those inside others."""
        places = self._firsts.finditer(text) if self._firsts else ()
        pieces = ((match.start(), length) for match in places for length in self._lengths[match.group()])
        return ((place, name) for place, length in pieces if (name := text[place : place + length]) in self._names)

    def inside(self, text: str) -> set[str]:
        """All names in a text, also those inside others."""
        return {name for _, name in self.everywhere(text)}
