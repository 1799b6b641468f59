"""Where a line may break: the GB level of CLREQ 3.1.4 (T20–T32), over the class letters of ``classes``."""

import re

_OPENING = "[ob]"
_SINGLE_DASH = "(?<!d)d(?!d)"
_HYPHEN = "i(?!n)"  # before a digit it is a sign, which stays with its number (T28)
_SINGLE_ELLIPSIS = "(?<!e)e(?!e)"  # a pair may begin a line at the GB level (T26); half of one never may
_MARKS = "qatuvxXNpykm"
_CLOSING = f"(?:[{_MARKS}]|{_SINGLE_DASH}|{_SINGLE_ELLIPSIS}|{_HYPHEN})"
_LONG = "(?:d{2,}e*|e{2,})"
_SPACE = "[sz]"
# Latin letters, digits, and the marks that stand inside words and numbers; a quarter-em space groups digits (T28).
_WORD_CHARACTER = "(?:[nlwxXNpimkQ/]|(?<=n)5(?=n))"
_WORD = f"{_WORD_CHARACTER}+(?:[ba]+{_WORD_CHARACTER}+)*"
_ANY = "[^szr5g]"

_QUOTED = f"z+(?=Q){_WORD}"  # U+3000 before a straight quote, which may not begin a line there (UAX #14 LB19)

# What chains on to the atom before it: closing marks, a solidus with what follows it (T22), spaces before a mark that
# may not begin a line, and no-break spaces with the word they hold.
_TAIL = f"(?:{_CLOSING}|/(?:{_WORD}|{_ANY})?|{_SPACE}+(?={_CLOSING})|{_QUOTED}|g(?:{_WORD})?)"

# An atom is what no line may break: opening marks, then a word, a dash or one character, then closing marks and
# whatever chains on, then the spaces that vanish at a line's end (T23, T26, T28, T30, T32). This finds the atoms of
# more than one character; every other character is an atom by itself, and most are. The tail, which takes long to
# compile, is written as seldom as can be.
_CHAINING = f"[{_MARKS}dei/gsz]"  # begins every tail and every space
_ATOM = re.compile(
    f"(?:{_OPENING}+(?:{_WORD}|{_LONG}|{_ANY})?|{_WORD}|{_LONG}|{_QUOTED}|{_ANY}(?={_CHAINING})){_TAIL}*{_SPACE}*"
    f"|{_SPACE}+{_TAIL}+{_SPACE}*"
)

_CONNECTOR = f"(?:[y/iN]|{_SINGLE_DASH})"

RIGID_GAPS = re.compile(f"{_WORD_CHARACTER}(?={_WORD_CHARACTER})|d(?=d)|e(?=e)|{_CONNECTOR}|.(?={_CONNECTOR}|s)")
"""The characters after which nothing is spread: inside words and dashes, beside connectors, before spaces (T42)."""

_LONG_MARK_FIRST = 12.0
_ELLIPSIS_FIRST = 20.0
_UNIT_FIRST = 6.0


def break_cost(letters: str, position: int) -> float:
    """What a break that is allowed costs all the same; a line stretched to its limit costs 100.

    A dash or an ellipsis that begins a line (CLREQ strict, T26), a unit parted from its number (T29).
    """
    after = letters[position]
    if after in "dD":
        return _LONG_MARK_FIRST
    if after == "e":
        return _ELLIPSIS_FIRST
    return _UNIT_FIRST if after == "h" and letters[position - 1] in "np" else 0.0


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
