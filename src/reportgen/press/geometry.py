"""Pages and marks on paper, in points from the lower left corner."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportgen.press.imposition import Side, Spot

Size = tuple[float, float]
"""Width and height."""

Matrix = tuple[float, float, float, float, float, float]
"""As PDF has it: a b c d e f."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

MARK_GAP = 6.0
"""Points from the bleed to a mark, so that no mark is inside what is cut off badly."""
MARK_LENGTH = 14.0
MARK_THICKNESS = 0.3
"""Points; a press loses lines below 0.1 mm, which are 0.28 pt."""


class Press(Struct, frozen=True):
    """How pages are put on paper; all in points.

    ``paper`` is the sheet after it is trimmed, ``across`` and ``down`` how many pages a side has. Of sheets that are
    ``folded`` in the middle, pages are at the fold and move by ``creep`` from a sheet to the next one inside.
    With ``bleed``, sheets are larger by it and by the room for marks.
    """

    paper: Size
    across: int = 1
    down: int = 1
    folded: bool = False
    creep: float = 0.0
    bleed: float = 0.0

    @property
    def margin(self) -> float:
        """What is around the trimmed sheet."""
        return self.bleed + MARK_GAP + MARK_LENGTH if self.bleed else 0.0

    @property
    def cell(self) -> Size:
        """The room of a page."""
        return self.paper[0] / self.across, self.paper[1] / self.down


class Placed(Struct, frozen=True):
    """A page on a side: how it is moved, scaled and turned, and the box outside which nothing of it prints."""

    page: int
    matrix: Matrix
    clip: Box


def common_scale(pages: Iterable[Size], cell: Size) -> float:
    """The one scale at which all pages fit into a cell, so that no text is larger on one page than on another."""
    return min(min(cell[0] / width, cell[1] / height) for width, height in pages)


def placed(side: Side, sizes: list[Size], press: Press, scale: float) -> Iterator[Placed]:
    """The pages of a side in place; ``sizes`` are those of all pages of the source."""
    for spot in side.spots:
        if spot.page is not None:
            yield _placed(spot, spot.page, sizes[spot.page], press, scale)


def _placed(spot: Spot, page: int, size: Size, press: Press, scale: float) -> Placed:
    width, height = size[0] * scale, size[1] * scale
    cell_width, cell_height = press.cell
    left = press.margin + spot.column * cell_width
    bottom = press.margin + (press.down - 1 - spot.row) * cell_height
    x, y = left + (cell_width - width) / 2, bottom + (cell_height - height) / 2
    if press.folded:
        towards_fold = 1 if spot.column == 0 else -1
        x = (left + cell_width - width if spot.column == 0 else left) + towards_fold * spot.steps * press.creep
    matrix = (scale, 0.0, 0.0, scale, x, y)
    if spot.turned:
        matrix = (-scale, 0.0, 0.0, -scale, x + width, y + height)
    return Placed(page, matrix, _clip(spot, press, (left, bottom, left + cell_width, bottom + cell_height)))


def _clip(spot: Spot, press: Press, cell: Box) -> Box:
    """The cell of a page, and the bleed beyond the edges of the sheet; nothing crosses the fold."""
    left, bottom, right, top = cell
    return (
        left - (press.bleed if spot.column == 0 else 0),
        bottom - (press.bleed if spot.row == press.down - 1 else 0),
        right + (press.bleed if spot.column == press.across - 1 else 0),
        top + (press.bleed if spot.row == 0 else 0),
    )


def marks(press: Press) -> Iterator[Box]:
    """Crop marks at the four corners of a sheet with bleed, and marks of the fold, each a line from point to point."""
    if not press.bleed:
        return
    width, height = press.paper
    inner, outer = press.bleed + MARK_GAP, press.margin
    edge = press.margin
    for x in (edge, edge + width):
        yield x, edge - inner, x, edge - outer
        yield x, edge + height + inner, x, edge + height + outer
    for y in (edge, edge + height):
        yield edge - inner, y, edge - outer, y
        yield edge + width + inner, y, edge + width + outer, y
    if press.folded:
        middle = edge + width / 2
        yield middle, edge - inner, middle, edge - outer
        yield middle, edge + height + inner, middle, edge + height + outer
