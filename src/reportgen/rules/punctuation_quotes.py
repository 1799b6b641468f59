"""Quotes in Chinese text that are straight, reversed, or missing their partner (GB/T 15834 4.8).

Usually the result of pasting or of an input method. ``reportgen fmt YEAR --punctuation`` fixes the clear cases; add a
missing quote yourself.

中文：中文里的引号不是“ ”成对：用了直引号 "，或方向写反、少了一半。多半是粘贴或输入法所致。能断定的可用
reportgen fmt 年份 --punctuation 改正；少了一半的要自己补。

Wrong:

    reviews:
      title: 工作回顾
      intro: 谱写”十五五“规划的新篇章。

Right:

    reviews:
      title: 工作回顾
      intro: 谱写“十五五”规划的新篇章。
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.text.characters import is_chinese
from reportgen.text.lazy_pattern import LazyPattern

CODE = "punctuation-quotes"

_QUOTES = '“”"'
_QUOTE = re.compile(f"[{_QUOTES}]")
_NO_OPENING = LazyPattern('[\\s，。、；：！？）”]|[和与及或]"|$')
"""What no quotation begins with."""
_NO_END = "，、；："
"""What no quotation inside another ends with: “甲"，"乙” are two."""
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\n))+")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports quotes that do not open and close in turn within a paragraph."""
    for path, node in context.texts():
        if not any(quote in node.text for quote in _QUOTES):
            continue
        for paragraph in _PARAGRAPH.finditer(node.text):
            marks = _chinese_quotes(node.text, *paragraph.span())
            typed = "".join(node.text[start:end] for start, end in marks)
            if typed == "“”" * (len(marks) // 2):
                continue
            paired = len(marks) % 2 == 0
            rights = _nested(node.text, marks) or "“”" * (len(marks) // 2 + 1)
            for (start, end), right in zip(marks, rights, strict=False):
                if node.text[start:end] == right:
                    continue
                yield finding(CODE, (path, node), (start, end), right if paired else None)
                if not paired:
                    break
            else:
                if not paired:
                    yield finding(CODE, (path, node), marks[-1])


def _nested(text: str, marks: list[tuple[int, int]]) -> str:
    """The right marks where “ and ” are in pairs and others are inside of them: those are ‘ and ’, and so on inwards.

    Empty where the marks only make sense one after another.
    """
    levels: list[str] = []
    rights: list[str] = []
    for start, end in marks:
        mark = text[start:end]
        closes = mark == "”" or (mark == '"' and levels[-1:] == ['"'])
        if closes and levels[-1:] != [{"”": "“"}.get(mark, mark)]:
            return ""
        if not closes and _NO_OPENING.match(text, end):
            return ""
        if closes and mark == '"' and text[start - 1] in _NO_END:
            return ""
        if closes:
            levels.pop()
            rights.append("”’"[len(levels) % 2])
        else:
            rights.append("“‘"[len(levels) % 2])
            levels.append(mark)
    return "" if levels else "".join(rights)


def _chinese_quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotes of Chinese text: all curly ones; straight ones, in pairs, if one of a pair touches Chinese."""
    quotes = list(_QUOTE.finditer(text, start, end))
    straight = [match.start() for match in quotes if match.group() == '"']
    touching = {at for at in straight if any(is_chinese(each) for each in text[max(0, at - 1) : at + 2])}
    if len(straight) % 2 == 0:
        pairs = list(zip(straight[::2], straight[1::2], strict=True))
        touching = {at for pair in pairs if touching.intersection(pair) for at in pair}
    return [match.span() for match in quotes if match.group() != '"' or match.start() in touching]
