"""What to report where YAML cannot read on, and how to read on all the same, so that one fault hides no other.

A repair is tried, never trusted: it counts only if YAML then reads past the end of the faulty line.
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Edit
from reportgen.source.faults import Fault, Repair
from reportgen.source.marks import indent_of, line_end, line_start, quoted
from reportgen.source.structure_repairs import (
    HEAD,
    block_end,
    carry_on,
    entries_too_deep,
    indent,
    lines_above,
    missing_colon,
    missing_dash,
    unindented_block,
    unnamed_entry,
)
from reportgen.text.characters import code_point

_KEY = r"[^\s:#'\"\[{,]+:[ \t]+"
# A text that begins with a YAML indicator, or contains a colon and a space: readable once it is quoted.
_UNQUOTED = re.compile(
    rf"[ \t]*(?:- +)*+(?:{_KEY}(?P<colon>[^'\"#\s\[{{*&!%@`|>][^#]*?: .*)"
    rf"|(?:{_KEY})?(?P<mark>(?:[{{\[*&!%@`|>]|- ).*)"
    rf"|(?:{_KEY})(?P<quote>(?:\"[^\"]*\"|'[^']*')[^#\s].*))"
)
# Such a text as one of the values inside of brackets: ``{value: 99.5, unit: %}``, ``[@甲, 乙]``.
_UNQUOTED_INSIDE = re.compile(
    r"(?:^|[\[{,])[ \t]*(?:[^\s:#,\[\]{}'\"]+:[ \t]+)?(?P<value>[^\s#,\[\]{}'\"][^#,\[\]{}'\"]*?)[ \t]*(?=[,\]}])"
)
_LONGEST_QUOTED = 1000
_MARKS = "-[{\"'"
_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+"')
_ESCAPE = re.compile(r"\\.")
_VALID_ESCAPE = re.compile(r"""\\[0abtnvfre "/\\N_LPxuU\t]""")
_AFTER_MARK = re.compile(
    r"(?P<indent>[ ]*)(?P<dashes>(?:- +)*+)[^\s:#'\"\[{,][^:#]*:[ ]+(?P<mark>[>|][-+]?)[ ]+(?P<text>[^\s#].*)"
)
_SURROGATE = re.compile(r"\\(?:u|U0000)([dD][89a-fA-F][0-9a-fA-F]{2})")
_ENDED = re.compile(r"^\.\.\.[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*\Z", re.MULTILINE)


def repairs(text: str, fault: Fault, names: frozenset[str]) -> Iterator[Repair]:
    """Repairs of the faulty line or the one above it, the likeliest first; the last leaves out the rest of the file.

    ``names`` are the known field names.
    """
    start = line_start(text, fault.offset)
    end = line_end(text, fault.offset)
    line = text[start:end]
    yield from _second_document(text, start)
    yield from _bracket_too_many(start, line, fault)
    yield from _escape(start, line, fault)
    yield from _backslash(start, line, fault)
    yield from missing_colon(text, start, names)
    yield from unindented_block(text, start)
    yield from _text_after_mark(start, line)
    yield from _quote_inside(start, line, fault)
    yield from _quote(start, line, fault)
    yield from entries_too_deep(text, start, line)
    yield from missing_dash(text, start, line)
    yield from unnamed_entry(text, start, line)
    above = tuple(lines_above(text, start, line))
    yield from (repair for sure, repair in above if sure)
    yield from indent(text, start, line)
    yield from (repair for sure, repair in above if not sure)
    yield from carry_on(text, start, line)
    looks_like_yaml = HEAD.match(line) or line.lstrip()[:1] in _MARKS
    code = "yaml-syntax" if looks_like_yaml else "line-without-colon"
    first = start + indent_of(line)[0]
    at = max(fault.offset, first)
    span = (first, end) if code == "line-without-colon" else (at, at)
    for last in (end, block_end(text, start, line, indent_of(line)[1]), len(text)):
        yield Repair(code, *span, (Edit(start, last, ""),), {"problem": fault.problem}, lost=True)


def _second_document(text: str, start: int) -> Iterator[Repair]:
    """What follows the mark that ends a document."""
    if _ENDED.search(text, 0, start):
        yield Repair("yaml-several-documents", start, start, (Edit(start, len(text), ""),), lost=True)


def _bracket_too_many(start: int, line: str, fault: Fault) -> Iterator[Repair]:
    """A bracket at the end of a line that closes nothing."""
    at = fault.offset - start
    if line[at : at + 1] in ("]", "}") and not line[at + 1 :].strip(" \t"):
        edit = Edit(fault.offset, fault.offset + 1, "")
        yield Repair("yaml-syntax", edit.start, edit.end, (edit,), {"problem": fault.problem})


def _escape(start: int, line: str, fault: Fault) -> Iterator[Repair]:
    """The escape of a lone surrogate."""
    for match in _SURROGATE.finditer(line):
        if start + match.start() <= fault.offset <= start + match.end():
            edit = Edit(start + match.start(), start + match.end(), "")
            words = {"code_point": code_point(chr(int(match.group(1), 16)))}
            yield Repair("character-control", edit.start, edit.end, (edit,), words)


def _backslash(start: int, line: str, fault: Fault) -> Iterator[Repair]:
    """A text in double quotes with a backslash that is not an escape, such as a path: in single quotes it is one."""
    for match in _DOUBLE_QUOTED.finditer(line):
        wrong = next((each for each in _ESCAPE.finditer(match.group()) if not _VALID_ESCAPE.match(each.group())), None)
        if wrong is not None and match.start() <= fault.offset - start <= match.end():
            first, last = start + match.start(), start + match.end()
            written = "'" + match.group()[1:-1].replace('\\"', '"').replace("'", "''") + "'"
            at = first + wrong.start()
            words = {"typed": wrong.group(), "quoted": written}
            yield Repair("quote-backslash", at, at + 2, (Edit(first, last, written),), words)


def _text_after_mark(start: int, line: str) -> Iterator[Repair]:
    """A text on the line of its ``>`` or ``|``: it belongs on the next one."""
    match = _AFTER_MARK.match(line)
    if match is not None:
        column = len(match.group("indent")) + len(match.group("dashes"))
        edit = Edit(start + match.end("mark"), start + match.start("text"), "\n" + " " * (column + 2))
        words = {"mark": match.group("mark")}
        yield Repair("text-beside-mark", start + match.start("text"), start + len(line), (edit,), words)


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
