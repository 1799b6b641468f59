"""A figure that is vague twice over: 约500余条, 超过20亿元以上 (P22).

中文：一个数说了两遍“大概”：“约”“近”与“余”“多”“左右”，“超过”“至少”与“以上”，只用一个。“近20多年来”的“近”指时间，不在此列。

Wrong:

    reviews:
      title: 工作回顾
      intro: 收集意见建议约500余条，发放贷款超过20亿元以上。

Right:

    reviews:
      title: 工作回顾
      intro: 收集意见建议500余条，发放贷款超过20亿元。近20多年来，水质稳定。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import occurrences, printed_text
from reportgen.rules.running_text import FIGURE
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "vague-twice"

_HAN_NUMERALS = "一二三四五六七八九十百千万亿两几数〇零"
_NUMERALS = f"{_HAN_NUMERALS}{FIGURE}"
_NUMBER = rf"(?:\d+(?:,\d+)*(?:\.\d+)?[十百千]?[万亿]{{0,2}}|[{_HAN_NUMERALS}]+|{FIGURE})"
_ABOUT = (
    "大约|大概|将近|(?<![契节条公合预制签违隐特简邀相盟租履守失赴订要大])约"
    "|(?<![附最临邻靠接远亲贴新将相晋浅切走抵拉凑就毗])近"
)
_LINK = "(?:占|有|为|达|达到|需|用|是)?"
_TIME = "年|个月|个多月|天|载|代|个世纪|日|周|个小时"
_UNIT = (
    "(?:个百分点|个工作日|个小时|个月|平方米|平方公里|公里|千米|厘米|分钟|小时|学时|课时|千瓦时|千瓦|千克|公斤|人次"
    "|元|个|名|位|人|家|户|件|次|项|条|场|亩|吨|米|天|年|岁|篇|期|批|台|套|辆|处|所|分|倍|成|届|轮|度|斤|字|页|本"
    "|册|点|种|支|份|间|座|日|周|里|升|克|株|头|只)?"
)
_MORE = LazyPattern(f"({_ABOUT}){_LINK}{_NUMBER}[余多](?!半|数)[万亿]?")
_ABOUT_IT = LazyPattern(
    f"({_ABOUT}){_LINK}(?:{_NUMBER}[%‰℃]?{_UNIT}|[一二三四五六七八九十]分之[一二三四五六七八九]|一半|半数)(?P<behind>左右|上下)"
    "(?![两岸手侧开翼联级打游文学册半班部浮波边])",
    signs=("左右", "上下"),
)
_AT_LEAST = LazyPattern(
    f"(?:(?:超过|不少于|不低于|至少|不下于){_LINK}|至少[\u4e00-\u9fff]{{2,4}}?)(?:{_NUMBER}[%‰℃]?{_UNIT}|半数|一半)(?P<behind>以上)",
    signs=["以上"],
)
_WORDS = "约近大概超不至"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The figures with two words of vagueness, the needless one left out of what replaces them."""
    words = printed_text(context).words
    if not context.has_any(_WORDS):
        return
    if _has_more(words):
        yield from _with_more(context, words)
    for pattern in (_ABOUT_IT, _AT_LEAST):
        for match in pattern.finditer(words):
            yield printed_text(context).finding(CODE, match.span(), match.group().removesuffix(match["behind"]))


def _has_more(words: str) -> bool:
    """Whether 余 or 多 is anywhere right behind a figure."""
    before = (text_before(words, place, 1) for place, _ in occurrences(words, "余多"))
    return any(each.isdecimal() or each in _NUMERALS for each in before if each)


def _with_more(context: RuleContext, words: str) -> Iterator[Diagnostic]:
    """约 or 近 before a figure with 余 or 多; 近 before a time counts the years until now."""
    for match in _MORE.finditer(words):
        is_time = match[1] == "近" and words.startswith(tuple(_TIME.split("|")), match.end())
        if not is_time:
            yield printed_text(context).finding(CODE, match.span(), match.group()[len(match[1]) :])
