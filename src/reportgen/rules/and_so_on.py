"""等 where a mark says the same already: 、等 ……等 等等…… (P6; GB/T 15834 A.9, B.1).

中文：“等”前面不用顿号，也不与省略号连用，两者只留一个。“等级”“等到”这样的词不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 围绕教育、医疗、养老、等民生问题开展协商。

Right:

    reviews:
      title: 工作回顾
      intro: 围绕教育、医疗、养老等民生问题开展协商。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "and-so-on-doubled"

_NO_WORD = "(?![级外离待到候额于同价式号高距边腰身比值速效温量压闲次我你您他她它咱大天人会了着一不有]|保(?![障护险持]))"
_DOUBLED = LazyPattern(
    f"、等{_NO_WORD}|、等(?=人民|有关)|(?<=[^……“‘（，。；：\\n])……等{_NO_WORD}|等{{1,2}}……",
    signs=("、等", "……等", "等……"),
)
_VERB = LazyPattern("[再别先请稍要我你您他她能想就去]等{0,2}$")
_CLAUSE = LazyPattern("[，。；：？！\n]")
_FAR = 60


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The 等 next to 、 or ……, unless it begins another word or is the verb."""
    printed = printed_text(context)
    for match in _DOUBLED.finditer(printed.typed):
        if match.group().endswith("……") and not _ends_list(printed.typed, match.start()):
            continue
        yield printed.finding(CODE, match.span(), "等")


def _ends_list(text: str, at: int) -> bool:
    """Whether 等 ends a list: 、 is in its clause, and no word before it makes it the verb."""
    clause = _CLAUSE.split(text_before(text, at, _FAR))[-1]
    return "、" in clause and not _VERB.search(clause)
