"""What a text prints as far as its file alone tells, so that formatting may move line endings and nothing else."""

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
from reportgen.text.characters import LINE_SEPARATOR, joint, printable

Printed = tuple[str | Piece, ...]
"""Characters as they print, and between them what a file alone cannot resolve: references, joints beside them."""

_ANYTHING = ("中", "x")
"""Samples of an unknown print: a joint that prints the same beside both prints the same beside all."""
_ENOUGH = 32
"""More characters than a joint depends on, on either side."""


def printed(text: str) -> Printed:
    """A folded text with its joints resolved wherever they do not depend on what a reference prints."""
    pieces = parse_text(text)
    joints = iter(joint_values(pieces))
    parts: list[str | Piece] = []
    for piece in pieces:
        part = _part(piece)
        if isinstance(piece, Joint):
            value = next(joints)
            part = piece if value is None else value
        last = parts[-1] if parts else None
        if isinstance(part, str) and isinstance(last, str):
            parts[-1] = last + part
        elif part != "":
            parts.append(part)
    return tuple(parts)


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
    values: list[str | None] = []
    before: tuple[str, ...] = ("",)
    for index, piece in enumerate(pieces):
        if isinstance(piece, Joint):
            after = _after(pieces, index + 1)
            possible = {joint(left, right) for left in before for right in after}
            value = possible.pop() if len(possible) == 1 else None
            values.append(value)
            before = tuple((left + (value or ""))[-_ENOUGH:] for left in before)
        elif isinstance(piece, ParagraphEnd):
            before = ("",)
        else:
            known = _known(piece)
            before = _ANYTHING if known is None else tuple((left + known)[-_ENOUGH:] for left in before)
    return tuple(values)


def _after(pieces: tuple[Piece, ...], first: int) -> tuple[str, ...]:
    """The possible texts after a joint: one, or samples where a reference is near."""
    text = ""
    for index in range(first, len(pieces)):  # a slice would copy a long passage once for each of its lines
        piece = pieces[index]
        known = None if isinstance(piece, ParagraphEnd) else _known(piece)
        if isinstance(piece, ParagraphEnd) or len(text) >= _ENOUGH:
            break
        if known is None:
            return tuple(text + each for each in _ANYTHING)
        text += known[:_ENOUGH]
    return (text,)


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
