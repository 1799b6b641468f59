"""A style sheet made to fit what a document has: no number is parted because its cell is too narrow for it."""

from msgspec.structs import replace

from reportgen.characters import HAN_LATIN_GAP, rough_width
from reportgen.document.model import Document, Grid, GridKind, Paragraph
from reportgen.style import BlockRole, Length, Looks, RunRole, StyleSheet, TextStyle

_DIGIT = 0.64
"""Ems: the widest digits of fonts in use, not bold, so that Word and the PDF agree whatever their fonts."""

_NUMBERS: dict[GridKind, tuple[BlockRole, tuple[RunRole, ...]]] = {
    "cards": ("card-figure", ("card-unit",)),
    "plan": ("plan-ordinal", ()),
}
"""The numbers of grids, in the first cell of every entry: their role, and the runs in them with sizes of their own."""


def fitted(sheet: StyleSheet, document: Document) -> StyleSheet:
    """The sheet with the numbers of each kind of grid, all of them alike, as small as the longest asks for (T28)."""
    looks = Looks(sheet)
    for kind, (role, runs) in _NUMBERS.items():
        grids = [block for block in document.blocks if isinstance(block, Grid) and block.kind == kind]
        numbers = [line for grid in grids for line in grid.paragraphs if line.role == role]
        widest = max((_width(number, looks) for number in numbers), default=0.0)
        room = _room(sheet, looks, grids[0]) if grids else 0.0
        if widest > room:
            sheet = _smaller(sheet, looks, role, runs, room / widest)
    return sheet


def _room(sheet: StyleSheet, looks: Looks, grid: Grid) -> float:
    """The room of a text in the first cell of an entry, in points."""
    look = looks.grid(grid.kind)
    page = sheet.page
    width = page.width.points() - page.left.points() - page.right.points()
    entry = (width - look.gap * (grid.across - 1)) / grid.across
    return entry * look.shares[0] / sum(look.shares) - 2 * look.inset


def _width(number: Paragraph, looks: Looks) -> float:
    """How wide a number is with what stands beside it, in points, rather too wide than too narrow."""
    texts = sum(rough_width(run.text, _DIGIT) * looks.run(number.role, run.roles).size for run in number.inlines)
    gaps = len(number.inlines) - 1  # a number, and what stands before and after it
    return texts + gaps * HAN_LATIN_GAP * looks.block(number.role).size


def _smaller(
    sheet: StyleSheet, looks: Looks, role: BlockRole, run_roles: tuple[RunRole, ...], share: float
) -> StyleSheet:
    text, runs = dict(sheet.text), dict(sheet.runs)
    text[role] = replace(text.get(role, TextStyle()), size=Length(looks.block(role).size * share, "pt"))
    for run_role in run_roles:
        run = runs.get(run_role)
        if run is not None and run.size is not None:
            runs[run_role] = replace(run, size=Length(run.size.value * share, run.size.unit))
    return replace(sheet, text=text, runs=runs)
