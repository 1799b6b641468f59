"""How things are numbered."""

import pytest

from reportgen.style import ordinal_format
from reportgen.style.ordinals import count


def test_chinese_numerals_end_at_9999() -> None:
    assert [count(value, "chinese") for value in (21, 9999, 10000)] == ["二十一", "九千九百九十九", "10000"]


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
def test_a_format_has_what_comes_before_and_after(text: str, third: str) -> None:
    found = ordinal_format(text)
    assert found is not None
    assert found.text(3) == third


@pytest.mark.parametrize("text", ["", "•", "{2}", "{1}{1}", "{一}、{1}", "{", "{{1}}", "{1"])
def test_what_has_no_counter_or_two_is_not_a_format(text: str) -> None:
    assert ordinal_format(text) is None
