"""Half-width punctuation in Chinese text: it prints too narrow and badly spaced (P14; GB/T 15834 5.1).

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

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.ordinal_typed import ordinal_end
from reportgen.source import Scalar
from reportgen.text.characters import is_chinese, text_before
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.leftovers import LEFTOVER

CODE = "punctuation-half-width"

_MARK = LazyPattern(
    LEFTOVER + r"|\.{3,}|。{3,}|--+|[,;:?!.]|\([^()\n]*\)"
    r"|\([^()（）\n]*）|（[^()（）\n]*\)"
)
_SIGN = re.compile("[,;:?!.()-]|。。。")
"""It is in all that ``_MARK`` finds and is wrong."""
_BRACKET = LazyPattern("[()（）]")
_FAR = 200
"""How far from a bracket its partner is looked for."""
_LONGEST_FIGURE = 40
_BLANKS = LazyPattern(r" +(?=\S)")
_FIGURE = LazyPattern(r"[\d.,:%％‰+-]+")
_WORD = LazyPattern(r"[A-Za-z\d.,:%％‰+&/-]+")
_END = LazyPattern("[”’）]{0,3}(?:\n\n|$)")
_CLOSING = ("”", "’", '"', "）")
_OPENED = LazyPattern('[ ]*[“‘"《]?')
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports half-width marks next to Chinese, and pairs of brackets with Chinese inside."""
    for path, node in context.texts():
        marks = _MARK.finditer(node.text, ordinal_end(path, node.text)) if _SIGN.search(node.text) else ()
        for match in marks:
            for start, end, right in _replacements(node.text, match):
                found = finding(CODE, (path, node), (start, end), right, typed=node.text[start:end], right=right)
                yield _with_blanks(found, node, end)


def _with_blanks(found: Diagnostic, node: Scalar, end: int) -> Diagnostic:
    """Its edit takes the blanks behind the mark too: a full-width mark brings its own."""
    match = _BLANKS.match(node.text, end)
    edit = next(iter(found.edits), None)
    if match is None or edit is None or not node.source.text.startswith(match.group(), edit.end):
        return found
    return replace(found, edits=(Edit(edit.start, edit.end + len(match.group()), edit.text),))


def _replacements(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The offsets and the replacement of a wrong mark; None if it is right."""
    mark, (start, end) = match.group(), match.span()
    if re.fullmatch(LEFTOVER, mark):  # its semicolon is not a mark of the text
        return
    if mark[0] in "(（":
        mixed = (mark[0] == "(") != (mark[-1] == ")")
        chinese = any(is_chinese(character) for character in mark) or _is_beside_chinese(text, start, end)
        if chinese and not (mixed and _paired_otherwise(text, start, end)):
            if mark[0] == "(":
                yield start, start + 1, "（"
            if mark[-1] == ")":
                yield end - 1, end, "）"
            for inner in _MARK.finditer(text, start + 1, end - 1):
                yield from _replacements(text, inner)
    elif mark == ".":
        if _ends_sentence(text, start):
            yield start, end, "。"
    elif right := _right_mark(mark, _before(text, start), _after(text, end)) or _right_at_end(text, start, end):
        yield start, end, right


def _right_at_end(text: str, start: int, end: int) -> str | None:
    """The full-width mark, if it ends a paragraph behind a word that follows Chinese: 完成率100%! for 完成率100%！."""
    ends = _END.match(text, end) and _follows_chinese(_WORD, text, start)
    return _FULL.get(text[start:end]) if ends else None


def _before(text: str, start: int) -> str:
    """The character before a mark; a closing quotation mark is passed over."""
    at = start - 1 if text_before(text, start, 1) in ("”", "’") else start
    return text_before(text, at, 1)


def _after(text: str, end: int) -> str:
    """The character after a mark; blanks and an opening quotation mark are passed over."""
    match = _OPENED.match(text, end)
    at = match.end() if match else end
    return text[at : at + 1]


def _is_beside_chinese(text: str, start: int, end: int) -> bool:
    """Whether brackets around Latin text follow Chinese, and nothing Latin follows them: 国内生产总值(GDP)."""
    before, after = text_before(text, start, 1), text[end : end + 1]
    return _is_chinese(before) and (not after or is_chinese(after))


def _paired_otherwise(text: str, start: int, end: int) -> bool:
    """Whether the full-width one of two unlike brackets has a partner outside of them: （条件 a) 甲；b) 乙）."""
    if text[start] == "(":
        return _closes_alone(text_before(text, start, _FAR)[::-1], "（", "）")
    return _closes_alone(text[end : end + _FAR], "）", "（")


def _closes_alone(text: str, closing: str, opening: str) -> bool:
    """Whether a text closes a bracket that it does not open, read in its direction."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += {opening: 1, closing: -1}.get(match.group(), 0)
        if depth < 0:
            return True
    return False


def _ends_sentence(text: str, stop: int) -> bool:
    """Whether a half-width stop ends a Chinese sentence, or one that ends with a figure: 增长5.2%."""
    before, after = _before(text, stop), text[stop + 1 : stop + 2]
    ends = not after or after.isspace()
    if _is_chinese(before):
        return ends or is_chinese(after) or after in _CLOSING
    if ends:
        return _follows_chinese(_WORD, text, stop)
    return not before.isdigit() and is_chinese(after) and _follows_chinese(_FIGURE, text, stop)


def _follows_chinese(word: LazyPattern, text: str, end: int) -> bool:
    """Whether a word that ends at an offset has Chinese right before it: 运用AI, 完成率100%."""
    match = word.match(text_before(text, end, _LONGEST_FIGURE)[::-1])
    start = end - len(match.group()) if match else 0
    return _is_chinese(text_before(text, start, 1))


def _is_chinese(character: str) -> bool:
    """Whether there is a character, and it is Chinese."""
    return character != "" and is_chinese(character)


def _right_mark(mark: str, before: str, after: str) -> str | None:
    """The full-width mark, if one of the neighbours makes the mark part of Chinese text."""
    if mark[0] == "。":
        return "……"
    chinese_before, chinese_after = _is_chinese(before), _is_chinese(after)
    if mark[0] == "-":
        return "——" if chinese_before and chinese_after else None
    if not (chinese_before or chinese_after):
        return None
    return "……" if mark[0] == "." else _FULL[mark]
