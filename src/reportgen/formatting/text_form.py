"""How one text is formatted: its quotes, its lines, its scalar style."""

import re
from typing import Literal

from msgspec import Struct

from reportgen.report import names_in_reports
from reportgen.report.sentence_lines import sentence_lines
from reportgen.source import (
    ENTRY_OR_FIELD,
    LINE_END,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Shape,
    Source,
    TextShape,
    parse,
    quoted,
    trim_end,
)
from reportgen.source.comments import is_block_text, raw_text
from reportgen.text.characters import SHARED_MARKS, is_chinese

Position = Literal["value", "item", "flow value", "flow item", "key", "flow key"]
"""Where a text is: what it may contain without quotes depends on it."""

_WIDEST = 120
"""Columns a line of one unquoted sentence may take; a Chinese character takes two."""
_TRIED = {
    "value": "k: {}\n",
    "item": "- {}\n",
    "flow value": "{{k: {}, l: v}}\n",
    "flow item": "[{}, v]\n",
    "key": "{}: v\n",
    "flow key": "{{{}: v, l: v}}\n",
}
_LOOKS_TYPED = re.compile(r"[-+.\d][\d_.,:eExXoO+-]*|\.(?:inf|nan)|true|false|yes|no|on|off|y|n", re.IGNORECASE)
"""What other YAML readers, editors among them, take for a number, a date or a boolean when it has no quotes."""
_NAME_FIRST = re.compile(r"([a-z_]+)[ \t：]")
_HOLDS_ENTRY = re.compile(f"(?<=\n){ENTRY_OR_FIELD}")
_FULL_WIDTH_MARKS = re.compile("[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")


class Written(Struct, frozen=True):
    """The formatted lines of a text, all but the first without indentation.

    ``header``: the first line is a block header, which may have a comment after it.
    """

    lines: tuple[str, ...]
    header: bool = False


def write_text(scalar: Scalar, shape: Shape | None, position: Position, column: int) -> Written:
    """A text in its standard scalar style; ``column`` is its distance from the margin."""
    if isinstance(shape, TextShape) and shape.passage and _may_be_block(scalar):
        lines = sentence_lines(scalar.text)
        single = len(lines) == 1 and not is_block_text(scalar)
        if not single or column + _columns(lines[0]) > _WIDEST:
            return Written((">-", *lines), header=True)
        if is_wrapped(scalar):
            return Written((lines[0] if reads_plain(lines[0], position) else quoted(lines[0]),))
    if is_block_text(scalar):
        style = scalar.source.text[scalar.start]
        return Written((f"{style}-", *scalar.text.split("\n")) if scalar.text else (f"{style}-",), header=True)
    if is_wrapped(scalar):
        return Written(tuple(trim_end(line, escapes=True).lstrip(" \t") for line in LINE_END.split(raw_text(scalar))))
    return Written((write_line(scalar, shape, position),))


def is_wrapped(scalar: Scalar) -> bool:
    """Whether a text takes several lines."""
    return LINE_END.search(raw_text(scalar)) is not None


def _may_be_block(scalar: Scalar) -> bool:
    """Whether a block scalar can hold the same characters, and the quotes have no meaning of their own."""
    if not scalar.text.strip():
        return False
    raw = raw_text(scalar)
    in_quotes = not (scalar.plain or is_block_text(scalar))
    if in_quotes and (
        (raw[0] == '"' and "\\" in raw) or _keeps_quotes(scalar.text) or _HOLDS_ENTRY.search(scalar.text)
    ):
        return False
    return all(line == line.strip(" \t") for line in scalar.text.split("\n"))


def write_line(scalar: Scalar, shape: Shape | None, position: Position) -> str:
    """A text on one line: without quotes where it needs none, else in double ones unless they need escapes."""
    raw, text = raw_text(scalar), scalar.text
    if scalar.plain or (raw[0] == '"' and "\\" in raw):
        return raw
    typed = isinstance(shape, TextShape) and _LOOKS_TYPED.fullmatch(text)
    if typed or _keeps_quotes(text) or not reads_plain(text, position):
        return quoted(text)
    return text


def _keeps_quotes(text: str) -> bool:
    """Whether quotes show that Chinese marks or a field's name are meant as typed, and are not slips for YAML."""
    name = _NAME_FIRST.match(text)
    field = name is not None and name[1] in names_in_reports()
    return field or bool(_FULL_WIDTH_MARKS.match(text)) or (text[:1] == "“" and text[-1:] == "”")


def reads_plain(text: str, position: Position) -> bool:
    """Whether our reader reads a text without quotes as it is."""
    root, found = parse(Source("", _TRIED[position].format(text)), names_in_reports())
    node = _tried(root, position)
    return not found and isinstance(node, Scalar) and node.plain and not node.absent and node.text == text


def _tried(root: Node | None, position: Position) -> Node | None:
    if isinstance(root, Sequence) and root.items:
        return root.items[0]
    if isinstance(root, Mapping) and root.entries:
        entry = root.entries[0]
        return entry.key if position in ("key", "flow key") else entry.value
    return None


def _columns(text: str) -> int:
    return sum(2 if is_chinese(character) or character in SHARED_MARKS else 1 for character in text)
