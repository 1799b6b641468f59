"""Where titles turn over: between words, never so that a line reads as something else, in a shape (T9)."""

import re
from collections.abc import Container
from itertools import accumulate, combinations, pairwise
from math import comb
from typing import assert_never

from reportgen.layout.breaks import atom_ends
from reportgen.layout.classes import classes
from reportgen.layout.measure import Measured, Stretch, TitleForm
from reportgen.style import ROLES, BlockLook, BlockRole
from reportgen.text.characters import is_chinese
from reportgen.text.numerals import SESSION

_NEVER_FIRST = "的地得之者们着了过和与及等"
"""No line of a title begins with one of these: what they belong to comes before them (T9)."""

_INTERPUNCT = "·"

_MOST_LINES = 6
_MOST_SHAPES = 20_000
"""Longer titles are set like any text, between words; a shape of more lines would not be seen."""

_HOURGLASS = 30.0
_RECTANGLE = 1.0
"""Costs, in squares of an em: a line shorter than both its neighbours; all lines of one length (T9)."""

_UNEVEN_CLAUSES = 0.1
"""What counts of that in lines of clauses."""

_PHRASE, _COMPOUND = 2.0, 12.0
"""Costs, in squares of an em, of a line that ends within a clause: between phrases; inside what is likely one term."""

_SHORTEST: dict[TitleForm, float] = {"shaped": 0.5, "clauses": 0.25}
"""A line of a title is at least as long, as a share of the longest; lines of clauses may well differ."""

_Word = tuple[str, str]
"""A word, and its part of speech."""

# 十四届五次会议 is one name; a title may turn over after it. So it may after marks that end a clause.
_SURE = re.compile(f"{SESSION}|[，；：。！？、]")

_QUOTED = re.compile("“[^”]*”|《[^》]*》")

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


def title_form(role: BlockRole, look: BlockLook) -> TitleForm:
    """How text of a role turns over: titles between words only, those that stand alone in a shape, or by clauses.

    Heads at the edge turn over by clauses; indented like a paragraph, or beside an ordinal, they fill their lines.
    """
    turn = ROLES[role].turn
    match turn:
        case "centred":
            at_edge = look.first_line == look.hang == 0.0
            return "shaped" if look.align == "centre" else "clauses" if at_edge else "words"
        case "none" | "words" | "shaped" | "clauses":
            return turn
        case _:
            assert_never(turn)


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
    quoted = {place for match in _QUOTED.finditer(text) for place in range(match.start() + 1, match.end())}
    position = 0
    for (word, kind), (after, following) in pairwise([*tag(text), ("", "")]):
        position += len(word)
        if position in ends and position < len(text) and not _binds(kind, following) and after[0] not in _NEVER_FIRST:
            term = position in quoted or _compounds(kind, following)
            breaks.setdefault(position, _COMPOUND if term else _PHRASE)
    return dict(sorted(breaks.items()))


def _binds(kind: str, following: str) -> bool:
    if kind == _PLACE:
        return following.startswith(_NOUN)  # 长治市委员会
    return kind.startswith(_LEADING) or (kind in _VERBS and following.startswith(_OBJECTS))


def _compounds(kind: str, following: str) -> bool:
    """Whether two words are likely one term, as 人民 and 民主, 队伍 and 建设 are."""
    return kind in _COMPOUNDED and following in _COMPOUNDED


def word_spans(text: str) -> list[Stretch]:
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


def title_ends(measured: Measured, start: int, end: int, ends: list[int], room: float) -> list[int]:
    """Those of the places where a line may end that lie between words; more where words do not fit on a line."""
    words = {start + position for position in title_breaks(measured.text[start:end])}
    return _ends_among(measured, start, end, ends, room, words)


def _ends_among(
    measured: Measured, start: int, end: int, ends: list[int], room: float, words: Container[int]
) -> list[int]:
    chosen: list[int] = []
    waiting: list[int] = []
    line_start = start
    for position in ends:
        if position not in words and position != end:
            waiting.append(position)
            continue
        if _width(measured, line_start, position) > room:
            chosen += (place for place in waiting if measured.text[place] not in _NEVER_FIRST)
        chosen.append(position)
        waiting, line_start = [], position
    return chosen


def shaped(measured: Measured, start: int, end: int, ends: list[int], room: float) -> list[int] | None:
    """The ends of the lines of a title shaped as a trapezoid or a diamond, as few lines as can be (T9).

    The sure breaks are tried first. None where no shape can be had, as in a title of very many lines.
    """
    allowed = set(ends)
    text = measured.text[start:end]
    sure = [start + position for position in sure_breaks(text) if start + position in allowed]
    fewest = _fewest_lines(measured, start, end, room)
    best = _best_shape(measured, (start, end), dict.fromkeys(sure, 0.0), fewest, room)
    if best is not None:
        return best
    costs = {start + position: cost for position, cost in title_breaks(text).items()}
    places = _ends_among(measured, start, end, ends, room, costs)
    costs = {position: costs.get(position, _COMPOUND) for position in places if position != end}
    for count in range(fewest, _MOST_LINES + 1):
        best = _best_shape(measured, (start, end), costs, count, room)
        if best is not None:
            return best
    return None


def _fewest_lines(measured: Measured, start: int, end: int, room: float) -> int:
    return max(2, -int(-(measured.natural_end(end)[1] - measured.sums[start]) // room))


def _best_shape(
    measured: Measured, edges: tuple[int, int], costs: dict[int, float], count: int, room: float
) -> list[int] | None:
    """The places, of those with their costs, at which so many lines end that look best together; None where none do."""
    start, end = edges
    if count > _MOST_LINES or not 0 < comb(len(costs), count - 1) <= _MOST_SHAPES:
        return None
    best: tuple[float, list[int]] | None = None
    for chosen in combinations(costs, count - 1):
        widths = [_width(measured, first, last) for first, last in pairwise((start, *chosen, end))]
        if max(widths) > room or min(widths) < _SHORTEST[measured.title] * max(widths):
            continue
        cost = _shape_cost([width / measured.size for width in widths], measured.title)
        cost += sum(costs[place] for place in chosen)
        if best is None or cost < best[0]:
            best = cost, [*chosen, end]
    return best[1] if best else None


def _width(measured: Measured, start: int, end: int) -> float:
    return measured.natural_end(end)[1] - measured.sums[start] - measured.start_trim(start)


def _shape_cost(widths: list[float], form: TitleForm) -> float:
    """How far some lines, in em, are from one length, with what an hourglass and a plain rectangle cost.

    Lines of clauses are to be alike only where nothing else tells them apart.
    """
    mean = sum(widths) / len(widths)
    cost = sum((width - mean) ** 2 for width in widths)
    if form == "clauses":
        return cost * _UNEVEN_CLAUSES
    waists = sum(before > width < after for before, width, after in zip(widths, widths[1:], widths[2:], strict=False))
    rectangle = len(widths) > 2 and max(widths) - min(widths) < 0.1
    return cost + _HOURGLASS * waists + _RECTANGLE * rectangle
