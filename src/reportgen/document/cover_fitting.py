"""A cover's title in type so small that its lines, and the cover, are not too many."""

from math import ceil

from msgspec.structs import replace

from reportgen.document.block_types import Cover, Document, Paragraph, inline_text
from reportgen.document.cover_lines import cover_tops, parted_by_ground
from reportgen.style import BlockRole, Length, PreparedSheet, TextStyle
from reportgen.text.characters import rough_width

_TITLE: BlockRole = "cover-title"

_MOST_LINES = 6
"""Lines of a title; more have no shape to the eye (T9)."""

_SHAPED = 0.8
"""The share of their room that lines of a shaped title take on the average."""

_SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""What is left of the size that the sheet names."""


def with_fitting_title(sheet: PreparedSheet, document: Document) -> PreparedSheet:
    """The sheet with the title of the cover, and its lines, as small as a long title asks for; else as it is."""
    covers = [block for block in document.blocks if isinstance(block, Cover)]
    titles = [line for cover in covers for line in cover.paragraphs if line.role == _TITLE]
    if not titles:
        return sheet
    room = min(_room(cover, sheet) for cover in covers)
    for share in _SHARES:
        smaller = sheet if share == 1.0 else _with_title(sheet, share)
        counts = [_lines(title, smaller) for title in titles]
        if max(counts) <= _MOST_LINES and sum(counts) * smaller.looks.block(_TITLE).line <= room:
            return smaller
    return _with_title(sheet, _SHARES[-1])


def _room(cover: Cover, sheet: PreparedSheet) -> float:
    """The room of the titles of a cover, in points: what other lines leave of the page, or of the ground behind it."""
    others = sum(_height(line, sheet) for line in cover.paragraphs if line.role != _TITLE)
    room = sheet.area.height - others
    on_ground, _ = parted_by_ground(cover, sheet)
    ground = sheet.style.cover_ground
    if ground is None:
        return room
    height = ground.height.points(line=sheet.looks.line())
    roles = [line.role if isinstance(line, Paragraph) else "" for line in on_ground]
    place = roles.index(_TITLE) if _TITLE in roles else 0
    below = [line for line in on_ground[place + 1 :] if isinstance(line, Paragraph) and line.role != _TITLE]
    top = list(cover_tops(cover, sheet))[place] or sheet.area.top
    needed = sum(_height(line, sheet) + sheet.looks.block(line.role).before for line in below)
    return min(room, height - top - needed - sheet.looks.line())


def _with_title(sheet: PreparedSheet, share: float) -> PreparedSheet:
    look = sheet.looks.block(_TITLE)
    size, line = (Length(round(length * share, 1), "pt") for length in (look.size, look.line))
    return sheet.with_text({_TITLE: replace(sheet.style.text.get(_TITLE, TextStyle()), size=size, line=line)})


def _height(line: Paragraph, sheet: PreparedSheet) -> float:
    """The height of a cover line other than the title, in points."""
    return _lines(line, sheet) * sheet.looks.block(line.role).line


def _lines(text: Paragraph, sheet: PreparedSheet) -> int:
    """How many lines a text of the cover takes, rather too many than too few."""
    look = sheet.looks.block(text.role)
    width = rough_width(inline_text(text.inlines)) * look.size
    room = sheet.area.width - look.left - look.right
    return 1 if width <= room else ceil(width / (room * _SHAPED))
