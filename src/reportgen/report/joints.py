"""What a text prints as far as its file alone tells, so that formatting may move line endings and nothing else."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from reportgen.report.references import (
    Emphasis,
    Joint,
    LineBreak,
    Literal,
    ParagraphEnd,
    Piece,
    Reference,
    Unclosed,
    parse_text,
)
from reportgen.text.characters import LINE_SEPARATOR, NEIGHBOUR, joint, printable

Printed = tuple[str | Piece, ...]
"""Characters as they print, and between them what a file alone cannot resolve: references, joints beside them."""

_ANYTHING = ("中", "x")
"""Samples of an unknown print: a joint that prints the same beside both prints the same beside all."""


def printed(text: str) -> Printed:
    """A folded text with its joints resolved wherever they do not depend on what a reference prints."""
    parts: list[str | Piece] = []
    for is_text, group in groupby(_parts(parse_text(text)), lambda part: isinstance(part, str)):
        if is_text:
            parts.append("".join(part for part in group if isinstance(part, str)))
        else:
            parts += group
    return tuple(parts)


def _parts(pieces: tuple[Piece, ...]) -> Iterator[str | Piece]:
    """What each piece prints, if anything; itself where the file alone does not tell."""
    joints = iter(joint_values(pieces))
    for piece in pieces:
        value = next(joints) if isinstance(piece, Joint) else None
        part = _part(piece) if value is None else value
        if part != "":
            yield part


def _part(piece: Piece) -> str | Piece:
    """A piece without its place, and a reference without its spelling."""
    match piece:
        case Literal():
            return piece.text
        case Reference():
            word = piece.aspect_word if piece.aspect is None else ""
            return Reference(piece.name, piece.aspect, word, spaced=False, start=0, end=0)
        case Unclosed():
            return Unclosed(0, 0)
        case Emphasis() | Joint() | LineBreak() | ParagraphEnd():
            return piece
        case _:
            assert_never(piece)


def joint_values(pieces: tuple[Piece, ...]) -> tuple[str | None, ...]:
    """What each joint prints, in order; None where it depends on a reference."""
    if not any(isinstance(piece, Joint) for piece in pieces):
        return ()
    values: list[str | None] = []
    before: tuple[str, ...] = ("",)
    for piece, after in zip(pieces, _afters(pieces), strict=True):
        if isinstance(piece, Joint):
            possible = {joint(left, right) for left in before for right in after}
            value = possible.pop() if len(possible) == 1 else None
            values.append(value)
            before = tuple((left + (value or ""))[-NEIGHBOUR:] for left in before)
        elif isinstance(piece, ParagraphEnd):
            before = ("",)
        else:
            known = _known(piece)
            before = _ANYTHING if known is None else tuple((left + known)[-NEIGHBOUR:] for left in before)
    return tuple(values)


def _afters(pieces: tuple[Piece, ...]) -> list[tuple[str, ...]]:
    """The possible texts after each piece, to the end of its paragraph: one, or samples where a reference is near."""
    afters: list[tuple[str, ...]] = []
    after: tuple[str, ...] = ("",)
    for piece in reversed(pieces):
        afters.append(after)
        known = _known(piece)
        if isinstance(piece, ParagraphEnd):
            after = ("",)
        elif known is None:
            after = _ANYTHING
        elif known:
            after = tuple((known[:NEIGHBOUR] + text)[:NEIGHBOUR] for text in after)
    return afters[::-1]


def _known(piece: Piece) -> str | None:
    """What a piece prints, None where the file does not tell; emphasis and later joints count as nothing."""
    match piece:
        case Literal():
            return printable(piece.text)
        case LineBreak():
            return LINE_SEPARATOR
        case Reference() | Unclosed():
            return None
        case Emphasis() | Joint() | ParagraphEnd():
            return ""
        case _:
            assert_never(piece)
