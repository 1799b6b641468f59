"""A short form before the full form was written, in running text (P71).

中文：正文里先用了简称，全称还没有出现过。词表（lexicon.yaml）里写了简称（short）的名称，第一次出现应写全称。
下面的例子用的是指南里的词表。

Wrong (lexicon.yaml as in the guide):

    reviews:
      title: 工作回顾
      intro: 会同市数据局推进智慧政协建设。

Right:

    reviews:
      title: 工作回顾
      intro: 会同云溪市数据局推进智慧政协建设，市数据局派员参加。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.lexicon_words import lexicon_words

CODE = "word-short-first"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Notes the first short form of each word that comes before its full form."""
    words = lexicon_words(context)
    if words is None:
        return
    met: set[str] = set()
    for each in words.occurrences:
        term = each.entry.term
        if term in met or not each.entry.is_used_in(context.year):
            continue
        if each.kind == "term":
            met.add(term)
        elif each.kind == "short" and words.printed.paragraph_at(each.start).is_running:
            met.add(term)
            yield words.printed.finding(CODE, (each.start, each.end), term)
