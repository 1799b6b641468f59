"""Ordinals in a paragraph that skip or repeat a number (一是, 二是, 四是), or are not as many as announced (P55).

Only a sequence that begins with 一是 is checked.

中文：一段里的“一是”“二是”跳了号、重了号，或者与前面说的“三方面工作”数目不符。没有“一是”开头的不检查。

Wrong:

    reviews:
      title: 工作回顾
      intro: 一是抓学习；二是抓协商；四是抓队伍。

Right:

    reviews:
      title: 工作回顾
      intro: 抓好三方面工作：一是抓学习；二是抓协商；三是抓队伍。
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.rules.printed_text import LOOK_BEHIND, occurrences, printed_text
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.numerals import chinese_numeral, chinese_value

CODES = ("sequence-broken", "sequence-miscounted")

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_ORDINAL = LazyPattern(
    rf"(?:(?<=[，。；：、！？（—,;: ])|^)(?:(?P<number>{_NUMERAL})(?P<word>[是要])(?!件|(?P=number)(?:[，、。；！]|$))"
    rf"|(?P<among>[第其])(?P<place>{_NUMERAL})(?=[，、是：]))"
)
_FIRST = ("一是", "一要", *(f"{among}一{mark}" for among in "第其" for mark in "，、是："))
"""One of them begins each sequence."""
_POINTS = (
    "工作|任务|举措|措施|建议|意见|问题|事|大事|实事|要求|体会|特点|原因|经验|内容|重点|关键|环节|机制|制度|做法|原则|转变|考虑|思考"
    "|层面|维度|导向|层次|抓手|着力点|突破口|切入点|步骤|阶段|渠道|结合|提升|聚焦|到位|注重|突出|坚持|强化|确保"
)
_OTHER = r"[^，。；：、\d一二两三四五六七八九十]"
_COUNTED = "个?大?[项点件条类个大种](?:重点|具体|主要|关键|民生)?"
_ANNOUNCED = LazyPattern(
    r"(?<![第前后面类个项大种\d一二三四五六七八九十百几])(?P<count>[两二三四五六七八九十]|\d{1,2})"
    rf"(?:(?:个?方面{_OTHER}{{0,8}}|{_COUNTED}(?:{_POINTS})?{_OTHER}{{0,4}})[：:]|(?:个?方面|{_COUNTED})(?:{_POINTS})。)$"
)
_TWICE = LazyPattern("[统唯之专]一[是要]")
_NEXT = LazyPattern("其次|再次|另一方面")
"""What a point of a list may begin with in place of its number."""
_OTHERWISE = LazyPattern("最后|此外|另外|还有|还要|再就是|再次|同时|第[三四五]")
"""What a last point begins with that has no number."""
_BEFORE_NUMERAL = ("第", "其")
_FEWEST, _TWO, _THREE = 2, 2, 3
_MOST_ANNOUNCED, _MOST_LEFT_OUT = 9, 2
"""Points announced, and those of them missing; of twelve measures a report may name three."""
_FAR = 300
"""Characters behind a sequence in which it may go on without a number."""


class _Ordinal(Struct, frozen=True):
    """An ordinal: where it is, its number, and the word by which it belongs to others: 是, 要, 第, 其."""

    span: tuple[int, int]
    number: int
    kind: str

    def worded(self, number: int) -> str:
        """An ordinal of the same kind."""
        numeral = chinese_numeral(number)
        return f"{self.kind}{numeral}" if self.kind in _BEFORE_NUMERAL else f"{numeral}{self.kind}"


class _Fault(Struct, frozen=True):
    """What is wrong with a sequence: its code, where it is in the paragraph, and what is right there."""

    code: str
    span: tuple[int, int]
    right: str


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports the first number of a sequence that is out of order, and sequences of another length than announced."""
    printed = printed_text(context)
    begun = (printed.paragraph_at(at) for at, _ in occurrences(printed.words, _FIRST))
    for _, each in sorted({paragraph.start: paragraph for paragraph in begun}.items()):
        text = each.running.text
        for sequence in _sequences(text):
            if [ordinal.number for ordinal in sequence] == list(range(1, len(sequence) + 1)):
                fault = _miscounted(context, text, sequence)
            else:
                fault = _out_of_order(text, sequence)
            if fault is not None:
                typed, span = text[slice(*fault.span)], each.running.span(*fault.span)
                yield finding(fault.code, (each.path, each.node), span, fault.right, typed=typed, right=fault.right)


