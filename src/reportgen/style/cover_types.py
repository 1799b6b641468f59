"""The types of what a style sheet has on the cover and on the last page."""

from typing import ClassVar

from msgspec import Struct

from reportgen.style.lengths import Length
from reportgen.style.roles import ColophonField, CoverField
from reportgen.style.workspace_file import WorkspaceFile


class CoverLine(Struct, frozen=True, kw_only=True):
    """One line of the cover, with the field's text at ``{}`` in ``text``; left out if the report has no such field.

    ``name`` stands before the field's text, in the room of a hanging indent. ``at``: how far below the head of the
    paper the characters of the line begin, or lower where the lines above reach further. The ``logo`` is that of the
    style sheet.
    """

    field: CoverField
    text: str = "{}"
    name: str = ""
    at: Length | None = None


class ColophonLine(Struct, frozen=True, kw_only=True):
    """One line of the last page, like a line of the cover; ``month`` is that of the date."""

    field: ColophonField
    text: str = "{}"


class LogoStyle(Struct, frozen=True, kw_only=True):
    """A picture, PNG, JPEG or SVG, printed where ``cover`` lists it, ``height`` high but no wider than the type area.

    ``text`` is the alternative text; by default the organization of the report and 徽标.
    """

    shorthand: ClassVar[str] = "file"

    file: WorkspaceFile
    height: Length = Length(22.0, "mm")
    text: str | None = None


class GroundStyle(Struct, frozen=True, kw_only=True):
    """A ground of one colour behind the last page, from edge to edge: so high from the foot of the paper."""

    colour: str
    height: Length


class CoverGroundStyle(GroundStyle, frozen=True, kw_only=True):
    """A ground of one colour behind the cover, from edge to edge: so high from the head of the paper.

    Lines that begin ``at`` its height or below are not on it. ``mark`` is decoration in its lower right corner, which
    may refer to 【本年】, ``inset`` from both of its edges. A line of thickness ``rule`` is ``foot`` above the foot of
    the paper.
    """

    mark: str = ""
    inset: Length = Length(11.0, "mm")
    foot: Length | None = None
    rule: Length = Length(0.75, "pt")
