"""Where a sentence ends."""

from itertools import pairwise

import pytest

from reportgen.text.sentences import sentence_ends


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙！丙", ["甲。", "乙！", "丙"]),
        ("他说：“好。走！”然后。完", ["他说：“好。走！”", "然后。", "完"]),
        ("他说：“好。走！”，然后。完", ["他说：“好。走！”，然后。", "完"]),
        ("甲……，乙……。丙", ["甲……，乙……。", "丙"]),
        ("见《你好！》一书（附。）后。完", ["见《你好！》一书（附。）", "后。", "完"]),
        ("见（甲（乙）。丙）丁。戊", ["见（甲（乙）。丙）丁。", "戊"]),
        ("甲。（！）！乙。丙", ["甲。", "（！）！乙。", "丙"]),
        ("It is so. It was.", ["It is so.", " It was."]),
        ("Mr. Li and J. Wu", ["Mr. Li and J. Wu"]),
        ("。。。！甲。乙", ["。。。！甲。", "乙"]),
    ],
)
def test_sentences_end_outside_of_marks_that_come_in_pairs(text: str, sentences: list[str]) -> None:
    ends = [0, *sentence_ends(text), len(text)]
    assert [text[start:end] for start, end in pairwise(ends)] == sentences


def test_none_ends_inside_a_whole_span() -> None:
    assert list(sentence_ends("甲。乙。丙", whole=[(1, 3)])) == [4]
    assert list(sentence_ends("甲乙。丙", whole=[(0, 3)])) == [3]
    assert list(sentence_ends("甲。乙。丙", whole=[(2, 4)])) == [2, 4]
    assert list(sentence_ends("甲。乙。丙。丁", whole=[(1, 5), (3, 4)])) == [6]


def test_a_closing_mark_too_many_closes_nothing() -> None:
    assert list(sentence_ends("甲）。乙。丙")) == [3, 5]


def test_the_marks_that_end_emphasis_belong_to_the_sentence() -> None:
    assert list(sentence_ends("**甲。**乙", closing={4})) == [6]
    assert list(sentence_ends("**甲。**乙")) == [4]
