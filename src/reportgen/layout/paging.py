"""How a layout broke pages, by block: what a writer has to say where a style alone would have them end otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from reportgen.document import (
    AS_STYLED,
    Chart,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Paging,
    Paragraph,
    Table,
    TextBlock,
    text_block,
)
from reportgen.layout.page_ends import Paged
from reportgen.layout.rows import Row
from reportgen.style import Looks


def block_paging(
    document: Document,
    stacked: Sequence[Row],
    placed: Paged,
    looks: Looks,
    bound: Iterable[int],
    below: Mapping[int, float],
) -> dict[int, Paging]:
    """The paging of the blocks that have one of their own, by index; ``stacked`` are the rows before pages ended.

    ``bound`` are the blocks that have too few lines for the heading above, so that it takes the next one along (T55);
    ``below`` has the room under some for what stands beside them.
    """
    changes = [*_starts(document, stacked, placed, looks), *_parted(document, placed)]
    changes += ((block, {"keeps_next": True}) for block in bound)
    changes += ((block, {"below": points}) for block, points in below.items())
    return _paging([*changes, *_kept(document, placed)])


def contents_paging(document: Document, placed: Paged) -> dict[int, Paging]:
    """The paging of the list of contents, if it has one, by its index."""
    return _paging(_kept(document, placed))


_Change = tuple[int, dict[str, object]]
"""A block by its index, and what is to be said of it."""


def _paging(changes: Iterable[_Change]) -> dict[int, Paging]:
    found: dict[int, Paging] = {}
    for block, change in changes:
        found[block] = replace(found.get(block, AS_STYLED), **change)
    return found


def _starts(document: Document, stacked: Sequence[Row], placed: Paged, looks: Looks) -> Iterator[_Change]:
    """Where texts begin a page or do not, unlike their style, and how much space is above them."""
    starts = set(placed.starts)
    for index, (row, before) in enumerate(zip(placed.rows, stacked, strict=True)):
        text = _text(document, row)
        if text is None or row.content.block is None:
            continue
        if row.space > before.space:
            yield row.content.block, {"taken": before.space - row.space}
        look = looks.block(text.role)
        if row.spreads and index in starts:  # those before it fill the page that it is not on
            yield row.content.block, {"begins": True, "taken": look.before}
        if row.start != "fit" and before.spare <= row.spare:
            continue
        if row.start == "fit" and index in starts:
            yield row.content.block, {"begins": True, "taken": look.before}
        elif row.start == "fit" and look.start != "fit":
            yield row.content.block, {"begins": False}
        if before.spare > row.spare:
            yield row.content.block, {"taken": before.spare}


def _parted(document: Document, placed: Paged) -> Iterator[_Change]:
    """What a page begins inside of, though it would rather stay together: the row of a grid before it, the lines."""
    for start in placed.starts:
        content = placed.rows[start].content
        if placed.rows[start].soft and content.block is not None:
            lines = _text(document, placed.rows[start]) is not None
            yield content.block, {"keeps_lines": False} if lines else {"freed": (content.part - 1,)}


def _text(document: Document, row: Row) -> TextBlock | None:
    return text_block(document.blocks[row.content.block]) if row.content.block is not None else None


def _kept(document: Document, placed: Paged) -> Iterator[_Change]:
    """What keeps rows on a page, so that the last of them does not go there without the others, by block.

    A break of the page would do so too, but leave a page with a line or two where Word breaks lines otherwise.
    """
    for span in placed.kept:
        yield from _together(document, placed.rows[span.start : span.stop])


def _together(document: Document, rows: Sequence[Row]) -> Iterator[_Change]:
    last = rows[-1].content
    for block, group in groupby(rows, lambda row: row.content.block):
        if block is None:
            continue
        match document.blocks[block]:
            case Heading() | Paragraph():
                yield block, {"keeps_lines": True}
                if block != last.block:
                    yield block, {"keeps_next": True}
            case Table() | Grid() | Contents() as made:
                head = int(not isinstance(made, Grid))
                parts = dict.fromkeys(row.content.part for row in group)
                yield block, {"rows": tuple(part - head for part in parts if (block, part) != (last.block, last.part))}
            case Chart() | Cover():
                pass
            case _:
                assert_never(document.blocks[block])
