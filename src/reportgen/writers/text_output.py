"""Document → plain text, to be pasted into a message or read aloud from: one line a paragraph, nothing but text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from reportgen.document import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Inlines,
    Paragraph,
    Table,
    TextBlock,
    chart_table,
    contents_headings,
    inline_text,
    parted_ordinal,
)
from reportgen.style import ROLES, BlockRole
from reportgen.text.characters import LINE_SEPARATOR
from reportgen.text.columns import columns
from reportgen.writers.text_tables import aligned

_INDENT = "\u3000\u3000"
_BESIDE = "\u3000"
"""Between texts that are side by side on paper."""

_WIDEST = 80
"""Columns of a terminal: a table that is wider has a line for every cell."""


class _Piece(NamedTuple):
    """Lines that belong together, and how many blank lines part them from what is above."""

    lines: Sequence[str]
    apart: int = 1


def write_text(document: Document) -> str:
    """The document as text that ends with a line end; a chart is its numbers."""
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        for piece in _pieces(block, before, document):
            lines += [""] * (piece.apart if lines else 0)
            lines += piece.lines
        before = block
    return "".join(f"{line}\n" for line in lines)


def _pieces(block: Block, before: Block | None, document: Document) -> Iterator[_Piece]:
    match block:
        case Cover():
            yield _Piece([_text(line) for line in block.paragraphs])
        case Contents():
            entries = contents_headings(document, block.levels)
            yield _Piece([block.title], apart=2)
            yield _Piece([f"{_INDENT * (entry.level - 1)}{_one_line(entry)}" for entry in entries], apart=0)
        case Heading():
            yield _Piece([_text(block)], apart=2 if block.level == 1 else 1)
        case Paragraph():
            yield _Piece([_text(block)], apart=0 if _is_joined(block, before) else 1)
        case Table():
            yield _Piece(list(_table(block)))
        case Chart():
            yield _Piece(list(_table(chart_table(block))))
        case Grid():
            yield _Piece(list(_grid(block)))
        case _:
            assert_never(block)


def _is_joined(block: Paragraph, before: Block | None) -> bool:
    """Whether no blank line parts a paragraph from the one before it: a line of the same list, the next sentence."""
    if not isinstance(before, Paragraph):
        return False
    return block.role == "sentence" or (_is_listed(block.role) and _is_listed(before.role))


def _is_listed(role: BlockRole) -> bool:
    """Whether paragraphs of a role are lines of one list, of the cover or of the last page."""
    traits = ROLES[role]
    return traits.listed or traits.beside_parts or traits.area == "cover"


def _grid(grid: Grid) -> Iterator[str]:
    """A line for every entry; with several cells, the last is below it."""
    for entry in grid.entries:
        *beside, last = entry.texts
        if not beside:
            yield _BESIDE.join(map(_text, last))
            continue
        yield _BESIDE.join(_text(paragraph) for cell in beside for paragraph in cell)
        yield from (f"{_INDENT}{_text(paragraph)}" for paragraph in last)


def _table(table: Table) -> Iterator[str]:
    """Rows in columns where they are narrow enough, else every cell under the name of its column."""
    head = [_cell(cell) for cell in table.head]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    lines = aligned([head, *rows])
    if max(map(columns, lines)) <= _WIDEST:
        yield from lines
        return
    for number, row in enumerate(rows):
        if number:
            yield ""
        yield from (f"{name}：{cell}" for name, cell in zip(head, row, strict=True) if cell)


def _text(block: TextBlock) -> str:
    return parted_ordinal(block.ordinal) + "".join(run.text for run in block.inlines).replace(LINE_SEPARATOR, "\n")


def _one_line(block: Heading) -> str:
    return parted_ordinal(block.ordinal) + inline_text(block.inlines)


def _cell(inlines: Inlines) -> str:
    return "".join(run.text for run in inlines).replace(LINE_SEPARATOR, " ")
