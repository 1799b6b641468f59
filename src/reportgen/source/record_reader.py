"""Reads nodes into frozen structs; every fault is reported once, at its place."""

from collections.abc import Callable, Collection
from collections.abc import Mapping as AbstractMapping
from typing import Any, Final, TypeVar

from msgspec import Struct

from reportgen.diagnostics import KINDS, Diagnostic, Edit, FieldPath, Wording
from reportgen.source.nodes import Entry, Mapping, Node, Scalar, Sequence
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
from reportgen.text.characters import close_joints
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.similarity import Guesses

UNREADABLE: Final = object()
"""In place of a value that could not be read; its diagnostics have been reported."""

Record = TypeVar("Record", bound=Struct)

ScalarReader = Callable[[Scalar, FieldPath], tuple[object, tuple[Diagnostic, ...]]]
"""Reads one custom scalar: the value or UNREADABLE, and what was found."""

_WHOLE = LazyPattern(WHOLE_PATTERN)
_REAL = LazyPattern(REAL_PATTERN)
_LONGEST_SHOWN = 60
_HASH = LazyPattern(r"[ \t]+(#[^\s#][^\r\n]*)")
_NAMED = LazyPattern(r"([a-z_]+)[ \t]+(?=[^\x00-\x7f])")
_ENTRY_BELOW = LazyPattern(r"[^\r\n]*(?:\r\n|\r|\n)(?P<indent> *)- ")
_FLAGS = {"true": True, "false": False}


