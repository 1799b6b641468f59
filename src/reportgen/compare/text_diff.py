"""Two wordings of one text: Chinese by the character, with what nobody reads by the character as one atom."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

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
    parse_text,
)
from reportgen.text.characters import LINE_SEPARATOR, NEIGHBOUR, joint, printable

MEASURES = (
    "个百分点|百分点|人次|平方米|公里|小时|分钟|公顷|件|篇|项|条|个|场|次|处|家|名|人|户|元|份|期|亩|天|倍|批|套|座|所"
    "|支|间|位|辆|台|吨"
)
"""What stands after a number in these reports, longest first, as a pattern."""

_DIGITS = "[0-9０-９]"
_NUMERALS = "[〇零一二三四五六七八九十百千]"
_ATOM = re.compile(
    "《[^《》]*》|〈[^〈〉]*〉|〔[^〔〕]*〕"
    f"|{_DIGITS}{{4}}年(?:{_DIGITS}{{1,2}}月(?:{_DIGITS}{{1,2}}日)?)?|{_DIGITS}{{1,2}}月{_DIGITS}{{1,2}}日"
    f"|{_DIGITS}+(?:[,，]{_DIGITS}{{3}})*(?:[.．]{_DIGITS}+)?[%％‰]?[万亿]?[余多]?(?:{MEASURES})?"
    f"|{_NUMERALS}{{2,}}[万亿]?[余多]?(?:{MEASURES})?"
    "|[A-Za-z][A-Za-z0-9'-]*",
)
_SENTENCE_ENDS = frozenset("。！？；\n")
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


Step = tuple[bool, list[Token], list[Token]]
"""A stretch as tokens: whether both are the same, the old ones, the new ones."""


def compare_wording(old: Sequence[Token], new: Sequence[Token]) -> tuple[DiffSpan, ...]:
    """The stretches of two texts, those that are the same and those that are not by turns."""
    return tuple(DiffSpan(spoken(before), spoken(after), same) for same, before, after in align(old, new))


def align(old: Sequence[Token], new: Sequence[Token]) -> list[Step]:
    """The same stretches as tokens.

    Whole sentences are matched first, then the atoms of those that differ; what is the same between two differences
    and no longer than either joins them, so that a sentence put in other words does not read as a riddle.
    """
    steps: list[Step] = []
    olds, news = _sentences(old), _sentences(new)
    for tag, first, last, start, end in _opcodes([tuple(each) for each in olds], [tuple(each) for each in news]):
        before, after = _flat(olds[first:last]), _flat(news[start:end])
        if tag == "replace":
            for inner, a, b, c, d in _opcodes(before, after):
                _step(steps, before[a:b], after[c:d], same=inner == "equal")
        else:
            _step(steps, before, after, same=tag == "equal")
    return _joined(steps)


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


def atoms_of(text: str) -> list[Token]:
    """The atoms of printed characters, in order; together they are the text."""
    found: list[Token] = []
    position = 0
    for match in _ATOM.finditer(text):
        found += text[position : match.start()]
        found.append(match.group())
        position = match.end()
    found += text[position:]
    return found


def _said(piece: Piece, figures: Figures) -> str:
    """How a piece prints; a reference that means nothing as it is typed, for a draft may hold one."""
    if isinstance(piece, Literal):
        return printable(piece.text)
    if isinstance(piece, ParagraphEnd):
        return _PARAGRAPH
    if isinstance(piece, LineBreak):
        return LINE_SEPARATOR
    if isinstance(piece, Reference):
        known = piece.name in figures.report.metrics or piece.name in figures.years()
        if not known or piece.aspect is None or (piece.aspect is Aspect.CHANGE and _without_change(piece, figures)):
            return f"【{piece.name}{'：' if piece.aspect_word else ''}{piece.aspect_word}】"
        return printable(figures.printed(piece.name, piece.aspect))
    return "" if isinstance(piece, Emphasis | Joint) else "【"


def _without_change(piece: Reference, figures: Figures) -> bool:
    return piece.name in figures.changes and not figures.changes[piece.name].text


def _sentences(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens sentence by sentence."""
    sentences: list[list[Token]] = [[]]
    for token in tokens:
        sentences[-1].append(token)
        if token in _SENTENCE_ENDS:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _flat(sentences: Sequence[list[Token]]) -> list[Token]:
    return [token for sentence in sentences for token in sentence]


def _opcodes(old: Sequence[object], new: Sequence[object]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _step(steps: list[Step], before: list[Token], after: list[Token], *, same: bool) -> None:
    """Adds a stretch, to the last one where it is of the same kind."""
    if steps and steps[-1][0] is same:
        steps[-1] = (same, steps[-1][1] + before, steps[-1][2] + after)
    else:
        steps.append((same, before, after))


def _joined(steps: list[Step]) -> list[Step]:
    """The stretches with short sameness between two differences given up."""
    while True:
        weak = [
            0 < index < len(steps) - 1
            and same
            and len(before) <= min(_weight(steps[index - 1]), _weight(steps[index + 1]))
            for index, (same, before, _) in enumerate(steps)
        ]
        if not any(weak):
            return steps
        given_up = zip(steps, weak, strict=True)
        steps = [
            (same, _flat([before for (_, before, _), _ in group]), _flat([after for (_, _, after), _ in group]))
            for same, group in (
                (same, list(members)) for same, members in groupby(given_up, lambda each: each[0][0] and not each[1])
            )
        ]


def _weight(step: Step) -> int:
    return max(len(step[1]), len(step[2]))
