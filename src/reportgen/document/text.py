"""A document as plain text, one line a paragraph: what every writer's output must read as."""

from collections.abc import Iterator

from reportgen.document.model import (
    Contents,
    Cover,
    Document,
    Heading,
    Metadata,
    Paragraph,
    Table,
    contents_headings,
    inline_text,
)


def document_text(document: Document) -> str:
    """The printed text in reading order; ordinals and bullets included, page numbers and furniture not."""
    return "".join(f"{line}\n" for line in _lines(document))


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Cover):
            yield from (_line(line) for line in block.lines)
        elif isinstance(block, Contents):
            yield block.title
            yield from (_line(heading) for heading in contents_headings(document, block.levels))
        elif isinstance(block, Table):
            yield from (inline_text(cell) for row in (block.head, *block.rows) for cell in row)
        else:
            yield _line(block)


def _line(block: Heading | Paragraph) -> str:
    return (block.ordinal.text if block.ordinal else "") + inline_text(block.inlines)


def furniture_text(text: str, metadata: Metadata) -> str:
    """What a header or footer prints, but for the page number: the title and the hash of what it was made from."""
    return text.replace("{title}", metadata.title).replace("{hash}", metadata.short_hash)
