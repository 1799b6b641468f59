"""Texts in both languages, and numbers with their nouns."""

import pytest

from reportgen.text.wording import Count, Wording, same

FOUND = Wording("{count} 处不同", "{count:change|changes}")


@pytest.mark.parametrize(
    ("count", "zh", "en"), [(0, "0 处不同", "0 changes"), (1, "1 处不同", "1 change"), (2, "2 处不同", "2 changes")]
)
def test_a_number_agrees_with_its_noun(count: int, zh: str, en: str) -> None:
    assert FOUND.pick("zh").format(count=Count(count)) == zh
    assert FOUND.pick("en").format(count=Count(count)) == en


def test_a_number_without_nouns_is_a_number() -> None:
    assert f"{Count(7):03}" == "007"
    assert same("docx").pick("zh") == same("docx").pick("en") == "docx"
