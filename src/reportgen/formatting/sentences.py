"""A passage with one sentence a line: where its line ends may stand so that it prints as before."""

import re
from collections.abc import Collection, Iterator, Sequence

from reportgen.formatting.printing import joint_values, printed
from reportgen.report import Emphasis, Joint, Literal, Piece, Reference, parse_text, placed_pieces

_CLOSING_MARKS = "”’）】」』"  # a title such as 《你好！》 ends no sentence
_END = re.compile(
    rf"[。！？…]+[{_CLOSING_MARKS}]*"  # a Chinese sentence, with the marks that close around it
    r"|(?<=[a-z0-9)”\"]{2})[.!?][\"”’)]*(?= [A-Z“\"])"  # a Latin one; J. and Mr. end none
)
_AFTER_EMPHASIS = re.compile(rf"\*\*[{_CLOSING_MARKS}]*")
_CONTINUING = frozenset("，、；：。！？…—～》〉,;:.!?)] \t\u3000\xa0\n" + _CLOSING_MARKS)
"""What stands after a sentence only where it goes on, or where a line end would swallow a blank."""
_OPENING, _CLOSING = "“（(《〈「『【", "”）)》〉」』】"


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


def sentence_ends(
    text: str, whole: Sequence[tuple[int, int]] = (), closing: Collection[int] = frozenset()
) -> Iterator[int]:
    """The offsets at which a sentence ends and another begins, outside of everything that stands together.

    ``whole`` are stretches in which none ends; ``closing`` is where marks stand that end emphasis.
    """
    waiting = sorted(whole, reverse=True)
    position = depth = begun = reach = 0
    for match in _END.finditer(text):
        end = match.end()
        if end in closing:
            after = _AFTER_EMPHASIS.match(text, end)
            end = after.end() if after else end
        depth = _depth(text[position:end], depth)
        position = end
        while waiting and waiting[-1][0] < end:
            reach = max(reach, waiting.pop()[1])
        if depth or end < reach or end == len(text) or (text[end] in _CONTINUING and match.group()[0] not in ".!?"):
            continue
        if any(character.isalnum() for character in text[begun:end]):
            yield end
            begun = end


def _undivided(text: str) -> tuple[list[tuple[int, int]], set[int]]:
    """The spans of references and emphasis, and where the marks that end emphasis stand."""
    whole: list[tuple[int, int]] = []
    closing: set[int] = set()
    opened = 0
    for start, piece in placed_pieces(text):
        if isinstance(piece, Reference):
            whole.append((piece.start, piece.end))
        elif isinstance(piece, Emphasis) and piece.begins:
            opened = start
        elif isinstance(piece, Emphasis):
            whole.append((opened, start + 2))
            closing.add(start)
    return whole, closing


def _depth(text: str, depth: int) -> int:
    """How many marks are open after a text; a closing mark too many closes nothing."""
    for character in text.replace("【【", "【"):
        depth = depth + 1 if character in _OPENING else max(0, depth - 1) if character in _CLOSING else depth
    return depth
