"""Nodes beside the shapes of their types: the order of keys, the shapes of values, what no type has."""

from collections.abc import Iterator

from reportgen.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from reportgen.source.shapes import ListShape, RecordShape, Shape, TableShape


def ranks(node: Mapping, shape: Shape | None) -> list[tuple[int, int]]:
    """A sort key for each entry: fields as declared, then unknown keys; tables keep their order."""
    fields = list(shape.fields) if isinstance(shape, RecordShape) else []
    places = {name: place for place, name in enumerate(fields)}
    return [(places.get(entry.key.text, len(places)), index) for index, entry in enumerate(node.entries)]


def entry_shape(shape: Shape | None, key: str) -> Shape | None:
    """The shape of the value of a key; None where it is unknown."""
    if isinstance(shape, RecordShape) and key in shape.fields:
        return shape.fields[key].shape
    return shape.of if isinstance(shape, TableShape) else None


def item_shape(shape: Shape | None) -> Shape | None:
    """The shape of the entries of a list; None where it is unknown."""
    return shape.of if isinstance(shape, ListShape) else None


def text_shape(shape: Shape | None) -> Shape | None:
    """The shape of a text in place of a record: that of the field a bare text is short for."""
    return shape.fields[shape.shorthand].shape if isinstance(shape, RecordShape) and shape.shorthand else shape


def shaped_texts(node: Node, shape: Shape | None) -> Iterator[tuple[Scalar, Shape | None]]:
    """The texts of a tree without keys, each with its shape."""
    if isinstance(node, Scalar):
        yield node, text_shape(shape)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from shaped_texts(entry.value, entry_shape(shape, entry.key.text))
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from shaped_texts(item, item_shape(shape))


def unknown_entries(node: Node, shape: Shape | None) -> Iterator[Entry]:
    """The entries whose key no type has, in order; not those inside them."""
    match node:
        case Mapping():
            for entry in node.entries:
                if isinstance(shape, RecordShape) and entry.key.text not in shape.fields:
                    yield entry
                else:
                    yield from unknown_entries(entry.value, entry_shape(shape, entry.key.text))
        case Sequence():
            for item in node.items:
                yield from unknown_entries(item, item_shape(shape))
        case Scalar():
            return
