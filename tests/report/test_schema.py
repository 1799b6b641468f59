"""The JSON Schema that editors check a report file with."""

import json
from typing import Any

import pytest
from msgspec import Struct

from reportgen.diagnostics import has_errors
from reportgen.report import Item, Metric, Part, Report, Section, Term
from reportgen.report.fields import FIELDS, RECORDS
from reportgen.report.json_schema import json_schema
from reportgen.source.schema_builder import Description, schema_text
from tests.agreement import check_description, unlike_in_javascript
from tests.editors import faults_in_editor, report_with, seen_in_editor
from tests.goldens import Goldens
from tests.support import ROOT, examine

SCHEMA = json_schema()
TYPES: list[type[Struct]] = [Report, Part, Section, Item, Term, Metric]


def _definition(name: str) -> dict[str, Any]:
    return SCHEMA if name == "Report" else SCHEMA["$defs"][name]


@pytest.mark.parametrize("struct", TYPES, ids=lambda struct: struct.__name__)
def test_every_field_of_the_types_is_in_the_schema_and_described(struct: type[Struct]) -> None:
    found = _definition(struct.__name__)
    assert list(found["properties"]) == list(FIELDS[struct]) == list(struct.__struct_fields__)
    assert found["additionalProperties"] is False
    assert found["description"] == RECORDS[struct].text
    assert [field["description"] for field in found["properties"].values()] == [
        said.text for said in FIELDS[struct].values()
    ]


def test_only_the_types_are_described() -> None:
    assert set(RECORDS) == set(FIELDS) == set(TYPES)


_DESCRIPTIONS = [*RECORDS.values(), *(said for fields in FIELDS.values() for said in fields.values())]


@pytest.mark.parametrize("said", _DESCRIPTIONS, ids=lambda said: said.name)
def test_a_description_is_a_sentence_in_each_language(said: Description) -> None:
    check_description(said)


def test_only_what_a_report_must_have_is_required() -> None:
    assert SCHEMA["required"] == ["schema", "year", "title"]
    assert SCHEMA["$defs"]["Metric"]["required"] == ["label", "value", "unit"]
    assert SCHEMA["$defs"]["Section"]["required"] == ["title"]
    assert "required" not in SCHEMA["$defs"]["Item"]


def test_follows_is_proposed_in_reviews_only() -> None:
    for name in ("Section", "Item"):
        assert "follows" in SCHEMA["$defs"][name]["properties"]
        assert "follows" not in SCHEMA["$defs"][f"{name}WithoutFollows"]["properties"]
    for part in ("tasks", "insights"):
        assert SCHEMA["properties"][part]["$ref"] == "#/$defs/PartWithoutFollows"


@pytest.mark.parametrize("name", ["Part", "Section", "Item"])
def test_what_follows_nothing_is_otherwise_the_same(name: str) -> None:
    with_it, without = SCHEMA["$defs"][name], SCHEMA["$defs"][f"{name}WithoutFollows"]
    with_it = with_it | {"properties": {key: each for key, each in with_it["properties"].items() if key != "follows"}}
    assert json.dumps(without).replace("WithoutFollows", "") == json.dumps(with_it)


def test_every_pattern_is_one_that_javascript_reads_alike() -> None:
    assert unlike_in_javascript(SCHEMA) == []


def test_the_file_for_editors_is_the_schema_of_the_types(goldens: Goldens) -> None:
    """``make goldens`` renews it; a change of a type and of the file go together."""
    goldens.check({ROOT / "data" / "report.schema.json": schema_text(SCHEMA)})


def test_the_schema_accepts_the_real_report() -> None:
    text = (ROOT / "data" / "2025.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=report.schema.json\n")
    assert faults_in_editor(seen_in_editor(text)) == []


_CASES = sorted(path.parent.name for path in (ROOT / "tests" / "cases").glob("*/2025.yaml"))


@pytest.mark.parametrize("case", _CASES)
def test_the_schema_accepts_what_the_program_accepts(case: str) -> None:
    content = (ROOT / "tests" / "cases" / case / "2025.yaml").read_bytes()
    examined = examine(content)
    if examined.source is not None and not has_errors(examined.found):
        assert faults_in_editor(seen_in_editor(examined.source.text)) == []


_FIELD_EXAMPLES = [
    (struct, {key: value})
    for struct, described in FIELDS.items()
    for key, said in described.items()
    for value in said.examples
]
_RECORD_EXAMPLES = [
    (struct, value if isinstance(value, dict) else {"title": value})
    for struct, said in RECORDS.items()
    for value in said.examples
]


@pytest.mark.parametrize(("record", "fields"), _FIELD_EXAMPLES + _RECORD_EXAMPLES, ids=str)
def test_every_example_is_right(record: type[Struct], fields: dict[str, Any]) -> None:
    text = json.dumps(report_with(record, fields), ensure_ascii=False)
    assert examine(text).report
    assert faults_in_editor(seen_in_editor(text)) == []
