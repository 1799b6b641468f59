"""Blanks inside texts that are not plain spaces, and characters without width, which copying brings along."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.source.marks import BLANKS, INVISIBLE, ODD_SPACES
from reportgen.source.nodes import Source
from reportgen.text.characters import code_point, is_chinese
from reportgen.text.lazy_pattern import LazyPattern

_INVISIBLE = LazyPattern(f"[{INVISIBLE}]+|(?<=[^\x00-\u2fff])[\u200c\u200d]+(?=[^\x00-\u2fff])")
_ODD = LazyPattern(f"[{ODD_SPACES}]+|(?<=[^\\s:-])\t+(?=[^\\s#])|\u3000+")
_SUSPECTS = frozenset(map(chr, (0xAD, *range(0x2000, 0x2010), *range(0x2028, 0x2070), 0xA0, 0x1680, 0x3000, 0xFEFF, 9)))
"""One of them is in all that the two find."""
_COMMENT = LazyPattern(rf"(?<![^\r\n])[{BLANKS}]*#[^\r\n]*|(?<=[ \t])# [^\r\n]*")
_BEGINS = LazyPattern(r"(?:(?<![^\r\n])[ ]*(?:- +)*|[:,] +|[\[{] *)[\"']?\Z")
"""What comes before the first character of a text."""
_ALONE = LazyPattern(r"[-:] +[\"']?\Z")
_EMPTY = LazyPattern(r"[ ]*+[\"']?+[ ]*+(?![^\r\n])")
_REACH = 120
_STOPS = "，。、；！？"
"""Marks that no full-width space is set beside, as it is between the two characters of a name and after a colon."""


def invisible_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The runs of characters without width in a stretch of a text."""
    if not _SUSPECTS.isdisjoint(text[start:end]):
        yield from _INVISIBLE.finditer(text, start, end)


def inside_texts(source: Source, structural: list[tuple[int, int]]) -> Iterator[Diagnostic]:
    """Reports what is odd inside texts: not in comments, nor in ``structural``, the spans reported already."""
    text = source.text
    if text.isascii() or _SUSPECTS.isdisjoint(text):
        return
    structural.sort()
    comments: list[tuple[int, int]] | None = None
    for code, pattern in (("slip-invisible", _INVISIBLE), ("slip-space-text", _ODD)):
        for match in pattern.finditer(text):
            start, end = match.span()
            if comments is None:
                comments = [match.span() for match in _COMMENT.finditer(text)]
            if _covered(structural, start) or _covered(comments, start):
                continue
            edit = _repaired(text, start, end)
            if edit is not None:
                wide = text[start] == "\u3000" and _begins(text, start)
                words = {"code_point": code_point(text[start])}
                yield Diagnostic(code, source.place(start, end), words, ("indent-by-style",) * wide, (edit,))


def _repaired(text: str, start: int, end: int) -> Edit | None:
    """The edit that repairs odd characters; None where they are meant, or where the text is reported as empty."""
    if _INVISIBLE.match(text, start):
        alone = _ALONE.search(text, max(0, start - _REACH), start) and _EMPTY.match(text, end)
        return None if alone else Edit(start, end, "")
    if text[start] != "\u3000":
        return _without(text, start, end)
    beside_mark = text[start - 1] in _STOPS or text[end : end + 1] in (*_STOPS, "\r", "\n", "")
    return Edit(start, end, "") if beside_mark or _begins(text, start) else None


def _without(text: str, start: int, end: int) -> Edit:
    """Replaces odd spaces, and plain ones beside them, by one plain space; by none at the ends of a text and in Han."""
    first, last = start, end
    while text[last : last + 1] == " ":
        last += 1
    if _begins(text, start):
        return Edit(start, last, "")
    while text[first - 1 : first] == " ":
        first -= 1
    ends = text[last : last + 1] in ("\r", "\n", "")
    between_han = is_chinese(text[first - 1 : first] or " ") and is_chinese(text[last : last + 1] or " ")
    return Edit(first, last, "" if ends or between_han else " ")


def _begins(text: str, offset: int) -> bool:
    """Whether a text begins at an offset, as far as its line shows."""
    return _BEGINS.search(text, max(0, offset - _REACH), offset) is not None


def _covered(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether one of some spans, in order, contains an offset."""
    before = bisect_right(spans, offset, key=lambda span: span[0])
    return before > 0 and offset < spans[before - 1][1]
