"""Quotes in Chinese text that are straight, single, reversed, or missing their partner (P2; GB/T 15834 4.8).

Usually the result of pasting or of an input method. ``reportgen fmt YEAR --punctuation`` fixes the clear cases; add a
missing quote yourself. A quotation of several paragraphs has “ before each, and ” behind the last alone.

中文：中文里的引号不是“ ”成对：用了直引号 "，外层用了‘ ’，或方向写反、少了一半。多半是粘贴或输入法所致。能断定的可用
reportgen fmt 年份 --punctuation 改正；少了一半的要自己补。连着几段的引文，每段开头用“，只在最后一段的末尾用”。

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
from itertools import zip_longest

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.rules.context import RuleContext, finding
from reportgen.source import Scalar
from reportgen.text.characters import is_chinese, text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "punctuation-quotes"

_QUOTES = '“”"'
_CORNERS = "「」『』"
_ANY_QUOTE = re.compile(f"[{_QUOTES}‘'{_CORNERS}]")
_CORNER = LazyPattern(f"[“”{_CORNERS}]")
_QUOTE = re.compile(f"[{_QUOTES}]")
_SINGLE = LazyPattern("[“”]|(?<![A-Za-z0-9])(?:‘[^“”‘’\\n]+’|'[^'“”‘’\\n]+')(?![A-Za-z])")
_NO_OPENING = LazyPattern('[\\s，。、；：！？）”]|[和与及或]"|$')
"""What no quotation begins with."""
_NO_END = "，、；："
"""What no quotation inside another ends with: “甲"，"乙” are two."""
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\n))+")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports quotes that do not open and close in turn within a paragraph, and single ones outside of others."""
    has_corners = context.has_any(_CORNERS)
    for path, node in context.texts():
        paragraphs = list(_PARAGRAPH.finditer(node.text)) if _ANY_QUOTE.search(node.text) else []
        for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
            marks = _chinese_quotes(node.text, *paragraph.span())
            typed = "".join(node.text[start:end] for start, end in marks)
            if typed != "“”" * (len(marks) // 2):
                if not (following and typed + "”" == "“”" * (len(marks) // 2 + 1) and _goes_on(following.group())):
                    yield from _double_quotes((path, node), marks)
            elif "‘" in paragraph.group() or "'" in paragraph.group():
                yield from _single_quotes((path, node), paragraph)
            if has_corners:
                yield from _corner_quotes((path, node), paragraph)


def _goes_on(paragraph: str) -> bool:
    """Whether a paragraph is the next of a quotation: what it opens is not closed, or behind a whole sentence."""
    text = paragraph.strip(" \u3000\n")
    closing = text.find("”")
    return text.startswith("“") and (
        text.count("“") > text.count("”") or text[closing - 1] in "。！？…" or closing == len(text.rstrip("。，；")) - 1
    )


def _double_quotes(at: tuple[FieldPath, Scalar], marks: list[tuple[int, int]]) -> Iterator[Diagnostic]:
    text = at[1].text
    paired = len(marks) % 2 == 0
    rights = _nested(text, marks) or "“”" * len(marks)
    for (start, end), right in zip(marks, rights, strict=False):
        if text[start:end] == right:
            continue
        yield finding(CODE, at, (start, end), right if paired else None)
        if not paired:
            return
    if not paired:
        yield finding(CODE, at, marks[-1])


def _single_quotes(at: tuple[FieldPath, Scalar], paragraph: re.Match[str]) -> Iterator[Diagnostic]:
    """The single quotes around Chinese that are the outer pair, and the straight ones inside of “ ”."""
    text, inside = at[1].text, False
    for match in _SINGLE.finditer(text, *paragraph.span()):
        quoted = match.group()
        if quoted in "“”":
            inside = quoted == "“"
        elif (not inside or quoted[0] == "'") and any(is_chinese(each) for each in quoted):
            opening, closing = "‘’" if inside else "“”"
            yield finding(CODE, at, match.span(), opening + quoted[1:-1] + closing)


def _corner_quotes(at: tuple[FieldPath, Scalar], paragraph: re.Match[str]) -> Iterator[Diagnostic]:
    """The quotes of vertical text, 「 and 『, which are “ and ‘ across (4.8.3)."""
    depth = 0
    for match in _CORNER.finditer(at[1].text, *paragraph.span()):
        mark = match.group()
        closes = mark in "”」』"
        depth = max(0, depth - 1) if closes else depth
        if mark in _CORNERS:
            yield finding(CODE, at, match.span(), "“‘"[depth % 2] if not closes else "”’"[depth % 2])
        depth = depth if closes else depth + 1


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
    touching = {at for at in straight if any(map(is_chinese, text_before(text, at, 1) + text[at : at + 2]))}
    if len(straight) % 2 == 0:
        pairs = list(zip(straight[::2], straight[1::2], strict=True))
        touching = {at for pair in pairs if touching.intersection(pair) for at in pair}
    return [match.span() for match in quotes if match.group() != '"' or match.start() in touching]
