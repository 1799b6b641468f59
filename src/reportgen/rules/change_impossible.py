"""A reference to a change that cannot be calculated: last year's value is missing, zero, or in another unit.

Put last year's file in place, or add history to the metric.

中文：写了【名：变化】，却算不出变化：没有上一年的数、单位与上一年不同，或上一年是 0。
放好上一年的文件，或在指标里写 history。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件}
    reviews: {title: 工作回顾, intro: 提案【提案：变化】。}

Right:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件, history: {2024: 521}}
    reviews: {title: 工作回顾, intro: 提案【提案：变化】。}
"""

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.report import Aspect, changes_of, references_in
from reportgen.rules.context import RuleContext

CODE = "change-without-last-year"
CODES = (CODE, "change-other-unit", "change-from-zero", "change-withheld")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports references to a change that cannot be calculated, with the reason."""
    changes = changes_of(context.metrics, context.year, context.earlier)
    for path, node in context.texts():
        for reference in references_in(node.text):
            change = changes.get(reference.name)
            if reference.aspect is Aspect.CHANGE and change and change.fault:
                words = {"name": reference.name, "year": str(context.year - 1)}
                hints = ("add-history",) if change.fault == CODE else ()
                yield Diagnostic(change.fault, node.place_of(reference.start, reference.end, path), words, hints)
