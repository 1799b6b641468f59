"""A style sheet made to fit what a document has: a draft's form, narrow numbers, tall plans, a signature."""

from itertools import pairwise
from math import ceil

from msgspec.structs import replace

from reportgen.document.block_types import Document, Grid, Heading, Paragraph, inline_text
from reportgen.document.contents_fitting import with_contents_closed_up
from reportgen.document.cover_fitting import with_fitting_cover, with_fitting_mark
from reportgen.document.side_column import side_of
from reportgen.style import SIGNATURE_ROLES, BlockRole, GridKind, Length, Looks, PreparedSheet, RunStyle, TextStyle
from reportgen.text.characters import BOLD_DIGIT_WIDTH, DIGIT_WIDTH, HAN_LATIN_GAP, rough_width

_NUMBERS: dict[GridKind, BlockRole] = {"cards": "card-figure", "figure_rows": "row-figure", "plan": "plan-ordinal"}
"""The numbers of grids, in the first cell of every entry."""

_BEFORE_TITLE = 0.3
"""Ems between the ordinal of a task and its title, at the least."""

_SPARE = 1.5
"""Points: what Word rounds, half a point of size and a twip of width."""

_DIGIT, _ONE = 0.558, 0.471
"""Ems of digits in the bundled serif face, whose 1 is narrower; those of Times New Roman have half an em."""

_WIDER_DIGITS = Length(-1.0, "em")
"""The indent of a date from the right: with the widest digits in use, no date of eight turns over."""

_LEAST_WITH_UNIT = 0.5
"""Where a number had to be smaller than this share to stand beside its unit, the unit turns over instead."""


class FittedSheet(PreparedSheet, frozen=True):
    """A style sheet as one document prints under it; what layout and all writers of pages ask for."""


def fit(sheet: PreparedSheet, document: Document) -> FittedSheet:
    """The sheet in the form of the document's draft, or of what is final, its grids fitted.

    A long title of the cover is smaller. The numbers of each kind of grid and of tasks, all of one kind alike, are as
    small as the longest asks for (T28). Plans too high for a page lose ``keep_next``, so that they split between rows.
    A signature is put where its date asks for it, and contents close up where that saves a page.
    """
    sheet = with_fitting_mark(sheet.for_draft(document.metadata.draft), document)
    sheet = with_fitting_cover(sheet, document)
    for kind, role in _NUMBERS.items():
        share = _number_share(sheet, [grid for grid in _grids(document) if grid.kind == kind], role)
        sheet = _with_smaller(sheet, role, share)
    sheet = _with_smaller(sheet, "side-figure", _side_share(sheet, document))
    sheet = _with_task_ordinals(sheet, document)
    sheet = with_contents_closed_up(_signed(sheet, document), document)
    sheet = _split(sheet, [grid for grid in _grids(document) if grid.kind == "plan"])
    return FittedSheet(sheet.style, sheet.nodes, sheet.looks, sheet.area, sheet.side)


def _with_smaller(sheet: PreparedSheet, role: BlockRole, share: float) -> PreparedSheet:
    """The sheet with a share of the size of a role, where that is less than all."""
    if share >= 1.0:
        return sheet
    size = Length(sheet.looks.block(role).size * share, "pt")
    return sheet.with_text({role: replace(sheet.style.text.get(role, TextStyle()), size=size)})


def _side_share(sheet: PreparedSheet, document: Document) -> float:
    """What has to be left of the size of the figures in the side column."""
    if sheet.side is None:
        return 1.0
    room = sheet.side.texts.column.width - _SPARE
    headings = (block for block in document.blocks if isinstance(block, Heading))
    figures = (line for heading in headings for line in heading.lines_beside if line.role == "side-figure")
    return min((_share(figure, sheet.looks, room) for figure in figures), default=1.0)


def _grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def _number_share(sheet: PreparedSheet, grids: list[Grid], role: BlockRole) -> float:
    """What has to be left of the size of the numbers of some grids alike."""
    if not grids:
        return 1.0
    room = _room(sheet, grids[0])
    numbers = (line for grid in grids for line in grid.paragraphs if line.role == role)
    return min((_share(number, sheet.looks, room) for number in numbers), default=1.0)


