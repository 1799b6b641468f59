"""Slips inside [ ] and { } that make YAML read one entry for several, or none at all."""

import re

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.marks import BLANK, indent_of, line_end, next_line, quote_end
from reportgen.source.nodes import DEEPEST_NESTING, Source

_TOKEN = re.compile(r"[\[\]{}｛｝［］，：:,#\r\n]")
_AFTER_COLON = ("", " ", "\t", "\r", "\n", ",", "]", "}")
_AFTER_QUOTE = (",", "]", "}", ":", " ", "\t", "\r", "\n")
_CLOSING = {"[": "]", "{": "}"}
_WIDE_CLOSING = {"］": "[", "｝": "{"}
_SPACES = re.compile(f"[ \t{BLANK}]*")
_KEY = re.compile(rf"[ \t{BLANK}]*([A-Za-z_]\w*)[ \t{BLANK}]*[：:]", re.ASCII)
_WIDE_OPENED = re.compile(
    r"｛[ \t]*(?:(?:[A-Za-z_]\w*|\d{4})[ \t]*[：:]|[^\s：:，,{}]{1,20}[：:][ \t]*[{｛])", re.ASCII
)
_TAKES_APART = re.compile(r": | #")
_TAKES_APART_IN_BRACKETS = re.compile(r": | #|[,\[\]{}]")
_AFTER_VALUE = re.compile(r"[ \t]*(?:[,，\]}］｝]|$)")
_THOUSANDS = re.compile(r"\d{3}(?:\.\d+)?", re.ASCII)


class _Frame(Struct):
    """One open bracket and the entry being read in it; offsets of the first colon of each kind, -1 for none.

    ``content_start`` is where its key, or the value after its colon, may begin: after comments and empty lines.
    """

    kind: str
    opened: int
    entry: int
    content_start: int
    colon: int = -1
    wide_colon: int = -1
    glued_colon: int = -1
    commas: int = 0
    wide_commas: tuple[int, ...] = ()

    def begin_entry(self, offset: int) -> None:
        """Starts the next entry at an offset."""
        self.entry, self.content_start, self.colon, self.wide_colon, self.glued_colon = offset, offset, -1, -1, -1


