"""A text as it prints: references resolved, line endings closed up or turned into spaces."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, assert_never

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

ReferencePrinter = Callable[[Reference], str]

_MARKUP = re.compile("[【*\\\\\n\u2028]")


class PrintedPiece(NamedTuple):
    """A piece of a text as it prints, never empty; ``reference`` where it is the print of one.

    The end of a paragraph is a piece of its own, a line ending.
    """

    text: str
    strong: bool = False
    reference: Reference | None = None
    ends_paragraph: bool = False


_PARAGRAPH_END = PrintedPiece("\n", ends_paragraph=True)


def printed_pieces(text: str, print_reference: ReferencePrinter) -> Iterator[PrintedPiece]:
    """The pieces of a folded text, in order."""
    if not _MARKUP.search(text):  # the common case by far
        if printed := printable(text):
            yield PrintedPiece(printed)
        return
    pieces = parse_text(text)
    strong, before = False, ""
    for index, piece in enumerate(pieces):
        match piece:
            case Emphasis():
                strong = piece.begins
                continue
            case ParagraphEnd():
                before = ""
                yield _PARAGRAPH_END
                continue
            case Joint():
                printed = joint(before, _following(pieces, index + 1, print_reference))
            case Literal() | LineBreak() | Reference() | Unclosed():
                printed = _print(piece, print_reference)
            case _:
                assert_never(piece)
        if printed:
            yield PrintedPiece(printed, strong, piece if isinstance(piece, Reference) else None)
            before = (before + printed)[-NEIGHBOUR:]


def _following(pieces: Sequence[Piece], first: int, print_reference: ReferencePrinter) -> str:
    """What prints after a joint in its paragraph, as much as the joint depends on."""
    text = ""
    for index in range(first, len(pieces)):  # a slice would copy a long passage once for each of its lines
        piece = pieces[index]
        if isinstance(piece, ParagraphEnd) or len(text) >= NEIGHBOUR:
            break
        if not isinstance(piece, Emphasis | Joint):
            text += _print(piece, print_reference)
    return text


def _print(piece: Literal | LineBreak | Reference | Unclosed, print_reference: ReferencePrinter) -> str:
    match piece:
        case Literal():
            return printable(piece.text)
        case LineBreak():
            return LINE_SEPARATOR
        case Reference():
            return printable(print_reference(piece))
        case Unclosed():
            return "【"
        case _:
            assert_never(piece)
