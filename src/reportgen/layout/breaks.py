"""Where a line may break: the GB level of CLREQ 3.1.4 (T20–T32)."""

import re

from reportgen.characters import CHINESE

OPENING = "“‘（〔［【〖｛《〈「『"
"""Marks that may not end a line (T22) and take half an em at its start (T37)."""

CLOSING = "”’）〕］】〗｝》〉」』"
STOPS = "，、；：。．？！"
"""With CLOSING: full-width marks that may not start a line (T21) and take half an em at its end (T37)."""

_OPENING = re.escape(OPENING + "([{￥$№§")
_ITERATION = "々〻ゝゞヽヾー・･〜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
_NOT_FIRST = "‼⁇⁈⁉～–·…⋯․‥︙⸺\U00010af6)]},.;:!?%％‰℃°′″‵﹪￠¢"
_CLOSING = re.escape(CLOSING + STOPS + _NOT_FIRST + _ITERATION)
_COMBINING = "\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef"
_SINGLE_DASH = r"(?<!—)—(?!—)"
_HYPHEN = r"-(?!\d)"  # before a digit it is a sign, which stays with its number (T28)
_SPACES = r"[ \u2000-\u200a\u3000]"
# Marks that Latin text shares with Chinese never begin a word here: the closing class has taken them already.
_WORD_CHARACTER = rf"(?:[^\s{CHINESE}{_OPENING}“”‘’—…]|(?<=\d)\u2005(?=\d))"
_WORD = rf"{_WORD_CHARACTER}+(?:[(\[{{’]+{_WORD_CHARACTER}+)*"

# What chains on to the atom before it: closing marks, a solidus with what follows it (T22), spaces before a mark that
# may not begin a line, and no-break spaces with the word they hold.
_TAIL = (
    rf"(?:[{_CLOSING}{_COMBINING}]|{_SINGLE_DASH}|{_HYPHEN}|[/／](?:{_WORD}|[^\s])?"
    rf"|{_SPACES}+(?=[{_CLOSING}]|{_SINGLE_DASH}|{_HYPHEN})|\u00a0{_WORD}?)"
)

# An atom is what no line may break: opening marks, then a word, a dash or one character, then closing marks and
# whatever chains on, then the spaces that vanish at a line's end (T23, T26, T28, T30, T32). This finds the atoms of
# more than one character; every other character is an atom by itself, and most are.
_ATOM = re.compile(
    rf"[{_OPENING}]+(?:{_WORD}|—{{2,}}|⸺|[^\s])?{_TAIL}*{_SPACES}*"
    rf"|(?:{_WORD}|—{{2,}}){_TAIL}*{_SPACES}*"
    rf"|[^\s](?:{_TAIL}+{_SPACES}*|{_SPACES}+)"
    rf"|{_SPACES}+{_TAIL}+{_SPACES}*"
)

UNSTRETCHED = re.compile(rf"{_WORD_CHARACTER}{{2,}}|—{{2,}}|…{{2,}}")
"""Stretches inside which nothing is spread: words, numbers, dashes, ellipses (T42)."""


def atom_ends(text: str) -> list[int]:
    """The ends of the atoms of a text, ascending; the last is the length of the text."""
    ends: list[int] = []
    position = 0
    for match in _ATOM.finditer(text):
        start, end = match.span()
        ends += range(position + 1, start + 1)
        ends.append(end)
        position = end
    ends += range(position + 1, len(text) + 1)
    return ends
