"""Characters of symbol fonts, which mean nothing outside their font, as characters of Unicode."""

UNKNOWN = "〓"
"""What printers set for a character they lack."""

_WINGDINGS = {
    0x4A: "☺", 0x51: "✈", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫",
    0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0x2D: "−", 0x61: "α", 0x62: "β", 0x67: "γ", 0x6D: "μ", 0x70: "π", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←",
    0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}

_FIRST, _LAST = 0xF000, 0xF0FF
"""Where Word keeps the codes of symbol fonts among private-use characters."""


def symbol(font: str, code: int) -> str:
    """A character of a symbol font by its code, with or without Word's offset; ``UNKNOWN`` where nobody knows it."""
    inner = code - _FIRST if _FIRST <= code <= _LAST else code
    table = _FONTS.get(font.lower())
    if table is None:
        return UNKNOWN
    return table.get(inner) or (chr(inner) if table is _SYMBOL and inner in range(0x30, 0x3A) else UNKNOWN)


def without_symbols(text: str, font: str) -> str:
    """A text in which LibreOffice left the codes of a symbol font."""
    if font.lower() not in _FONTS:
        return text
    return "".join(symbol(font, ord(each)) if _FIRST <= ord(each) <= _LAST else each for each in text)
