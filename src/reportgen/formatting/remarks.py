"""Comments and blank lines of a file, and what each belongs to."""

import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.source import LINE_END, Mapping, Node, Scalar, Source

_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")
_FOR_EDITORS = re.compile(r"#[ \t]*(?:yaml-language-server:|vim?:|-\*-)")
_DOCUMENT_END = re.compile(r"^\.\.\.", re.MULTILINE)
BLANKS = " \t\r\n"


class Remarks(Struct, frozen=True):
    """What stands around the texts of a file; offsets are those at which a text, a flow collection or a key begins.

    Lines are comments without their indentation, or empty.
    """

    top: tuple[str, ...]
    """Lines before the first key that stay at the top of the file, ``---`` among them."""
    above: dict[int, tuple[str, ...]]
    """Lines directly above what begins at an offset."""
    beside: dict[int, str]
    """The comment at the end of the line on which something ends, with the blanks before it."""
    below: dict[int, tuple[str, ...]]
    """Lines after the last entry of the block collection that begins at an offset."""
    bottom: tuple[str, ...]
    """``...`` and what is after it."""


def is_flow(node: Node) -> bool:
    """Whether a node is a list or fields in brackets."""
    return not isinstance(node, Scalar) and node.source.text[node.start] in "[{"


def is_loose(node: Node) -> bool:
    """Whether a node is a text or in brackets: one that begins beside its key or dash."""
    return isinstance(node, Scalar) or is_flow(node)


def is_block_text(scalar: Scalar) -> bool:
    """Whether a text is written with ``|`` or ``>``."""
    return not scalar.plain and scalar.source.text[scalar.start] in "|>"


def raw_text(scalar: Scalar) -> str:
    """A scalar as it stands in the file, without the blank lines that YAML counts to a block text."""
    return scalar.source.text[scalar.start : scalar.end].rstrip(BLANKS)


def read_remarks(source: Source, root: Node) -> Remarks:
    """Every comment and blank line of a file between its texts; those inside of flow collections are theirs."""
    reader = _RemarksReader(source)
    reader.read(root)
    return reader.finished()


def comments(root: Node) -> list[str]:
    """The comments of a file in order, wherever they stand."""
    source, position = root.source, 0
    found: list[str] = []
    for scalar in _scalars(root):
        found += re.findall(r"#[^\r\n]*", source.text[position : scalar.start])
        position = max(position, scalar.start + len(raw_text(scalar)))
        header = _BLOCK_HEADER.match(source.text, scalar.start) if is_block_text(scalar) else None
        if header and header.group(1):
            found.append(header.group(1))
    found += re.findall(r"#[^\r\n]*", source.text[position:])
    return [comment.strip(BLANKS) for comment in found]


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


class _Line(Struct, frozen=True):
    """A comment, or an empty line, between two texts; ``forced`` where a dash before it makes it the next one's."""

    text: str
    column: int
    forced: bool


