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
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.report import Report
from reportgen.rules.context import RuleContext, finding
from reportgen.text.measure_words import MEASURE_WORDS
from reportgen.text.numerals import NUMERAL, NUMERAL_CHARACTERS, SESSION

if TYPE_CHECKING:  # usually there is no file of last year
    from reportgen.text.similarity import SimilarTexts

CODE = "copy-stale"

_SHORTEST = 15
"""The shortest paragraph, in characters, that counts as a copy; shorter ones are similar by chance."""

_LIKE = 0.8
_FEW = 64
"""Paragraphs that are all compared; of more with the same year in them, those that share the most."""

_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\n))+")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports paragraphs almost equal to one of last year's that still have something of last year's in them."""
    if context.previous is None:
        return
    old = _Dated.of(context.previous.year)
    earlier = _Earlier(old, context.previous)
    for path, node in context.texts() if earlier else ():
        for match in _PARAGRAPH.finditer(node.text):
            mine = old.found(match.group(), tasks=path[0] == "tasks")
            stale = earlier.copied(match.group(), mine) if len(match.group()) >= _SHORTEST else set()
            if stale:
                typed = [token for token in mine if token in stale]
                start = match.start() + mine[typed[0]]
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

    def found(self, text: str, *, tasks: bool = True) -> dict[str, int]:
        """Those of a text, and where each comes first; next year belongs to this year's report, except in tasks."""
        tokens: dict[str, int] = {}
        for match in self.pattern.finditer(text):
            if tasks or match.group() != self.next_year:
                tokens.setdefault(match.group(), match.start())
        return tokens


class _Earlier:
    """The paragraphs of last year's report that have something of their year in them."""

    def __init__(self, dated: _Dated, report: Report) -> None:
        found = ((dated.found(text), text) for text in _paragraphs(report))
        self._paragraphs = [(tokens.keys(), text) for tokens, text in found if tokens]
        self._holders: dict[str, list[int]] = {}
        for index, (tokens, _) in enumerate(self._paragraphs):
            for token in tokens:
                self._holders.setdefault(token, []).append(index)

    def __bool__(self) -> bool:
        return bool(self._paragraphs)

    def copied(self, text: str, tokens: Collection[str]) -> set[str]:
        """Those of the tokens that the most similar paragraph with any of them has too; none if none is similar."""
        from reportgen.text.similarity import likeness, pairs_of

        holders = [each for token in tokens if (each := self._holders.get(token))]
        if not holders:
            return set()
        pairs = pairs_of(text, len(text))
        few = sum(map(len, holders)) <= _FEW
        near = sorted({index for each in holders for index in each}) if few else self._similar.sharing(pairs)
        shared = {index: self._paragraphs[index][0] & set(tokens) for index in near}
        how = {index: likeness(pairs, self._pairs[index]) for index in near if shared[index]}
        best = max(how, key=lambda index: how[index], default=None)
        return shared[best] if best is not None and how[best] >= _LIKE else set()

    @cached_property
    def _pairs(self) -> dict[int, Counter[str]]:
        from reportgen.text.similarity import pairs_of

        return {index: pairs_of(text, len(text)) for index, (_, text) in enumerate(self._paragraphs)}

    @cached_property
    def _similar(self) -> "SimilarTexts":
        from reportgen.text.similarity import SimilarTexts

        return SimilarTexts(self._pairs, len(self._paragraphs))


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
