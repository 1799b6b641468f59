"""A word for which most houses prefer another: 其它, 做出决定, 报导 (P42).

中文：多数单位习惯写“其他”“作出决定”“制定法规”“报道”，用人说“起用”。这只是习惯，全文一致即可；不需要就关掉这一项。

Wrong:

    reviews:
      title: 工作回顾
      intro: 做好其它工作，市委做出决定。

Right:

    reviews:
      title: 工作回顾
      intro: 做好其他工作，市委作出决定，干部做出成绩。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.word_slips import check_slips, word_slip

CODE = "word-preferred"

_SLIPS = (
    word_slip("其它", "其它", "其他"),
    word_slip(
        "做出",
        "做出(?=[了]?(?:重要|重大|专门|战略|系列|一系列)?(?:决定|部署|决策|安排|指示|批示|承诺|判断|规定|决议))",
        "作出",
    ),
    word_slip("制订", "制订(?=[^，。；！？\n]{0,8}(?:法规|法律|条例|规章))", "制定"),
    word_slip("报导", "报导", "报道"),
    word_slip(
        "启用", "启用(?=[了]?(?:一批|大批|优秀|年轻|新|青年)?(?:的)?(?:干部|人才|年轻人|新人|党员|骨干))", "起用"
    ),
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The words with a preferred neighbour."""
    return check_slips(context, CODE, _SLIPS)
