"""A file's text and the nodes read from it, each with its place."""

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from reportgen.diagnostics import FieldPath, Place
from reportgen.source.marks import LINE_END

DEEPEST_NESTING = 64


class Source(Struct, frozen=True, dict=True):
    """One file: the name shown to people, and its text without a byte order mark."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; CR, LF and CRLF end a line, nothing else does."""
        return LINE_END.split(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def line_start(self, offset: int) -> int:
        """The offset at which the line begins that an offset is in."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both counted from 1."""
        return self._starts[line - 1] + column - 1

    def place(self, start: int, end: int, path: FieldPath = ()) -> Place:
        """The place of the characters from ``start`` up to ``end`` (offsets into the text); none is in a line end."""
        return Place(self.file, *self._line_column(start), *self._line_column(end), path)

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, min(offset - self._starts[line - 1], len(self.lines[line - 1])) + 1


class _Located(Struct, frozen=True):
    """Anything between two offsets of a source."""

    source: Source
    start: int
    end: int

    def place(self, path: FieldPath = ()) -> Place:
        """Its place in the file."""
        return self.source.place(self.start, self.end, path)


class Scalar(_Located, frozen=True):
    r"""A text as YAML delimits it, folded by our own rules: ``\n`` is a joint, ``\n\n`` ends a paragraph.

    ``segments`` pairs offsets of the text with offsets of the source, ascending, wherever the two diverge.
    """

    text: str
    plain: bool
    segments: tuple[tuple[int, int], ...]

    @property
    def absent(self) -> bool:
        """Whether it is null to YAML: empty, ``~`` or ``null`` without quotes."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")

    @property
    def alias(self) -> bool:
        """Whether it replaces an alias, which parsing has reported: no other scalar begins with ``*``."""
        return self.source.text.startswith("*", self.start)

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the file of the characters ``start`` to ``end`` of the folded text."""
        first = self.offset(start)
        last = self.offset(end - 1) + 1 if end > start else first
        return first, max(first, min(last, self.end))

    def place_of(self, start: int, end: int, path: FieldPath = ()) -> Place:
        """The place in the file of the characters ``start`` to ``end`` of the folded text."""
        return self.source.place(*self.span_of(start, end), path)

    def offset(self, position: int) -> int:
        """The offset in the file of a character of the folded text."""
        text_offset, source_offset = self.segments[bisect_right(self.segments, (position, self.end)) - 1]
        return source_offset + position - text_offset


class Entry(Struct, frozen=True):
    """One key and its value."""

    key: Scalar
    value: "Node"


class Mapping(_Located, frozen=True, dict=True):
    """Keys and values in the order of the file, each key once; ``damaged`` where a part of it could not be read."""

    entries: tuple[Entry, ...]
    damaged: bool = False

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        return {entry.key.text: entry for entry in self.entries}

    def entry(self, key: str) -> Entry | None:
        """The entry of a key, or None."""
        return self._by_key.get(key)

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        entry = self._by_key.get(key)
        return entry.value if entry else None


class Sequence(_Located, frozen=True):
    """Values in the order of the file."""

    items: tuple["Node", ...]


Node = Scalar | Mapping | Sequence


def find(root: Node, path: FieldPath) -> Node:
    """The node at a path, or the deepest node on the way to it."""
    node = root
    for step in path:
        following: Node | None = None
        if isinstance(node, Mapping):
            following = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            following = node.items[step]
        if following is None:
            break
        node = following
    return node


def key_at(root: Node, path: FieldPath) -> Node:
    """The key that a path ends with, or the deepest node on the way to it."""
    above = find(root, path[:-1])
    last = path[-1]
    entry = above.entry(last) if isinstance(above, Mapping) and isinstance(last, str) else None
    return entry.key if entry else above


def merge(base: Node, changes: Node) -> Node:
    """The base with the changes merged in: mappings key by key, anything else replaced as a whole."""
    if not (isinstance(base, Mapping) and isinstance(changes, Mapping)):
        return changes
    changed = {entry.key.text: entry for entry in changes.entries}
    kept = tuple(
        Entry(changed[entry.key.text].key, merge(entry.value, changed.pop(entry.key.text).value))
        if entry.key.text in changed
        else entry
        for entry in base.entries
    )
    return Mapping(changes.source, changes.start, changes.end, kept + tuple(changed.values()))


def path_at(root: Node, offset: int) -> FieldPath:
    """The path of the deepest key or value that contains an offset or ends at it."""
    path: FieldPath = ()
    node = root
    while not isinstance(node, Scalar):
        step: str | int
        if isinstance(node, Mapping):
            index = bisect_right(node.entries, offset, key=lambda entry: entry.key.start) - 1
            entry = node.entries[max(0, index)] if node.entries else None
            step, following = (entry.key.text, entry.value) if entry else ("", None)
        else:
            index = bisect_right(node.items, offset, key=lambda item: item.start) - 1
            step, following = index, node.items[max(0, index)] if node.items else None
        if following is None or index < 0 or offset > max(following.end, _key_end(node, index)):
            return path
        path, node = (*path, step), following
    return path


def _key_end(node: Mapping | Sequence, index: int) -> int:
    return node.entries[index].key.end if isinstance(node, Mapping) else 0
