"""Matches the entries of two reports: by id, else by title, else by text."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from reportgen.diagnostics import FieldPath
from reportgen.text.similarity import likely_pairs

_LIKE_HERE, _LIKE_ELSEWHERE = 0.5, 0.65
"""The likeness titles or texts must have under the same heading, and under another, where there is more chance."""


class Entry(NamedTuple):
    """An entry of a list: its path, that of its heading, empty where it has none, and what it is matched by."""

    path: FieldPath
    parent: FieldPath
    id: str | None
    title: str
    text: str


def match_entries(
    old: tuple[Entry, ...], new: tuple[Entry, ...], parents: Mapping[FieldPath, FieldPath]
) -> dict[FieldPath, FieldPath]:
    """The paths of old entries with those of their counterparts; ``parents`` are the counterparts known so far.

    Entries under the same heading are tried before those elsewhere. Entries with different ids match only where their
    titles are identical.
    """
    matching = _Matching(old, new, parents)
    matching.equal(lambda entry: entry.id or "", here=False)
    for field in (_title, _text):
        matching.equal(field, here=True)
        matching.equal(field, here=False)
        matching.alike(field, _LIKE_HERE, here=True)
        matching.alike(field, _LIKE_ELSEWHERE, here=False)
    return matching.found


def _title(entry: Entry) -> str:
    return entry.title


def _text(entry: Entry) -> str:
    return entry.text


class _Matching:
    """The entries that still have no counterpart, and the matches found."""

    def __init__(self, old: tuple[Entry, ...], new: tuple[Entry, ...], parents: Mapping[FieldPath, FieldPath]) -> None:
        self._old = dict(enumerate(old))
        self._new = dict(enumerate(new))
        self._parents = parents
        self.found: dict[FieldPath, FieldPath] = {}

    def equal(self, field: Callable[[Entry], str], *, here: bool) -> None:
        """Matches entries whose field is equal and not empty, in order."""
        waiting: dict[tuple[str, FieldPath | None], deque[int]] = {}
        for index, entry in self._new.items():
            waiting.setdefault((field(entry), entry.parent if here else None), deque()).append(index)
        for index, entry in list(self._old.items()):
            others = waiting.get((field(entry), self._parents.get(entry.parent, ()) if here else None))
            if field(entry) and others:
                self._match(index, others.popleft())

    def alike(self, field: Callable[[Entry], str], least: float, *, here: bool) -> None:
        """Matches entries whose field is similar, the most similar first, then the nearest."""
        candidates = [
            (-score, abs(one - other), one, other)
            for olds, news in self._groups(here=here)
            for score, one, other in likely_pairs(
                {index: field(self._old[index]) for index in olds if field(self._old[index])},
                {index: field(self._new[index]) for index in news if field(self._new[index])},
                least,
            )
        ]
        for _, _, one, other in sorted(candidates):
            if one in self._old and other in self._new and not (self._old[one].id and self._new[other].id):
                self._match(one, other)

    def _groups(self, *, here: bool) -> Iterable[tuple[list[int], list[int]]]:
        """The old and new entries that may match: those under the same heading, or all."""
        if not here:
            return [(list(self._old), list(self._new))]
        groups: dict[FieldPath, tuple[list[int], list[int]]] = {}
        for index, entry in self._old.items():
            groups.setdefault(self._parents.get(entry.parent, ()), ([], []))[0].append(index)
        for index, entry in self._new.items():
            if entry.parent in groups:
                groups[entry.parent][1].append(index)
        return groups.values()

    def _match(self, one: int, other: int) -> None:
        self.found[self._old.pop(one).path] = self._new.pop(other).path
