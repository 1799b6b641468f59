"""A paragraph measured: every character's advance, and what is added or taken away between two characters."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from reportgen.fonts import ScriptGlyphs
from reportgen.style import Colour, DotsLook
from reportgen.text.characters import HAN_LATIN_GAP
from reportgen.text.classes import CLOSING, OPENING, STOPS, classes

_NOMINAL = {"k": 0.5, "i": 0.5, "/": 0.5, "N": 0.5, "X": 1.0, "D": 2.0}
"""em; what interpuncts, hyphens and solidi take between Han, ‼ and its like and ⸺ anywhere, whatever the face (T35)."""

FULL_WIDTH = 0.9
"""em; a mark narrower than this has no blank half to give up, as ’ inside Latin text."""

# Over the class letters: T43, T44; then T36, which of two neighbouring marks gives up its blank half; then T38, T35.
_LATIN = re.compile("[nlp]+")
_TRAILING = re.compile("[qa](?=[qatuvok])|[tuv](?=[qao])")
_LEADING = re.compile("[okz](?=o)")
_BEFORE_BLANK = re.compile("[qa]z")
_STACKED = re.compile("v{2,}")
_OF_NOMINAL_WIDTH = re.compile("[ki/N](?<=[hftuvqa].)(?=[hfo])|[XD]")
_VANISHING = " \u3000\u2002\u2003"


HYPHEN = "-"

TitleForm = Literal["none", "words", "shaped", "clauses"]
"""Whether a text turns over anywhere, or as a title between words, or also in a shape (T9), or after clauses first."""

Stretch = tuple[int, int]
"""Where a stretch of a text begins and ends."""

Dear = tuple[int, int, float]
"""The same, and what a line end inside it costs; a line stretched to its limit costs 100."""


class Stretches(Struct, frozen=True, gc=False):
    """The stretches of a text that no line may part, and those that it parts at a cost; ascending."""

    kept: tuple[Stretch, ...] = ()
    dear: tuple[Dear, ...] = ()


_NONE = Stretches()


class Span(Struct, frozen=True, gc=False):
    """A stretch of a paragraph in one setting, size and colour; ``rise`` above the baseline.

    ``fill`` is behind it and reaches ``pad`` beyond it to the left and right; ``dots`` stand under it (T56). ``gap`` is
    its distance from what is before it, None for what its characters ask for.
    """

    start: int
    end: int
    setting: ScriptGlyphs
    size: float
    colour: Colour
    fill: Colour | None
    rise: float
    pad: float
    dots: DotsLook | None = None
    slot: int = 0
    gap: float | None = None


class Measured(Struct, frozen=True, gc=False):
    """A paragraph's text, its class letters, and its widths in points.

    ``sums[i]`` is the width of the first i characters, kerns included; ``kerns`` holds what was added after a
    character (negative where two marks share their blank), ``kern_ends`` where those characters end, ascending.
    ``loosest`` is how far a gap may be stretched, in points.
    """

    text: str
    letters: str
    spans: tuple[Span, ...]
    size: float
    sums: list[float]
    kerns: dict[int, float]
    kern_ends: list[int]
    loosest: float
    stretches: Stretches = _NONE
    title: TitleForm = "none"

    def advance(self, index: int) -> float:
        """The width of one character alone."""
        return self.sums[index + 1] - self.sums[index] - self.kerns.get(index, 0.0)

    def start_trim(self, start: int) -> float:
        """What an opening mark gives up at the start of a line (T37)."""
        return self._blank(start) if self.text[start : start + 1] in OPENING_MARKS else 0.0

    def hyphen(self, position: int) -> float:
        """The width of a hyphen after the characters before a position."""
        span = self.spans[bisect_left(self.spans, position, key=attrgetter("end"))]
        return span.setting.advances[HYPHEN] * span.size

    def natural_end(self, end: int) -> tuple[int, float]:
        """Where the ink of a line ends that breaks before ``end``: the last character, and the sum of widths there.

        Spaces and gaps vanish at the edge (T32, T44), and a mark gives up its blank half (T37).
        """
        text = self.text
        last = end
        while last and text[last - 1] in _VANISHING:
            last -= 1
        if not last:
            return 0, 0.0
        width = self.sums[last] - self.kerns.get(last - 1, 0.0)
        if text[last - 1] in CLOSING_MARKS:
            width -= self._blank(last - 1)
        return last, width

    def _blank(self, index: int) -> float:
        """The blank half of a full-width mark; one of Latin text, or of small type, gives up nothing."""
        return self.size / 2 if self.advance(index) > self.size * FULL_WIDTH else 0.0


OPENING_MARKS = frozenset(OPENING)
CLOSING_MARKS = frozenset(CLOSING + STOPS)


def measure(
    text: str,
    spans: tuple[Span, ...],
    size: float,
    *,
    loosest: float,
    stretches: Stretches = _NONE,
    title: TitleForm = "none",
) -> Measured:
    """Measures a paragraph whose spans follow one another from 0 to the end of its text; ``size`` is its own."""
    widths: list[float] = []
    for span in spans:
        widths += map(span.setting.widths(span.size).__getitem__, text[span.start : span.end])
    letters = classes(text)
    kerns = _kerns(letters, widths, size)
    for span in spans:
        if span.gap is not None and span.start:
            blanks = len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip())
            kerns[span.start + blanks - 1] = span.gap - sum(widths[span.start : span.start + blanks])
    for index, kern in kerns.items():
        widths[index] += kern
    sums = list(accumulate(widths, initial=0.0))
    kern_ends = sorted(index + 1 for index in kerns)
    return Measured(text, letters, spans, size, sums, kerns, kern_ends, loosest, stretches, title)


def _kerns(letters: str, widths: list[float], size: float) -> dict[int, float]:
    """What is added after characters, in points, by their index."""
    kerns: dict[int, float] = {}
    for index in han_latin_gaps(letters):
        kerns[index] = size * HAN_LATIN_GAP
    full = size * FULL_WIDTH
    for match in _TRAILING.finditer(letters):
        if widths[match.start()] > full:
            kerns[match.start()] = -size / 2
    for match in _BEFORE_BLANK.finditer(letters):  # the blank gives: pdfium drops one that overlaps the mark
        if widths[match.start()] > full:
            kerns[match.start() + 1] = -size / 2
    for match in _LEADING.finditer(letters):
        if widths[match.end()] > full:
            kerns[match.start()] = -size / 2
    for match in _STACKED.finditer(letters):
        start, end = match.span()
        for index in range(start, end if end - start == 2 else end - 1):  # two take 1 em, three take 2
            kerns[index] = -size / 2
    _add_nominal_widths(kerns, letters, widths, size)
    return kerns


def _add_nominal_widths(kerns: dict[int, float], letters: str, widths: list[float], size: float) -> None:
    """Gives marks of a nominal width what they lack, or takes what they have too much, on both sides alike."""
    for match in _OF_NOMINAL_WIDTH.finditer(letters):
        index = match.start()
        side = (size * _NOMINAL[letters[index]] - widths[index]) / 2
        if index:
            kerns[index - 1] = kerns.get(index - 1, 0.0) + side
        kerns[index] = kerns.get(index, 0.0) + side


def han_latin_gaps(letters: str) -> Iterator[int]:
    """The characters after which Han and Latin meet (T43, T44), given the class letters of a text."""
    for match in _LATIN.finditer(letters):
        start, end = match.span()
        if start and letters[start - 1] == "h":
            yield start - 1
        if letters[end : end + 1] == "h":
            yield end - 1
