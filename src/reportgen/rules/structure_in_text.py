"""A field or an entry that became part of the text above it, because it is indented too far: it prints in the text.

中文：这一行缩进太深，成了上面那段文字的一部分，会照原样印在正文里。请与同级的字段或“- ”对齐。

Wrong:

    reviews:
      title: 工作回顾
      sections:
        - title: 一节
          lead: >-
            这是导语。
            title: 另一节
        - title: 三节

Right:

    reviews:
      title: 工作回顾
      sections:
        - title: 一节
          lead: >-
            这是导语。
        - title: 另一节
        - title: 三节
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Edit, FieldPath
from reportgen.report import Report
from reportgen.rules.context import RuleContext
from reportgen.source import ENTRY_OR_FIELD, LINE_END, Mapping, Node, Scalar, Sequence, field_names, find, line_start
from reportgen.text.lazy_pattern import LazyPattern

CODE = "structure-in-text"

_START = r"(?:\A|(?<=[\r\n]))"
_LINE = LazyPattern(f"{_START}(?P<indent>[ ]*){ENTRY_OR_FIELD}")
_FIELD = LazyPattern("[ ]*(?:- )*")
_BLOCK_HEADER = LazyPattern(r"[>|][^\r\n]*\s*\Z")
"""The first line of a block may begin with a dash: fmt writes a text that begins so in that way."""
_MOST_LINES = 1000
"""Lines above a text in which the entry it belongs to is looked for."""
_ENTRY = LazyPattern(_START + r"([ ]*)- ")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports the first line of a text without quotes that reads as a field or as an entry of a list."""
    names = field_names(Report)
    for path, node in context.texts():
        raw = node.source.text[node.start : node.end]
        below = None if raw[:1] in ("'", '"') else LINE_END.search(raw)
        for match in _LINE.finditer(raw, below.end()) if below else ():
            if (match["dash"] and not _BLOCK_HEADER.match(raw[: match.start()])) or match["field"] in names:
                start = node.start + match.end("indent")
                end = node.start + match.end()
                place = node.source.place(start, end, path)
                words = {"typed": match.group().strip()}
                edits = _aligned(node, node.start + match.start(), len(match["indent"]), match["dash"])
                if edits and match["field"] and _begins_entry(context.reading.root, path, match["field"]):
                    edits = (_with_dash(edits[0], start), *edits[1:])
                yield Diagnostic(CODE, place, words, (), edits)
                break


def _begins_entry(root: Node, path: FieldPath, field: str) -> bool:
    """Whether the entry that a text belongs to has the field already: then it is one of the next entry."""
    owner, entries = find(root, path[:-1]), find(root, path[:-2])
    return isinstance(entries, Sequence) and isinstance(owner, Mapping) and owner.get(field) is not None


def _with_dash(edit: Edit, field: int) -> Edit:
    """The edit that moves a line out to the fields of an entry, with the dash of a new entry before its field."""
    column = field - edit.end
    return Edit(edit.start, field, " " * (column - 2) + "- ")


def _aligned(node: Scalar, first: int, indent: int, dash: str | None) -> tuple[Edit, ...]:
    """The edits that move the rest of a text out to the field or the entry it is in; none where there is none."""
    text = node.source.text
    start = line_start(text, node.start)
    column = _entry_column(text, start) if dash else _field_column(text, start)
    if column is None:
        return ()
    excess = indent - column
    indented = re.compile(f"{_START} {{{excess}}}").finditer(text[first : node.end])
    return tuple(Edit(first + match.start(), first + match.end(), "") for match in indented)


def _field_column(text: str, start: int) -> int:
    """The column of the field on a line, behind the dash of an entry."""
    match = _FIELD.match(text, start)
    assert match is not None
    return match.end() - start


def _entry_column(text: str, start: int) -> int | None:
    """The column of the dash of the entry that a line belongs to; None where it belongs to none that is near."""
    margin = _field_column(text, start)
    for _ in range(_MOST_LINES):
        entry = _ENTRY.match(text, start)
        if entry is not None and len(entry[1]) < margin:
            return len(entry[1])
        if not start or text[start] not in " \r\n#":
            return None  # a field of the report itself, in no entry
        start = line_start(text, start - 1)
    return None
