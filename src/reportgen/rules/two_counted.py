"""二 where a measure word wants 两, and 两 where an ordinal wants 二: 二个, 第两批 (P25).

中文：量词前用“两”（两个、两位），序数和“十”前用“二”（第二批、二十）。“第二个”“十二个”“二位数”不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 新增二个示范基地，第两批协商议题已审定。

Right:

    reviews:
      title: 工作回顾
      intro: 新增两个示范基地，第二批协商议题已审定。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "two-counted"

_COUNTED = LazyPattern(
    "(?<![第十百千万亿零〇点一二三四五六七八九两初老小周期拜、其前王张李赵刘陈杨])二(?:个(?!五年|百年|别)"
    "|家(?![长政属庭人里乡具电教风园访族])|位(?![数一码移于居置次元])|名(?![城法列单称额字片义师校牌胜])|座(?![谈标位城山])|所(?![有以得需])|件|篇)",
    signs=[f"二{each}" for each in "个家位名座所件篇"],
)
_HONOURED = frozenset("您你我他她这那诸各咱列")
_ORDINAL = LazyPattern("第两(?![百千万亿])", signs=["第两"])
_TWENTY = LazyPattern(
    "(?<![一二三四五六七八九十半几\\d斤])两十(?=[多余几]?[个家位名人年天件次户亩条项])", signs=["两十"]
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The numerals of two that are not the one of their place."""
    printed = printed_text(context)
    words = printed.words
    for match in _COUNTED.finditer(words):
        if not (match.group()[1] == "位" and text_before(words, match.start(), 1) in _HONOURED):
            yield printed.finding(CODE, match.span(), f"两{match.group()[1:]}")
    for match in _ORDINAL.finditer(words):
        yield printed.finding(CODE, match.span(), "第二")
    for match in _TWENTY.finditer(words):
        yield printed.finding(CODE, match.span(), "二十")
