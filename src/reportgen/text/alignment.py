"""Two texts aligned: Chinese by the character, with what nobody reads by the character as one atom."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportgen.text.measure_words import MEASURE_WORDS
from reportgen.text.numerals import NUMERAL
from reportgen.text.sequences import opcodes

_DIGIT = "[0-9０-９]"
_ATOM = re.compile(
    "《[^《》]*》|〈[^〈〉]*〉|〔[^〔〕]*〕"
    f"|{_DIGIT}{{4}}年(?:{_DIGIT}{{1,2}}月(?:{_DIGIT}{{1,2}}日)?)?|{_DIGIT}{{1,2}}月{_DIGIT}{{1,2}}日"
    f"|{_DIGIT}+(?:[,，]{_DIGIT}{{3}})*(?:[.．]{_DIGIT}+)?[%％‰]?(?:万亿|[万亿])?[余多]?(?:{MEASURE_WORDS})?"
    f"|{NUMERAL}{{2,}}(?:万亿|[万亿])?[余多]?(?:{MEASURE_WORDS})?"
    "|[A-Za-z][A-Za-z0-9'-]*",
)
_SENTENCE_ENDS = frozenset("。！？；\n")


class AlignedSpan(NamedTuple):
    """A run of atoms of the old text and of the new one, the same in both or different."""

    same: bool
    old: list[str]
    new: list[str]


def atoms_of(text: str) -> list[str]:
    """A text in atoms: titles in brackets, dates, numbers with what they count, Latin words, single characters.

    Joined they are the text.
    """
    atoms: list[str] = []
    position = 0
    for match in _ATOM.finditer(text):
        atoms += text[position : match.start()]
        atoms.append(match.group())
        position = match.end()
    atoms += text[position:]
    return atoms


def align(old: Sequence[str], new: Sequence[str]) -> list[AlignedSpan]:
    """The atoms of two texts in spans that are the same and spans that differ, by turns.

    Whole sentences are matched first, then the atoms of those that differ. A common span between two differences
    that is no longer than either is merged into them, so that a rewritten sentence does not read as a riddle.
    """
    spans: list[AlignedSpan] = []
    olds, news = _sentences(old), _sentences(new)
    for tag, first, last, start, end in opcodes([tuple(each) for each in olds], [tuple(each) for each in news]):
        before, after = _flat(olds[first:last]), _flat(news[start:end])
        if tag == "replace":
            for inner, a, b, c, d in opcodes(before, after):
                _append(spans, AlignedSpan(inner == "equal", before[a:b], after[c:d]))
        else:
            _append(spans, AlignedSpan(tag == "equal", before, after))
    return _without_islands(spans)


def _sentences(atoms: Sequence[str]) -> list[list[str]]:
    """The atoms sentence by sentence."""
    sentences: list[list[str]] = [[]]
    for atom in atoms:
        sentences[-1].append(atom)
        if atom in _SENTENCE_ENDS:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _flat(sentences: Sequence[list[str]]) -> list[str]:
    return [atom for sentence in sentences for atom in sentence]


def _append(spans: list[AlignedSpan], span: AlignedSpan) -> None:
    """Adds a span, merged with the last one where both are of the same kind."""
    if spans and spans[-1].same is span.same:
        last = spans.pop()
        span = AlignedSpan(span.same, last.old + span.old, last.new + span.new)
    spans.append(span)


def _without_islands(spans: Sequence[AlignedSpan]) -> list[AlignedSpan]:
    """The spans without short common ones between two differences, until none are left."""
    runs: list[_Run] = []
    for index, span in enumerate(spans):
        runs.append(_Run(span.same, index, len(span.old), len(span.new)))
        while len(runs) > 2 and not runs[-1].same and runs[-2].old <= min(runs[-3].length, runs[-1].length):
            last, island, first = runs.pop(), runs.pop(), runs.pop()
            runs.append(_Run(False, first.begin, *map(sum, zip(first[2:], island[2:], last[2:], strict=True))))
    begins = [*(run.begin for run in runs), len(spans)]
    return [_merged(spans[begin:end]) for begin, end in pairwise(begins)]


class _Run(NamedTuple):
    """Spans that are one, from the index of the first: how many atoms of both texts they have."""

    same: bool
    begin: int
    old: int
    new: int

    @property
    def length(self) -> int:
        return max(self.old, self.new)


def _merged(spans: Sequence[AlignedSpan]) -> AlignedSpan:
    if len(spans) == 1:
        return spans[0]
    return AlignedSpan(False, _flat([span.old for span in spans]), _flat([span.new for span in spans]))
