"""What a printed text is made of: words, references 【…】, emphasis **…**, joints and paragraph ends."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from reportgen.text.characters import LINE_SEPARATOR, PARAGRAPH_END, printable


class Aspect(StrEnum):
    """Which side of a metric a reference shows; the value is the word in the brackets."""

    PRINTED = ""
    NUMBER = "数值"
    LABEL = "名称"
    CHANGE = "变化"


_ASPECTS = {
    "": Aspect.PRINTED,
    "数值": Aspect.NUMBER,
    "value": Aspect.NUMBER,
    "名称": Aspect.LABEL,
    "label": Aspect.LABEL,
    "变化": Aspect.CHANGE,
    "change": Aspect.CHANGE,
}
_YEARS = {"year": "本年", "next_year": "下年", "last_year": "上年"}
YEAR_NAMES = tuple(_YEARS.values())
"""The references that every report has."""


class Literal(Struct, frozen=True):
    """Characters printed as typed."""

    text: str


class Reference(Struct, frozen=True):
    """【name】 or 【name：aspect】. Offsets are those of the brackets in the folded text.

    ``aspect`` is None if the word after the colon is unknown; ``spaced``: spaces were trimmed.
    """

    name: str
    aspect: Aspect | None
    aspect_word: str
    spaced: bool
    start: int
    end: int


class Unclosed(Struct, frozen=True):
    """A 【 without its 】."""

    start: int
    end: int


class Emphasis(Struct, frozen=True):
    """Begins or ends emphasis."""

    begins: bool


class Joint(Struct, frozen=True):
    """A line end inside a paragraph."""


class LineBreak(Struct, frozen=True):
    """A line end that the author typed."""


class ParagraphEnd(Struct, frozen=True):
    """The end of a paragraph: an empty line."""


Piece = Literal | Reference | Unclosed | Emphasis | Joint | LineBreak | ParagraphEnd

_TOKEN = re.compile(
    r"(?P<bracket>【【)"
    r"|【(?P<reference>[^【】\n\u2028]*)】"
    r"|(?P<unclosed>【)"
    r"|(?P<asterisk>\\\*)"
    r"|(?P<stars>\*+)"
    rf"|(?P<paragraph>{PARAGRAPH_END})"
    r"|(?P<joint>\n)"
    rf"|(?P<line>{LINE_SEPARATOR})"
)
_MARKS = ("【", "*", "\n", LINE_SEPARATOR)
"""One of them is in every piece of a text that is more than words."""
_BEFORE_ASPECT = "：:."
"""What parts the name of a metric from the word for one of its sides."""
_SPACES = " \t\u3000\xa0\n"


def years_by_name(year: int) -> dict[str, str]:
    """What the three references to years print in a report of a year."""
    return dict(zip(YEAR_NAMES, map(str, (year, year + 1, year - 1)), strict=True))


def parse_text(text: str) -> tuple[Piece, ...]:
    """The pieces of a folded text, in order. Never fails: what cannot be read is an Unclosed or an odd Reference."""
    return tuple(piece for _, piece in placed_pieces(text))


def is_plain(text: str) -> bool:
    """Whether a folded text is words and nothing else, as most are."""
    return not any(mark in text for mark in _MARKS)


def placed_pieces(text: str) -> tuple[tuple[int, Piece], ...]:
    """The pieces of a folded text, each with the offset at which it begins."""
    pieces: list[tuple[int, Piece]] = []
    emphasis = _emphasis_marks(text)
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() > position:
            pieces.append((position, Literal(text[position : match.start()])))
        pieces.append((match.start(), _piece(match, emphasis)))
        position = match.end()
    if position < len(text):
        pieces.append((position, Literal(text[position:])))
    return tuple(pieces)


def references_in(text: str) -> Iterator[Reference]:
    """The references of a folded text, in order."""
    if "【" in text:
        yield from (piece for piece in parse_text(text) if isinstance(piece, Reference))


def _piece(match: re.Match[str], emphasis: dict[int, bool]) -> Piece:
    kind = match.lastgroup
    if kind == "reference":
        return _reference(match)
    if kind == "stars":
        begins = emphasis.get(match.start())
        return Literal(match.group()) if begins is None else Emphasis(begins)
    if kind == "bracket":
        return Literal("【")
    if kind == "asterisk":
        return Literal("*")
    if kind == "unclosed":
        return Unclosed(match.start(), match.end())
    return ParagraphEnd() if kind == "paragraph" else Joint() if kind == "joint" else LineBreak()


def name_and_aspect(inside: str) -> tuple[str, str | None]:
    """The name between the brackets of a reference, and the word behind its colon; None where there is no colon."""
    first = next((place for place, mark in enumerate(inside) if mark in _BEFORE_ASPECT), None)
    return (inside, None) if first is None else (inside[:first], inside[first + 1 :])


def _reference(match: re.Match[str]) -> Reference:
    name, aspect_word = name_and_aspect(match.group("reference"))
    # Invisible characters do not print, so they do not make another name.
    name, aspect_word = printable(name), printable(aspect_word) if aspect_word else aspect_word
    trimmed, trimmed_word = name.strip(_SPACES), (aspect_word or "").strip(_SPACES)
    spaced = trimmed != name or trimmed_word != (aspect_word or "")
    known = None if aspect_word is not None and not trimmed_word else _ASPECTS.get(trimmed_word)
    name = _YEARS.get(trimmed, trimmed)
    return Reference(name, known, trimmed_word, spaced, match.start(), match.end())


def _emphasis_marks(text: str) -> dict[int, bool]:
    """Where a run of exactly two asterisks begins (True) or ends (False) emphasis: paired within one paragraph.

    A beginning has no space after it, an end none before it. A longer run of asterisks is not a mark at all.
    """
    marks: dict[int, bool] = {}
    if "**" not in text:
        return marks
    opened: int | None = None
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "paragraph":
            opened = None
        if match.lastgroup != "stars" or len(match.group()) != 2:
            continue
        start, end = match.span()
        if opened is not None and text[start - 1] not in _SPACES:
            marks[opened], marks[start] = True, False
            opened = None
        elif opened is None and end < len(text) and text[end] not in _SPACES:
            opened = start
    return marks
