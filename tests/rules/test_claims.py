"""Which typed figures are a metric's: sentences with their verdicts, and the words that decide them."""

import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import asdict, replace

from reportgen.report import Reading
from reportgen.rules.claim_figures import Vagueness, reconcile, typed_figures
from reportgen.rules.claim_words import WORDS, ClaimWords
from reportgen.rules.claims import claims_by_words, metric_claims
from reportgen.rules.context import RuleContext
from reportgen.text.names import Names
from tests.rules.proofreading import cases, report_of
from tests.support import MINIMAL, examine

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


_NEVER = "(?!)"
"""Takes the place of a pattern: a group without any would match everywhere."""


@cache
def _table() -> list[tuple[str, Reading, str]]:
    """The sentences of the table with their reports and verdicts."""
    return [(sentence, _reading(sentence, "text", f"metrics-{table}"), verdict) for table, verdict, sentence in _TABLE]


@cache
def _judged_sentences() -> list[tuple[str, Reading, list[str]]]:
    """Every sentence with the verdicts on its report."""
    sentences = [(sentence, reading) for sentence, reading, _ in _table()]
    sentences += [(case.text, _reading(case.text, case.field, case.setup)) for case in cases() if case.setup]
    return [(sentence, reading, _verdicts(reading)) for sentence, reading in sentences]


@pytest.mark.parametrize("row", range(len(_TABLE)), ids=lambda row: _TABLE[row][2])
def test_a_sentence_has_its_verdict(row: int) -> None:
    _, reading, verdict = _table()[row]
    assert _verdicts(reading) == ([] if verdict == "none" else [verdict])


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("120件", "exact"),
        *((f"{word}120件", "about") for word in ("约", "大约")),
        *((f"{word}120件", "less") for word in ("近", "接近")),
        *((f"{word}120件", "more") for word in ("超", "超过", "逾")),
        *((f"120件{word}", "about") for word in ("左右", "上下")),
        *((f"120{word}件", "more") for word in ("余", "多")),
    ],
)
def test_words_beside_a_figure_say_how_vague_it_is(text: str, vague: Vagueness) -> None:
    (figure,) = typed_figures(f"征集提案{text}。", Names(["件"]))
    assert figure.vague == vague


@pytest.mark.parametrize(
    ("text", "units", "figures"),
    [
        ("5人次；3人；2人。", ["人"], ["3人", "2人"]),
        ("5人次；3人。", ["人次", "人"], ["5人次", "3人"]),
        ("3 件；1,200件；1，200件；２件。", ["件"], ["3 件", "1,200件", "1，200件", "２件"]),
        ("A5件；3—5件；3.5件；X，5件。", ["件"], ["3.5件"]),
        ("5万件；5万余件；5余万件；5亿件。", ["件"], ["5万件", "5万余件", "5余万件", "5亿件"]),
        ("5篇；5。", ["件"], []),
    ],
)
def test_the_figures_of_a_text_with_a_unit_read_as_far_as_it_goes(
    text: str, units: list[str], figures: list[str]
) -> None:
    assert [text[each.start : each.end] for each in typed_figures(text, Names(units))] == figures


@pytest.mark.parametrize(
    ("typed", "value", "verdict"),
    [
        ("120件", "120", "same"),
        ("120件", "124", "rounded"),
        ("120件", "126", "different"),
        ("120件", "115", "rounded"),
        ("120件", "114", "different"),
        ("近120件", "110", "possible"),
        ("近120件", "109", "different"),
        ("近120件", "121", "different"),
        ("约120件", "110", "possible"),
        ("约120件", "130", "possible"),
        ("约120件", "109", "different"),
        ("约120件", "131", "different"),
        ("超120件", "129", "possible"),
        ("超120件", "130", "different"),
        ("超120件", "119", "different"),
        ("100多件", "199", "possible"),
        ("100多件", "200", "different"),
        ("5.8万件", "58000", "same"),
        ("5.8万件", "58049", "rounded"),
        ("5.8万余件", "58999", "possible"),
        ("5.8万余件", "59000", "different"),
    ],
)
def test_what_a_typed_figure_can_mean(typed: str, value: str, verdict: str) -> None:
    """One step of its last digit less or more where a word says so; an exact one may be rounded."""
    (figure,) = typed_figures(f"征集{typed}。", Names(["件"]))
    text = f"{MINIMAL}  intro: 【甲】\nmetrics:\n  甲: {{label: 甲, value: {value}, unit: 件}}\n"
    assert reconcile(figure, examine(text).report.metrics["甲"]) == verdict


