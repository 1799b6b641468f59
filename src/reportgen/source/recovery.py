"""What to report where YAML cannot read on, and how to read on all the same, so that one fault hides no other.

A repair is tried, never trusted: it counts only if YAML then reads past the end of the faulty line.
"""

import re
from collections.abc import Iterator

import yaml
from msgspec import Struct
from yaml.scanner import ScannerError

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.marks import LINE_END, indent_of, line_end, next_line, quoted
from reportgen.source.nodes import Source
from reportgen.source.repairs import RepairedText
from reportgen.text.characters import code_point

_KEY = r"[^\s:#'\"\[{,]+:[ \t]+"
# A text that begins with a YAML indicator, or contains a colon and a space: readable once it is quoted.
_UNQUOTED = re.compile(
    rf"[ \t]*(?:- +)*(?:{_KEY}(?P<colon>[^'\"#\s\[{{*&!%@`|>][^#]*?: .*)"
    rf"|(?:{_KEY})?(?P<mark>(?:[{{\[*&!%@`|>]|- ).*)"
    rf"|(?:{_KEY})(?P<quote>(?:\"[^\"]*\"|'[^']*')[^#\s].*))"
)
# Such a text as one of the values inside of brackets: ``{value: 99.5, unit: %}``, ``[@甲, 乙]``.
_UNQUOTED_INSIDE = re.compile(
    r"(?:^|[\[{,])[ \t]*(?:[^\s:#,\[\]{}'\"]+:[ \t]+)?(?P<value>[^\s#,\[\]{}'\"][^#,\[\]{}'\"]*?)[ \t]*(?=[,\]}])"
)
_LONGEST_QUOTED = 1000
_HEAD = re.compile(r"[ ]*((?:-[ ]+)*)(?:[^\s:#'\"\[{,][^:#]*?|\"[^\"]*\"|'[^']*'):(?:[ ]|$)")
_MARKS = "-[{\"'"
_SURROGATE = re.compile(r"\\(?:u|U0000)([dD][89a-fA-F][0-9a-fA-F]{2})")
_ENDED = re.compile(r"^\.\.\.[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*\Z", re.MULTILINE)
_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")


class Fault(Struct, frozen=True):
    """Where YAML gave up: the offset to report, and the problem in its own words."""

    offset: int
    problem: str


class Repair(Struct, frozen=True):
    """A diagnostic with edits that may let YAML read on, in offsets of the text YAML read.

    ``lost`` where the edits leave something out, so that nothing there is reported as missing.
    """

    code: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    words: dict[str, str] = {}
    lost: bool = False


def fault_of(failure: yaml.MarkedYAMLError, text: str) -> Fault:
    """The fault that YAML reports; an unclosed quote, key or bracket is placed where it opens, not lines later."""
    mark, begun = failure.problem_mark or failure.context_mark, failure.context_mark
    if mark and begun and begun.line < mark.line:
        opened = isinstance(failure, ScannerError) or text[begun.index : begun.index + 1] in ("[", "{")
        mark = begun if opened else mark
    return Fault(min(mark.index if mark else 0, len(text)), failure.problem or failure.context or "?")


def first_fault(text: str, loader: type) -> Fault | None:
    """The first fault YAML finds in a text."""
    try:
        for _ in yaml.parse(text, Loader=loader):
            pass
    except yaml.MarkedYAMLError as failure:
        return fault_of(failure, text)
    return None


def repairs(text: str, fault: Fault) -> Iterator[Repair]:
    """Repairs of the faulty line, the likeliest first; the last leaves out the rest of the file."""
    start = _line_start(text, fault.offset)
    end = line_end(text, fault.offset)
    line = text[start:end]
    yield from _second_document(text, start)
    yield from _escape(start, line, fault)
    yield from _quote_inside(start, line, fault)
    yield from _quote(start, line, fault)
    yield from _indent(text, start, line)
    yield from _carry_on(text, start, line)
    looks_like_yaml = _HEAD.match(line) or line.lstrip()[:1] in _MARKS
    code = "yaml-syntax" if looks_like_yaml else "line-without-colon"
    first = start + indent_of(line)[0]
    span = (first, end) if code == "line-without-colon" else (max(fault.offset, first), max(fault.offset, first))
    for last in (end, _block_end(text, start, line, indent_of(line)[1]), len(text)):
        yield Repair(code, *span, (Edit(start, last, ""),), {"problem": fault.problem}, lost=True)


def _second_document(text: str, start: int) -> Iterator[Repair]:
    """What follows the mark that ends a document."""
    if _ENDED.search(text, 0, start):
        yield Repair("yaml-several-documents", start, start, (Edit(start, len(text), ""),), lost=True)


def _escape(start: int, line: str, fault: Fault) -> Iterator[Repair]:
    """The escape of a lone surrogate."""
    for match in _SURROGATE.finditer(line):
        if start + match.start() <= fault.offset <= start + match.end():
            edit = Edit(start + match.start(), start + match.end(), "")
            words = {"code_point": code_point(chr(int(match.group(1), 16)))}
            yield Repair("character-control", edit.start, edit.end, (edit,), words)


