"""New texts of fields, written so that the file then reads as meant."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportgen.diagnostics import Edit, FieldPath, Severity, apply_edits
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
    good = list(_read_as_meant(current, writes))
    done = [each if own else _anew(each) for each, own in zip(writes, good, strict=True)]
    if all(good) or all(_read_as_meant(current, done)):
        yield from ((each, how.edits) for each, how in zip(writes, done, strict=True))
    elif len(writes) > 1:
        yield from proven_edits(current, writes[: len(writes) // 2])
        yield from proven_edits(current, writes[len(writes) // 2 :])
    else:
        yield writes[0], None


def _anew(write: FieldWrite) -> FieldWrite:
    return write._replace(edits=(whole_scalar(write.node, write.text),))


def _read_as_meant(current: Source, writes: Sequence[FieldWrite]) -> Iterator[bool]:
    """Whether each field has its text once all are written, and no error that reading only guesses its way around."""
    edits = [edit for each in writes for edit in each.edits]
    root, found = parse(Source(current.file, apply_edits(current.text, edits))) if edits else (None, ())
    wrong = {each.place.path for each in found if each.place is not None and each.severity is Severity.ERROR}
    for each in writes:
        node = None if root is None else find(root, each.path)
        yield isinstance(node, Scalar) and same_words(node.text, each.text) and each.path not in wrong
