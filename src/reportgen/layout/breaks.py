"""Where a line may break: the GB level of CLREQ 3.1.4 (T20–T32), over the class letters of ``classes``."""

import re

_OPENING = "[ob]"
_SINGLE_DASH = "(?<!d)d(?!d)"
_HYPHEN = "i(?!n)"  # before a digit it is a sign, which stays with its number (T28)
_CLOSING = f"(?:[qatxpykem]|{_SINGLE_DASH}|{_HYPHEN})"
_SPACE = "[sz]"
# Latin letters, digits, and the marks that stand inside words and numbers; a quarter-em space groups digits (T28).
_WORD_CHARACTER = "(?:[nlwxpimk/]|(?<=n)5(?=n))"
_WORD = f"{_WORD_CHARACTER}+(?:[ba]+{_WORD_CHARACTER}+)*"
_ANY = "[^szr5g]"

# What chains on to the atom before it: closing marks, a solidus with what follows it (T22), spaces before a mark that
# may not begin a line, and no-break spaces with the word they hold.
_TAIL = f"(?:{_CLOSING}|/(?:{_WORD}|{_ANY})?|{_SPACE}+(?={_CLOSING})|g(?:{_WORD})?)"

# An atom is what no line may break: opening marks, then a word, a dash or one character, then closing marks and
# whatever chains on, then the spaces that vanish at a line's end (T23, T26, T28, T30, T32). This finds the atoms of
# more than one character; every other character is an atom by itself, and most are.
_ATOM = re.compile(
    f"{_OPENING}+(?:{_WORD}|d{{2,}}|{_ANY})?{_TAIL}*{_SPACE}*"
    f"|(?:{_WORD}|d{{2,}}){_TAIL}*{_SPACE}*"
    f"|{_ANY}(?:{_TAIL}+{_SPACE}*|{_SPACE}+)"
    f"|{_SPACE}+{_TAIL}+{_SPACE}*"
)

UNSTRETCHED = re.compile(f"{_WORD_CHARACTER}{{2,}}|d{{2,}}|e{{2,}}")
"""Stretches inside which nothing is spread: words, numbers, dashes, ellipses (T42)."""


def atom_ends(letters: str) -> list[int]:
    """The ends of the atoms of a text, given its class letters; ascending, the last is the length of the text."""
    ends: list[int] = []
    position = 0
    for match in _ATOM.finditer(letters):
        start, end = match.span()
        ends += range(position + 1, start + 1)
        ends.append(end)
        position = end
    ends += range(position + 1, len(letters) + 1)
    return ends
