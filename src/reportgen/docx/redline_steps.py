"""Two rows of units, step by step: what stayed, what went and came, what moved. By entry first, then by likeness."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from docx.oxml.ns import qn

from reportgen.diagnostics import FieldPath
from reportgen.docx.pairing import Traits
from reportgen.docx.pairing import pair as paired_by_likeness
from reportgen.docx.redline_units import Unit, entry_of, section_of
from reportgen.docx.revisions import Place
from reportgen.text.sequences import heaviest_chain

Places = tuple[int, int]
"""The places of a unit and its counterpart in the old and the new row."""


class Step(NamedTuple):
    """A unit of the old file and its counterpart in the new one, None where there is none.

    One that moved has a step ``from`` its place in the old file and a step ``to`` that in the new; ``move`` is the path
    of its entry in the old report.
    """

    old: Unit | None
    new: Unit | None
    place: Place = "here"
    move: FieldPath = ()


class Knowledge(NamedTuple):
    """How units compare: the same where ``canon`` is, of one kind and alike by their ``traits``."""

    canon: Callable[[Unit], str]
    traits: Callable[[Unit], Traits]


def steps_between(
    old: Sequence[Unit], new: Sequence[Unit], knowledge: Knowledge, *, may_move: bool = True
) -> list[Step]:
    """The steps that lead from one row to the other; what went comes before what came.

    What is in both, in another order, stays where most text does; the rest moved, if it is of an entry and
    ``may_move``, or else went and came.
    """
    pairs = _paired(old, new, knowledge)
    steady = heaviest_chain({pair: 1.0 + len(knowledge.traits(old[pair[0]]).text) for pair in pairs})
    moves = _apart(_moves(old, pairs, set(steady)), pairs) if may_move else {}
    return list(_walk(old, new, steady, moves, knowledge))


def _paired(old: Sequence[Unit], new: Sequence[Unit], knowledge: Knowledge) -> list[Places]:
    """What shows the same thing in both, and as one kind, in the order of the old row."""
    places = {unit.key: place for place, unit in enumerate(new) if unit.key is not None}
    found = [(place, places[unit.key]) for place, unit in enumerate(old) if unit.key is not None and unit.key in places]
    return [(one, other) for one, other in found if _is_one_kind(old[one], new[other], knowledge)]


def _is_one_kind(old: Unit, new: Unit, knowledge: Knowledge) -> bool:
    """Whether the one can become the other: paragraphs of any style, other blocks only of the same build."""
    tags = {each.blocks[0].tag for each in (old, new)}
    return tags == {qn("w:p")} or (len(tags) == 1 and knowledge.traits(old).kind == knowledge.traits(new).kind)


def _moves(old: Sequence[Unit], pairs: Sequence[Places], steady: set[Places]) -> dict[Places, FieldPath]:
    """The entry that moved, by its path in the old report, of every unit that it took along: a section, or an item."""
    stayed = {section_of(old[pair[0]].path) for pair in steady}
    found: dict[Places, FieldPath] = {}
    for pair in pairs:
        path = old[pair[0]].path
        section = section_of(path)
        move = section if section and section not in stayed else entry_of(path)
        if pair not in steady and move:
            found[pair] = move
    return found


def _apart(moves: Mapping[Places, FieldPath], pairs: Sequence[Places]) -> dict[Places, FieldPath]:
    """The moves between whose units lies nothing else that is in both files, in either of them."""
    groups: dict[FieldPath, list[Places]] = {}
    for places, move in moves.items():
        groups.setdefault(move, []).append(places)
    sides = [sorted(side) for side in zip(*pairs, strict=True)]
    whole = {
        move
        for move, group in groups.items()
        if all(
            bisect_right(side, max(own)) - bisect_left(side, min(own)) == len(group)
            for side, own in zip(sides, zip(*group, strict=True), strict=True)
        )
    }
    return {places: move for places, move in moves.items() if move in whole}


def _walk(
    old: Sequence[Unit],
    new: Sequence[Unit],
    steady: Sequence[Places],
    moves: Mapping[Places, FieldPath],
    knowledge: Knowledge,
) -> Iterator[Step]:
    """The steps from one steady pair to the next; between them what moved, and the others paired by likeness."""
    departing = {one: Step(old[one], new[other], "from", move) for (one, other), move in moves.items()}
    arriving = {other: Step(old[one], new[other], "to", move) for (one, other), move in moves.items()}
    done = there = 0
    for one, other in (*steady, (len(old), len(new))):
        yield from _between(
            [departing.get(place) or Step(old[place], None) for place in range(done, one)],
            [arriving.get(place) or Step(None, new[place]) for place in range(there, other)],
            knowledge,
        )
        if one < len(old):
            yield Step(old[one], new[other])
        done, there = one + 1, other + 1


def _between(olds: Sequence[Step], news: Sequence[Step], knowledge: Knowledge) -> Iterator[Step]:
    """The steps of what has no steady counterpart: those most alike become one, those that moved stay as they are."""

    def canon(step: Step) -> str:
        unit = _alone(step)
        return knowledge.canon(unit) if unit else f"\0{id(step)}"

    def traits(step: Step) -> Traits:
        unit = _alone(step)
        return knowledge.traits(unit) if unit else Traits((id(step),), "")

    for before, after in paired_by_likeness(olds, news, canon, traits):
        if before is not None and after is not None:
            yield Step(before.old, after.new)
        else:
            yield before or after or Step(None, None)


def _alone(step: Step) -> Unit | None:
    """The unit of a step that has no counterpart yet."""
    return None if step.place != "here" else step.old or step.new
