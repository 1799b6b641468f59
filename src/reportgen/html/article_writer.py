"""Document + FittedSheet → an article for the editor of 微信公众号: inline styles, pictures of charts, nothing else.

Such editors drop style sheets, classes, ids, scripts and SVG, and perhaps pictures inside the text, so that these are
also files of their own.
"""

import base64
from collections.abc import Iterator, Sequence
from html import escape
from typing import assert_never

from msgspec import Struct

from reportgen.document import (
    ELEMENTS,
    CellBlock,
    Chart,
    Contents,
    Cover,
    Document,
    FittedSheet,
    Grid,
    Heading,
    Inlines,
    Logo,
    Paragraph,
    Run,
    Table,
    TextBlock,
    contents_headings,
    furniture_text,
    inline_text,
    is_title,
    levels_above,
    parted_by_ground,
    parted_ordinal,
)
from reportgen.html.article_styles import TEXT_SIZE, ArticleStyles
from reportgen.html.chart_png import chart_png
from reportgen.html.grouping import FigureGroup, Group, Leaf, ListGroup, PaperGroup, SectionGroup, grouped
from reportgen.html.palette import PAPER
from reportgen.pictures import Picture
from reportgen.style import CONTENTS_ROLES, BlockRole, Colour, RuleLook
from reportgen.text.characters import LINE_SEPARATOR

_WIDTH = 677
"""Pixels of an article in the window of a computer."""

_CHART_PLACE = "width: 100%; max-width: 480px"


class Article(Struct, frozen=True):
    """The page to copy from, and the PNG files of its pictures, in the order of the text."""

    page: str
    pictures: tuple[bytes, ...]


def write_article(document: Document, sheet: FittedSheet, logo: Picture | None = None) -> Article:
    """The document as an article; the ``logo`` is printed where the cover has it."""
    writer = _Writer(document, sheet, logo)
    body = "\n".join(writer.blocks())
    page = (
        f'<!DOCTYPE html>\n<html lang="{document.metadata.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.metadata.title)}</title>\n</head>\n"
        f'<body style="max-width: {_WIDTH}px; margin: 0 auto; padding: {TEXT_SIZE}px">\n<main>\n{body}\n'
        "</main>\n</body>\n</html>\n"
    )
    return Article(page, tuple(writer.pictures))


