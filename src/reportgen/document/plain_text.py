"""A document as plain text, one line a paragraph: what every writer's output must read as."""

import re
from collections.abc import Iterator

from reportgen.diagnostics import FieldPath
from reportgen.document.block_types import (
    Chart,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Metadata,
    Paragraph,
    Table,
    contents_headings,
    inline_text,
)
from reportgen.style import RunRole

ELEMENTS: dict[RunRole, str] = {"inserted": "ins", "deleted": "del", "strong": "strong"}
"""The elements of HTML, which Markdown knows too, for runs whose role says something."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
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
            continue  # a picture of what the table says
        else:
            yield _line(block)


def _line(block: Heading | Paragraph) -> str:
    return (block.ordinal.text if block.ordinal else "") + inline_text(block.inlines)


def furniture_text(text: str, metadata: Metadata) -> str:
    """What a header or footer prints, but for the page number: title, draft, hash of what it was made from."""
    words = {"title": metadata.title, "hash": metadata.short_hash, "draft": str(metadata.draft)}
    return _PLACEHOLDER.sub(lambda match: words.get(match.group(1), match.group()), text)


def number_end(text: str) -> int:
    """Where the first number of a text ends: after the last digit of 58,000 in 约58,000人次; 0 without a number."""
    match = _NUMBER.search(text)
    return match.end() if match else 0


def ordinals_in(document: Document) -> dict[FieldPath, str]:
    """The ordinal that each entry of the report prints with, by its path; bullets are none."""
    found: dict[FieldPath, str] = {}
    for block in document.blocks:
        ordinal = block.ordinal if isinstance(block, Heading | Paragraph) else None
        if ordinal and ordinal.value and isinstance(block, Heading | Paragraph):
            origin = block.origin
            entry = origin[:-1] if len(origin) > 1 and isinstance(origin[-1], str) else origin
            found.setdefault(entry, ordinal.text)
    return found
