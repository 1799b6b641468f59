"""Results of pure functions by what they were made from, as long as builds go on asking for them."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")

_BUILDS_KEPT = 8
"""Builds for which a result is kept that none of them asks for: as many saves with errors lose nothing."""


class Memory:
    """Remembers what was made, by name and key. It is as large as what a few builds in a row ask for.

    A result must depend on its key and on the context of its part alone, and nobody may change it.
    """

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Any, int]] = {}
        self._parts: dict[str, list[tuple[object, Memory, int]]] = {}
        self._build = 0

    def recall(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The result of a key, made where it is not there."""
        found = self._made.get(key)
        made = make() if found is None else cast("Made", found[0])
        self._made[key] = made, self._build
        return made

    def part(self, name: str, *context: object) -> "Memory":
        """The memory of what depends on a context besides its keys; contexts are compared, and need no hash."""
        parts = self._parts.setdefault(name, [])
        for index, (known, memory, _) in enumerate(parts):
            if known == context:
                parts[index] = known, memory, self._build
                return memory
        memory = Memory()
        parts.append((context, memory, self._build))
        return memory

    def repeated(self, name: str, *context: object) -> "Memory":
        """As ``part``, for what one build by itself makes again and again."""
        return self.part(name, *context)

    def end_build(self) -> None:
        """Drops what no build has asked for lately."""
        oldest = self._build - _BUILDS_KEPT
        self._build += 1
        self._made = {key: kept for key, kept in self._made.items() if kept[1] >= oldest}
        for name, parts in self._parts.items():
            self._parts[name] = [kept for kept in parts if kept[2] >= oldest]
            for _, memory, _ in self._parts[name]:
                memory.end_build()

    def __len__(self) -> int:
        """How many results are kept."""
        return len(self._made) + sum(len(memory) for parts in self._parts.values() for _, memory, _ in parts)


class Repeats(Memory):
    """What one build makes more than once: kept from the second time on, since most results are asked for once."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[int] = set()

    def recall(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The result of a key, made where it is not there."""
        found = self._made.get(key)
        if found is not None:
            return cast("Made", found[0])
        made = make()
        mark = hash(key)
        if mark in self._seen:
            self._made[key] = made, self._build
        else:
            self._seen.add(mark)
        return made


class _NothingKept(Memory):
    """The memory of a process that builds once."""

    def recall(self, key: Hashable, make: Callable[[], Made]) -> Made:  # noqa: ARG002
        return make()

    def part(self, name: str, *context: object) -> Memory:  # noqa: ARG002
        return self

    def repeated(self, name: str, *context: object) -> Memory:  # noqa: ARG002
        return Repeats()


NOTHING_KEPT: Memory = _NothingKept()
