"""A rate of growth that its two figures do not give: from 400 to 500 is 25%, not 20% (P53).

Only things that are counted are checked; money grows at comparable prices too. A metric is compared with last year's
report or with its ``history``.

中文：由前面的数到后面的数，算不出这里写的增长；或者指标比上年的增长，与上年的数不符。只检查件、个、家、篇、人次这样数出来的数，
钱可以按不变价计算，不检查。

Wrong:

    reviews:
      title: 工作回顾
      intro: 社情民意信息由400篇增加到500篇，增长20%。

Right:

    reviews:
      title: 工作回顾
      intro: 社情民意信息由400篇增加到500篇，增长25%。
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.report import EXACT, Metric, is_percent, quantity_of, same_unit
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.derived_figures import PERCENT, Development, FigureText, developments, figure_texts, rounding
from reportgen.text.lazy_pattern import LazyPattern

CODE = "growth-differs"

_GREW = "增长(?:率|幅度)?|增加|上升|提高|提升|增幅|增速"
_FELL = "下降|减少|降低|降幅"
_RATE = f"(?P<change>(?:(?P<up>{_GREW})|(?P<down>{_FELL}))(?:了|达到|达|为)?(?P<number>\\d{{1,9}}(?:\\.\\d{{1,4}})?)"
_BEHIND = LazyPattern(
    rf"[，,（(](?:同比|(?:比|较)(?:上年|去年|上届)|总量|总数|数量)?{_RATE}(?P<unit>[%％倍]))(?!以上|左右|[（(]按)"
)
_REFERENCE = LazyPattern(
    rf"【(?P<name>[^【】：:\n]+)】[，,]?(?:同比|(?:比|较)(?:上年|去年|【上年】年|(?P<year>\d{{4}})年)(?:同期)?)"
    rf"{_RATE}(?P<unit>个百分点|[%％]|[^\d\s，。；、（）%％]{{1,4}}))(?=[，。；、）]|$)",
    signs=[f"】{comma}{word}" for comma in ("", "，", ",") for word in ("同比", "比", "较")],
)
_NOT_COUNTED = frozenset(("元", "亩", "公顷", "平方米", "公里", "吨", "分", "度", "倍", "小时", *PERCENT))
"""Units of what is measured, not counted."""
_TENTH = Decimal("0.1")
"""How much further from the quotient a rate may be than rounding takes it."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports rates that the figures before them do not give, and changes that a metric's history contradicts."""
    for each in figure_texts(context):
        for development in developments(each):
            if development.before.unit not in _NOT_COUNTED:
                yield from _of_development(each, development)
    for path, node in context.texts() if context.metrics else ():
        for match in _REFERENCE.finditer(node.text):
            right = _right_change(context, match)
            if right is not None:
                yield finding(CODE, (path, node), match.span("change"), right, typed=match["change"], right=right)


def _signed(match: re.Match[str]) -> Decimal:
    """The typed change; less than 0 where it is a fall."""
    return Decimal(match["number"]) if match["up"] else -Decimal(match["number"])


def _of_development(text: FigureText, development: Development) -> Iterator[Diagnostic]:
    match = _BEHIND.match(text.text, development.after.end)
    before, after = development.before.amount, development.after.amount
    if match is None or not before or (after > before) != development.grew:
        return
    times = 1 if match["unit"] == "倍" else 100
    rate = EXACT.divide((after - before) * times, before)
    typed = _signed(match)
    blur = times * (rounding(development.before) * after / before + rounding(development.after)) / before
    if abs(rate - typed) > _tolerance(typed) + blur:
        right = _worded(rate, match, "增长" if development.grew else "下降")
        yield text.finding(CODE, match.span("change"), right, typed=match["change"], right=right)


def _right_change(context: RuleContext, match: re.Match[str]) -> str | None:
    """What is right in place of a typed change of a metric; None where it is right or nothing contradicts it."""
    name, unit, typed = match["name"], match["unit"], _signed(match)
    metric = context.metrics.get(name)
    if metric is None or match["year"] not in (None, str(context.year - 1)):
        return None
    before = _last_year(context, name, metric)
    if before is None or metric.value.pending or metric.qualifier or metric.change or metric.rank:
        return None
    difference = quantity_of(metric, metric.value).amount - before
    if unit in ("%", "％"):
        rate = EXACT.divide(difference * 100, before) if before and not is_percent(metric.unit) else None
        return f"【{name}：变化】" if rate is not None and abs(rate - typed) > _tolerance(typed) else None
    if unit == "个百分点":
        differs = is_percent(metric.unit) and abs(difference - typed) > _tolerance(typed)
        return _worded(difference, match, "提高" if match["down"] else "降低") if differs else None
    if unit != metric.unit or typed == difference:
        return None
    return f"{'增加' if difference > 0 else '减少'}{abs(difference):f}{unit}"


def _last_year(context: RuleContext, name: str, metric: Metric) -> Decimal | None:
    """The amount of a metric last year, as last year's report has it, else as it remembers; None for a vague one."""
    earlier = context.earlier.get(name)
    if earlier is not None:
        known = same_unit(earlier.unit, metric.unit) and not earlier.qualifier and not earlier.value.pending
        return quantity_of(earlier, earlier.value).amount if known else None
    number = metric.history.get(str(context.year - 1))
    return quantity_of(metric, number).amount if number is not None and not number.pending else None


def _tolerance(typed: Decimal) -> Decimal:
    return _last(typed) / 2 + _TENTH


def _last(typed: Decimal) -> Decimal:
    """What a unit of the last digit typed counts."""
    exponent = typed.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def _worded(right: Decimal, match: re.Match[str], turned: str) -> str:
    """The typed change with the right number, in as many digits; ``turned`` is the verb of the other direction."""
    rounded = abs(right).quantize(_last(_signed(match)), ROUND_HALF_UP, EXACT)
    verb = match["up"] or match["down"]
    link = match["change"].removeprefix(verb).removesuffix(match["number"] + match["unit"])
    is_turned = right < 0 if match["up"] else right > 0
    return f"{turned if is_turned else verb}{link}{rounded:f}{match['unit']}"
