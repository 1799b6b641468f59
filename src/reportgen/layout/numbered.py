"""A paragraph with its ordinal: inline before the text, or in the room a hanging indent leaves for it."""

from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import Ordinal, Origin, Run
from reportgen.layout.lines import Line, Measure
from reportgen.layout.setting import Typesetter
from reportgen.style import TOLERANCE, BlockRole, Looks


class Placement(Struct, frozen=True):
    """What a paragraph is and where it goes: from ``start`` to ``end``, the edges of its room, in points."""

    role: BlockRole
    origin: Origin | None
    end: float
    start: float = 0.0


def numbered_lines(
    ordinal: Ordinal | None, runs: tuple[Run, ...], placement: Placement, looks: Looks, setter: Typesetter
) -> list[Line]:
    """The lines of a paragraph and its ordinal; without one there is no hanging indent either."""
    look = looks.block(placement.role)
    end = placement.end - look.right
    if ordinal is None or not look.hang:
        inline = (_ordinal_run(ordinal), *runs) if ordinal else runs
        edge = placement.start + look.left
        room = Measure(edge + look.first_line, edge, end, look.align, look.line)
        lead = len(ordinal.text) if ordinal else 0
        return setter.lines(inline, placement.role, placement.origin, room, lead=lead)
    left = placement.start + look.left + look.hang
    pad = looks.run(placement.role, _ordinal_run(ordinal).roles).pad
    edge = placement.start + look.left + pad
    mark_room = Measure(edge, edge, end, "left", look.line)
    mark = setter.lines((_ordinal_run(ordinal),), placement.role, placement.origin, mark_room)[0]
    # An ordinal wider than the indent (二十一、) moves the first line along, to where Word's next tab stop is.
    over, stop = edge + mark.width + pad - left, look.size / 2
    begins = left + max(0.0, ceil(over / stop - TOLERANCE) * stop)
    room = Measure(begins + look.first_line, left, end, look.align, look.line)
    first, *rest = setter.lines(runs, placement.role, placement.origin, room)
    joined = replace(
        first,
        texts=(*mark.texts, *first.texts),
        fills=(*mark.fills, *first.fills),
        dots=(*mark.dots, *first.dots),
        width=first.width + begins - left,
    )
    return [joined, *rest]


def _ordinal_run(ordinal: Ordinal) -> Run:
    return Run(ordinal.text, (ordinal.role,), None, ordinal.origin)
