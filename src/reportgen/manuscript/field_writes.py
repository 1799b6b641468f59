"""New texts of fields, written so that the file then reads as meant."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportgen.diagnostics import Edit, FieldPath, apply_edits
from reportgen.manuscript.field_text import same_words, whole_scalar
from reportgen.manuscript.manuscript_types import Author
from reportgen.source import Scalar, Source, find, parse


class FieldWrite(NamedTuple):
    """The text a field is to have, and edits of the file that should give it that."""

    path: FieldPath
    node: Scalar
    text: str
    edits: tuple[Edit, ...]
    authors: tuple[Author, ...]


def proven_edits(current: Source, writes: Sequence[FieldWrite]) -> Iterator[tuple[FieldWrite, tuple[Edit, ...] | None]]:
    """Each write with the edits that do it: its own, else the scalar written anew; None where neither does."""
    if all(_read_as_meant(current, writes)):
        yield from ((each, each.edits) for each in writes)
    elif len(writes) > 1:
        yield from proven_edits(current, writes[: len(writes) // 2])
        yield from proven_edits(current, writes[len(writes) // 2 :])
    else:
        anew = writes[0]._replace(edits=(whole_scalar(writes[0].node, writes[0].text),))
        yield writes[0], anew.edits if all(_read_as_meant(current, [anew])) else None


def _read_as_meant(current: Source, writes: Sequence[FieldWrite]) -> Iterator[bool]:
    """Whether each field has its text once all are written."""
    edits = [edit for each in writes for edit in each.edits]
    root, _ = parse(Source(current.file, apply_edits(current.text, edits))) if edits else (None, ())
    for each in writes:
        node = None if root is None else find(root, each.path)
        yield isinstance(node, Scalar) and same_words(node.text, each.text)
