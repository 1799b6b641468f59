"""The class of every character, one letter each: what line breaking and spacing ask about, looked up once a character.

Patterns over these letters are short and quick; patterns over the characters themselves, with their ranges of Han, take
a seventh of a second to compile.
"""

from reportgen.text.characters import SMALL_FIGURES, is_chinese

OPENING = "“‘（〔［【〖｛《〈「『"
"""Marks that may not end a line (T22) and take half an em at its start (T37)."""

CLOSING = "”’）〕］】〗｝》〉」』"
PAUSES = "，、；："
ENDS = "。．"
STACKED = "？！"
STOPS = PAUSES + ENDS + STACKED
"""With CLOSING: full-width marks that may not start a line (T21) and take half an em at its end (T37)."""

_LETTERS = {
    "o": OPENING,
    "b": "([{￥$№§",
    "q": CLOSING.replace("’", ""),
    "a": "’",
    "t": PAUSES,
    "u": ENDS,
    "v": STACKED,
    "k": "·",
    "d": "—",
    "e": "…⋯",
    "D": "⸺",
    "Q": '"',
    "i": "-",
    "/": "/／",
    "N": "–",
    "X": "‼⁇⁈⁉",
    "x": ")]},.;:!?․‥′″‵¢",
    "p": "%‰℃°",
    "y": "‧•～〜％﹪￠︙々〻ゝゞヽヾー・･ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\U00010af6",
    "n": "0123456789",
    "l": "".join(SMALL_FIGURES),
    "s": " \u2000\u2001\u2002\u2003\u2004\u2006\u2007\u2008\u2009\u200a",
    "z": "\u3000",
    "5": "\u2005",
    "g": "\u00a0",
}
_COMBINING = ((0x0300, 0x036F), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0x200D, 0x200D), (0xE0100, 0xE01EF))
_LATIN = ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF))
_HAN = ((0x3041, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD))


class _Classes(dict[int, str]):
    """Letters by code point, filled as characters are met.

    ``h`` Han, ``f`` other full-width, ``l`` Latin letters and small figures, ``m`` combining, ``r`` other blanks, ``w``
    all other.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if _within(code, _COMBINING):
            letter = "m"
        elif _within(code, _HAN):
            letter = "h"
        elif _within(code, _LATIN):
            letter = "l"
        elif character.isspace():
            letter = "r"
        else:
            letter = "f" if is_chinese(character) else "w"
        self[code] = letter
        return letter


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= code <= end for start, end in ranges)


_CLASSES = _Classes({ord(character): letter for letter, members in _LETTERS.items() for character in members})


def classes(text: str) -> str:
    """The class letters of a text, one a character."""
    return text.translate(_CLASSES)
