"""What counts as Chinese, and what is invisible: tables shared by folding, line breaking, messages and the writers."""

from bisect import bisect_right
from collections.abc import Callable, Iterable

from reportgen.text.lazy_pattern import LazyPattern

_CHINESE_RANGES = (
    (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
    (0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x1B000, 0x1B2FF), (0x1F200, 0x1F265),
    (0x20000, 0x3FFFD),
)  # fmt: skip
_STARTS = tuple(start for start, _ in _CHINESE_RANGES)

SHARED_MARKS = "“”‘’—…·"
"""Marks with one code point in Chinese and Latin text; Chinese where they touch Chinese (T33)."""

SMALL_FIGURES = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+−0123456789+−", strict=True))
"""Superscripts and subscripts of formulas and measures (CO₂, m²), and what each is of; many fonts lack them."""

PARAGRAPH_END = "\n\n"
"""What an empty line of the file is in a folded text; any other line end is a single one."""

LINE_SEPARATOR = "\u2028"
"""A line break that the author wrote as ``\\n`` in a double-quoted text; the character itself is refused by source."""

_BREAK_SIGN = "／"
"""Stands for a line break where texts are quoted, as in print."""

NEIGHBOUR = 16
"""Characters in which a shared mark looks for the text it touches: past a run of marks such as ——“."""

HAN_LATIN_GAP = 0.25
"""em; between Han and Latin letters or digits (T43)."""


def text_before(text: str, end: int, most: int) -> str:
    """The characters before an offset, ``most`` of them or as many as there are."""
    return text[max(0, end - most) : end]


def is_chinese(character: str) -> bool:
    """Whether a character is Han, kana or a full-width mark (East Asian Width W or F); shared marks are not."""
    code = ord(character)
    index = bisect_right(_STARTS, code) - 1
    return index >= 0 and code <= _CHINESE_RANGES[index][1]


def is_private(character: str) -> bool:
    """Whether a character is for private use: each font has another glyph for it, or none."""
    return "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def code_point(character: str) -> str:
    """How Unicode writes a character that a message cannot show: ``U+200B``."""
    return f"U+{ord(character):04X}"


def visible_breaks(text: str) -> str:
    """A text with a sign for each line break that the author typed."""
    return text.replace(LINE_SEPARATOR, _BREAK_SIGN)


def joint(before: str, after: str) -> str:
    """What a line ending in the file prints between two texts: a space where neither side is Chinese, else nothing.

    The shared marks count as Chinese when they touch Chinese on either side of the joint (DESIGN, Paragraphs).
    """
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    return "" if _touches(reversed(before[-NEIGHBOUR:])) or _touches(after[:NEIGHBOUR]) else " "


def _touches(text: Iterable[str]) -> bool:
    """Whether the first character that is not a shared mark is Chinese."""
    return next((is_chinese(character) for character in text if character not in SHARED_MARKS), False)


def close_joints(text: str) -> str:
    """A text of one line, with its line endings closed up or replaced by spaces."""
    closed = ""
    for line in text.split("\n"):
        closed += joint(closed, line) + line
    return closed


_UNSEEN = LazyPattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)
"""Controls, format characters, separators, surrogates (Cc, Cf, Zl, Zp, Cs), but for line ends, tabs and joiners."""

_SPACES = str.maketrans("\n\t", "  ")


def escape_unseen(text: str, escape: Callable[[str], str]) -> str:
    """The text with each such character escaped."""
    if text.replace("\n", "").replace("\u3000", "").isprintable():
        return text
    return _UNSEEN.sub(lambda match: escape(match.group()), text)


def visible(text: str) -> str:
    """The text with each such character as its code, ``<U+202E>``."""
    return escape_unseen(text, lambda each: f"<{code_point(each)}>")


def visible_line(text: str) -> str:
    """The same on one line, with spaces for line ends and tabs."""
    return visible(text).translate(_SPACES)


def printable(text: str) -> str:
    """The text as all outputs print it: without controls and format characters, which have no glyph (U+200B, U+FEFF).

    A tab becomes a space; line ends and joiners stay, since they change their neighbours. Decided here for all outputs:
    Word would keep what the PDF cannot show.
    """
    return escape_unseen(text, lambda each: each if each == LINE_SEPARATOR else "").replace("\t", " ")


DIGIT_WIDTH, BOLD_DIGIT_WIDTH = 0.64, 0.7
"""Ems: the widest digits of fonts in use (those of 宋体 have 0.5), so that Word and the PDF agree whatever theirs."""


def rough_width(text: str, latin: float = DIGIT_WIDTH) -> float:
    """The approximate width of a text in em, without fonts: ``latin`` for an ASCII character, 1 for any other."""
    return sum(latin if character.isascii() else 1.0 for character in text)
