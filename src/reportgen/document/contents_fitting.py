"""Contents left out or closed up where they are short or long; without fonts, so that Word and the PDF agree."""

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec.structs import replace

from reportgen.document.block_types import Block, Contents, Document, Heading, contents_headings, inline_text
from reportgen.style import CONTENTS_ROLES, BlockRole, ContentsStyle, Length, PreparedSheet, TextStyle
from reportgen.text.characters import rough_width


def without_short_contents(blocks: Sequence[Block], style: ContentsStyle | None) -> Iterator[Block]:
    """The blocks of a document; no list of contents that has too few entries."""
    headings = [block.level for block in blocks if isinstance(block, Heading)]
    for block in blocks:
        entries = sum(level <= block.levels for level in headings) if isinstance(block, Contents) else 0
        if style is None or not isinstance(block, Contents) or entries >= style.least:
            yield block


def with_contents_closed_up(sheet: PreparedSheet, document: Document) -> PreparedSheet:
    """The sheet with entries no further apart than ``contents.closest``, if the contents then take fewer pages."""
    contents = sheet.style.contents
    listed = next((block for block in document.blocks if isinstance(block, Contents)), None)
    if contents is None or contents.closest is None or listed is None:
        return sheet
    closest = contents.closest.points(line=sheet.looks.line())
    text: dict[BlockRole, TextStyle] = {}
    for role in CONTENTS_ROLES.values():
        if sheet.looks.block(role).line > closest >= sheet.looks.block(role).size:
            text[role] = replace(sheet.style.text.get(role, TextStyle()), line=Length(closest, "pt"))
    closed = sheet.with_text(text)
    headings = contents_headings(document, listed.levels)
    return closed if _pages(closed, headings) < _pages(sheet, headings) else sheet


def _pages(sheet: PreparedSheet, headings: tuple[Heading, ...]) -> int:
    """How many pages the contents take."""
    base = sheet.looks.block("base")
    height = sheet.area.height + base.line - base.size  # the type area is filled by ink (T7)
    pages, used = 1, 0.0
    for line, space in _lines(sheet, headings):
        if used and used + space + line > height:
            pages, used = pages + 1, line
        else:
            used += space + line
    return pages


def _lines(sheet: PreparedSheet, headings: tuple[Heading, ...]) -> Iterator[tuple[float, float]]:
    """The height of each line of the contents and the space above it, in points; the title is one line."""
    above = sheet.looks.block("contents-title")
    yield above.line, 0.0
    for heading in headings:
        look = sheet.looks.block(CONTENTS_ROLES[heading.level])
        for number in range(_turned_over(sheet, heading)):
            yield look.line, 0.0 if number else above.after + look.before
        above = look


def _turned_over(sheet: PreparedSheet, heading: Heading) -> int:
    """How many lines an entry has."""
    contents, look = sheet.style.contents, sheet.looks.block(CONTENTS_ROLES[heading.level])
    ordinal = heading.ordinal.text if heading.ordinal else ""
    leader = contents.leader.room.points(look.size, look.line) if contents else 0.0
    room = sheet.area.width - look.left - look.right - leader - (look.hang if ordinal else 0.0)
    title = inline_text(heading.inlines)
    return max(1, ceil(rough_width(title if look.hang else ordinal + title) * look.size / room))
