"""What is kept from build to build: each result once, and no more than lately asked for."""

import pickle

import pytest

from reportgen.memory import NOTHING_KEPT, Memory


def test_a_result_is_made_once_for_a_key_and_a_context() -> None:
    memory = Memory()
    made: list[object] = []

    def ask(key: str, *context: object) -> int:
        def make() -> int:
            made.append((key, *context))
            return len(made)

        return memory.part("lines", *context).recall(key, make)

    assert [ask("a"), ask("a"), ask("b"), ask("a", {"style": 1}), ask("a", {"style": 1}), ask("a", {"style": 2})] == [
        1, 1, 2, 3, 3, 4
    ]  # fmt: skip
    assert made == [("a",), ("b",), ("a", {"style": 1}), ("a", {"style": 2})]


def test_a_result_that_is_none_is_a_result() -> None:
    made: list[int] = []
    memory = Memory()
    for _ in range(2):
        memory.recall("a", lambda: made.append(1))
    assert made == [1]


def test_what_builds_no_longer_ask_for_is_dropped() -> None:
    """A thousand builds, each with a text of its own and one that all have, under a sheet that changes each time."""
    memory = Memory()
    for build in range(1000):
        memory.recall("always", object)
        memory.part("lines", [build]).recall(build, object)
        memory.part("lines", "same").recall(build, object)
        memory.end_build()
    assert len(memory) < 30
    kept = memory.recall("always", object)
    for _ in range(3):  # saves with errors, which ask for nothing
        memory.end_build()
    assert memory.recall("always", object) is kept


@pytest.mark.parametrize(("idle", "is_kept"), [(0, True), (8, True), (9, False)])
def test_a_result_outlives_eight_builds_that_do_not_ask_for_it(idle: int, *, is_kept: bool) -> None:
    """A result and a part alike; whoever saves eight times with an error loses nothing."""
    memory = Memory()
    memory.end_build()
    result, part = memory.recall("a", object), memory.part("lines", "serif")
    of_part = part.recall("a", object)
    for _ in range(1 + idle):
        memory.end_build()
    assert len(memory) == (2 if is_kept else 0)
    assert (memory.recall("a", object) is result) == is_kept
    assert (memory.part("lines", "serif") is part) == is_kept
    assert (memory.part("lines", "serif").recall("a", object) is of_part) == is_kept


def test_a_single_build_keeps_nothing() -> None:
    first, second = (NOTHING_KEPT.part("lines", 1).recall("a", object) for _ in range(2))
    assert first is not second
    assert len(NOTHING_KEPT) == 0


@pytest.mark.parametrize("nothing_kept", [NOTHING_KEPT, pickle.loads(pickle.dumps(NOTHING_KEPT))])
def test_what_one_build_makes_again_is_kept_from_the_second_time_on(nothing_kept: Memory) -> None:
    """Also by a copy of the process, which is sent what it is to do."""
    repeats = nothing_kept.repeated("lines")
    made: list[str] = []

    def ask(key: str) -> int:
        return repeats.recall(key, lambda: made.append(key) or len(made))  # type: ignore[func-returns-value]

    assert [ask(key) for key in "abacaba"] == [1, 2, 3, 4, 3, 5, 3]
    assert made == ["a", "b", "a", "c", "b"]
    assert (len(repeats), len(nothing_kept)) == (2, 0)
