"""A passage with one sentence a line: where a line may end so that the passage prints as before."""

from typing import assert_never

from reportgen.report.joints import joint_values, printed
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
    placed_pieces,
)
from reportgen.text.sentences import sentence_ends


def sentence_lines(text: str) -> tuple[str, ...]:
    """A folded text as lines of one sentence each, paragraphs parted by an empty line.

    A line end is made or removed only where it prints what stands there now; none is made inside of 【…】, emphasis, or
    marks that come in pairs.
    """
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += ("", *_lines(paragraph)) if lines else _lines(paragraph)
    return tuple(lines)


def _lines(paragraph: str) -> list[str]:
    """The best of the ways to part a paragraph that prints as it does now."""
    joined = _joined(paragraph)
    wanted = printed(paragraph)
    for attempt in (_parted(joined), joined):
        lines = attempt.split("\n")
        if all(line and line == line.strip(" \t") for line in lines) and printed(attempt) == wanted:
            return lines
    return paragraph.split("\n")


def _joined(paragraph: str) -> str:
    """The paragraph on one line, but for line ends beside a reference that may print one thing or another.

    Those after a semicolon are the author's choice: 一是…；二是… is often written one clause a line.
    """
    first, *rest = paragraph.split("\n")
    joined = first
    for value, line in zip(joint_values(parse_text(paragraph)), rest, strict=True):
        joined += ("\n" if value is None or joined[-1:] in ("；", ";") else value) + line
    return joined


def _parted(text: str) -> str:
    """The text with a line end after each sentence, wherever that prints what is there: nothing, or one blank."""
    pieces, offsets = _with_joints(text, list(sentence_ends(text, *_undivided(text))))
    position = 0
    parts: list[str] = []
    for offset, value in zip(offsets, joint_values(pieces), strict=True):
        blanks = offset is not None and text[offset] == " "
        if offset is not None and value == " " * blanks:
            parts.append(text[position:offset])
            position = offset + blanks
    return "\n".join((*parts, text[position:]))


def _with_joints(text: str, ends: list[int]) -> tuple[tuple[Piece, ...], list[int | None]]:
    """The pieces of a text with joints put in at the offsets given; for each joint its offset, None for an old one."""
    placed = placed_pieces(text)
    stops = [start for start, _ in placed[1:]] + [len(text)]
    pieces: list[Piece] = []
    offsets: list[int | None] = []
    waiting = ends[::-1]
    for (start, piece), stop in zip(placed, stops, strict=True):
        position = start
        while waiting and waiting[-1] <= stop:
            end = waiting.pop()
            pieces += (Literal(text[position:end]) if isinstance(piece, Literal) else piece, Joint())
            offsets.append(end)
            position = end
        if isinstance(piece, Joint):
            offsets.append(None)
        if position < stop:
            pieces.append(Literal(text[position:stop].lstrip(" ")) if position > start else piece)
    return tuple(pieces), offsets


def _undivided(text: str) -> tuple[list[tuple[int, int]], set[int]]:
    """The spans of references and emphasis, and where the marks that end emphasis stand."""
    whole: list[tuple[int, int]] = []
    closing: set[int] = set()
    opened = 0
    for start, piece in placed_pieces(text):
        match piece:
            case Reference():
                whole.append((piece.start, piece.end))
            case Emphasis(begins=True):
                opened = start
            case Emphasis():
                whole.append((opened, start + 2))
                closing.add(start)
            case Literal() | Unclosed() | Joint() | LineBreak() | ParagraphEnd():
                pass
            case _:
                assert_never(piece)
    return whole, closing
