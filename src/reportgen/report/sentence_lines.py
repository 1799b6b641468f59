"""A passage with one sentence a line: where a line may end so that the passage prints as before."""

import re
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
from reportgen.source import ENTRY_OR_FIELD
from reportgen.text.characters import PARAGRAPH_END
from reportgen.text.sentences import sentence_ends

_ENTRY_OR_FIELD = re.compile(f"[ ]*{ENTRY_OR_FIELD}")


def sentence_lines(text: str) -> tuple[str, ...]:
    """A folded text as lines of one sentence each, with an empty line between paragraphs.

    A line ending is added or removed only where the print stays the same; none is added inside 【…】, emphasis,
    brackets or quotation marks, nor before what at the start of a line reads as an entry or a field.
    """
    lines: list[str] = []
    for paragraph in text.split(PARAGRAPH_END):
        lines += ("", *_lines(paragraph)) if lines else _lines(paragraph)
    return tuple(lines)


def _lines(paragraph: str) -> list[str]:
    """The best split of a paragraph that leaves its print unchanged."""
    if not paragraph:
        return [""]
    joined = _joined(paragraph)
    expected = printed(paragraph)
    for attempt in (_split(joined), joined):
        lines = attempt.split("\n")
        if all(line and line == line.strip(" \t") for line in lines) and printed(attempt) == expected:
            return lines
    return paragraph.split("\n")


def _joined(paragraph: str) -> str:
    """The paragraph on one line; a line ending stays where its print depends on a reference.

    So do those after a semicolon, the author's choice: 一是…；二是… is often written one clause a line; and those
    before an entry or a field, which may have become part of the text by its indent.
    """
    first, *rest = paragraph.split("\n")
    joined = first
    for value, line in zip(joint_values(parse_text(paragraph)), rest, strict=True):
        if value is None or joined[-1:] in ("；", ";") or _ENTRY_OR_FIELD.match(line):
            joined += "\n" + line
        else:
            joined += value + line
    return joined


def _split(text: str) -> str:
    """The text with a line ending after each sentence, in place of nothing or of one space, as the joint prints."""
    ends = [end for end in sentence_ends(text, *_indivisible(text)) if not _ENTRY_OR_FIELD.match(text, end)]
    pieces, offsets = _with_joints(text, ends)
    position = 0
    parts: list[str] = []
    for offset, value in zip(offsets, joint_values(pieces), strict=True):
        blanks = offset is not None and text[offset] == " "
        if offset is not None and value == " " * blanks:
            parts.append(text[position:offset])
            position = offset + blanks
    return "\n".join((*parts, text[position:]))


def _with_joints(text: str, ends: list[int]) -> tuple[tuple[Piece, ...], list[int | None]]:
    """The pieces of a text with joints inserted at offsets; for each joint its offset, None for one already there."""
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
        pieces.append(Literal(text[position:stop].lstrip(" ")) if position > start else piece)
    return tuple(pieces), offsets


def _indivisible(text: str) -> tuple[list[tuple[int, int]], set[int]]:
    """The spans of references and emphasis, and the offsets of the marks that end emphasis."""
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
