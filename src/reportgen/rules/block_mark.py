"""A full-width mark for a block of text, ＞- or ｜: the mark prints, and the lines are joined.

中文：多行文字的开头要用半角的 >- 或 |，写成全角就会印出来。

Wrong:

    reviews:
      title: 工作回顾
      intro: ＞-
        这是引言。

Right:

    reviews:
      title: 工作回顾
      intro: >-
        这是引言。
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.rules.context import RuleContext
from reportgen.text.lazy_pattern import LazyPattern

CODE = "slip-block-mark"

_MARK = LazyPattern(r"([＞｜])([-+－＋]?)[ \t]*[\r\n]")
_PLAIN = {"＞": ">", "｜": "|", "－": "-", "＋": "+"}


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports texts whose first line is nothing but such a mark."""
    for path, node in context.texts():
        marked = node.source.text.startswith(("＞", "｜"), node.start)
        match = _MARK.match(node.source.text, node.start, node.end) if marked else None
        if match is not None:
            typed = match[1] + match[2]
            right = "".join(_PLAIN.get(mark, mark) for mark in typed)
            span = node.start, node.start + len(typed)
            yield Diagnostic(
                CODE, node.source.place(*span, path), {"typed": typed, "mark": right}, (), (Edit(*span, right),)
            )
