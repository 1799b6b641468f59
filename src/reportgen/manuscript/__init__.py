"""Documents from other programs: Word files, plain text and Markdown, read as paragraphs that know their looks."""

from reportgen.manuscript.manuscript_types import (
    Author,
    Bookmark,
    Cell,
    Comment,
    Decoration,
    ListLevel,
    Look,
    Manuscript,
    Paragraph,
    Part,
    Span,
    TrackedChange,
    Unread,
)
from reportgen.manuscript.word_reader import read_word
from reportgen.manuscript.word_xml import DamagedPartError

__all__ = [
    "Author",
    "Bookmark",
    "Cell",
    "Comment",
    "DamagedPartError",
    "Decoration",
    "ListLevel",
    "Look",
    "Manuscript",
    "Paragraph",
    "Part",
    "Span",
    "TrackedChange",
    "Unread",
    "read_word",
]