@pytest.mark.parametrize(
    ("qualifier", "possible"),
    [
        ("约", ["114件", "126件"]),
        ("近", ["114件"]),
        *((word, ["126件"]) for word in ("超", "逾", "余", "多")),
    ],
)
def test_what_a_metric_with_a_qualifier_can_mean(qualifier: str, possible: list[str]) -> None:
    """As a typed figure with it: about 120, a step of ten less or more."""
    text = f"{MINIMAL}  intro: 【甲】\nmetrics:\n  甲: {{label: 甲, value: 120, unit: 件, qualifier: {qualifier}}}\n"
    metric = examine(text).report.metrics["甲"]
    figures = typed_figures("征集109件、114件、126件、131件。", Names(["件"]))
    assert [f"{each.digits}件" for each in figures if reconcile(each, metric) == "possible"] == possible


@pytest.mark.parametrize(("group", "pattern"), _PATTERNS)
def test_every_word_is_there_for_a_sentence(group: str, pattern: str) -> None:
    """Without the word, one sentence at least that has it gets another verdict: a word that no sentence needs goes."""
    without = replace(WORDS, **{group: tuple(_NEVER if each == pattern else each for each in getattr(WORDS, group))})
    word = re.compile(pattern.removeprefix("^").removesuffix("$"))
    having = [(reading, verdicts) for sentence, reading, verdicts in _judged_sentences() if word.search(sentence)]
    assert any(_verdicts(reading, without) != verdicts for reading, verdicts in having)


@pytest.mark.parametrize("labels", [("提案", "征集提案"), ("征集提案", "提案")])
def test_the_longest_label_before_a_figure_is_meant(labels: tuple[str, str]) -> None:
    metrics = "".join(f"  {label}数: {{label: {label}, value: 547, unit: 件}}\n" for label in labels)
    report = report_of("2025年，征集提案547件。").replace("reviews:", f"metrics:\n{metrics}reviews:")
    reading = examine(report).reading
    assert reading is not None
    assert [claim.name for claim in metric_claims(RuleContext(reading, None))] == ["征集提案数"]


def test_no_verb_of_a_label_begins_with_another() -> None:
    """The first that a label begins with is the only one."""
    verbs = (*WORDS.label_verbs, *WORDS.effects)
    assert [verb for verb in verbs if any(verb.startswith(each) for each in verbs if each is not verb)] == []


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
    ("organization", "text", "verdict"),
    [
        ("政协云溪市委员会", "2025年，市政协常委会征集提案547件。", ["certain"]),
        ("政协云溪市委员会", "2025年，政协云溪市委员会征集提案547件。", ["certain"]),
        ("政协云溪市委员会办公室", "2025年，政协云溪市委员会办公室征集提案547件。", ["certain"]),
        ("云溪市工商联", "2025年，云溪市工商联征集提案547件。", ["certain"]),
        ("云溪市工商联", "2025年，云溪市总商会征集提案547件。", ["likely"]),
        ("''", "2025年，我们征集提案547件。", ["certain"]),
        ("''", "2025年，各县区政协积极作为，征集提案547件。", []),
        ("''", "2025年，各项工作扎实推进、成效明显，各县区政协积极作为，征集提案547件。", []),
    ],
)
def test_whose_figure_it_is(organization: str, text: str, verdict: list[str]) -> None:
    report = report_of(text, setup="metrics-a")
    assert _judged(report.replace("organization: 政协云溪市委员会", f"organization: {organization}")) == verdict


