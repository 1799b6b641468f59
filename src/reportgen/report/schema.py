"""The JSON Schema of a report file, for editors, generated from the types."""

from typing import Any

from reportgen.report.model import Report


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
        **_numbers_in_place(top),
        "$defs": {name: _numbers_in_place(definition) for name, definition in sorted(definitions.items())},
    }


def _hook(kind: type) -> dict[str, Any]:
    raise NotImplementedError(kind)


def _numbers_in_place(schema: Any) -> Any:
    """Replaces every reference to the Number struct by the forms a number may be typed in."""
    if isinstance(schema, dict):
        if schema.get("$ref") == "#/$defs/Number":
            return {"type": ["number", "string"]}
        return {
            key: _numbers_in_place(value)
            for key, value in schema.items()
            if not (key == "title" and isinstance(value, str))
        }
    return [_numbers_in_place(value) for value in schema] if isinstance(schema, list) else schema
