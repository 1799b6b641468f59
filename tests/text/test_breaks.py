"""Where lines may break: the sets of typography.md T21–T32, each mark at the place where it could go wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.breaks import atom_ends, break_cost
from reportgen.text.classes import classes
from tests.layout.setting import line_texts

NOT_FIRST = "、，；：。！？．‼⁇⁈⁉”’）〕］】〗｝》〉」』～—–-·‧•・/"
NOT_LAST = "“‘（〔［【〖｛《〈「『/"


def may_break_before(text: str, index: int) -> bool:
    return index in atom_ends(classes(text))


@pytest.mark.parametrize("mark", NOT_FIRST)
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    """T21: the character before such a mark goes to the next line with it."""
    text = f"一二三四五六{mark}七八九"
    assert not may_break_before(text, 6)
    assert all(not line.startswith(mark) for line in line_texts(text, 6))


@pytest.mark.parametrize("mark", NOT_LAST)
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    """T22: an opening mark at a line's end goes down with what it opens."""
    text = f"一二三四五{mark}六七八九"
    assert not may_break_before(text, 6)
    assert all(not line.endswith(mark) for line in line_texts(text, 6))


@pytest.mark.parametrize("run", ["。”", "》。", "”）。", "（《", "：“", "。”（", "？！”"])
def test_runs_of_marks_move_as_one_with_their_character(run: str) -> None:
    """T23: in 甲。”乙 nothing parts 甲。”, in 甲（《乙 nothing parts （《乙."""
    text = f"甲甲{run}乙乙"
    inside = range(2 + len(run) + 1)
    allowed = [index for index in inside if index > 1 and may_break_before(text, index)]
    opens = next((index for index, mark in enumerate(run) if mark in NOT_LAST), len(run))
    assert allowed == [2 + opens]


@pytest.mark.parametrize("whole", ["——", "……", "………………", "12,345.6%", "-3.5", "2026", "GB/T", "PC", "１２", "546"])
def test_dashes_ellipses_numbers_and_words_are_whole(whole: str) -> None:
    """T26, T28, T30: never a break inside; full-width digits are Han by width and excepted."""
    text = f"一二{whole}三四"
    inside = [index for index in range(3, 2 + len(whole)) if may_break_before(text, index)]
    assert inside == ([3] if whole == "１２" else [])


def test_a_dash_may_begin_a_line_and_a_connector_may_not() -> None:
    """T26, T27: two dashes are a dash, one is a connector."""
    assert may_break_before("甲乙——丙丁", 2)
    assert not may_break_before("甲乙—丙丁", 2)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        (
            "，在一——委员委员一。是征集提案12,345件2025年",
            5,
            ["，在一——", "委员委", "员一。是征", "集提案", "12,345件", "2025年"],
        ),
        ("是12,345件12,345件“好”“好”是全年", 6, ["是12,345件", "12,345件", "“好”“好”是", "全年"]),
    ],
)
def test_lines_are_rather_loose_than_that_one_begins_with_a_dash_or_a_unit(
    text: str, ems: int, lines: list[str]
) -> None:
    """T26, T29, also where a line that ends earlier would let it."""
    assert line_texts(text, ems) == lines


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("提案546|件", 6.0),  # a unit behind its number
        ("提案5|件", 6.0),
        ("占35%|强", 6.0),
        ("提案5G|件", 0.0),
        ("用PDF|件", 0.0),
        ("提案|件", 0.0),
        ("提案|546", 0.0),
        ("工作|——", 12.0),
        ("工作|……", 20.0),
    ],
)
def test_what_a_line_may_begin_with_if_it_must(text: str, cost: float) -> None:
    """T26, T29."""
    assert break_cost(classes(text.replace("|", "")), text.index("|")) == cost


def test_a_word_wider_than_the_measure_is_broken_rather_than_lost() -> None:
    """Nothing sticks out of the type area and nothing is left out, whatever is typed."""
    assert "".join(line_texts("长https://example.org/a/very/long/path", 6)) == "长https://example.org/a/very/long/path"


def test_a_paragraph_does_not_end_in_one_character() -> None:
    """T52: one more is brought down."""
    assert line_texts("一二三四五六七。", 6) == ["一二三四五", "六七。"]


TEXT = st.text(alphabet="甲乙丙，。、；：“”（）《》—…·12345%ab /-", min_size=1, max_size=120)


@given(TEXT)
def test_atoms_cover_the_text(text: str) -> None:
    """Ends ascend to the last character, so that breaking loses nothing."""
    ends = atom_ends(classes(text))
    assert ends == sorted(set(ends))
    assert ends[-1] == len(text)


@given(TEXT, st.integers(min_value=4, max_value=30))
def test_lines_hold_the_whole_text_in_order(text: str, ems: int) -> None:
    """Only spaces at line ends may go, whatever is typed and however narrow the measure."""
    printed = "".join(line_texts(text, ems))
    assert printed.replace(" ", "") == text.replace(" ", "")
