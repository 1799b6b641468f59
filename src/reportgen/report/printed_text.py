"""A text as it prints: references resolved, line endings closed up or turned into spaces."""

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
    is_plain,
    placed_pieces,
)
from reportgen.text.characters import LINE_SEPARATOR, NEIGHBOUR, joint, printable

ReferencePrinter = Callable[[Reference], str]


class PrintedPiece(NamedTuple):
    """A piece of a text as it prints, never empty; ``reference`` where it is the print of one.

    ``start`` and ``end`` are the offsets of the folded text it was made from. The end of a paragraph is a piece of its
    own, a line ending.
    """

    text: str
    start: int
    end: int
    strong: bool = False
    reference: Reference | None = None
    ends_paragraph: bool = False


def printed_pieces(text: str, print_reference: ReferencePrinter) -> Iterator[PrintedPiece]:
    """The pieces of a folded text, in order."""
    if is_plain(text):
        if printed := printable(text):
            yield PrintedPiece(printed, 0, len(text))
        return
    placed = placed_pieces(text)
    pieces = [piece for _, piece in placed]
    ends = [*(start for start, _ in placed[1:]), len(text)]
    strong, before = False, ""
    followings = _followings(pieces, print_reference)
    for (start, piece), end, following in zip(placed, ends, followings, strict=True):
        match piece:
            case Emphasis():
                strong = piece.begins
                continue
            case ParagraphEnd():
                before = ""
                yield PrintedPiece("\n", start, end, ends_paragraph=True)
                continue
            case Joint():
                printed = joint(before, following)
            case Literal() | LineBreak() | Reference() | Unclosed():
                printed = _print(piece, print_reference)
            case _:
                assert_never(piece)
        if printed:
            reference = piece if isinstance(piece, Reference) else None
            yield PrintedPiece(printed, start, end, strong, reference)
            before = (before + printed)[-NEIGHBOUR:]


def _followings(pieces: Sequence[Piece], print_reference: ReferencePrinter) -> list[str]:
    """What prints after each piece in its paragraph, as much as a joint depends on; nothing where there are none."""
    if not any(isinstance(piece, Joint) for piece in pieces):
        return [""] * len(pieces)
    followings: list[str] = []
    following = ""
    for piece in reversed(pieces):
        followings.append(following)
        if isinstance(piece, ParagraphEnd):
            following = ""
        elif not isinstance(piece, Emphasis | Joint):
            following = (_print(piece, print_reference)[:NEIGHBOUR] + following)[:NEIGHBOUR]
    return followings[::-1]


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
