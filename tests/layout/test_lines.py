"""Widths of marks, gaps, and edges: T33–T46 as far as they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Origin, Run
from reportgen.layout.lines import Line, Measure
from tests.layout.setting import SIZE, line_texts, measured, set_lines, setter

HAN = st.lists(
    st.sampled_from([*"天地玄黄宇宙洪荒，。“”《》、；：", "2026", "PC", "5.8万", "——", "……", "（三）"]),
    min_size=40,
    max_size=200,
).map("".join)


def right_edge(line: Line) -> float:
    """Where the last piece ends, the blank half of a closing mark not counted."""
    piece = line.texts[-1]
    text = piece.text.rstrip()
    width = sum(piece.setting.advances[character] * piece.size for character in text)
    blank = piece.size / 2 if text[-1] in "，。、；：”》？！）" else 0.0
    return piece.x + width + piece.tracking * (len(text) - 1) - blank


def width(text: str) -> float:
    """The width of a text in em, as it would stand inside a line."""
    return measured(text).sums[-1] / SIZE


def test_twenty_eight_characters_fill_an_official_line() -> None:
    """T6: 156 mm hold 28 characters of 15.793 pt with nothing to adjust."""
    lines = set_lines("国" * 100, 156 / 25.4 * 72 / SIZE)
    assert [len(line.texts[0].text) for line in lines] == [28, 28, 28, 16]
    assert all(line.texts[0].tracking == pytest.approx(0, abs=0.02) for line in lines)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("国”，国", 3.5),
        ("国。”国", 3.5),
        ("国）（国", 3.5),
        ("国《“国", 3.5),
        ("国（“国", 3.5),
        ("国，国", 3.0),
        ("国。《国", 3.5),
        ("国“国”国", 5.0),
    ],
)
def test_neighbouring_marks_share_their_blank(text: str, ems: float) -> None:
    """T36: 1.5 em for two, where one is a bracket or a quote."""
    assert width(text) == pytest.approx(ems)


def test_a_gap_of_a_quarter_em_between_han_and_latin() -> None:
    """T43, T44: on both sides of a word, none next to a mark."""
    plain = width("PC")
    assert width("国PC国") == pytest.approx(2 + plain + 0.5)
    assert width("，PC。") == pytest.approx(2 + plain)


def test_a_mark_at_a_line_end_takes_half_an_em() -> None:
    """T37, T25: six characters and a half em of mark fit in six and a half."""
    assert line_texts("一二三四五六，七八九十", 6.5)[0] == "一二三四五六，"


def test_an_opening_mark_at_a_line_start_gives_up_its_half() -> None:
    """T37, T54: also after an indent."""
    first = set_lines("“国”", 10, indent=2)[0].texts[0]
    assert first.x == pytest.approx(1.5 * SIZE)


@pytest.mark.slow
@given(HAN, st.integers(min_value=8, max_value=28))
def test_every_line_but_the_last_ends_at_the_edge(text: str, ems: int) -> None:
    """T40: justified to a hundredth of a point, whatever marks and words are in the line."""
    lines = set_lines(text, ems)
    for line in lines[:-1]:
        if len("".join(piece.text for piece in line.texts)) == 1:
            continue  # one character before a run of marks as long as the line: there is no gap to spread
        if line.looseness > 0.25 * SIZE:
            assert line.width < ems * SIZE  # it stays ragged
            continue
        assert right_edge(line) == pytest.approx(ems * SIZE, abs=0.02)


def test_the_dash_is_one_glyph_two_ems_wide() -> None:
    """T26: the two halves meet; Noto draws them as one."""
    setting = measured("国——国").spans[0].setting
    assert setting.joins_dash
    assert width("国——国") == pytest.approx(4)


def test_shared_marks_come_from_the_script_they_are_in() -> None:
    """T33: “ ” are 1 em wide beside Han, as narrow as Latin ones inside Latin."""
    assert width("国“国”") == pytest.approx(4)
    assert width("国“5G”2") == pytest.approx(1 + 2 + width("5G2"))
    noted = setter().set((Run("国"), Run("[1]", ("note-mark",)), Run("“A” B")), "base", None)
    assert noted.sums[5] - noted.sums[4] == pytest.approx(SIZE)
    assert width("don’t") == pytest.approx(sum(width(letter) for letter in "dont") + 0.268, abs=0.001)


def test_a_loose_line_is_remembered_as_it_was_typed_without_its_ordinal() -> None:
    typesetter = setter()
    runs = (Run("12.", ("ordinal",)), Run(f"{'国' * 20}参照GB/T 15834—2011国家标准"))
    typesetter.lines(runs, "item", Origin(("title",)), Measure(0.0, 0.0, 28 * SIZE, "justify", SIZE), lead=3)
    assert [line.text for line in typesetter.loose] == [f"{'国' * 20}参照"]
