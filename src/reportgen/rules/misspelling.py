"""A word in a spelling that no dictionary has: 布署 for 部署 (P40).

A closed list; where two words side by side spell the same, as in 毕竟相信, it is left alone.

中文：这个词写错了字（如“布署”应为“部署”），词典里没有这种写法。引文里的不查。

Wrong:

    reviews:
      title: 工作回顾
      intro: 市委专门召开会议布署政协工作，大力弘杨政协精神。

Right:

    reviews:
      title: 工作回顾
      intro: 市委专门召开会议部署政协工作，大力弘扬政协精神。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.misspelled_words import GUARDED, SLIPS, SPELLINGS
from reportgen.rules.printed_text import PrintedText, occurrences, printed_text
from reportgen.rules.word_slips import check_slips
from reportgen.text.characters import text_before

CODE = "misspelling"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The words of the lists in our own words; a longer one counts before a shorter one inside of it."""
    printed = printed_text(context)
    longest: dict[int, str] = {}
    for start, wrong in occurrences(printed.words, context.spellable(SPELLINGS)):
        longest[start] = max(longest.get(start, ""), wrong, key=len)
    for start, wrong in longest.items():
        yield printed.finding(CODE, (start, start + len(wrong)), SPELLINGS[wrong])
    for start, wrong in occurrences(printed.words, context.spellable(GUARDED)):
        if _is_word(printed, start, wrong):
            yield printed.finding(CODE, (start, start + len(wrong)), GUARDED[wrong][0])
    yield from check_slips(context, CODE, SLIPS)


def _is_word(printed: PrintedText, start: int, wrong: str) -> bool:
    """Whether no neighbour of a stretch makes it the end of one word and the start of the next."""
    _, not_before, not_behind = GUARDED[wrong]
    end = start + len(wrong)
    before, behind = text_before(printed.words, start, 1), printed.words[end : end + 1]
    return not (before and before in not_before) and not (behind and behind in not_behind)
