"""Names in another order than the lexicon gives them (P72): 市政府、市委.

Only names joined by 、 or 和 alone are a list: 市政协与市政府联合 is sound.

中文：并列的名称次序与词表（lexicon.yaml）的 orders 不同。只看用“、”“和”“及”连着的；“市政协与市政府联合”这样的不算。
下面的例子用的是指南里的词表。

Wrong (lexicon.yaml as in the guide):

    reviews:
      title: 工作回顾
      intro: 市政府、市委高度重视提案办理工作。

Right:

    reviews:
      title: 工作回顾
      intro: 市委、市政府高度重视提案办理工作。
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.lexicon import Lexicon
from reportgen.rules.lexicon_words import own_places, word_spans
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.names import Names

CODE = "order-differs"

_JOINTS = ("、", "和", "及", "以及")
_OTHERS = LazyPattern(
    "办公|党|常委|常务|书记|副|统战|宣传|组织|政法|秘书|机关|督查|研究|全会|有关|相关|各|所属|主管|网信|编|老干|巡察|社工|社会工作|农|史志|政研|台|外事|工委"
)
"""Behind a name: it is part of another's, as 市委 is of 市委办公室."""
_MOST_ORDERS = 20
"""Lists that one name is in; of more, the first."""

_Ranks = Mapping[str, Mapping[int, int]]
_Span = tuple[int, int]


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports lists of names that are not in their order, and what the order is."""
    lexicon = context.lexicon
    if lexicon is None or not lexicon.orders:
        return
    ranks, printed = _ranks(lexicon), printed_text(context)
    for run in _runs(word_spans(printed.typed, Names(ranks), own_places(lexicon)), printed.typed):
        members = [printed.typed[slice(*span)] for span in run]
        for order, first, last in _lists(members, ranks):
            placed = [ranks[member][order] for member in members[first:last]]
            if placed != sorted(placed):
                found = printed.finding(CODE, (run[first][0], run[last - 1][1]))
                right = "、".join(sorted(members[first:last], key=lambda member: ranks[member][order]))
                yield replace(found, words={**found.words, "right": right})


def _ranks(lexicon: Lexicon) -> dict[str, dict[int, int]]:
    """The place of every name in each of its lists."""
    ranks: dict[str, dict[int, int]] = {}
    for order, members in enumerate(lexicon.orders):
        for place, member in enumerate(members):
            mine = ranks.setdefault(member, {})
            if len(mine) < _MOST_ORDERS:
                mine.setdefault(order, place)
    return ranks


def _runs(spans: Iterator[_Span], text: str) -> Iterator[Sequence[_Span]]:
    """The names of a text that only joints part; none that is part of another's."""
    run: list[_Span] = []
    for start, end in spans:
        if run and text[run[-1][1] : start] not in _JOINTS:
            yield run
            run = []
        if _OTHERS.match(text, end):
            yield run
            run = []
        else:
            run.append((start, end))
    yield run


def _lists(members: Sequence[str], ranks: _Ranks) -> Iterator[tuple[int, int, int]]:
    """The stretches of neighbours that are of one list: the list, the first, and behind the last."""
    first = 0
    while first < len(members):
        shared = set(ranks[members[first]])
        last = first + 1
        while last < len(members) and shared & set(ranks[members[last]]):
            shared &= set(ranks[members[last]])
            last += 1
        yield min(shared), first, last
        first = last
