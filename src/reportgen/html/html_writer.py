"""Document + FittedSheet → one HTML page that needs no other file, to be opened in a browser or sent by mail."""

import base64
from collections.abc import Iterator, Sequence
from html import escape
from typing import assert_never

from reportgen.document import (
    ELEMENTS,
    FIGURE_COLUMN,
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
    Metadata,
    Ordinal,
    Paragraph,
    Run,
    Table,
    TextBlock,
    column_widths,
    contents_headings,
    furniture_text,
    inline_text,
    is_title,
    levels_above,
    note_entries,
    number_end,
    parted_by_ground,
    side_of,
    side_role,
)
from reportgen.html.chart_svg import chart_svg
from reportgen.html.css import StyleRules, grid_class, run_class
from reportgen.html.grouping import (
    FigureGroup,
    Group,
    Leaf,
    ListGroup,
    PaperGroup,
    SectionGroup,
    SideGroup,
    grouped,
    parted_by_side,
)
from reportgen.html.word_ends import WORD_END, with_word_ends
from reportgen.pictures import Picture
from reportgen.style import CONTENTS_ROLES, BlockRole, RunRole
from reportgen.text.characters import LINE_SEPARATOR
from reportgen.text.columns import columns


def write_html(document: Document, sheet: FittedSheet, logo: Picture | None = None) -> str:
    """The document as a page, looking as its style sheet says.

    The ``logo`` is printed where the cover has it.
    """
    metadata = document.metadata
    writer = _Writer(document, sheet, logo)
    mark, body = writer.draft_mark(), "\n".join(writer.page())
    return (
        f'<!DOCTYPE html>\n<html lang="{metadata.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(metadata.title)}</title>\n'
        f"{_described(metadata)}<style>\n{writer.rules.text(document)}\n</style>\n</head>\n<body>\n"
        f"{mark}<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _described(metadata: Metadata) -> str:
    """What the page says of itself."""
    texts = {
        "author": metadata.author,
        "description": metadata.subject,
        "keywords": "，".join(metadata.keywords),
        "dcterms.date": metadata.date.isoformat(),
        "dcterms.identifier": metadata.stamp,
    }
    return "".join(f'<meta name="{name}" content="{escape(text)}">\n' for name, text in texts.items() if text)


class _Writer:
    """Writes the blocks of one document; remembers which style rules they need."""

    def __init__(self, document: Document, sheet: FittedSheet, logo: Picture | None) -> None:
        self._document = document
        self._sheet = sheet
        self._logo = logo
        self._above = levels_above(document)
        self._notes = _notes(document)
        self._marked: set[int] = set()
        self.rules = StyleRules(sheet)

    def page(self) -> Iterator[str]:
        """Cover and contents, each in an element of its own, and the text in a third."""
        blocks = self._document.blocks
        front = sum(isinstance(block, Cover | Contents) for block in blocks)
        for block in blocks[:front]:
            yield from self._group(block)
        yield "<div>"
        body = grouped(blocks[front:], self._sheet.looks.block)
        for group in parted_by_side(body, self._is_beside):
            if isinstance(group, SideGroup):
                self.rules.use_side_column()
                yield from self._element("div", group.parts, ' class="beside-column"')
            else:
                yield from self._group(group)
        yield "</div>"

    def _groups(self, blocks: Sequence[Leaf]) -> Iterator[str]:
        for group in grouped(blocks, self._sheet.looks.block):
            yield from self._group(group)

    def _is_beside(self, block: Leaf) -> bool:
        """Whether a block is beside the side column, and not only indented like what is."""
        side = self._sheet.side
        return side is not None and not isinstance(block, Logo) and side_of(block, self._sheet) == side.texts

    def draft_mark(self) -> str:
        """The line that says which draft this is, above everything; nothing on what is final."""
        if self._sheet.style.draft is None:
            return ""
        self.rules.use("draft-mark")
        text = furniture_text(self._sheet.style.draft.mark.text, self._document.metadata)
        return f'<p class="draft-mark">{escape(text)}</p>\n'

    def _group(self, group: Group) -> Iterator[str]:
        match group:
            case SectionGroup():
                yield from self._element("section", group.parts)
            case PaperGroup():
                yield from self._element("div", group.parts, f' class="{self.rules.paper(group.first, group.last)}"')
            case ListGroup():
                tag = "ol" if group.is_numbered else "ul"
                yield f"<{tag}>"
                yield from map(self._list_entry, group.entries)
                yield f"</{tag}>"
            case FigureGroup():
                yield f"<figure>\n{self._text('figcaption', group.caption)}"
                yield from self._block(group.shown)
                yield "</figure>"
            case _:
                yield from self._block(group)

    def _element(self, tag: str, parts: Sequence[Group], attributes: str = "") -> Iterator[str]:
        yield f"<{tag}{attributes}>"
        for part in parts:
            yield from self._group(part)
        yield f"</{tag}>"

    def _block(self, block: Leaf) -> Iterator[str]:
        match block:
            case Cover():
                yield from self._cover(block)
            case Logo():
                yield from self._picture(block)
            case Contents():
                yield from self._contents(block)
            case Heading():
                yield self._text(f"h{block.level + self._above}", block, f' id="{block.anchor}"')
                if block.beside:
                    yield f"<aside>{''.join(map(self._cell_block, block.beside))}</aside>"
            case Paragraph():
                yield self._paragraph(block)
            case Table():
                yield from self._table(block)
            case Chart():
                yield self._chart(block)
            case Grid():
                yield from self._grid(block)
            case _:
                assert_never(block)

    def _chart(self, chart: Chart) -> str:
        look = self._sheet.looks.chart(chart.place)
        assert look is not None  # without a look no charts are composed
        self.rules.use(look.role)
        return chart_svg(chart, look, self._sheet.area.width, self.rules.palette)

    def _cell_block(self, block: CellBlock) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Chart():
                return self._chart(block)
            case _:
                assert_never(block)

    def _cover(self, cover: Cover) -> Iterator[str]:
        """The lines of the cover, those on the ground behind it in an element of their own."""
        on_ground, below = parted_by_ground(cover, self._sheet)
        yield "<header>"
        if on_ground:
            self.rules.use_cover_ground()
            yield '<div class="cover-ground">'
            yield from self._groups(on_ground)
            yield "</div>"
        yield from self._groups(below)
        yield "</header>"

    def _picture(self, line: Logo) -> Iterator[str]:
        if self._logo is None:
            return
        assert self._sheet.style.logo is not None
        look = self.rules.use("cover-logo")
        height = self._sheet.style.logo.height.points(look.size, look.line)
        width, height = self._logo.printed(height, self._sheet.area.width - look.left - look.right)
        size = f'style="width: {width:.1f}pt; height: auto"'
        yield f'<p class="cover-logo"><img src="{_data(self._logo)}" alt="{escape(line.text)}" {size}></p>'

    def _contents(self, block: Contents) -> Iterator[str]:
        """The list of contents, its entries leading to their headings."""
        self.rules.use("contents-title")
        title = escape(block.title)
        yield f'<nav aria-label="{title}">\n<p class="contents-title">{title}</p>\n<ul>'
        for heading in contents_headings(self._document, block.levels):
            role = CONTENTS_ROLES[heading.level]
            attributes = self._classes(role, heading.ordinal)
            title = self._inlines(role, (Run(inline_text(heading.inlines)),))
            text = f"{self._ordinal(role, heading.ordinal, listed=True)}{title}"
            yield f'<li{attributes}><a href="#{heading.anchor}">{text}</a></li>'
        yield "</ul>\n</nav>"

    def _paragraph(self, block: Paragraph) -> str:
        return self._text("h1" if is_title(block) else "p", block)

    def _list_entry(self, paragraphs: Sequence[Paragraph]) -> str:
        first, *others = paragraphs
        note = self._notes.get(first.ordinal.text) if first.ordinal and first.role == "glossary" else None
        anchor = f' id="term-{note}"' if note else ""
        if not others:
            return self._text("li", first, anchor)
        return f"<li{anchor}>{''.join(map(self._paragraph, paragraphs))}</li>"

    def _text(self, tag: str, block: TextBlock, attributes: str = "") -> str:
        if isinstance(block, Paragraph) and block.minutes:
            self.rules.use("minutes")
            attributes += f' data-minutes="{escape(block.minutes)}"'
        aside = self._side_ordinal(block)
        classes = self._classes(block.role, None if aside else block.ordinal)
        ordinal = aside or self._ordinal(block.role, block.ordinal)
        note = self._notes.get(block.ordinal.text) if block.ordinal and block.role == "glossary" else None
        if note in self._marked:
            ordinal = f'<a href="#mark-{note}" role="doc-backlink">{ordinal}</a>'
        return f"<{tag}{attributes}{classes}>{ordinal}{self._inlines(block.role, block.inlines)}</{tag}>"

    def _classes(self, role: BlockRole, ordinal: Ordinal | None) -> str:
        look = self.rules.use(role)
        return f' class="{role} numbered"' if ordinal and look.hang else f' class="{role}"'

    def _side_ordinal(self, block: TextBlock) -> str:
        """An ordinal that print has in the side column, before its heading; empty where there is none."""
        role = side_role(block, self._sheet)
        if role is None or block.ordinal is None:
            return ""
        self.rules.use(role)
        return f'<span class="{role} number">{escape(block.ordinal.text)} </span>'

    def _ordinal(self, role: BlockRole, ordinal: Ordinal | None, *, listed: bool = False) -> str:
        """An ordinal inline, or in the room that a hanging indent leaves for it, where a copy has a space.

        Plain where it is ``listed``.
        """
        if ordinal is None:
            return ""
        kind: RunRole = "ordinal" if listed else ordinal.role
        text = escape(ordinal.text)
        if kind in self._sheet.style.runs:
            text = f'<span class="{run_class(kind)}">{text}</span>'
        return f'<span class="number">{text} </span>' if self.rules.use(role).hang else text

    def _table(self, table: Table) -> Iterator[str]:
        self.rules.use("table-head")
        self.rules.use("table-cell")
        yield f"<table>\n<caption>{escape(table.title)}</caption>"
        yield (
            "<colgroup>" + "".join(f'<col style="width: {share:.1%}">' for share in self._shares(table)) + "</colgroup>"
        )
        yield f"<thead>{self._row('table-head', table.head)}</thead>\n<tbody>"
        yield from (self._row("table-cell", row, self._figure_place(table)) for row in table.rows)
        yield "</tbody>\n</table>"

    def _shares(self, table: Table) -> list[float]:
        widths = column_widths(table, self._sheet)
        return [width / sum(widths) for width in widths]

    def _figure_place(self, table: Table) -> tuple[int, int] | None:
        """The column of figures and the widest number in it, in characters; None without such a column."""
        if FIGURE_COLUMN not in table.columns:
            return None
        column = table.columns.index(FIGURE_COLUMN)
        texts = [inline_text(row[column]) for row in table.rows]
        return column, max((columns(text[: number_end(text)]) for text in texts), default=0)

    def _row(self, role: BlockRole, cells: tuple[Inlines, ...], figure: tuple[int, int] | None = None) -> str:
        tag, scope = ("th", ' scope="col"') if role == "table-head" else ("td", "")
        written = [self._inlines(role, cell) for cell in cells]
        if figure:
            column, width = figure
            written[column] = self._figure(cells[column], width)
        return f"<tr>{''.join(f'<{tag}{scope}>{cell}</{tag}>' for cell in written)}</tr>"

    def _figure(self, cell: Inlines, width: int) -> str:
        """A figure whose number ends below the others (T16)."""
        end = number_end(inline_text(cell))
        number, unit = (
            self._inlines("table-cell", part) for part in (_cut(cell, 0, end), _cut(cell, end, len(inline_text(cell))))
        )
        return f'<span class="figure" style="min-width: {width}ch">{number}</span>{unit}'

    def _grid(self, grid: Grid) -> Iterator[str]:
        self.rules.use_grid(grid)
        yield f'<ul class="{grid_class(grid)}" aria-label="{escape(grid.title)}">'
        for entry in grid.entries:
            cells = "".join(f"<div>{''.join(map(self._cell_block, cell))}</div>" for cell in entry.cells)
            yield f"<li>{cells}</li>"
        yield "</ul>"

    def _inlines(self, role: BlockRole, inlines: Inlines) -> str:
        return "".join(map(self._run, with_word_ends(role, inlines)))

    def _run(self, run: Run) -> str:
        if run.page_of:
            return ""  # the web has no pages
        text = escape(run.text).replace(LINE_SEPARATOR, "<br>").replace(WORD_END, "<wbr>")
        if not run.roles:
            return text
        classes = " ".join(map(run_class, run.roles))
        if "note-mark" in run.roles and run.text in self._notes:
            note = self._notes[run.text]
            anchor = "" if note in self._marked else f' id="mark-{note}"'
            self._marked.add(note)
            return f'<a class="{classes}"{anchor} href="#term-{note}" role="doc-noteref">{text}</a>'
        tag = next((tag for role, tag in ELEMENTS.items() if role in run.roles), "span")
        return f'<{tag} class="{classes}">{text}</{tag}>'


def _notes(document: Document) -> dict[str, int]:
    """The numbers of the glossary's entries, by their marks."""
    return {mark: entry.ordinal.value for mark, entry in note_entries(document).items() if entry.ordinal}


def _cut(inlines: Inlines, start: int, stop: int) -> Inlines:
    """The runs that have characters from one place of their text to another."""
    cut: list[Run] = []
    position = 0
    for run in inlines:
        text = run.text[max(start - position, 0) : max(stop - position, 0)]
        if text:
            cut.append(Run(text, run.roles, run.metric))
        position += len(run.text)
    return tuple(cut)


def _data(picture: Picture) -> str:
    """A picture as the address of its own bytes."""
    if picture.whole:
        content, kind = picture.whole, "svg+xml" if picture.kind == "svg" else picture.kind
    else:
        from reportgen.pictures.raster import write_png

        content, kind = write_png(picture), "png"
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
