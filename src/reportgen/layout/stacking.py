"""Blocks of the document to rows."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from msgspec.structs import replace

from reportgen.document import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    FittedSheet,
    Grid,
    Heading,
    Logo,
    Ordinal,
    Paragraph,
    Run,
    Table,
    TextBlock,
    cover_tops,
    in_sheet,
    inline_text,
    keeps_next,
    note_entries,
    side_of,
    side_role,
    text_block,
)
from reportgen.layout.chart import ChartTypesetter
from reportgen.layout.grid_rows import GridTypesetter
from reportgen.layout.lines import Measure
from reportgen.layout.numbered import Placement, numbered_lines
from reportgen.layout.page_types import ASIDE, Fragment, Link, PlacedPicture, Rectangle, TextPiece, piece_width
from reportgen.layout.pages import shifted
from reportgen.layout.rows import Box, GridSnap, Row, baseline, lowered
from reportgen.layout.setting import Typesetter
from reportgen.layout.side_column import SideTypesetter, room_made
from reportgen.layout.table import TableTypesetter
from reportgen.pictures import Picture
from reportgen.style import FRAMING_ROLES, ROLES, TOLERANCE, BlockLook, Paper, Strip, TextStart, papers_behind

_FAR = 1_000.0
"""Points: room enough for what is in the margin."""

_LINES_KEPT = 2
"""Lines of what follows that a heading takes with it (T55)."""

_ANYWHERE: TextStart = "none"

_OPENING = {FRAMING_ROLES["salutation"], FRAMING_ROLES["opening"]}


class BlockStacker:
    """Turns blocks into rows, one after another, for the type area of a sheet; pages are ``height`` points high."""

    def __init__(self, sheet: FittedSheet, setter: Typesetter, height: float) -> None:
        looks, width = sheet.looks, sheet.area.width
        self._looks = looks
        self._setter = setter
        self._width = width
        self._tables = TableTypesetter(sheet, setter, height)
        self._charts = ChartTypesetter(looks, setter, width)
        self._grids = GridTypesetter(looks, setter, width)
        self._side = SideTypesetter(sheet, setter)
        self._sheet = sheet
        self._speech = sheet.style.speech
        self._logo_style = sheet.style.logo
        self._chart_look = looks.chart()
        self._notes: dict[str, Paragraph] = {}
        self._made: dict[int, tuple[Block, Paper, list[Row]]] = {}
        self.below: dict[int, float] = {}
        """The blocks under which something stands beside, and how many points of room it needs there."""
        self.cover_taken: dict[int, float] = {}
        """What the spaces above lines of the cover lack to those of their styles, by line: none is on the grid then."""
        self.bound: set[int] = set()
        """The blocks with too few lines for the heading above, so that it takes the next one along as well (T55)."""

    def cover(self, document: Document, logo: Picture | None) -> list[Row]:
        """The rows of the cover; where it names the logo, the picture."""
        rows: list[Row] = []
        after = 0.0
        for index, block in enumerate(document.blocks):
            if not isinstance(block, Cover):
                continue
            papers = self._papers([line if isinstance(line, Paragraph) else None for line in block.lines])
            tops = cover_tops(block, self._sheet)
            for part, (line, paper, top) in enumerate(zip(block.lines, papers, tops, strict=True)):
                match line:
                    case Paragraph():
                        look = self._looks.block(line.role)
                        made = list(self._rows(line, index, look, paper))
                    case Logo():
                        look = self._looks.block("cover-logo")
                        made = [self._logo(logo, index, look)] if logo is not None else []
                    case _:
                        assert_never(line)
                if not made:
                    continue
                made[0] = replace(made[0], space=after + look.before)
                if top is not None:
                    made = self._begun_at(top, made, rows, look)
                    self.cover_taken[part] = after + look.before - made[0].space
                rows += (row.with_content(part=part) for row in made)
                after = look.after
        return [replace(row, snap="free") for row in rows] if self.cover_taken else rows

    def _begun_at(self, top: float, made: list[Row], above: list[Row], look: BlockLook) -> list[Row]:
        """The rows of a line whose characters begin so far below the head of the paper, or lower."""
        base = self._looks.block("base")
        head = self._sheet.area.top - (base.line - base.size) / 2
        reached = head + sum(row.space + row.height for row in above)
        space = max(made[0].space, top - (look.line - look.size) / 2 - reached)
        return [replace(made[0], space=space, start=made[0].start if above else "page"), *made[1:]]

    def _logo(self, logo: Picture, index: int, look: BlockLook) -> Row:
        """A line with nothing but the picture, and the leading of a line of text (T7)."""
        assert self._logo_style is not None
        room = self._width - look.left - look.right
        width, height = logo.printed(self._logo_style.height.points(look.size, look.line), room)
        left = look.left + (room - width) * {"right": 1.0, "centre": 0.5}.get(look.align, 0.0)
        leading = look.line - look.size
        placed = PlacedPicture(left, leading / 2, width, height, logo)
        return Row(content=Fragment(index, is_figure=True, pictures=(placed,)), height=height + leading)

    def body(self, document: Document) -> list[Row]:
        """The rows of everything after cover and contents, kept together as headings and short paragraphs ask."""
        self._notes = note_entries(document)
        rows: list[Row] = []
        after = 0.0
        kept, keeps = 0, False
        before_it: Block | None = None
        texts = [text_block(block) for block in document.blocks]
        opened = _first_after_opening(document)
        for index, (block, text, paper) in enumerate(zip(document.blocks, texts, self._papers(texts), strict=True)):
            if isinstance(block, Heading) and not (keeps and isinstance(before_it, Heading)):
                kept = 0  # what is left of an earlier heading's lines does not bind the next heading to it
            before_it = block
            keeps, before, start, below = False, 0.0, _ANYWHERE, 0.0
            if text is not None:
                look = self._looks.block(text.role)
                following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
                keeps = look.keep_next and keeps_next(text, following)
                before, start, below = look.before, look.start, look.after
                start = "fit" if start == "page" and index == opened else start
                after = after if start in ("none", "fit") else 0.0
            made = self._rows_again(block, index, paper)
            if not made:
                continue
            space, spare = after + before, self._spare(block, before)
            made[0] = replace(made[0], space=space, spare=spare, start=start, joined=kept > 0)
            if 0 < kept < _LINES_KEPT:
                self.bound.add(index - 1)
            if _has_high_rows(block):
                kept = 0  # a row of them is as much as a heading asks for
            made[1:kept] = [replace(row, joined=True) for row in made[1:kept]]
            kept = _LINES_KEPT if keeps else max(0, kept - len(made))
            after = below
            rows += made
        rows, self.below = room_made(rows, self._looks.line())
        return rows

    def _spare(self, block: Block, before: float) -> float:
        """What the space above a heading can give: a line of the grid, where more than a line is there."""
        line = self._looks.line()
        return line if isinstance(block, Heading) and before > line + TOLERANCE else 0.0

    def _rows_again(self, block: Block, index: int, paper: Paper) -> list[Row]:
        """The rows of one block of the body; a body with the numbers of its pages in it has most of them already."""
        before, behind, rows = self._made.pop(index, (None, None, []))
        if before == block and behind == paper:
            return rows
        rows = self._block_rows(block, index, paper)
        self._made[index] = block, paper, rows
        return rows.copy()

    def _block_rows(self, block: Block, index: int, paper: Paper) -> list[Row]:
        """The rows of one block of the body; none of cover and contents, which have pages of their own."""
        match block:
            case Heading() | Paragraph():
                first, *others = self._rows(block, index, self._looks.block(block.role), paper)
                is_part = isinstance(block, Heading) and block.level == 1
                first = self._side.with_beside(first, block, index) if isinstance(block, Heading) else first
                whole, spreads = is_part and self._is_whole(block), self._spreads(block)
                room = self._head_room(block) if spreads or block.role == "task" else 0.0
                return [replace(first, opens_part=is_part, whole=whole, spreads=spreads, head_room=room), *others]
            case Table():
                return self._tables.rows(block, index)
            case Grid():
                return self._grids.rows(block, index)
            case Chart():
                return [self._charts.row(block, index, self._chart_look)] if self._chart_look else []
            case Cover() | Contents():
                return []
            case _:
                assert_never(block)

    def _is_whole(self, heading: TextBlock) -> bool:
        """Whether the part under a heading is on one page if it can be: tasks in rows, statements that fill theirs."""
        rows, statements = self._sheet.style.task_rows, self._sheet.style.insights.items.fill_page
        return heading.origin.path[:1] in [*[("tasks",)] * bool(rows), *[("insights",)] * statements]

    def _head_room(self, block: TextBlock) -> float:
        """What a rule above a text takes, in points, where there is no space above it to hold the rule."""
        rule = self._looks.block(block.role).rule
        return rule.gap + rule.thickness if rule and rule.above else 0.0

    def _spreads(self, block: TextBlock) -> bool:
        """Whether a block is the title of a statement of those that fill their page."""
        part = next(iter(block.origin.path), "")
        return block.role == "statement" and self._sheet.style.part(str(part)).items.fill_page

    def _papers(self, texts: Sequence[TextBlock | None]) -> list[Paper]:
        """The paper behind each of some texts; alike ones that follow one another on a page share it, as in Word."""
        looks = [self._looks.block(text.role) if text else None for text in texts]
        return papers_behind(looks)

    def _rows(self, block: TextBlock, index: int, look: BlockLook, paper: Paper) -> Iterator[Row]:
        """The lines of one block, first and last kept with their neighbours (T53)."""
        side = side_of(block, self._sheet)
        strip = side.text if side else None
        width = strip.width if strip else self._width
        placement = Placement(block.role, block.origin, width)
        ordinal = None if side_role(block, self._sheet) else block.ordinal
        lines = numbered_lines(ordinal, block.inlines, placement, self._looks, self._setter)
        snap = self._grid_snap(block, look, paper)
        listed = ROLES[block.role].listed  # entries of a list may be of many sentences
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            inner = number == 1 or (number > 0 and last)
            row = Row(
                content=Fragment(index, line.texts, line.fills, line.dots),
                height=look.line,
                snap=snap,
                is_line=True,
                joined=inner or (number > 0 and (look.keep_lines or isinstance(block, Heading))),
                soft=listed and look.keep_lines and not inner and number > 0,
                anchor=self._anchor(block) if number == 0 else None,
            )
            if number == 0 and isinstance(block, Paragraph) and block.minutes:
                row = row.with_content(texts=(*row.content.texts, *self._minutes(block, row)))
            rule = self._rule(look, width, first=number == 0, last=last)
            if rule:
                row = row.with_content(rectangles=(*row.content.rectangles, *rule))
            if look.fill:
                row = self._on_paper(row, look, paper, width, first=number == 0, last=last)
            links = tuple(self._note_links(row.content.texts)) if self._notes else ()
            row = row.with_content(links=links) if links else row
            yield _in_strip(row, strip) if strip else row

    def _anchor(self, block: TextBlock) -> str | None:
        """What links to a block name it by: headings, entries of the glossary."""
        if isinstance(block, Heading):
            return block.anchor
        return _note_anchor(block.ordinal) if block.role == "glossary" and block.ordinal else block.anchor or None

    def _note_links(self, texts: Sequence[TextPiece]) -> Iterator[Link]:
        """A link over every mark of a line, to its entry in the glossary."""
        for slot, group in groupby(texts, lambda piece: piece.slot):
            pieces = list(group)
            entry = self._notes.get("".join(piece.text for piece in pieces)) if slot % 2 == 1 else None
            if slot > 0 and entry is not None and entry.ordinal:
                size = max(piece.size for piece in pieces)
                left, end = pieces[0].x, pieces[-1].x + piece_width(pieces[-1])
                top = min(piece.y for piece in pieces) - size
                anchor = _note_anchor(entry.ordinal)
                yield Link(left, top, end - left, size, anchor, inline_text(entry.inlines), slot)

    def _on_paper(self, row: Row, look: BlockLook, paper: Paper, width: float, *, first: bool, last: bool) -> Row:
        """A row with the paper behind it, which reaches beyond the first line on it and beyond the last."""
        assert look.fill is not None
        above = look.pad if first and paper.opens else 0.0
        below = look.pad if last and paper.closes else 0.0
        box = Box(paper.key, look.left - look.pad, width - look.right + look.pad, look.fill)
        return replace(lowered(row, above), height=row.height + above + below, drop=above, box=box)

    def _minutes(self, block: Paragraph, row: Row) -> Iterator[TextPiece]:
        """The minutes beside the first line of a paragraph, right of the type area, on its baseline."""
        assert self._speech is not None
        look = self._looks.block("minutes")
        left = self._width + self._speech.gap.points(look.size, look.line)
        room = Measure(left, left, left + _FAR, "left", look.line)
        for line in self._setter.lines((Run(block.minutes),), "minutes", in_sheet("speech", "minutes"), room):
            yield from (replace(piece, y=baseline(row), slot=ASIDE) for piece in line.texts)

    def _grid_snap(self, block: TextBlock, look: BlockLook, paper: Paper) -> GridSnap:
        """Headings take whole lines with their spaces; other text of the grid's own pitch sits on the grid (T51).

        Of texts that share a paper only the first does: the paper goes with it.
        """
        if isinstance(block, Heading):
            return "heading"
        return "line" if look.line == self._looks.line() and (paper.opens or not look.fill) else "free"

    def _rule(self, look: BlockLook, width: float, *, first: bool, last: bool) -> tuple[Rectangle, ...]:
        if look.rule is None or not (first if look.rule.above else last):
            return ()
        top = -look.rule.gap - look.rule.thickness if look.rule.above else look.line + look.rule.gap
        room = width - look.right - look.left
        long = room if look.rule.width is None else min(look.rule.width, room)
        return (Rectangle(look.left, top, long, look.rule.thickness, look.rule.colour),)


def _in_strip(row: Row, strip: Strip) -> Row:
    """A row that was set from the left edge of the type area, moved into a strip of it."""
    content = replace(shifted(row.content, strip.left), mirror=strip.mirror)
    box = replace(row.box, x=row.box.x + strip.left, end=row.box.end + strip.left) if row.box else None
    return replace(row, content=content, box=box, strip=strip)


def _first_after_opening(document: Document) -> int | None:
    """The index of the heading that follows the words to those assembled; None where there are none."""
    heading = next((index for index, block in enumerate(document.blocks) if isinstance(block, Heading)), None)
    before = (text_block(block) for block in document.blocks[:heading])
    return heading if any(text.role in _OPENING for text in before if text is not None) else None


def _note_anchor(ordinal: Ordinal) -> str:
    return f"note-{ordinal.value}"


def _has_high_rows(block: Block) -> bool:
    """Whether one row of a block is as high as the lines that a heading takes with it."""
    match block:
        case Grid() | Chart():
            return True
        case Heading() | Paragraph() | Table() | Cover() | Contents():
            return False
        case _:
            assert_never(block)
