"""Ordinals that people type at the head of a paragraph: 一、（一）1. ① 第一， 一是."""

import re
from enum import Enum
from typing import NamedTuple

from reportgen.text.measure_words import MEASURE_WORDS
from reportgen.text.numerals import NUMERAL, chinese_value


class Form(Enum):
    """The form of an ordinal; which level it means, only the document shows."""

    PART = "第一部分"
    HAN = "一、"
    HAN_BRACKET = "（一）"
    DIGIT = "1."
    DIGIT_BRACKET = "（1）"
    CIRCLE = "①"
    DOTTED = "1.1"
    DOTTED_TWICE = "1.1.1"
    LETTER = "A."
    ROMAN = "Ⅰ."
    ARTICLE = "第一条"
    FIRST = "第一，"
    ONE_IS = "一是"
    BULLET = "•"


SENTENCE_FORMS = (Form.ONE_IS, Form.FIRST)
"""Forms that begin a sentence, never a heading."""


class Ordinal(NamedTuple):
    """An ordinal: its form, the number it counts, and where the text after it begins."""

    form: Form
    number: int
    end: int


_DIGITS = "0-9０-９"
_BLANK = "[ \u00a0\u3000\t]"
_HAN = "[\u4e00-\u9fff]"
_PATTERNS = (
    (Form.PART, f"第(?P<n>{NUMERAL}{{1,3}}|[{_DIGITS}]{{1,2}})(?:部分|章|编|篇)(?:{_BLANK}+|[：:、，]|$)"),
    (Form.ARTICLE, f"第(?P<n>{NUMERAL}{{1,3}}|[{_DIGITS}]{{1,2}})[节条]{_BLANK}+"),
    (Form.FIRST, f"第(?P<n>{NUMERAL}{{1,2}})[，、,]"),
    (Form.FIRST, "(?P<word>首先|其次|再次|最后)[，,]"),
    (Form.FIRST, f"其(?P<n>{NUMERAL})[，、,]"),
    (Form.ONE_IS, f"(?P<n>{NUMERAL}{{1,2}})[是要]"),
    (Form.HAN, f"(?P<n>{NUMERAL}{{1,3}})(?:、(?!{NUMERAL}{{1,2}}(?:、|[季级线类等届产]))|[.．](?=.))"),
    (Form.HAN_BRACKET, f"[（(〔](?P<n>{NUMERAL}{{1,3}})[）)〕]、?"),
    (Form.HAN_BRACKET, "(?P<mark>[㈠-㈩])、?"),
    (Form.DIGIT_BRACKET, f"[（(]?(?P<n>[{_DIGITS}]{{1,2}})[）)]、?"),
    (Form.DIGIT_BRACKET, "(?P<mark>[⑴-⒇])"),
    (Form.DIGIT, f"(?P<n>[{_DIGITS}]{{1,2}})(?:[.．](?![{_DIGITS}])|、(?![{_DIGITS}])|{_BLANK}+(?=[\u4e00-\u9fff]))"),
    (Form.DIGIT, "(?P<mark>[⒈-⒛])"),
    (Form.CIRCLE, "(?P<mark>[①-⑳❶-❿])"),
    (
        Form.DOTTED_TWICE,
        f"[{_DIGITS}]{{1,2}}([.．][{_DIGITS}]{{1,2}})[.．](?P<n>[{_DIGITS}]{{1,2}})(?={_BLANK}|{_HAN})",
    ),
    (
        Form.DOTTED,
        f"[{_DIGITS}]{{1,2}}[.．](?P<n>[{_DIGITS}]{{1,2}})(?={_BLANK}+{_HAN}|(?![万亿]|{MEASURE_WORDS}){_HAN})",
    ),
    (Form.ROMAN, "(?P<mark>[Ⅰ-Ⅻⅰ-ⅻ])[.．、)）]"),
    (Form.ROMAN, "[(（]?(?P<roman>i{1,3}|iv|vi{0,3}|ix|x)[.．)）](?![A-Za-z])"),
    (Form.LETTER, "[(（]?(?P<letter>[A-Za-z])[.．、)）](?![A-Za-z])"),
    (Form.BULLET, f"(?P<bullet>[•●■▪◆]|[-*–—]{_BLANK})"),
)
_ORDINAL = tuple((form, re.compile(pattern + f"{_BLANK}*")) for form, pattern in _PATTERNS)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}


def read_ordinal(text: str) -> Ordinal | None:
    """The ordinal a text begins with; None where it begins with none. Blanks before it are not text."""
    stripped = text.lstrip(" \u00a0\u3000\t")
    skipped = len(text) - len(stripped)
    for form, pattern in _ORDINAL:
        match = pattern.match(stripped)
        if match is not None and (number := _number(match)) is not None:
            return Ordinal(form, number, skipped + match.end())
    return None


def without_ordinal(text: str) -> str:
    """A heading or an item without what was typed to count it; 一是 and 第一， are words of a sentence."""
    ordinal = read_ordinal(text)
    return text if ordinal is None or ordinal.form in SENTENCE_FORMS else text[ordinal.end :]


def _number(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("bullet"):
        return 0
    if word := groups.get("word"):
        return _WORDS[word]
    if mark := groups.get("mark"):
        return next(ord(mark) - ord(first) + 1 for first in "❶⒈⑴①㈠ⅰⅠ" if 0 <= ord(mark) - ord(first) < 20)
    if letter := groups.get("letter"):
        return ord(letter.lower()) - ord("a") + 1
    if roman := groups.get("roman"):
        return _ROMANS.index(roman) + 1
    numeral = groups["n"]
    return int(numeral) if numeral.isdecimal() else chinese_value(numeral)
