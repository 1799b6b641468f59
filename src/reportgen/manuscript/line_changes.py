"""What changed in a line, as changes of fields and of metrics; what belongs to neither is for a person.

Numbers are one atom each: the digits of a metric never mix with those of another number.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple, assert_never

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.printed_figure import FIGURE
from reportgen.manuscript.printed_lines import Cell, Kind
from reportgen.text.sequences import opcodes

PARAGRAPH_MARK = "\u2029"
"""In the new text of a line that was split: where the next paragraph begins."""

_TOKEN = re.compile(rf"{FIGURE}|[A-Za-z]+|.", re.DOTALL)
_YEAR = re.compile(r"[12]\d{3}")


class Reason(Enum):
    """Why a change is left to a person."""

    DERIVED = auto()
    UNIT = auto()
    NUMBER_GONE = auto()
    FIXED = auto()


_INSIDE = {Kind.METRIC: Reason.UNIT, Kind.DERIVED: Reason.DERIVED, Kind.FIXED: Reason.FIXED}
"""What it means that a word was typed into the middle of a print; text has no middle."""


class FieldEdit(NamedTuple):
    """A stretch of the folded text of a field, and what is to be there: as it prints, or ``folded`` itself."""

    path: FieldPath
    start: int
    end: int
    text: str
    folded: bool = False


class MetricEdit(NamedTuple):
    """A metric whose printed number was changed, to a number as it is printed now (``4.1万``)."""

    metric: str
    old: str
    number: str


class LeftAlone(NamedTuple):
    """A change of neither a field nor a metric."""

    reason: Reason
    old: str
    new: str


class LineChanges(Struct, frozen=True):
    """All changes of one line."""

    fields: tuple[FieldEdit, ...] = ()
    metrics: tuple[MetricEdit, ...] = ()
    left: tuple[LeftAlone, ...] = ()


class _Token(NamedTuple):
    """An atom of the old line: its text, its characters, and how many others its reference has."""

    text: str
    cells: tuple[Cell, ...]
    group: int


class _Stretch(NamedTuple):
    """Atoms of one group that are changed together, and the atoms in their place."""

    tokens: tuple[_Token, ...]
    new: tuple[str, ...]


def line_changes(cells: Sequence[Cell], text: str) -> LineChanges:
    """The changes that make a line of these characters say ``text``."""
    old = _tokens(cells)
    new = [match.group() for match in _TOKEN.finditer(text)]
    sizes = {group: len(tuple(tokens)) for group, tokens in groupby(old, key=lambda token: token.group)}
    fields: list[FieldEdit] = []
    metrics: list[MetricEdit] = []
    left: list[LeftAlone] = []
    for tag, first, last, start, end in opcodes([token.text for token in old], new):
        if tag == "equal":
            continue
        if first == last:
            text = "".join(new[start:end])
            if _is_inside(old, first):
                left.append(LeftAlone(_INSIDE[old[first].cells[0].kind], "", text))
            else:
                typed = tuple(_insertion(old, first, text))
                fields += typed
                left += () if typed else (LeftAlone(Reason.FIXED, "", text),)
            continue
        for stretch in _stretches(old[first:last], new[start:end]):
            whole = len(stretch.tokens) == sizes[stretch.tokens[0].group]
            for change in _change(stretch, whole=whole):
                _sort(change, fields, metrics, left)
    return LineChanges(tuple(fields), tuple(metrics), tuple(left))


def _sort(
    change: "FieldEdit | MetricEdit | LeftAlone",
    fields: list[FieldEdit],
    metrics: list[MetricEdit],
    left: list[LeftAlone],
) -> None:
    match change:
        case FieldEdit():
            fields.append(change)
        case MetricEdit():
            metrics.append(change)
        case LeftAlone():
            left.append(change)
        case _:
            assert_never(change)


def _tokens(cells: Sequence[Cell]) -> list[_Token]:
    """The atoms of a line; none goes across what was made in different ways."""
    tokens: list[_Token] = []
    for group, (_, members) in enumerate(groupby(cells, key=_origin)):
        same = tuple(members)
        text = "".join(cell.character for cell in same)
        tokens += (_Token(match.group(), same[match.start() : match.end()], group) for match in _TOKEN.finditer(text))
    return tokens


def _origin(cell: Cell) -> tuple[object, ...]:
    """What characters have in common that were made together."""
    return (cell.kind, cell.path, cell.metric, None if cell.kind is Kind.TEXT else cell.start)


def _is_inside(old: Sequence[_Token], place: int) -> bool:
    """Whether a place between two atoms is within a number with its unit, or another print of a reference."""
    inside = 0 < place < len(old) and old[place - 1].group == old[place].group
    return inside and old[place].cells[0].kind in _INSIDE


def _insertion(old: Sequence[_Token], place: int, text: str) -> Iterator[FieldEdit]:
    """New text between two atoms: it goes with the text after it in another field, else with what is before it."""
    before = next((old[at].cells[-1] for at in range(place - 1, -1, -1) if old[at].cells[-1].path), None)
    after = next((old[at].cells[0] for at in range(place, len(old)) if old[at].cells[0].path), None)
    if before and before.path and (after is None or before.path == after.path):
        yield FieldEdit(before.path, before.end, before.end, text)
    elif after and after.path:
        yield FieldEdit(after.path, after.start, after.start, text)


def _stretches(old: Sequence[_Token], new: Sequence[str]) -> Iterator[_Stretch]:
    """A changed span, group by group: each number of a metric takes the next number of the new text.

    What is new before it goes with the text before it; what is left goes with the last text.
    """
    groups = [tuple(members) for _, members in groupby(old, key=lambda token: token.group)]
    taken: list[list[str]] = [[] for _ in groups]
    position = 0
    for index, tokens in enumerate(groups):
        if tokens[0].cells[0].kind is not Kind.METRIC or not _has_number(tokens):
            continue
        number = next((place for place in range(position, len(new)) if _is_number(new[place])), None)
        if number is None:
            continue
        taken[_text_beside(groups, index)] += new[position:number]
        units = [token.text for token in tokens if not _is_number(token.text)]
        end = number + 1
        while end < len(new) and end - number - 1 < len(units) and new[end] == units[end - number - 1]:
            end += 1
        taken[index] += new[number:end]
        position = end
    last = max((index for index, tokens in enumerate(groups) if _is_text(tokens)), default=len(groups) - 1)
    taken[last] += new[position:]
    yield from (_Stretch(tokens, tuple(each)) for tokens, each in zip(groups, taken, strict=True))


def _text_beside(groups: Sequence[tuple[_Token, ...]], index: int) -> int:
    """The text before a group in a changed span, else the one after it, else the group itself."""
    near = (*range(index - 1, -1, -1), *range(index + 1, len(groups)))
    return next((each for each in near if _is_text(groups[each])), index)


def _is_text(tokens: tuple[_Token, ...]) -> bool:
    return tokens[0].cells[0].kind is Kind.TEXT


def _is_number(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _has_number(tokens: Sequence[_Token]) -> bool:
    return any(_is_number(token.text) for token in tokens)


def _change(stretch: _Stretch, *, whole: bool) -> Iterator[FieldEdit | MetricEdit | LeftAlone]:
    """What became of the atoms of one group; ``whole``: of all of them."""
    first, last = stretch.tokens[0].cells[0], stretch.tokens[-1].cells[-1]
    old, new = "".join(token.text for token in stretch.tokens), "".join(stretch.new)
    match first.kind:
        case Kind.TEXT:
            assert first.path is not None
            yield FieldEdit(first.path, first.start, last.end, new)
        case Kind.METRIC:
            yield from _metric_change(stretch, old, new, whole=whole)
        case Kind.DERIVED:
            replaced = whole and first.path is not None and (not new or bool(_YEAR.fullmatch(old)))
            if replaced and first.path is not None:
                yield FieldEdit(first.path, first.start, first.end, new)
            else:
                yield LeftAlone(Reason.DERIVED, old, new)
        case Kind.FIXED:
            if new:
                yield LeftAlone(Reason.FIXED, old, new)
        case _:
            assert_never(first.kind)


def _metric_change(
    stretch: _Stretch, old: str, new: str, *, whole: bool
) -> Iterator[FieldEdit | MetricEdit | LeftAlone]:
    """A number in place of a number is the metric's; words in place of all of it are the text's."""
    cell = stretch.tokens[0].cells[0]
    number = next((each for each in stretch.new if _is_number(each)), None)
    before = next((token.text for token in stretch.tokens if _is_number(token.text)), None)
    units = "".join(token.text for token in stretch.tokens if not _is_number(token.text))
    if number is not None and before is not None:
        if "".join(each for each in stretch.new if each is not number) != units:
            yield LeftAlone(Reason.UNIT, old, new)
        elif number != before:
            yield MetricEdit(cell.metric, before, number)
    elif whole and cell.path is not None:
        yield FieldEdit(cell.path, cell.start, cell.end, new)
    else:
        yield LeftAlone(Reason.UNIT if before is None else Reason.NUMBER_GONE, old, new)
