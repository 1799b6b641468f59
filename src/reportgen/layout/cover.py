"""The cover on one page: where its lines with their spaces are higher than that, the spaces shrink."""

from collections.abc import Sequence

from msgspec.structs import replace

from reportgen.layout.rows import Row

_KEPT_FREE = 6.0
"""Points: what Word takes more for borders, whole twips, and the paragraph that ends the cover's section."""


def fit_cover(rows: Sequence[Row], height: float) -> tuple[list[Row], float]:
    """The rows of a cover in a type area so many points high, and the share of their spaces that is left.

    All spaces shrink alike, and no row keeps to the grid any more. Lines alone that are higher take a second page. What
    is below a line, its rule, needs room of its own in Word.
    """
    height -= _KEPT_FREE
    lines = sum(max((row.height, *(box.y + box.height for box in row.content.rectangles))) for row in rows)
    spaces = sum(row.space for row in rows)
    if lines + spaces <= height or lines > height:
        return list(rows), 1.0
    share = (height - lines) / spaces
    return [replace(row, space=row.space * share, snap="free") for row in rows], share
