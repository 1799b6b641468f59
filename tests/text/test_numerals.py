"""Chinese numerals, written and read."""

import pytest

from reportgen.text.numerals import chinese_numeral, chinese_value


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        (0, "零"), (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"),
        (99, "九十九"), (100, "一百"), (101, "一百零一"), (105, "一百零五"), (110, "一百一十"), (115, "一百一十五"),
        (120, "一百二十"), (999, "九百九十九"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"),
        (1020, "一千零二十"), (1100, "一千一百"), (1101, "一千一百零一"), (2005, "二千零五"), (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_numerals(value: int, numeral: str) -> None:
    assert chinese_numeral(value) == numeral
    assert chinese_value(numeral) == value


def test_every_numeral_reads_back_and_has_no_zero_too_many() -> None:
    numerals = {value: chinese_numeral(value) for value in range(1, 10_000)}
    assert {value: chinese_value(numeral) for value, numeral in numerals.items()} == {each: each for each in numerals}
    for value, numeral in numerals.items():
        assert "零零" not in numeral
        assert not numeral.endswith("零")
        assert ("零" in numeral) == ("0" in str(value).rstrip("0")), numeral


@pytest.mark.parametrize(("numeral", "value"), [("一十五", 15), ("一百〇五", 105), ("〇", 0)])
def test_other_ways_to_write_a_numeral_are_read(numeral: str, value: int) -> None:
    assert chinese_value(numeral) == value


@pytest.mark.parametrize("text", ["", "一二三", "二百五", "十十", "百", "零五", "一万", "12", "十a", "九千九千"])
def test_what_is_not_a_numeral_has_no_value(text: str) -> None:
    assert chinese_value(text) is None


@pytest.mark.parametrize("value", [-1, 10_000])
def test_numbers_out_of_range_have_no_numeral(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        chinese_numeral(value)