@pytest.mark.parametrize(("length", "verdict"), [(60, ["likely"]), (61, [])])
def test_how_long_a_label_before_a_figure_may_be(length: int, verdict: list[str]) -> None:
    label = "征集" + "提" * (length - 2)
    metric = f"  甲: {{label: {label}, value: 5, unit: 件}}\n"
    assert _judged(report_of(f"{label}9件。").replace("reviews:", f"metrics:\n{metric}reviews:")) == verdict


@pytest.mark.parametrize(("typed", "verdict"), [(547, ["same"]), (521, []), (530, ["certain"])])
def test_a_figure_of_an_earlier_year_is_none_of_this_one(typed: int, verdict: list[str]) -> None:
    metric = "  甲: {label: 征集提案, value: 547, unit: 件, history: {2023: 547, 2024: 521}}\n"
    report = report_of(f"2025年，征集提案{typed}件。").replace("reviews:", f"metrics:\n{metric}reviews:")
    assert _judged(report) == verdict


@pytest.mark.parametrize(("part", "verdict"), [("五年来", []), ("一年来", ["certain"])])
def test_an_item_without_a_title_is_of_the_time_of_its_section(part: str, verdict: list[str]) -> None:
    report = report_of("甲", setup="metrics-a").replace("{title: 小标题, text: '甲'}", "征集提案547件。", 1)
    assert _judged(report.replace("- title: 一节", f"- title: 一节\n      lead: {part}，有新成效。")) == verdict


@pytest.mark.parametrize(
    ("lead", "verdict"),
    [
        ("五年来，各项工作取得新成效。", []),
        ("一年来，各项工作取得新成效。", ["certain"]),
        ("比上年更进一步。", ["certain"]),
    ],
)
def test_a_lead_says_of_what_time_its_items_are(lead: str, verdict: list[str]) -> None:
    """A text without a time is of the time of what it is under, the nearest first."""
    report = report_of("征集提案547件。", setup="metrics-a").replace(
        "- title: 一节", f"- title: 一节\n      lead: {lead}"
    )
    assert _judged(report) == verdict


@pytest.mark.parametrize(("intro", "verdict"), [("五年来，有新成效。", []), ("一年来，有新成效。", ["certain"])])
def test_the_introduction_of_a_part_says_of_what_time_it_is(intro: str, verdict: list[str]) -> None:
    report = report_of("征集提案547件。", setup="metrics-a").replace(
        "【本年】年工作回顾", f"工作回顾\n  intro: {intro}"
    )
    assert _judged(report) == verdict


def test_what_a_metric_prints_is_told_without_commas() -> None:
    metric = "  甲: {label: 征集提案, value: 12345, unit: 件}\n"
    reading = examine(report_of("征集提案547件。").replace("reviews:", f"metrics:\n{metric}reviews:")).reading
    assert reading is not None
    assert [claim.printed for claim in metric_claims(RuleContext(reading, None))] == ["12345件"]


def test_without_a_time_nothing_is_certain() -> None:
    report = report_of("征集提案547件。", setup="metrics-a").replace("【本年】年工作回顾", "工作回顾")
    assert _judged(report) == ["likely"]


def test_a_figure_of_last_year_is_not_a_contradiction() -> None:
    last_year = """\
schema: 1
year: 2024
title: 工作报告
metrics: {走访: {label: 走访企业, value: 98, unit: 家}}
reviews: {title: 回顾, intro: 【走访】}
"""
    this_year = report_of("走访企业98家。", setup="metrics-a")
    assert "metric-contradicted" in examine(this_year).codes
    assert "metric-contradicted" not in examine(this_year, last_year=last_year).codes


@pytest.mark.slow
@pytest.mark.parametrize("between", ["", "，", "；", "。市政协"])
def test_a_long_text_costs_no_more_for_each_figure(between: str) -> None:
    """Every word is looked up once a paragraph: twenty thousand figures would else take minutes."""
    assert _verdicts(_reading(f"征集提案547件{between}" * 20_000, "text", "metrics-a"))
