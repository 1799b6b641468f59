"""A name that differs from one of the lexicon by a single character: changed, missing or added (P70).

Only names of three characters or more count. A shorter form of a name, another level of government or another number is
a different name.

中文：与词表（lexicon.yaml）里的名称只差一个字：错一字、漏一字或多一字。三个字以上的名称才看。只是提示，请核对；确实是
另一个名称，也写进词表，就不再提示。下面的例子用的是指南里的词表。

Wrong (lexicon.yaml as in the guide):

    reviews:
      title: 工作回顾
      intro: 召开专题议政性常委会议两次。

Right:

    reviews:
      title: 工作回顾
      intro: 召开专题议政性常委会会议两次。
"""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.lexicon import Lexicon
from reportgen.rules.lexicon_words import LexiconWords, is_elsewhere, lexicon_words, own_places
from reportgen.text.names import Names

CODE = "word-nearly-known"

_SHORTEST, _SHORTEST_BODY = 3, 6
_MOST_ALIKE = 30
"""Names that share a half; of more, the first are looked for."""
_BODIES = frozenset("府协委局部会院办团社处署厅馆站所校学场库群区市县省")
"""What the name of a body ends with: in a short one, a single character makes another's (国家计委, 国家教委)."""
_NUMBERS = frozenset("〇零一二三四五六七八九十两百千0123456789")
_OTHER_NAMES = frozenset("国省市县区州盟旗乡镇村街") | _NUMBERS
"""Levels of government and numbers: with another one, a name is another's."""
_JOINTS = frozenset("和与及的同")
_BEHIND_NAMES = frozenset("同主副委书局市省县区带出列参说指强要在是的等和与及率为")
"""What may follow a name of two characters that begins like one of three."""


class _Half(Struct, frozen=True):
    """A half of a name that its slip leaves alone, and the name."""

    name: str
    is_first: bool


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Notes what is nearly a name of the lexicon, and no other name of it."""
    words = lexicon_words(context)
    if words is None:
        return
    text, halves, behind = words.printed.typed, _halves(words.lexicon), 0
    starts, ends = _edges(words)
    places = own_places(words.lexicon)
    wrong = {word for entry in words.lexicon.terms for word in entry.wrong}
    for place, half in Names(halves).everywhere(text):
        for each in halves[half]:
            span = _near_miss(text, place + len(half) * (not each.is_first), each)
            if span is None or span[0] < behind:
                continue
            after = bisect_left(starts, span[1])
            is_known = (after and ends[after - 1] > span[0]) or text[slice(*span)] in wrong
            if is_known or is_elsewhere(text, span[0], places):
                continue  # it is another name, or touches one
            behind = span[1]
            found = words.printed.finding(CODE, span)
            yield replace(found, words={"typed": text[slice(*span)], "right": each.name})


def _halves(lexicon: Lexicon) -> dict[str, list[_Half]]:
    """Every name by its halves: a slip of one character leaves one of them whole."""
    names = [name for entry in lexicon.terms for name in (entry.term, *entry.short)]
    names += [member for order in lexicon.orders for member in order]
    halves: dict[str, list[_Half]] = {}
    for name in dict.fromkeys(names):
        if len(name) < (_SHORTEST_BODY if name[-1] in _BODIES else _SHORTEST):
            continue
        middle = len(name) // 2
        for half, is_first in ((name[:middle], True), (name[middle:], False)):
            if len(halves.setdefault(half, [])) < _MOST_ALIKE:
                halves[half].append(_Half(name, is_first))
    return halves


def _edges(words: LexiconWords) -> tuple[list[int], list[int]]:
    return [each.start for each in words.occurrences], [each.end for each in words.occurrences]


def _near_miss(text: str, edge: int, half: _Half) -> tuple[int, int] | None:
    """The stretch that begins or ends at an edge and is the name but for one character; None where there is none."""
    name = half.name
    for length in (len(name), len(name) - 1, len(name) + 1):
        start, end = (edge, edge + length) if half.is_first else (edge - length, edge)
        typed = text[start:end]
        if len(typed) == length and _differs_once(typed, name):
            return start, end
    return None


def _differs_once(typed: str, name: str) -> bool:
    """Whether a text is a name with one character changed, missing or added inside it."""
    at = next((place for place, (one, other) in enumerate(zip(typed, name, strict=False)) if one != other), 0)
    if not at:
        return False  # it is the name, or begins otherwise: then it is another's
    if len(typed) == len(name):
        is_one = typed[at + 1 :] == name[at + 1 :]
        return is_one and _is_slip(typed[at], name[at]) and not (at == len(name) - 1 and _goes_on(name, typed[at]))
    if len(typed) == len(name) - 1:
        return len(name) > _SHORTEST and typed[at:] == name[at + 1 :] and name[at] not in _OTHER_NAMES
    return typed[at + 1 :] == name[at:] and typed[at] not in _JOINTS and _is_slip(typed[at])


def _is_slip(typed: str, right: str = "") -> bool:
    """Whether a character may be typed in place of another, or too many."""
    return _is_han(typed) and not (typed in _OTHER_NAMES and (not right or right in _OTHER_NAMES))


def _goes_on(name: str, typed: str) -> bool:
    """Whether what differs in the last character may be a shorter name and the word behind it."""
    return len(name) > _SHORTEST or typed in _BEHIND_NAMES | _NUMBERS


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
