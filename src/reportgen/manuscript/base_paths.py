"""Where a field of an earlier text of the file is in the text of now: entries are known by id, title or words."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from reportgen.diagnostics import FieldPath
from reportgen.source import Mapping, Node, Scalar, Sequence
from reportgen.text.similarity import likeness, pairs_of

_NAMES = ("id", "title", "claim", "text", "term")
_LIKE = 0.6

_MOST_COMPARED = 200
"""Entries that one without a name of its own is compared with: those nearest to its place."""


class EarlierPaths:
    """The fields of one earlier text in the text of now; each list is looked through once."""

    def __init__(self, base: Node, current: Node) -> None:
        self._base = base
        self._current = current
        self._lists: dict[tuple[int, int], _Lists] = {}

    def now(self, path: FieldPath) -> FieldPath | None:
        """The path of the same field; None where its entry is no longer there."""
        now: list[str | int] = []
        base, current = self._base, self._current
        for step in path:
            if isinstance(step, int):
                if not isinstance(base, Sequence) or not isinstance(current, Sequence):
                    return None
                place = self._list(base, current).same_entry(step)
                if place is None:
                    return None
                now.append(place)
                base, current = base.items[step], current.items[place]
                continue
            now.append(step)
            if isinstance(base, Scalar) and isinstance(current, Scalar):
                continue  # an item that is a title alone has no key of its own
            before = base.get(str(step)) if isinstance(base, Mapping) else base
            after = current.get(str(step)) if isinstance(current, Mapping) else current
            if before is None or after is None:
                return None
            base, current = before, after
        return tuple(now)

    def _list(self, base: Sequence, current: Sequence) -> "_Lists":
        return self._lists.setdefault((id(base), id(current)), _Lists(base, current))


class _Lists:
    """A list of the earlier text and the one of now."""

    def __init__(self, base: Sequence, current: Sequence) -> None:
        self._base = base
        self._current = current
        self._places: list[int | None] | None = None
        self._free: list[int] = []

    def same_entry(self, index: int) -> int | None:
        """The place of an entry in the list of now; no entry that goes by the name of another is taken for it."""
        if index >= len(self._base.items):
            return None
        if self._places is None:
            self._places = list(self._named_alike())
            named = frozenset(self._places)
            self._free = [place for place in range(len(self._current.items)) if place not in named]
        place = self._places[index]
        return self._most_alike(index) if place is None else place

    def _most_alike(self, index: int) -> int | None:
        middle = bisect_left(self._free, index)
        near = self._free[max(0, middle - _MOST_COMPARED // 2) : middle + _MOST_COMPARED // 2]
        words = pairs_of(_words(self._base.items[index]))
        scores = {
            place: (likeness(words, pairs_of(_words(self._current.items[place]))), -abs(place - index))
            for place in near
        }
        best = max(scores, key=scores.__getitem__, default=None)
        return best if best is not None and scores[best][0] >= _LIKE else None

    def _named_alike(self) -> Iterator[int | None]:
        """For each entry, the place of the one that has a name of it, which no other has."""
        counted = Counter(name for entry in self._base.items for name in _names(entry))
        places: dict[tuple[str, str], list[int]] = {}
        for place, entry in enumerate(self._current.items):
            for name in _names(entry):
                places.setdefault(name, []).append(place)
        for entry in self._base.items:
            found = (places.get(name, []) for name in _names(entry) if counted[name] == 1)
            yield next((those[0] for those in found if len(those) == 1), None)


def _names(entry: Node) -> Iterator[tuple[str, str]]:
    """The keys that an entry is called by, and what it is called; a plain text is a title."""
    for key in _NAMES:
        name = _name(entry, key)
        if name is not None:
            yield key, name


def _name(entry: Node, key: str) -> str | None:
    """What an entry is called by one of its keys."""
    if isinstance(entry, Scalar):
        return entry.text if key == "title" else None
    value = entry.get(key) if isinstance(entry, Mapping) else None
    return value.text if isinstance(value, Scalar) else None


def _words(entry: Node) -> str:
    return "".join(name for _, name in _names(entry))
