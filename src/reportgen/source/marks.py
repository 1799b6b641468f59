"""Spaces that YAML does not accept, indents, and where lines and quotes end: shared by the scanners.

``BLANK`` is what looks like a space but is not one to YAML: the full-width space, no-break and other Unicode spaces,
and characters without width.
"""

import re

from reportgen.text.lazy_pattern import LazyPattern

_INVISIBLE = (
    0xAD,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),
    0xFEFF,
)
INVISIBLE = "".join(map(chr, _INVISIBLE))
"""Characters without width; no joiners, which emoji and some scripts need."""

ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F)))
BLANK = f"\u3000{ODD_SPACES}{INVISIBLE}"
BLANKS = f" \t{BLANK}"
"""What looks like a space, whether or not it is one to YAML."""

LINE_END = re.compile(r"\r\n|\r|\n")
ENTRY_OR_FIELD = r"(?:(?P<dash>- )(?=[^\s-])|(?P<field>[a-z_]+)[ ]*[:：](?=[ \r\n]|\Z))"
"""How a line of a text begins that reads as an entry of a list or as a field."""

_NEAR = 256
"""Characters in which the start of a line is first looked for."""
_WIDE = {"\t": 4, "\u3000": 2}
_NO_WIDTH = LazyPattern(f"[{INVISIBLE}]")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\]|\\[\s\S])*+"'),
    "'": re.compile(r"'(?:[^']|'')*+'"),
}


def indent_of(line: str) -> tuple[int, int]:
    """The length of a line's indent in characters, and in columns as it was meant."""
    indent = line[: blanks_end(line, 0)]
    if indent.isascii() and "\t" not in indent:
        return len(indent), len(indent)
    return len(indent), columns_of(indent)


def blanks_end(text: str, start: int) -> int:
    """Where the blanks of any kind end that begin at an offset; the offset itself where there are none."""
    while start < len(text) and text[start] in BLANKS:
        start += 1
    return start


def columns_of(indent: str) -> int:
    """The columns an indent was meant to have: four for a tab, two for a full-width space."""
    return sum(_WIDE.get(character, 1) for character in _NO_WIDTH.sub("", indent))


def line_end(text: str, offset: int) -> int:
    """The end of the line an offset is in, before its line ending."""
    match = LINE_END.search(text, offset)
    return match.start() if match else len(text)


def line_start(text: str, offset: int) -> int:
    """The start of the line an offset is in."""
    reach = _NEAR
    while True:
        first = max(0, offset - reach)  # a file has one kind of line end: the other is never met
        found = max(text.rfind("\n", first, offset), text.rfind("\r", first, offset))
        if found >= 0 or not first:
            return found + 1
        reach *= 4


def trim_end(line: str, *, escapes: bool) -> str:
    """A line without trailing spaces; with ``escapes``, as in double quotes, a backslash keeps the one after it."""
    kept = line.rstrip(" \t")
    backslashes = len(kept) - len(kept.rstrip("\\")) if escapes else 0
    return line[: len(kept) + backslashes % 2]


def quoted(text: str) -> str:
    """A text in quotes that need no escapes: double ones, or single ones around ``"`` and backslashes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def next_line(text: str, offset: int) -> tuple[int, str] | None:
    """The next line that has more than spaces and a comment: its offset and its text."""
    while match := LINE_END.search(text, offset):
        offset = match.end()
        line = text[offset : line_end(text, offset)]
        stripped = line.strip(" \t")
        if stripped and not stripped.startswith("#"):
            return offset, line
    return None


def quote_end(text: str, start: int, column: int) -> int | None:
    """The end of the quoted text that begins at ``start``; None where it is not closed.

    Its lines must be indented deeper than ``column``: one that is not begins something else (YAML 1.2.2, 7.4).
    """
    match = _QUOTED[text[start]].match(text, start)
    if match is not None and not LINE_END.search(match.group()):
        return match.end()
    end = match.end() if match else len(text)
    offset = start
    while (following := next_line(text, offset)) and following[0] < end:
        offset, line = following
        if indent_of(line)[1] <= column:
            return None
    return match.end() if match else None
