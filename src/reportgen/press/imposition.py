"""Which page is where on which side of which sheet: booklets, signatures, several pages a side. Arithmetic only."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

Duplex = Literal["short", "long"]
"""The edge around which a copier turns a sheet to print its back."""

PageNumber = int | None
"""A page of the source, from 0; None is a blank."""

LEAF = 2
"""Pages of a leaf: one on each side."""

FOLDED = 4
"""Pages of a sheet that is folded once."""


class Spot(Struct, frozen=True):
    """Where a page is placed on a side: its column and row from the upper left, ``turned`` where it is upside down.

    ``steps``: how many times it moves by the creep towards the fold.
    """

    page: PageNumber
    column: int
    row: int = 0
    turned: bool = False
    steps: int = 0


class Side(Struct, frozen=True):
    """One side of a sheet; ``sheet`` counts from 0 in the order in which the sheets are printed."""

    sheet: int
    is_back: bool
    spots: tuple[Spot, ...]


class SplitPages(Struct, frozen=True):
    """The pages of the cover, four of them, or none, and those inside it."""

    cover: tuple[PageNumber, ...]
    inside: tuple[PageNumber, ...]


def filled_up(pages: int, *, before_last: bool = True) -> tuple[PageNumber, ...]:
    """So many pages with blanks to a multiple of four: before the last page, which is the back, or after it.

    A single page stays in front.
    """
    blanks = (None,) * (-pages % FOLDED)
    numbers = tuple(range(pages))
    if not before_last or pages == 1:
        return numbers + blanks
    return (*numbers[:-1], *blanks, *numbers[-1:])


def without_cover(pages: Sequence[PageNumber]) -> SplitPages:
    """The pages of the first and of the last leaf, which print on other paper, and those between them."""
    return SplitPages((*pages[:LEAF], *pages[-LEAF:]), tuple(pages[LEAF:-LEAF]))


def folded_sides(pages: Sequence[PageNumber], duplex: Duplex) -> tuple[Side, ...]:
    """The sides of a booklet stitched through its fold, the outermost sheet first.

    As the sheets come out, printed side down, the stack folds to the pages in their order.

    Raises:
        ValueError: their number is not a multiple of four.

    """
    return tuple(_numbered(_folded(pages, duplex)))


def signature_sides(pages: Sequence[PageNumber], size: int, duplex: Duplex) -> tuple[Side, ...]:
    """The sides of signatures of ``size`` pages, each folded by itself; the last may have fewer.

    Raises:
        ValueError: the number of pages, or the size, is not a multiple of four.

    """
    if size % FOLDED or size < FOLDED:
        raise ValueError(size)
    gathered = (pages[start : start + size] for start in range(0, len(pages), size))
    return tuple(_numbered(side for signature in gathered for side in _folded(signature, duplex)))


def rows_of_sides(pages: int, across: int, down: int) -> tuple[Side, ...]:
    """Sides with several pages each, which are read line by line; front and back in turn."""
    room = across * down
    sides = (range(start, min(start + room, pages)) for start in range(0, pages, room))
    return tuple(
        Side(
            number // 2, number % 2 == 1, tuple(Spot(page, at % across, at // across) for at, page in enumerate(shown))
        )
        for number, shown in enumerate(sides)
    )


def _folded(pages: Sequence[PageNumber], duplex: Duplex) -> Iterator[Side]:
    """Front and back of every sheet, the outermost first, numbered within these pages."""
    if len(pages) % FOLDED:
        raise ValueError(len(pages))
    for sheet in range(len(pages) // FOLDED):
        first, last = sheet * LEAF, len(pages) - 1 - sheet * LEAF
        yield Side(sheet, is_back=False, spots=_pair(pages[last], pages[first], sheet))
        yield Side(sheet, is_back=True, spots=_back(pages[first + 1], pages[last - 1], sheet, duplex))


def _pair(left: PageNumber, right: PageNumber, steps: int, *, turned: bool = False) -> tuple[Spot, ...]:
    return Spot(left, 0, turned=turned, steps=steps), Spot(right, 1, turned=turned, steps=steps)


def _back(left: PageNumber, right: PageNumber, steps: int, duplex: Duplex) -> tuple[Spot, ...]:
    """A sheet lies on its long edge: turned around it, its back comes out upside down, so it is printed so."""
    return _pair(left, right, steps) if duplex == "short" else _pair(right, left, steps, turned=True)


def _numbered(sides: Iterable[Side]) -> Iterator[Side]:
    """The sides with their sheets counted through."""
    for number, side in enumerate(sides):
        yield Side(number // 2, side.is_back, side.spots)
