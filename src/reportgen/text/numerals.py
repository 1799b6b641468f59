"""Chinese numerals: 二十一 for 21, 一百零五 for 105; and the names of sessions, which are counted in them."""

NUMERAL_CHARACTERS = "〇零一二三四五六七八九十百千"
NUMERAL = f"[{NUMERAL_CHARACTERS}]"
"""One character of a numeral, as a pattern."""

SESSION = f"(?<!{NUMERAL}){NUMERAL}+届{NUMERAL}+次(?:全体)?会议"
"""The name of a session, as a pattern: 十四届五次会议."""

_DIGITS = "零一二三四五六七八九"
_PLACES = {"千": 1000, "百": 100, "十": 10, "": 1}


def chinese_numeral(value: int) -> str:
    """The numeral of a number from 0 to 9999, as Word's chineseCountingThousand writes it.

    Raises:
        ValueError: the number is not in that range.

    """
    if not 0 <= value <= 9999:
        raise ValueError(value)
    text, rest = "", value
    pending_zero = False
    for name, worth in _PLACES.items():
        digit, rest = divmod(rest, worth)
        if digit:
            text += ("零" if pending_zero and text else "") + _DIGITS[digit] + name
        pending_zero = not digit
    return text.removeprefix("一") if text.startswith("一十") else text or "零"


def chinese_value(numeral: str) -> int | None:
    """The number a numeral stands for, from 0 to 9999; None for what is not a numeral, such as 一二三 or 二百五.

    〇 is read as 零, and 一十五 as 十五.
    """
    plain = numeral.replace("〇", "零")
    plain = plain.removeprefix("一") if plain.startswith("一十") else plain
    total = digit = 0
    for character in plain:
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        elif character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            return None
    total += digit
    return total if total <= 9999 and chinese_numeral(total) == plain else None
