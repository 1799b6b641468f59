"""The JSON Schema of a report file, for editors, generated from the shapes that files are read by.

It refuses nothing that the program accepts. What only the program can refuse is listed, with reasons, in
``tests/report/test_schema_property.py``.
"""

import datetime
from typing import Any

from msgspec import Struct

from reportgen.report.numbers import NUMBER_PATTERN, Number
from reportgen.report.report_types import PARTS, Report
from reportgen.source.shapes import (
    ChoiceShape,
    CustomShape,
    FieldShape,
    ListShape,
    RecordShape,
    Shape,
    TableShape,
    TextShape,
    WholeShape,
    record_shape,
)

_Schema = dict[str, Any]

_SCALARS = ("string", "number", "boolean")
"""What editors may take a text for: ``title: 2025`` and ``label: true`` are texts all the same."""
_SOMETHING = r"\S"
_WHOLE = "^[+-]?[0-9]{1,9}$"
_DIGIT = "[0-9０-９]"
_DATE = f"^{_DIGIT}{{4}}(?:-{_DIGIT}{{1,2}}-{_DIGIT}{{1,2}}|年{_DIGIT}{{1,2}}月{_DIGIT}{{1,2}}日)$"
_FORMS: dict[type, _Schema] = {
    Number: {"type": ["number", "string"], "pattern": NUMBER_PATTERN},
    datetime.date: {"type": ["string"], "pattern": _DATE},
}
_ONE_OF = {"Report": PARTS, "Item": ("title", "claim", "text")}
"""Records that need one of some fields, whichever."""
_FOLLOWING = ("Part", "Section", "Item")
_FOLLOWING_PART = "reviews"
_NOT = "WithoutFollows"


def json_schema() -> _Schema:
    """The schema as plain values (JSON Schema 2020-12)."""
    from reportgen.report.descriptions import RECORDS

    records = {record.__name__: _record(record) for record in RECORDS}
    records |= {name + _NOT: _without_follows(records[name]) for name in _FOLLOWING}
    top = records.pop(Report.__name__)
    for part in PARTS:
        if part != _FOLLOWING_PART:
            top["properties"][part] = _without_follows(top["properties"][part])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **top,
        "$defs": dict(sorted(records.items())),
    }


def schema_text() -> str:
    """The schema as the file editors read: two blanks an indent, Chinese as it is, a line end at the end."""
    import json

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _record(record: type[Struct]) -> _Schema:
    from reportgen.report.descriptions import FIELDS, RECORDS

    shape, said, name = record_shape(record), RECORDS[record], record.__name__
    schema: _Schema = {"title": f"{said.name} {name}", **said.keywords, "type": "object"}
    if shape.shorthand:
        schema |= {"type": ["object", *_SCALARS], "pattern": _SOMETHING}
    schema["properties"] = {key: FIELDS[record][key].keywords | _field(field) for key, field in shape.fields.items()}
    required = [key for key, field in shape.fields.items() if field.required]
    if required:
        schema["required"] = required
    if name in _ONE_OF:
        schema["anyOf"] = [_present(key, shape.fields[key].shape) for key in _ONE_OF[name]]
    return schema | {"additionalProperties": False}


def _present(key: str, shape: Shape) -> _Schema:
    """That a field is there, with something after it; a record always has."""
    present: _Schema = {"required": [key]}
    if isinstance(shape, RecordShape):
        return present
    return present | {"properties": {key: {"type": _form(shape)["type"]}}}


def _field(field: FieldShape) -> _Schema:
    """A field's form; nothing after its name is as good as no field, but for required ones and records."""
    form = _form(field.shape)
    if field.required or isinstance(field.shape, RecordShape):
        return form
    if "enum" in form:
        return form | {"enum": [*form["enum"], None]}
    return form | {"type": [*form["type"], "null"]}


def _form(shape: Shape) -> _Schema:
    """What an editor may see where the program reads this shape; types are always a list."""
    if isinstance(shape, RecordShape):
        return {"$ref": f"#/$defs/{shape.type.__name__}"}
    if isinstance(shape, ListShape):
        return {"type": ["array"], "items": _form(shape.of)}
    if isinstance(shape, TableShape):
        assert isinstance(shape.key, TextShape)
        return {
            "type": ["object"],
            "propertyNames": {"pattern": shape.key.pattern},
            "additionalProperties": _form(shape.of),
        }
    if isinstance(shape, ChoiceShape):  # a number in quotes is the same choice
        return {"enum": [*shape.values, *(str(value) for value in shape.values if not isinstance(value, str))]}
    if isinstance(shape, WholeShape):
        bounds = {"minimum": shape.least, "maximum": shape.most}
        return {"type": ["integer", "string"], "pattern": _WHOLE, **bounds}
    if isinstance(shape, TextShape):
        rule = shape.pattern or (_SOMETHING if shape.prose else "")
        return {"type": [*_SCALARS]} | ({"pattern": rule} if rule else {})
    assert isinstance(shape, CustomShape)
    return dict(_FORMS[shape.type])


def _without_follows(schema: Any) -> Any:
    """The same schema for parts that follow nothing: no such field, at any depth."""
    if isinstance(schema, list):
        return [_without_follows(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    names = {f"#/$defs/{name}" for name in _FOLLOWING}
    return {
        key: f"{value}{_NOT}" if key == "$ref" and value in names else _without_follows(value)
        for key, value in schema.items()
        if key != "follows"
    }
