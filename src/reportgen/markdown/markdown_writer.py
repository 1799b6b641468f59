"""Document → Markdown as git hosts show it: headings, linked contents, paragraphs, lists, tables."""

import re
from collections.abc import Iterator
from typing import assert_never

from reportgen.document import (
    ELEMENTS,
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Entry,
    Grid,
    Heading,
    Inlines,
    Paragraph,
    Run,
    Table,
    TextBlock,
    chart_table,
    contents_headings,
    inline_text,
    is_title,
    levels_above,
    parted_ordinal,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&$])")
"""What may begin emphasis, a link, an element, a cell, an entity or, between two dollars, a formula."""

_LIST_MARK = re.compile(r"^(\s*\d*)([-+.)])")
"""What begins a list at the start of a paragraph."""

_BESIDE = "\u3000"
"""Between texts that are side by side on paper."""


def write_markdown(document: Document) -> str:
    """The document as Markdown text that ends with a line end; a chart is the table of its numbers."""
    writer = _Writer(document)
    return "\n".join(f"{block}\n" for each in document.blocks for block in writer.block(each))


class _Writer:
    """Writes the blocks of one document; its headings have anchors where a list of contents leads to them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._above = levels_above(document)
        self._has_contents = any(isinstance(block, Contents) for block in document.blocks)

    def block(self, block: Block) -> Iterator[str]:
        """What a block becomes: pieces that blank lines part."""
        match block:
            case Cover():
                yield from map(self._paragraph, block.paragraphs)
            case Contents():
                yield f"**{_escaped(block.title)}**"
                yield "\n".join(map(self._entry, contents_headings(self._document, block.levels)))
            case Heading():
                anchor = f'<a id="{block.anchor}"></a>' if self._has_contents else ""
                yield f"{'#' * (block.level + self._above)} {anchor}{_text(block)}"
            case Paragraph():
                yield self._paragraph(block)
            case Table():
                yield _table(block)
            case Chart():
                yield _table(chart_table(block))
            case Grid():
                yield "\n".join(line for entry in block.entries for line in _grid_entry(entry))
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> str:
        return f"# {_text(block)}" if is_title(block) else _text(block)

    def _entry(self, heading: Heading) -> str:
        title = _escaped(f"{parted_ordinal(heading.ordinal)}{inline_text(heading.inlines)}")
        return f"{'  ' * (heading.level - 1)}- [{title}](#{heading.anchor})"


def _grid_entry(entry: Entry) -> Iterator[str]:
    """An entry of a grid as one of a list; with several cells, the last is a list below it."""
    *beside, last = entry.texts
    if not beside:
        yield f"- {_BESIDE.join(map(_text, last))}"
        return
    yield f"- {_BESIDE.join(_text(paragraph) for cell in beside for paragraph in cell)}"
    yield from (f"  - {_text(paragraph)}" for paragraph in last)


def _text(block: TextBlock) -> str:
    return _LIST_MARK.sub(r"\1\\\2", _escaped(parted_ordinal(block.ordinal)) + _inlines(block.inlines))


def _table(table: Table) -> str:
    return "\n".join((_row(table.head), "|---" * len(table.head) + "|", *map(_row, table.rows)))


def _row(cells: tuple[Inlines, ...]) -> str:
    return "".join(f"| {_inlines(cell)} " for cell in cells) + "|"


def _inlines(inlines: Inlines) -> str:
    return "".join(_run(run) for run in inlines)


def _run(run: Run) -> str:
    text = _escaped(run.text).replace("\u2028", "<br>")
    for role, tag in ELEMENTS.items():
        if role in run.roles:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
