"""The JSON Schema of a style sheet, for editors.

A sheet that ``extends`` another may leave out whatever that one has; any other sheet must be complete.
"""

from msgspec import Struct

from reportgen.source import ListShape, RecordShape, Shape, TableShape, TextShape, record_shape
from reportgen.source.schema_builder import SCALARS, Schema, SchemaBuilder, with_definitions
from reportgen.style.colours import COLOUR_PATTERN, Colour
from reportgen.style.lengths import LENGTH_PATTERN, Length
from reportgen.style.renamed_keys import RENAMED_KEYS
from reportgen.style.sheet_descriptions import FIELDS, RECORDS
from reportgen.style.sheet_types import StyleSheet
from reportgen.style.workspace_file import PATH_PATTERN, WorkspaceFile

_CUSTOM: dict[type, Schema] = {
    Length: {"type": ["string", "number"], "pattern": LENGTH_PATTERN, "minimum": 0, "maximum": 0},
    Colour: {"type": ["string"], "pattern": COLOUR_PATTERN},
    WorkspaceFile: {"type": [*SCALARS], "pattern": PATH_PATTERN},
}
_BASE = ("font", "size")
"""What ``text: base`` must have."""


def sheet_schema() -> Schema:
    """The schema of style sheets."""
    shape = record_shape(StyleSheet)
    partial = frozenset(RECORDS) - frozenset(_listed(shape))
    builder = SchemaBuilder(RECORDS, FIELDS, _CUSTOM, {}, partial, null_records=True)
    definitions = builder.definitions()
    top = definitions.pop(StyleSheet.__name__)
    for key in RENAMED_KEYS:
        properties = definitions[key.record.__name__]["properties"]
        properties[key.old] = {**properties[key.new], "deprecated": True}
    complete = _requirements(shape)
    complete["properties"]["text"] |= {
        "required": ["base"],
        "properties": {"base": {"allOf": [builder.present(key, TextShape()) for key in _BASE]}},
    }
    extending = {"required": ["extends"], "properties": {"extends": {"type": [*SCALARS]}}}
    return with_definitions(top | {"if": extending, "else": complete}, definitions)


def _listed(shape: Shape, *, in_list: bool = False) -> list[type[Struct]]:
    """The records that are entries of lists: a sheet replaces a list of the sheet it extends as a whole."""
    if isinstance(shape, ListShape):
        return _listed(shape.of, in_list=True)
    if isinstance(shape, TableShape):
        return _listed(shape.of, in_list=in_list)
    if not isinstance(shape, RecordShape):
        return []
    own = [shape.type] if in_list else []
    return own + [record for field in shape.fields.values() for record in _listed(field.shape, in_list=in_list)]


def _requirements(shape: Shape) -> Schema:
    """The fields that must be there at any depth, entries of lists aside; nothing where there are none."""
    if isinstance(shape, TableShape):
        values = _requirements(shape.of)
        return {"additionalProperties": values} if values else {}
    if not isinstance(shape, RecordShape):
        return {}
    within = {key: _requirements(field.shape) for key, field in shape.fields.items()}
    properties = {key: each for key, each in within.items() if each}
    required: Schema = {"required": shape.required} if shape.required else {}
    return required | ({"properties": properties} if properties else {})
