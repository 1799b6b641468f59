"""A paragraph measured: every character's advance, and what is added or taken away between two characters."""

import re
from itertools import accumulate

from msgspec import Struct

from reportgen.fonts import Setting
from reportgen.layout.classes import CLOSING, OPENING, STOPS, classes
from reportgen.style import Colour

HAN_LATIN_GAP = 0.25
"""em; between Han and Latin letters or digits (T43)."""

# Over the class letters: T43, T44; then T36, which of two neighbouring marks gives up its blank half.
_GAP = re.compile("(?<=h)(?=[nlp])|(?<=[nlp])(?=h)")
_TRAILING = re.compile("[qa](?=[qatok])|t(?=[qao])")
_LEADING = re.compile("[okz](?=o)")


class Span(Struct, frozen=True):
    """A stretch of a paragraph in one setting, size and colour; ``rise`` above the baseline.

    ``fill`` is behind it and reaches ``pad`` beyond it to the left and right.
    """

    start: int
    end: int
    setting: Setting
    size: float
    colour: Colour
    fill: Colour | None
    rise: float
    pad: float


class Measured(Struct, frozen=True):
    """A paragraph's text, its class letters, and its widths in points.

    ``sums[i]`` is the width of the first i characters, kerns included; ``kerns`` holds what was added after a
    character (negative where two marks share their blank), ``kern_ends`` where those characters end, ascending.
    """

    text: str
    letters: str
    spans: tuple[Span, ...]
    size: float
    sums: list[float]
    kerns: dict[int, float]
    kern_ends: list[int]

    def start_trim(self, start: int) -> float:
        """What an opening mark gives up at the start of a line (T37)."""
        return self.size / 2 if self.text[start : start + 1] in OPENING_MARKS else 0.0

    def natural_end(self, end: int) -> tuple[int, float]:
        """Where the ink of a line ends that breaks before ``end``: the last character, and the sum of widths there.

        Spaces and gaps vanish at the edge (T32, T44), and a mark gives up its blank half (T37).
        """
        text = self.text
        last = end
        while last and text[last - 1] in " \u3000\u2002\u2003":
            last -= 1
        if not last:
            return 0, 0.0
        width = self.sums[last] - self.kerns.get(last - 1, 0.0)
        if text[last - 1] in CLOSING_MARKS:
            width -= self.size / 2
        return last, width


OPENING_MARKS = frozenset(OPENING)
CLOSING_MARKS = frozenset(CLOSING + STOPS)


def measure(text: str, spans: tuple[Span, ...], size: float) -> Measured:
    """Measures a paragraph whose spans follow one another from 0 to the end of its text; ``size`` is its own."""
    widths: list[float] = []
    for span in spans:
        advances, em = span.setting.advances, span.size
        widths += [advances[character] * em for character in text[span.start : span.end]]
    kerns: dict[int, float] = {}
    letters = classes(text)
    for match in _GAP.finditer(letters):
        kerns[match.start() - 1] = size * HAN_LATIN_GAP
    for pattern in (_TRAILING, _LEADING):
        for match in pattern.finditer(letters):
            kerns[match.start()] = -size / 2
    for index, kern in kerns.items():
        widths[index] += kern
    sums = list(accumulate(widths, initial=0.0))
    return Measured(text, letters, spans, size, sums, kerns, sorted(index + 1 for index in kerns))
