"""How alike texts are."""

from collections import Counter

import pytest

from reportgen.text.similarity import Guesses, SimilarTexts, likely_pairs, likeness, nearest, pairs_of


@pytest.mark.parametrize(
    ("text", "found"), [("titel", "title"), ("metric", "metrics"), ("title", "title"), ("日期", None), ("", None)]
)
def test_the_nearest_of_the_known_names(text: str, found: str | None) -> None:
    assert nearest(text, ("year", "title", "metrics")) == found


def test_the_cutoff_decides_how_near_a_name_must_be() -> None:
    assert nearest("提安", ["提案", "信息"]) is None
    assert nearest("提安", ["提案", "信息"], cutoff=0.4) == "提案"


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("甲乙丙丁戊", "甲乙丙子丑", True),
        ("甲乙丙丁戊己", "甲乙丙子丑寅", False),
        ("甲乙丙丁戊己庚", "甲乙丙丁子丑寅", False),
    ],
)
def test_a_name_is_near_that_has_three_fifths_in_common(text: str, known: str, found: bool) -> None:
    expected = known if found else None
    assert nearest(text, [known]) == Guesses().nearest(text, [known]) == expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("", {"[]": 1}),
        ("甲", {"[甲": 1, "甲]": 1}),
        ("甲乙甲乙", {"[甲": 1, "甲乙": 2, "乙甲": 1, "乙]": 1}),
        ("甲" * 80, {"[甲": 1, "甲甲": 79, "甲]": 1}),
        ("甲" * 80 + "乙", {"[甲": 1, "甲甲": 79, "甲]": 1}),
    ],
)
def test_a_text_is_its_pairs_with_its_start_and_end_up_to_eighty_characters(text: str, pairs: dict[str, int]) -> None:
    assert {pair.replace("\x02", "[").replace("\x03", "]"): count for pair, count in pairs_of(text).items()} == pairs


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("甲乙", "甲乙", 1.0),
        ("甲乙", "丙丁", 0.0),
        ("甲乙", "甲丙", 2 / 6),
        ("甲甲甲", "甲甲", 6 / 7),
        ("", "", 1.0),
        ("", "甲", 0.0),
    ],
)
def test_likeness_is_what_both_share_of_both_together(one: str, other: str, alike: float) -> None:
    """Dice's coefficient of their pairs, [甲, 甲乙 and 乙]."""
    assert likeness(pairs_of(one), pairs_of(other)) == pytest.approx(alike)


def holding(*counts: int, searches: int = 999_999) -> SimilarTexts:
    """Texts that have nothing but one pair each, so many of each pair, which are numbers."""
    pairs = (f"{pair}" for pair, count in enumerate(counts) for _ in range(count))
    return SimilarTexts({index: Counter([pair]) for index, pair in enumerate(pairs)}, searches)


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((6, 4), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ((7, 4), [7, 8, 9, 10, 0, 1, 2, 3, 4, 5]),  # the rare ones first, then the common ones as far as it goes
        ((8, 5, 1, 3), [13, 14, 15, 16, 8, 9, 10, 11, 12, 0]),
        ((12, 3), [12, 13, 14, 0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_the_rarest_pairs_count_where_all_would_take_too_long(counts: tuple[int, ...], found: list[int]) -> None:
    """Ten million may be looked at, ten in each of a million searches."""
    assert holding(*counts).sharing(map(str, range(len(counts)))) == found


def test_the_candidates_are_two_dozen() -> None:
    assert holding(24, searches=1).sharing(["0", "none"]) == list(range(24))
    assert holding(25, searches=1).sharing(["0"]) == list(range(24))


def test_likely_pairs_are_those_alike_enough() -> None:
    old = {0: "提案办理更加扎实", 1: "联系群众更加紧密"}
    new = {10: "联系群众更加紧密", 11: "提案办理更加有力", 12: "文史工作"}
    pairs = {(one, other): score for score, one, other in likely_pairs(old, new, 0.5)}
    assert pairs.keys() == {(0, 11), (1, 10)}
    assert pairs[1, 10] == 1.0
    assert [*likely_pairs(old, new, 1.0)] == [(1.0, 1, 10)]


@pytest.mark.slow
def test_of_texts_that_all_share_something_those_that_share_what_is_rare_are_found() -> None:
    """More lookups than there may be: the common words do not count, the rare ones do."""
    texts = {index: f"推动工作{chr(0x4E00 + index)}{chr(0x5E00 + index)}" for index in range(4000)}
    similar = SimilarTexts({index: pairs_of(text) for index, text in texts.items()}, searches=10_000)
    assert similar.sharing(pairs_of(texts[1234]))[0] == 1234


@pytest.mark.slow
def test_guesses_end_after_many_names_were_compared() -> None:
    known = [f"name-{number}" for number in range(12_000)]
    guesses = Guesses()
    assert guesses.nearest("nmae-7", known[:10]) == "name-7"
    assert guesses.nearest("nmae-77", known) is not None
    assert guesses.nearest("nmae-77", known) is not None
    assert guesses.nearest("nmae-77", known) is None


def test_the_names_that_are_guessed_are_a_hundred_and_none_is_long() -> None:
    guesses = Guesses()
    assert guesses.nearest("甲" * 61, ["甲" * 61]) is None
    assert guesses.nearest("甲" * 60, ["甲" * 60]) == "甲" * 60
    assert [guesses.nearest("征集提按", ["征集提案"]) for _ in range(100)] == ["征集提案"] * 99 + [None]


@pytest.mark.parametrize(("compared", "found"), [(19_999, "征集提案"), (20_000, None)])
def test_names_are_compared_with_twenty_thousand(compared: int, found: str | None) -> None:
    guesses = Guesses()
    assert guesses.nearest("征集提按", ["x"] * compared) is None
    assert guesses.nearest("征集提按", ["征集提案"]) == found