def _quote_inside(start: int, line: str, fault: Fault) -> Iterator[Repair]:
    """The faulty value inside brackets in quotes."""
    for match in _UNQUOTED_INSIDE.finditer(line) if len(line) <= _LONGEST_QUOTED else ():
        if match.start("value") <= fault.offset - start <= match.end("value"):
            yield _quoted(start + match.start("value"), match.group("value"))


def _quote(start: int, line: str, fault: Fault) -> Iterator[Repair]:
    """The whole value of the line in quotes."""
    line = line.rstrip(" \t")
    match = _UNQUOTED.fullmatch(line) if len(line) <= _LONGEST_QUOTED else None
    group = match.lastgroup if match else None
    if match is not None and group is not None and fault.offset - start >= match.start(group):
        yield _quoted(start + match.start(group), match.group(group))


def _quoted(first: int, value: str) -> Repair:
    """Quotes around a text that begins at an offset."""
    last = first + len(value)
    written = quoted(value)
    mark = written[0]
    doubled = [Edit(first + at, first + at, "'") for at, each in enumerate(value) if mark == each == "'"]
    edits = (Edit(first, first, mark), *doubled, Edit(last, last, mark))
    return Repair("text-unquoted", first, last, edits, {"quoted": written})


def _indent(text: str, start: int, line: str) -> Iterator[Repair]:
    """The line indented to the column of the fields or entries around it."""
    length, columns = indent_of(line)
    dashed = line[length : length + 1] == "-"
    if not dashed and not _HEAD.match(line):
        return
    above = dict.fromkeys(_columns_above(text, start, columns, dashed=dashed))
    nearest = sorted(
        above, key=lambda column: abs(column - columns)
    )  # of two equally near, the column of the nearer line
    for column in nearest[:4]:
        if column != columns:
            words = {"there": str(columns), "wanted": str(column)}
            edits = tuple(_moved(text, start, line, column - columns, dashed=dashed))
            yield Repair("indent-crooked", start, start + length + 1, edits, words)


def _columns_above(text: str, start: int, columns: int, *, dashed: bool) -> Iterator[int]:
    """The columns of the keys or dashes in the lines above that a line may belong to."""
    reach = columns + 8
    for line in reversed(LINE_END.split(text[max(0, start - 20_000) : start])):
        length, column = indent_of(line)
        if not line[length:] or line[length] == "#":
            continue
        after = _DASHES.match(line)
        inner = len(after.group()) if after else column
        if column < reach:
            if dashed and line[length] == "-":
                yield column
            elif dashed:
                yield column + 2
            elif _HEAD.match(line):
                yield inner
        reach = min(reach, column + 1 if column <= columns else reach)
        if not column:
            return


def _moved(text: str, start: int, line: str, by: int, *, dashed: bool) -> Iterator[Edit]:
    """Another indent for a line; for a list entry, for all lines of the entry."""
    columns = indent_of(line)[1]
    end = _block_end(text, start, line, max(columns, columns + by)) if dashed else start
    while True:
        length, _ = indent_of(text[start : line_end(text, start)])
        if by > 0:
            yield Edit(start, start, " " * by)
        else:
            yield Edit(start, start + min(length, -by), "")
        match = LINE_END.search(text, start)
        if match is None or match.end() >= end:
            return
        start = match.end()


def _carry_on(text: str, start: int, line: str) -> Iterator[Repair]:
    """A line of text indented to continue the text above it."""
    length, columns = indent_of(line)
    above = next((each for each in reversed(LINE_END.split(text[max(0, start - 20_000) : start])) if each.strip()), "")
    by = indent_of(above)[1] - columns
    if by > 0 and not _HEAD.match(line) and line[length : length + 1] not in ("-", "#"):
        edit = Edit(start, start, " " * by)
        yield Repair("line-without-colon", start + length, start + len(line), (edit,))


def _block_end(text: str, start: int, line: str, columns: int) -> int:
    """The end of the lines below that are indented by more than ``columns``."""
    end = start + len(line)
    while (following := next_line(text, end)) and indent_of(following[1])[1] > columns:
        end = following[0] + len(following[1])
    return end


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def diagnostic_of(repair: Repair, repaired: RepairedText, source: Source) -> Diagnostic:
    """The diagnostic of a repair, at its place in the file."""
    start, end = repaired.original(repair.start), repaired.original(repair.end)
    return Diagnostic(repair.code, source.place(start, max(start, end)), repair.words)


def original_edits(repair: Repair, repaired: RepairedText) -> tuple[Edit, ...]:
    """The edits of a repair in offsets of the file."""
    return tuple(Edit(repaired.original(edit.start), repaired.original(edit.end), edit.text) for edit in repair.edits)
