"""A character that only looks like the one that is meant: copied from a PDF or typed on another keyboard (P62).

It may print in another face or as a box, and no search finds it. Full-width digits and letters are among them (P20,
P62).

中文：这个字符只是看起来像，编码却是另一个（多半从 PDF 复制而来），可能印成别的字体或空框，也搜不到。请改成正常的字；
全角的数字和字母也要改成半角。

Wrong:

    reviews:
      title: 工作回顾
      intro: 深化⺠主监督﹐共走访１２０家企业。

Right:

    reviews:
      title: 工作回顾
      intro: 深化民主监督，共走访120家企业。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.rules.context import RuleContext, finding
from reportgen.text.characters import code_point
from reportgen.text.lazy_pattern import LazyPattern
from reportgen.text.look_alikes import look_alikes, may_look_alike

CODE = "look-alike"

_PLACEHOLDER = LazyPattern("[Ｘｘ]{2,}")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """The look-alikes of all printed texts; ＸＸ stands for what is still to come, which another rule reports."""
    if not may_look_alike(context.characters):
        return
    for path, node in (*context.texts(), *context.labels()):
        for start, end, plain in look_alikes(node.text):
            typed = node.text[start:end]
            if not _PLACEHOLDER.fullmatch(typed):
                words = {"typed": typed, "code_point": code_point(typed[0]), "plain": plain}
                yield finding(CODE, (path, node), (start, end), plain, **words)
