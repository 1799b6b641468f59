"""Tabs in indents: a file indented by them throughout, and single lines among others indented by spaces."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.marks import indent_of
from reportgen.source.nodes import Source
from reportgen.text.lazy_pattern import LazyPattern

_TAB_FIRST = LazyPattern(r"(?m)^\t+[^\s#]")
_SPACE_FIRST = LazyPattern(r"(?<![^\r\n]) +[^\s#]")
_FEWEST = 2
_LINE = LazyPattern(r"(?m)^(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)(?P<content>\S.*)$")
_BLOCK = LazyPattern(r":[ \t]+[>|][-+0-9]*[ \t]*(?:#.*)?$")


_WIDTHS = 8, 4
"""Columns a tab takes in editors."""


class AroundTabs(Struct, frozen=True):
    """What is around a line with tabs in its indent, in a file indented by spaces.

    ``following`` is the next line; ``opened`` the column of the key above that has no value yet; ``beside`` are the
    columns of the fields, or of the entries, that the line may belong to, ascending.
    """

    following: str
    opened: int | None
    beside: Sequence[int]

    def column(self, line: str, step: int) -> int:
        """The column meant; ``step`` is what the file indents a level by."""
        content = line.lstrip()
        length, there = indent_of(self.following)
        if "\t" in self.following[:length]:
            there = -1
        dashed, followed_by_dash = content.startswith("-"), self.following.startswith("-", length)
        holds = content.endswith(":") or (dashed and not followed_by_dash and ":" in self.following)
        meant = there - 2 if holds else there
        if self.opened is not None:
            return meant if meant > self.opened or (dashed and meant == self.opened) else self.opened + step
        if not self.beside or (holds and meant in self.beside):
            return max(0, meant)
        widths = [len(line[: -len(content)].expandtabs(width)) for width in _WIDTHS]
        exact = [each for each in self.beside if each in widths or line.startswith(f"\t{content}")]
        return exact[-1] if exact else min(reversed(self.beside), key=lambda each: abs(each - widths[-1]))


def indent_step(text: str) -> int:
    """The columns a file indents its first level by."""
    first = _SPACE_FIRST.search(text)
    return len(first.group()) - 1 if first else 2


def find_tabs(source: Source) -> tuple[Diagnostic, ...]:
    """One finding for a file most lines of which are indented by tabs; its edits indent all of them by spaces."""
    if "\n\t" not in source.text and "\r\t" not in source.text:
        return ()
    text = source.text.replace("\r", "\n")
    tabs, spaces = (sum(1 for _ in each.finditer(text)) for each in (_TAB_FIRST, _SPACE_FIRST))
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
