"""A rise to less, or a fall to more: 由546件增加到498件, 第5位上升到第9位 (P54).

中文：写的是增加，后面的数却小；写的是下降，后面的数却大；名次上升，数应该变小。请核对两个数和动词。

Wrong:

    reviews:
      title: 工作回顾
      intro: 立案提案由546件增加到498件。

Right:

    reviews:
      title: 工作回顾
      intro: 立案提案由498件增加到546件，办理时限由30天压缩到12天。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.derived_figures import Development, FigureText, developments, figure_texts
from reportgen.rules.printed_text import printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.numerals import NUMERAL, chinese_value

CODE = "direction-reversed"

_PLACE = f"(?:\\d{{1,4}}|{NUMERAL}{{1,4}})"
_RANKS = LazyPattern(
    rf"第(?P<before>{_PLACE})[位名]?(?:上升|提升|跃升|攀升|前移|晋升|升)[到至为][^，。；：、\d第\n]{{0,6}}第(?P<after>{_PLACE})(?:[位名]|(?=[，。；]))",
    signs=[f"{verb}{to}" for verb in ("升", "前移") for to in "到至为"],
)
_RANKED = LazyPattern("排名|排位|名次|位次|位列|居|第$")
_FASTER = ("提高", "提升")
"""Also said of what takes less time than before: from 30 minutes to 8."""
_DURATIONS = ("天", "日", "小时", "分钟", "秒", "个工作日", "工作日", "个月")
_CLASSES = ("类",)
"""Water of class 4 may rise to class 3."""
_NEAR = 30
"""Characters before a figure in which something says that it is a rank."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports rises to less and falls to more, and ranks that rise to a lower place."""
    for each in figure_texts(context):
        for change in developments(each):
            if _is_reversed(each, change):
                first = change.before.start
                span = (first - text_before(each.text, first, 1).count("由"), change.after.end)
                yield each.finding(CODE, span, typed=each.text[slice(*span)])
    printed = printed_text(context)
    for match in _RANKS.finditer(printed.words):
        if 0 < _rank(match["before"]) < _rank(match["after"]):
            yield printed.finding(CODE, match.span())


def _is_reversed(text: FigureText, change: Development) -> bool:
    before, after = change.before, change.after
    if not (after.amount < before.amount if change.grew else after.amount > before.amount):
        return False
    is_faster = before.unit in _DURATIONS and change.rise in _FASTER
    near = text_before(text.text, before.start, _NEAR)
    is_rank = before.unit in ("位", "名") and _RANKED.search(near) is not None
    return not (is_faster or is_rank or before.unit in _CLASSES or near.endswith(("负", "第")))


def _rank(place: str) -> int:
    """The number of a place, in digits or Chinese; 0 for anything else."""
    return int(place) if place.isascii() else chinese_value(place) or 0
