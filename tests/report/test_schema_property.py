"""The JSON Schema and the program agree on every file, but for what is listed here."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.report import Item, Metric, Part, Report, read_report
from reportgen.report.fields import FIELDS
from reportgen.source import Node, Source
from tests.agreement import Agreement, Beyond, Written, block, files, flow, is_flag, is_number, is_text
from tests.editors import faults_in_editor, report_with


def _is_like_a_date(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{4}(?:-\d+-\d+|年\d+月\d+日)", value) is not None


_VALUES = "a schema cannot compare two values of a file"
_TEXTS = "a schema does not look for references in texts"
_SPELLED = "an editor sees the number, not how it is spelt"

BEYOND = {
    "year-not-of-file": Beyond("year: 2024", "a schema does not know the name of the file"),
    "id-duplicate": Beyond("tasks: {title: 甲, items: [{id: 甲, title: 一}, {id: 甲, title: 二}]}", _VALUES),
    "term-duplicate": Beyond("glossary:\n- {term: 甲, meaning: 一}\n- {term: 甲, meaning: 二}", _VALUES),
    "scale-conflict": Beyond("metrics: {甲: {label: 甲, value: 5万, scale: 亿, unit: 件}}", _VALUES),
    "metric-unknown": Beyond("closing: 【没有】", _TEXTS),
    "reference-unclosed": Beyond("closing: 【没有", _TEXTS),
    "reference-aspect-unknown": Beyond("closing: 【本年：数值】", _TEXTS),
    "date-unreadable": Beyond("date: 2025-02-30", "a pattern does not count the days of a month", _is_like_a_date),
    "number-out-of-range": Beyond("year: '1800'", "a text in quotes has no range", is_text),
    "type-not-whole": Beyond("year: 2025.0", _SPELLED, is_number),
    "type-not-flag": Beyond("metrics: {甲: {label: 甲, value: 1, unit: 件, rank: True}}", _SPELLED, is_flag),
    "choice-unknown": Beyond("schema: 1.0", _SPELLED, is_number),
    "number-unreadable": Beyond("metrics: {甲: {label: 甲, value: 1e3, unit: 件}}", _SPELLED, is_number),
    "metric-name-invalid": Beyond("metrics: {甲: {label: 甲, value: 1, unit: 件, of: 1.5}}", _SPELLED, is_number),
    "id-invalid": Beyond("tasks: {title: 甲, items: [{id: 1.5, title: 一}]}", _SPELLED, is_number),
}


def _judge(_: Source, root: Node) -> tuple[Diagnostic, ...]:
    return read_report(root, 2025).found


_AGREEMENT = Agreement(_judge, faults_in_editor, BEYOND)

_SPELLINGS = (
    "0", "-0", "+5", "6", "7", "9", "-1", "1949", "1800", "3000", "2025", "02025", "+2025", "2025.0", "2.025e3",
    "1e3", "1e-3", "1.5", ".5", "5.", "0123", "1_000", "0x10", "0x7E9", "0o17", ".inf", "-.INF", ".nan", "1" * 30,
    "1" * 31, "1,234", "1,23", "12,34", "01,234", "５４６", "３．５", "＋７", "−７", "１，２３４亿", "5.8万", "5.8万亿",
    "--5", "99999999999", "2025-01-16", "2026-1-6", "2026年1月16日", "2025-02-30", "2026/1/16", "２０２６-１-６",
    "9:30", "二〇二五", "no", "yes", "true", "True", "FALSE", "~", "null", "NULL", "Null", "nul",
    "余", "多", "约", "近", "超", "逾", "万", "亿", "up", "down", "1", "甲", "a-b", "a.b",
)  # fmt: skip
_QUOTED = (
    "", " ", "\n", "\t", " 546 ", "5.8 万", "5.8\t万", "5.8\n万", "甲\n", "a b", "本年", "year", "【提案】", "【没有】",
)  # fmt: skip
_NESTED: tuple[object, ...] = (
    {}, [], [""], [None], [" "], ["甲"], ["a b"], [True], [[]], [{}], {"": 1}, {"title": "甲"}, {"text": None},
    {"title": "甲", "id": "乙", "follows": []}, [{"title": "甲", "follows": None}], [{"id": "甲", "title": None}],
    [{"claim": ""}], [{"text": "甲"}], [{"title": "甲", "items": ["甲", {"follows": ["甲"], "text": "乙"}]}],
    {"2024": "１２３"}, {"24": 1}, {"甲": {"label": "甲", "value": 1, "unit": ""}}, [Written("1")],
)  # fmt: skip
_SPELT = st.sampled_from(_SPELLINGS).map(Written)
_STRINGS = st.sampled_from(_SPELLINGS) | st.sampled_from(_QUOTED) | st.text("甲乙a1 -_.，：【】\n万０", max_size=6)
_IDS = st.one_of(st.sampled_from("甲乙丙丁"), st.text("甲乙a1-_", min_size=1, max_size=4))
_LIKELY_TEXTS = st.one_of(st.sampled_from(["工作回顾", "2025", "【提案】件"]), _IDS, st.just(Written("2025")))
_NUMBERS = st.sampled_from(["546", "5.8万", "1,234", "-3.5", "１２３"]).map(str) | st.integers(-9, 10**6)
_ODD = st.one_of(_SPELT, _STRINGS, st.none(), st.booleans(), st.floats(), st.sampled_from(_NESTED))
_KEYS = st.one_of(st.sampled_from(sorted({key for fields in FIELDS.values() for key in fields})), _STRINGS)


def _record(required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional)


def _some(entry: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(entry, max_size=2)


_METRIC = _record(
    {"label": _LIKELY_TEXTS, "value": _NUMBERS, "unit": st.sampled_from(["件", "", Written("1")])},
    qualifier=st.sampled_from("余多约近超逾"), scale=st.sampled_from("万亿"), decimals=st.integers(0, 6),
    group=_LIKELY_TEXTS, note=_LIKELY_TEXTS, better=st.sampled_from(["up", "down"]),
    parts=_some(_IDS), of=_IDS,
    history=st.dictionaries(st.sampled_from(["2023", "2024"]), _NUMBERS, max_size=2),
)  # fmt: skip


def _item(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    fields = _record({"title": _LIKELY_TEXTS}, id=_IDS, claim=_LIKELY_TEXTS, text=_LIKELY_TEXTS, **more)
    return st.one_of(_LIKELY_TEXTS, fields, _record({"text": _LIKELY_TEXTS}, **more))


def _part(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    items = _some(_item(**more))
    section = _record({"title": _LIKELY_TEXTS}, id=_IDS, lead=_LIKELY_TEXTS, items=items, **more)
    optional = {"intro": _LIKELY_TEXTS, "items": items, "sections": _some(section), "closing": _LIKELY_TEXTS}
    return _record({"title": _LIKELY_TEXTS}, **optional)


_COVER = ("label", "organization", "session", "place", "speaker", "salutation", "opening", "closing")
_REPORT = _record(
    {"schema": st.sampled_from([1, "1"]), "year": st.sampled_from([2025, "2025"]), "title": _LIKELY_TEXTS},
    reviews=_part(follows=_some(_IDS)), tasks=_part(), insights=_part(),
    metrics=st.dictionaries(_IDS | st.just("提案"), _METRIC, max_size=2),
    date=st.sampled_from(["2026-01-16", "2026年1月16日", Written("2026-1-6")]),
    glossary=_some(_record({"term": _LIKELY_TEXTS, "meaning": _LIKELY_TEXTS})),
    **dict.fromkeys(_COVER, _LIKELY_TEXTS),
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=400)
@given(files(_REPORT, _ODD, _KEYS))
def test_the_schema_and_the_program_refuse_the_same_files(text: str) -> None:
    _AGREEMENT.check(text)


@pytest.mark.slow
@pytest.mark.parametrize("record", FIELDS, ids=lambda record: record.__name__)
def test_they_agree_on_any_value_of_any_field(record: type[Struct]) -> None:
    values = (*map(Written, _SPELLINGS), *_SPELLINGS, *_QUOTED, *_NESTED, None)
    for key in FIELDS[record]:
        for value in values:
            _AGREEMENT.check(block(report_with(record, {key: value})).lstrip() + "\n")


@pytest.mark.parametrize("record", FIELDS, ids=lambda record: record.__name__)
def test_they_agree_on_fields_that_are_not_there(record: type[Struct]) -> None:
    for key in ("nothing", *FIELDS[record]):
        _AGREEMENT.check(flow(report_with(record, {}, without=key)))
    for key in ("follows", "titel", ""):
        _AGREEMENT.check(flow(report_with(record, {key: ["甲"]})))
        _AGREEMENT.check(flow(report_with(record, {key: ["甲"]}, part="insights")))


@pytest.mark.slow
def test_they_agree_on_any_name_and_any_bare_value() -> None:
    for value in (*map(Written, _SPELLINGS), *_SPELLINGS, *_QUOTED, *_NESTED, None):
        _AGREEMENT.check(block(value).lstrip() + "\n")
        _AGREEMENT.check(block(report_with(Part, {"items": [value]})).lstrip() + "\n")
        _AGREEMENT.check(block(report_with(Item, {"title": value, "text": "甲"})).lstrip() + "\n")
        _AGREEMENT.check(block(report_with(Item, {"claim": value}, without="title")).lstrip() + "\n")
        _AGREEMENT.check(block(report_with(Item, {"text": value}, without="title")).lstrip() + "\n")
        _AGREEMENT.check(block(report_with(Metric, {"history": {"2024": value}})).lstrip() + "\n")
    for name in (*_SPELLINGS, *_QUOTED):
        _AGREEMENT.check(flow(report_with(Report, {"metrics": {name: {"label": "甲", "value": 1, "unit": "件"}}})))
        _AGREEMENT.check(flow(report_with(Metric, {"history": {name: 1}})))


@pytest.mark.parametrize("code", BEYOND)
def test_what_is_listed_is_beyond_the_schema(code: str) -> None:
    beyond = BEYOND[code]
    lines = {"schema": "schema: 1", "year": "year: 2025", "title": "title: 甲", "reviews": "reviews: {title: 甲}"}
    text = "\n".join((lines | {beyond.line.partition(":")[0]: beyond.line}).values())
    _AGREEMENT.check_beyond(code, text)
