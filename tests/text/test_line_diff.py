"""Differences of lines are those that ``diff -u`` prints."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.line_diff import unified_diff

LINES = [f"{number}" for number in range(1, 21)]


def changed(at: int, count: int, *new: str) -> list[str]:
    """Twenty lines with some in place of so many from a line on."""
    return [*LINES[: at - 1], *new, *LINES[at - 1 + count :]]


@pytest.mark.parametrize(
    ("new", "diff"),
    [
        (LINES, ""),
        (changed(1, 1, "甲"), "@@ -1,4 +1,4 @@|-1|+甲| 2| 3| 4"),
        (changed(2, 0, "甲"), "@@ -1,4 +1,5 @@| 1|+甲| 2| 3| 4"),
        (changed(20, 1, "甲"), "@@ -17,4 +17,4 @@| 17| 18| 19|-20|+甲"),
        (changed(19, 1), "@@ -16,5 +16,4 @@| 16| 17| 18|-19| 20"),
        (changed(10, 2, "甲"), "@@ -7,8 +7,7 @@| 7| 8| 9|-10|-11|+甲| 12| 13| 14"),
        ([], "@@ -1,20 +0,0 @@|" + "|".join(f"-{each}" for each in LINES)),
    ],
)
def test_three_lines_are_shown_around_a_change(new: list[str], diff: str) -> None:
    found = list(unified_diff(LINES, new, "data/2025.yaml"))
    assert found[:2] == (["--- data/2025.yaml", "+++ data/2025.yaml"] if diff else [])
    assert "|".join(found[2:]) == diff


@pytest.mark.parametrize(("between", "hunks"), [(5, 1), (6, 1), (7, 2)])
def test_changes_are_shown_as_one_where_the_lines_between_are_all_shown(between: int, hunks: int) -> None:
    new = changed(5, 1, "甲")
    new[5 + between] = "乙"
    assert sum(line.startswith("@@") for line in unified_diff(LINES, new, "x")) == hunks


def test_one_line_is_named_by_its_number_alone() -> None:
    assert list(unified_diff(["甲"], ["乙"], "x"))[2:] == ["@@ -1 +1 @@", "-甲", "+乙"]
    assert list(unified_diff([], ["乙"], "x"))[2:] == ["@@ -0,0 +1 @@", "+乙"]


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 3), st.integers(0, 2)), max_size=4))
def test_it_is_what_pythons_own_prints_where_there_is_one_way(edits: list[tuple[int, int, int]]) -> None:
    """Lines that come are like no others."""
    new = list(LINES)
    for number, (at, gone, come) in enumerate(edits):
        new[at : at + gone] = [f"{number}-{each}" for each in range(come)]
    expected = [*difflib.unified_diff(LINES, new, "x", "x", lineterm="")]
    assert list(unified_diff(LINES, new, "x")) == expected
