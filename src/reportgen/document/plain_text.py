"""A document as plain text, one line a paragraph: what every writer's output must read as."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from reportgen.diagnostics import FieldPath
from reportgen.document.block_types import (
    FIGURE_COLUMN,
    Chart,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Inlines,
    Ordinal,
    Paragraph,
    Run,
    Table,
    TextBlock,
    contents_headings,
    inline_text,
    text_block,
)
from reportgen.style import RunRole
from reportgen.text.characters import is_chinese
from reportgen.text.latin_marks import latin_marks

_ELEMENTS: dict[RunRole, str | None] = {
    "inserted": "ins", "deleted": "del", "strong": "strong", "run-in": None, "claim": None, "metric": None,
    "ordinal": None, "badge": None, "note-mark": None, "term": None, "card-unit": None, "side-unit": None,
    "task-ordinal": None, "task-head": None, "cover-name": None, "page-number": None, "contents-page": None,
    "contents-page-after": None, "row-unit": None, "adverse": None, "item-page": None,
}  # fmt: skip
ELEMENTS = {role: element for role, element in _ELEMENTS.items() if element}
"""The elements of HTML, which Markdown knows too, for runs whose role has one."""

_APART: frozenset[RunRole] = frozenset(("ordinal", "badge", "task-ordinal", "note-mark"))
_NUMBER = re.compile(r"\d(?:[\d,.\u2005]*\d)?", re.ASCII)


def document_text(document: Document) -> str:
    """The printed text in reading order; ordinals and bullets included, page numbers and furniture not."""
    return "".join(f"{line}\n" for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Cover):
            yield from (_line(line) for line in block.paragraphs)
        elif isinstance(block, Contents):
            yield block.title
            yield from (_line(heading) for heading in contents_headings(document, block.levels))
        elif isinstance(block, Table):
            yield from (inline_text(cell) for row in (block.head, *block.rows) for cell in row)
        elif isinstance(block, Grid):
            yield from (_line(paragraph) for paragraph in block.paragraphs)
        elif isinstance(block, Chart):
            pass  # a picture of what the table says
        elif isinstance(block, Heading | Paragraph):
            yield _line(block)
        else:
            assert_never(block)


def _line(block: TextBlock) -> str:
    return (block.ordinal.text if block.ordinal else "") + inline_text(block.inlines)


def parted_ordinal(ordinal: Ordinal | None) -> str:
    """An ordinal for text without tabs: with a space after it, unless a full-width mark ends it (一、); or nothing."""
    if ordinal is None or not ordinal.text:
        return ""
    last = ordinal.text[-1]
    return ordinal.text if is_chinese(last) and not last.isalnum() else f"{ordinal.text} "


def chart_table(chart: Chart) -> Table:
    """The numbers of a chart as a table of one row, for writers that draw nothing."""
    head = tuple((Run(f"{year}年"),) for year in chart.years)
    row = tuple((Run(figure),) for figure in chart.figures)
    return Table(chart.label, (FIGURE_COLUMN,) * len(head), head, (row,), (chart.origin,))


def latin_marks_in(runs: Inlines, texts: Sequence[str]) -> list[tuple[int, int]]:
    """The spans of shared marks of one paragraph that are Latin (T33); ``texts`` are what its runs print.

    Ordinals and note marks stand apart from the sentence: whatever they are, they make no mark Latin.
    """
    apart: list[tuple[int, int]] = []
    position = 0
    for run, text in zip(runs, texts, strict=True):
        if _APART.intersection(run.roles):
            apart.append((position, position + len(text)))
        position += len(text)
    return latin_marks("".join(texts), apart)


def number_end(text: str) -> int:
    """Where the first number of a text ends: after the last digit of 58,000 in 约58,000人次; 0 without a number."""
    match = _NUMBER.search(text)
    return match.end() if match else 0


def ordinals_in(document: Document) -> dict[FieldPath, str]:
    """The ordinal that each entry of the report prints with, by its path; bullets are none."""
    found: dict[FieldPath, str] = {}
    for block in document.blocks:
        text = text_block(block)
        if text and text.origin.file == "report" and text.ordinal and text.ordinal.value:
            path = text.origin.path
            entry = path[:-1] if len(path) > 1 and isinstance(path[-1], str) else path
            found.setdefault(entry, text.ordinal.text)
    return found
