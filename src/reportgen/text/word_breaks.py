"""Where Chinese words end, which have no spaces: where a title may turn over, which characters stay together."""

import re
from itertools import accumulate, pairwise

from reportgen.text.breaks import atom_ends
from reportgen.text.characters import is_chinese
from reportgen.text.classes import classes
from reportgen.text.numerals import SESSION

NEVER_FIRST = "的地得之者们着了过和与及等"
"""No line of a title begins with one of these: what they belong to comes before them (T9)."""

COMPOUND = 12.0
_PHRASE = 2.0
"""Costs, in squares of an em, of a line that ends within a clause: inside what is likely one term; between phrases."""

_INTERPUNCT = "·"

_Word = tuple[str, str]
"""A word, and its part of speech."""

# 十四届五次会议 is one name; a title may turn over after it. So it may after marks that end a clause.
_SURE = re.compile(f"{SESSION}|[，；：。！？、]")

_QUOTED = re.compile("(?<=“)[^”]*”|(?<=《)[^》]*》")

# Parts of speech as the word list names them: no line ends between a verb and what it acts on, since the line above
# would read as a sentence of its own, nor after a number, a pronoun, a preposition or an adverb, which belong to what
# follows.
_NOUN = "n"
_PLACE = "ns"
_PERSON = "nr"
_NO_NAMES = ("u", "c", "p", "d", "v")
_VERBS = ("v", "nz")
_OBJECTS = ("n", "r", "m", "j", "i", "l")
_LEADING = ("m", "p", "c", "q", "d", "r")
_COMPOUNDED = ("n", "vn", "j")


def sure_breaks(text: str) -> tuple[int, ...]:
    """Where a title may turn over for certain: after a mark that ends a clause, after the name of a session."""
    ends = set(atom_ends(classes(text)))
    return tuple(match.end() for match in _SURE.finditer(text) if match.end() in ends and match.end() < len(text))


def title_breaks(text: str) -> dict[int, float]:
    """Where a title may turn over, between its words, ascending, and what that costs in a shape, in squares of an em.

    The word list is loaded at the first call.
    """
    from rjieba import tag  # its word list takes a tenth of a second to load, and most titles fit on one line

    ends = set(atom_ends(classes(text)))
    breaks = dict.fromkeys(sure_breaks(text), 0.0)
    quoted = {place for match in _QUOTED.finditer(text) for place in range(*match.span())}
    position = 0
    for (word, kind), (after, following) in pairwise([*tag(text), ("", "")]):
        position += len(word)
        if position in ends and position < len(text) and not _binds(kind, following) and after[0] not in NEVER_FIRST:
            term = position in quoted or _compounds(kind, following)
            breaks.setdefault(position, COMPOUND if term else _PHRASE)
    return dict(sorted(breaks.items()))


def _binds(kind: str, following: str) -> bool:
    if kind == _PLACE:
        return following.startswith(_NOUN)  # 长治市委员会
    return kind.startswith(_LEADING) or (kind in _VERBS and following.startswith(_OBJECTS))


def _compounds(kind: str, following: str) -> bool:
    """Whether two words are likely one term, as 人民 and 民主, 队伍 and 建设 are."""
    return kind in _COMPOUNDED and following in _COMPOUNDED


def word_spans(text: str) -> list[tuple[int, int]]:
    """The words of a text of two characters and more, names such as 卡尔·海因里希 and 周䶮 as one.

    The word list is loaded at the first call.
    """
    from rjieba import tag

    words = [*tag(text)]
    ends = [0, *accumulate(len(word) for word, _ in words)]
    inner = {end for end in ends[1:-1] if _INTERPUNCT in text[end - 1 : end + 1]}
    inner.update(end for end, before, after in zip(ends[1:], words, words[1:], strict=False) if _names(before, after))
    apart = sorted({*ends}.difference(inner))
    return [(start, end) for start, end in pairwise(apart) if end - start > 1]


def _names(before: _Word, after: _Word) -> bool:
    """Whether two words of the list are the beginning of one name: a surname, and what the list takes for a word.

    What the list has no character for is in a name.
    """
    (word, kind), (following, following_kind) = before, after
    if not (word.isalpha() and following.isalpha() and is_chinese(word[-1]) and is_chinese(following[0])):
        return False
    if _is_rare(following[0]):
        return True
    goes_on = following_kind.startswith(_PERSON)
    if _is_rare(word[-1]):
        return goes_on
    if not kind.startswith(_PERSON):
        return False
    return (goes_on and len(word) == 2) or (len(word) == 1 and not following_kind.startswith(_NO_NAMES))


def _is_rare(character: str) -> bool:
    """Whether the word list has no such character: it is of a name, as 䶮."""
    return not "一" <= character <= "龥"
