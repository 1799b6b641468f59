"""Blocks of the document to the paragraphs, tables and charts of the body."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from msgspec import Struct

from reportgen.document import (
    Block,
    BodyBlock,
    Chart,
    CheckersNotes,
    Contents,
    Cover,
    CoverBlock,
    Document,
    FittedSheet,
    Grid,
    Heading,
    Logo,
    Paragraph,
    Run,
    Table,
    TextBlock,
    contents_headings,
    front_numbers,
    keeps_next,
    note_entries,
    pages_named,
)
from reportgen.docx.bookmarks import Bookmarks
from reportgen.docx.chart_parts import ChartWriter
from reportgen.docx.comments import Comments
from reportgen.docx.contents_field import contents_xml, number_runs
from reportgen.docx.endnotes import number_xml, part_endnotes
from reportgen.docx.grid_tables import GridWriter
from reportgen.docx.grounds import colophon_ground_xml, cover_ground_xml, short_rule_xml
from reportgen.docx.inline_writer import InlineWriter
from reportgen.docx.names import WordStyle
from reportgen.docx.numbering import Numbering
from reportgen.docx.pictures import picture_xml
from reportgen.docx.side_column import SideWriter, with_side_indents
from reportgen.docx.table_writer import TableWriter
from reportgen.docx.word_styles import Used, section_end
from reportgen.docx.word_units import Measures, rule_room
from reportgen.docx.xml import FREE_NEXT, KEEP_NEXT, TAB, runs_of
from reportgen.pictures import Picture
from reportgen.style import COLOPHON_ROLES, CONTENTS_ROLES, BlockRole, PageStart

_KEEP_LINES = {None: "", True: "<w:keepLines/>", False: '<w:keepLines w:val="0"/>'}
_PAGE_BREAK = {None: "", True: "<w:pageBreakBefore/>", False: '<w:pageBreakBefore w:val="0"/>'}


class SectionSpan(Struct, frozen=True):
    """What becomes one section: where it begins, the format of its page numbers, None where it prints none.

    ``first`` is the number of its first page, None where it goes on from the section before. ``note_mark`` is the
    format of the endnotes it names; unless it ``holds_notes``, these are at the end of a later section.
    """

    content: str
    start: PageStart
    numbers: str | None
    first: int | None = None
    note_mark: str = ""
    holds_notes: bool = True
    is_cover: bool = False
    is_body: bool = False
    is_back: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether its pages have no header and no footer."""
        return self.is_cover or self.is_back


class _BodyPart:
    """What of the body becomes one section: how it begins, its paragraphs and tables, whether it ends in endnotes."""

    def __init__(self, start: PageStart) -> None:
        self.start = start
        self.content: list[str] = []
        self.holds_notes = False
        self.is_back = False


