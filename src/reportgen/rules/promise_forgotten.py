"""A task of last year's report that no review follows up.

If it was done, add follows to the section or item that describes it; if not, the report should still account for it.
A section and an item with an id of its own count separately; an item without one counts with its section. A review that
says nothing, such as a heading alone, follows up nothing. Nothing is checked without last year's file, or for tasks
without an id.

中文：上一年的主要任务里有一项，今年的回顾里没有哪一节、哪一条用 follows 回应它。做了，就在写它的那一节或那一条加上
follows；没有做，也该有个交代。节和单列编号的条目各算一项，没有编号的条目随它那一节算。只有标题、没有内容的回顾不算回应。
没有上一年的文件时不检查；上一年的任务没有编号（id）时，也没法检查。

Wrong (last year's tasks: 忠诚履职, 服务大局):

    reviews:
      title: 工作回顾
      sections:
        - {title: 把准政治方向, lead: 建起委员书屋六处。, follows: [忠诚履职]}

Right:

    reviews:
      title: 工作回顾
      sections:
        - {title: 把准政治方向, lead: 建起委员书屋六处。, follows: [忠诚履职]}
        - {title: 围绕中心履职, lead: 开展专题调研四次。, follows: [服务大局]}
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.report import PENDING
from reportgen.rules.context import RuleContext
from reportgen.source import Node, find, key_at
from reportgen.text.characters import close_joints

CODE = "promise-forgotten"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports tasks of last year that nothing follows; a forgotten section stands for its items."""
    report, previous = context.reading.report, context.previous
    if previous is None or report is None or report.reviews is None:
        return
    from reportgen.report.promises import ledger  # usually there is no file of last year

    root = context.reading.root
    forgotten: set[FieldPath] = set()
    for promise in ledger(previous, report):
        reports, unwritten = promise.followers.reports, promise.followers.unwritten
        if reports or promise.id is None or any(_is_to_come(find(root, path)) for path in unwritten):
            continue
        forgotten.add(promise.path)
        if promise.path[:-2] in forgotten:
            continue
        words = {"year": str(previous.year), "title": close_joints(promise.title), "id": promise.id}
        if unwritten:
            review = unwritten[0]
            yield Diagnostic(CODE, find(root, (*review, "title")).place(review), words, ("write-review",))
        else:
            path: FieldPath = ("reviews",)
            yield Diagnostic(CODE, key_at(root, path).place(path), words, ("follow-up",))


def _is_to_come(review: Node) -> bool:
    """Whether a review is marked as still to be written, which is reported as such."""
    return PENDING in review.source.text[review.start : review.end]