class Brackets:
    """Scans one bracket with all that is nested in it, and finds its slips.

    ``column`` is that of the key or dash it belongs to; ``names`` are the known field names; ``end`` is where it ends.
    """

    def __init__(self, source: Source, start: int, column: int, names: frozenset[str]) -> None:
        self.found: list[Diagnostic] = []
        self.end = start
        self._source = source
        self._text = source.text
        self._column = column
        self._names = names
        self._stack: list[_Frame] = []
        self._hash = -1
        self._read(start)

    def _read(self, position: int) -> None:
        while True:
            if self._stack and (quoted := self._quoted(position)) is not None:
                position = quoted
            match = _TOKEN.search(self._text, position)
            if match is None:
                self._leave_open(len(self._text))
                return
            position = self._take(match.group(), match.start())
            if position < 0:
                return

    def _quoted(self, position: int) -> int | None:
        """The end of the quoted text that begins here, at the start of a key or value; None where none does."""
        content_start = self._stack[-1].content_start
        match = _SPACES.match(self._text, content_start)
        start = match.end() if match else content_start
        last = line_end(self._text, start)
        if start >= position and self._text[start : start + 1] == "“":
            closing = self._text.find("”", start, last) + 1
            if closing and _AFTER_VALUE.match(self._text, closing, last):
                self.found.append(wrapped_slip(self._source, start, closing, in_brackets=True))
                return closing
        if start < position or self._text[start : start + 1] not in ('"', "'"):
            return None
        end = quote_end(self._text, start, self._column)
        if end is not None and (end <= last or self._text[end : end + 1] in _AFTER_QUOTE):
            return end
        stop = re.compile(r"[,\]}]|$").search(self._text, start + 1, last)
        close = stop.start() if stop else last
        quote = self._text[start]
        self._report("quote-unclosed", start, close, Edit(close, close, quote), mark=quote)
        return close

    def _take(self, mark: str, start: int) -> int:
        """Handles one mark; returns where to read on, -1 where the bracket ends here."""
        frame = self._stack[-1] if self._stack else None
        if len(self._stack) > DEEPEST_NESTING:
            self.found, self.end = [], len(self._text)
            return -1
        if mark in "[{":
            self._stack.append(_Frame(mark, start, start + 1, start + 1))
        elif mark == "｛" and opens_wide(self._text, start) and (frame is None or self._at_value(frame, start)):
            self._report("slip-bracket", start, start + 1, Edit(start, start + 1, "{"), mark=mark, right="{")
            self._stack.append(_Frame("{", start, start + 1, start + 1))
        elif frame is None or mark in "]}" or self._closes_wide(mark, start, frame):
            return self._close(start)
        elif mark == ",":
            self._finish(frame, start)
            frame.commas += 1
            frame.begin_entry(start + 1)
        elif mark in "，：:":
            self._inside(mark, start, frame)
        elif mark == "#" and self._text[start - 1] in " \t\r\n":
            self._hash = start if self._text[start + 1 : start + 2] not in (" ", "\t", "") else self._hash
            return self._begin_later(start, line_end(self._text, start))
        elif mark in "\r\n":
            return self._begin_later(start, self._next_line(start))
        return start + 1

    def _inside(self, mark: str, start: int, frame: _Frame) -> None:
        """Handles a colon or a full-width comma."""
        if mark == ":":
            if self._text[start + 1 : start + 2] in _AFTER_COLON or self._text[start - 1] in "\"'":
                if frame.colon < 0:
                    frame.colon, frame.content_start = start, start + 1
            elif frame.glued_colon < 0:
                frame.glued_colon = start
        elif mark == "：":
            frame.wide_colon = start if frame.wide_colon < 0 else frame.wide_colon
        elif frame.kind == "[":
            frame.wide_commas += (start,)
        elif (key := _KEY.match(self._text, start + 1)) and key.group(1) in self._names:
            self._finish(frame, start)
            self._report("slip-comma", start, start + 1, self._separator(start))
            frame.begin_entry(start + 1)

    def _at_value(self, frame: _Frame, start: int) -> bool:
        return not self._text[max(frame.content_start, frame.wide_colon + 1) : start].strip(" \t")

    def _closes_wide(self, mark: str, start: int, frame: _Frame) -> bool:
        """Whether a full-width bracket closes the frame: it is of its kind, and no proper one follows on the line."""
        if _WIDE_CLOSING.get(mark) != frame.kind:
            return False
        closing = _CLOSING[frame.kind]
        if closing in self._text[start : line_end(self._text, start)]:
            return False
        self._report("slip-bracket", start, start + 1, Edit(start, start + 1, closing), mark=mark, right=closing)
        return True

    def _close(self, start: int) -> int:
        if not self._stack:
            self.end = start
            return -1
        frame = self._stack.pop()
        right, mark = _CLOSING[frame.kind], self._text[start]
        if mark in "]}" and mark != right:
            self._report("bracket-wrong", start, start + 1, Edit(start, start + 1, right), mark=mark, right=right)
        self._finish(frame, start)
        self._wide_commas(frame)
        self.end = start + 1
        return start + 1 if self._stack else -1

    def _next_line(self, start: int) -> int:
        """The offset of the next line; -1 where that begins something else, and the bracket is unclosed."""
        following = next_line(self._text, start)
        if following is None:
            self._leave_open(start)
            return -1
        offset, line = following
        length, columns = indent_of(line)
        if columns <= self._column and line[length : length + 1] not in ("]", "}", "］", "｝"):
            self._leave_open(start)
            return -1
        return offset

    def _begin_later(self, start: int, following: int) -> int:
        """Where to read on after a comment or a line ending; a key or value that has not begun may begin there."""
        frame = self._stack[-1] if self._stack else None
        if frame is not None and not self._text[frame.content_start : start].strip(" \t"):
            frame.content_start = max(frame.content_start, following)
        return following

    def _leave_open(self, end: int) -> None:
        """Reports the innermost unclosed bracket; it is taken to end with the line it begins on."""
        self.end = end
        if not self._stack:
            return
        frame = self._stack[-1]
        last = line_end(self._text, frame.opened)
        if frame.opened < self._hash < last and self._cut_by_hash(frame, last):
            return
        content = self._text[frame.opened : end].rstrip(" \t\r\n")
        close = frame.opened + len(content) if self._hash < 0 else self._hash - 1
        close = max(close, frame.opened + 1)
        closing = "".join(_CLOSING[each.kind] for each in reversed(self._stack))
        edit = Edit(close, close, closing)
        words = {"mark": frame.kind, "closing": _CLOSING[frame.kind]}
        self._report("bracket-unclosed", frame.opened, frame.opened + 1, edit, hints=(), **words)

    def _cut_by_hash(self, frame: _Frame, last: int) -> bool:
        """Reports a text in brackets that `` #`` cuts off together with its closing bracket; quotes repair it."""
        content_start = frame.colon if frame.colon >= 0 else frame.entry - 1
        blank = _SPACES.match(self._text, content_start + 1)
        start = blank.end() if blank else content_start + 1
        stop = re.compile(r"[,，\]}]").search(self._text, self._hash, last)
        if stop is None or '"' in self._text[start : stop.start()]:
            return False
        quotes = (Edit(start, start, '"'), Edit(stop.start(), stop.start(), '"'))
        quoted = f'"{self._text[start : stop.start()]}"'
        self._report("text-cut-in-brackets", self._hash, last, *quotes, hints=(), quoted=quoted)
        self.end = last
        return True

    def _finish(self, frame: _Frame, end: int) -> None:
        """Ends an entry of { }: where YAML sees no colon, one of the others was meant."""
        if frame.kind != "{" or frame.colon >= 0:
            return
        if frame.wide_colon >= 0 and not 0 <= frame.glued_colon < frame.wide_colon:
            self._report("slip-colon", frame.wide_colon, frame.wide_colon + 1, colon_edit(self._text, frame.wide_colon))
        elif frame.glued_colon >= 0:
            after = frame.glued_colon + 1
            self._report("slip-colon-space", frame.glued_colon, after, Edit(after, after, " "))
        elif _THOUSANDS.fullmatch(self._text, frame.entry, end) and self._text[frame.entry - 2].isdigit():
            self._report("slip-number-comma", frame.entry - 1, frame.entry, Edit(frame.entry - 1, frame.entry, ""))

    def _wide_commas(self, frame: _Frame) -> None:
        """Reports full-width commas in [ ]: separators where there are no other commas, doubtful where there are."""
        for comma in frame.wide_commas:
            if frame.commas:
                self._report("slip-comma-doubtful", comma, comma + 1)
            else:
                self._report("slip-comma", comma, comma + 1, self._separator(comma), hints=("quote-one-entry",))

    def _separator(self, comma: int) -> Edit:
        following = _SPACES.match(self._text, comma + 1)
        return Edit(comma, following.end() if following else comma + 1, ", ")

    def _report(self, code: str, start: int, end: int, *edits: Edit, hints: tuple[str, ...] = (), **words: str) -> None:
        self.found.append(Diagnostic(code, self._source.place(start, end), words, hints, edits))


