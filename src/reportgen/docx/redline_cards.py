"""Entries that stand side by side in a grid: which rows came and went whole, and in which cell what went is shown."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportgen.docx.redline_steps import Step
from reportgen.docx.redline_units import Unit


class CardPlan(NamedTuple):
    """Where the cards of the old grid stand in the new one.

    ``olds``: what was there, by the place of the cell in the new grid. ``came``: rows of the new grid that are new as
    a whole. ``went``: rows of the old one that went, each with the row of the new one it comes before, None at the
    end. ``is_exact``: whether the old grid comes back by rejecting all this; else its cards do, in other cells.
    """

    olds: dict[int, list[Unit]]
    came: tuple[int, ...]
    went: tuple[tuple[int, int | None], ...]
    is_exact: bool


class _Fates(NamedTuple):
    """What became of cards, each by its identity: the counterparts of old ones, and which are on one side alone."""

    twins: dict[int, int]
    alone: frozenset[int]

    def keeps(self, row: Sequence[Unit]) -> bool:
        """Whether a card of a row is in both grids."""
        return any(id(card) not in self.alone for card in row)

    def is_in_place(self, old: Sequence[Unit], new: Sequence[Unit]) -> bool:
        """Whether every card of a row that is in both grids is where it was."""
        return len(old) == len(new) and all(
            self.twins.get(id(one)) == id(other) or {id(one), id(other)} <= self.alone
            for one, other in zip(old, new, strict=True)
        )


def plan_cards(steps: Sequence[Step], old: Sequence[Unit], new: Sequence[Unit], across: int) -> CardPlan:
    """The plan of a grid, ``across`` cards wide, from the steps that lead from its old cards to the new ones."""
    fates = _fates(steps)
    old_rows, new_rows = _rows(old, across), _rows(new, across)
    stays = [number for number, row in enumerate(new_rows) if fates.keeps(row)]
    came = tuple(number for number, row in enumerate(new_rows) if not fates.keeps(row))
    stayed = [row for row in old_rows if fates.keeps(row)]
    in_place = (fates.is_in_place(row, new_rows[number]) for row, number in zip(stayed, stays, strict=False))
    if len(stayed) == len(stays) and all(in_place):
        olds = {
            number * across + place: [card]
            for row, number in zip(stayed, stays, strict=True)
            for place, card in enumerate(row)
        }
        return CardPlan(olds, came, tuple(_went(old_rows, stays, fates)), is_exact=True)
    places = [place for place in range(len(new)) if place // across not in came]
    return CardPlan(_stacked(steps, new, places), came, (), is_exact=False)


def _fates(steps: Sequence[Step]) -> _Fates:
    alone = (step.old or step.new for step in steps if step.old is None or step.new is None)
    twins = {id(step.old): id(step.new) for step in steps if step.old is not None and step.new is not None}
    return _Fates(twins, frozenset(map(id, alone)))


def _rows(cards: Sequence[Unit], across: int) -> list[Sequence[Unit]]:
    return [cards[start : start + across] for start in range(0, len(cards), across)]


def _went(rows: Sequence[Sequence[Unit]], stays: Sequence[int], fates: _Fates) -> Iterator[tuple[int, int | None]]:
    """The rows that went, each with the row of the new grid that comes next."""
    passed = 0
    for number, row in enumerate(rows):
        if fates.keeps(row):
            passed += 1
        else:
            yield number, stays[passed] if passed < len(stays) else None


def _stacked(steps: Sequence[Step], new: Sequence[Unit], places: Sequence[int]) -> dict[int, list[Unit]]:
    """The old cards by the place of the cell they are shown in: that of their counterpart, of what is next, or last."""
    found: dict[int, list[Unit]] = {}
    waiting: list[Unit] = []
    by_card = {id(new[place]): place for place in places}
    for step in steps:
        if step.old is not None:
            waiting.append(step.old)
        place = by_card.get(id(step.new))
        if place is not None:
            found[place], waiting = waiting, []
    if waiting and places:
        found.setdefault(places[-1], []).extend(waiting)
    return found
