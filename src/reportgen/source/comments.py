"""The comments of a file, and where each is."""

from collections.abc import Iterator

from msgspec import Struct

from reportgen.source.nodes import Mapping, Node, Scalar, Source
from reportgen.text.lazy_pattern import LazyPattern

BLANKS = " \t\r\n"
BLOCK_HEADER = LazyPattern(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")
"""The line on which a block scalar begins, with the comment that may end it."""

_COMMENT = LazyPattern(r"#[^\r\n]*")
_BEFORE_A_VALUE = (":", "-", "?")


class Comment(Struct, frozen=True):
    """A comment from its ``#`` to the end of its line; ``start`` is the offset of the ``#``.

    ``beside``: it ends the line of the text before it, else it is about what follows.
    """

    text: str
    start: int
    beside: bool


def comments(root: Node) -> tuple[Comment, ...]:
    """All comments of a file, in order."""
    text = root.source.text
    return tuple(
        Comment(match.group().strip(BLANKS), match.start(), _is_beside(root.source, match.start()))
        for start, end in _gaps(root)
        for match in _COMMENT.finditer(text, start, end)
    )


def _gaps(root: Node) -> Iterator[tuple[int, int]]:
    """Where ``#`` begins a comment: between scalars, and on the first line of a block scalar."""
    position = 0
    for scalar in _scalars(root):
        yield position, scalar.start
        position = max(position, scalar.start + len(raw_text(scalar)))
        header = BLOCK_HEADER.match(scalar.source.text, scalar.start) if is_block_text(scalar) else None
        if header and header.group(1):
            yield header.span(1)
    yield position, len(root.source.text)


def _is_beside(source: Source, start: int) -> bool:
    line = source.text[source.line_start(start) : start].strip(BLANKS)
    return bool(line) and not line.endswith(_BEFORE_A_VALUE)


def is_block_text(scalar: Scalar) -> bool:
    """Whether a text is written with ``|`` or ``>``."""
    return not scalar.plain and scalar.source.text[scalar.start] in "|>"


def raw_text(scalar: Scalar) -> str:
    """A scalar as typed, without the blank lines that YAML counts as part of a block scalar."""
    return scalar.source.text[scalar.start : scalar.end].rstrip(BLANKS)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)
