"""The report composed under a style sheet: what all writers read. No points, no pages, no file format in it."""

from reportgen.document.compose import Composition, compose
from reportgen.document.model import (
    FIGURE_COLUMN,
    Block,
    Chart,
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
from reportgen.document.stamp import LAST_YEAR, REPORT, STYLE, Stamp, read_stamp, stamp_of
from reportgen.document.text import ELEMENTS, document_text, furniture_text, number_end, ordinals_in

__all__ = [
    "ELEMENTS",
    "FIGURE_COLUMN",
    "LAST_YEAR",
    "REPORT",
    "STYLE",
    "Block",
    "Chart",
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
    "Stamp",
    "Table",
    "compose",
    "contents_headings",
    "document_text",
    "furniture_text",
    "inline_text",
    "number_end",
    "ordinals_in",
    "read_stamp",
    "stamp_of",
]
