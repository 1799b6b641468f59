"""Two rows of blocks side by side: what is the same, what changed, what went and what came."""

import pytest

from reportgen.docx.pairing import Traits, pair


def paired(old: str, new: str) -> str:
    """Old and new blocks, a blank between them, in pairs: `甲/甲 乙/- -/丙`; the first letter of each is its kind."""
    pairs = pair(old.split(), new.split(), lambda each: each, lambda each: Traits(each[0], each[1:]))
    return " ".join(f"{before or '-'}/{after or '-'}" for before, after in pairs)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "p甲", "-/p甲"),
        ("p甲", "", "p甲/-"),
        ("p甲乙丙 h丁戊己", "p甲乙丙 h丁戊己", "p甲乙丙/p甲乙丙 h丁戊己/h丁戊己"),
        ("p甲 p乙", "p乙 p甲", "-/p乙 p甲/p甲 p乙/-"),
    ],
)
def test_what_is_the_same_is_paired_in_order(old: str, new: str, expected: str) -> None:
    assert paired(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("p甲乙丙丁", "p甲乙丙戊", "p甲乙丙丁/p甲乙丙戊"),
        ("p甲乙丙丁", "p甲乙戊己", "p甲乙丙丁/p甲乙戊己"),
        ("p甲乙丙丁戊", "p甲乙己庚辛", "p甲乙丙丁戊/- -/p甲乙己庚辛"),
        ("p甲乙丙丁", "p子丑寅卯", "p甲乙丙丁/- -/p子丑寅卯"),
        ("p甲乙丙丁", "h甲乙丙丁", "p甲乙丙丁/- -/h甲乙丙丁"),
        ("p甲乙丙丁", "h甲乙丙戊 p子丑", "p甲乙丙丁/- -/h甲乙丙戊 -/p子丑"),
    ],
)
def test_one_changed_is_of_the_same_kind_and_alike_in_two_fifths(old: str, new: str, expected: str) -> None:
    assert paired(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("p甲乙丙丁", "p甲乙丙戊 p甲乙丙丁戊", "-/p甲乙丙戊 p甲乙丙丁/p甲乙丙丁戊"),
        ("p甲乙丙丁 p子丑寅卯", "p甲乙丙戊 p午未申酉", "p甲乙丙丁/p甲乙丙戊 p子丑寅卯/- -/p午未申酉"),
        ("p甲乙丙丁 p子丑寅卯", "p子丑寅辰", "p甲乙丙丁/- p子丑寅卯/p子丑寅辰"),
        ("p子丑寅卯", "p甲乙丙丁 p子丑寅辰", "-/p甲乙丙丁 p子丑寅卯/p子丑寅辰"),
        ("p一二三四五六 p甲乙丙丁", "p甲乙丙戊 p一二三四五七", "-/p甲乙丙戊 p一二三四五六/p一二三四五七 p甲乙丙丁/-"),
    ],
)
def test_of_several_that_could_be_the_pairing_is_most_alike_and_keeps_the_order(
    old: str, new: str, expected: str
) -> None:
    assert paired(old, new) == expected


@pytest.mark.parametrize("moved", [0, 11, 12, 13, 40])
def test_one_changed_is_found_however_many_come_before_it(moved: int) -> None:
    """Among others that share nothing with it."""
    others = " ".join(f"p{chr(0x5000 + 2 * each)}{chr(0x5001 + 2 * each)}" for each in range(moved))
    assert paired("p甲乙丙丁", f"{others} p甲乙丙戊").split()[-1] == "p甲乙丙丁/p甲乙丙戊"
