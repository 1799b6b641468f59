"""Two stops in a row: 。。 ，， ，。 、， ；。, or more than three ！ or ？ (P1; GB/T 15834 4.2.3, 5.1.2).

Stacked ？！ and a stop behind ” or ） are right. Marks that are themselves spoken of, “，。”, are left alone.

中文：两个点号连在一起（。。 ，， ，。 、， ；。），或者！？连用超过三个，多半是改稿时漏删了。点号只留一个。
引号或括号后面的点号不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 提案办理实行台账管理，，逐件销号。

Right:

    reviews:
      title: 工作回顾
      intro: 提案办理实行台账管理，逐件销号。究竟怎样办好？！
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODE = "stop-doubled"

_SIGNS = *(first + second for first in "，。、；：" for second in "，。、；："), "？。", "！。", "！！", "？？", "！？"
_DOUBLED = LazyPattern(
    "(?<![，。、；：“‘（])(?:[，、；：]{2,}|[，、；：？！]+。(?!。)|。{2}(?!。)|。[，、；：]+)(?![”’）…])|[！？]{4,}",
    signs=_SIGNS,
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The stops that follow another stop."""
    printed = printed_text(context)
    for match in _DOUBLED.finditer(printed.typed):
        last = printed.typed[match.end() : match.end() + 1] in ("", "\n")
        yield printed.finding(CODE, match.span(), _right(match.group(), last=last))


def _right(marks: str, *, last: bool) -> str:
    """What stays: three stacked marks; 。 at the end of a text; else the first, but a comma gives way."""
    if marks.strip("！？") == "":
        return marks[:3]
    if last and "。" in marks:
        return "。"
    return marks[-1] if marks[0] == "，" else marks[0]
