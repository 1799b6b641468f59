"""The JSON Schema of a file, for editors, generated from the shapes that the file is read by.

A schema refuses nothing that the program accepts; what only the program can refuse is listed, with reasons, in the
tests of each schema.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import fields

from reportgen.source.shapes import (
    REAL_PATTERN,
    WHOLE_PATTERN,
    ChoiceShape,
    CustomShape,
    FieldShape,
    FlagShape,
    ListShape,
    RealShape,
    RecordShape,
    Shape,
    TableShape,
    TextShape,
    WholeShape,
    record_shape,
)

Schema = dict[str, Any]
"""A JSON Schema (2020-12) as plain values."""

SCALARS = ("string", "number", "boolean")
"""The types an editor may see where the program reads a text: ``title: 2025`` and ``label: true`` are texts as well."""

_NOT_BLANK = r"\S"
_FLAG = "^(?:true|false)$"


class Description(Struct, frozen=True):
    """A name in Chinese, one sentence in each language, values worth typing, and what the keys of a table are."""

    name: str
    zh: str
    en: str
    examples: tuple[object, ...] = ()
    keys: "Mapping[Any, Description] | None" = None

    @property
    def text(self) -> str:
        """Both sentences, Chinese first, each on its line."""
        return f"{self.name}：{self.zh}\n{self.en}"

    @property
    def keywords(self) -> Schema:
        """The description as keywords of JSON Schema."""
        return {"description": self.text} | ({"examples": list(self.examples)} if self.examples else {})


class SchemaBuilder(NamedTuple):
    """Builds the schema of some records from their types.

    ``records`` and ``fields`` describe them, ``custom`` holds the form of every custom scalar. ``one_of`` names fields
    of which a record needs one, whichever. Records in ``partial`` may be completed elsewhere: none of their fields is
    required. With ``null_records``, a field that holds a record may be left empty like any other.
    """

    records: Mapping[type[Struct], Description]
    fields: Mapping[type[Struct], Mapping[str, Description]]
    custom: Mapping[type, Schema]
    one_of: Mapping[str, tuple[str, ...]]
    partial: frozenset[type[Struct]] = frozenset()
    null_records: bool = False

    def definitions(self) -> dict[str, Schema]:
        """The schema of every record, by the name of its type."""
        return {record.__name__: self._record(record) for record in self.records}

    def present(self, key: str, shape: Shape) -> Schema:
        """The condition that a field is there and not empty; a record never counts as empty."""
        present: Schema = {"required": [key]}
        if isinstance(shape, RecordShape):
            return present
        return present | {"properties": {key: {"type": self._form(shape)["type"]}}}

    def _record(self, record: type[Struct]) -> Schema:
        shape, description, name = record_shape(record), self.records[record], record.__name__
        schema: Schema = {"title": f"{description.name} {name}", **description.keywords, "type": "object"}
        if shape.shorthand:
            short = self._form(shape.fields[shape.shorthand].shape)
            schema |= {"type": ["object", *short["type"]], "pattern": short.get("pattern", _NOT_BLANK)}
        schema["properties"] = {key: self._property(record, key, field) for key, field in shape.fields.items()}
        required = [] if record in self.partial else shape.required
        if required:
            schema["required"] = required
        if name in self.one_of:
            schema["anyOf"] = [self.present(key, shape.fields[key].shape) for key in self.one_of[name]]
        return schema | {"additionalProperties": False}

    def _property(self, record: type[Struct], key: str, field: FieldShape) -> Schema:
        description = self.fields[record][key]
        form = self._form(field.shape, description.keys)
        if not field.required:
            form = self._nullable(form, field.shape)
        default = next(each.default for each in fields(record) if each.name == key)
        return description.keywords | form | self._default(default)

    def _nullable(self, form: Schema, shape: Shape) -> Schema:
        """Nothing after a name is as good as no such field."""
        if isinstance(shape, RecordShape):
            return {"anyOf": [form, {"type": "null"}]} if self.null_records else form
        if "anyOf" in form:
            return form | {"anyOf": [*form["anyOf"], {"type": "null"}]}
        if "enum" in form:
            return form | {"enum": [*form["enum"], None]}
        return form | {"type": [*form["type"], "null"]}

    def _default(self, value: object) -> Schema:
        """What a field is where it is left out; only what can be written as one scalar."""
        if isinstance(value, (str, int, float)):
            return {"default": value}
        return {"default": str(value)} if type(value) in self.custom else {}

    def _form(self, shape: Shape, keys: Mapping[str, Description] | None = None) -> Schema:
        """What an editor may see where the program reads this shape; types are always a list."""
        if isinstance(shape, RecordShape):
            return {"$ref": f"#/$defs/{shape.type.__name__}"}
        if isinstance(shape, ListShape):
            least = {"minItems": shape.least} if shape.least else {}
            listed: Schema = {"type": ["array"], "items": self._entry(shape.of)} | least
            return {"anyOf": [self._entry(shape.of), listed]} if shape.single else listed
        if isinstance(shape, TableShape):
            return self._table(shape, keys or {})
        if isinstance(shape, CustomShape):
            return dict(self.custom[shape.type])
        return _scalar(shape)

    def _entry(self, shape: Shape) -> Schema:
        """An entry of a list is never empty."""
        form = self._form(shape)
        return form | {"pattern": form.get("pattern", _NOT_BLANK)} if isinstance(shape, TextShape) else form

    def _table(self, shape: TableShape, keys: Mapping[str, Description]) -> Schema:
        values = self._form(shape.of)
        if isinstance(shape.key, TextShape):
            names = {"propertyNames": {"pattern": shape.key.pattern}} if shape.key.pattern else {}
            return {"type": ["object"], **names, "additionalProperties": values}
        properties = {str(key): keys[str(key)].keywords | values for key in shape.key.values}
        return {"type": ["object"], "properties": properties, "additionalProperties": False}


def with_definitions(top: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """The schema of a file: that of its top, and what it refers to."""
    schema: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top}
    return schema | {"$defs": dict(sorted(definitions.items()))}


def schema_text(schema: Schema) -> str:
    """A schema as the file that editors read: indented by two, Chinese as it is, a line end at the end."""
    import json

    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _scalar(shape: TextShape | WholeShape | RealShape | FlagShape | ChoiceShape) -> Schema:
    if isinstance(shape, ChoiceShape):  # a number in quotes is the same choice
        return {"enum": [*shape.values, *(str(value) for value in shape.values if not isinstance(value, str))]}
    if isinstance(shape, FlagShape):  # in quotes it is the same flag
        return {"type": ["boolean", "string"], "pattern": _FLAG}
    if isinstance(shape, WholeShape):
        return {"type": ["integer", "string"], "pattern": f"^{WHOLE_PATTERN}$", **_bounds(shape)}
    if isinstance(shape, RealShape):
        return {"type": ["number", "string"], "pattern": f"^{REAL_PATTERN}$", **_bounds(shape)}
    rule = shape.pattern or (_NOT_BLANK if shape.prose else "")
    return {"type": [*SCALARS]} | ({"pattern": rule} if rule else {})


def _bounds(shape: WholeShape | RealShape) -> Schema:
    bounds = {"minimum": shape.least, "maximum": shape.most}
    return {keyword: bound for keyword, bound in bounds.items() if bound is not None}
