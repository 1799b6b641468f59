"""Where the words of the lexicon stand in a report, found in one pass (P70–P73). No rule."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from reportgen.rules.context import RuleContext
from reportgen.rules.lexicon import Lexicon, LexiconTerm
from reportgen.rules.printed_text import PrintedText, printed_text
from reportgen.text.names import Names
from reportgen.text.similarity import likeness, pairs_of

WordKind = Literal["term", "short", "wrong"]

_CONTINUED = {
    "局": "部面势限促",
    "会": "议员场谈计堂",
    "委": "员托派任婉屈培",
    "协": "调作同助力",
    "办": "理法事公案学",
    "部": "分署门位队件",
    "处": "理置于在境罚",
    "区": "别域间",
    "市": "场民区值",
    "院": "落士",
    "站": "位点",
    "室": "内外",
    "台": "账阶湾",
    "团": "结队体",
    "学": "习生校",
}
"""By the last character of a name: what follows where it is the first of another word, as in 市数据局部署."""


class Occurrence(Struct, frozen=True):
    """A word of the lexicon in the texts joined: where it is, what kind of form it is, and its entry."""

    start: int
    end: int
    word: str
    kind: WordKind
    entry: LexiconTerm


class LexiconWords(Struct, frozen=True):
    """The words of a lexicon in the texts of a report, in order, none inside another."""

    lexicon: Lexicon
    printed: PrintedText
    occurrences: tuple[Occurrence, ...]


def lexicon_words(context: RuleContext) -> LexiconWords | None:
    """The words of the lexicon in a report, found once for all rules; None where there is no lexicon."""
    return context.once(_find) if context.lexicon is not None else None


def _find(context: RuleContext) -> LexiconWords:
    lexicon, printed = context.lexicon or Lexicon(), printed_text(context)
    forms: dict[str, tuple[WordKind, LexiconTerm]] = {}
    for word, kind, entry in _forms(lexicon, context.year):
        forms.setdefault(word, (kind, entry))
    spans = word_spans(printed.typed, Names(forms))
    found = ((start, end, printed.typed[start:end]) for start, end in spans)
    return LexiconWords(lexicon, printed, tuple(Occurrence(*each, *forms[each[2]]) for each in found))


def _forms(lexicon: Lexicon, year: int) -> Iterator[tuple[str, WordKind, LexiconTerm]]:
    """Every form, right ones first; where two entries share one, that of the year is meant.

    A member of a list is a word too.
    """
    entries = sorted(lexicon.terms, key=lambda entry: not entry.is_used_in(year))
    yield from ((entry.term, "term", entry) for entry in entries)
    yield from ((word, "short", entry) for entry in entries for word in entry.short)
    yield from ((word, "wrong", entry) for entry in entries for word in entry.wrong)
    yield from ((member, "term", LexiconTerm(term=member)) for order in lexicon.orders for member in order)


def word_spans(text: str, names: Names) -> Iterator[tuple[int, int]]:
    """Where names stand in a text, none inside another, and none whose end begins another word."""
    for start, end in names.spans(text):
        if "\n" not in text[start:end] and text[end : end + 1] not in tuple(_CONTINUED.get(text[end - 1], "")):
            yield start, end


def nearest_form(word: str, forms: Iterable[str]) -> str:
    """The form that a word resembles most; the first of several."""
    pairs = pairs_of(word)
    return max(forms, key=lambda form: likeness(pairs, pairs_of(form)))
