"""A file indented by tabs throughout: read by what is deeper than what, and indented by two spaces a level."""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.nodes import Source

_TAB_FIRST = re.compile(r"(?m)^\t+[^\s#]")
_SPACE_FIRST = re.compile(r"(?m)^ +[^\s#]")
_FEWEST = 2
_LINE = re.compile(r"(?m)^(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)(?P<content>\S.*)$")
_BLOCK = re.compile(r":[ \t]+[>|][-+0-9]*[ \t]*(?:#.*)?$")


def find_tabs(source: Source) -> tuple[Diagnostic, ...]:
    """One finding for a file most lines of which are indented by tabs; its edits indent all of them by spaces."""
    if "\n\t" not in source.text and "\r\t" not in source.text:
        return ()
    text = source.text.replace("\r", "\n")
    tabs, spaces = len(_TAB_FIRST.findall(text)), len(_SPACE_FIRST.findall(text))
    if tabs < _FEWEST or tabs <= spaces:
        return ()
    edits = tuple(_edits(text, tab=2 if spaces else 4))
    first = next(edit for edit in edits if "\t" in text[edit.start : edit.end])
    count = sum("\t" in text[edit.start : edit.end] for edit in edits)
    return (Diagnostic("indent-tabs", source.place(first.start, first.end), {"count": str(count)}, (), edits),)


def _edits(text: str, tab: int) -> Iterator[Edit]:
    """The edits that indent each line by two spaces more than the one it belongs to; ``tab`` is a tab's width."""
    levels: list[tuple[int, int]] = []  # the widths of the lines around, and the columns of what is below them
    block: tuple[int, int] | None = None  # the width of a text's first line, and its column
    awaited: int | None = None  # the column of the text whose mark ended the line above
    for line in _LINE.finditer(text):
        width = len(line["indent"].replace("\t", " " * tab))
        while levels and levels[-1][0] >= width:
            levels.pop()
        column = levels[-1][1] if levels else 0
        if awaited is not None and levels:
            block = width, awaited
        if block is not None and width >= block[0]:
            column = block[1] + (width - block[0]) // tab * 2
        else:
            block = None
        dashes = line["dashes"].count("-") if block is None else 0
        inner = column + 2 * dashes
        awaited = inner + 2 if block is None and _BLOCK.search(line["content"]) else None
        if block is None:
            levels.append((width, max(inner, column + 2)))
        end = line.end("dashes") if dashes else line.end("indent")
        plain = " " * column + "- " * dashes
        if "\t" in text[line.start() : end] or (line["indent"] and plain != text[line.start() : end]):
            yield Edit(line.start(), end, plain)
