"""A text with edits made, and the way back from every character of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Edit
from reportgen.source.repairs import RepairedText


@st.composite
def repaired_texts(draw: st.DrawFn) -> RepairedText:
    """A text of distinct characters, so that each can be told, with edits that bring in none of them."""
    base = "".join(chr(0x4E00 + number) for number in range(draw(st.integers(0, 30))))
    cuts = sorted(draw(st.lists(st.integers(0, len(base)), max_size=8)))
    edits = [
        Edit(start, end, draw(st.text("ab: ", max_size=4))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return RepairedText(base).with_edits(edits)


@pytest.mark.slow
@given(repaired_texts())
def test_every_character_leads_back_to_where_it_was(repaired: RepairedText) -> None:
    """What was put in leads to where it was put: never before what it replaces, never behind."""
    for offset, character in enumerate(repaired.text):
        before = repaired.original(offset)
        if character > "\u4dff":
            assert repaired.base[before] == character
        else:
            assert any(edit.start <= before <= edit.end for edit in repaired.edits)
    assert repaired.original(len(repaired.text)) == len(repaired.base)


def test_edits_may_touch() -> None:
    assert RepairedText("甲乙").with_edits([Edit(0, 1, "一"), Edit(1, 2, "二")]).text == "一二"


def test_edits_made_later_keep_those_made_before() -> None:
    once = RepairedText("甲：乙［丙").with_edits([Edit(1, 2, ": ")])
    twice = once.with_edits([Edit(3, 4, "["), Edit(1, 1, "x")])
    assert twice.text == "甲: 乙[丙"
    assert [twice.original(offset) for offset in range(len(twice.text))] == [0, 1, 2, 2, 3, 4]
    assert once.with_edits([Edit(0, 5, "")]).text == ""
