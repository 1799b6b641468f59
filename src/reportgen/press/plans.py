"""What a user asks of print files, as the sheets to make: each with its sides and its paper."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from reportgen.press.geometry import Press, Size
from reportgen.press.imposition import (
    Duplex,
    PageNumber,
    Side,
    filled_up,
    folded_sides,
    rows_of_sides,
    signature_sides,
    without_cover,
)
from reportgen.style.lengths import POINTS_PER_MILLIMETRE

PAPERS: dict[str, tuple[float, float]] = {
    "a3": (297, 420), "a4": (210, 297), "a5": (148, 210), "b4": (257, 364), "b5": (182, 257), "8k": (260, 370),
    "16k": (185, 260),
}  # fmt: skip
"""Millimetres, upright; B as copiers have them (JIS), 8开 and 16开 as 大度 presses cut them."""

UPS: dict[int, tuple[int, int]] = {2: (2, 1), 4: (2, 2)}
"""Pages a side: how many across, how many down."""

MOST_SIGNATURE = 64
"""Pages: thicker ones do not fold."""

Kind = Literal["pages", "booklet", "signatures", "cover", "2-up", "4-up"]


class Wish(Struct, frozen=True):
    """What print files are asked for; lengths in millimetres, 0 for none.

    ``signatures``: pages of each; ``up``: pages a side; ``paper``: a name of ``PAPERS``, None as the pages ask for.
    ``back_is_last``: the last page is the back, so that blanks come before it.
    """

    booklet: bool = False
    signatures: int = 0
    up: int = 0
    paper: str | None = None
    duplex: Duplex = "short"
    creep: float = 0.0
    bleed: float = 0.0
    separate_cover: bool = False
    black: bool = False
    back_is_last: bool = True

    @property
    def folds(self) -> bool:
        """Whether sheets are to be folded."""
        return self.booklet or bool(self.signatures)


class Plan(Struct, frozen=True):
    """One print file: its kind, its sides, and how pages are put on them."""

    kind: Kind
    sides: tuple[Side, ...]
    press: Press


def plans(wish: Wish, pages: int, page: Size) -> tuple[Plan, ...]:
    """The print files that a wish comes to, for so many pages of a size in points."""
    return tuple(_plans(wish, pages, page))


def _plans(wish: Wish, pages: int, page: Size) -> Iterator[Plan]:
    creep, bleed = wish.creep * POINTS_PER_MILLIMETRE, wish.bleed * POINTS_PER_MILLIMETRE
    if wish.folds:
        press = Press(_paper(wish, page, 2, 1), 2, folded=True, creep=creep, bleed=bleed)
        yield from _folded_plans(wish, filled_up(pages, before_last=wish.back_is_last), press)
    if wish.up:
        across, down = UPS[wish.up]
        kind: Kind = "2-up" if wish.up == across else "4-up"
        paper = _paper(wish, page, across, down) if wish.paper else _turned(page, across > down)
        yield Plan(kind, rows_of_sides(pages, across, down), Press(paper, across, down, bleed=bleed))
    if not wish.folds and not wish.up and (wish.black or wish.bleed or wish.paper):
        yield Plan("pages", rows_of_sides(pages, 1, 1), Press(_paper(wish, page, 1, 1), bleed=bleed))


def _folded_plans(wish: Wish, pages: Sequence[PageNumber], press: Press) -> Iterator[Plan]:
    """Booklet and signatures, and their cover where it is apart."""
    inside = pages
    if wish.separate_cover:
        split = without_cover(pages)
        inside = split.inside
        yield Plan("cover", folded_sides(split.cover, wish.duplex), press)
    if inside and wish.booklet:
        yield Plan("booklet", folded_sides(inside, wish.duplex), press)
    if inside and wish.signatures:
        yield Plan("signatures", signature_sides(inside, wish.signatures, wish.duplex), press)


def _paper(wish: Wish, page: Size, across: int, down: int) -> Size:
    """The paper asked for, turned so that its cells are like the pages; else as large as the pages side by side."""
    if wish.paper is None:
        return page[0] * across, page[1]
    width, height = (side * POINTS_PER_MILLIMETRE for side in PAPERS[wish.paper])
    is_wide = page[0] * across > page[1] * down
    return (height, width) if is_wide else (width, height)


def _turned(page: Size, is_wide: bool) -> Size:
    """A page as paper, on its side where pages are beside each other on it."""
    return (page[1], page[0]) if is_wide else page
