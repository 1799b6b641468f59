"""Bytes of a YAML file to nodes with places, and nodes to frozen structs. Knows YAML; knows no report."""

from reportgen.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Source, find, key_at, merge
from reportgen.source.parsing import parse
from reportgen.source.reading import UNREADABLE, Reader, ScalarReader
from reportgen.source.shapes import Prose, field_names, pattern
from reportgen.source.text import LARGEST_FILE, decode

__all__ = [
    "LARGEST_FILE",
    "UNREADABLE",
    "Entry",
    "Mapping",
    "Node",
    "Prose",
    "Reader",
    "Scalar",
    "ScalarReader",
    "Sequence",
    "Source",
    "decode",
    "field_names",
    "find",
    "key_at",
    "merge",
    "parse",
    "pattern",
]
