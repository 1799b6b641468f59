"""An ordinal typed before what is numbered by itself: official prints “一、一、坚持党的领导” (P60).

中文：标题前手写了序号，可序号由版式自动加，会印成“一、一、……”。请删去手写的序号，或用 `reportgen fmt 年份 --ordinals`
替您删。正文开头的项目符号也会照原样印出来。

Wrong:

    reviews:
      title: 一、工作回顾

Right:

    reviews:
      title: 工作回顾
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.rules.context import RuleContext, finding
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("ordinal-typed", "bullet-typed", "ordinal-in-text")

_NUMERAL = "[一二三四五六七八九十]"
_TYPED = LazyPattern(
    rf"{_NUMERAL}{{1,3}}、(?!{_NUMERAL})"  # 一、二、三产 is a list
    rf"|第{_NUMERAL}{{1,3}}(?:[、，]|[章节部分条]{{1,2}}[ \u3000：:])"
    rf"|[（(](?:{_NUMERAL}{{1,3}}|\d{{1,2}})[）)]"
    r"|\d{1,2}(?:[.．](?!\d)|、(?!\d))"
    "|[①-⑳⑴-⒇⒈-⒛]"
)
_FIRST = tuple("一二三四五六七八九十第（(")
"""What an ordinal begins with that is no digit; ① is one."""
_BULLETS = tuple("•●◆■▪‣◦")
_IN_TEXT = LazyPattern(r"[（(]\d{1,2}[）)]")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The ordinals that titles of parts, sections and items begin with, and the marks that texts begin with."""
    for path, node in context.texts():
        text = node.text
        if text.startswith(_BULLETS):
            end = len(text) - len(text[1:].lstrip(" \u3000"))
            yield finding("bullet-typed", (path, node), (0, end), "", typed=text[0])
        elif (end := ordinal_end(path, text)) > 0:
            yield finding("ordinal-typed", (path, node), (0, end), "", typed=text[:end].rstrip(" \u3000"))
        elif len(path) > 1 and text.startswith(_FIRST) and (match := _IN_TEXT.match(text)) is not None:
            yield finding("ordinal-in-text", (path, node), match.span(), typed=match.group())


def ordinal_end(path: FieldPath, text: str) -> int:
    """Where the words of a title begin behind an ordinal that is typed; 0 where there is none."""
    numbered = len(path) > 1 and path[-1] == "title" and (text.startswith(_FIRST) or text[:1].isdigit())
    match = _TYPED.match(text) if numbered else None
    return len(text) - len(text[match.end() :].lstrip(" \u3000")) if match is not None else 0
