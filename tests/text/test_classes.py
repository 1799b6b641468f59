"""The class letter of each kind of character, from the first to the last of its blocks."""

import pytest

from reportgen.text.classes import classes


@pytest.mark.parametrize(
    ("first", "last", "letters"),
    [
        (0x0041, 0x005A, "wllb"),  # A to Z, between @ and [
        (0x0061, 0x007A, "wllb"),  # a to z, between ` and {
        (0x00C0, 0x024F, "wllw"),  # À to ɏ, between ¿ and ɐ
        (0x0370, 0x03FF, "mlll"),  # Greek, between combining marks and Cyrillic
        (0x0400, 0x04FF, "lllw"),  # Cyrillic
        (0x0300, 0x036F, "wmml"),  # combining marks
        (0x20D0, 0x20FF, "wmmw"),  # of symbols
        (0xFE00, 0xFE0F, "wmmf"),  # variants
        (0x200D, 0x200D, "wmmw"),  # the joiner
        (0xE0100, 0xE01EF, "wmmw"),  # variants of Han
        (0x3041, 0x3042, "wyhy"),  # small and other kana
        (0x30FE, 0x30FF, "yyhf"),
        (0x3400, 0x4DBF, "fhhf"),  # Han of extension A
        (0x4E00, 0x9FFF, "fhhf"),
        (0xF900, 0xFAFF, "whhw"),  # Han for compatibility
        (0x20000, 0x3FFFD, "whhw"),  # the rarer ones
    ],
)
def test_characters_have_the_class_of_their_block(first: int, last: int, letters: str) -> None:
    """Before the first, the first, the last, and behind it."""
    assert classes("".join(map(chr, (first - 1, first, last, last + 1)))) == letters


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("“（”’），。！·—…", "ooqaqtuvkde"),
        ("5.6%", "nxnp"),
        ("m² ⸺\t\u2028", "llsDrr"),
        ("甲 乙\u3000丙\u00a0丁\u2005", "hshzhgh5"),
        ("①☆€", "www"),
    ],
)
def test_marks_and_spaces_have_classes_of_their_own(text: str, letters: str) -> None:
    assert classes(text) == letters
