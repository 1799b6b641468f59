"""The style sheet's points in the units Word has: half points of size, twips of pitch that fit the page."""

import math

from reportgen.document import FittedSheet
from reportgen.docx.xml import twips
from reportgen.style import BlockLook

LOWEST_LINE = 14
"""Twips: the lowest line Word sets, 0.7 pt. Every page keeps so much free for the paragraph that ends a section."""

_TOLERANCE = 0.05
"""Points; as the layout allows."""


class Measures:
    """Sizes and pitches of one style sheet.

    Word fits only whole lines into a page, while the type area is filled by ink (T7): the pitch is made a little
    smaller where that keeps the number of lines (28.95 pt for 29.61 pt in ``official``; T101).
    """

    def __init__(self, sheet: FittedSheet) -> None:
        self._grid = sheet.looks.line()
        base, height = sheet.looks.block("base"), sheet.area.height
        lines = math.floor((height + self._grid - base.size + _TOLERANCE) / self._grid)
        self._pitch = (
            min(twips(self._grid), math.floor((height * 20 - LOWEST_LINE) / lines)) if lines else twips(self._grid)
        )
        self.frame = _frame_xml(sheet)

    @property
    def pitch(self) -> int:
        """The pitch of the line grid in twips."""
        return self._pitch

    def vertical(self, points: float) -> int:
        """A height measured in lines of the grid, in twips of Word's pitch."""
        return round(points / self._grid * self._pitch)


def rule_room(look: BlockLook) -> float:
    """What Word adds above a paragraph for the rule there, in points; ours is in the space above it."""
    rule = look.rule
    return rule.gap + rule.thickness if rule and rule.above and rule.width is None else 0.0


def _frame_xml(sheet: FittedSheet) -> str:
    """The frame of minutes, beside the line that follows and right of the type area (ISO/IEC 29500-1 17.3.1.11)."""
    speech = sheet.style.speech
    if speech is None:
        return ""
    look = sheet.looks.block("minutes")
    gap = speech.gap.points(look.size, look.line)
    left = twips(sheet.area.width + gap)
    room = twips(max(look.size, sheet.area.right - gap))
    return f'<w:framePr w:w="{room}" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:x="{left}" w:y="1"/>'


def size_xml(size: float) -> str:
    """Size in half points, and what is left over as spacing between characters, rounded down so that lines fit (T6)."""
    half_points = round(size * 2)
    left_over = math.floor((size - half_points / 2) * 20 + 1e-6)
    return f'<w:spacing w:val="{left_over}"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def indent_xml(look: BlockLook, hang: float) -> str:
    """Indents; those of the first line in hundredths of a character, with twips to fall back on (T108).

    Zero is written too: in Word what is left out comes from ``Normal``, and characters win over twips.
    """
    left = twips(look.left + hang)
    attributes = f'w:left="{left}" w:right="{twips(look.right)}"'
    if hang:
        return f'<w:ind {attributes} w:firstLineChars="0" w:hanging="{twips(hang)}"/>'
    characters = round(look.first_line / look.size * 100)
    return f'<w:ind {attributes} w:firstLineChars="{characters}" w:firstLine="{twips(look.first_line)}"/>'
