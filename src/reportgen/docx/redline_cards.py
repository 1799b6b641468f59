"""Entries that stand side by side in a grid: no cell goes to another row, so a row whose cards shift goes and comes."""

from collections.abc import Iterator, Sequence

from reportgen.docx.redline_units import Unit
from reportgen.text.sequences import heaviest_chain

RowPair = tuple[int | None, int | None]
"""A row of the old grid and the row of the new one that it became, None where there is none."""


def shared_cards(old: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """The places of the cards that are in both grids, by those in the old one."""
    places = {card.key: place for place, card in enumerate(new)}
    return {place: places[card.key] for place, card in enumerate(old) if card.key in places}


def row_pairs(old: Sequence[Unit], new: Sequence[Unit], across: int) -> Iterator[RowPair]:
    """The rows of two grids, ``across`` cards wide, as they are shown: what went comes before what came.

    A row is paired with one where every card that is in both grids has the place it had in its row.
    """
    shared = shared_cards(old, new)
    rows = range(0, len(old), across)
    weights: dict[tuple[int, int], float] = {}
    for number, start in enumerate(rows):
        kept = [place for place in range(start, min(start + across, len(old))) if place in shared]
        other = shared[kept[0]] // across if kept else None
        if other is not None and _is_in_place(number, other, (len(old), len(new)), across, shared):
            weights[number, other] = len(kept)
    done = there = 0
    for one, other in (*heaviest_chain(weights), (len(rows), -(-len(new) // across))):
        yield from ((number, None) for number in range(done, one))
        yield from ((None, number) for number in range(there, other))
        if one < len(rows):
            yield one, other
        done, there = one + 1, other + 1


def _is_in_place(one: int, other: int, sizes: tuple[int, int], across: int, shared: dict[int, int]) -> bool:
    """Whether every card of a row that is in both grids is where it was, and each of the rest has one in its place."""
    before, after = (
        range(number * across, min((number + 1) * across, size))
        for number, size in zip((one, other), sizes, strict=True)
    )
    came = set(after) - set(shared.values())
    return len(before) == len(after) and all(
        shared.get(place) == twin if place in shared else twin in came
        for place, twin in zip(before, after, strict=True)
    )
