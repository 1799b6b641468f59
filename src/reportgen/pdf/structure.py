"""The logical structure of a document (ISO 32000-1 14.7, 14.8): what is a heading, a list, a table, in reading order.

Made from the Document, not from the pages: where a thing is printed does not change what it is.
"""

from collections.abc import Iterator
from itertools import count, pairwise
from typing import assert_never

from msgspec import Struct

from reportgen.document import (
    BodyBlock,
    CellBlock,
    Chart,
    Contents,
    Cover,
    CoverBlock,
    Document,
    Grid,
    Heading,
    Logo,
    Ordinal,
    Paragraph,
    Table,
    contents_headings,
    is_mark,
)
from reportgen.layout import LABEL
from reportgen.style import ROLES

Content = tuple[int, int, int]
"""What a page shows of a document: the block, the part of it, and the slot in that (see ``layout.Fragment``)."""

_SQUARE = "▪■□"


class Link(Struct, frozen=True):
    """The annotations over an entry of the contents, by its block and part; over a mark, by its block and slot."""

    block: int
    part: int


class Element(Struct, frozen=True):
    """A structure element: its type, what is in it, its attributes as PDF writes them, the text read in its place."""

    tag: str
    kids: "tuple[Element | Content | Link, ...]" = ()
    attributes: str = ""
    alternative: str = ""


def structure_of(document: Document) -> Element:
    """The tree of a document: cover, contents, then a Part for every heading of level 1, sections in it."""
    return Element("Document", tuple(_parts(document)))


def _parts(document: Document) -> Iterator[Element]:
    """Cover and contents, what comes before the first heading, and the sections of level 1."""
    inner: list[tuple[int, BodyBlock]] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Cover):
            yield Element("Part", tuple(_cover_line(line, index, part) for part, line in enumerate(block.lines)))
        elif isinstance(block, Contents):
            yield Element("Part", (_contents(document, block, index),))
        else:
            inner.append((index, block))
    yield from _sections(inner, 1)


def _cover_line(line: CoverBlock, index: int, part: int) -> Element:
    match line:
        case Paragraph():
            return Element("P", _texts(index, part, line.ordinal))
        case Logo():
            return _figure((index, part, 0), line.text)
        case _:
            assert_never(line)


def _figure(content: Content, text: str) -> Element:
    """A picture, and the text read in its place."""
    return Element("Figure", (content,), "/O /Layout /Placement /Block", text)


def _sections(blocks: list[tuple[int, BodyBlock]], level: int) -> Iterator[Element]:
    """Text up to the first heading of a level, then a section for every such heading with all that follows it."""
    starts = [place for place, (_, block) in enumerate(blocks) if _opens(block, level)]
    yield from _texts_and_lists(blocks[: starts[0]] if starts else blocks, level)
    for start, end in pairwise((*starts, len(blocks))):
        index, block = blocks[start]
        if isinstance(block, Heading):
            title = Element(f"H{block.level}", _texts(index, 0, block.ordinal))
            yield Element("Part" if level == 1 else "Sect", (title, *_sections(blocks[start + 1 : end], level + 1)))
        else:
            yield from _texts_and_lists(blocks[start:end], level)


def _opens(block: BodyBlock, level: int) -> bool:
    """Whether a block ends the sections before it: a heading, what is beside the parts, closing words of its level."""
    match block:
        case Heading():
            return block.level <= level
        case Paragraph():
            closes = block.role == "closing" and len(block.origin.path) <= level
            return closes or ROLES[block.role].beside_parts
        case Table() | Chart() | Grid():
            return False
        case _:
            assert_never(block)


def _texts_and_lists(blocks: list[tuple[int, BodyBlock]], level: int) -> Iterator[Element]:
    """Paragraphs, tables, and lists of paragraphs that follow one another; deeper headings open their sections."""
    if any(isinstance(block, Heading) for _, block in blocks):
        yield from _sections(blocks, level + 1)
        return
    waiting: list[tuple[int, Paragraph]] = []
    for index, block in blocks:
        if isinstance(block, Paragraph) and ROLES[block.role].listed:
            waiting.append((index, block))
            continue
        yield from _list(waiting)
        waiting = []
        assert not isinstance(block, Heading)
        yield _element(block, index)
    yield from _list(waiting)


def _element(block: Paragraph | Table | Chart | Grid, index: int) -> Element:
    """A block that is an element by itself."""
    match block:
        case Paragraph():
            label = ((index, 0, LABEL),) if block.ordinal else ()
            return Element("P", (*label, *_text_with_marks(block, index)))
        case Table():
            return _table(block, index)
        case Grid():
            return _grid(block, index)
        case Chart():
            return _figure((index, 0, 0), block.text)
        case _:
            assert_never(block)


