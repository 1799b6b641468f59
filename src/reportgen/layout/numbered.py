"""A paragraph with its ordinal: inline before the text, or in the room a hanging indent leaves for it."""

from msgspec import Struct

from reportgen.diagnostics import FieldPath
from reportgen.document import Ordinal, Run
from reportgen.layout.lines import Line, Measure, break_lines
from reportgen.layout.setting import Setter
from reportgen.style import BlockRole, Looks, RunRole


class Placement(Struct, frozen=True):
    """What a paragraph is and where it stands: ``end`` is the right edge of its room, in points."""

    role: BlockRole
    origin: FieldPath
    end: float


def numbered_lines(
    ordinal: Ordinal | None, runs: tuple[Run, ...], placement: Placement, looks: Looks, setter: Setter
) -> list[Line]:
    """The lines of a paragraph and its ordinal; without one there is no hanging indent either."""
    look = looks.block(placement.role)
    end = placement.end - look.right
    if ordinal is None or not look.hang:
        inline = (_ordinal_run(ordinal), *runs) if ordinal else runs
        room = Measure(look.left + look.first_line, look.left, end, look.align, look.line)
        return list(break_lines(setter.set(inline, placement.role, placement.origin), room))
    left = look.left + look.hang
    pad = looks.run(placement.role, _ordinal_run(ordinal).roles).pad
    edge = look.left + pad
    mark_room = Measure(edge, edge, end, "left", look.line)
    mark = next(iter(break_lines(setter.set((_ordinal_run(ordinal),), placement.role, placement.origin), mark_room)))
    # An ordinal wider than the indent (二十一、) moves the first line along; the others keep to the indent.
    begins = max(left, edge + mark.width + pad)
    room = Measure(begins + look.first_line, left, end, look.align, look.line)
    first, *rest = break_lines(setter.set(runs, placement.role, placement.origin), room)
    return [Line((*mark.texts, *first.texts), (*mark.fills, *first.fills), first.width + begins - left), *rest]


def _ordinal_run(ordinal: Ordinal) -> Run:
    role: RunRole = "badge" if ordinal.badge else "ordinal"
    return Run(ordinal.text, (role,))
