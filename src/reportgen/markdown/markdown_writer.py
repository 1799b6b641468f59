"""Document → Markdown as git hosts show it: headings, paragraphs, tables."""

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
    Grid,
    Heading,
    Inlines,
    Paragraph,
    Run,
    Table,
    TextBlock,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_LIST_MARK = re.compile(r"^(\s*\d*)([-+.)])")
"""What begins a list at the start of a paragraph."""


def write_markdown(document: Document) -> str:
    """The document as Markdown text that ends with a line end; contents and charts are left out."""
    return "\n".join(f"{block}\n" for each in document.blocks for block in _block(each))


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Cover):
        for line in block.paragraphs:
            yield _paragraph(line)
    elif isinstance(block, Heading):
        yield f"{'#' * block.level} {_paragraph(block)}"
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, Table):
        yield "\n".join((_row(block.head), "|---" * len(block.head) + "|", *(_row(row) for row in block.rows)))
    elif isinstance(block, Grid):
        yield "\n".join("- " + "　".join(map(_paragraph, entry.paragraphs)) for entry in block.entries)
    elif isinstance(block, Contents | Chart):
        return
    else:
        assert_never(block)


def _paragraph(block: TextBlock) -> str:
    if block.ordinal:
        return _escaped(block.ordinal.text) + _inlines(block.inlines)
    return _LIST_MARK.sub(r"\1\\\2", _inlines(block.inlines))


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
