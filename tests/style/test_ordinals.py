"""How things are numbered."""

import pytest

from reportgen.style import ordinal_format
from reportgen.style.ordinals import count


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"), (99, "九十九"),
        (100, "一百"), (101, "一百零一"), (105, "一百零五"), (110, "一百一十"), (115, "一百一十五"), (120, "一百二十"),
        (999, "九百九十九"), (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1020, "一千零二十"),
        (1100, "一千一百"), (1101, "一千一百零一"), (2005, "二千零五"), (9999, "九千九百九十九"), (10000, "10000"),
    ],
)  # fmt: skip
def test_chinese_numerals(value: int, name: str) -> None:
    assert count(value, "chinese") == name


def _value(numeral: str) -> int:
    """Reads a Chinese numeral: an oracle that shares nothing with the writer."""
    total, digit = 0, 0
    for character in numeral:
        if character in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(character)
    return total + digit


def test_every_chinese_numeral_reads_back_as_its_value_and_has_no_zero_too_many() -> None:
    for value in range(1, 10_000):
        numeral = count(value, "chinese")
        assert _value(numeral) == value
        assert "零零" not in numeral
        assert not numeral.endswith("零")
        inner = str(value).rstrip("0")
        assert ("零" in numeral) == ("0" in inner), numeral


def test_other_counters() -> None:
    assert [count(value, "circled") for value in (1, 20, 21, 35, 36, 50, 51)] == [
        "①",
        "⑳",
        "㉑",
        "㉟",
        "㊱",
        "㊿",
        "51",
    ]
    assert [count(value, "roman") for value in (1, 4, 9, 14, 40, 90, 400, 1999)] == [
        "i", "iv", "ix", "xiv", "xl", "xc", "cd", "mcmxcix",
    ]  # fmt: skip
    assert count(12, "decimal") == "12"


@pytest.mark.parametrize(
    ("text", "third"),
    [("{1}", "3"), ("{一}、", "三、"), ("（{一}）", "（三）"), ("{①}", "③"), ("第{1}.", "第3."), ("{i}", "iii")],
)
def test_a_format_has_what_stands_before_and_after(text: str, third: str) -> None:
    found = ordinal_format(text)
    assert found is not None
    assert found.text(3) == third


@pytest.mark.parametrize("text", ["", "•", "{2}", "{1}{1}", "{一}、{1}", "{", "{{1}}", "{1"])
def test_what_has_no_counter_or_two_is_no_format(text: str) -> None:
    assert ordinal_format(text) is None
