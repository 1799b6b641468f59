"""Bytes of a YAML file to nodes with places, and nodes to frozen structs: knows YAML, not reports."""

from reportgen.source.decoding import LARGEST_FILE, decode, encode_like, too_large
from reportgen.source.marks import ENTRY_OR_FIELD, LINE_END, line_end, line_start, quoted, trim_end
from reportgen.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Source, find, key_at, merge
from reportgen.source.parsing import parse
from reportgen.source.record_reader import UNREADABLE, Reader, ScalarReader
from reportgen.source.shapes import (
    ListShape,
    Passage,
    Prose,
    RecordShape,
    Shape,
    TableShape,
    TextShape,
    field_names,
    pattern,
    record_shape,
)

__all__ = [
    "ENTRY_OR_FIELD",
    "LARGEST_FILE",
    "LINE_END",
    "UNREADABLE",
    "Entry",
    "ListShape",
    "Mapping",
    "Node",
    "Passage",
    "Prose",
    "Reader",
    "RecordShape",
    "Scalar",
    "ScalarReader",
    "Sequence",
    "Shape",
    "Source",
    "TableShape",
    "TextShape",
    "decode",
    "encode_like",
    "field_names",
    "find",
    "key_at",
    "line_end",
    "line_start",
    "merge",
    "parse",
    "pattern",
    "quoted",
    "record_shape",
    "too_large",
    "trim_end",
]
