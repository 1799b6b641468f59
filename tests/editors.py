"""A file as an editor sees it: typed by the rules of YAML 1.2, then checked against its JSON Schema.

The YAML language server of VS Code does the same; nothing here is shared with the program but the schema itself.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from msgspec import Struct

from reportgen.report import Item, Metric, Part, Report, Section, Term
from reportgen.report.json_schema import json_schema
from reportgen.source.schema_builder import Schema

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML 1.2.2, 10.3.2: what a plain scalar is; anything else is text.
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_REAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_UNREAL = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS = {"": None, "~": None} | {
    form: value
    for word, value in (("null", None), ("true", True), ("false", False))
    for form in (word, word.capitalize(), word.upper())
}


def seen_in_editor(text: str) -> Any:
    """The values of a YAML text; keys are the texts they are written as."""
    return _value(yaml.compose(text, Loader=_LOADER))


def faults_in_editor(value: object) -> list[str]:
    """What the schema of reports finds wrong with the values of a file, one a line."""
    return _report_editor()(value)


@cache
def _report_editor() -> Callable[[object], list[str]]:
    return editor_of(json_schema())


def editor_of(schema: Schema) -> Callable[[object], list[str]]:
    """An editor with a schema: what it finds wrong with the values of a file, one a line."""
    Draft202012Validator.check_schema(schema)
    validator = extend(Draft202012Validator, {"pattern": _pattern})(schema)
    return lambda value: [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def report_with(
    record: type[Struct], fields: dict[str, Any], *, part: str = "reviews", without: str = ""
) -> dict[str, Any]:
    """A small report as plain values that holds one such record: the fields it needs, changed by those given."""
    values = {key: value for key, value in {**_LEAST[record], **fields}.items() if key != without}
    around: dict[type[Struct], dict[str, Any]] = {
        Report: values,
        Part: {part: values},
        Section: {part: {"title": "甲", "sections": [values]}},
        Item: {part: {"title": "甲", "items": [values]}},
        Term: {"glossary": [values]},
        Metric: {"metrics": {"提案": values}},
    }
    return (_LEAST[Report] if record is not Report else {}) | around[record]


def _value(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return node.value if node.style else _typed(node.value)


def _typed(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if match := _UNREAL.fullmatch(text):
        return float(f"{match[1]}inf" if match[2] else "nan")
    return float(text) if _REAL.fullmatch(text) else text


def _pattern(_: Any, pattern: str, instance: object, __: Any) -> Iterator[ValidationError]:
    """As JavaScript reads it: ``$`` is the very end, where Python lets a line end follow."""
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern}")


_METRIC = {"label": "甲", "value": 1, "unit": "件"}
_LEAST: dict[type[Struct], dict[str, Any]] = {
    Report: {"schema": 1, "year": 2025, "title": "甲", "metrics": {"提案": _METRIC}, "reviews": {"title": "甲"}},
    Part: {"title": "甲"},
    Section: {"title": "甲"},
    Item: {"title": "甲"},
    Term: {"term": "甲", "meaning": "乙"},
    Metric: _METRIC,
}
