"""A cover whose title, and logo, are so small that its lines are not too many, and on the ground that is theirs."""

from collections.abc import Sequence
from math import ceil

from msgspec.structs import replace

from reportgen.document.block_types import Cover, CoverBlock, Document, Paragraph, inline_text
from reportgen.document.cover_lines import cover_tops, ground_mark, parted_by_ground
from reportgen.style import COVER_ROLES, POINTS_PER_MILLIMETRE, BlockRole, Length, PreparedSheet, TextStyle
from reportgen.text.characters import BOLD_DIGIT_WIDTH, rough_width

_TITLE: BlockRole = "cover-title"
_MARK: BlockRole = "cover-mark"

_MOST_LINES = 6
"""Lines of a title; more have no shape to the eye (T9)."""

_SHAPED = 0.8
"""The share of their room that lines of a shaped title take on the average."""

_SMALLEST_LOGO = 5 * POINTS_PER_MILLIMETRE
"""Points: how high a logo is at the least, if the sheet does not ask for less."""

_SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
"""What is left of the size that the sheet names."""


def with_fitting_cover(sheet: PreparedSheet, document: Document) -> PreparedSheet:
    """The sheet with the title of the cover, and its lines, as small as a long title asks for; else as it is.

    Where the smallest title does not fit on the ground behind it either, what the logo above it takes is less.
    """
    covers = [block for block in document.blocks if isinstance(block, Cover)]
    titles = [line for cover in covers for line in cover.paragraphs if line.role == _TITLE]
    if not titles:
        return sheet
    room = min(_room(cover, sheet) for cover in covers)
    for share in _SHARES:
        smaller = sheet if share == 1.0 else _with_title(sheet, share)
        counts = [_lines(title, smaller) for title in titles]
        lacking = sum(counts) * smaller.looks.block(_TITLE).line - room
        if max(counts) <= _MOST_LINES and lacking <= 0:
            return smaller
    return _with_lower_logo(_with_title(sheet, _SHARES[-1]), lacking)


def with_fitting_mark(sheet: PreparedSheet, document: Document) -> PreparedSheet:
    """The sheet with the mark on the ground of the cover as small as its text asks for, to be as wide as the paper."""
    ground, look = sheet.style.cover_ground, sheet.looks.block(_MARK)
    covers = [block for block in document.blocks if isinstance(block, Cover)]
    if ground is None or not covers:
        return sheet
    text = inline_text(ground_mark(covers[0], sheet, document.metadata))
    width = rough_width(text, BOLD_DIGIT_WIDTH) * look.size
    room = sheet.area.paper_width - 2 * ground.inset.points(look.size, sheet.looks.line())
    if width <= room:
        return sheet
    size = Length(round(look.size * room / width, 1), "pt")
    return sheet.with_text({_MARK: replace(sheet.style.text.get(_MARK, TextStyle()), size=size)})


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
    top = max(list(cover_tops(cover, sheet))[place] or sheet.area.top, _reached(on_ground[:place], sheet))
    needed = sum(_height(line, sheet) + sheet.looks.block(line.role).before for line in below)
    return min(room, height - top - needed - sheet.looks.line())


def _reached(above: Sequence[CoverBlock], sheet: PreparedSheet) -> float:
    """How far below the head of the paper the title begins at the least, in points, for the lines above it."""
    heights = sum(_height(line, sheet) if isinstance(line, Paragraph) else _logo_height(sheet) for line in above)
    looks = [sheet.looks.block(line.role if isinstance(line, Paragraph) else COVER_ROLES["logo"]) for line in above]
    return sheet.area.top + heights + sum(look.before + look.after for look in looks) + sheet.looks.block(_TITLE).before


def _logo_height(sheet: PreparedSheet) -> float:
    """The height of the line of the logo, in points; at the most, since one as wide as the page is lower."""
    look, logo = sheet.looks.block(COVER_ROLES["logo"]), sheet.style.logo
    return (logo.height.points(look.size, look.line) if logo else 0.0) + look.line - look.size


def _with_lower_logo(sheet: PreparedSheet, lacking: float) -> PreparedSheet:
    """The sheet with a logo so many points lower, but not too small to be seen."""
    logo, look = sheet.style.logo, sheet.looks.block(COVER_ROLES["logo"])
    if logo is None or lacking <= 0 or sheet.style.cover_ground is None:
        return sheet
    height = logo.height.points(look.size, look.line)
    lower = max(height - lacking, min(height, _SMALLEST_LOGO))
    return replace(sheet, style=replace(sheet.style, logo=replace(logo, height=Length(lower, "pt"))))


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
