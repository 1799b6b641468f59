"""The JSON Schema that editors check a report file with."""

import json
import re
from typing import Any

import pytest

from reportgen.report import Item, Metric, Part, Report, Section, Term, json_schema
from reportgen.source import Mapping, Node, Scalar, parse
from reportgen.source.text import decode
from tests.support import ROOT

SCHEMA = json_schema()


@pytest.mark.parametrize("struct", [Metric, Part, Section, Term, Item, Report], ids=lambda struct: struct.__name__)
def test_every_field_of_the_types_is_in_the_schema(struct: type[Report]) -> None:
    found = SCHEMA if struct.__name__ == "Report" else SCHEMA["$defs"][struct.__name__]
    found = found["anyOf"][1] if struct.__name__ == "Item" else found
    assert list(found["properties"]) == list(struct.__struct_fields__)
    assert found["additionalProperties"] is False


def test_only_what_a_report_must_have_is_required() -> None:
    assert SCHEMA["required"] == ["schema", "year", "title"]
    assert SCHEMA["$defs"]["Metric"]["required"] == ["label", "value", "unit"]
    assert SCHEMA["$defs"]["Section"]["required"] == ["title"]


def _walk(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, dict):
        return [schema, *(each for value in schema.values() for each in _walk(value))]
    return [each for value in schema for each in _walk(value)] if isinstance(schema, list) else []


def test_every_pattern_is_one_that_javascript_reads_alike() -> None:
    patterns = [each["pattern"] for each in _walk(SCHEMA) if isinstance(each.get("pattern"), str)]
    assert patterns
    assert not [pattern for pattern in patterns if re.search(r"\\[UuxAZ]|\(\?[^:!=]", pattern)]


def test_the_file_for_editors_is_the_schema_of_the_types() -> None:
    """``reportgen schema`` writes it; a change of a type and of the file go together."""
    text = (ROOT / "data" / "report.schema.json").read_text("utf-8")
    assert text == json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"


def _plain(node: Node) -> Any:
    """The values an editor sees: YAML 1.2 types of plain scalars."""
    if isinstance(node, Mapping):
        return {entry.key.text: _plain(entry.value) for entry in node.entries}
    if not isinstance(node, Scalar):
        return [_plain(item) for item in node.items]
    if node.absent:
        return None
    return json.loads(node.text) if node.plain and re.fullmatch(r"-?\d+(\.\d+)?", node.text) else node.text


_KEYWORDS = {
    "$schema", "$defs", "$ref", "description", "type", "properties", "required", "additionalProperties", "items",
    "anyOf", "enum", "default", "minimum", "maximum", "pattern", "propertyNames",
}  # fmt: skip
_KINDS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "object": dict,
    "array": list,
    "null": type(None),
}


def _faults(value: Any, schema: dict[str, Any], path: str = "") -> list[str]:
    """A small validator: only the keywords our schema uses, and none unnoticed."""
    assert set(schema) <= _KEYWORDS, set(schema) - _KEYWORDS
    if "$ref" in schema:
        return _faults(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], path)
    if "anyOf" in schema:
        tried = [_faults(value, each, path) for each in schema["anyOf"]]
        return [] if [] in tried else min(tried, key=len)
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{path}: {value!r}"]
    return _faults_of_type(value, schema, path)


def _faults_of_type(value: Any, schema: dict[str, Any], path: str) -> list[str]:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, _KINDS[each]) for each in types):
        return [f"{path}: {value!r} is no {types}"]
    if isinstance(value, list):
        return [each for index, item in enumerate(value) for each in _faults(item, schema["items"], f"{path}/{index}")]
    if isinstance(value, dict):
        return _faults_of_fields(value, schema, path)
    fits = not isinstance(value, str) or re.search(schema.get("pattern", ""), value)
    inside = not isinstance(value, int) or schema.get("minimum", value) <= value <= schema.get("maximum", value)
    return [] if fits and inside else [f"{path}: {value!r}"]


def _faults_of_fields(value: dict[str, Any], schema: dict[str, Any], path: str) -> list[str]:
    faults = [f"{path}: {name} is missing" for name in schema.get("required", []) if name not in value]
    names = schema.get("propertyNames", {}).get("pattern", "")
    for name, item in value.items():
        inner = schema.get("properties", {}).get(name, schema["additionalProperties"])
        if inner is False or not re.search(names, name):
            faults.append(f"{path}: {name}")
        else:
            faults += _faults(item, inner, f"{path}/{name}")
    return faults


def _load(content: bytes) -> Any:
    source, _ = decode("2025.yaml", content)
    assert source is not None
    root, _ = parse(source)
    assert root is not None
    return _plain(root)


def test_the_schema_accepts_the_real_report() -> None:
    assert _faults(_load((ROOT / "data" / "2025.yaml").read_bytes()), SCHEMA) == []


@pytest.mark.parametrize(
    "case", ["every-field", "absent-and-quoted", "metrics-printed", "change-from-last-year", "glossary-numbers"]
)
def test_the_schema_accepts_what_the_program_accepts(case: str) -> None:
    content = (ROOT / "tests" / "cases" / case / "2025.yaml").read_bytes()
    assert _faults(_load(content), SCHEMA) == []


@pytest.mark.parametrize(
    "line",
    ["titel: 甲", "insights: []", "reviews: 甲", "metrics: {本年: {label: 甲, value: 1, unit: 件}}", "date: 明天",
     "metrics: {甲 乙: {label: 甲, value: 1, unit: 件}}", "tasks: {title: 甲, items: [{id: a b}]}",
     "glossary: [{term: 甲}]"],
)  # fmt: skip
def test_the_schema_refuses_what_the_program_refuses(line: str) -> None:
    content = f"schema: 1\nyear: 2025\ntitle: 报告\n{line}\n"
    assert _faults(_load(content.encode()), SCHEMA)
