"""What a file must be to be a report, where whole files beside their findings (tests/cases) would say too much."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.report import Item, Report, checking, read_report
from reportgen.report.report_types import is_metric_name
from reportgen.source.shapes import record_shape
from tests.support import MINIMAL, examine, nodes

TOP = "schema: 1\nyear: 2025\ntitle: 报告\n"


def _codes(text: str) -> list[str]:
    return examine(text).codes


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("2026-01-16", datetime.date(2026, 1, 16)),
        ("2026-1-6", datetime.date(2026, 1, 6)),
        ("2026年1月16日", datetime.date(2026, 1, 16)),
        ("2026年01月06日", datetime.date(2026, 1, 6)),
        ("2024-02-29", datetime.date(2024, 2, 29)),
    ],
)
def test_dates_are_written_in_two_ways(date: str, read: datetime.date) -> None:
    assert examine(MINIMAL + f"date: {date}\n").report.date == read


@pytest.mark.parametrize("date", ["2025-02-29", "2026-13-01", "2026/1/16", "1月16日", "2026年1月16号", "0000-01-01"])
def test_other_dates_are_refused(date: str) -> None:
    assert _codes(MINIMAL + f"date: {date}\n") == ["date-unreadable"]


def test_one_part_is_enough_and_none_is_too_few() -> None:
    for part in ("reviews", "tasks", "insights"):
        assert _codes(TOP + f"{part}: {{title: 题}}\n") == []
    assert _codes(TOP) == ["report-without-parts"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TOP + "reveiws: {title: 题}\n", "key-unknown"),
        (MINIMAL + "  items: [{titel: 题}]\n", "key-unknown"),
        (MINIMAL + "metric: {甲: {label: 甲, value: 1, unit: 件}}\nlabel: 【甲】\n", "key-unknown"),
        (TOP + "reviews:\n", "part-empty"),
        (MINIMAL + "  items: [{title: }]\n", "item-empty"),
        (MINIMAL + "  items: [{title: ''}]\n", "text-empty"),
        (MINIMAL + "  items: [{title: []}]\n", "type-not-text"),
        (MINIMAL.replace("2025", "1800"), "number-out-of-range"),
        (MINIMAL.replace("2025", "2024"), "year-not-of-file"),
        (MINIMAL.replace("2025", "abcd"), "type-not-whole"),
        (MINIMAL.replace("2025", ""), "key-empty"),
        (MINIMAL.replace("工作报告", ""), "key-empty"),
        (MINIMAL + "label: 【提案】\nmetrics: {提案: 1}\n", "type-not-mapping"),
    ],
)
def test_one_slip_is_one_finding(text: str, code: str) -> None:
    assert _codes(text) == [code]


def test_ids_are_unique_within_their_part_only() -> None:
    part = "{title: 题, items: [{id: 甲, title: 一}], sections: [{id: 乙, title: 节, items: [{id: 丙, title: 二}]}]}"
    assert _codes(TOP + f"reviews: {part}\ntasks: {part}\n") == []
    for name in "甲乙":
        assert _codes(TOP + f"reviews: {part.replace('丙', name)}\n") == ["id-duplicate"]


def test_follows_may_name_several_and_is_in_reviews_only() -> None:
    items = "{title: 题, items: [{title: 一, follows: [甲, 乙]}]}"
    report = examine(TOP + f"reviews: {items}\n").report
    assert report.reviews is not None
    assert report.reviews.items == (Item(title="一", follows=("甲", "乙")),)
    assert _codes(TOP + f"insights: {items}\n") == ["follows-outside-reviews"]


@pytest.mark.parametrize(
    ("item", "caption"),
    [
        (Item(title="一", claim="二", text="三"), "一"),
        (Item(claim="二", text="三"), "二"),
        (Item(text="三"), "三"),
        (Item(title="", text="三"), "三"),
        (Item(), ""),
    ],
)
def test_an_item_is_called_by_the_first_of_its_texts(item: Item, caption: str) -> None:
    assert item.caption == caption


@pytest.mark.parametrize("name", ["本年", "下年", "上年", "year", "next_year", "last_year", "a b", "甲：乙", "a.b", ""])
def test_a_metric_cannot_have_a_name_no_reference_could_reach(name: str) -> None:
    assert _codes(MINIMAL + f"metrics: {{'{name}': {{label: 甲, value: 1, unit: 件}}}}\n") == ["metric-name-invalid"]


@pytest.mark.parametrize("name", ["提案", "A-1_甲", "2025", "𠮷", "数值", "yes"])
def test_other_names_can_be_referred_to(name: str) -> None:
    assert _codes(MINIMAL + f"label: 【{name}】\nmetrics: {{'{name}': {{label: 甲, value: 1, unit: 件}}}}\n") == []


@pytest.mark.parametrize(
    "field",
    ["title", "label", "organization", "session", "place", "speaker", "salutation", "opening", "closing"],
)
def test_references_are_read_in_every_printed_text_of_the_top(field: str) -> None:
    text = MINIMAL.replace("title: 工作报告\n", "") if field == "title" else MINIMAL
    assert _codes(text + f"{field}: 【没有】\n") == ["metric-unknown"]


@pytest.mark.parametrize(
    "part",
    ["intro: 【没有】", "closing: 【没有】", "items: [【没有】]", "items: [{title: 【没有】}]",
     "items: [{claim: 【没有】}]", "items: [{text: 【没有】}]", "sections: [{title: 【没有】}]",
     "sections: [{title: 题, lead: 【没有】}]"],
)  # fmt: skip
def test_references_are_read_in_every_printed_text_of_a_part(part: str) -> None:
    assert _codes(MINIMAL + f"  {part}\n") == ["metric-unknown"]


def test_references_are_read_in_notes_and_meanings_but_not_in_units_labels_and_terms() -> None:
    """In a label, a unit and a group such a name would print: it is a leftover."""
    metric = "metrics: {甲: {label: 【没有】, value: 1, unit: 【没有】, group: 【没有】}}\n"
    assert _codes(MINIMAL + metric + "glossary: [{term: 【没有】, meaning: 甲}]\n") == [
        "metric-unused",
        *["placeholder-left"] * 3,
    ]
    metric = "metrics: {甲: {label: 乙, value: 1, unit: 件, note: 【没有】}}\n"
    assert _codes(MINIMAL + metric) == ["metric-unknown"]
    assert _codes(MINIMAL + "glossary: [{term: 甲, meaning: 【没有】}]\n") == ["metric-unknown"]


def test_findings_of_every_kind_are_reported_from_one_reading() -> None:
    reading = read_report(nodes(MINIMAL + "  items: [【甲】, {follows: [一]}]\nmetrics: {乙: {label: 乙}}\n"), 2025)
    assert reading.report is None
    assert sorted({each.code for each in reading.found}) == ["item-empty", "key-missing", "metric-unknown"]
    assert [node.text for path, node in reading.prose if path[0] == "reviews"] == ["工作回顾", "【甲】"]


@pytest.mark.slow
def test_five_thousand_sections_are_a_report() -> None:
    section = "    - {title: 节, items: [{title: 甲, text: 乙}, 丙, 丁]}\n"
    report = examine(MINIMAL + "  sections:\n" + section * 5000).report
    assert report.reviews is not None
    assert len(report.reviews.sections) == 5000


@pytest.mark.slow
def test_ten_thousand_faults_are_ten_thousand_findings() -> None:
    examined = examine(MINIMAL + "  items:\n" + "    - 【没有】\n" * 10_000)
    assert examined.codes == ["metric-unknown"] * 10_000
    assert [each.place.line for each in examined.found if each.place] == list(range(7, 10_007))


@pytest.mark.parametrize(
    ("value", "scale", "conflicts"),
    [
        ("5万", "亿", True),
        ("5万", "万", False),
        ("5000", "亿", False),
        ("5万亿", "万亿", False),
        ("5万亿", "亿", True),
        ("5亿", "万亿", True),
    ],
)
def test_a_scale_in_the_value_is_that_of_the_field(value: str, scale: str, conflicts: bool) -> None:
    text = f"{MINIMAL}  intro: 【甲】。\nmetrics: {{甲: {{label: 甲, value: {value}, scale: {scale}, unit: 件}}}}\n"
    assert ("scale-conflict" in _codes(text)) == conflicts


@pytest.mark.parametrize(
    ("name", "words", "hint"),
    [
        ("征集提案", {"name": "征集提案", "near": "征集的提案"}, "nearest"),
        ("会议", {"name": "会议", "near": ""}, "define-metric"),
    ],
)
@pytest.mark.parametrize("field", ["of: {}", "parts: [{}]"])
def test_the_metric_that_a_part_or_a_whole_is_likely_to_mean_is_named(
    field: str, name: str, words: dict[str, str], hint: str
) -> None:
    metric = f"{{label: 甲, value: 1, unit: 件, {field.format(name)}}}"
    metrics = f"metrics: {{甲: {metric}, 征集的提案: {{label: 乙, value: 1, unit: 件}}}}\n"
    (found,) = [each for each in examine(MINIMAL + metrics).found if each.code == "metric-unknown"]
    assert (found.words, found.hints) == (words, (hint,))


@pytest.mark.parametrize(("most", "codes"), [(18, []), (17, ["references-too-long"])])
def test_all_references_print_no_more_than_a_limit(
    monkeypatch: pytest.MonkeyPatch, most: int, codes: list[str]
) -> None:
    """Two of a metric that is written in nine characters."""
    monkeypatch.setattr(checking, "_MOST_PRINTED", most)
    metrics = "metrics: {甲: {label: 征集的提案, value: 546, unit: 件}}\n"
    assert _codes(f"{MINIMAL}  intro: 【甲】【本年】。\n  closing: 【甲】。\n{metrics}") == codes


@pytest.mark.parametrize(("written", "whole"), [("9" * 499_994, True), ("9" * 499_995, False)])
def test_that_limit_is_ten_million_characters(written: str, whole: bool) -> None:
    """Of a metric of half a million, with its label and unit; the quoted value is the printed one."""
    metrics = f"metrics: {{甲: {{label: 征集提案, value: 1, unit: 件, note: {written}}}}}\n"
    text = f"{MINIMAL}  intro: {'【甲】' * 20}。\n{metrics}"
    found = [each for each in read_report(nodes(text), 2025).found if each.code == "references-too-long"]
    assert [each.words["most"] for each in found] == ([] if whole else ["10"])


@pytest.mark.parametrize(
    ("field", "codes"),
    [
        ("parts: [[甲]]", ["type-not-text"]),
        ("parts: [{甲: 乙}]", ["type-not-text"]),
        ("parts: [~]", ["metric-unused", "entry-empty"]),
        ("of: [甲]", ["type-not-text"]),
        ("of: ~", ["metric-unused"]),
    ],
)
def test_a_part_or_a_whole_that_is_not_a_name_is_reported(field: str, codes: list[str]) -> None:
    assert _codes(f"{MINIMAL}metrics: {{甲: {{label: 甲, value: 1, unit: 件, {field}}}}}\n") == codes


@pytest.mark.parametrize(
    ("field", "code", "edits"),
    [
        ("intro: {甲}", "type-not-text", ["【甲】"]),
        ("intro: [甲]", "type-not-text", ["【甲】"]),
        ("intro: {乙}", "type-not-text", []),
        ("items: {甲}", "type-not-list", []),
    ],
)
def test_a_metric_in_brackets_of_yaml_is_a_reference_where_a_text_is_expected(
    field: str, code: str, edits: list[str]
) -> None:
    text = f"{MINIMAL}  {field}\nmetrics: {{甲: {{label: 甲, value: 1, unit: 件}}}}\n"
    (found,) = [each for each in read_report(nodes(text), 2025).found if each.code.startswith("type")]
    assert (found.code, [each.text for each in found.edits]) == (code, edits)


@given(st.text(st.sampled_from("aZ09_-民\u3400\u4dbf\u9fff\uf900\ufaff\U00020000\U0003fffd .：\u4dc0\ua000é")))
def test_ids_and_names_are_what_their_pattern_says(text: str) -> None:
    """The JSON Schema has the pattern; the program does without compiling it."""
    for shape in (record_shape(Item).fields["id"].shape, record_shape(Report).fields["metrics"].shape.key):  # type: ignore[union-attr]
        assert shape.allows(text) == bool(re.match(shape.pattern, text))  # type: ignore[union-attr]
    assert not is_metric_name("本年")
