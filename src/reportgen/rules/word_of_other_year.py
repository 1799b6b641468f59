"""A name that reports of this year do not use, by ``since`` and ``until`` of the lexicon (P73).

Behind 原 (former), and in a sentence about a year in which the name was used, it is right.

中文：按词表（lexicon.yaml）里的 since、until，这个名称不是这一年用的，多半是机构改了名，抄的还是旧名。前面有“原”字，
或者这一句说的是从前的年份，不提示。下面的例子用的是指南里的词表。

Wrong (lexicon.yaml as in the guide):

    reviews:
      title: 工作回顾
      intro: 与云溪市大数据发展局联合举办培训班。

Right:

    reviews:
      title: 工作回顾
      intro: 与云溪市数据局联合举办培训班，接收原市大数据发展局的档案。
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Wording
from reportgen.rules.context import RuleContext
from reportgen.rules.lexicon import Lexicon, LexiconTerm
from reportgen.rules.lexicon_words import LexiconWords, Occurrence, lexicon_words, nearest_form
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "word-of-other-year"

_FORMER = LazyPattern("(?:原|时任|前身(?:是|为)?|曾任|撤销|[由将从])$")
_RENAMED = LazyPattern("[（(](?:现|今)|[^。！？\n]{0,12}(?:更名|改名|改组|改为|合并|并入|组建|划入|划转|转隶)")
_YEAR = LazyPattern(r"(?<!\d)(\d{4})年")
_PAST = ("去年", "上年")
_MOST_NAMES = 40
"""Names that begin in one year; of more, the first are compared with the one that ended."""
_NEAR = 120
"""Characters of a sentence before a name in which its year is looked for."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports names outside their years, with the name that follows or comes before, where there is one."""
    words = lexicon_words(context)
    if words is None:
        return
    names = _names_by_turn(words.lexicon, context.year)
    for each in words.occurrences:
        entry = each.entry
        if each.kind == "wrong" or entry.is_used_in(context.year):
            continue
        if not _is_of_the_past(words, each, context.year):
            years = _until(entry) if entry.has_ended(context.year) else _since(entry)
            right = _name_of(each.word, entry, names, context.year)
            found = words.printed.finding(CODE, (each.start, each.end), right)
            yield replace(found, words={**found.words, "years": years, "year": str(context.year)})


def _until(entry: LexiconTerm) -> Wording:
    return Wording(f"用到 {entry.until} 年为止", f"until {entry.until}")


def _since(entry: LexiconTerm) -> Wording:
    return Wording(f"从 {entry.since} 年起用", f"since {entry.since}")


def _is_of_the_past(words: LexiconWords, each: Occurrence, year: int) -> bool:
    """Whether the text speaks of the name as of another year's."""
    text = words.printed.typed
    before = re.split("[。！？\n]", text_before(text, each.start, _NEAR))[-1]
    years = [int(match[1]) for match in _YEAR.finditer(before)]
    years += [year - 1] * any(word in before for word in _PAST)
    return (
        any(each.entry.is_used_in(then) for then in years)
        or _FORMER.search(before) is not None
        or _RENAMED.match(text, each.end) is not None
    )


def _names_by_turn(lexicon: Lexicon, year: int) -> dict[int | None, list[str]]:
    """The names of a year by the years in which they began to be used, or were used no more."""
    names: dict[int | None, list[str]] = {}
    for entry in lexicon.terms:
        for turn in {entry.since, entry.until and entry.until + 1} if entry.is_used_in(year) else ():
            known = names.setdefault(turn, [])
            known += (entry.term, *entry.short)[: _MOST_NAMES - len(known)]
    return names


def _name_of(word: str, entry: LexiconTerm, names: dict[int | None, list[str]], year: int) -> str | None:
    """What a body is called in a year: the name that begins when this one ends, or ends when it begins."""
    turn = entry.until + 1 if entry.until and entry.has_ended(year) else entry.since
    known = names.get(turn)
    return nearest_form(word, known) if known else None
