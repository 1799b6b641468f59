"""A wrong form that ``lexicon.yaml`` lists under ``wrong`` (P70).

The longest word counts, so a wrong form inside a right one is left alone, and so is one of another year.

中文：用了词表（lexicon.yaml）里列为误写（wrong）的写法。包含在正确名称里面的不算，不是这一年用的也不算。下面的例子用的是
指南里的词表。

Wrong (lexicon.yaml as in the guide):

    reviews:
      title: 工作回顾
      intro: 云溪市数据局成立。会同市大数据局推进智慧政协建设。

Right:

    reviews:
      title: 工作回顾
      intro: 云溪市数据局成立。会同市数据局推进智慧政协建设。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.lexicon_words import lexicon_words, nearest_form

CODE = "word-forbidden"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports wrong forms, with the right form that resembles each most."""
    words = lexicon_words(context)
    if words is None:
        return
    for each in words.occurrences:
        if each.kind == "wrong" and each.entry.is_used_in(context.year):
            right = nearest_form(each.word, (each.entry.term, *each.entry.short))
            yield words.printed.finding(CODE, (each.start, each.end), right)
