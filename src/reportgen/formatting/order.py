"""The order of keys, and the shapes of what stands under them, both from the types of a report."""

from collections.abc import Iterator

from reportgen.source import ListShape, Mapping, Node, RecordShape, Scalar, Sequence, Shape, TableShape


def ranks(node: Mapping, shape: Shape | None) -> list[tuple[int, int]]:
    """A number for each entry by which they sort: fields as declared, then unknown keys; tables stay as they are."""
    fields = list(shape.fields) if isinstance(shape, RecordShape) else []
    places = {name: place for place, name in enumerate(fields)}
    return [(places.get(entry.key.text, len(places)), index) for index, entry in enumerate(node.entries)]


def entry_shape(shape: Shape | None, key: str) -> Shape | None:
    """The shape of what stands under a key, None where nobody knows."""
    if isinstance(shape, RecordShape) and key in shape.fields:
        return shape.fields[key].shape
    return shape.of if isinstance(shape, TableShape) else None


def item_shape(shape: Shape | None) -> Shape | None:
    """The shape of the entries of a list, None where nobody knows."""
    return shape.of if isinstance(shape, ListShape) else None


def text_shape(shape: Shape | None) -> Shape | None:
    """The shape of a text where a record may stand: of the field a bare text is short for."""
    return shape.fields[shape.shorthand].shape if isinstance(shape, RecordShape) and shape.shorthand else shape


def shaped_texts(node: Node, shape: Shape | None) -> Iterator[tuple[Scalar, Shape | None]]:
    """The texts of a tree, keys left out, each with its shape."""
    if isinstance(node, Scalar):
        yield node, text_shape(shape)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from shaped_texts(entry.value, entry_shape(shape, entry.key.text))
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from shaped_texts(item, item_shape(shape))
