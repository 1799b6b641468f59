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

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.report import Report
from reportgen.rules.context import RuleContext
from reportgen.source import Scalar, field_names

CODE = "structure-in-text"

_LINE = re.compile(r"(?m)^([ ]*)(?:(- )(?=[^\s-])|([a-z_]+)[ ]*[:：](?=[ \r\n]|$))")
_BLOCK_HEADER = re.compile(r"[>|][^\n]*\s*\Z")
"""The first line of a block may begin with a dash: fmt writes a text that begins so in that way."""
_ENTRY = re.compile(r"(?m)^([ ]*)- ")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports the first line of a text that reads as a field or as an entry of a list."""
    names = field_names(Report)
    for path, node in context.texts():
        raw = node.source.text[node.start : node.end]
        if "\n" not in raw:
            continue
        for match in _LINE.finditer(raw, raw.index("\n") + 1):
            if (match[2] and not _BLOCK_HEADER.match(raw[: match.start()])) or match[3] in names:
                start = node.start + match.end(1)
                end = node.start + match.end()
                place = node.source.place(start, end, path)
                words = {"typed": match.group().strip()}
                yield Diagnostic(
                    CODE, place, words, (), _aligned(node, node.start + match.start(), len(match[1]), match[2])
                )
                break


def _aligned(node: Scalar, first: int, indent: int, dash: str | None) -> tuple[Edit, ...]:
    """The edits that move the rest of a text out to the field or the entry it stands in; none where there is none."""
    text = node.source.text
    line_start = text.rfind("\n", 0, node.start) + 1
    column = _entry_column(text, line_start) if dash else _field_column(text, line_start)
    if column is None or not indent - column > 0:
        return ()
    excess = indent - column
    starts = (match.start() for match in re.finditer(r"(?m)^ ", text[first : node.end]))
    return tuple(
        Edit(first + start, first + start + excess, "")
        for start in starts
        if text[first + start : first + start + excess].isspace()
    )


def _field_column(text: str, line_start: int) -> int:
    """The column of the field on a line, behind the dash of an entry."""
    match = re.compile(r"[ ]*(?:- )*").match(text, line_start)
    assert match is not None
    return match.end() - line_start


def _entry_column(text: str, line_start: int) -> int | None:
    """The column of the dash of the entry that a line belongs to; None where it belongs to none."""
    here = _ENTRY.match(text, line_start)
    if here is not None:
        return len(here[1])
    margin = _field_column(text, line_start)
    above = [match for match in _ENTRY.finditer(text, 0, line_start) if len(match[1]) < margin]
    return len(above[-1][1]) if above else None
