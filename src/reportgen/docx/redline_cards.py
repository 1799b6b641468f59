"""Entries that stand side by side in a grid: which rows came and went whole, and in which cell what went is shown."""

from collections.abc import Sequence
from typing import NamedTuple

from reportgen.docx.redline_steps import Step
from reportgen.docx.redline_units import Unit


class CardPlan(NamedTuple):
    """Where the cards of the old grid stand in the new one.

    ``olds``: what stood there, by the place of the cell in the new grid. ``came``: rows of the new grid that are new as
    a whole. ``went``: rows of the old one that went, each with the row of the new one it stands before, None at the
    end. ``is_exact``: whether the old grid comes back by rejecting all this; else its cards do, in other cells.
    """

    olds: dict[int, list[Unit]]
    came: tuple[int, ...]
    went: tuple[tuple[int, int | None], ...]
    is_exact: bool


class _Grid(NamedTuple):
    """The cards of one side, by identity, and how many stand side by side."""

    cards: Sequence[Unit]
    across: int

    def rows(self) -> list[Sequence[Unit]]:
        return [self.cards[start : start + self.across] for start in range(0, len(self.cards), self.across)]


def plan_cards(steps: Sequence[Step], old: Sequence[Unit], new: Sequence[Unit], across: int) -> CardPlan:
    """The plan of a grid from the steps that lead from its old cards to the new ones."""
    alone = [id(step.old or step.new) for step in steps if step.old is None or step.new is None]
    old_rows, new_rows = _Grid(old, across).rows(), _Grid(new, across).rows()
    kept_old, kept_new = ([_is_kept(row, alone) for row in rows] for rows in (old_rows, new_rows))
    stays = [number for number, kept in enumerate(kept_new) if kept]
    went = tuple(
        (number, next(iter(stays[sum(kept_old[:number]) :]), None)) for number, kept in enumerate(kept_old) if not kept
    )
    came = tuple(number for number, kept in enumerate(kept_new) if not kept)
    twins = {id(step.old): id(step.new) for step in steps if step.old is not None and step.new is not None}
    pairs = list(zip([row for row, kept in zip(old_rows, kept_old, strict=True) if kept], stays, strict=False))
    is_exact = sum(kept_old) == sum(kept_new) and all(
        _is_in_place(row, new_rows[number], twins, alone) for row, number in pairs
    )
    if is_exact:
        olds = {number * across + place: [card] for row, number in pairs for place, card in enumerate(row)}
        return CardPlan(olds, came, went, is_exact)
    places = [place for place in range(len(new)) if place // across not in came]
    return CardPlan(_stacked(steps, new, places), came, (), is_exact)


def _is_kept(row: Sequence[Unit], alone: Sequence[int]) -> bool:
    return any(id(card) not in alone for card in row)


def _is_in_place(old: Sequence[Unit], new: Sequence[Unit], twins: dict[int, int], alone: Sequence[int]) -> bool:
    """Whether a row has every card that stayed where it was."""
    return len(old) == len(new) and all(
        twins.get(id(one)) == id(other) or (id(one) in alone and id(other) in alone)
        for one, other in zip(old, new, strict=True)
    )


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
