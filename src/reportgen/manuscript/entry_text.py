"""Entries of a list moved, added and taken out in the text of the file; what stays is not touched."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from textwrap import dedent
from textwrap import indent as indent_lines

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Edit, apply_edits
from reportgen.formatting.text_form import reads_plain
from reportgen.manuscript.field_text import escaped
from reportgen.source import Mapping, Node, Scalar, line_end, line_start, quoted
from reportgen.source import Sequence as ListNode
from reportgen.source.comments import raw_text


class NewEntry(Struct, frozen=True):
    """An entry to be written: fields in order with their values as YAML.

    ``short``: a title alone needs no key, as items do not.
    """

    fields: tuple[tuple[str, str], ...]
    items: tuple["ListChild", ...] = ()
    short: bool = True


class ConvertedEntry(Struct, frozen=True):
    """An entry of the file at another level: in its own lines, with some keys renamed and other entries below it.

    ``plain``: the same as a new entry, for what is between brackets.
    """

    node: Node
    renamed: tuple[tuple[str, str], ...]
    items: tuple["ListChild", ...]
    plain: NewEntry


ListChild = Node | NewEntry | ConvertedEntry
"""An entry of a list: one that is in the file, as it is or at another level, or a new one."""


def value_text(text: str) -> str:
    """A text as a YAML value on one line, in quotes where it needs them."""
    line = escaped(text)
    return line if reads_plain(line, "flow value") else quoted(line)


def passage_text(texts: Sequence[str], indent: int) -> str:
    """Paragraphs as a YAML value; a block where there are several. ``indent`` is that of its key."""
    if len(texts) == 1:
        return value_text(texts[0])
    lines = ("\n" + " " * (indent + 2) + escaped(text) for text in texts)
    return "|-" + "\n".join(lines)


def list_edit(node: ListNode, children: Sequence[ListChild], inner: Sequence[Edit]) -> Edit:
    """A list of the file with other entries; ``inner`` are edits inside entries that stay."""
    if _is_flow(node):
        return Edit(node.start, node.end, _flow(node, children))
    start, end = _region(node)
    source = node.source.text
    indent = node.items[0].start - line_start(source, node.items[0].start) - 2
    text = _gap(node).join(_block(child, indent, inner) for child in children)
    return Edit(start, end, text if source[:end].endswith("\n") or not text else text.removesuffix("\n"))


def _gap(node: ListNode) -> str:
    """What is between the entries of a list: an empty line, where there is one between any two."""
    spans = [entry_span(item) for item in node.items]
    return "\n" if any(end < start for (_, end), (start, _) in pairwise(spans)) else ""


def _is_flow(node: Node) -> bool:
    return not isinstance(node, Scalar) and node.source.text[node.start] in "[{"


def _flow(node: ListNode, children: Sequence[ListChild]) -> str:
    """A list in brackets, or in lines below its key where an entry does not fit between brackets."""
    texts = [_flow_text(child) for child in children]
    if all(text is not None and "\n" not in text for text in texts):
        return "[" + ", ".join(text for text in texts if text) + "]"
    source = node.source.text
    line = source[line_start(source, node.start) :]
    indent = len(line) - len(line.lstrip(" -")) + 2
    return "\n" + "".join(_block(child, indent, ()) for child in children).removesuffix("\n")


def _flow_text(child: ListChild) -> str | None:
    """An entry as it can be written between brackets."""
    if isinstance(child, ConvertedEntry):
        return None if _comments_of(child.node) else _flow_text(child.plain)
    if isinstance(child, NewEntry):
        if child.items:
            return None
        if [name for name, _ in child.fields] == ["title"] and child.short:
            return child.fields[0][1]
        return "{" + ", ".join(f"{name}: {value}" for name, value in child.fields) + "}"
    if isinstance(child, Scalar):
        return raw_text(child) if child.source.text[child.start] not in "|>" else None
    return raw_node(child) if _is_flow(child) else None


def raw_node(node: Node) -> str:
    """The text of a node in the file."""
    return node.source.text[node.start : node.end].rstrip()


def _region(node: ListNode) -> tuple[int, int]:
    """The lines of a list: from its first entry, with comments above it, to the end of its last."""
    source = node.source.text
    start, _ = entry_span(node.items[0])
    _, end = entry_span(node.items[-1])
    return start, min(end, len(source))


def entry_span(node: Node) -> tuple[int, int]:
    """The lines of an entry of a list in lines: with the comments right above it, up to the next line after it."""
    source = node.source.text
    start = line_start(source, node.start)
    while start:
        above = line_start(source, start - 1)
        line = source[above : start - 1].strip()
        if not line.startswith("#"):
            break
        start = above
    end = line_end(source, max(node.start, node.start + len(raw_node(node)) - 1))
    return start, end + len(_line_break(source, end))


def _line_break(source: str, end: int) -> str:
    return "\r\n" if source.startswith("\r\n", end) else source[end : end + 1]


def _block(child: ListChild, indent: int, inner: Iterable[Edit]) -> str:
    """An entry in lines, its dash at a column."""
    if isinstance(child, NewEntry):
        return "".join(f"{line}\n" for line in _new_lines(child, indent))
    if isinstance(child, ConvertedEntry):
        return _converted(child, indent)
    source = child.source.text
    if not _has_own_lines(child):
        return f"{' ' * indent}- {raw_node(child)}\n"
    start, end = entry_span(child)
    edits = (
        Edit(each.start - start, each.end - start, each.text)
        for each in inner
        if start <= each.start and each.end <= end
    )
    return _at_column(apply_edits(source[start:end], edits), child, indent)


def _has_own_lines(node: Node) -> bool:
    """Whether an entry begins a line with a dash, and is not between brackets."""
    source = node.source.text
    return source[line_start(source, node.start) : node.start].strip() == "-"


def _at_column(text: str, node: Node, indent: int) -> str:
    """The lines of an entry of the file, with its dash at another column."""
    source = node.source.text
    dash = source[line_start(source, node.start) : node.start]
    shift = indent - (len(dash) - len(dash.lstrip(" ")))
    moved = "".join(_shifted(line, shift) for line in text.splitlines(keepends=True))
    return moved if moved.endswith(("\n", "\r")) else f"{moved}\n"


def _converted(entry: ConvertedEntry, indent: int) -> str:
    """An entry at another level, with the comments in its lines."""
    node, source = entry.node, entry.node.source.text
    if not _comments_of(node):
        return _block(entry.plain, indent, ())
    start, end = entry_span(node)
    edits = _conversion(entry)
    if edits is None:
        comments = source[start : line_start(source, node.start)] + source[node.start + len(raw_node(node)) : end]
        said = (line.strip() for line in comments.splitlines() if line.strip())
        return "".join(f"{' ' * indent}{line}\n" for line in said) + _block(entry.plain, indent, ())
    text = _at_column(
        apply_edits(source[start:end], [Edit(each.start - start, each.end - start, each.text) for each in edits]),
        node,
        indent,
    )
    below = [line for item in entry.items for line in block_lines(item, indent + 4)]
    return text + "".join(f"{line}\n" for line in ([f"{' ' * indent}  items:", *below] if below else []))


def _conversion(entry: ConvertedEntry) -> list[Edit] | None:
    """Edits of the file that rename the keys of an entry and take its list out; None where it has no lines for them."""
    node = entry.node
    if isinstance(node, Scalar):
        return None if entry.plain.short or not node.plain else [Edit(node.start, node.start, "title: ")]
    if not isinstance(node, Mapping) or _is_flow(node) or node.get("claim") is not None:
        return None
    names = dict(entry.renamed)
    edits = [
        Edit(each.key.start, each.key.start + len(raw_node(each.key)), names[each.key.text])
        for each in node.entries
        if each.key.text in names
    ]
    listed = next((each for each in node.entries if each.key.text == "items"), None)
    if listed is None:
        return edits
    without = without_field(node, "items")
    if without is None:
        return None
    source = node.source.text
    said = source[listed.key.start : line_end(source, listed.key.start)].partition("#")[2]
    column = listed.key.start - line_start(source, listed.key.start)
    return [*edits, replace(without, text=f"{' ' * column}#{said}\n" if said else "")]


def _comments_of(node: Node) -> bool:
    """Whether comments are in the lines of an entry."""
    return _has_own_lines(node) and "#" in node.source.text[slice(*entry_span(node))]


def block_lines(child: ListChild, indent: int, inner: Iterable[Edit] = ()) -> list[str]:
    """An entry in lines without their ends, its dash at a column; ``inner`` are edits inside it."""
    return _block(child, indent, inner).splitlines()


def _shifted(line: str, shift: int) -> str:
    if not line.strip() or shift == 0:
        return line
    return " " * shift + line if shift > 0 else line[min(-shift, len(line) - len(line.lstrip(" "))) :]


def _new_lines(entry: NewEntry, indent: int) -> Iterator[str]:
    names = [name for name, _ in entry.fields]
    if names == ["title"] and not entry.items and entry.short:
        yield f"{' ' * indent}- {entry.fields[0][1]}"
        return
    for count, (name, value) in enumerate(entry.fields):
        first, *more = value.split("\n")
        yield f"{' ' * indent}{'  ' if count else '- '}{name}: {first}"
        yield from indent_lines(dedent("\n".join(more)), " " * (indent + 4)).splitlines()
    if entry.items:
        yield f"{' ' * indent}  items:"
        for item in entry.items:
            yield from block_lines(item, indent + 4)


def field_after(entry: Mapping, key: str, name: str, value: str) -> Edit:
    """A new field of an entry, after one of its fields."""
    source = entry.source.text
    before = next(each for each in entry.entries if each.key.text == key)
    if _is_flow(entry):
        return Edit(before.value.end, before.value.end, f", {name}: {value}")
    end = line_end(source, before.value.start + len(raw_node(before.value)) - 1)
    column = before.key.start - line_start(source, before.key.start)
    blank = "" if value.startswith("\n") else " "
    return Edit(end, end, f"\n{' ' * column}{name}:{blank}{value}")


def without_field(entry: Mapping, key: str) -> Edit | None:
    """A field taken out of an entry with its lines; None between brackets, or where it is the first of a list entry."""
    source = entry.source.text
    field = next((each for each in entry.entries if each.key.text == key), None)
    if field is None or _is_flow(entry):
        return None
    start = line_start(source, field.key.start)
    if source[start : field.key.start].strip():
        return None
    end = line_end(source, field.value.start + len(raw_node(field.value)) - 1)
    return Edit(start, end + len(_line_break(source, end)), "")


def new_field(entry: Node, after: str, name: str, texts: Sequence[str]) -> Edit | None:
    """A new field with paragraphs after another of an entry; a title alone becomes an entry of two fields."""
    source = entry.source.text
    column = entry.start - line_start(source, entry.start)
    if isinstance(entry, Mapping):
        first = entry.entries[0].key
        indent = first.start - line_start(source, first.start)
        value = "".join(map(value_text, texts)) if _is_flow(entry) else passage_text(texts, indent)
        return field_after(entry, after, name, value)
    if not isinstance(entry, Scalar) or source[line_start(source, entry.start) : entry.start].strip() != "-":
        return None
    text = f"title: {raw_text(entry)}\n{' ' * column}{name}: {passage_text(texts, column)}"
    return Edit(entry.start, entry.start + len(raw_text(entry)), text)
