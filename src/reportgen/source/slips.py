"""Input-method slips, found line by line before YAML reads the file: each at the character that caused it.

The walk knows just enough YAML to tell structure from text: block scalars, quotes, brackets, and the continuation
lines of plain texts. A slip that has one right fix carries it, and the file is read with the fix applied.
"""

import re
from bisect import bisect_right
from functools import cached_property

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.bracket_slips import Brackets, colon_edit, opens_wide, wrapped_slip
from reportgen.source.conflicts import find_conflicts
from reportgen.source.line_starts import INDICATORS, behind_dash, key_at
from reportgen.source.marks import BLANK, BLANKS, indent_of, line_end, next_line, quote_end
from reportgen.source.nodes import Source
from reportgen.source.tabs import AroundTabs, find_tabs, indent_step
from reportgen.source.text_blanks import inside_texts, invisible_in
from reportgen.text.characters import code_point
from reportgen.text.lazy_pattern import LazyPattern

_BLANKS = f"[{BLANKS}]"
_ODD = LazyPattern(f"[{BLANK}]+")
_ODD_OR_TAB = LazyPattern(f"[\t{BLANK}]+")
_DASHES = tuple("-－—–−﹣‐‑―")
_WRONG_DASH = LazyPattern(r"[－—–−﹣‐‑―](?![－—–−﹣‐‑―-])[ \t]*|-(?![- \t]|$)")
_NO_KEY = "“”【】"
_NAMED = LazyPattern(rf"([^\W\d]\w*)({_BLANKS}*)([：:])", signs=":：")
_RECORD_WITHOUT_COLON = LazyPattern(r"([^\W\d]\w*)[ \t]*(?=\{[ \t]*([a-z_]+)[ \t]*[:：])", signs="{")
_NO_COLON = re.compile(r"([a-z_]+)(?:[ \t]+|$)", re.ASCII)
_WIDE_BEFORE_BRACKET = LazyPattern(r"[^\s:：]+(:*：[:：]*)[ \t]*[{\[]", signs="{[")
_GLUED_BRACKET = LazyPattern(r"[^\s:：\"']+(:)[{\[]", signs=(":{", ":["))
_BARE_NAME = LazyPattern(r"([^\W\d]\w*)[ \t]*$")
_WIDE_YEAR = LazyPattern(r"\d{4}(：)[ \t]*[\d０-９]", signs="：")
_WIDE_AT_END = LazyPattern(r"[^\s:：]+(：)[ \t]*$", signs="：")
_DOCUMENT_MARK = LazyPattern(r"(?:---|\.\.\.)[ \t]*(?:#.*)?$", signs=("---", "..."))
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_WRAPPED = LazyPattern(r"“[^“”]*”[ \t]*(?:#.*)?$", signs="“")
_VISIBLE = re.compile(r"\S")
_EDGE_SPACES = re.compile("\u3000+")
_ENCLOSED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\[\]]*\]|\{[^{}]*\})[ \t]*(?:#.*)?$""")
"""A value on one line in quotes or brackets that are its own."""


def find_slips(source: Source, names: frozenset[str]) -> tuple[Diagnostic, ...]:
    """The slips of a file, in order; ``names`` are the known field names of all records."""
    conflicts = find_conflicts(source)
    walk = _Walk(source, names, [(edit.start, edit.end) for each in conflicts for edit in each.edits])
    walk.walk()
    tabs = find_tabs(source)
    found = [each for each in walk.found if not _is_of_tab(each)] if tabs else walk.found
    return (*conflicts, *tabs, *found)


def _is_of_tab(slip: Diagnostic) -> bool:
    """Whether a slip is a tab in an indent or behind a dash."""
    return slip.code == "slip-tab" or (slip.code == "slip-space" and slip.words["code_point"] == code_point("\t"))


class _Walk:
    """One pass over the lines of a file."""

    def __init__(self, source: Source, names: frozenset[str], left_out: list[tuple[int, int]]) -> None:
        self._left_out = left_out
        self.found: list[Diagnostic] = []
        self._source = source
        self._text = source.text
        self._names = names
        self._structural: list[tuple[int, int]] = []
        self._block: int | None = None
        """The column of the key whose block scalar is being read."""
        self._block_indent = ""
        self._plain: int | None = None
        """The column of the key or dash whose plain text deeper lines continue."""
        self._opened: int | None = None
        """The column of the key in the line above, where it has no value yet."""
        self._lists: list[int] = []
        """The columns of the open lists, ascending."""
        self._fields: list[int] = []
        """The columns of the open fields, ascending."""

    @cached_property
    def _step(self) -> int:
        return indent_step(self._text)

    def walk(self) -> None:
        """Reads every line once; quoted texts and brackets may take several at a time."""
        start = 0
        while start < len(self._text):
            end = line_end(self._text, start)
            index = bisect_right(self._left_out, (start, len(self._text))) - 1
            if index >= 0 and start < self._left_out[index][1]:
                last = self._left_out[index][1] - 1
            else:
                last = self._line(start, self._text[start:end])
            end = line_end(self._text, last) if last > end else end
            start = end + (2 if self._text.startswith("\r\n", end) else 1)
        self.found += inside_texts(self._source, self._structural)

    def _line(self, start: int, line: str) -> int:
        """Reads one line; returns the offset of the last character read."""
        length, columns = indent_of(line)
        content = line[length:]
        if not content:
            self._odd_blank_line(start, line)
            return start
        if self._block is not None:
            if columns > self._block and not self._ends_block(line, length):
                self._block_line(start, line, length)
                return start
            self._block = None
            if content[0] in "\"'" and not key_at(content, 0):
                return start  # a line of the text, not indented far enough
        if content.startswith("#"):
            return start
        if not length and _DOCUMENT_MARK.match(content):
            self._plain = None
            return start
        if self._lists and (line[:length].strip(" ") or columns == self._lists[-1]) and behind_dash(content, 0):
            columns = self._lists[-1]  # an entry, after odd spaces perhaps, no continued text
        elif self._plain is not None and columns > self._plain and not self._known_key(line, length):
            self._odd_edge(start + length - len(line[:length].lstrip(" ")), start + length)
            return start
        return self._structure(start, line, length, columns)

    def _odd_blank_line(self, start: int, line: str) -> None:
        """Reports a line that looks empty but is not to YAML; in a block scalar it is text."""
        plain = len(line) - len(line.lstrip(" "))
        if plain == len(line):
            return
        if self._block is not None and plain > self._block:
            self._odd_edge(start + plain, start + len(line))
        else:
            self._odd_indent(start, line, "")

    def _known_key(self, line: str, length: int) -> bool:
        """Whether a possible continuation line begins like a field, with a full-width colon or odd spaces."""
        match = _NAMED.match(line, length)
        if match is None or match.group(1) not in self._names:
            return False
        return match.group(3) == "：" or bool(line[:length].strip(" "))

    def _ends_block(self, line: str, length: int) -> bool:
        """Whether a line below a block begins like a field, after tabs where the block has spaces."""
        plain = len(line) - len(line.lstrip(" "))
        return "\t" in line[plain:length] and plain <= (self._block or 0) and self._known_key(line, length)

    def _block_line(self, start: int, line: str, length: int) -> None:
        """Checks a line of a block scalar: spaces for its indent, no full-width space before its text."""
        plain = len(line) - len(line.lstrip(" "))
        assert self._block is not None
        if plain > self._block and (self._block_indent or not line.startswith("\t", plain)):
            self._block_indent = self._block_indent or line[:plain]
            self._odd_edge(start + plain, start + length)
            return
        indent = self._block_indent or " " * max(plain, self._block + 2)
        self._odd_indent(start, line[:length], indent)

    def _structure(self, start: int, line: str, length: int, columns: int) -> int:
        """Reads a line that has keys, dashes, or a text of its own."""
        self._plain = None
        if "\t" in line[:length]:
            following = next_line(self._text, start)
            beside = self._lists if behind_dash(line, length) else self._fields
            around = AroundTabs(following[1] if following else "", self._opened, beside)
            columns = around.column(line, self._step)
        while self._lists and self._lists[-1] > columns:
            self._lists.pop()
        while self._fields and self._fields[-1] > columns:
            self._fields.pop()
        if not line[:length].isascii() or "\t" in line[:length]:
            self._odd_indent(start, line[:length], " " * columns)
        column, position = columns, length
        while True:
            dashed = behind_dash(line, position)
            after = dashed or self._wrong_dash(start, line, position, column)
            if after is None:
                break
            if dashed:
                self._odd_blanks(start + position + 1, start + after)
            if self._lists[-1:] < [column]:
                self._lists.append(column)
            column += max(1, after - position)
            position = after
        return self._key(start, line, position, column)

    def _wrong_dash(self, start: int, line: str, position: int, column: int) -> int | None:
        """Where the entry after a wrong dash begins; None where there is no such dash, or no list for it."""
        match = _WRONG_DASH.match(line, position) if line.startswith(_DASHES, position) else None
        awaited = self._lists[-1:] == [column] or (self._opened is not None and column >= self._opened)
        if match is None or not awaited or not _VISIBLE.search(line, match.end()):
            return None
        first = start + position
        edit = Edit(first, start + match.end(), "- ")
        self._report("slip-dash", first, first + 1, edit, mark=match.group().strip())
        return match.end()

    def _key(self, start: int, line: str, position: int, column: int) -> int:
        """Reads the key of a line, where it has one, and its value."""
        opened, self._opened = self._opened, None
        if line.startswith("＃", position):
            self._report(
                "slip-hash", start + position, start + position + 1, Edit(start + position, start + position + 1, "#")
            )
            return start
        after = self._after_key(start, line, position, column)
        if after is None and (opened is None or column <= opened or behind_dash(line.lstrip(), 0)):
            after = self._missing_colon(start, line, position, column)
        if after is not None and self._fields[-1:] < [column]:
            self._fields.append(column)
        if after is None:
            owner = self._lists[-1] if self._lists and position > len(line) - len(line.lstrip()) else column - 1
            return self._value(start, line, position, owner)
        return self._value(start, line, after, column, key=True)

    def _after_key(self, start: int, line: str, position: int, column: int) -> int | None:
        """Where the value of a key begins in its line; None where the line has no key."""
        record = _RECORD_WITHOUT_COLON.match(line, position)
        if record is not None and record.group(2) in self._names:
            last = start + record.end(1)
            edit = Edit(last, start + record.end(), ": ")
            self._report("slip-colon-missing", start + position, last, edit, name=record.group(1))
            return record.end()
        key = key_at(line, position)
        if key is not None and "：" not in key.group(1) and key.group(1)[0] not in _NO_KEY:
            return self._behind_key(start, line, key)
        named = _NAMED.match(line, position)
        if named is not None and named.group(1) in self._names:
            self._odd_blanks(start + named.end(1), start + named.end(2))
            return self._wrong_colon(start, line, named.start(3))
        if line[position : position + 1] in {'"', "'"}:
            return None  # a quoted text on a line of its own, whatever it contains
        for pattern in (_WIDE_BEFORE_BRACKET, _GLUED_BRACKET, _WIDE_YEAR):
            match = pattern.match(line, position)
            if match is not None:
                return self._wrong_colon(start, line, match.start(1))
        match = _WIDE_AT_END.match(line, position)
        if match is not None and self._begins_record(start, column):
            return self._wrong_colon(start, line, match.start(1))
        bare = _BARE_NAME.match(line, position)
        if bare is not None and not line[:position].strip(" ") and self._begins_record(start, column):
            last = start + bare.end(1)
            self._report("slip-colon-missing", start + position, last, Edit(last, last, ":"), name=bare.group(1))
            return len(line)
        return None

    def _behind_key(self, start: int, line: str, key: re.Match[str]) -> int:
        """Where the value of a proper key begins; reports what is odd in the key and behind it."""
        if not key.group(1).isascii():
            self._invisible_in_key(start + key.start(1), start + key.end(1))
        self._odd_blanks(start + key.end(1), start + key.end(2))
        if key.group(1).strip("\"'") in self._names and line.startswith("：", key.end()):
            return self._second_colon(start, key.end())
        if key.group(3) is not None:
            value = line[key.end() :]
            is_plain = not (_ENCLOSED.match(value) or _BLOCK_HEADER.match(value))
            if key.group(3)[0] == " " and is_plain:
                self._odd_edge(start + key.start(3), start + key.end(3), may_go=not value.startswith(INDICATORS))
            else:
                self._odd_blanks(start + key.start(3), start + key.end(3), " ")
        return key.end()

    def _second_colon(self, start: int, colon: int) -> int:
        """Reports a full-width colon after a proper one; returns where the value begins."""
        edit = Edit(start + colon, colon_edit(self._text, start + colon).end, "")
        self._report("slip-colon", edit.start, edit.start + 1, edit)
        self._structural.append((edit.start, edit.end))
        return edit.end - start

    def _missing_colon(self, start: int, line: str, position: int, column: int) -> int | None:
        """Where the value of a known name without a colon begins, if fields or entries follow below it."""
        named = _NO_COLON.match(line, position)
        if named is None or named.group(1) not in self._names:
            return None
        following = next_line(self._text, start)
        if following is None:
            return None
        length, columns = indent_of(following[1])
        key = key_at(following[1], length)
        field = columns >= column and columns > len(line) - len(line.lstrip()) and key and key.group(1) in self._names
        entries = columns > column == len(line) - len(line.lstrip()) and named.end() == len(line.rstrip())
        if not field and not (entries and behind_dash(following[1], length)):
            return None
        first, last = start + named.start(1), start + named.end(1)
        bare = named.end() >= len(line.rstrip())
        edit = Edit(last, last, ":") if bare else Edit(last, start + named.end(), ": ")
        self._report("slip-colon-missing", first, last, edit, name=named.group(1))
        return named.end()

    def _invisible_in_key(self, start: int, end: int) -> None:
        """Reports invisible characters in a key, which would not be read as the name it looks like."""
        for match in invisible_in(self._text, start, end):
            self._structural.append(match.span())
            words, edits = {"code_point": code_point(match.group()[0])}, (Edit(*match.span(), ""),)
            place = self._source.place(*match.span())
            self.found.append(Diagnostic("slip-invisible-name", place, words, (), edits))

    def _begins_record(self, start: int, column: int) -> bool:
        """Whether the next line is a field with a known name, deeper than this one."""
        following = next_line(self._text, start)
        if following is None:
            return False
        length, columns = indent_of(following[1])
        named = _NAMED.match(following[1], length)
        return columns > column and named is not None and named.group(1) in self._names

    def _wrong_colon(self, start: int, line: str, colon: int) -> int:
        """Reports a colon that is full-width or has no space after it; returns where the value begins."""
        offset = start + colon
        if line[colon] == "：" or line[colon + 1 : colon + 2] in ("：", ":"):
            edit = colon_edit(self._text, offset)
            first = start + max(colon, line.find("：", colon, edit.end - start))
            self._report("slip-colon", first, first + 1, edit)
            self._structural.append((edit.start, edit.end))
            return edit.end - start
        self._report("slip-colon-space", offset, offset + 1, Edit(offset + 1, offset + 1, " "))
        return colon + 1

    def _value(self, start: int, line: str, position: int, column: int, *, key: bool = False) -> int:
        """Reads what follows a key or a dash; returns the offset of its last character where it takes several lines."""
        value = line[position:]
        offset = start + position
        if not value.strip() or value.startswith("#"):
            self._opened = column if key else None
        elif _BLOCK_HEADER.match(value):
            self._block, self._block_indent = column, ""
        elif value[0] in "\"'":
            return self._quoted(offset, column)
        elif value[0] in "[{" or opens_wide(self._text, offset):
            brackets = Brackets(self._source, offset, column, self._names)
            self.found += brackets.found
            return brackets.end
        else:
            if _WRAPPED.match(value):
                self.found.append(wrapped_slip(self._source, offset, offset + value.index("”") + 1))
            self._plain = column
        return start

    def _quoted(self, start: int, column: int) -> int:
        """Reads a quoted text; one that is not closed is taken to end before the next field or entry."""
        end = quote_end(self._text, start, column)
        if end is not None:
            return end
        last = start
        while following := next_line(self._text, last):
            length, columns = indent_of(following[1])
            if columns <= column or behind_dash(following[1], length) or key_at(following[1], length):
                break
            last = following[0]
        close = start + len(self._text[start : line_end(self._text, last)].rstrip())
        end, quote = min(close, line_end(self._text, start)), self._text[start]
        self._report("quote-unclosed", start, end, Edit(close, close, quote), mark=quote)
        return close

    def _odd_indent(self, start: int, indent: str, plain: str) -> None:
        """Reports tabs and odd spaces in the indent of a line."""
        code = "slip-tab" if "\t" in indent else "slip-space"
        first = next(position for position, character in enumerate(indent) if character != " ")
        self._structural.append((start, start + len(indent)))
        edit = Edit(start, start + len(indent), plain)
        words = {"code_point": code_point(indent[first])}
        self._report(code, start + first, start + len(indent), edit, **words)

    def _odd_blanks(self, start: int, end: int, plain: str = "") -> None:
        """Reports odd spaces between the marks of a line, where YAML takes them for text; and tabs behind a dash."""
        blanks = self._text[start:end]
        if blanks.isprintable():
            return
        match = (_ODD_OR_TAB if self._text[start - 1] == "-" else _ODD).search(blanks)
        if match is None:
            return
        self._structural.append((start, end))
        plain = plain or (" " if self._text[start - 1] == "-" else "")
        words = {"code_point": code_point(match.group()[0])}
        self._report("slip-space", start + match.start(), start + match.end(), Edit(start, end, plain), **words)

    def _odd_edge(self, start: int, end: int, *, may_go: bool = True) -> None:
        """Reports full-width spaces at the start of a text: they print in addition to the style sheet's indent.

        Without ``may_go`` there is no edit: what follows would no longer be read as a text.
        """
        match = _EDGE_SPACES.search(self._text, start, end)
        if match is not None:
            self._structural.append(match.span())
            place, edits = self._source.place(*match.span()), (Edit(*match.span(), ""),) if may_go else ()
            self.found.append(
                Diagnostic("slip-space-text", place, {"code_point": "U+3000"}, ("indent-by-style",), edits)
            )

    def _report(self, code: str, start: int, end: int, *edits: Edit, **words: str) -> None:
        self.found.append(Diagnostic(code, self._source.place(start, end), words, (), edits))
