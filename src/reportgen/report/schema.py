"""The JSON Schema of a report file, for editors, generated from the types."""

from typing import Any

from reportgen.report.model import Report

_DATE = "^[0-9]{4}(?:-[0-9]{1,2}-[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)$"


def json_schema() -> dict[str, Any]:
    """The schema as plain values (JSON Schema 2020-12)."""
    import msgspec.json

    schema = msgspec.json.schema(Report, schema_hook=_hook)
    definitions = schema["$defs"]
    definitions.pop("Number", None)
    for definition in definitions.values():
        definition["additionalProperties"] = False
    definitions["Item"] = {"anyOf": [{"type": "string"}, definitions["Item"]]}
    top = definitions.pop("Report")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_as_typed(top),
        "$defs": {name: _as_typed(definition) for name, definition in sorted(definitions.items())},
    }


def schema_text() -> str:
    """The schema as the file editors read: two blanks an indent, Chinese as it is, a line end at the end."""
    import json

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _hook(kind: type) -> dict[str, Any]:
    raise NotImplementedError(kind)


def _as_typed(schema: Any) -> Any:
    """Replaces the types of ours by the forms they may be typed in."""
    if isinstance(schema, dict):
        if schema.get("$ref") == "#/$defs/Number":
            return {"type": ["number", "string"]}
        if schema.get("format") == "date":
            return {"type": "string", "pattern": _DATE}
        if schema.get("default") in ([], (), {}):  # a field with nothing after it is as good as none
            schema = {**schema, "type": [schema["type"], "null"]}
        return {
            key: _as_typed(value) for key, value in schema.items() if not (key == "title" and isinstance(value, str))
        }
    return [_as_typed(value) for value in schema] if isinstance(schema, list) else schema