def _list(entries: list[tuple[int, Paragraph]]) -> Iterator[Element]:
    """One list of some entries; a paragraph of the glossary that begins with no term goes on with the one before."""
    if not entries:
        return
    items: list[Element] = []
    bodies: list[list[Element | Content | Link]] = []
    for index, paragraph in entries:
        if bodies and paragraph.role == "glossary" and "term" not in paragraph.inlines[0].roles:
            bodies[-1].append(Element("P", tuple(_text_with_marks(paragraph, index))))
            continue
        bodies.append(list(_text_with_marks(paragraph, index)))
        label = (Element("Lbl", ((index, 0, LABEL),)),) if paragraph.ordinal else ()
        items.append(Element("LI", label))
    whole = (
        Element("LI", (*item.kids, Element("LBody", tuple(body)))) for item, body in zip(items, bodies, strict=True)
    )
    yield Element("L", tuple(whole), f"/O /List /ListNumbering /{_list_numbering(entries[0][1].ordinal)}")


def _text_with_marks(paragraph: Paragraph, index: int) -> Iterator[Element | Content | Link]:
    """The text of a paragraph, each mark in it a link to the glossary (see ``layout.TextPiece``)."""
    yield index, 0, 0
    for number in range(sum(map(is_mark, paragraph.inlines))):
        slot = 2 * number + 1
        yield Element("Link", ((index, 0, slot), Link(index, slot)))
        yield index, 0, slot + 1


def _list_numbering(ordinal: Ordinal | None) -> str:
    """How a list counts (ISO 32000-1 table 347); Chinese numerals are decimal numbers to it."""
    if ordinal is None:
        return "None"
    if ordinal.value:
        return "Decimal"
    return "Square" if ordinal.text in _SQUARE else "Disc"


def _table(table: Table, index: int) -> Element:
    """A table: the head's cells head their columns, the first cell of every row its row."""
    head = (Element("TH", ((index, 0, column),), _scope("Column")) for column in range(len(table.columns)))
    rows = (Element("TR", tuple(_cells(len(table.columns), index, row))) for row in range(1, len(table.rows) + 1))
    return Element("Table", (Element("THead", (Element("TR", tuple(head)),)), Element("TBody", tuple(rows))))


def _cells(columns: int, index: int, row: int) -> Iterator[Element]:
    yield Element("TH", ((index, row, 0),), _scope("Row"))
    for column in range(1, columns):
        yield Element("TD", ((index, row, column),))


def _grid(grid: Grid, index: int) -> Element:
    """A list: every entry an item, its texts paragraphs; rows are a matter of the page."""
    items: list[Element] = []
    for part, row in enumerate(grid.rows):
        slots = count()
        for entry in row:
            labels: list[Element] = []
            bodies: list[Element] = []
            for block in entry.blocks:
                if isinstance(block, Paragraph) and block.ordinal:
                    labels.append(Element("Lbl", ((index, part, next(slots)),)))
                bodies.append(_cell_block(block, (index, part, next(slots))))
            items.append(Element("LI", (*labels, Element("LBody", tuple(bodies)))))
    first = next(iter(grid.paragraphs), None)
    return Element("L", tuple(items), f"/O /List /ListNumbering /{_list_numbering(first.ordinal if first else None)}")


def _cell_block(block: CellBlock, content: Content) -> Element:
    match block:
        case Paragraph():
            return Element("P", (content,))
        case Chart():
            return _figure(content, block.text)
        case _:
            assert_never(block)


def _scope(scope: str) -> str:
    return f"/O /Table /Scope /{scope}"


def _contents(document: Document, block: Contents, index: int) -> Element:
    """The list of contents: its title as caption, every entry a link with its number."""
    entries: list[Element] = [Element("Caption", ((index, 0, 0),))]
    for part, heading in enumerate(contents_headings(document, block.levels), 1):
        link = Element("Link", (*_texts(index, part, heading.ordinal), (index, part, 1), Link(index, part)))
        entries.append(Element("TOCI", (Element("Reference", (link,)),)))
    return Element("TOC", tuple(entries))


def _texts(index: int, part: int, ordinal: Ordinal | None) -> tuple[Content, ...]:
    """A text and the ordinal before it."""
    text = (index, part, 0)
    return ((index, part, LABEL), text) if ordinal else (text,)
