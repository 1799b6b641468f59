"""A document from another program: its paragraphs in order, each with what sets it apart from the others.

A manuscript says what a reader sees, with all tracked changes accepted or, on request, rejected. It knows nothing of
reports.
"""

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct


class Part(Enum):
    """Where in a document a paragraph is."""

    BODY = "body"
    TEXT_BOX = "text-box"
    NOTE = "note"
    FURNITURE = "furniture"
    """Headers and footers."""


class Look(Struct, frozen=True):
    """How characters look, styles and direct formatting taken together.

    ``style`` is the name of the character style, in lower case. ``font`` is the face of Han characters, ``size`` in pt;
    an empty name and 0 mean the document's default.
    """

    style: str = ""
    bold: bool = False
    font: str = ""
    size: float = 0.0


class Decoration(Struct, frozen=True):
    """What people put on characters by hand; ``colour`` and ``highlight`` are as the file names them."""

    italic: bool = False
    underlined: bool = False
    struck: bool = False
    highlight: str = ""
    colour: str = ""


class Span(Struct, frozen=True):
    """Text of one look."""

    text: str
    look: Look
    decoration: Decoration = Decoration()


class ListLevel(Struct, frozen=True):
    """The native numbering of a paragraph; paragraphs of one series go on counting together.

    ``level`` counts from 0; ``number_format`` is Word's name, such as ``decimal`` or ``bullet``.
    """

    series: str
    level: int
    number_format: str


class Cell(Struct, frozen=True):
    """The cell a paragraph is in; all three count from 0 over the whole document."""

    table: int
    row: int
    column: int


class Author(Struct, frozen=True):
    """Who made a change or a comment, and when, as the file says it."""

    name: str = ""
    date: str = ""


class TrackedChange(Struct, frozen=True):
    """A change that is open in the document, at an offset of the paragraph's text.

    ``text`` was inserted, and is in the paragraph, or deleted, and is not.
    """

    offset: int
    text: str
    inserted: bool
    author: Author


class Bookmark(Struct, frozen=True):
    """A named stretch of a paragraph's text; one that goes on in the next paragraph ends with this one."""

    name: str
    start: int
    end: int


class Comment(Struct, frozen=True):
    """A comment with its replies; ``quoted`` is what it is about, empty where it names a place only.

    It begins at an ``offset`` of a ``paragraph``, which is named by its number.
    """

    identifier: str
    author: Author
    text: str
    resolved: bool = False
    replies: tuple[str, ...] = ()
    paragraph: int = 0
    quoted: str = ""
    offset: int = 0


class Paragraph(Struct, frozen=True):
    """One paragraph as a reader sees it.

    ``text`` is the text of ``spans`` together; a soft line end is a line feed, a note mark is left out. ``styles`` are
    the names of its style and of those it is based on, in lower case. ``outline`` is the level of a heading, from 0.
    ``indent`` is the indent of the first line in characters, negative where it hangs. ``in_contents``: the paragraph
    is part of a table of contents. ``notes`` are the marks of notes: an offset and the note's number in the manuscript.
    """

    spans: tuple[Span, ...] = ()
    styles: tuple[str, ...] = ()
    outline: int | None = None
    list_level: ListLevel | None = None
    alignment: str = ""
    indent: float = 0.0
    part: Part = Part.BODY
    cell: Cell | None = None
    in_contents: bool = False
    changes: tuple[TrackedChange, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """What the paragraph says."""
        return "".join(span.text for span in self.spans)


def authors_of(paragraphs: Iterable[Paragraph]) -> tuple[Author, ...]:
    """Who made open changes in paragraphs, each once."""
    return tuple(dict.fromkeys(change.author for each in paragraphs for change in each.changes))


class Unread(Struct, frozen=True):
    """Something that is not text, or text nobody sees: its kind (``picture``, ``chart``, ``hidden``, …) and words."""

    kind: str
    paragraph: int
    text: str = ""


class Manuscript(Struct, frozen=True):
    """A document, read.

    Paragraphs of text boxes follow the one they hang from; notes and furniture are apart. ``charts`` are the words and
    numbers of each.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[tuple[Paragraph, ...], ...] = ()
    furniture: tuple[Paragraph, ...] = ()
    comments: tuple[Comment, ...] = ()
    unread: tuple[Unread, ...] = ()
    identifier: str = ""
    charts: tuple[tuple[str, ...], ...] = ()
