"""Where the words of the lexicon stand in a report, found in one pass (P70–P73). No rule."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from reportgen.rules.context import RuleContext
from reportgen.rules.lexicon import Lexicon, LexiconTerm
from reportgen.rules.printed_text import PrintedText, printed_text
from reportgen.text.characters import text_before
from reportgen.text.names import Names
from reportgen.text.similarity import likeness, pairs_of

WordKind = Literal["term", "short", "wrong"]

_CONTINUED = {
    "局": "部面势限促域",
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


_LEVELS = frozenset("省市县区州盟旗镇乡")
_BEFORE_OURS = frozenset(
    "同合与和及由向对在为被经到赴进入访察研促动持助调织请托导头过据照求议送报交受取原现任是给让将把从以全我本各该来往驻陪随"
    "商联示复函致发令派支帮找去见归属帮等或则也都均已曾即当按"
)
"""What may stand before 市数据局 where it is our own city's; anything else is the name of a place."""


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
    spans = word_spans(printed.typed, Names(forms), own_places(lexicon))
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


def own_places(lexicon: Lexicon) -> tuple[str, ...]:
    """What full forms begin with that their short forms leave out: 云溪 of 云溪市数据局 and 市数据局."""
    pairs = ((entry.term, short) for entry in lexicon.terms for short in entry.short)
    return tuple({place: None for term, short in pairs if (place := term.removesuffix(short)) not in ("", term)})


def word_spans(text: str, names: Names, places: tuple[str, ...] = ()) -> Iterator[tuple[int, int]]:
    """Where names stand in a text, none inside another, none whose end begins another word, none of another place.

    ``places`` are our own.
    """
    for start, end in names.spans(text):
        is_whole = text[end : end + 1] not in tuple(_CONTINUED.get(text[end - 1], ""))
        if is_whole and "\n" not in text[start:end] and not is_elsewhere(text, start, places):
            yield start, end


def is_elsewhere(text: str, start: int, places: tuple[str, ...]) -> bool:
    """Whether a name such as 市数据局 is a part of the name of another city's: 青石市数据局."""
    before = text_before(text, start, 1)
    if text[start] not in _LEVELS or not "\u4e00" <= before <= "\u9fff" or before in _BEFORE_OURS:
        return False
    return not text.endswith(places, 0, start) if places else True


def nearest_form(word: str, forms: Iterable[str]) -> str:
    """The form that a word resembles most; the first of several."""
    pairs = pairs_of(word)
    return max(forms, key=lambda form: likeness(pairs, pairs_of(form)))
