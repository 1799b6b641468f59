"""Half-width punctuation in Chinese text: it prints too narrow and badly spaced (GB/T 15834).

``reportgen fmt YEAR --punctuation`` fixes it. Numbers, URLs and Latin text keep their half-width marks.

中文：中文句子里用了半角标点（, ; : ? ! . ( ) ... --）。印出来间距不对。
运行 reportgen fmt 年份 --punctuation 可一次改正；数字、网址、英文里的半角标点不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 全年征集提案546件,全部办复(含并案).

Right:

    reviews:
      title: 工作回顾
      intro: 全年征集提案546件，全部办复（含并案）。网址 http://example.org:80 不变，比例为3:2。
"""

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.text.characters import is_chinese
from reportgen.text.entities import ENTITY

CODE = "punctuation-half-width"

_MARK = re.compile(ENTITY.pattern + r"|\.{3,}|。{2,}|--+|[,;:?!.]|\([^()\n]*\)")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports half-width marks next to Chinese, and pairs of brackets with Chinese inside."""
    for path, node in context.texts():
        if node.text.isascii():
            continue
        for match in _MARK.finditer(node.text):
            for start, end, right in _replacements(node.text, match):
                yield finding(CODE, (path, node), (start, end), right, typed=node.text[start:end], right=right)


def _replacements(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The offsets and the replacement of a wrong mark; None if it is right."""
    mark, (start, end) = match.group(), match.span()
    if mark[0] == "&":  # its semicolon is no mark of the text
        return
    if mark[0] == "(":
        if any(is_chinese(character) for character in mark):
            yield start, start + 1, "（"
            yield end - 1, end, "）"
            for inner in _MARK.finditer(text, start + 1, end - 1):
                yield from _replacements(text, inner)
    elif right := _right_mark(mark, text[:start][-1:], text[end : end + 1]):
        yield start, end, right


def _right_mark(mark: str, before: str, after: str) -> str | None:
    """The full-width mark, if one of the neighbours makes the mark part of Chinese text."""
    chinese_before, chinese_after = bool(before) and is_chinese(before), bool(after) and is_chinese(after)
    if mark[0] == "-":
        return "——" if chinese_before and chinese_after else None
    if mark == ".":
        return "。" if chinese_before and (not after or after.isspace() or chinese_after) else None
    if not (chinese_before or chinese_after):
        return None
    return "……" if mark[0] in ".。" else _FULL[mark]
