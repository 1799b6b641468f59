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
    "|看到|看清|认识|走好|走向|抓好|用好|办好|围绕|依靠|动员|激发|调动|释放|打造|构建|营造|拓展|深化|优化|完善|健全|规范|统筹|协调|宣传|传播"
    "|弘扬|传承|保护|开放|吸引|培育|培养|关心|关爱|帮助|改善|增进|夯实|巩固|防范|化解|处理|应对|交流|沟通|展现|彰显|理解|感受|享受|共享|行使"
    "|对接|融合|谋划|推广|传递|实现|坚持|为(?!人|准|重)|把|将(?!来)|向|与|同"
)
_MANNER = "扎实|切实|认真|全面|深入|积极|稳步|稳妥|有力|有效|有序|大力|主动|自觉|坚决|广泛|精准|高效|充分|持续|不断"
_NO_MANNER = "[值懂觉获取使显舍记认难晓免省来博赢求非要应所]"
_GET = LazyPattern(
    f"更(?:[好快稳实深广细准强早]|加(?:自觉|[\u4e00-\u9fff](?!{_NO_MANNER})[\u4e00-\u9fff]))(得)(?={_VERBS})",
    signs=["得"],
)
_DONE = "推进", "落实", "开展", "做好", "完成", "贯彻", "执行", "履行", "部署", "加强", "解决"
_OF = LazyPattern(
    f"(?:{_MANNER})(的(?:{'|'.join(_DONE)}))(?=[了好]|各项|全[市省县区]|这一|一[系批]|有关|相关)",
    signs=[f"的{verb}" for verb in _DONE],
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """得 between 更加… and a verb, and 的 between a manner and a verb with its object."""
    printed = printed_text(context)
    for match in _GET.finditer(printed.words):
        yield printed.finding("particle-wrong", match.span(1), "地")
    for match in _OF.finditer(printed.words):
        yield printed.finding("particle-likely", match.span(1), f"地{match[1][1:]}")