class Body:
    """Writes the blocks of one document; remembers which styles they use, and the charts among them."""

    def __init__(
        self,
        document: Document,
        sheet: FittedSheet,
        measures: Measures,
        page_labels: Mapping[str, str],
        logo: Picture | None,
        notes: CheckersNotes,
    ) -> None:
        self._parted = part_endnotes(document, sheet.style.glossary)
        self._note_mark = sheet.style.glossary.mark if sheet.style.glossary and self._parted.entries else ""
        self._document = self._parted.document
        self.sheet = self._sheet = with_side_indents(sheet, self._document)
        self.numbering = Numbering(self._document, self._sheet)
        self.used = Used()
        self.charts = ChartWriter(self._sheet, measures)
        self._notes = {mark: entry.ordinal.value for mark, entry in note_entries(document).items() if entry.ordinal}
        self.comments = Comments(notes)
        self._inlines = InlineWriter(
            self.used,
            Bookmarks(),
            self._notes,
            self.comments,
            self._sheet.looks,
            endnotes=self._note_mark,
            page_labels=page_labels,
        )
        self._named = pages_named(self._document)
        self._tables = TableWriter(self._sheet, self._inlines)
        self._grids = GridWriter(self._sheet, self._inlines, self.charts)
        self._side = SideWriter(sheet, self._sheet, self._inlines)
        self._logo = logo
        self._measures = measures
        self._back = _back(self._document) if sheet.style.colophon_ground else None
        self._page_labels = page_labels

    def spans(self) -> list[SectionSpan]:
        """Cover, contents and body; the body again wherever a heading begins on a right-hand page."""
        style = self._sheet.style
        cover: list[str] = []
        contents: list[str] = []
        bodies = [_BodyPart(style.body_start)]
        for index, block in enumerate(self._document.blocks):
            if isinstance(block, Cover):
                cover += self._cover(block)
            elif isinstance(block, Contents):
                contents.append(self._contents(block))
            else:
                self._part(bodies, block, index)
                bodies[-1].content.append(self._block(block, index))
        if self._document.blocks and _is_table(self._document.blocks[-1]):
            bodies[-1].content.append(self.section_end())
        made: list[SectionSpan] = []
        front = front_numbers(self._document, style)
        if cover:
            first = None if front.cover == 1 else front.cover  # what files begin with anyway is not written
            made.append(SectionSpan("".join(cover), "page", None, first, is_cover=True))
        if style.contents and contents:
            made.append(
                SectionSpan("".join(contents), style.contents.start, style.contents.page_number, front.contents)
            )
        return made + [self._body_span(part, number, bodies) for number, part in enumerate(bodies)]

    def _part(self, parts: "list[_BodyPart]", block: BodyBlock, index: int) -> None:
        """Begins a section of the body where the notes of the glossary end, or a heading is on a right-hand page."""
        if index == self._parted.place:
            parts[-1].holds_notes = True
            parts.append(_BodyPart("none"))
        if index == self._back:
            parts.append(_BodyPart("page"))
            parts[-1].is_back = True
        if isinstance(block, Heading) and self._sheet.looks.block(block.role).start == "odd":
            if parts[-1].content:
                parts.append(_BodyPart("odd"))
            elif len(parts) > 1:
                parts[-1].start = "odd"

    def _body_span(self, part: "_BodyPart", number: int, parts: "list[_BodyPart]") -> SectionSpan:
        return SectionSpan(
            "".join(part.content),
            part.start,
            self._sheet.style.body_page_number,
            None if number else 1,
            note_mark=self._note_mark,
            holds_notes=not self._note_mark or part.holds_notes or part is parts[-1],
            is_body=not part.is_back,
            is_back=part.is_back,
        )

    def endnotes(self) -> dict[int, str]:
        """The entries of the glossary that are endnotes, by number."""
        return {number: "".join(self._endnote(entry)) for number, entry in self._parted.entries.items()}

    def _endnote(self, entry: list[Paragraph]) -> Iterator[str]:
        style = self._inlines.use(WordStyle("glossary", "endnote"))
        self._inlines.used.runs["ordinal",] = None
        mark = number_xml(("ordinal",)) + TAB
        for paragraph in entry:
            inner = mark + self._inlines.write("glossary", paragraph.inlines)
            yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'
            mark = ""

    def section_end(self, section: str = "") -> str:
        """The empty paragraph that ends a section, with its properties, or the file after a table."""
        self.used.section_end = True
        return section_end(section)

    def _cover(self, cover: Cover) -> Iterator[str]:
        """The lines of the cover; the ground behind them hangs on the first."""
        ground = cover_ground_xml(cover, self._sheet)
        for place, line in enumerate(cover.lines):
            written = self._cover_line(line, place, ground)
            ground = "" if written else ground
            yield written

    def _cover_line(self, line: CoverBlock, place: int, ground: str) -> str:
        """A line of text, or the picture; nothing where there is none."""
        match line:
            case Paragraph():
                own = self._space_around(line)
                return self._paragraph(line, own, WordStyle(line.role), ground + self._name(line))
            case Logo():
                return self._picture(line, place, ground)
            case _:
                assert_never(line)

    def _name(self, line: Paragraph) -> str:
        """The name before a line of the cover, in the room of its hanging indent."""
        if line.ordinal is None:
            return ""
        tab = TAB if self._sheet.looks.block(line.role).hang else ""
        return self._inlines.write(line.role, (Run(line.ordinal.text, (line.ordinal.role,)),)) + tab

    def _picture(self, line: Logo, place: int, ground: str) -> str:
        if self._logo is None:
            return ""
        style = self._sheet.style.logo
        assert style is not None
        look = self._sheet.looks.block("cover-logo")
        height = style.height.points(look.size, look.line)
        size = self._logo.printed(height, self._sheet.area.width - look.left - look.right)
        return self._drawn("cover-logo", ground + picture_xml(self._logo, place, size, line.text))

    def _drawn(self, role: BlockRole, drawing: str) -> str:
        """A paragraph that holds a drawing."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self._inlines.use(WordStyle(role))}"/></w:pPr>{drawing}</w:p>'

    def _contents(self, block: Contents) -> str:
        self._inlines.use(WordStyle("contents-title"))
        for level in range(1, block.levels + 1):
            self._inlines.use(WordStyle(CONTENTS_ROLES[level]))
        for heading in contents_headings(self._document, block.levels):
            if roles := number_runs(heading.level, self._sheet):
                self.used.runs[roles] = None
        return contents_xml(self._document, block, self._sheet, self._inlines.bookmarks, self._page_labels)

    def _block(self, block: BodyBlock, index: int) -> str:
        match block:
            case Heading() | Paragraph():
                own = self._kept_otherwise(block, index) + self.numbering.of_block(index) + self._space_around(block)
                beside = self._side.frame(block) if isinstance(block, Heading) else ""
                behind = colophon_ground_xml(self._sheet) if index == self._back else ""
                style = self.numbering.style_of_block(index)
                return self._paragraph(block, own + self._side.indents(block), style, behind) + beside
            case Table():
                return self._tables.xml(block)
            case Grid():
                return self._grids.xml(block)
            case Chart():
                return self._drawn(self.charts.role(block), self.charts.drawing_xml(block))
            case _:
                assert_never(block)

    def _kept_otherwise(self, block: TextBlock, index: int) -> str:
        """What keeps a paragraph or lets it go, or begins a page with it, where its style does not."""
        following = next(iter(self._document.blocks[index + 1 : index + 2]), None)
        look, paging = self._sheet.looks.block(block.role), block.paging
        keeps = paging.keeps_next or (look.keep_next and keeps_next(block, following))
        return (
            ("" if keeps == look.keep_next else KEEP_NEXT if keeps else FREE_NEXT)
            + _KEEP_LINES[paging.keeps_lines]
            + _PAGE_BREAK[paging.begins]
        )

    def _space_around(self, block: TextBlock) -> str:
        """The space above a paragraph where its page took some of what its style gives, or gave more; room under it."""
        look, vertical, taken = self._sheet.looks.block(block.role), self._measures.vertical, block.paging.taken
        above = f' w:before="{vertical(max(0.0, look.before - taken - rule_room(look)))}"' if taken else ""
        room = block.paging.below
        if block.paging.begins:
            room -= rule_room(look)  # at the head of a page there is no space to take it from
        below = f' w:after="{vertical(max(0.0, look.after + room))}"' if room else ""
        return f"<w:spacing{above}{below}/>" if above or below else ""

    def _paragraph(self, block: TextBlock, properties: str, style: WordStyle, before: str = "") -> str:
        """A paragraph with what its style does not give it, and the runs that are ``before`` its text."""
        inner = self._inlines.write(block.role, block.inlines)
        if isinstance(block, Heading):
            inner = self._inlines.bookmarks.heading(block, inner)
        elif block.role == "glossary" and block.ordinal:
            inner = self._inlines.bookmarks.note(self._notes[block.ordinal.text], inner)
        if block.anchor in self._named:
            inner = self._inlines.bookmarks.page(block.anchor, inner)
        if block.origin.file == "report":
            inner = self.comments.review(block.origin.path, inner)
        identifier = self._inlines.use(style)
        aside = ""
        if isinstance(block, Paragraph) and block.minutes:
            minutes = self._inlines.use(WordStyle("minutes"))
            # LibreOffice 7.4 knows frames of paragraphs only, none of styles; Word writes them so too.
            own = f'<w:pStyle w:val="{minutes}"/>{self._measures.frame}'
            aside = f"<w:p><w:pPr>{own}</w:pPr>{runs_of(block.minutes)}</w:p>"
        before += short_rule_xml(self._sheet.looks.block(block.role))
        return aside + f'<w:p><w:pPr><w:pStyle w:val="{identifier}"/>{properties}</w:pPr>{before}{inner}</w:p>'


def _back(document: Document) -> int | None:
    """The index of the first line of the last page; None without one."""
    lines = (index for index, block in enumerate(document.blocks) if getattr(block, "role", None) in COLOPHON_ROLES)
    return next(lines, None)


def _is_table(block: Block) -> bool:
    """Whether Word holds a block as a table, after which a file needs a paragraph."""
    match block:
        case Table() | Grid():
            return True
        case Heading() | Paragraph() | Chart() | Cover() | Contents():
            return False
        case _:
            assert_never(block)
