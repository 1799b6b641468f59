"""What counts as Chinese: the one table of scripts that folding, line breaking and the writers share."""

import re

CHINESE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3"
    "\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001b000-\U0001b2ff"
    "\U0001f200-\U0001f265\U00020000-\U0003fffd"
)
"""Inside of a regular expression class: Han, kana, CJK punctuation and full-width forms (East Asian Width W and F)."""

SHARED_MARKS = "“”‘’—…·"
"""Marks that Chinese and Latin text write with one code point; Chinese where they touch Chinese (T33)."""

LINE_SEPARATOR = "\u2028"
"""A line end the author asked for (``\\n`` in a double-quoted text); never typed, since source refuses it raw."""

_is_chinese = re.compile(f"[{CHINESE}]").match
_ends_chinese = re.compile(f"[{CHINESE}][{SHARED_MARKS}]*$").search
_starts_chinese = re.compile(f"[{SHARED_MARKS}]*[{CHINESE}]").match


def is_chinese(character: str) -> bool:
    """Whether one character is Han, kana, or a full-width mark; the shared marks are not, by themselves."""
    return _is_chinese(character) is not None


def joint(before: str, after: str) -> str:
    """What a line end in the source becomes between two printed texts: a space where neither side is Chinese.

    The shared marks count as Chinese when they touch Chinese on either side of the joint (DESIGN, Paragraphs).
    """
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    return "" if _ends_chinese(before[-16:]) or _starts_chinese(after) else " "


def close_joints(text: str) -> str:
    """A text of one line, its line ends in the source closed or spaced."""
    closed = ""
    for line in text.split("\n"):
        closed += joint(closed, line) + line
    return closed


_latin_mark = re.compile(rf"(?<=[^{CHINESE}{SHARED_MARKS}])[{SHARED_MARKS}]+(?=[^{CHINESE}{SHARED_MARKS}])")
_mark = re.compile(f"[{SHARED_MARKS}]+")
_has_chinese = re.compile(f"[{CHINESE}]").search


def latin_marks(text: str) -> list[tuple[int, int]]:
    """The stretches of shared marks that belong to Latin text: all where there is no Chinese, else those inside it."""
    pattern = _latin_mark if _has_chinese(text) else _mark
    return [match.span() for match in pattern.finditer(text)]
