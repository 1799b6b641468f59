"""The JSON Schema of a report file, for editors."""

import datetime
from typing import Any

from reportgen.report.fields import FIELDS, RECORDS
from reportgen.report.numbers import NUMBER_PATTERN, Number
from reportgen.report.report_types import PARTS, Report
from reportgen.source.schema_builder import Schema, SchemaBuilder, with_definitions
from reportgen.text.dates import DATE

_CUSTOM: dict[type, Schema] = {
    Number: {"type": ["number", "string"], "pattern": NUMBER_PATTERN},
    datetime.date: {"type": ["string"], "pattern": f"^{DATE}$"},
}
_ONE_OF = {"Report": PARTS, "Item": ("title", "claim", "text")}
_FOLLOWING = ("Part", "Section", "Item")
_FOLLOWING_PART = "reviews"
_NOT = "WithoutFollows"


def json_schema() -> Schema:
    """The schema of report files."""
    records = SchemaBuilder(RECORDS, FIELDS, _CUSTOM, _ONE_OF).definitions()
    records |= {name + _NOT: _without_follows(records[name]) for name in _FOLLOWING}
    top = records.pop(Report.__name__)
    for part in PARTS:
        if part != _FOLLOWING_PART:
            top["properties"][part] = _without_follows(top["properties"][part])
    return with_definitions(top, records)


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
