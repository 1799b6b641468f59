"""Comments and blank lines of a file, and what each belongs to."""

import re

from msgspec import Struct

from reportgen.source import LINE_END, Mapping, Node, Scalar, Source
from reportgen.source.comments import BLANKS, BLOCK_HEADER, is_block_text, raw_text

_FOR_EDITORS = re.compile(r"#[ \t]*(?:yaml-language-server:|vim?:|-\*-)")
_DOCUMENT_END = re.compile(r"^\.\.\.", re.MULTILINE)


class Remarks(Struct, frozen=True):
    """Comments and empty lines of a file, by the offset at which a text, a flow collection or a key begins.

    Lines are comments without their indentation, or empty.
    """

    top: tuple[str, ...]
    """Lines before the first key that stay at the top of the file, including ``---``."""
    above: dict[int, tuple[str, ...]]
    """Lines directly above the node at an offset."""
    beside: dict[int, str]
    """The comment after a node on its last line, with the spaces before it."""
    below: dict[int, tuple[str, ...]]
    """Lines after the last entry of the block collection at an offset."""
    bottom: tuple[str, ...]
    """``...`` and everything after it."""


def is_flow(node: Node) -> bool:
    """Whether a node is a list or fields in brackets."""
    return not isinstance(node, Scalar) and node.source.text[node.start] in "[{"


def is_loose(node: Node) -> bool:
    """Whether a node is a text or in brackets, so that it begins beside its key or dash."""
    return isinstance(node, Scalar) or is_flow(node)


def read_remarks(source: Source, root: Node) -> Remarks:
    """The comments and blank lines of a file between its texts; those inside flow collections belong to these."""
    reader = _RemarksReader(source)
    reader.read(root)
    return reader.finished()


class _Line(Struct, frozen=True):
    """A comment or empty line between two texts; ``forced``: a dash before it assigns it to the next text."""

    text: str
    column: int
    forced: bool


class _RemarksReader:
    """Walks the nodes in the order of the file and collects the lines between them."""

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
        """Reads the lines around all nodes of a document, and those after it."""
        self._visit(root, None)
        text = self._source.text
        ending = _DOCUMENT_END.search(text, self._position)
        end = ending.start() if ending else len(text)
        self._bottom = tuple(line.rstrip(BLANKS) for line in LINE_END.split(text[end:])) if ending else ()
        lines, _ = self._lines(end)
        self._closed = self._closed or [root]
        self._distribute(lines, 1, None)

    def finished(self) -> Remarks:
        """The remarks collected."""
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
        """Reads up to a key, text or flow collection; lines between a key and its text belong to the key."""
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
            header = BLOCK_HEADER.match(self._source.text, node.start)
            if header and header.group(1):
                self._beside[node.start] = header.group(1).rstrip(BLANKS)

    def _begin(self, node: Node) -> None:
        """Divides the lines before the first key: those above a blank line, or for an editor, stay at the top."""
        *lines, last = (line.strip(BLANKS) for line in LINE_END.split(self._source.text[: node.start]))
        if last == "---":
            lines.append("---")
        staying = (at for at, line in enumerate(lines) if not line.startswith("#") or _FOR_EDITORS.match(line))
        kept = max(staying, default=-1) + 1
        self._top, self._above[node.start] = tuple(lines[:kept]), lines[kept:]

    def _lines(self, end: int) -> tuple[list[_Line], int]:
        """The lines from the last text up to an offset, and the column at which the line there begins.

        The comment on the line of the last text becomes its own.
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
            if sign or (not before and index < len(lines) - 1):
                found.append(_Line((sign + rest).rstrip(BLANKS), here, forced))
        return found, column

    def _distribute(self, lines: list[_Line], column: int, following: int | None) -> None:
        """Assigns lines to the blocks that end here, or to the node that follows at a column, if any.

        A comment indented deeper than that node is the last line of the block it is aligned with.
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
        """The index of the block ending here that a comment belongs to; one past the last for the node that follows."""
        if line.forced or line.column <= column:
            return len(self._closed)
        fitting = (at for at, node in enumerate(self._closed) if node.place().column <= line.column)
        return next(fitting, len(self._closed) - 1)

    def _lines_of(self, target: int, following: int | None) -> list[str]:
        if target < len(self._closed) or following is None:
            return self._below.setdefault(self._closed[min(target, len(self._closed) - 1)].start, [])
        return self._above.setdefault(following, [])
