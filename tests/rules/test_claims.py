"""Which typed figures are a metric's: sentences with their verdicts, and the words that decide them."""

from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from reportgen.report import Reading
from reportgen.rules import RuleContext
from reportgen.rules.claim_words import WORDS, ClaimWords
from reportgen.rules.claims import claims_by_words
from tests.rules.proofreading import cases, report_of
from tests.support import examine

_TABLE = [line.split("\t") for line in Path(__file__).with_name("claims.tsv").read_text(encoding="utf-8").splitlines()]
_PATTERNS = [
    (group, pattern)
    for group, patterns in asdict(WORDS).items()
    if group not in ("label_verbs", "effects")
    for pattern in patterns
]


def _reading(text: str, field: str, metrics: str) -> Reading:
    reading = examine(report_of(text, field, metrics)).reading
    assert reading is not None
    return reading


def _verdicts(reading: Reading, words: ClaimWords = WORDS) -> list[str]:
    return [
        "same" if claim.same else "certain" if claim.certain else "likely"
        for claim in claims_by_words(RuleContext(reading, None), words)
    ]


_READINGS = [(_reading(sentence, "text", f"metrics-{table}"), verdict) for table, verdict, sentence in _TABLE]
_JUDGED = [
    (reading, _verdicts(reading))
    for reading in (
        *(reading for reading, _ in _READINGS),
        *(_reading(case.text, case.field, case.metrics) for case in cases() if case.metrics),
    )
]


@pytest.mark.parametrize("row", range(len(_TABLE)), ids=lambda row: _TABLE[row][2])
def test_a_sentence_has_its_verdict(row: int) -> None:
    reading, verdict = _READINGS[row]
    assert _verdicts(reading) == ([] if verdict == "none" else [verdict])


@pytest.mark.parametrize(("group", "pattern"), _PATTERNS)
def test_every_word_is_there_for_a_sentence(group: str, pattern: str) -> None:
    """Without the word, one sentence at least has another verdict: a word that no sentence needs goes."""
    without = replace(WORDS, **{group: tuple(each for each in getattr(WORDS, group) if each != pattern)})
    assert any(_verdicts(reading, without) != verdicts for reading, verdicts in _JUDGED)


@pytest.mark.parametrize("verb", WORDS.label_verbs)
def test_no_longer_noun_ends_in_a_label_with_a_verb(verb: str) -> None:
    report = report_of(f"委员们积极{verb}好活动18次。").replace(
        "reviews:", f"metrics:\n  活动: {{label: {verb}好活动, value: 12, unit: 次}}\nreviews:"
    )
    assert _judged(report) == ["likely"]


@pytest.mark.parametrize("verb", WORDS.effects)
def test_an_effect_is_of_the_figure_before_it(verb: str) -> None:
    report = report_of(f"2025年，义诊32场，{verb}居民960人。").replace(
        "reviews:", f"metrics:\n  居民: {{label: {verb}居民, value: 58000, unit: 人}}\nreviews:"
    )
    assert _judged(report) == ["likely"]
    assert _judged(report.replace("义诊32场，", "")) == ["certain"]


def _judged(report: str) -> list[str]:
    reading = examine(report).reading
    assert reading is not None
    return _verdicts(reading)


@pytest.mark.parametrize(
    ("lead", "verdict"),
    [
        ("五年来，各项工作取得新成效。", []),
        ("一年来，各项工作取得新成效。", ["certain"]),
        ("比上年更进一步。", ["certain"]),
    ],
)
def test_a_lead_says_of_what_time_its_items_are(lead: str, verdict: list[str]) -> None:
    """A text without a time is of the time of what it stands under, the nearest first."""
    report = report_of("征集提案547件。", metrics="metrics-a").replace(
        "- title: 一节", f"- title: 一节\n      lead: {lead}"
    )
    assert _judged(report) == verdict


def test_without_a_time_nothing_is_certain() -> None:
    report = report_of("征集提案547件。", metrics="metrics-a").replace("【本年】年工作回顾", "工作回顾")
    assert _judged(report) == ["likely"]


def test_a_figure_of_last_year_is_no_contradiction() -> None:
    last_year = """\
schema: 1
year: 2024
title: 工作报告
metrics: {走访: {label: 走访企业, value: 98, unit: 家}}
reviews: {title: 回顾, intro: 【走访】}
"""
    this_year = report_of("走访企业98家。", metrics="metrics-a")
    assert "metric-contradicted" in examine(this_year).codes
    assert "metric-contradicted" not in examine(this_year, last_year=last_year).codes


@pytest.mark.slow
@pytest.mark.parametrize("between", ["", "，", "；", "。市政协"])
def test_a_long_text_costs_no_more_for_each_figure(between: str) -> None:
    """Every word is looked up once a paragraph: twenty thousand figures would else take minutes."""
    assert _verdicts(_reading(f"征集提案547件{between}" * 20_000, "text", "metrics-a"))