class _RemarksReader:
    """Walks the nodes in the order of the file and looks at what stands between them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._top: tuple[str, ...] = ()
        self._bottom: tuple[str, ...] = ()
        self._above: dict[int, list[str]] = {}
        self._beside: dict[int, str] = {}
        self._below: dict[int, list[str]] = {}
        self._closed: list[Node] = []
        self._last: int | None = None
        self._position = 0

    def read(self, root: Node) -> None:
        """Takes in the nodes of a document and what is after them."""
        self._visit(root, None)
        text = self._source.text
        ending = _DOCUMENT_END.search(text, self._position)
        end = ending.start() if ending else len(text)
        self._bottom = tuple(line.rstrip(BLANKS) for line in LINE_END.split(text[end:])) if ending else ()
        lines, _ = self._lines(end)
        self._closed = self._closed or [root]
        self._distribute(lines, 1, None)

    def finished(self) -> Remarks:
        """What was found."""
        above, below = ({at: tuple(lines) for at, lines in each.items()} for each in (self._above, self._below))
        return Remarks(self._top, above, self._beside, below, self._bottom)

    def _visit(self, node: Node, key: Scalar | None) -> None:
        if isinstance(node, Scalar) or is_flow(node):
            self._leaf(node, key)
            return
        if isinstance(node, Mapping):
            for entry in node.entries:
                self._leaf(entry.key, None)
                self._visit(entry.value, entry.key)
        else:
            for item in node.items:
                self._visit(item, None)
        self._closed.append(node)

    def _leaf(self, node: Node, key: Scalar | None) -> None:
        """A key, a text or a flow collection; lines between a key and its text are the key's."""
        if node.start == node.end:
            return
        if self._last is None:
            self._begin(node)
        else:
            lines, column = self._lines(node.start)
            if key is None:
                self._distribute(lines, column, node.start)
            else:
                self._above.setdefault(key.start, []).extend(line.text for line in lines if line.text)
        self._closed.clear()
        self._last = node.start
        self._position = node.end
        if isinstance(node, Scalar) and is_block_text(node):
            self._position = node.start + len(raw_text(node))
            header = _BLOCK_HEADER.match(self._source.text, node.start)
            if header and header.group(1):
                self._beside[node.start] = header.group(1).rstrip(BLANKS)

    def _begin(self, node: Node) -> None:
        """The lines before the first key: those above a blank line, or meant for an editor, stay at the top."""
        *lines, last = (line.strip(BLANKS) for line in LINE_END.split(self._source.text[: node.start]))
        if last.startswith("---"):
            lines.append("---")
        staying = (at for at, line in enumerate(lines) if not line.startswith("#") or _FOR_EDITORS.match(line))
        kept = max(staying, default=-1) + 1
        self._top, self._above[node.start] = tuple(lines[:kept]), lines[kept:]

    def _lines(self, end: int) -> tuple[list[_Line], int]:
        """The lines from the last text up to an offset, and the column at which what stands there begins its line.

        The comment beside the last text is put beside it.
        """
        first, *lines = LINE_END.split(self._source.text[self._position : end])
        before, sign, rest = first.partition("#")
        if sign and self._last is not None:
            blanks = len(before) - len(before.rstrip(" \t"))
            self._beside[self._last] = " " * max(1, blanks) + sign + rest.rstrip(BLANKS)
        column = self._source.place(end, end).column
        found: list[_Line] = []
        forced = False
        for index, line in enumerate(lines):
            content = line.lstrip(" \t")
            here = len(line) - len(content) + 1
            before, sign, rest = content.partition("#")
            if before.strip(BLANKS):
                column = column if forced else here
                forced = True
            if sign:
                found.append(_Line(sign + rest.rstrip(BLANKS), here, forced))
            elif not before and index < len(lines) - 1:
                found.append(_Line("", 0, forced))
        return found, column

    def _distribute(self, lines: list[_Line], column: int, following: int | None) -> None:
        """Gives lines to the blocks that end here or to what follows at a column; the file may end instead.

        A comment indented deeper than what follows is the last line of the block it is aligned with.
        """
        target = 0
        waiting: list[str] = []
        for line in lines:
            waiting.append(line.text)
            if line.text:
                target = max(target, self._target(line, column))
                self._lines_of(target, following).extend(waiting)
                waiting.clear()
        if following is not None:
            self._lines_of(len(self._closed), following).extend(waiting)

    def _target(self, line: _Line, column: int) -> int:
        """Which of the blocks that end here a comment belongs to; past the last of them for what follows."""
        if line.forced or line.column <= column:
            return len(self._closed)
        fitting = (at for at, node in enumerate(self._closed) if node.place().column <= line.column)
        return next(fitting, len(self._closed) - 1)

    def _lines_of(self, target: int, following: int | None) -> list[str]:
        if target < len(self._closed) or following is None:
            return self._below.setdefault(self._closed[min(target, len(self._closed) - 1)].start, [])
        return self._above.setdefault(following, [])
