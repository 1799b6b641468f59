"""Which entry of one report is which of another: by id, else by title, else by text, under its heading first."""

import pytest

from reportgen.compare.matching import Entry, match_entries

Row = tuple[str, str, str, str]
"""Heading, id, title and text of an entry."""

READING = "读书活动常态开展"


def entries(*rows: Row) -> tuple[Entry, ...]:
    return tuple(
        Entry((index,), (heading,), name or None, title, text)
        for index, (heading, name, title, text) in enumerate(rows)
    )


@pytest.mark.parametrize(
    ("old", "new", "matched"),
    [
        pytest.param(
            [("A", "甲", "读书", "建起书屋。")],
            [("A", "乙", "宣讲", "宣讲八场。"), ("B", "甲", "清淤", "疏通沟渠。")],
            {0: 1},
            id="an id is found under any heading, whatever its text",
        ),
        pytest.param(
            [("A", "甲", "读书", ""), ("A", "乙", "宣讲", "")],
            [("A", "乙", "读书", ""), ("A", "甲", "宣讲", "")],
            {0: 1, 1: 0},
            id="an id comes before a title",
        ),
        pytest.param(
            [("A", "甲", "读书活动", ""), ("A", "", READING, "")],
            [("A", "乙", "读书活动", ""), ("A", "丙", f"{READING}了", "")],
            {0: 0, 1: 1},
            id="entries with the same title match even if their ids differ, or one has none",
        ),
        pytest.param(
            [("A", "甲", READING, "建起书屋。")],
            [("A", "丙", f"{READING}了", "建起书屋六处。")],
            {},
            id="two ids are two entries, however alike they are",
        ),
        pytest.param(
            [("A", "", "读书", "一。"), ("B", "", "读书", "二。")],
            [("A", "", "宣讲", "三。"), ("B", "", "读书", "四。")],
            {1: 1},
            id="the same title under its heading comes before one elsewhere",
        ),
        pytest.param(
            [("A", "", READING, ""), ("B", "", f"{READING}了", "")],
            [("A", "", "宣讲", ""), ("B", "", f"{READING}好", "")],
            {1: 1},
            id="a title much alike under its heading comes before one elsewhere",
        ),
        pytest.param(
            [("A", "", READING, "")],
            [("A", "", f"{READING}了", ""), ("B", "", READING, "")],
            {0: 1},
            id="the same title elsewhere comes before one much alike under its heading",
        ),
        pytest.param(
            [("A", "", "", "一"), ("A", "", "", "建起书屋六处，读书成风。"), ("A", "", "", "三")],
            [("A", "", "", "二"), ("A", "", "", "四"), ("A", "", "", "建起书屋七处，读书成风。")],
            {1: 2},
            id="entries without titles are known by their texts",
        ),
        pytest.param(
            [("A", "", "读书", "建起书屋六处。")],
            [("A", "", "", "建起书屋六处。"), ("B", "", "读书", "宣讲八场。")],
            {0: 1},
            id="a title comes before a text, wherever it is",
        ),
        pytest.param(
            [("A", "", "一", ""), ("A", "", "二", ""), ("A", "", READING, "")],
            [("A", "", f"{READING}一", ""), ("A", "", "三", ""), ("A", "", f"{READING}二", "")],
            {2: 2},
            id="of titles just as much alike, the one at the nearest place",
        ),
        pytest.param(
            [("A", "", "读书", ""), ("A", "", "读书", "")],
            [("A", "", "读书", ""), ("A", "", "读书", ""), ("A", "", "读书", "")],
            {0: 0, 1: 1},
            id="of the same titles, one after another",
        ),
        pytest.param(
            [("C", "", READING, "")],
            [("B", "", "读书活动常见做法", "")],
            {},
            id="under a heading that is gone an entry must be as much alike as elsewhere",
        ),
    ],
)
def test_entries_are_found_again(old: list[Row], new: list[Row], matched: dict[int, int]) -> None:
    """The headings A and B are in both reports."""
    found = match_entries(entries(*old), entries(*new), {("A",): ("A",), ("B",): ("B",)})
    assert {one[0]: other[0] for one, other in found.items()} == matched
