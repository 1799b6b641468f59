"""The office's own words: ``lexicon.yaml`` beside ``data/``. Names, and lists in a fixed order."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.report.report_types import Year
from reportgen.source import Mapping, Node, Reader, Scalar, Sequence, Source, field_names, parse, pattern
from reportgen.text.characters import close_joints

LONGEST_WORD = 60
"""Characters of a word: no name is longer, and every length costs time at every place of a text."""

Word = Annotated[str, pattern(rf"(?=[\s\S]*\S)[\s\S]{{1,{LONGEST_WORD}}}", "lexicon-word-invalid")]
"""A word as it prints: no references are read in it."""


class LexiconTerm(Struct, frozen=True, kw_only=True):
    """A word: its full form, the short forms allowed for it, those that are wrong, and the years it is used in."""

    shorthand: ClassVar[str] = "term"

    term: Word
    short: tuple[Word, ...] = ()
    wrong: tuple[Word, ...] = ()
    since: Year | None = None
    until: Year | None = None

    def is_used_in(self, year: int) -> bool:
        """Whether reports of a year may use it."""
        return (self.since or year) <= year and not self.has_ended(year)

    def has_ended(self, year: int) -> bool:
        """Whether the last year that may use it is over."""
        return self.until is not None and year > self.until


class Lexicon(Struct, frozen=True, kw_only=True):
    """The words of an office; ``orders`` are lists whose members are always named in that order."""

    terms: tuple[LexiconTerm, ...] = ()
    orders: tuple[tuple[Word, ...], ...] = ()


def read_lexicon(source: Source) -> tuple[Lexicon | None, tuple[Diagnostic, ...]]:
    """The words of a file, and what is wrong with it; None where it cannot be read."""
    root, parsed = parse(source, field_names(Lexicon))
    if root is None:
        return None, tuple(each for each in parsed if each.code != "file-empty")
    reader = Reader({})
    lexicon = reader.read(root, Lexicon)
    return lexicon, (*parsed, *reader.found, *_contradictions(root))


def _contradictions(root: Node) -> Iterator[Diagnostic]:
    """Words that are both right and wrong, years that end before they begin, and lists that name a word twice."""
    right: dict[str, Scalar] = {}
    terms = tuple(_entries(root, "terms"))
    for path, entry in terms:
        for _, word in (*_words(entry, "term", path), *_words(entry, "short", path)):
            right.setdefault(word.text, word)
        since, until = (_number(entry, key) for key in ("since", "until"))
        if since is not None and until is not None and since > until:
            place = entry.place(path)
            yield Diagnostic("lexicon-years-reversed", place, {"since": str(since), "until": str(until)})
    for path, entry in terms:
        for where, word in _words(entry, "wrong", path):
            if word.text in right:
                words = {"word": close_joints(word.text), "line": str(right[word.text].place().line)}
                yield Diagnostic("lexicon-word-both", word.place(where), words)
    for path, order in _entries(root, "orders"):
        seen: set[str] = set()
        for where, member in _scalars(order, path):
            if member.text in seen:
                yield Diagnostic("lexicon-order-twice", member.place(where), {"word": close_joints(member.text)})
            seen.add(member.text)


def _entries(root: Node, key: str) -> Iterator[tuple[FieldPath, Node]]:
    """The entries of a list at the top, with their paths."""
    found = root.get(key) if isinstance(root, Mapping) else None
    for index, each in enumerate(found.items if isinstance(found, Sequence) else ()):
        yield (key, index), each


def _words(entry: Node, key: str, path: FieldPath) -> Iterator[tuple[FieldPath, Scalar]]:
    """The words of a field of a term, be it one or a list; a term may be a plain word."""
    if isinstance(entry, Scalar):
        yield from ((path, entry),) if key == LexiconTerm.shorthand else ()
    elif isinstance(entry, Mapping) and (value := entry.get(key)) is not None:
        yield from _scalars(value, (*path, key))


def _scalars(node: Node, path: FieldPath) -> Iterator[tuple[FieldPath, Scalar]]:
    if isinstance(node, Scalar) and not node.absent:
        yield path, node
    elif isinstance(node, Sequence):
        yield from (
            ((*path, index), each)
            for index, each in enumerate(node.items)
            if isinstance(each, Scalar) and not each.absent
        )


def _number(entry: Node, key: str) -> int | None:
    value = entry.get(key) if isinstance(entry, Mapping) else None
    text = value.text if isinstance(value, Scalar) else ""
    return int(text) if len(text) == len("2025") and text.isdecimal() else None
