"""Many names in one text."""

import pytest

from reportgen.text.names import Names

NAMES = Names(["政协", "市政协", "政协常委会", "委员", ""])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("市政协委员", ["市政协", "委员"]),
        ("政协常委会委员", ["政协常委会", "委员"]),
        ("政协常委", ["政协"]),
        ("政政协", ["政协"]),
        ("提案", []),
        ("", []),
    ],
)
def test_the_longest_name_at_the_first_place(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in NAMES.spans(text)] == found


def test_all_names_of_a_text_also_inside_others() -> None:
    assert NAMES.inside("市政协常委会") == {"市政协", "政协", "政协常委会"}
    assert NAMES.at("市政协", 1) == "政协"
    assert NAMES.at("市政协", 2) == ""


def test_a_name_left_out_is_found_no_more() -> None:
    names = Names(["甲", "甲乙"])
    names.discard("甲乙")
    assert names.search("丙甲乙") == (1, 2)
    names.discard("甲")
    assert not names
    assert names.search("甲") is None
