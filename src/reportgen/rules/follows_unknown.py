"""A review that follows an id that is not among last year's tasks.

Compare it with the ids of tasks in last year's file. Without that file nothing is checked.

中文：follows 里写的编号，在上一年的主要任务里找不到。请对照上一年文件里 tasks 的 id。没有上一年的文件时不检查。

Wrong (last year's tasks: 忠诚履职, 服务大局):

    reviews:
      title: 工作回顾
      sections:
        - {title: 把准政治方向, follows: [忠诚旅职]}

Right:

    reviews:
      title: 工作回顾
      sections:
        - {title: 把准政治方向, follows: [忠诚履职]}
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.report import Report
from reportgen.rules.context import RuleContext
from reportgen.source import Mapping, Node, Scalar, Sequence
from reportgen.text.similarity import Guesses

CODE = "follows-unknown"


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports ids in ``follows`` that no task section or item of last year has."""
    if context.previous is None:
        return
    promised = _promised(context.previous)
    known, guesses = " ".join(promised), Guesses()
    ids = set(promised)
    root = context.reading.root
    reviews = root.get("reviews") if isinstance(root, Mapping) else None
    for path, node in _followed(reviews, ("reviews",)):
        if node.text not in ids:
            near = guesses.nearest(node.text, promised, 0.4)
            words = {"id": node.text, "year": str(context.year - 1), "near": near or "", "known": known}
            hint = "nearest" if near else "known-names"
            yield Diagnostic(CODE, node.place(path), words, (hint,) if promised else ())


def _promised(report: Report) -> list[str]:
    tasks = report.tasks
    if tasks is None:
        return []
    ids = [item.id for item in tasks.items]
    for section in tasks.sections:
        ids += [section.id, *(item.id for item in section.items)]
    return [each for each in ids if each]


def _followed(node: Node | None, path: FieldPath) -> Iterator[tuple[FieldPath, Scalar]]:
    """Every id in a ``follows`` below a node."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            if isinstance(item, Scalar) and path[-1] == "follows":
                yield (*path, index), item
            yield from _followed(item, (*path, index))
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _followed(entry.value, (*path, entry.key.text))
