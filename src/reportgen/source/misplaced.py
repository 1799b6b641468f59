"""Fields written one level too far out or in: known to a record around this one, or to one below it."""

import re
from collections.abc import Sequence as AbstractSequence

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit, FieldPath
from reportgen.source.nodes import Mapping, Scalar
from reportgen.source.shapes import FieldShape, ListShape, RecordShape, Shape, TableShape

_INDENT = re.compile(" *")
_LINES = re.compile(r"(?m)^(?=[^\r\n])")


class Misplaced(Struct, frozen=True):
    """A key, the field it names on another level, and how to say where that is; edits where the way is certain."""

    key: Scalar
    field: FieldShape
    hint: str
    words: dict[str, str]
    edits: tuple[Edit, ...]

    def diagnostic(self, path: FieldPath) -> Diagnostic:
        """The diagnostic at the key."""
        return Diagnostic("key-misplaced", self.key.place(path), self.words, (self.hint,), self.edits)


def find_misplaced(
    node: Mapping, index: int, shape: RecordShape, around: AbstractSequence[tuple[RecordShape, Scalar]]
) -> Misplaced | None:
    """The level that an unknown key of a mapping belongs to; ``around`` are the records outside it, outermost first.

    None where no other level has such a field.
    """
    key = node.entries[index].key
    for outer, owner in reversed(around):
        if key.text in outer.fields:
            edits = _moved(node, index, _column(owner)) if index == len(node.entries) - 1 else ()
            words = {"text": key.text, "owner": owner.text}
            return Misplaced(key, outer.fields[key.text], "outdent-to", words, edits)
    owners = {name: inner for name, field in shape.fields.items() if key.text in (inner := _fields_of(field.shape))}
    if not owners:
        return None
    words = {"text": key.text, "owners": " ".join(owners)}
    edits = _below_previous(node, index, owners)
    return Misplaced(key, next(iter(owners.values()))[key.text], "indent-under", words, edits)


def _fields_of(shape: Shape) -> dict[str, FieldShape]:
    """The fields of a record, or of the records in a list or table."""
    while isinstance(shape, (ListShape, TableShape)):
        shape = shape.of
    return shape.fields if isinstance(shape, RecordShape) else {}


def _below_previous(node: Mapping, index: int, owners: dict[str, dict[str, FieldShape]]) -> tuple[Edit, ...]:
    """The edits that indent a field to those of the entry before it, where it belongs to that and is not there yet."""
    previous = node.entries[index - 1] if index else None
    if previous is None or previous.key.text not in owners or not isinstance(previous.value, Mapping):
        return ()
    inner = previous.value.entries
    key = node.entries[index].key.text
    if not inner or any(entry.key.text == key for entry in inner) or inner[0].key.start == previous.value.start + 1:
        return ()
    return _moved(node, index, _column(inner[0].key))


def _moved(node: Mapping, index: int, column: int) -> tuple[Edit, ...]:
    """The edits that move all lines of an entry to a column; none where it shares its line."""
    entry = node.entries[index]
    text = node.source.text
    first = node.source.line_start(entry.key.start)
    by = column - (entry.key.start - first)
    if not _INDENT.fullmatch(text, first, entry.key.start):
        return ()
    starts = [match.start() for match in _LINES.finditer(text, first, max(entry.value.end, entry.key.end))]
    if by > 0:
        return tuple(Edit(start, start, " " * by) for start in starts)
    return tuple(Edit(start, start - by, "") for start in starts if not text[start : start - by].strip(" "))


def _column(node: Scalar) -> int:
    return node.start - node.source.line_start(node.start)
