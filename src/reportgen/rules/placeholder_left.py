"""A placeholder for text still to come (XX, ××, 待补充, 待定, TODO, ？？件) that must not reach print.

Fill it in before printing; while drafting, ``--draft`` makes this a warning.

中文：文字里还有没补上的内容（XX、××、待补充、待定、TODO、？？件等）。付印前必须补上；写草稿时加 --draft，只作警告。

Wrong:

    reviews:
      title: 工作回顾
      intro: 全年征集提案XX件，办复率待补充。

Right:

    reviews:
      title: 工作回顾
      intro: 全年征集提案546件，全部办复。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.text.lazy_pattern import LazyPattern

CODE = "placeholder-left"

_COUNTED = (
    r"[件项篇条场次元亩%％万亿]|家(?![家里人乡庭])|名(?![字义])|位(?!于)|个(?![个人])|年(?![轻底初年])|月|日(?![子常])"
)
"""What comes behind ？？ where it is a figure to come; at the end of a question it is only stacked."""
# 有待补充, 亟待填补, 等待定期检查 occur in finished reports, and 〇〇〇 is part of 二〇〇〇年.
_PLACEHOLDER = LazyPattern(
    r"(?=[Xx×Ｘ_＿待（(〔［\[TF?？])(?:"  # nearly no other character is looked at any further
    r"(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z])|×{2,}|ＸＸ+|[_＿]{3,}"
    r"|(?<![有亟尚仍还])待(?:补充|填写?(?!补))|(?<![有亟尚仍还等期接看优招])待定(?![期点位向时])"
    r"|[（(〔［\[]待[^）)〕］\]\s]{1,6}[）)〕］\]]"
    r"|(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])"
    rf"|[?？]{{2,}}(?={_COUNTED})|(?:(?<=[：:（(“、，])|(?<![^\n]))[?？]{{2,}})"
)
_SIGNS = "Xx×Ｘ_＿待TF?？"
"""One of them is in every placeholder."""
_REFERENCE = LazyPattern("【[^【】]*】")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports placeholders: inside a reference they are unknown metrics, but labels have no references."""
    for path, node in context.labels():
        for match in _REFERENCE.finditer(node.text):
            yield finding(CODE, (path, node), match.span(), text=match.group())
    if not context.has_any(_SIGNS):
        return
    for path, node in (*context.texts(), *context.labels()):
        text = _REFERENCE.sub(lambda match: "】" * len(match.group()), node.text)
        for match in _PLACEHOLDER.finditer(text):
            yield finding(CODE, (path, node), match.span(), text=node.text[slice(*match.span())])
