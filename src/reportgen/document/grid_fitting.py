"""A style sheet made to fit what a document has: numbers as narrow as their cells, tall plans parted between rows."""

from math import ceil

from msgspec.structs import replace

from reportgen.document.block_types import Document, Grid, Paragraph, inline_text
from reportgen.style import BlockRole, GridKind, Length, Looks, StyleSheet, TextStyle
from reportgen.text.characters import HAN_LATIN_GAP, rough_width

_DIGIT = 0.64
"""Ems: the widest digits of fonts in use, not bold, so that Word and the PDF agree whatever their fonts."""

_NUMBERS: dict[GridKind, BlockRole] = {"cards": "card-figure", "plan": "plan-ordinal"}
"""The numbers of grids, in the first cell of every entry."""

_SPARE = 1.5
"""Points: what Word rounds, half a point of size and a twip of width."""

_LEAST_WITH_UNIT = 0.5
"""Where a number had to be smaller than this share to stand beside its unit, the unit turns over instead."""


def fitted(sheet: StyleSheet, document: Document) -> StyleSheet:
    """The sheet with the numbers of each kind of grid, all of them alike, as small as the longest asks for (T28).

    Plans too high for a page lose ``keep_next``, so that they part between rows.
    """
    looks = Looks(sheet)
    for kind, role in _NUMBERS.items():
        grids = [block for block in document.blocks if isinstance(block, Grid) and block.kind == kind]
        numbers = [line for grid in grids for line in grid.paragraphs if line.role == role]
        room = _room(sheet, looks, grids[0]) if grids else 0.0
        share = min((_share(number, looks, room) for number in numbers), default=1.0)
        if share < 1.0:
            size = Length(looks.block(role).size * share, "pt")
            style = replace(sheet.text.get(role, TextStyle()), size=size)
            sheet = replace(sheet, text={**sheet.text, role: style})
    return _parted(sheet, document)


def _parted(sheet: StyleSheet, document: Document) -> StyleSheet:
    """The sheet with plans that no page can hold begun where they stand, and parted between rows."""
    looks = Looks(sheet)
    plans = [block for block in document.blocks if isinstance(block, Grid) and block.kind == "plan"]
    page = sheet.page
    height = page.height.points() - page.top.points() - page.bottom.points()
    if all(_height(plan, sheet, looks) <= height for plan in plans):
        return sheet
    roles = {line.role for plan in plans for line in plan.paragraphs}
    loose = {role: replace(sheet.text.get(role, TextStyle()), keep_next=False) for role in roles}
    return replace(sheet, text={**sheet.text, **loose})


def _height(grid: Grid, sheet: StyleSheet, looks: Looks) -> float:
    """How high a grid is with a line of heading above it, in points, rather too high than too low."""
    look = looks.grid(grid.kind)
    rooms = [_width(sheet) * share / sum(look.shares) - 2 * look.inset for share in look.shares]
    rows = (
        max(sum(_lines(line, looks, room) for line in cell) for cell, room in zip(entry.cells, rooms, strict=True))
        for entry in grid.entries
    )
    heading = looks.block("heading-1")
    return sum(row + 2 * look.pad for row in rows) + heading.line + 2 * heading.pad + heading.after


def _lines(line: Paragraph, looks: Looks, room: float) -> float:
    """How high a paragraph is in so much room, in points."""
    look = looks.block(line.role)
    return ceil(rough_width(inline_text(line.inlines), _DIGIT) * look.size / room) * look.line


def _width(sheet: StyleSheet) -> float:
    """How wide the type area is, in points."""
    page = sheet.page
    return page.width.points() - page.left.points() - page.right.points()


def _room(sheet: StyleSheet, looks: Looks, grid: Grid) -> float:
    """The room of a text in the first cell of an entry, in points."""
    look = looks.grid(grid.kind)
    entry = (_width(sheet) - look.gap * (grid.across - 1)) / grid.across
    return entry * look.shares[0] / sum(look.shares) - 2 * look.inset - _SPARE


def _share(number: Paragraph, looks: Looks, room: float) -> float:
    """What has to be left of the size of a number so that it fits, if it can with what stands beside it."""
    size = looks.block(number.role).size
    own = sum(rough_width(run.text, _DIGIT) * size for run in number.inlines if not run.roles)
    beside = sum(
        rough_width(run.text, _DIGIT) * looks.run(number.role, run.roles).size for run in number.inlines if run.roles
    )
    if not own:
        return 1.0
    with_unit = (room - beside) / (own + (len(number.inlines) - 1) * HAN_LATIN_GAP * size)
    return with_unit if with_unit >= _LEAST_WITH_UNIT else room / own
