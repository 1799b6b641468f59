"""Marks that Chinese shares with Latin: which of them are Latin, pairs of quotes together (T33)."""

import pytest

from reportgen.text.latin_marks import latin_marks


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("see “Notes”", "“”"),
        ("see “Notes” — or ‘it’s’", "“”—‘’’"),
        ("参见“Notes”", ""),
        ("参见Annual “Notes” of", "“”"),
        ("参见Annual “Notes” of A—B, it’s", "“”—’"),
        ("“Notes”参见", ""),
        ("参见 it’s", "’"),
        ("参见 Notes”", ""),
        ("参见", ""),
    ],
)
def test_shared_marks_are_latin_in_latin_texts_and_inside_of_latin(text: str, latin: str) -> None:
    assert "".join(text[start:end] for start, end in latin_marks(text)) == latin


@pytest.mark.parametrize(
    "text",
    [
        "推进“5G”2025年全覆盖",
        "“1+3”+N的模式",
        "“5G”+“1+3”的做法",
        "推进“5G” network建设",
        "A“中”B",
        "Annual “中” Notes",
        "他说‘“OK”’2次",
        "“Notes” of 参见",
        "推进“AI”——X计划",
    ],
)
def test_both_quotes_of_a_pair_are_chinese_where_one_is(text: str) -> None:
    assert latin_marks(text) == []


def test_an_apostrophe_closes_no_quote() -> None:
    text = "参见 A ‘it’s’ B"
    assert "".join(text[start:end] for start, end in latin_marks(text)) == "‘’’"


@pytest.mark.parametrize("text", ["参见 A “B” C” D", "参见 A ‘B’ C’ D", "参见 A “B” “C” D” E"])
def test_a_quote_too_many_closes_nothing(text: str) -> None:
    assert "".join(text[start:end] for start, end in latin_marks(text)) == "".join(filter("“”‘’".__contains__, text))


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("参见 A “B ‘C” D’ E", "“‘”’"),  # the inner one is given up
        ("参见 A “‘B” 中’ E", "“‘”"),
        ("参见 A ‘B’C D", "‘’"),
        ("参见 A ‘B1’C D", "‘’"),
        ("A’ “中” B", "’"),
        ("’A “中” ’", ""),
    ],
)
def test_quotes_that_cross_and_quotes_at_words(text: str, latin: str) -> None:
    assert "".join(text[start:end] for start, end in latin_marks(text)) == latin


@pytest.mark.parametrize(("apart", "latin"), [((), [(3, 4), (5, 6)]), (((1, 3),), [])])
def test_what_is_apart_is_looked_past(apart: tuple[tuple[int, int], ...], latin: list[tuple[int, int]]) -> None:
    """The 1] of a note mark is no Latin text of the sentence."""
    assert latin_marks("甲1]“A” B", apart) == latin


def test_what_is_apart_moves_nothing() -> None:
    text = "甲[1]乙[12]丙 A “B” C"
    found = latin_marks(text, ((1, 4), (5, 9)))
    assert [text[start:end] for start, end in found] == ["“", "”"]


def test_neighbours_are_one_span() -> None:
    assert latin_marks("甲 A“—” B") == [(3, 6)]