def _with_task_ordinals(sheet: PreparedSheet, document: Document) -> PreparedSheet:
    """The sheet with the ordinals of tasks, all of them alike, as small as the longest asks for (T28)."""
    tasks = (block for block in document.blocks if isinstance(block, Heading) and block.role == "task")
    widest = max((rough_width(block.ordinal.text) for block in tasks if block.ordinal), default=0.0)
    look, size = sheet.looks.block("task"), sheet.looks.run("task", ("task-ordinal",)).size
    room = look.hang - look.size * _BEFORE_TITLE
    if room <= 0 or widest * size <= room:
        return sheet
    style = sheet.style.runs.get("task-ordinal", RunStyle())
    return sheet.with_run("task-ordinal", replace(style, size=Length(room / widest, "pt")))


def _signed(sheet: PreparedSheet, document: Document) -> PreparedSheet:
    """The sheet with signature and date indented so that the longer of them ends where its style says (T13).

    Both are indented alike, and the date starts further right by its ``first_line``. Where a style aligns them in the
    middle or on the right, they are not moved.
    """
    ends: dict[BlockRole, float] = {}
    width = sheet.area.width
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role in SIGNATURE_ROLES.values():
            look = sheet.looks.block(block.role)
            if look.align in ("left", "justify"):
                ends[block.role] = _width(inline_text(block.inlines)) * look.size
                side = side_of(block, sheet)
                width = side.text.width if side else width
    if not ends:
        return sheet
    longer = max(ends, key=ends.__getitem__)
    look = sheet.looks.block(longer)
    left = Length(max(width - look.right - ends[longer] - look.first_line, 0.0), "pt")
    own = sheet.style.text
    place = {"left": left, "right": _WIDER_DIGITS}
    return sheet.with_text({role: replace(own.get(role, TextStyle()), **place) for role in ends})


def _width(text: str) -> float:
    """The approximate width of a text in em, with the gaps between Han and digits (T43)."""
    gaps = sum(one.isascii() != other.isascii() for one, other in pairwise(text))
    return rough_width(text, _DIGIT) - text.count("1") * (_DIGIT - _ONE) + gaps * HAN_LATIN_GAP


def _split(sheet: PreparedSheet, plans: list[Grid]) -> PreparedSheet:
    """The sheet with plans that no page can hold started where they are, and split between rows."""
    if all(_height(plan, sheet) <= sheet.area.height for plan in plans):
        return sheet
    roles = dict.fromkeys(line.role for plan in plans for line in plan.paragraphs)
    return sheet.with_text({role: replace(sheet.style.text.get(role, TextStyle()), keep_next=False) for role in roles})


def _height(grid: Grid, sheet: PreparedSheet) -> float:
    """How high a grid is with a line of heading above it, in points, rather too high than too low."""
    looks = sheet.looks
    look = looks.grid(grid.kind)
    rooms = [(sheet.area.width - look.left) * share / sum(look.shares) - 2 * look.inset for share in look.shares]
    rows = (
        max(sum(_lines(line, looks, room) for line in cell) for cell, room in zip(entry.texts, rooms, strict=True))
        for entry in grid.entries
    )
    heading = looks.block("heading-1")
    return sum(row + 2 * look.pad for row in rows) + heading.line + 2 * heading.pad + heading.after


def _lines(line: Paragraph, looks: Looks, room: float) -> float:
    """How high a paragraph is in so much room, in points."""
    look = looks.block(line.role)
    return ceil(rough_width(inline_text(line.inlines)) * look.size / room) * look.line


def _room(sheet: PreparedSheet, grid: Grid) -> float:
    """The room of a text in the first cell of an entry, in points."""
    look = sheet.looks.grid(grid.kind)
    entry = (sheet.area.width - look.left - look.gap * (grid.across - 1)) / grid.across
    return entry * look.shares[0] / sum(look.shares) - 2 * look.inset - _SPARE


def _share(number: Paragraph, looks: Looks, room: float) -> float:
    """What has to be left of the size of a number so that it fits, if it can with what is beside it."""
    look = looks.block(number.role)
    size, digit = look.size, BOLD_DIGIT_WIDTH if look.bold else DIGIT_WIDTH
    own = sum(rough_width(run.text, digit) * size for run in number.inlines if not run.roles)
    beside = sum(rough_width(run.text) * looks.run(number.role, run.roles).size for run in number.inlines if run.roles)
    if not own:
        return 1.0
    with_unit = (room - beside) / (own + (len(number.inlines) - 1) * HAN_LATIN_GAP * size)
    return with_unit if with_unit >= _LEAST_WITH_UNIT else room / own
