"""The document with what its layout decided, for a writer that breaks lines and pages by itself (T109)."""

from collections.abc import Mapping
from typing import TypeVar, assert_never

from msgspec.structs import replace

from reportgen.document import (
    Block,
    Chart,
    Contents,
    Cover,
    CoverBlock,
    Document,
    Entry,
    Grid,
    Heading,
    Logo,
    Paging,
    Paragraph,
    Table,
    TextBlock,
    marked_at,
)
from reportgen.layout.page_types import Layout, Titled
from reportgen.text.characters import LINE_SEPARATOR

Turns = Mapping[Titled, tuple[int, ...]]
Text = TypeVar("Text", bound=TextBlock)


def as_laid_out(document: Document, layout: Layout) -> Document:
    """The document with a line end where each shaped title turns over, its blocks knowing where pages were ended.

    Its text is the same otherwise.
    """
    blocks = (_block(block, layout) for block in document.blocks)
    return replace(
        document, blocks=tuple(_paged(block, layout.paging.get(index)) for index, block in enumerate(blocks))
    )


def _paged(block: Block, paging: Paging | None) -> Block:
    match block:
        case Heading() | Paragraph() | Table() | Grid() | Contents():
            return replace(block, paging=paging) if paging else block
        case Cover() | Chart():
            return block
        case _:
            assert_never(block)


def _block(block: Block, layout: Layout) -> Block:
    turns = layout.turns
    match block:
        case Cover():
            lines = (_cover_line(line, turns, layout.cover_taken.get(part)) for part, line in enumerate(block.lines))
            return replace(block, lines=tuple(lines), outline=layout.mark)
        case Heading() | Paragraph():
            return _turned(block, turns)
        case Grid():
            return replace(block, entries=tuple(_entry(entry, turns) for entry in block.entries))
        case Contents() | Table() | Chart():
            return block
        case _:
            assert_never(block)


def _cover_line(line: CoverBlock, turns: Turns, taken: float | None) -> CoverBlock:
    match line:
        case Paragraph():
            turned = _turned(line, turns)
            return replace(turned, paging=Paging(taken=taken)) if taken else turned
        case Logo():
            return line
        case _:
            assert_never(line)


def _entry(entry: Entry, turns: Turns) -> Entry:
    return Entry(
        tuple(
            tuple(_turned(each, turns) if isinstance(each, Paragraph) else each for each in cell)
            for cell in entry.cells
        )
    )


def _turned(block: Text, turns: Turns) -> Text:
    places = turns.get((block.role, block.origin, "".join(run.text for run in block.inlines)))
    return replace(block, inlines=marked_at(block.inlines, places, LINE_SEPARATOR)) if places else block