def _sequences(text: str) -> Iterator[Sequence[_Ordinal]]:
    """The ordinals of a paragraph that belong together, each sequence from its 一是 on."""
    levels: dict[str, list[list[_Ordinal]]] = {}
    for match in _ORDINAL.finditer(text):
        number = chinese_value(match["number"] or match["place"])
        if not number:
            continue
        ordinal = _Ordinal(match.span(), number, match["word"] or match["among"])
        open_ones = levels.setdefault(ordinal.kind, [])
        if number == 1:
            open_ones.append([ordinal])
        elif open_ones:
            _owner(open_ones, number).append(ordinal)
    for sequences in levels.values():
        yield from sequences


def _owner(sequences: list[list[_Ordinal]], number: int) -> list[_Ordinal]:
    """The sequence that a number continues: the last but one where the last is nested in it, else the last.

    一是, 一是, 三是 are one sequence with a number typed twice.
    """
    if number == _THREE and [len(each) for each in sequences[-2:]] == [1, 1]:
        sequences[-2].append(sequences.pop()[0])
    if len(sequences) > 1 and sequences[-1][-1].number + 1 != number == sequences[-2][-1].number + 1:
        return sequences[-2]
    return sequences[-1]


def _out_of_order(text: str, sequence: Sequence[_Ordinal]) -> _Fault | None:
    """The first number that is not the next one; none where a list within the list, or 其次, may explain it."""
    for expected, ordinal in enumerate(sequence, 1):
        if ordinal.number != expected:
            within = text[sequence[0].span[1] : ordinal.span[0]]
            has_another = ordinal.worded(1) in _TWICE.sub("", within) or _NEXT.search(within) is not None
            if has_another and ordinal.number > 1:
                return None
            return _Fault(CODES[0], ordinal.span, ordinal.worded(expected))
    return None


def _miscounted(context: RuleContext, text: str, sequence: Sequence[_Ordinal]) -> _Fault | None:
    before = text_before(text, sequence[0].span[0], LOOK_BEHIND)
    announced = _ANNOUNCED.search(before)
    count = len(sequence)
    if announced is None or count < _FEWEST:
        return None
    said = int(announced["count"]) if announced["count"].isdecimal() else chinese_value(_plain(announced["count"]))
    *_, last = sequence
    following = last.worded(count + 1)
    rest = text[last.span[1] : last.span[1] + _FAR]
    goes_on = following in rest or following in context.once(_beginnings) or _OTHERWISE.search(rest) is not None
    is_summed_up = said is not None and (said > _MOST_ANNOUNCED or said - count > _MOST_LEFT_OUT)
    if said is None or (said >= count and (said == count or goes_on or is_summed_up)):
        return None
    numeral = str(count) if announced["count"].isdecimal() else "两" if count == _TWO else chinese_numeral(count)
    typed = announced.group()[:-1]
    start = sequence[0].span[0] - len(before) + announced.start()
    return _Fault(CODES[1], (start, start + len(typed)), numeral + typed.removeprefix(announced["count"]))


def _plain(numeral: str) -> str:
    return "二" if numeral == "两" else numeral


def _beginnings(context: RuleContext) -> frozenset[str]:
    """What the paragraphs of a report begin with, as long as an ordinal: a list may go on in the next one."""
    return frozenset(paragraph.running.typed[:2] for paragraph in printed_text(context).paragraphs)
