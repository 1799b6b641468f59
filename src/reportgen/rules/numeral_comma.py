"""、 inside an approximate number: 三、四个 for 三四个 (P7; GB/T 15834 4.5.3.4).

It is right where each numeral counts on its own: 二、三产业, 第三、四季度, 五、六年级.

中文：相邻的两个数字连用表示约数，中间不用顿号：三四个、七八件。各指各的不在此列：二、三产业，第三、四季度，五、六年级。

Wrong:

    reviews:
      title: 工作回顾
      intro: 每个界别联系三、四个社区。

Right:

    reviews:
      title: 工作回顾
      intro: 每个界别联系三四个社区，推进一、二、三产业融合。
"""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import LOOK_BEHIND, printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "numeral-comma"

_DIGITS = "一二三四五六七八九"
_PAIRS = [*(f"{first}、{second}" for first, second in pairwise(_DIGITS)), "三、五", "两、三"]
_PEOPLE = "委员|干部|职工|学生|代表|党员|群众|老人|专家|志愿者|工作人员|企业家|同志|教师|医生|孩子"
_COUNTED = (
    "个(?!五年|百年)|家(?![庭园具装电])|件|位(?!数)|人(?!称|民)|天|年(?![级代产度份间])|里地|亩|条(?![款例])|场(?!馆)|户(?!型)|岁|元|块|倍"
    "|成(?![为立员])|公里|小时|分钟|平方米|种|间|篇(?!章)|本(?!科)|辆|趟|遍|处(?![室长级])|所(?!有)|座|只|头|棵|顿"
    f"|名(?={_PEOPLE})"
)
_BEFORE = f"(?<![第条款章初周期{_DIGITS}百千万、十])"
_WRONG = LazyPattern(
    f"{_BEFORE}((?:[{_DIGITS}]?十)?(?={'|'.join(_PAIRS)})[{_DIGITS}两])、([{_DIGITS}])"
    f"([十百千万]?)(?={_COUNTED}|(?<=[十百千万])[多余]?(?:{_COUNTED}|名))",
    signs=_PAIRS,
)
_RANK = LazyPattern("[居列排占获得名在第][^，。；\n]{0,2}$")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The pairs of neighbouring numerals before a measure word with 、 between them."""
    printed = printed_text(context)
    for match in _WRONG.finditer(printed.typed):
        start, end = match.span()
        ranked = printed.typed[end] == "位" and _RANK.search(text_before(printed.typed, start, LOOK_BEHIND))
        if not ranked:
            right = match[1] + match[2] + match[3] + printed.typed[end]
            yield printed.finding(CODE, (start, end + 1), right)
