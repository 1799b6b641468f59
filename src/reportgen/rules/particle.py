"""得 or 的 before a verb where 地 belongs: 更好得服务 (P44).

扎实的推进各项任务 is only a note: 积极的推动作用 is right, and which of both it is takes reading the sentence.

中文：动词前面用“地”：更好地服务。“扎实的推进”一类只作提示，因为“积极的推动作用”是对的。

Wrong:

    reviews:
      title: 工作回顾
      intro: 更好得服务基层。

Right:

    reviews:
      title: 工作回顾
      intro: 更好地服务基层，提案办得好，积极的推动作用十分明显。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext
from reportgen.rules.printed_text import printed_text
from reportgen.text.lazy_pattern import LazyPattern

CODES = ("particle-wrong", "particle-likely")

_VERBS = (
    "服务|联系|推进|推动|落实|开展|做好|完成|履行|发挥|融入|参与|贯彻|执行|组织|研究|部署|促进|维护|凝聚|团结|支持|保障|满足|解决|把握|掌握|体现"
    "|展示|结合|运用|利用|适应|投入|引导|加强|提升|反映|倾听|回应|践行|担负|承担|肩负|成长|生活|工作|学习|讲好|建设|建言|协商|监督|助力|造福"
)
_MANNER = "扎实|切实|认真|全面|深入|积极|稳步|稳妥|有力|有效|有序|大力|主动|自觉|坚决|广泛|精准|高效|充分|持续|不断"
_GET = LazyPattern(f"更(?:好|加[\u4e00-\u9fff]{{2}}|[\u4e00-\u9fff])(得)(?={_VERBS})")
_OF = LazyPattern(
    f"(?:{_MANNER})(的(?:推进|落实|开展|做好|完成|贯彻|执行|履行|部署|加强|解决))(?=[了好]|各项|全[市省县区]|这一|一[系批]|有关|相关)"
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """得 between 更加… and a verb, and 的 between a manner and a verb with its object."""
    printed = printed_text(context)
    if "得" in printed.words and "更" in printed.words:
        for match in _GET.finditer(printed.words):
            yield printed.finding("particle-wrong", match.span(1), "地")
    if "的" in printed.words:
        for match in _OF.finditer(printed.words):
            yield printed.finding("particle-likely", match.span(1), f"地{match[1][1:]}")
