"""Block keys and lists: their order, their indentation, and the comments that belong to them."""

from collections.abc import Iterable

from msgspec import Struct

from reportgen.formatting.flow_form import flow_lines
from reportgen.formatting.remarks import Remarks, is_flow, is_loose
from reportgen.formatting.text_form import Position, Written, write_line, write_text
from reportgen.source import Entry, Mapping, Node, Scalar, Shape
from reportgen.source.shaped_nodes import entry_shape, item_shape, ranks, text_shape

_INDENT = 2


class _Block(Struct, frozen=True):
    """Lines that move together: comments and empty lines above, and the lines of the entry."""

    above: tuple[str, ...]
    lines: tuple[str, ...]


def block_lines(root: Node, shape: Shape | None, remarks: Remarks) -> tuple[str, ...]:
    """The lines of a whole document."""
    block = _Writer(remarks).block(root, shape, 0)
    below = remarks.below.get(root.start, ()) if is_loose(root) else ()
    return (*remarks.top, *block.above, *block.lines, *below, *remarks.bottom)


class _Writer:
    """Writes nodes as lines; the caller indents what it returns."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._above = dict(remarks.above)

    def block(self, node: Node, shape: Shape | None, indent: int) -> _Block:
        """A node by itself or after a dash; ``indent`` is its distance from the margin."""
        if isinstance(node, Scalar) or is_flow(node):
            return self._loose(node, shape, indent)
        if isinstance(node, Mapping):
            blocks = [self._entry(entry, entry_shape(shape, entry.key.text), indent) for entry in node.entries]
            blocks = _in_order(blocks, ranks(node, shape))
        else:
            blocks = [self._item(item, item_shape(shape), indent) for item in node.items]
        first, *rest = blocks
        lines = [*first.lines]
        for block in rest:
            lines += (*block.above, *block.lines)
        return _Block(first.above, (*lines, *self._remarks.below.get(node.start, ())))

    def _loose(self, node: Node, shape: Shape | None, indent: int) -> _Block:
        """A text or a flow collection that is not the value of a key."""
        written = self._written(node, shape, "item", indent, _margin(node))
        comment = self._remarks.beside.get(node.start, "")
        return _Block(self._above.get(node.start, ()), _commented(written, comment))

    def _entry(self, entry: Entry, shape: Shape | None, indent: int) -> _Block:
        key, value = entry.key, entry.value
        name = f"{write_line(key, None, 'key')}:"
        above = self._above.get(key.start, ())
        beside = self._remarks.beside.get(key.start, "")
        if not is_loose(value):
            inner = self.block(value, shape, indent + _INDENT)
            inside = (*_without_blanks(inner.above), *inner.lines)
            return _Block(above, (name + beside, *_indented(inside)))
        if value.end == value.start:
            return _Block(above, (name + beside,))
        written = self._written(value, shape, "value", indent + len(name) + 1, key.place().column - 1)
        after = self._remarks.beside.get(value.start, "")
        if beside and (after or (len(written.lines) > 1 and not written.header)):
            above, beside = (*above, beside.lstrip()), ""
        first, *rest = _commented(written, after or beside)
        return _Block(above, (f"{name} {first}", *(rest if is_flow(value) else _indented(rest))))

    def _item(self, node: Node, shape: Shape | None, indent: int) -> _Block:
        if isinstance(node, Scalar) and node.end == node.start:
            return _Block((), ("-",))
        above = self._above.pop(
            _first_text(node).start, ()
        )  # they belong to the whole entry, whichever key comes first
        block = self.block(node, shape, indent + _INDENT)
        above += _without_blanks(block.above)
        first, *rest = block.lines
        return _Block(above, (f"- {first}", *(rest if is_flow(node) else _indented(rest))))

    def _written(self, node: Node, shape: Shape | None, position: Position, column: int, margin: int) -> Written:
        if isinstance(node, Scalar):
            return write_text(node, text_shape(shape), position, column)
        return Written(flow_lines(node, shape, margin))


def _first_text(node: Node) -> Node:
    """The first key, text or flow collection of a node."""
    while not (isinstance(node, Scalar) or is_flow(node)):
        node = node.entries[0].key if isinstance(node, Mapping) else node.items[0]
    return node


def _in_order(blocks: list[_Block], order: list[tuple[int, int]]) -> list[_Block]:
    """The blocks by their ranks; one that loses the first place takes over the empty line above its successor."""
    ordered = [block for _, block in sorted(zip(order, blocks, strict=True), key=lambda pair: pair[0])]
    first, former = ordered[0], blocks[0]
    if first is former or first.above[:1] != ("",):
        return ordered
    return [_Block(("", *block.above), block.lines) if block is former else block for block in ordered]


def _commented(written: Written, comment: str) -> tuple[str, ...]:
    """The lines with a comment at the end of the block header, or of the last line."""
    at = 0 if written.header else len(written.lines) - 1
    return (*written.lines[:at], written.lines[at] + comment, *written.lines[at + 1 :])


def _margin(node: Node) -> int:
    """The distance of a list entry's dash from the margin in the file."""
    place = node.place()
    line = node.source.lines[place.line - 1]
    content = line.lstrip(" \t")
    return len(line) - len(content) if content.startswith("-") else max(0, place.column - 1 - _INDENT)


def _without_blanks(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines without empty ones at the start."""
    first = next((at for at, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def _indented(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(" " * _INDENT + line if line else line for line in lines)
