"""How alike texts are."""

import pytest

from reportgen.text.similarity import Guesses, SimilarTexts, likely_pairs, nearest, pairs_of


@pytest.mark.parametrize(
    ("text", "found"), [("titel", "title"), ("metric", "metrics"), ("title", "title"), ("日期", None), ("", None)]
)
def test_the_nearest_of_the_known_names(text: str, found: str | None) -> None:
    assert nearest(text, ("year", "title", "metrics")) == found


def test_the_cutoff_decides_how_near_a_name_must_be() -> None:
    assert nearest("提安", ["提案", "信息"]) is None
    assert nearest("提安", ["提案", "信息"], cutoff=0.4) == "提案"


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
