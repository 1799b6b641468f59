"""Slips inside [ ] and { } that make YAML read one entry for several, or none at all."""

import re
from bisect import bisect_right
from collections import Counter

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.marks import BLANKS, blanks_end, indent_of, line_end, next_line, quote_end
from reportgen.source.nodes import DEEPEST_NESTING, Source
from reportgen.text.lazy_pattern import LazyPattern

_TOKEN = LazyPattern(r"[\[\]{}｛｝［］【】〕，；：:,#\r\n]")
_AFTER_COLON = ("", " ", "\t", "\r", "\n", ",", "]", "}")
_AFTER_QUOTE = (",", "]", "}", ":", " ", "\t", "\r", "\n")
_CLOSING = {"[": "]", "{": "}"}
_WIDE_CLOSING = {"］": "[", "｝": "{"}
_NO_CLOSING = "】〕"
"""Brackets that never close [ or {, but are typed for it."""
_PLAIN_SPACES = LazyPattern(r"[ \t]*+")
_COLONS = LazyPattern(f"[：:]+[{BLANKS}]*")
_KEY = LazyPattern(rf"[{BLANKS}]*([A-Za-z_]\w*)[{BLANKS}]*[：:]", re.ASCII)
_NO_COLON = LazyPattern(r"[ \t]*(?P<name>[a-z_]+)[ \t]+(?=[^\s,}])")
_NAME_BEHIND = LazyPattern(r"(?<=\S)(?P<gap>[ \t]+)(?P<name>[a-z_]+)[ \t]*\Z")
_LONGEST_NAME = 60
_WIDE_OPENED = LazyPattern(
    r"｛[ \t]*(?:(?:[A-Za-z_]\w*|\d{4})[ \t]*[：:]|[^\s：:，,{}]{1,20}[：:][ \t]*[{｛])", re.ASCII
)
_TAKES_APART = LazyPattern(r": | #")
_TAKES_APART_IN_BRACKETS = LazyPattern(r": | #|[,\[\]{}]")
_AFTER_VALUE = LazyPattern(r"[ \t]*(?:[,，\]}］｝]|$)")
_THOUSANDS = LazyPattern(r"\d{3}(?:\.\d+)?", re.ASCII)


