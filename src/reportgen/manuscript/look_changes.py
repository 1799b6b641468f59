"""Words of an edited document that only look different: reported, since a report file has no looks."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.diagnostics import FieldPath
from reportgen.manuscript.absorbed import LookChange, Trait
from reportgen.manuscript.line_matching import Match
from reportgen.manuscript.manuscript_types import Paragraph, Span
from reportgen.manuscript.printed_lines import Cell, PrintedLine, plain_line
from reportgen.text.sequences import opcodes

_SHORTEST = 4
"""Characters that must have stayed together, for their looks to say anything of what was done to them."""

_Traits = tuple[str, ...]
"""What a character looks like, a word for each trait in their order; empty where it has none."""


def look_changes(
    matches: Sequence[Match], lines: Sequence[PrintedLine], before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> Iterator[LookChange]:
    """The changes of look in what stayed; ``before`` are the paragraphs of the lines, in their order."""
    numbers = [number for number, line in enumerate(lines) if line.role != "contents-title"]
    if len(numbers) != len(before):
        return
    was = dict(zip(numbers, before, strict=True))
    for match in matches:
        if match.new and was.keys() >= set(match.old) != set():
            cells = [cell for number in match.old for cell in lines[number].cells]
            news = [after[number] for number in match.new]
            yield from _changes([was[number] for number in match.old], news, cells, lines[match.old[0]].path)


def _changes(
    before: Sequence[Paragraph], after: Sequence[Paragraph], cells: Sequence[Cell], path: FieldPath | None
) -> Iterator[LookChange]:
    """The changes of look between paragraphs as they were and as they are.

    ``cells`` are the printed characters of what was before; ``path`` is its place where none of them has one. A
    paragraph of another style looks different on purpose.
    """
    if {each.styles[:1] for each in before} != {each.styles[:1] for each in after}:
        return
    old, new = _characters(before), _characters(after)
    if old == new or len(old) != len(cells):
        return
    texts = tuple("".join(character for character, _ in each) for each in (old, new))
    for start, place, size in _kept(*texts):
        for number, trait in enumerate(Trait):
            stretch = [
                (at, old[at][1][number], new[at - start + place][1][number]) for at in range(start, start + size)
            ]
            yield from _told(stretch, texts[0], trait, cells, path)


def _kept(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Where the same words are in both, and how many characters they have."""
    if old == new:
        yield 0, 0, len(old)
        return
    for tag, first, last, start, _ in opcodes(old, new):
        if tag == "equal" and last - first >= _SHORTEST:
            yield first, start, last - first


def _told(
    stretch: Sequence[tuple[int, str, str]], text: str, trait: Trait, cells: Sequence[Cell], path: FieldPath | None
) -> Iterator[LookChange]:
    """The changes of one trait in words that stayed."""
    for (before, after), group in groupby(stretch, key=lambda each: each[1:]):
        places = [at for at, _, _ in group]
        words = "".join(text[at] for at in places)
        if before != after and words.strip():
            where = next((cells[at].path for at in places if cells[at].path), path) or ()
            yield LookChange(where, trait, bool(after), words)


def _characters(paragraphs: Sequence[Paragraph]) -> list[tuple[str, _Traits]]:
    return [
        (character, traits)
        for paragraph in paragraphs
        for span in paragraph.spans
        for traits in (_traits(span),)
        for character in plain_line(span.text)
    ]


def _traits(span: Span) -> _Traits:
    """The traits of a run, in the order of the kinds."""
    decoration = span.decoration
    switches = (span.look.bold, decoration.italic, decoration.underlined, decoration.struck)
    return (*("on" if each else "" for each in switches), decoration.highlight, decoration.colour)
