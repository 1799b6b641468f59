"""Lists and fields in brackets: lines stay as typed, keys and spaces are put in order."""

from reportgen.formatting.text_form import Position, is_wrapped, write_line
from reportgen.source import LINE_END, Entry, Mapping, Node, Scalar, Sequence, Shape, trim_end
from reportgen.source.comments import raw_text
from reportgen.source.shaped_nodes import entry_shape, item_shape, ranks, text_shape


def flow_lines(node: Mapping | Sequence, shape: Shape | None, margin: int) -> tuple[str, ...]:
    """The lines of a flow collection; all but the first keep their distance from ``margin``."""
    first, *rest = LINE_END.split(_flow(node, shape))
    lines = [trim_end(first, escapes=True)]
    for line in rest:
        content = line.lstrip(" \t")
        lines.append(trim_end(" " * max(0, len(line) - len(content) - margin) + content, escapes=True))
    return tuple(lines)


def _flow(node: Node, shape: Shape | None, position: Position = "flow value") -> str:
    if isinstance(node, Scalar):
        return raw_text(node) if is_wrapped(node) else write_line(node, text_shape(shape), position)
    if isinstance(node, Sequence):
        parts = [(item.start, item.end, _flow(item, item_shape(shape), "flow item")) for item in node.items]
    else:
        parts = [(entry.key.start, max(entry.key.end, entry.value.end), _entry(entry, shape)) for entry in node.entries]
        if _may_be_ordered(node):
            texts = [text for _, text in sorted(zip(ranks(node, shape), (part[2] for part in parts), strict=True))]
            parts = [(start, end, text) for (start, end, _), text in zip(parts, texts, strict=True)]
    written: list[str] = []
    position_in_file = node.start
    for start, end, text in parts:
        written += (_gap(node, position_in_file, start), text)
        position_in_file = end
    return "".join((*written, _gap(node, position_in_file, node.end)))


def _entry(entry: Entry, shape: Shape | None) -> str:
    key = _flow(entry.key, None, "flow key")
    value = _flow(entry.value, entry_shape(shape, entry.key.text))
    return key + _gap(entry.key, entry.key.end, entry.value.start) + value


def _may_be_ordered(node: Mapping) -> bool:
    """Whether the entries can be reordered: each has a value, and no comment belongs to one of them."""
    text = node.source.text
    ends = [node.start, *(entry.value.end for entry in node.entries)]
    starts = [*(entry.key.start for entry in node.entries), node.end]
    comments = any("#" in text[end:start] for end, start in zip(ends, starts, strict=True))
    return not comments and all(entry.value.end > entry.value.start for entry in node.entries)


def _gap(node: Node, start: int, end: int) -> str:
    """The text between two nodes of a flow collection: its marks, and one space after a comma or a colon."""
    gap = node.source.text[start:end]
    if "\n" in gap or "\r" in gap:
        return gap
    marks = gap.replace(" ", "").replace("\t", "")
    return f"{marks} " if marks.endswith((",", ":")) else marks