class _Frame(Struct):
    """One open bracket and the entry being read in it; offsets of the first colon of each kind, 0 for none.

    ``content_start`` is where its key, or the value after its colon, may begin: after comments and empty lines.
    """

    kind: str
    opened: int
    entry: int
    content_start: int
    colon: int = 0
    wide_colon: int = 0
    glued_colon: int = 0
    commas: int = 0
    wide_commas: list[int] = []
    references: int = 0
    looked: tuple[int, int] | None = None
    """The last ``content_start`` whose spaces were passed over, and where they end."""

    def begin_entry(self, offset: int) -> None:
        """Starts the next entry at an offset."""
        self.entry, self.content_start, self.colon, self.wide_colon, self.glued_colon = offset, offset, 0, 0, 0

    def value_start(self, text: str) -> int:
        """Where the key or value begins, behind spaces of any kind."""
        if self.looked is None or self.looked[0] != self.content_start:
            self.looked = self.content_start, blanks_end(text, self.content_start)
        return self.looked[1]


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
        self._open: Counter[str] = Counter()
        self._hash = 0
        self._comment = 0
        self._line = range(start, start)
        self._marks: dict[str, list[int]] = {}
        self._read(start)

    def _read(self, position: int) -> None:
        while True:
            if self._stack and (quoted := self._quoted(position)) is not None:
                position = quoted
            match = _TOKEN.search(self._text, position)
            if match is None:
                self._leave_open(len(self._text))
                return
            following = self._take(match.group(), match.start())
            if following is None:
                return
            position = following

    def _line_end(self, offset: int) -> int:
        """The end of the line an offset is in, searched for once a line."""
        if offset not in self._line:
            self._line = range(offset, line_end(self._text, offset) + 1)
            self._marks = {}
        return self._line[-1]

    def _later(self, mark: str, offset: int) -> int:
        """How often a mark comes in the rest of the line, behind an offset."""
        places = self._places(mark, offset)
        return len(places) - bisect_right(places, offset)

    def _next(self, mark: str, offset: int) -> int:
        """Where a mark next comes in the rest of the line, behind an offset; its end where it does not."""
        places = self._places(mark, offset)
        index = bisect_right(places, offset)
        return places[index] if index < len(places) else self._line_end(offset)

    def _places(self, mark: str, offset: int) -> list[int]:
        """Where a mark comes in the line of an offset, from there on at least; looked for once a line."""
        last = self._line_end(offset)
        if mark not in self._marks:
            found = re.compile(re.escape(mark)).finditer(self._text, offset, last)
            self._marks[mark] = [match.start() for match in found]
        return self._marks[mark]

    def _wrapped_end(self, start: int) -> int:
        """The end of the text in Chinese quotation marks, with none inside, that begins here; 0 where none does."""
        if self._text[start : start + 1] != "“":
            return 0
        closing = self._next("”", start)
        return closing + 1 if closing < min(self._next("“", start), self._line_end(start)) else 0

    def _quoted(self, position: int) -> int | None:
        """The end of the quoted text that begins here, at the start of a key or value; None where none does."""
        start = self._stack[-1].value_start(self._text)
        if start < position:
            return None
        last = self._line_end(start)
        if (closing := self._wrapped_end(start)) and _AFTER_VALUE.match(self._text, closing, last):
            self.found.append(wrapped_slip(self._source, start, closing, in_brackets=True))
            return closing
        if self._text[start : start + 1] not in ('"', "'"):
            return None
        end = quote_end(self._text, start, self._column)
        if end is not None and (end <= last or self._text[end : end + 1] in _AFTER_QUOTE):
            return end
        stop = re.compile(r"[,\]}]|$").search(self._text, start + 1, last)
        close = stop.start() if stop else last
        quote = self._text[start]
        self._report("quote-unclosed", start, close, Edit(close, close, quote), mark=quote)
        return close

    def _take(self, mark: str, start: int) -> int | None:
        """Handles one mark; returns where to read on, None where the bracket ends here."""
        frame = self._stack[-1] if self._stack else None
        if len(self._stack) > DEEPEST_NESTING:
            self.found, self.end = [], len(self._text)
            return None
        if mark in "[{":
            self._push(mark, start)
        elif mark == "｛" and opens_wide(self._text, start) and (frame is None or self._at_value(frame, start)):
            self._report("slip-bracket", start, start + 1, Edit(start, start + 1, "{"), mark=mark, right="{")
            self._push("{", start)
        elif frame is None or mark in "]}" or self._closes_wide(mark, start, frame):
            return self._close(start)
        elif mark == ",":
            self._finish(frame, start)
            frame.commas += 1
            frame.begin_entry(start + 1)
        elif mark in "【】〕":
            frame.references += {"【": 1, "】": -1}.get(mark, 0)
        elif mark in "，；：:":
            return self._inside(mark, start, frame)
        elif mark == "#" and self._text[start - 1] in " \t\r\n":
            self._hash = start if self._text[start + 1 : start + 2] not in (" ", "\t", "") else self._hash
            self._comment = start
            return self._begin_later(start, self._line_end(start))
        elif mark in "\r\n":
            following = self._next_line(start)
            return None if following is None else self._begin_later(start, following)
        return start + 1

    def _push(self, kind: str, start: int) -> None:
        self._stack.append(_Frame(kind, start, start + 1, start + 1))
        self._open[kind] += 1

    def _inside(self, mark: str, start: int, frame: _Frame) -> int:
        """Handles a colon, or a full-width comma or semicolon; returns where to read on."""
        if mark == ":":
            if self._text[start + 1 : start + 2] in _AFTER_COLON or self._text[start - 1] in "\"'":
                if not frame.colon or self._comma_missing(start, frame):
                    frame.colon, frame.content_start = start, start + 1
            else:
                frame.glued_colon = frame.glued_colon or start
        elif mark == "：":
            frame.wide_colon = frame.wide_colon or start
        elif frame.kind == "[":
            frame.wide_commas.append(start)
            return self._after_wide_comma(start + 1)
        elif (key := _KEY.match(self._text, start + 1)) and key.group(1) in self._names:
            self._finish(frame, start)
            self._report("slip-comma", start, start + 1, self._separator(start), mark=mark)
            frame.begin_entry(start + 1)
        return start + 1

    def _comma_missing(self, start: int, frame: _Frame) -> bool:
        """Reports a known name before a second colon, without a comma after the value of the first."""
        named = _NAME_BEHIND.search(self._text, max(frame.colon + 1, start - _LONGEST_NAME), start)
        if frame.kind != "{" or named is None or named["name"] not in self._names:
            return False
        self._report("slip-comma-missing", *named.span("name"), Edit(*named.span("gap"), ", "), name=named["name"])
        frame.begin_entry(named.start("name"))
        return True

    def _after_wide_comma(self, start: int) -> int:
        """Reports an entry in Chinese quotation marks after a full-width comma, where a mark in it takes it apart."""
        opening = blanks_end(self._text, start)
        closing = self._wrapped_end(opening)
        if not closing or not _AFTER_VALUE.match(self._text, closing, self._line_end(opening)):
            return start
        slip = wrapped_slip(self._source, opening, closing, in_brackets=True)
        if not slip.edits:
            return start
        self.found.append(slip)
        return closing

    def _at_value(self, frame: _Frame, start: int) -> bool:
        return _PLAIN_SPACES.fullmatch(self._text, max(frame.content_start, frame.wide_colon + 1), start) is not None

    def _closes_wide(self, mark: str, start: int, frame: _Frame) -> bool:
        """Whether a full-width bracket closes the frame: too few proper ones follow on the line, and no 【 is open."""
        if mark not in _WIDE_CLOSING and mark not in _NO_CLOSING:
            return False
        closing = _CLOSING[frame.kind]
        if frame.references > 0 or self._later(closing, start) >= self._open[frame.kind]:
            return False
        code = "slip-bracket" if _WIDE_CLOSING.get(mark) == frame.kind else "bracket-wrong"
        self._report(code, start, start + 1, Edit(start, start + 1, closing), mark=mark, right=closing)
        return True

    def _close(self, start: int) -> int | None:
        if not self._stack:
            self.end = start
            return None
        frame = self._stack.pop()
        self._open[frame.kind] -= 1
        right, mark = _CLOSING[frame.kind], self._text[start]
        if mark in "]}" and mark != right:
            self._report("bracket-wrong", start, start + 1, Edit(start, start + 1, right), mark=mark, right=right)
        self._finish(frame, start)
        self._wide_commas(frame)
        self.end = start + 1
        return start + 1 if self._stack else None

    def _next_line(self, start: int) -> int | None:
        """The offset of the next line; None where that begins something else, and the bracket is unclosed."""
        following = next_line(self._text, start)
        if following is None:
            self._leave_open(start)
            return None
        offset, line = following
        length, columns = indent_of(line)
        if columns <= self._column and line[length : length + 1] not in ("]", "}", "］", "｝"):
            self._leave_open(start)
            return None
        return offset

    def _begin_later(self, start: int, following: int) -> int:
        """Where to read on after a comment or a line ending; a key or value that has not begun may begin there."""
        frame = self._stack[-1] if self._stack else None
        if frame is not None and _PLAIN_SPACES.fullmatch(self._text, frame.content_start, start):
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
        if frame.opened < self._comment < last and self._closed_in_comment(last):
            return
        content = self._text[frame.opened : end].rstrip(" \t\r\n")
        close = self._hash - 1 if self._hash else frame.opened + len(content)
        close = max(close, frame.opened + 1)
        closing = "".join(_CLOSING[each.kind] for each in reversed(self._stack))
        for each in reversed(self._stack):
            if max(each.wide_colon, each.glued_colon) < close:
                self._finish(each, close)
        edit = Edit(close, close, closing)
        words = {"mark": frame.kind, "closing": _CLOSING[frame.kind]}
        self._report("bracket-unclosed", frame.opened, frame.opened + 1, edit, hints=(), **words)

    def _cut_by_hash(self, frame: _Frame, last: int) -> bool:
        """Reports a text in brackets that `` #`` cuts off together with its closing bracket; quotes repair it."""
        start = blanks_end(self._text, frame.colon + 1 if frame.colon else frame.entry)
        stop = re.compile(r"[,，\]}]").search(self._text, self._hash, last)
        if stop is None or '"' in self._text[start : stop.start()]:
            return False
        quotes = (Edit(start, start, '"'), Edit(stop.start(), stop.start(), '"'))
        quoted = f'"{self._text[start : stop.start()]}"'
        self._report("text-cut-in-brackets", self._hash, last, *quotes, hints=(), quoted=quoted)
        self.end = last
        return True

    def _closed_in_comment(self, last: int) -> bool:
        """Reports closing brackets that are part of a comment; they belong before it."""
        closing = "".join(_CLOSING[each.kind] for each in reversed(self._stack))
        typed = self._text[self._comment : last].rstrip()
        at = self._comment + len(typed) - len(closing)
        if not typed.endswith(closing):
            return False
        content = self._text[self._stack[0].opened : self._comment]
        before = self._stack[0].opened + len(content.rstrip(" \t"))
        edits = (Edit(before, before, closing), Edit(at, at + len(closing), ""))
        self._report("bracket-in-comment", at, at + len(closing), *edits, closing=closing)
        self.end = last
        return True

    def _finish(self, frame: _Frame, end: int) -> None:
        """Ends an entry of { }: where YAML sees no colon, one of the others was meant."""
        if frame.kind != "{" or frame.colon:
            return
        if frame.wide_colon and (not frame.glued_colon or frame.wide_colon < frame.glued_colon):
            self._report("slip-colon", frame.wide_colon, frame.wide_colon + 1, colon_edit(self._text, frame.wide_colon))
        elif frame.glued_colon:
            after = frame.glued_colon + 1
            if self._text[after] in "：:":
                self._report("slip-colon", after, after + 1, colon_edit(self._text, frame.glued_colon))
                return
            self._report("slip-colon-space", frame.glued_colon, after, Edit(after, after, " "))
        elif (named := _NO_COLON.match(self._text, frame.content_start, end)) and named.group("name") in self._names:
            edit = Edit(named.end("name"), named.end(), ": ")
            self._report("slip-colon-missing", *named.span("name"), edit, name=named.group("name"))
        elif _THOUSANDS.fullmatch(self._text, frame.entry, end) and self._text[frame.entry - 2].isdigit():
            self._report("slip-number-comma", frame.entry - 1, frame.entry, Edit(frame.entry - 1, frame.entry, ""))

    def _wide_commas(self, frame: _Frame) -> None:
        """Reports full-width separators in [ ]: certain where there are no others, doubtful where there are.

        A semicolon without commas is left to the rules, which see whether the entry reads as several.
        """
        for comma in frame.wide_commas:
            mark = self._text[comma]
            if mark == "；" and (frame.commas or any(self._text[each] == "，" for each in frame.wide_commas)):
                edit = self._separator(comma)
                self._report("slip-comma-doubtful", comma, comma + 1, edit, mark=mark)
            elif mark == "，" and frame.commas:
                self._report("slip-comma-doubtful", comma, comma + 1, mark=mark)
            elif mark == "，":
                edit = self._separator(comma)
                self._report("slip-comma", comma, comma + 1, edit, hints=("quote-one-entry",), mark=mark)

    def _separator(self, comma: int) -> Edit:
        return Edit(comma, blanks_end(self._text, comma + 1), ", ")

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
    """Replaces a full-width colon, or several, and the spaces after it by the colon and space that YAML needs."""
    match = _COLONS.match(text, start)
    end = match.end() if match else start + 1
    return Edit(start, end, ":" if text[end : end + 1] in ("", "\r", "\n") else ": ")
