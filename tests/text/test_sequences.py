"""What sequences have in common: small ones as difflib says it, large ones in time."""

import random
from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.sequences import heaviest_chain, longest_ascent, opcodes

ITEMS = st.text("甲乙丙丁，。", max_size=30)
WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)), st.sampled_from([0.4, 0.5, 0.75, 1.0]), max_size=20
)


@given(ITEMS, ITEMS)
def test_small_sequences_are_matched_as_difflib_does(old: str, new: str) -> None:
    assert [*map(tuple, opcodes(old, new))] == SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _edited(items: list[int]) -> list[int]:
    """Every fiftieth changed, a tenth cut out."""
    tenth = len(items) // 10
    edited = [-at if at % 50 == 7 else item for at, item in enumerate(items)]
    return edited[: 4 * tenth] + edited[5 * tenth :]


@pytest.mark.slow
@pytest.mark.parametrize("different", [400, 10**6])
def test_large_sequences_keep_most_of_what_they_share(different: int) -> None:
    """Few different items, as letters, and many, as lines: far beyond what all pairs could be looked at."""
    chance = random.Random(different)
    old = [chance.randrange(different) for _ in range(10_000)]
    new = _edited(old)
    codes = opcodes(old, new)
    for code in codes:
        if code.tag == "equal":
            assert old[code.first : code.last] == new[code.start : code.end]
    assert [code.first for code in codes] == [0, *(code.last for code in codes[:-1])]
    assert [code.start for code in codes] == [0, *(code.end for code in codes[:-1])]
    assert (codes[-1].last, codes[-1].end) == (len(old), len(new))
    assert sum(code.last - code.first for code in codes if code.tag == "equal") > 0.8 * len(old)


def test_what_has_nothing_in_common_is_replaced() -> None:
    assert [tuple(code) for code in opcodes("甲" * 5000, "乙" * 5000)] == [("replace", 0, 5000, 0, 5000)]
    assert opcodes("", "") == ()


@pytest.mark.parametrize(
    ("letters", "amid", "kept"),
    [
        (300, ("甲", "甲"), 301),  # 90 000 pairs, for which there is time
        (400, ("甲", "甲"), 0),  # 160 000
        (400, ("子一二三四五寅", "丑一二三四五卯"), 0),
        (400, ("子一二三四五六寅", "丑一二三四五六卯"), 6),  # six that come once hold the rest
        (400, ("子一二三四五六七寅", "丑一二三四五六七卯"), 7),
    ],
)
def test_pairs_of_equal_items_are_looked_at_up_to_a_limit(letters: int, amid: tuple[str, str], kept: int) -> None:
    old, new = (f"{ends[0]}{'甲' * letters}{each}{ends[1]}" for each, ends in zip(amid, ("乙丙", "丁戊"), strict=True))
    assert sum(code.last - code.first for code in opcodes(old, new) if code.tag == "equal") == kept


@pytest.mark.parametrize(("letters", "kept"), [(720, 190), (721, 0)])
def test_there_is_time_for_20_000_pairs_and_for_128_of_each_item(letters: int, kept: int) -> None:
    """The former have 912 others besides them, and 136 992 pairs to be looked at: one for each item, and the equal."""
    codes = opcodes(f"乙{'甲' * 190}丙", f"丁{'甲' * letters}戊")
    assert sum(code.last - code.first for code in codes if code.tag == "equal") == kept


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("甲" * 400, "甲" * 500, "equal 400, insert 100"),
        ("甲" * 500, "甲" * 400, "equal 400, delete 100"),
        ("一二三" + "甲" * 400, "一二三" + "甲" * 500, "equal 403, insert 100"),
        ("甲" * 400 + "三二一", "甲" * 500 + "三二一", "equal 400, insert 100, equal 3"),
        ("子" + "甲" * 400, "甲" * 500, "replace 100, equal 400"),
        ("子" + "甲" * 400 + "丑", "子" + "甲" * 500 + "丑", "equal 401, insert 100, equal 1"),
    ],
)
def test_beyond_the_limit_what_both_begin_and_end_with_is_kept(old: str, new: str, codes: str) -> None:
    longest = ((code.tag, max(code.last - code.first, code.end - code.start)) for code in opcodes(old, new))
    assert ", ".join(f"{tag} {count}" for tag, count in longest) == codes


@pytest.mark.parametrize("swapped", [False, True])
def test_what_one_of_both_lacks_takes_none_of_the_time(swapped: bool) -> None:
    """There is time for 70 000 pairs, and not for the 45 000 of what is left over besides."""
    pair = ("子一丑" + "甲" * 450, "寅一卯" + "甲" * 150)
    old, new = reversed(pair) if swapped else pair
    assert sum(code.last - code.first for code in opcodes(old, new) if code.tag == "equal") == 151


@pytest.mark.parametrize(
    ("numbers", "found"),
    [([], set()), ([3, 1, 2], {1, 2}), ([5, -1, 6], {0, 2}), ([2, 2, 2], {2}), ([3, 2, 1], {2})],
)
def test_the_longest_ascent(numbers: list[int], found: set[int]) -> None:
    assert longest_ascent(numbers) == found


@given(st.lists(st.integers(-1, 9), max_size=9))
def test_the_longest_ascent_is_one_and_none_is_longer(numbers: list[int]) -> None:
    found = [numbers[place] for place in sorted(longest_ascent(numbers))]
    assert all(before < after for before, after in pairwise([-1, *found]))
    longest: list[int] = []  # of the ascents that end with each number, the length
    for at, number in enumerate(numbers):
        before = [length for length, other in zip(longest, numbers[:at], strict=True) if other < number]
        longest.append(0 if number < 0 else 1 + max(before, default=0))
    assert len(found) == max(longest, default=0)


@given(WEIGHTS)
def test_the_heaviest_chain_ascends_and_weighs_most(weights: dict[tuple[int, int], float]) -> None:
    best: dict[tuple[int, int], float] = {}
    for one, other in sorted(weights):
        before = max((best[each] for each in best if each[0] < one and each[1] < other), default=0.0)
        best[one, other] = before + weights[one, other]
    chain = heaviest_chain(weights)
    assert all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(chain))
    assert sum(weights[pair] for pair in chain) == pytest.approx(max(best.values(), default=0.0))


def test_of_equally_heavy_chains_the_one_that_begins_earliest() -> None:
    assert heaviest_chain({(0, 1): 1.0, (0, 0): 1.0, (1, 0): 1.0}) == [(0, 0)]
