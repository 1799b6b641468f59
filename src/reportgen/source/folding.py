r"""The text of a multi-line or escaped scalar, read from the file itself.

YAML folds a line end into a space, and that space looks like a typed one afterwards. Here a line end becomes
``\n`` (a joint) and an empty line ``\n\n`` (a new paragraph), in every scalar style (DESIGN, Paragraphs).
"""

import re

from reportgen.source.marks import trim_end
from reportgen.text.characters import LINE_SEPARATOR, PARAGRAPH_END
from reportgen.text.lazy_pattern import LazyPattern

Segments = tuple[tuple[int, int], ...]

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ESCAPE = LazyPattern(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": LINE_SEPARATOR, "P": "\u2029",
}  # fmt: skip
_LINE_ENDS = dict.fromkeys("\n\r\u2029", LINE_SEPARATOR)
"""However it is escaped, an escaped line end is a line break that the author typed."""


def fold(raw: str, style: str | None, start: int) -> tuple[str, Segments]:
    """The folded text of a scalar and its segments (see Scalar).

    ``raw`` is the scalar as typed, quotes or block header included; ``start`` is its offset in the file.
    """
    folded = _Folded()
    offset = start
    lines = [match.group() for match in _LINES.finditer(raw) if match.group()]
    if style in ("|", ">"):
        offset += len(lines[0])
        lines = lines[1:]
    for index, line in enumerate(lines):
        content = line.rstrip("\r\n")
        first, last = 0, len(content)
        quoted = style in ("'", '"')
        if quoted:
            first += index == 0
            last -= index == len(lines) - 1
        body = content[first:last]
        if index > 0 or not quoted:
            first += len(body) - len(body.lstrip(" \t"))
        if index < len(lines) - 1 or not quoted:
            last -= len(body) - len(trim_end(body, escapes=style == '"'))
        folded.add_line(content[first:last], offset + first, style)
        offset += len(line)
    return folded.finished(start)


class _Folded:
    """Text under construction: pieces, their segments, and line ends that are still to be written."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[tuple[int, int]] = []
        self._length = 0
        self._blank_lines = 0
        self._joined = True

    def add_line(self, line: str, offset: int, style: str | None) -> None:
        """Adds one line of the file, already trimmed; ``offset`` is where it begins."""
        if not line:
            self._blank_lines += 1
            return
        if self._pieces and (self._blank_lines or not self._joined):
            self._write(PARAGRAPH_END if self._blank_lines else "\n", offset)
        self._blank_lines = 0
        self._joined = False
        if style == '"':
            self._add_escaped(line, offset)
        elif style == "'":
            self._add_quotes(line, offset)
        else:
            self._write(line, offset)

    def _add_quotes(self, line: str, offset: int) -> None:
        first, *rest = line.split("''")
        self._write(first, offset)
        offset += len(first)
        for piece in rest:
            self._write("'", offset)
            self._write(piece, offset + 2)
            offset += 2 + len(piece)

    def _add_escaped(self, line: str, offset: int) -> None:
        position = 0
        for match in _ESCAPE.finditer(line):
            self._write(line[position : match.start()], offset + position)
            name = match.group(1)
            character = _ESCAPED[name] if len(name) == 1 else chr(int(name[1:], 16))
            self._write(_LINE_ENDS.get(character, character), offset + match.start())
            position = match.end()
        if line.endswith("\\") and position < len(line):
            self._joined = True
            line = line[:-1]
        self._write(line[position:], offset + position)

    def _write(self, piece: str, offset: int) -> None:
        if piece:
            self._segments.append((self._length, offset))
            self._pieces.append(piece)
            self._length += len(piece)

    def finished(self, start: int) -> tuple[str, Segments]:
        """The text, and its segments (see Scalar)."""
        return "".join(self._pieces), tuple(self._segments) or ((0, start),)
