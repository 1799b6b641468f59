r"""A \n or \t that prints as typed: only in double quotes is it a line end (P61).

中文：“\n”只有在双引号里才是换行，这里会照原样印出来。请给整段文字加上双引号。

Wrong:

    reviews:
      title: 工作回顾\n（审议稿）

Right:

    reviews:
      title: "工作回顾\n（审议稿）"
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Edit
from reportgen.rules.context import RuleContext
from reportgen.source import Scalar
from reportgen.text.lazy_pattern import LazyPattern

CODE = "escape-typed"

_ESCAPE = LazyPattern(r"(?<![\\A-Za-z:])(?:\\[nrt])+(?![a-z])")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    r"""The escapes of texts that are not in double quotes; a path such as D:\年报 is none."""
    for path, node in context.texts():
        for match in _ESCAPE.finditer(node.text) if "\\" in node.text else ():
            yield Diagnostic(CODE, node.place_of(*match.span(), path), {"typed": match.group()}, (), _quotes(node))


def _quotes(node: Scalar) -> tuple[Edit, ...]:
    """The edits that put a text in double quotes; none where its quotes or backslashes would mean something else."""
    raw = node.source.text[node.start : node.end]
    if not node.plain or '"' in raw or "\n" in raw or "\\" in _ESCAPE.sub("", raw):
        return ()
    return (Edit(node.start, node.start, '"'), Edit(node.end, node.end, '"'))
