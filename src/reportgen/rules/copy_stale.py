"""A paragraph copied from last year's report with a year, a session or a number that was not updated.

If it really has not changed, add a comment at the end of the line and it is no longer reported. Paragraphs that share
only set phrases do not count.

中文：这一段与上一年报告里的一段几乎一样，其中的年份、会议届次或者数也原样留着，多半是抄来以后忘了改。请核对；确实没有变，
就在这一行末尾写上注释，以后不再提示。只有惯用语相同的段落不算。

Wrong (last year's report: 组建宣讲团三个，走进社区、学校、企业宣讲一百二十场。):

    reviews:
      title: 工作回顾
      intro: 组建宣讲团四个，走进社区、学校、企业宣讲一百二十场。

Right:

    reviews:
      title: 工作回顾
      intro: 组建宣讲团四个，走进社区、学校、企业宣讲一百三十六场。
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.text.measure_words import MEASURE_WORDS
from reportgen.text.numerals import NUMERAL, NUMERAL_CHARACTERS, SESSION

CODE = "copy-stale"

_SHORTEST = 15
"""The shortest paragraph, in characters, that counts as a copy; shorter ones are similar by chance."""

_LIKE = 0.8
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\n))+")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports paragraphs almost equal to one of last year's that still have something of last year's in them."""
    if context.previous is None:
        return
    old = _Dated.of(context.previous.year)
    earlier = [(old.found(text), text) for text in _paragraphs(context.previous)]
    earlier = [(tokens, text) for tokens, text in earlier if tokens]
    for path, node in context.texts() if earlier else ():
        for match in _PARAGRAPH.finditer(node.text):
            mine = old.found(match.group(), tasks=path[0] == "tasks")
            candidates = [(mine & theirs, text) for theirs, text in earlier if mine & theirs]
            stale = _copied(match.group(), candidates) if len(match.group()) >= _SHORTEST else set()
            if stale:
                typed = sorted(stale, key=match.group().index)
                start = match.start() + match.group().index(typed[0])
                words = {"typed": "、".join(typed), "year": str(context.previous.year)}
                yield finding(CODE, (path, node), (start, start + len(typed[0])), **words)


class _Dated(Struct, frozen=True):
    """What in a text belongs to one year: the year itself, sessions, typed numbers of some size with their units."""

    pattern: re.Pattern[str]
    next_year: str

    @staticmethod
    def of(year: int) -> "_Dated":
        counted = f"(?:{MEASURE_WORDS})"
        return _Dated(
            re.compile(
                f"{year}年|{year + 1}年|{SESSION}"
                rf"|(?<![\d.,第])(?!100[%％])(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{2,}}(?:\.\d+)?|\d\.\d+)(?:[%％]|(?:万亿|[万亿])?[余多]?{counted})"
                f"|(?<![第{NUMERAL_CHARACTERS}])(?={NUMERAL}*[一二三四五六七八九]){NUMERAL}{{2,}}(?:万亿|[万亿])?[余多]?{counted}"
            ),
            f"{year + 1}年",
        )

    def found(self, text: str, *, tasks: bool = True) -> set[str]:
        """Those of a text; next year belongs to this year's report, except in tasks."""
        tokens = set(self.pattern.findall(text))
        return tokens if tasks else tokens - {self.next_year}


def _copied(text: str, candidates: list[tuple[set[str], str]]) -> set[str]:
    """What a text shares with the most similar earlier paragraph; empty if none is similar enough."""
    from reportgen.text.similarity import likeness, pairs_of

    pairs = pairs_of(text, len(text))
    near = [(likeness(pairs, pairs_of(earlier, len(earlier))), tokens) for tokens, earlier in candidates]
    how, tokens = max(near, key=lambda each: each[0], default=(0.0, set[str]()))
    return tokens if how >= _LIKE else set()


def _paragraphs(value: object) -> Iterator[str]:
    """The printed paragraphs of a report, or of a piece of one, that are long enough."""
    if isinstance(value, str):
        yield from (text for text in _PARAGRAPH.findall(value) if len(text) >= _SHORTEST)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _paragraphs(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _paragraphs(each)
