"""References in their canonical spelling: 【提案：变化】, 【本年】."""

from collections.abc import Iterator

from reportgen.diagnostics import Edit
from reportgen.report import Reference, parse_text
from reportgen.source import Node, Scalar, Shape, TextShape
from reportgen.source.shaped_nodes import shaped_texts


def normalize_references(root: Node, shape: Shape) -> tuple[Edit, ...]:
    """The edits that give each reference its canonical spelling; one that cannot be resolved stays as it is."""
    edits: list[Edit] = []
    for scalar, here in shaped_texts(root, shape):
        if isinstance(here, TextShape) and here.prose and "【" in scalar.text:
            edits += _edits(scalar)
    return tuple(edits)


def _edits(scalar: Scalar) -> Iterator[Edit]:
    for piece in parse_text(scalar.text):
        if not isinstance(piece, Reference) or piece.aspect is None or not piece.name:
            continue
        start, end = scalar.offset(piece.start), scalar.offset(piece.end - 1) + 1
        written = scalar.source.text[start:end]
        normalized = f"【{piece.name}：{piece.aspect}】" if piece.aspect else f"【{piece.name}】"
        # Where an escape encodes a character of it, the author had a reason unknown to us.
        if written == scalar.text[piece.start : piece.end] and written != normalized:
            yield Edit(start, end, normalized)
