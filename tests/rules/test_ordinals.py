"""Ordinals and bullets typed before titles: which are found, and what is left once they are deleted."""

import pytest

from reportgen.diagnostics import apply_edits
from reportgen.source import Source
from reportgen.workflows.fmt import format_source
from tests.support import examine

HEAD = "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 回顾\n  items:\n"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("一、甲", "甲"),
        ("十二、 甲", "甲"),
        ("一. 甲", "甲"),
        ("（一）甲", "甲"),
        ("(1) 甲", "甲"),
        ("1. 甲", "甲"),
        ("1．甲", "甲"),
        ("1、甲", "甲"),
        ("1）甲", "甲"),
        ("①甲", "甲"),
        ("㈠甲", "甲"),
        ("❶甲", "甲"),
        ("第一，甲", "甲"),
        ("第一章 甲", "甲"),
        ("1. 5G应用", "5G应用"),
        ("1.**甲**乙", '"**甲**乙"'),
        ("1.“甲”", '"“甲”"'),
        ("'1.“甲”乙'", "'“甲”乙'"),
        ("• 甲", "甲"),
    ],
)
def test_what_is_typed_before_a_title_is_deleted(typed: str, left: str) -> None:
    text = f"{HEAD}    - {typed}\n    - 乙\n"
    (found,) = examine(text).found
    assert apply_edits(text, found.edits) == text.replace(typed, left)
    assert not examine(text.replace(typed, left)).found


@pytest.mark.parametrize(
    "title",
    [
        "一、二、三产融合",
        "二、三线城市",
        "1.5亿元项目",
        "1．5亿元项目",
        "10件实事",
        "5G应用",
        "第一书记驻村",
        "第二届论坛",
        "十大工程",
        "（试点）甲",
        "3月学雷锋",
        "一老一小",
    ],
)
def test_a_title_that_begins_with_a_number_is_left_alone(title: str) -> None:
    assert not examine(f"{HEAD}    - {title}\n").found


@pytest.mark.parametrize("title", ["（1）工作报告", "一、工作报告"])
def test_the_title_of_a_report_is_not_one_of_a_list(title: str) -> None:
    codes = examine(HEAD.replace("title: ", f"title: {title} #", 1) + "    - 甲\n").codes
    assert {"ordinal-typed", "ordinal-in-text"}.isdisjoint(codes)


def test_an_ordinal_at_the_start_of_an_introduction_is_in_a_text() -> None:
    assert examine(HEAD.replace("  items:", "  intro: （1）提高站位。")).codes == ["ordinal-in-text"]


@pytest.mark.parametrize("title", ["一、", "（一）", "1.", "•"])
def test_an_ordinal_without_a_title_is_found_and_left(title: str) -> None:
    """Without it the entry would be empty, and the report would not print."""
    text = f"{HEAD}    - {title}\n    - 乙\n"
    (found,) = examine(text).found
    assert found.edits == ()
    formatted = format_source(Source("2025.yaml", text), 2025, ("ordinals",))
    assert formatted.source is not None
    assert formatted.source.text == text
