"""Running text as a proofreader reads it: joints and emphasis gone, references filled in, quotations masked."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from reportgen.report.references import (
    Emphasis,
    Joint,
    LineBreak,
    Literal,
    ParagraphEnd,
    Reference,
    Unclosed,
    is_plain,
    placed_pieces,
)
from reportgen.source import Scalar

FIGURE = "\ue000"
"""Takes the place of a reference to a metric: a figure with its unit, whatever it prints."""

MASK = "\ue001"
"""Takes the place of every character inside “…” and 《…》: those words are another's."""

_PLANS = frozenset(f"“十{number}五{end}" for number in "三四五六" for end in ("”", '"', ""))
_QUOTED = re.compile("“[^“”]*(?:”|$)|《[^《》]*(?:》|$)")


class RunningParagraph(Struct, frozen=True):
    """One paragraph of a printed text; ``starts`` are the offsets in the text its characters come from.

    ``ends`` are the offsets behind them. In ``text`` quotations are masked, in ``typed`` they are not.
    """

    text: str
    typed: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the whole text that a stretch of the paragraph comes from."""
        return self.starts[start], self.ends[end - 1]


def no_figure(reference: Reference) -> str:
    """Stands for what a reference to a metric prints where that does not matter."""
    del reference
    return FIGURE


def running_paragraphs(
    node: Scalar, years: dict[str, str], printed: Callable[[Reference], str] = no_figure
) -> Iterator[RunningParagraph]:
    """The paragraphs of a text; ``years`` and ``printed`` are what references to years and to metrics print."""
    if is_plain(node.text):
        length = len(node.text)
        yield RunningParagraph(_without_quotations(node.text), node.text, range(length), range(1, length + 1))
        return
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, piece in placed_pieces(node.text):
        if isinstance(piece, ParagraphEnd):
            yield _paragraph(characters, starts, ends)
            characters, starts, ends = [], [], []
        elif isinstance(piece, Reference):
            shown = years.get(piece.name) or printed(piece)
            characters += shown
            starts += [piece.start] * len(shown)
            ends += [piece.end] * len(shown)
        elif isinstance(piece, Literal):
            width = 2 if node.text.startswith("【【", start) else 1
            characters += piece.text
            starts += range(start, start + len(piece.text))
            ends += range(start + width, start + width + len(piece.text))
        elif not isinstance(piece, Emphasis | Joint | LineBreak | Unclosed):
            assert_never(piece)
    yield _paragraph(characters, starts, ends)


def _paragraph(characters: list[str], starts: list[int], ends: list[int]) -> RunningParagraph:
    typed = "".join(characters)
    return RunningParagraph(_without_quotations(typed), typed, tuple(starts), tuple(ends))


def _without_quotations(typed: str) -> str:
    return _QUOTED.sub(_masked, typed)


def _masked(match: re.Match[str]) -> str:
    """A quotation with its words masked; the name of a five-year plan is a time, not another's words."""
    quoted = match.group()
    return quoted if quoted in _PLANS else quoted[:1] + MASK * (len(quoted) - 2) + quoted[1:][-1:]
