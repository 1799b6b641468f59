"""Characters of symbol fonts by their codes."""

import pytest

from reportgen.manuscript.word_symbols import UNKNOWN, symbol, without_symbols

TABLES = {
    "Wingdings": (
        "4A☺ 51✈ 6C● 6D❍ 6E■ 6F□ 71❑ 72❒ 73⬧ 74⧫ 75◆ 76❖ 77⬥ 9E· 9F• A1○ A7▪ A8◻ AA✦ AB★ "
        "D8➢ DF← E0→ E1↑ E2↓ E8➔ F0⇨ FB✗ FC✓ FD☒ FE☑"
    ),
    "Symbol": (
        "2D− 300 311 322 333 344 355 366 377 388 399 61α 62β 67γ 6Dμ 70π A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ "
        "B4× B7• B8÷ B9≠ BA≡ BB≈ BC… D6√ D7⋅ E5∑"
    ),
}
"""Code and character; every other is unknown."""


@pytest.mark.parametrize("offset", [0, 0xF000])
@pytest.mark.parametrize("font", TABLES)
def test_a_character_by_its_code_with_or_without_the_offset_of_word(font: str, offset: int) -> None:
    found = {code: symbol(font.upper(), offset + code) for code in range(0x100)}
    assert " ".join(f"{code:02X}{each}" for code, each in found.items() if each != UNKNOWN) == TABLES[font]


@pytest.mark.parametrize(
    ("font", "text", "after"),
    [
        ("Wingdings", "甲\uf0fc乙\uf000", "甲✓乙〓"),
        ("Symbol", "\uefff\uf0b7\uf0ff\uf100", "\uefff•〓\uf100"),
        ("宋体", "甲\uf0fc", "甲\uf0fc"),
    ],
)
def test_only_codes_of_symbol_fonts_are_put_into_words(font: str, text: str, after: str) -> None:
    assert without_symbols(text, font) == after


def test_a_code_of_another_font_is_unknown() -> None:
    assert symbol("宋体", 0xFC) == UNKNOWN
