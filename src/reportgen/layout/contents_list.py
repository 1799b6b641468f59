"""The list of contents as rows: title, leader, page number, and a link over all of it."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Contents, Document, Heading, Run, contents_headings, in_sheet, inline_text
from reportgen.layout.lines import Measure, break_lines
from reportgen.layout.numbered import Placement, numbered_lines
from reportgen.layout.page_types import Dots, Link, Rectangle
from reportgen.layout.rows import Row, line_row
from reportgen.layout.setting import Typesetter
from reportgen.style import CONTENTS_ROLES, BlockLook, ContentsStyle, Looks, RunRole


class ContentsTypesetter(Struct, frozen=True):
    """Sets the contents across ``width`` points; ``labels`` are the printed page numbers by anchor."""

    looks: Looks
    setter: Typesetter
    style: ContentsStyle
    labels: Mapping[str, str]
    width: float

    def rows(self, document: Document) -> list[Row]:
        """The title and an entry for every heading."""
        rows: list[Row] = []
        for index, block in enumerate(document.blocks):
            if isinstance(block, Contents):
                rows += self._title(block, index)
                look = self.looks.block("contents-title")
                for part, heading in enumerate(contents_headings(document, block.levels), 1):
                    entry = [row.with_content(part=part) for row in self._entry(heading, index)]
                    above, look = look, self.looks.block(CONTENTS_ROLES[heading.level])
                    entry[0] = replace(entry[0], space=above.after + look.before, joined=above.keep_next)
                    rows += entry
        return rows

    def _title(self, block: Contents, index: int) -> list[Row]:
        placement = Placement("contents-title", block.origin, self.width)
        lines = numbered_lines(None, (Run(block.title),), placement, self.looks, self.setter)
        look = self.looks.block("contents-title")
        rows = [replace(line_row(line, index, look.line), joined=number > 0) for number, line in enumerate(lines)]
        if look.rule and look.rule.above:
            rows[0] = rows[0].with_content(rectangles=(_rule_above(look, self.width),))
        return rows

    def _entry(self, heading: Heading, block: int) -> list[Row]:
        """The lines of one entry, in the look of the contents: no highlights, no badge, no author's line ends.

        Its title has no origin here: whatever is to be reported of it is reported of the heading.
        """
        role = CONTENTS_ROLES[heading.level]
        look = self.looks.block(role)
        title = inline_text(heading.inlines)
        ordinal = replace(heading.ordinal, role="ordinal") if heading.ordinal else None
        indent = look.hang if self.style.aligned and not ordinal else 0.0
        room = self.width - self.style.leader.room.points(look.size, look.line)
        lines = numbered_lines(ordinal, (Run(title),), Placement(role, None, room - indent), self.looks, self.setter)
        begins = look.left + (look.hang if ordinal else indent)
        end = self.width - look.right
        link = Link(look.left, 0.0, end - look.left, look.line, heading.anchor, title)
        rows = [
            replace(_indented(line_row(line, block, look.line), indent).with_content(links=(link,)), joined=number > 0)
            for number, line in enumerate(lines)
        ]
        number = self.labels.get(heading.anchor, "")
        if number:
            rows[-1] = self._with_number(rows[-1], number, begins + lines[-1].width, heading)
        if look.rule and look.rule.above:
            rows[0] = rows[0].with_content(rectangles=(_rule_above(look, self.width),))
        return rows

    def _with_number(self, row: Row, number: str, ends: float, heading: Heading) -> Row:
        """The last line of an entry, whose title ends at ``ends``, with the leader and the page number."""
        role = CONTENTS_ROLES[heading.level]
        look = self.looks.block(role)
        edge, leader = self.width - look.right, self.style.leader
        is_after = self.style.puts_number_after(heading.level)
        run: RunRole = "contents-page-after" if is_after else "contents-page"
        measured = self.setter.set((Run(number, (run,)),), role, in_sheet("body_page_number"))
        dot, pitch, gap = (length.points(look.size, look.line) for length in (leader.dot, leader.pitch, leader.gap))
        begins = ends + gap if is_after else edge - measured.sums[-1]
        room = Measure(begins, begins, begins + measured.sums[-1], "left", look.line)
        line = next(break_lines(measured, room))
        dots = Dots(ends + gap, begins - gap, line.texts[0].y, dot, pitch, look.colour)
        texts = (replace(piece, slot=1) for piece in line.texts)
        shown = (dots,) if leader.dots and not is_after else ()
        return row.with_content(texts=(*row.content.texts, *texts), dots=shown)


def _indented(row: Row, by: float) -> Row:
    """A line so many points further right."""
    return row.with_content(texts=tuple(replace(piece, x=piece.x + by) for piece in row.content.texts)) if by else row


def _rule_above(look: BlockLook, width: float) -> Rectangle:
    """The rule above an entry, from its left edge to the right one."""
    assert look.rule is not None
    top = -look.rule.gap - look.rule.thickness
    return Rectangle(look.left, top, width - look.left - look.right, look.rule.thickness, look.rule.colour)
