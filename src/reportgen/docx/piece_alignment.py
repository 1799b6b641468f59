"""Which pieces of two versions of some paragraphs are the same, paragraph by paragraph, then atom by atom."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reportgen.docx.pairing import Traits, pair
from reportgen.docx.pieces import Mark, Piece
from reportgen.text.sequences import opcodes

_AT_ONCE = 1_000_000
"""Pairs of atoms up to which paragraphs are aligned as one text."""

Paragraph = tuple[str, ...]
"""The pieces of one paragraph with its mark."""


class PieceSpan(NamedTuple):
    """A stretch of pieces and marks of the old version and of the new one, the same in both or different."""

    same: bool
    old: list[str]
    new: list[str]


def align_pieces(old: Sequence[str], new: Sequence[str]) -> list[PieceSpan]:
    """The pieces of two versions in stretches that are the same and stretches that differ.

    Paragraphs that are the same are matched first. What is the same between two wordings that were replaced, and
    shorter than both, is given up, so that a rewritten sentence does not read as a riddle.
    """
    olds, news = _paragraphs(old), _paragraphs(new)
    spans: list[PieceSpan] = []
    for tag, first, last, start, end in opcodes(olds, news):
        if tag == "equal":
            spans.append(PieceSpan(True, list(chain(*olds[first:last])), list(chain(*news[start:end]))))
        else:
            spans += _changed(olds[first:last], news[start:end])
    return [part for span in spans for part in _marks_paired(span)]


def _changed(olds: Sequence[Paragraph], news: Sequence[Paragraph]) -> Iterator[PieceSpan]:
    """Paragraphs that differ: atom by atom as one text, so that they may be parted or joined; many, pair by pair."""
    old, new = list(chain(*olds)), list(chain(*news))
    if len(old) * len(new) <= _AT_ONCE or len(olds) <= 1 or len(news) <= 1:
        yield from _calm([PieceSpan(tag == "equal", old[a:b], new[c:d]) for tag, a, b, c, d in opcodes(old, new)])
        return
    for before, after in pair(olds, news, "".join, _traits):
        yield from _changed([before] if before else [], [after] if after else [])


def _traits(paragraph: Paragraph) -> Traits:
    return Traits("paragraph", "".join(piece.text for piece in paragraph if isinstance(piece, Piece)))


def _paragraphs(pieces: Sequence[str]) -> list[Paragraph]:
    """The pieces paragraph by paragraph, each with its mark; what follows the last mark is one too."""
    found: list[Paragraph] = []
    start = 0
    for place, piece in enumerate(pieces, 1):
        if isinstance(piece, Mark):
            found.append(tuple(pieces[start:place]))
            start = place
    return [*found, tuple(pieces[start:])] if start < len(pieces) else found


def _calm(spans: list[PieceSpan]) -> list[PieceSpan]:
    """The spans without short common ones between two differences, until none are left."""
    index = 1
    while index < len(spans) - 1:
        before, span, after = spans[index - 1 : index + 2]
        if span.same and not (before.same or after.same) and _is_island(before, span, after):
            spans[index - 1 : index + 2] = [
                PieceSpan(False, before.old + span.old + after.old, before.new + span.new + after.new)
            ]
            index = max(1, index - 2)
        else:
            index += 1
    return spans


def _is_island(before: PieceSpan, span: PieceSpan, after: PieceSpan) -> bool:
    """Whether a common stretch is too short to be worth being seen between two wordings that were replaced."""
    if any(isinstance(piece, Mark) for piece in span.old) or not (
        before.old and before.new and after.old and after.new
    ):
        return False
    return _length(span) <= min(_length(before), _length(after))


def _length(span: PieceSpan) -> int:
    """The atoms of the longer side."""
    return max(len(span.old), len(span.new))


def _marks_paired(span: PieceSpan) -> Iterator[PieceSpan]:
    """A difference parted at the marks of paragraphs, where as many went as came: these changed their style."""
    marks = [[place for place, piece in enumerate(side) if isinstance(piece, Mark)] for side in (span.old, span.new)]
    if span.same or not marks[0] or len(marks[0]) != len(marks[1]):
        yield span
        return
    first = start = 0
    for last, end in zip(*marks, strict=True):
        if last > first or end > start:
            yield PieceSpan(False, span.old[first:last], span.new[start:end])
        yield PieceSpan(True, [span.old[last]], [span.new[end]])
        first, start = last + 1, end + 1
    if first < len(span.old) or start < len(span.new):
        yield PieceSpan(False, span.old[first:], span.new[start:])
