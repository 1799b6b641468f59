"""The report composed under a style sheet: what all writers read. No points, no pages, no file format in it."""

from reportgen.document.compose import Composition, compose
from reportgen.document.model import (
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    Inlines,
    Metadata,
    Ordinal,
    Paragraph,
    Run,
    Table,
    contents_headings,
    inline_text,
)
from reportgen.document.text import document_text

__all__ = [
    "Block",
    "Composition",
    "Contents",
    "Cover",
    "Document",
    "Heading",
    "Inlines",
    "Metadata",
    "Ordinal",
    "Paragraph",
    "Run",
    "Table",
    "compose",
    "contents_headings",
    "document_text",
    "inline_text",
]
