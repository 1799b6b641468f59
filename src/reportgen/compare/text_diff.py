"""The differences between two wordings of a text, in tokens."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from reportgen.compare.changes import DiffSpan
from reportgen.report import Aspect, Figures, Reference
from reportgen.report.printed_text import PrintedPiece, printed_pieces
from reportgen.text.alignment import align, atoms_of
from reportgen.text.names import Names


class Marked(str):
    """A token that compares otherwise than it prints: a reference by its name, an emphasized atom."""

    __slots__ = ("printed",)
    printed: str


_SAME_NAMES: Mapping[str, str] = MappingProxyType({})

Token = str
"""The unit of comparison; unless it is Marked, it prints as it compares."""


def tokens_of(
    text: str | None, figures: Figures, kept: Names, metric_names: Mapping[str, str] = _SAME_NAMES
) -> list[Token]:
    """The tokens of a text: references, ``kept`` names, and atoms (see ``text.alignment``).

    A word whose emphasis changes is another token; a line ending in the file is none. A reference compares by the name
    that ``metric_names`` has for its metric, if any.
    """
    tokens: list[Token] = []
    for piece in _pieces(text, figures):
        reference = piece.reference
        if reference and reference.aspect is not None:
            name = metric_names.get(reference.name, reference.name)
            tokens.append(_marked(f"{name}\0{reference.aspect}\0{piece.strong}", piece.text))
        elif piece.strong:
            tokens += (_marked(f"\0{atom}", atom) for atom in _atoms(piece.text, kept))
        else:
            tokens += _atoms(piece.text, kept)
    return tokens


def printed_text(text: str | None, figures: Figures) -> str:
    """A text as it prints; a paragraph ends with a line ending."""
    return "".join(piece.text for piece in _pieces(text, figures))


def _pieces(text: str | None, figures: Figures) -> Iterator[PrintedPiece]:
    return printed_pieces(text or "", partial(_print_reference, figures))


def _marked(key: str, printed: str) -> Marked:
    token = Marked(key)
    token.printed = printed
    return token


def printed_tokens(tokens: Sequence[Token]) -> str:
    """The text that tokens print."""
    return "".join(token.printed if type(token) is Marked else token for token in tokens)


def compare_wording(old: Sequence[Token], new: Sequence[Token]) -> tuple[DiffSpan, ...]:
    """The spans of two texts, the same and the different ones alternating."""
    return tuple(DiffSpan(printed_tokens(each.old), printed_tokens(each.new), each.same) for each in align(old, new))


def _atoms(text: str, kept: Names) -> list[Token]:
    """The atoms of a printed text; kept names take precedence."""
    found: list[Token] = []
    position = 0
    for start, end in kept.spans(text):
        found += atoms_of(text[position:start])
        found.append(text[start:end])
        position = end
    return found + atoms_of(text[position:])


def _print_reference(figures: Figures, reference: Reference) -> str:
    """What a reference prints; as typed where it cannot be resolved, for a draft may contain such a one."""
    name, aspect = reference.name, reference.aspect
    known = name in figures.report.metrics or name in figures.years()
    unchanged = aspect is Aspect.CHANGE and name in figures.changes and not figures.changes[name].text
    if not known or aspect is None or unchanged:
        return f"【{name}{'：' if reference.aspect_word else ''}{reference.aspect_word}】"
    return figures.printed(name, aspect)
