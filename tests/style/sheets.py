"""Small style sheets as plain values, made from the types: any field can be put into one."""

from typing import Any

from msgspec import Struct

from reportgen.source import ListShape, RecordShape, Shape, TableShape, record_shape
from reportgen.source.shapes import ChoiceShape, CustomShape, FlagShape, RealShape, WholeShape
from reportgen.style import PageStyle, StyleSheet
from reportgen.style.colours import Colour
from reportgen.style.lengths import Length
from reportgen.style.workspace_file import WorkspaceFile

NAME = "黑"
"""A font and a colour of every sheet made here, so that it can stand for either, and for any text."""

_CUSTOM: dict[type, object] = {Length: "10pt", Colour: "#000000", WorkspaceFile: "images/emblem.svg"}
_PAGE = {
    "width": "210mm", "height": "297mm", "top": "30mm", "bottom": "30mm", "left": "30mm", "right": "30mm",
    "line": "20pt",
}  # fmt: skip


def sheet_with(record: type[Struct], fields: dict[str, Any], *, without: str = "") -> dict[str, Any]:
    """A small sheet that holds one such record: the fields it needs, changed by those given."""
    values = {key: value for key, value in {**least_of(record), **fields}.items() if key != without}
    return _put(least_of(StyleSheet), _path_to(record), values)


def records_in_sheets() -> set[type[Struct]]:
    """Every record of a style sheet."""
    found: set[type[Struct]] = set()
    _collect(record_shape(StyleSheet), found)
    return found


def least_of(record: type[Struct]) -> dict[str, Any]:
    """The fields that a record needs, with sound values."""
    if record is PageStyle:
        return dict(_PAGE)
    shape = record_shape(record)
    values = {key: sample(shape.fields[key].shape) for key in shape.required}
    return values | ({"text": {"base": {"font": NAME, "size": "10pt"}}} if record is StyleSheet else {})


def sample(shape: Shape) -> Any:
    """A sound value of a shape."""
    if isinstance(shape, RecordShape):
        return least_of(shape.type)
    if isinstance(shape, ListShape):
        return [sample(shape.of)]
    if isinstance(shape, TableShape):
        return {NAME: sample(shape.of)}
    if isinstance(shape, CustomShape):
        return _CUSTOM[shape.type]
    if isinstance(shape, ChoiceShape):
        return shape.values[0]
    if isinstance(shape, FlagShape):
        return True
    return shape.least or 1 if isinstance(shape, WholeShape | RealShape) else NAME


def _collect(shape: Shape, found: set[type[Struct]]) -> None:
    if isinstance(shape, ListShape | TableShape):
        _collect(shape.of, found)
    elif isinstance(shape, RecordShape) and shape.type not in found:
        found.add(shape.type)
        for field in shape.fields.values():
            _collect(field.shape, found)


def _path_to(record: type[Struct]) -> tuple[str, ...]:
    """The keys that lead to the first such record, the fewest; a list is gone through without one."""
    ways: list[tuple[tuple[str, ...], Shape]] = [((), record_shape(StyleSheet))]
    for path, shape in ways:
        if isinstance(shape, RecordShape):
            if shape.type is record:
                return path
            ways += [((*path, key), field.shape) for key, field in shape.fields.items()]
        elif isinstance(shape, ListShape):
            ways.append(((*path, ""), shape.of))
        elif isinstance(shape, TableShape):
            key = "body" if isinstance(shape.key, ChoiceShape) and "body" in shape.key.values else "term"
            ways.append(((*path, key), shape.of))
    raise AssertionError(record)


def _put(values: dict[str, Any], path: tuple[str, ...], value: dict[str, Any]) -> dict[str, Any]:
    """The values with one put at a path; records on the way have what they need."""
    put: Any = value
    for depth in range(len(path) - 1, -1, -1):
        put = {**_around(values, path[:depth]), path[depth]: put} if path[depth] else [put]
    return {**put}


def _around(values: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """What is at a path already, else what a record there needs."""
    there: Any = values
    shape: Shape = record_shape(StyleSheet)
    for key in path:
        if isinstance(shape, RecordShape):
            shape = shape.fields[key].shape
        elif isinstance(shape, ListShape | TableShape):
            shape = shape.of
        there = there.get(key) if isinstance(there, dict) else None
    if isinstance(there, dict):
        return there
    return least_of(shape.type) if isinstance(shape, RecordShape) else {}
