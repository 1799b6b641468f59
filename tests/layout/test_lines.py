"""Widths of marks, gaps, and edges: T33–T46 as far as they stand."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportgen.document import Origin, Run
from reportgen.layout.lines import Line, Measure, break_lines
from reportgen.layout.setting import Typesetter
from reportgen.memory import Memory
from reportgen.style import Looks
from tests.layout.setting import (
    SIZE,
    Placed,
    line_text,
    line_texts,
    measured,
    official_book,
    placed,
    set_lines,
    setter,
)
from tests.support import sheet_named

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
    is_wide = piece.setting.advances[text[-1]] > 0.9  # ” of Latin text is narrow
    blank = piece.size / 2 if is_wide and text[-1] in "，。、；：”》？！）" else 0.0
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


def test_what_is_to_be_reported_of_a_text_is_reported_wherever_it_stands() -> None:
    """A text that a memory has the lines of may be written elsewhere, as may its runs."""
    typesetter = Typesetter(Looks(sheet_named("official")), official_book(), memory=Memory())
    room = Measure(0.0, 0.0, 28 * SIZE, "justify", SIZE)
    loose = f"{'国' * 20}参照GB/T 15834—2011国家标准xₐ"
    for place in ("first", "second"):
        runs = (Run("ₐ", origin=Origin((place, "run"))), Run(loose))
        typesetter.lines(runs, "item", Origin((place,)), room)
        typesetter.lines((Run("题目"),), "cover-title", Origin((place,)), room)
    assert [(each.character, each.origin.path) for each in typesetter.missing] == [
        ("ₐ", ("first", "run")),
        ("ₐ", ("first",)),
        ("ₐ", ("second", "run")),
        ("ₐ", ("second",)),
    ]
    assert [each.origin.path for each in typesetter.loose] == [("first", "run"), ("second", "run")]
    assert [origin and origin.path for _, origin, _ in typesetter.turns] == [("first",), ("second",)]


@pytest.mark.parametrize(
    ("text", "ems"),
    [("在APP里说“Yes”，再说“No”。", 5), ("2024年‘AI’", 4), ("5G“APP”2025", 3), ("他们说“APP", 5)],
)
def test_a_mark_of_latin_text_gives_up_no_half_at_the_edge(text: str, ems: int) -> None:
    """T37 is of full-width marks; a Latin one would be outside the measure by half an em."""
    for line in set_lines(text, ems):
        characters = [each for each in placed(line) if each.character != " "]
        assert inked(characters[0])[0] >= -0.02, text
        assert inked(characters[-1])[1] <= ems + 0.02, text


def inked(each: Placed) -> tuple[float, float]:
    """Where the face of a character begins and ends, in em; a full-width mark has a blank half."""
    blank = 0.5 if each.width > 0.9 else 0.0
    left, right = each.character in "“‘（《", each.character in "，。”’）》"
    return each.x + blank * left, each.x + each.width - blank * right


RUNS = st.lists(
    st.sampled_from(
        ["“", "”", "‘", "’", "2025", "5G", "三融三联", "，", "。", "（", "）", "—", "APP", "《", "》", "[1]"]
    ),
    min_size=3,
    max_size=12,
)


@example(["三融三联", "—", "%", "，", "2025", "[1]", "“", "5G", "—", "。"], 3)
@given(RUNS, st.integers(min_value=3, max_value=8))
def test_no_mark_is_outside_the_measure(texts: list[str], ems: int) -> None:
    """Whatever is beside it: note marks, Latin text, digits; whatever has to be torn."""
    runs = tuple(Run(text, ("note-mark",) if text == "[1]" else ()) for text in texts)
    room = Measure(0.0, 0.0, ems * SIZE, "justify", SIZE)
    for line in break_lines(setter().set(runs, "base", None), room):
        characters = placed(line)
        assert inked(characters[0])[0] >= -0.02
        assert inked(characters[-1])[1] <= ems + 0.02, [each.character for each in characters]


def test_a_closing_quote_between_a_note_mark_and_a_digit_is_chinese() -> None:
    """T33: neighbours are looked for past note marks."""
    runs = (Run("国国“三融三联"), Run("[1]", ("note-mark",)), Run("”2025年"))
    lines = list(break_lines(setter().set(runs, "base", None), Measure(0.0, 0.0, 8.2 * SIZE, "justify", SIZE)))
    assert [line_text(line) for line in lines] == ["国国“三融三联[1]”", "2025年"]
    assert inked(placed(lines[0])[-1])[1] == pytest.approx(8.2, abs=0.02)
    assert placed(lines[0])[-1].width == pytest.approx(1.0)


@pytest.mark.parametrize("ems", [0.5, 0.0, -1.0, -40.0])
def test_where_nothing_fits_every_line_has_a_character(ems: float) -> None:
    """A sheet may leave a cell less room than a character, or none; the text is printed to its end all the same."""
    lines = set_lines("天地玄黄，PC宇宙。", ems)
    assert "".join(map(line_text, lines)) == "天地玄黄，PC宇宙。"
    assert len(lines) <= 12


@pytest.mark.parametrize("word", ["GDP", "2026", "——"])
def test_what_is_not_spread_is_a_piece_of_its_own(word: str) -> None:
    """From its first character to its last, wherever the line is spread."""
    spread = [
        [piece.text for piece in line.texts]
        for ems in range(60, 90)
        for line in set_lines(f"{'国' * 5}{word}{'国' * 40}", ems / 5)
        if word in line_text(line) and line.texts[0].tracking > 0
    ]
    assert spread
    assert all(word in pieces for pieces in spread), spread