class Reader:
    """Reads nodes by the shape of a struct; keeps what it found and which scalars are printed text.

    ``found`` holds the diagnostics in the order met; ``prose`` the path and scalar of every printed text, also of
    those in records that could not be read; ``records`` every record that could; ``misspelt`` the paths of fields
    that are there under another name, so that they are not reported as missing. ``guesses``: what people write for
    fields.
    """

    def __init__(
        self,
        scalars: AbstractMapping[type, ScalarReader],
        guesses: AbstractMapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.records: dict[FieldPath, Struct] = {}
        self._known_guesses = guesses or {}
        self.found: list[Diagnostic] = []
        self.prose: list[tuple[FieldPath, Scalar]] = []
        self.misspelt: set[FieldPath] = set()
        self._guesses = Guesses()
        self._around: list[tuple[RecordShape, Scalar]] = []
        self._scalars = scalars

    def read(self, node: Node, record: type[Record], path: FieldPath = ()) -> Record | None:
        """The node as a value of the struct, or None where anything in it could not be read."""
        value = self._record(node, record_shape(record), path)
        return value if isinstance(value, record) else None

    def report(self, code: str, node: Node, path: FieldPath, *hints: str, **words: str | Wording) -> object:
        """Reports a diagnostic at a node and returns UNREADABLE."""
        self.found.append(Diagnostic(code, node.place(path), words, hints))
        return UNREADABLE

    def nearest(self, text: str, known: Collection[str], cutoff: float = 0.6) -> str | None:
        """The known name that a misspelt one resembles most; after many guesses in one file, none."""
        return self._guesses.nearest(text, known, cutoff)

    def _value(self, node: Node, shape: Shape, path: FieldPath) -> object:
        if isinstance(node, Scalar) and node.alias:
            return UNREADABLE
        if isinstance(shape, RecordShape):
            return self._record(node, shape, path)
        if isinstance(shape, ListShape):
            return self._list(node, shape, path)
        if isinstance(shape, TableShape):
            return self._table(node, shape, path)
        if not isinstance(node, Scalar):
            return self._not_text(node, shape, path)
        return self._scalar(node, shape, path)

    def _not_text(self, node: Node, shape: Shape, path: FieldPath) -> object:
        """Reports a list or fields in place of a single value; a text in brackets or braces is shown quoted."""
        raw = node.source.text[node.start : node.end]
        there = _kind(node)
        if not isinstance(shape, TextShape):
            return self.report("type-not-text", node, path, there=there)
        if raw[:1] in ("[", "{") and len(raw) <= _LONGEST_SHOWN and not set(raw) & set('\r\n"\\'):
            return self.report("type-not-text", node, path, "write-quoted", quoted=f'"{raw}"', there=there)
        return self.report("type-not-text", node, path, "quote-text", there=there)

    def _scalar(self, node: Scalar, shape: Shape, path: FieldPath) -> object:
        text = node.text
        if isinstance(shape, TextShape):
            return self._text(node, shape, path)
        if isinstance(shape, CustomShape):
            value, found = self._scalars[shape.type](node, path)
            self.found += found
            return value
        if isinstance(shape, ChoiceShape):
            return self._choice(node, shape, path)
        if isinstance(shape, WholeShape):
            return self._whole(node, shape, path)
        if isinstance(shape, RealShape):
            return self._real(node, shape, path)
        assert isinstance(shape, FlagShape)
        return _FLAGS[text] if text in _FLAGS else self.report("type-not-flag", node, path, text=text)

    def _text(self, node: Scalar, shape: TextShape, path: FieldPath) -> object:
        if shape.prose:
            self.prose.append((path, node))
        self._cut_by_hash(node, path)
        text = node.text if shape.prose else close_joints(node.text)
        if not shape.allows(text):
            return self.report(shape.code, node, path, text=text)
        return text

    def _choice(self, node: Scalar, shape: ChoiceShape, path: FieldPath) -> object:
        known = {str(value): value for value in shape.values}
        if node.text in known:
            return known[node.text]
        near = self.nearest(node.text, known, cutoff=0.7)
        hints, words = (("nearest",), {"near": near}) if near else ((), {})
        return self.report("choice-unknown", node, path, *hints, text=node.text, known=" ".join(known), **words)

    def _cut_by_hash(self, node: Scalar, path: FieldPath) -> None:
        """Warns of an unquoted text that continues after `` #``: a real comment has a space after its mark."""
        match = _HASH.match(node.source.text, node.end) if node.plain else None
        if match is not None:
            place = node.source.place(match.start(1), match.end(1), path)
            self.found.append(Diagnostic("text-cut", place, {}))

    def _whole(self, node: Scalar, shape: WholeShape, path: FieldPath) -> object:
        if not _WHOLE.fullmatch(node.text):
            return self.report("type-not-whole", node, path, text=node.text)
        return self._bounded(int(node.text), node, shape, path)

    def _real(self, node: Scalar, shape: RealShape, path: FieldPath) -> object:
        if not _REAL.fullmatch(node.text):
            return self.report("type-not-number", node, path, text=node.text)
        return self._bounded(float(node.text), node, shape, path)

    def _bounded(self, value: float, node: Scalar, shape: WholeShape | RealShape, path: FieldPath) -> object:
        if (shape.least is not None and value < shape.least) or (shape.most is not None and value > shape.most):
            bounds = {"least": str(shape.least), "most": str(shape.most)}
            return self.report("number-out-of-range", node, path, text=node.text, **bounds)
        return value

    def _list(self, node: Node, shape: ListShape, path: FieldPath) -> object:
        if shape.single and isinstance(node, Scalar):
            value = self._value(node, shape.of, path)
            return value if value is UNREADABLE else (value,)
        if not isinstance(node, Sequence):
            if (first := _entry_without_dash(node, path)) is not None:
                self.found.append(first)
                return UNREADABLE
            return self.report("type-not-list", node, path, there=_kind(node))
        if len(node.items) < shape.least:
            return self.report("list-empty", node, path)
        values: list[object] = []
        for index, item in enumerate(node.items):
            here = (*path, index)
            if isinstance(item, Scalar) and (item.absent or not item.text.strip()):
                self.report("entry-empty", item, here)  # left out, so that a draft can be printed without it
            else:
                values.append(self._value(item, shape.of, here))
        return UNREADABLE if any(value is UNREADABLE for value in values) else tuple(values)

    def _table(self, node: Node, shape: TableShape, path: FieldPath) -> object:
        if not isinstance(node, Mapping):
            return self.report("type-not-mapping", node, path, there=_kind(node), example="…: …")
        values: dict[str, object] = {}
        for entry in node.entries:
            here = (*path, entry.key.text)
            self._scalar(entry.key, shape.key, here)
            values[entry.key.text] = self._value(entry.value, shape.of, here)
        return UNREADABLE if any(value is UNREADABLE for value in values.values()) else values

    def _record(self, node: Node, shape: RecordShape, path: FieldPath) -> object:
        if shape.shorthand and isinstance(node, Scalar):
            if (named := _field_without_colon(node, shape, path)) is not None:
                self.found.append(named)
                return UNREADABLE
            field = shape.fields[shape.shorthand]
            value = self._value(node, field.shape, (*path, shape.shorthand))
            return UNREADABLE if value is UNREADABLE else shape.type(**{shape.shorthand: value})
        if not isinstance(node, Mapping):
            first = next(iter(shape.fields))
            return self.report("type-not-mapping", node, path, there=_kind(node), example=f"{first}: …")
        values: dict[str, Any] = {}
        for index, entry in enumerate(node.entries):
            here = (*path, entry.key.text)
            known = shape.fields.get(entry.key.text)
            if known is None:
                self._unknown_key(node, index, shape, here)
            elif not (isinstance(entry.value, Scalar) and entry.value.absent):
                values[entry.key.text] = self._below(entry, known, shape, here)
            elif isinstance(known.shape, TextShape):
                self._cut_by_hash(entry.value, here)
        missing = [name for name in shape.required if name not in values]
        self._missing_keys(node, missing, path)
        if missing or any(value is UNREADABLE for value in values.values()):
            return UNREADABLE
        self.records[path] = record = shape.type(**values)
        return record

    def _below(self, entry: Entry, field: FieldShape, shape: RecordShape, path: FieldPath) -> object:
        """Reads the value of a field of a record; keeps the record in mind meanwhile."""
        self._around.append((shape, entry.key))
        value = self._value(entry.value, field.shape, path)
        self._around.pop()
        return value

    def _unknown_key(self, node: Mapping, index: int, shape: RecordShape, path: FieldPath) -> None:
        """Reports a key, and what is below it if it is known which field was meant."""
        from unicodedata import normalize

        from reportgen.source.misplaced import find_misplaced

        entry = node.entries[index]
        key = entry.key
        guessed = self._known_guesses.get(key.text, ())
        near = next((name for name in guessed if name in shape.fields), None)
        misplaced = None if near else find_misplaced(node, index, shape, self._around)
        if misplaced is not None:
            self.found.append(misplaced.diagnostic(path))
            self._below(entry, misplaced.field, shape, path)
            return
        near = near or self.nearest(normalize("NFKC", key.text).lower(), shape.fields)
        if near is None:
            self.report("key-unknown", key, path, "known-keys", text=key.text, known=" ".join(shape.fields))
            return
        self.misspelt.add((*path[:-1], near))
        self.report("key-unknown", key, path, "nearest", text=key.text, near=near)
        before = len(self.found)
        self._below(entry, shape.fields[near], shape, path)
        if node.get(near) is not None:  # it adds to that one, and needs nothing that is there
            self.found[before:] = [each for each in self.found[before:] if each.code != "key-missing"]

    def _missing_keys(self, node: Mapping, names: list[str], path: FieldPath) -> None:
        """Reports each missing required field: at its name if it has no value, else at the start of its record."""
        if not names:
            return
        here = {entry.key.text: entry.key for entry in node.entries}
        first = node.entries[0].key if node.entries else node
        for name in names:
            where = (*path, name)
            if name in here:
                self.report("key-empty", here[name], where, key=name)
            elif where not in self.misspelt and not node.damaged:
                self.report("key-missing", first, where, "add-key", key=name)


def _entry_without_dash(node: Node, path: FieldPath) -> Diagnostic | None:
    """The first entry of a list as a text that the others continue: its dash is missing."""
    column = node.place().column
    text = node.source.text
    below = _ENTRY_BELOW.match(text, node.start, node.end) if isinstance(node, Scalar) and node.plain else None
    if below is None or len(below["indent"]) != column - 1:
        return None
    place = node.source.place(node.start, node.start + 1, path)
    return Diagnostic("slip-dash-missing", place, {}, (), (Edit(node.start, node.start, "- "),))


def _field_without_colon(node: Scalar, shape: RecordShape, path: FieldPath) -> Diagnostic | None:
    """A text that begins with the name of a field and goes on in Chinese: its colon is missing."""
    match = _NAMED.match(node.text) if node.plain else None
    if match is None or match.group(1) not in shape.fields:
        return None
    end = node.start + match.end(1)
    edits = (Edit(end, node.start + match.end(), ": "),)
    return Diagnostic("slip-colon-missing", node.source.place(node.start, end, path), {"name": match[1]}, (), edits)


def _kind(node: Node) -> Wording:
    """The kind of a node, in words."""
    return KINDS["list" if isinstance(node, Sequence) else "fields" if isinstance(node, Mapping) else "text"]