def opens_wide(text: str, start: int) -> bool:
    """Whether a full-width brace is meant as a YAML one: a key follows it."""
    return text[start] == "｛" and _WIDE_OPENED.match(text, start) is not None


def wrapped_slip(source: Source, start: int, end: int, *, in_brackets: bool = False) -> Diagnostic:
    """A text wholly in Chinese quotation marks, where YAML needs straight ones or none."""
    text = source.text[start + 1 : end - 1]
    inside = (_TAKES_APART_IN_BRACKETS if in_brackets else _TAKES_APART).search(text)
    place = source.place(start, end)
    if inside is None or '"' in text or "\\" in text:
        words = {"quoted": f'"{text}"', "kept": f'"{source.text[start:end]}"'}
        return Diagnostic("slip-quotes", place, words)
    edits = (Edit(start, start + 1, '"'), Edit(end - 1, end, '"'))
    return Diagnostic("slip-quotes-inside", place, {"mark": inside.group(), "quoted": f'"{text}"'}, (), edits)


def colon_edit(text: str, start: int) -> Edit:
    """Replaces a full-width colon and the spaces after it by the colon and space that YAML needs."""
    match = _SPACES.match(text, start + 1)
    end = match.end() if match else start + 1
    return Edit(start, end, ":" if text[end : end + 1] in ("", "\r", "\n") else ": ")
