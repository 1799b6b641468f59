"""A share of more than 100%: no more proposals can be answered than there are (P50).

Rates of completion and of growth may exceed 100% and are not checked.

中文：办复率、满意率、出席率这样的比率，以及占总数的比例，不会超过 100%，多半是数写错了。完成率、增长率可以超过，
不检查。

Wrong:

    reviews:
      title: 工作回顾
      intro: 提案办复率达102%。

Right:

    reviews:
      title: 工作回顾
      intro: 提案办复率达100%，投资完成率达125%。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.derived_figures import figure_texts, is_percent_figure
from reportgen.rules.printed_text import LOOK_BEHIND
from reportgen.text.characters import text_before
from reportgen.text.lazy_pattern import LazyPattern

CODE = "share-impossible"

_RATES = (
    "(?:办复|办结|满意|出席|采纳|立案|答复|回复|反馈|见面|面商|到会|参会|出勤|到课"
    "|合格|及格|优良|知晓|成活|准确|好评|化解|整改|参训|参与|报到|回访|受理|落实|解决|投票|得票|就业|达标|公开)率"
)
_LINK = "(?:分别|均|都|已|平均|高)?(?:达到|达|为|是|(?:由[\\d.]+[%％])?(?:提高|提升|上升|升)[到至]|保持在|稳定在)?"
_OTHER_WHOLES = "计划|任务|目标|预算|[上去往]年|同期|应|核定|原"
_SHARE = LazyPattern(
    rf"(?:{_RATES}{_LINK}|占比{_LINK}"
    rf"|占(?:(?!{_OTHER_WHOLES})[^，。；：、\d]){{0,14}}总(?:数|量|额|人数|户数)的?(?:比例|比重|比)?{_LINK}"
    r"|占全体[^，。；：、\d]{2,6}的?(?:比例|比重|比)?)[ ]?$"
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports shares of more than a hundred percent."""
    for each in figure_texts(context):
        for figure in each.figures:
            if not (is_percent_figure(figure) and figure.digits > 100):
                continue
            near = text_before(each.text, figure.start, LOOK_BEHIND)
            match = _SHARE.search(near)
            if match is not None:
                start = figure.start - len(match.group())
                yield each.finding(CODE, (start, figure.end), typed=each.text[start : figure.end])
