"""Markdown as a manuscript: headings, bold text, lists and tables; everything else is text."""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from reportgen.manuscript.manuscript_types import Cell, ListLevel, Look, Manuscript, Paragraph, Span
from reportgen.text.characters import joint

_STRONG = "**"
"""CommonMark leaves it in the text between 。 and a character of Han; people mean bold text there too."""

_CODE = ("fence", "code_block", "html_block")


def read_markdown(text: str) -> Manuscript:
    """The manuscript of a Markdown file (CommonMark, with tables)."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return Manuscript(tuple(_paragraphs(tokens)))


class _Place:
    """Where in the file a block is: under which heading mark, in which lists, in which cell."""

    def __init__(self) -> None:
        self.heading: int | None = None
        self.lists: list[str] = []
        self.table, self.row, self.column = -1, -1, -1
        self.in_table = False

    def move(self, token: Token) -> None:
        """Takes a token that opens or closes something."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append("bullet" if token.type.startswith("bullet") else "decimal")
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "heading_open" | "heading_close":
                self.heading = int(token.tag[1:]) - 1 if token.nesting > 0 else None
            case "table_open" | "table_close":
                self.in_table = token.nesting > 0
                self.table, self.row = self.table + self.in_table, -1
            case "tr_open":
                self.row, self.column = self.row + 1, -1
            case "th_open" | "td_open":
                self.column += 1
            case _:
                pass

    def on(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, at this place."""
        level = ListLevel(self.lists[-1], len(self.lists) - 1, self.lists[-1]) if self.lists else None
        cell = Cell(self.table, self.row, self.column) if self.in_table else None
        return replace(paragraph, outline=self.heading, list_level=level, cell=cell)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    """A paragraph for each block of text."""
    place = _Place()
    for token in tokens:
        if token.type == "inline":
            yield place.on(_inline(token.children or ()))
        elif token.type in _CODE:
            yield from (Paragraph(spans=(Span(line, Look()),)) for line in token.content.splitlines() if line.strip())
        else:
            place.move(token)


def _inline(children: Sequence[Token]) -> Paragraph:
    """The text of a block; a line end inside it leaves a space only where words need one."""
    bold = 0
    spans: list[Span] = []
    broken = False
    paired = sum(child.content.count(_STRONG) for child in children if child.type == "text") % 2 == 0
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type == "softbreak":
            broken = True
        elif child.type == "hardbreak" or child.content:
            text = child.content or "\n"
            if broken and spans:
                text = joint(spans[-1].text, text) + text
            broken = False
            for number, piece in enumerate(text.split(_STRONG) if paired else (text,)):
                bold = 1 - bold if number else bold
                spans.append(Span(piece, Look(bold=bold > 0)))
    return Paragraph(spans=tuple(span for span in spans if span.text))