class _Writer:
    """Writes the blocks of one document, and keeps its pictures."""

    def __init__(self, document: Document, sheet: FittedSheet, logo: Picture | None) -> None:
        self._document = document
        self._sheet = sheet
        self._logo = logo
        self._above = levels_above(document)
        self._styles = ArticleStyles(sheet)
        self._on_paper = False
        self.pictures: list[bytes] = []

    def blocks(self) -> Iterator[str]:
        """The elements of the text."""
        if self._sheet.style.draft:
            text = furniture_text(self._sheet.style.draft.mark.text, self._document.metadata)
            yield self._styled("p", "draft-mark", escape(text))
        yield from self._groups(self._document.blocks)

    def _groups(self, blocks: Sequence[Leaf]) -> Iterator[str]:
        for group in grouped(blocks, self._sheet.looks.block):
            yield from self._group(group)

    def _group(self, group: Group) -> Iterator[str]:
        match group:
            case SectionGroup():
                for part in group.parts:
                    yield from self._group(part)
            case PaperGroup():
                yield f'<div style="{self._styles.paper(group.first, group.last)}">'
                self._on_paper = True
                for part in group.parts:
                    yield from self._group(part)
                self._on_paper = False
                yield "</div>"
            case ListGroup():
                yield from (self._text("p", each) for entry in group.entries for each in entry)
            case FigureGroup():
                yield self._text("p", group.caption)
                yield from self._block(group.shown)
            case _:
                yield from self._block(group)

    def _block(self, block: Leaf) -> Iterator[str]:
        match block:
            case Cover():
                yield from self._cover(block)
            case Logo():
                yield from self._emblem(block)
            case Contents():
                yield self._styled("p", "contents-title", escape(block.title))
                for heading in contents_headings(self._document, block.levels):
                    role = CONTENTS_ROLES[heading.level]
                    title = escape(f"{parted_ordinal(heading.ordinal)}{inline_text(heading.inlines)}")
                    yield self._styled("p", role, title)
            case Heading():
                yield self._text(f"h{block.level + self._above}", block)
            case Paragraph():
                yield self._text("h1" if is_title(block) else "p", block)
            case Table():
                yield from self._table(block)
            case Chart():
                yield self._chart(block)
            case Grid():
                yield f"<div>{''.join(self._entries(block))}</div>"
            case _:
                assert_never(block)

    def _cover(self, cover: Cover) -> Iterator[str]:
        on_ground, below = parted_by_ground(cover, self._sheet)
        if on_ground:
            ground = self._sheet.style.cover_ground
            assert ground is not None  # without it nothing is on it
            yield f'<div style="{self._styles.ground(self._sheet.style.colours[ground.colour])}">'
            yield from self._groups(on_ground)
            yield "</div>"
        yield from self._groups(below)

    def _emblem(self, line: Logo) -> Iterator[str]:
        if self._logo is None:
            return
        from reportgen.pictures.raster import shrunk

        assert self._sheet.style.logo is not None
        look = self._sheet.looks.block("cover-logo")
        width, _ = self._logo.printed(
            self._sheet.style.logo.height.points(look.size, look.line), self._sheet.area.width
        )
        picture = self._picture(shrunk(self._logo, _WIDTH), line.text, f"width: {width / self._sheet.area.width:.0%}")
        yield self._styled("p", "cover-logo", picture)

    def _chart(self, chart: Chart, fill: Colour | None = None) -> str:
        return self._picture(chart_png(chart, self._sheet, fill or PAPER), chart.text, _CHART_PLACE)

    def _picture(self, content: bytes, text: str, style: str) -> str:
        self.pictures.append(content)
        source = f"data:image/png;base64,{base64.b64encode(content).decode()}"
        return f'<img src="{source}" alt="{escape(text)}" style="{style}">'

    def _entries(self, grid: Grid) -> Iterator[str]:
        look = self._sheet.looks.grid(grid.kind)
        style = self._styles.entry(look, grid.across)
        for entry in grid.entries:
            yield f'<div style="{style}">{"".join(self._cell_block(each, look.fill) for each in entry.blocks)}</div>'

    def _cell_block(self, block: CellBlock, fill: Colour | None) -> str:
        match block:
            case Paragraph():
                return f'<p style="{self._styles.text(block.role, spaced=False)}">{self._line(block)}</p>'
            case Chart():
                return self._chart(block, fill)
            case _:
                assert_never(block)

    def _table(self, table: Table) -> Iterator[str]:
        style, colours = self._sheet.style.tables, self._sheet.style.colours
        rule = RuleLook(style.rule.points(line=self._sheet.looks.line()), colours[style.colour])
        fill = colours[style.head_fill] if style.head_fill else None
        head, cell = self._styles.cell("table-head", rule, fill), self._styles.cell("table-cell", rule, None)
        yield '<table style="width: 100%; border-collapse: collapse">'
        yield self._row("th", head, "table-head", table.head)
        yield from (self._row("td", cell, "table-cell", row) for row in table.rows)
        yield "</table>"

    def _row(self, tag: str, style: str, role: BlockRole, cells: tuple[Inlines, ...]) -> str:
        written = (f'<{tag} style="{style}">{self._inlines(role, cell)}</{tag}>' for cell in cells)
        return f"<tr>{''.join(written)}</tr>"

    def _text(self, tag: str, block: TextBlock) -> str:
        return self._styled(tag, block.role, self._line(block))

    def _styled(self, tag: str, role: BlockRole, content: str) -> str:
        return f'<{tag} style="{self._styles.text(role, spaced=not self._on_paper)}">{content}</{tag}>'

    def _line(self, block: TextBlock) -> str:
        ordinal = self._run(block.role, Run(parted_ordinal(block.ordinal), ("ordinal",))) if block.ordinal else ""
        return ordinal + self._inlines(block.role, block.inlines)

    def _inlines(self, role: BlockRole, inlines: Inlines) -> str:
        return "".join(self._run(role, run) for run in inlines)

    def _run(self, block: BlockRole, run: Run) -> str:
        text = escape(run.text).replace(LINE_SEPARATOR, "<br>")
        for role in run.roles:
            if role == "note-mark":
                return f"<sup>{text}</sup>"
            declared = self._styles.run(block, role)
            style = f' style="{declared}"' if declared else ""
            if style or role in ELEMENTS:
                tag = ELEMENTS.get(role, "span")
                text = f"<{tag}{style}>{text}</{tag}>"
        return text
