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

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Edit, FieldPath
from reportgen.rules.context import RuleContext, finding
from reportgen.source import Scalar, quoted
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("ordinal-typed", "bullet-typed", "ordinal-in-text")

_NUMERAL = "[一二三四五六七八九十]"
_TYPED = LazyPattern(
    rf"{_NUMERAL}{{1,3}}(?:、(?!{_NUMERAL})|[.．])"  # 一、二、三产 is a list
    rf"|第{_NUMERAL}{{1,3}}(?:[、，]|[章节部分条]{{1,2}}[ \u3000：:])"
    rf"|[（(](?:{_NUMERAL}{{1,3}}|\d{{1,2}})[）)]"
    r"|\d{1,2}(?:[.．）)](?!\d)|、(?!\d))"
    "|[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➓]"
)
_FIRST = ("第", "（", "(")
"""What an ordinal begins with that is not a numeral."""
_BEHIND = frozenset("、，.．）)章节部条")
_LONGEST = 6
_BULLETS = tuple("•●◆■▪‣◦")
_IN_TEXT = LazyPattern(r"[（(]\d{1,2}[）)]")
_INDICATORS = tuple("-?:,[]{}#&*!|>'\"%@`")
"""What a YAML text without quotes cannot begin with."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The ordinals that titles of parts, sections and items begin with, and the marks that texts begin with."""
    for path, node in context.texts():
        text = node.text
        if text.startswith(_BULLETS):
            end = len(text) - len(text[1:].lstrip(" \u3000"))
            yield _deleted("bullet-typed", (path, node), end, text[0])
        elif (end := ordinal_end(path, text)) > 0:
            yield _deleted("ordinal-typed", (path, node), end, text[:end].rstrip(" \u3000"))
        elif len(path) > 1 and text.startswith(_FIRST) and (match := _IN_TEXT.match(text)) is not None:
            yield finding("ordinal-in-text", (path, node), match.span(), typed=match.group())


def _deleted(code: str, at: tuple[FieldPath, Scalar], end: int, typed: str) -> Diagnostic:
    """A diagnostic whose edit deletes the start of a text; none where nothing else is there."""
    node = at[1]
    rest = node.text[end:]
    found = finding(code, at, (0, end), "" if rest else None, typed=typed)
    needs_quotes = rest.startswith(_INDICATORS) or (rest[:1] == "“" and rest[-1] == "”")
    if not (found.edits and node.plain and needs_quotes):
        return found
    if node.source.text[node.start : node.end] != node.text:
        return replace(found, edits=())  # on several lines, which quotes do not hold as they are
    return replace(found, edits=(Edit(node.start, node.end, quoted(rest)),))


def ordinal_end(path: FieldPath, text: str) -> int:
    """Where the words of a title begin behind an ordinal that is typed; 0 where there is none."""
    match = _TYPED.match(text) if len(path) > 1 and path[-1] == "title" and _may_be_numbered(text) else None
    return len(text) - len(text[match.end() :].lstrip(" \u3000")) if match is not None else 0


def _may_be_numbered(text: str) -> bool:
    """Whether a title begins with a numeral and a mark, or with a numeral in a circle."""
    first = text[:1]
    circled = first.isnumeric() and not first.isdecimal() and not "\u4e00" <= first <= "\u9fff"
    return circled or ((first in _FIRST or first.isnumeric()) and not _BEHIND.isdisjoint(text[:_LONGEST]))
