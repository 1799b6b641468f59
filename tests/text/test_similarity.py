"""How alike texts are."""

import pytest

from reportgen.text.similarity import likely_pairs, nearest


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
