"""The JSON Schema of style sheets and the program agree on every sheet, but for what is listed here."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.source import ListShape, Node, RecordShape, Shape, Source, TableShape, record_shape
from reportgen.source.shapes import ChoiceShape, CustomShape, FlagShape, RealShape, WholeShape
from reportgen.style import StyleSheet, read_style
from reportgen.style.colours import Colour
from reportgen.style.lengths import Length
from reportgen.style.sheet_descriptions import FIELDS
from reportgen.style.sheet_schema import sheet_schema
from reportgen.style.text_descriptions import BLOCKS, RUNS
from tests.agreement import Agreement, Beyond, Written, block, files, flow, is_flag, is_number, is_text
from tests.editors import editor_of
from tests.style.sheets import NAME, least_of, sheet_with

_NAMES = "a schema cannot look up a name"
_LENGTHS = "a schema does not compare lengths"
_WORDS = "a schema does not look into the words of a sheet"
_SPELLED = "an editor sees the value, not how it is spelt"
_CHAIN = ", ".join(f"甲{number}: 甲{number + 1} 50%" for number in range(9)) + ", 甲9: '#000000'"
_LOOKS_NO_FURTHER = "without the sheet that is extended the program looks no further"


def _always(_: object) -> bool:
    return True


def _is_no_text(value: object) -> bool:
    return not is_text(value)


BEYOND = {
    "colour-unknown": Beyond("tables: {rule: 1pt, colour: 红}", _NAMES),
    "colour-of-itself": Beyond("colours: {黑: 黑 10%}", _NAMES),
    "colour-too-deep": Beyond(f"colours: {{{_CHAIN}}}", _NAMES),
    "font-unknown": Beyond("text: {base: {font: 宋, size: 10pt}}", _NAMES),
    "style-unknown": Beyond("extends: nothing", _LOOKS_NO_FURTHER, _always),
    "style-extends-itself": Beyond("extends: own", _LOOKS_NO_FURTHER, _always),
    "length-relative": Beyond("tables: {rule: 1em, colour: 黑}", _LENGTHS),
    "length-out-of-range": Beyond("tables: {rule: 50pt, colour: 黑}", _LENGTHS),
    "size-over-line": Beyond("text: {base: {font: 黑, size: 30pt}}", _LENGTHS),
    "area-too-small": Beyond(
        "page: {width: 50mm, height: 297mm, top: 0, bottom: 0, left: 30mm, right: 30mm, line: 20pt}", _LENGTHS
    ),
    "room-too-narrow": Beyond("tables: {rule: 1pt, colour: 黑, label: 0.1}", _LENGTHS),
    "off-page": Beyond("header: {text: 甲, gap: 60mm}", _LENGTHS),
    "ordinal-unreadable": Beyond("body_page_number: 第页", _WORDS),
    "placeholder-unknown": Beyond("footer: {text: '{pages}'}", _WORDS),
    "placeholder-missing": Beyond("cover: [{field: title, text: 甲}]", _WORDS),
    "words-of-one-line": Beyond('footer: {text: "甲\\n乙"}', _WORDS),
    "reference-unclosed": Beyond("glossary: {title: 【本年}", _WORDS),
    "reference-not-year": Beyond("glossary: {title: 【提案】}", _WORDS),
    "number-out-of-range": Beyond("speech: {pace: '10'}", "a text in quotes has no range", is_text),
    "type-not-whole": Beyond("speech: {pace: 100.0}", _SPELLED, is_number),
    "type-not-number": Beyond("runs: {term: {scale: 5e-1}}", _SPELLED, is_number),
    "type-not-flag": Beyond("framing: True", _SPELLED, is_flag),
    "choice-unknown": Beyond("schema: 1.0", _SPELLED, is_number),
    "length-unreadable": Beyond("loosest: 0.0", _SPELLED, is_number),
    "word-font-invalid": Beyond(
        f"fonts: {{黑: {{faces: [黑], word: {'1' * 32}, word_latin: 黑}}}}", _SPELLED, _is_no_text
    ),
}
"""By code; whatever else the program finds in the values of a sheet, the schema finds too."""

_OF_THE_OTHER = "a schema does not know the sheet that is extended"
_EXTENDING = BEYOND | {
    code: Beyond("cards: {columns: 2}", _OF_THE_OTHER, _always) for code in ("key-missing", "key-empty")
}
_COMPLETE = block(sheet_with(StyleSheet, {})).lstrip() + "\n"


def _judge(source: Source, _: Node) -> tuple[Diagnostic, ...]:
    def load(name: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        sources = {"own": source, "whole": Source("styles/whole.yaml", _COMPLETE)}
        return sources.get(name), () if name in sources else (Diagnostic("style-unknown", None, {"name": name}),)

    return read_style("own", load)[1]


_FAULTS = editor_of(sheet_schema())
_AGREEMENT = Agreement(_judge, _FAULTS, BEYOND)
_AGREEMENT_EXTENDING = Agreement(_judge, _FAULTS, _EXTENDING)

_SPELLINGS = (
    "0", "-0", "00", "0.0", "+5", "6", "-1", "1.5", "5.", ".5", "1e1", "0x10", "100", "1_000", ".inf", ".nan",
    "1" * 8, "1" * 32, "５", "true", "false", "True", "yes", "no", "~", "null", "甲", "黑", "黑 10%", "黑 101%",
    "黑10%", "12pt", "-3 mm", "1.5行", "2line", "２em", "12", "12px", "99999pt", "初号", "小四", "3号", "小9", "一行",
    "none", "odd", "left", "images/a.svg", "a b", "../a", "a//b", "a/..", ". a", "C:a", "a", "decimal",
)  # fmt: skip
_QUOTED = (
    "", " ", "#9b1b1e", "#9B1B1", "#9b1b1e ", " 12pt ", "12 pt", "x" * 31, "x" * 32, "{1}", "{}", "1.0", " a ",
)  # fmt: skip
_NESTED: tuple[object, ...] = (
    {}, [], [""], [None], [" "], ["甲"], [1], [True], [[]], [{}], {"": 1}, {"name": "甲"}, {"title": "甲"},
    [{"name": "甲", "weight": 400}], [{"name": ""}], [{"field": "title"}], [{"field": None}], {"field": "title"},
    {"黑": "#000000"}, {"base": {}}, {"term": {}}, {"body": None}, {"sections": None}, {"form": "points"},
    {"thickness": "1pt", "colour": "黑"}, {"text": "甲"}, {"file": "a.svg"}, {"file": "/a"},
)  # fmt: skip
_SPELT = st.sampled_from(_SPELLINGS).map(Written)
_STRINGS = st.sampled_from(_SPELLINGS) | st.sampled_from(_QUOTED) | st.text("甲1 -.%#{}ptm/", max_size=6)
_ODD = st.one_of(_SPELT, _STRINGS, st.none(), st.booleans(), st.floats(), st.sampled_from(_NESTED))
_KEYS = st.one_of(
    st.sampled_from(sorted({key for fields in FIELDS.values() for key in fields} | set(BLOCKS) | set(RUNS))), _STRINGS
)
_LENGTH = st.sampled_from(["0pt", "5mm", "1em", "0.5行", "三号", "3号", " 2pt", Written("0")])


def _likely(shape: Shape) -> st.SearchStrategy[Any]:
    """What somebody may write where a shape is read."""
    if isinstance(shape, RecordShape):
        least = least_of(shape.type)
        required = {key: st.just(least[key]) | _likely(shape.fields[key].shape) for key in shape.required}
        optional = {key: _likely(field.shape) for key, field in shape.fields.items() if not field.required}
        return st.fixed_dictionaries(required, optional=dict(sorted(optional.items())))
    if isinstance(shape, ListShape):
        return st.lists(_likely(shape.of), min_size=shape.least, max_size=2)
    if isinstance(shape, TableShape):
        names = st.sampled_from(shape.key.values if isinstance(shape.key, ChoiceShape) else [NAME, "红"])
        return st.dictionaries(names, _likely(shape.of), max_size=2)
    if isinstance(shape, CustomShape):
        colours = st.sampled_from(["#9b1b1e", f"{NAME} 10%"])
        return _LENGTH if shape.type is Length else colours if shape.type is Colour else st.just("a/b.svg")
    if isinstance(shape, ChoiceShape):
        return st.sampled_from(shape.values)
    if isinstance(shape, FlagShape):
        return st.booleans()
    if isinstance(shape, WholeShape | RealShape):
        lowest = int(shape.least or 1)
        return st.integers(lowest, int(shape.most or lowest + 9))
    return st.sampled_from([NAME, "{}", "{1}", "甲"])


def _sheets(needed: Mapping[str, Any], *others: str) -> st.SearchStrategy[Any]:
    """Sheets with what is needed, and any of the fields that are not, or of those named."""
    shapes = {key: field.shape for key, field in record_shape(StyleSheet).fields.items()}
    optional = {key: _likely(shape) for key, shape in shapes.items() if key in others or key not in needed}
    required = {key: st.just(value) for key, value in needed.items() if key not in others}
    return st.fixed_dictionaries(required, optional=optional)


_WHOLE = least_of(StyleSheet)
_OWN = {"schema": 1, "description": "试", "extends": "whole"}
_SETTINGS = settings(max_examples=150)


@pytest.mark.slow
@_SETTINGS
@given(files(_sheets(_WHOLE), _ODD, _KEYS))
def test_the_schema_and_the_program_refuse_the_same_sheets(text: str) -> None:
    _AGREEMENT.check(text)


@pytest.mark.slow
@_SETTINGS
@given(files(_sheets(_OWN), _ODD, _KEYS))
def test_they_agree_on_sheets_that_extend_another(text: str) -> None:
    _AGREEMENT_EXTENDING.check(text)


def _kinds_of_fields() -> Iterator[tuple[type[Struct], str]]:
    """Of all fields that are read alike one, the first."""
    seen: set[str] = set()
    for record in FIELDS:
        for key, field in record_shape(record).fields.items():
            kind = repr(field) + (f" in {record.__name__}" if record is StyleSheet else "")
            if kind not in seen:
                seen.add(kind)
                yield record, key


@pytest.mark.slow
@pytest.mark.parametrize(("record", "key"), list(_kinds_of_fields()), ids=lambda each: getattr(each, "__name__", each))
def test_they_agree_on_any_value_of_any_field(record: type[Struct], key: str) -> None:
    for value in (*map(Written, _SPELLINGS), *_QUOTED, *_NESTED, None):
        agreement = _AGREEMENT_EXTENDING if key == "extends" else _AGREEMENT
        agreement.check(block(sheet_with(record, {key: value})).lstrip() + "\n")


@pytest.mark.slow
@pytest.mark.parametrize("record", FIELDS, ids=lambda record: record.__name__)
def test_they_agree_on_fields_that_are_not_there(record: type[Struct]) -> None:
    for key in ("nothing", *FIELDS[record]):
        _AGREEMENT.check(flow(sheet_with(record, {}, without=key)))
        _AGREEMENT_EXTENDING.check(flow(sheet_with(record, {}, without=key) | {"extends": "whole"}))
    for key in ("nothing", "titel", ""):
        _AGREEMENT.check(flow(sheet_with(record, {key: "甲"})))


@pytest.mark.parametrize("code", BEYOND)
def test_what_is_listed_is_beyond_the_schema(code: str) -> None:
    line = BEYOND[code].line
    lines = {key: f"{key}: {flow(value)}" for key, value in _WHOLE.items()}
    _AGREEMENT.check_beyond(code, "\n".join((lines | {line.partition(":")[0]: line}).values()))
