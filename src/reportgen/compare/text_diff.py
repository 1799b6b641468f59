"""Two wordings of one text: Chinese by the character, with what nobody reads by the character as one atom."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from reportgen.compare.changes import DiffSpan
from reportgen.report import (
    Aspect,
    Emphasis,
    Figures,
    Joint,
    LineBreak,
    Literal,
    ParagraphEnd,
    Piece,
    Reference,
    Unclosed,
    parse_text,
)
from reportgen.text.alignment import align, atoms_of
from reportgen.text.characters import LINE_SEPARATOR, NEIGHBOUR, joint, printable

_MARKS = re.compile("[【*\\\\\n\u2028]")
_PARAGRAPH = "\n"


class Marked(str):
    """A token that prints otherwise than it compares: a reference by its name, an atom that is stressed."""

    __slots__ = ("said",)
    said: str


Token = str
"""The least that is compared, and how it prints, but for the Marked."""


def tokens_of(text: str | None, figures: Figures, kept: re.Pattern[str] | None) -> list[Token]:
    """The tokens of a text: references, dates, numbers with what they count, titles in brackets and kept names whole.

    A word that is only stressed anew is another; a line end in the file is none.
    """
    found: list[Token] = []
    for name, stressed, said in _pieces(text, figures):
        if name:
            found.append(_marked(f"{name}\0{stressed}", said))
        elif stressed:
            found += (_marked(f"\0{atom}", atom) for atom in _atoms(said, kept))
        else:
            found += _atoms(said, kept)
    return found


def spoken_text(text: str | None, figures: Figures) -> str:
    """A text as it prints; paragraphs end with a line end."""
    return "".join(said for _, _, said in _pieces(text, figures))


def _pieces(text: str | None, figures: Figures) -> Iterator[tuple[str, bool, str]]:
    """The pieces of a text: the name of a reference, whether stressed, and how it prints."""
    if text and not _MARKS.search(text):  # the common case by far
        yield "", False, printable(text)
        return
    stressed, before = False, ""
    pieces = parse_text(text or "")
    for index, piece in enumerate(pieces):
        name, said = "", ""
        if isinstance(piece, Emphasis):
            stressed = piece.begins
        elif isinstance(piece, Joint):
            said = joint(before, _said(pieces[index + 1], figures) if index + 1 < len(pieces) else "")
        else:
            said = _said(piece, figures)
        if isinstance(piece, Reference) and piece.aspect is not None:
            name = f"{piece.name}\0{piece.aspect}"
        if said:
            yield name, stressed and not isinstance(piece, ParagraphEnd), said
            before = (before + said)[-NEIGHBOUR:]


def _marked(key: str, said: str) -> Marked:
    token = Marked(key)
    token.said = said
    return token


def kept_pattern(kept: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern of names that stay whole, the longest first; None without any."""
    names = sorted({name for name in kept if len(name) > 1}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, names))) if names else None


def spoken(tokens: Sequence[Token]) -> str:
    """What some tokens print."""
    return "".join(token.said if type(token) is Marked else token for token in tokens)


def compare_wording(old: Sequence[Token], new: Sequence[Token]) -> tuple[DiffSpan, ...]:
    """The stretches of two texts, those that are the same and those that are not by turns."""
    return tuple(DiffSpan(spoken(each.old), spoken(each.new), each.same) for each in align(old, new))


def _atoms(text: str, kept: re.Pattern[str] | None) -> list[Token]:
    """The atoms of printed characters; a kept name wins over everything."""
    if kept is None:
        return atoms_of(text)
    found: list[Token] = []
    position = 0
    for match in kept.finditer(text):
        found += atoms_of(text[position : match.start()])
        found.append(match.group())
        position = match.end()
    return found + atoms_of(text[position:])


def _said(piece: Piece, figures: Figures) -> str:
    """How a piece prints; a reference that means nothing as it is typed, for a draft may hold one."""
    match piece:
        case Literal():
            return printable(piece.text)
        case ParagraphEnd():
            return _PARAGRAPH
        case LineBreak():
            return LINE_SEPARATOR
        case Reference():
            return _reference(piece, figures)
        case Unclosed():
            return "【"
        case Emphasis() | Joint():
            return ""
        case _:
            assert_never(piece)


def _reference(piece: Reference, figures: Figures) -> str:
    known = piece.name in figures.report.metrics or piece.name in figures.years()
    if not known or piece.aspect is None or (piece.aspect is Aspect.CHANGE and _without_change(piece, figures)):
        return f"【{piece.name}{'：' if piece.aspect_word else ''}{piece.aspect_word}】"
    return printable(figures.printed(piece.name, piece.aspect))


def _without_change(piece: Reference, figures: Figures) -> bool:
    return piece.name in figures.changes and not figures.changes[piece.name].text
