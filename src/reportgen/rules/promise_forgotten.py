"""A task of last year's report that no review follows up.

If it was done, add follows to the section or item that describes it; if not, the report should still account for it.
A section counts as followed up when one of its items is; an item with an id of its own counts separately. Nothing is
checked without last year's file, or for tasks without an id.

中文：上一年的主要任务里有一项，今年的回顾里没有哪一节、哪一条用 follows 回应它。做了，就在写它的那一节或那一条加上
follows；没有做，也该有个交代。一节里只要有一条得到回应，这一节就算有回应；单列编号的条目各算一项。没有上一年的文件时
不检查；上一年的任务没有编号（id）时，也没法检查。

Wrong (last year's tasks: 忠诚履职, 服务大局):

    reviews:
      title: 工作回顾
      sections:
        - {title: 把准政治方向, follows: [忠诚履职]}

Right:

    reviews:
      title: 工作回顾
      sections:
        - {title: 把准政治方向, follows: [忠诚履职]}
        - {title: 围绕中心履职, follows: [服务大局]}
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.rules.context import RuleContext
from reportgen.source import key_at
from reportgen.text.characters import close_joints

CODE = "promise-forgotten"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports tasks of last year that nothing follows; a forgotten section stands for its items."""
    report, previous = context.reading.report, context.previous
    if previous is None or report is None or report.reviews is None:
        return
    from reportgen.report.promises import ledger  # usually there is no file of last year

    forgotten: set[FieldPath] = set()
    for promise in ledger(previous, report):
        if promise.reports or not promise.nameable:
            continue
        forgotten.add(promise.path)
        if promise.path[:-2] in forgotten:
            continue
        path: FieldPath = ("reviews",)
        words = {"year": str(previous.year), "title": close_joints(promise.title), "id": promise.id or ""}
        hints = ("follow-up",) if promise.id else ("follow-up-item",)
        yield Diagnostic(CODE, key_at(context.reading.root, path).place(path), words, hints)
