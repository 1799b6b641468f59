"""Parts of a metric that do not add up to it, as printed.

``parts`` names what a metric consists of, ``of`` what a metric is a part of. A single ``of`` may be less than its
whole; several make it up. Numbers with 余, 约 and the like are not added.

中文：指标用 ``parts`` 写明由哪些指标相加而成，或者几个指标用 ``of`` 写明属于它，印出来的数相加却不等于它。只有一个
``of`` 时，不大于总数就行。带“余”“约”这类概数词的不相加。

Wrong:

    metrics:
      提案: {label: 征集提案, value: 546, unit: 件, parts: [立案, 并案]}
      立案: {label: 立案提案, value: 498, unit: 件}
      并案: {label: 并案提案, value: 35, unit: 件}
    reviews: {title: 工作回顾, intro: 【提案】【立案】【并案】}

Right:

    metrics:
      提案: {label: 征集提案, value: 533, unit: 件, parts: [立案, 并案]}
      立案: {label: 立案提案, value: 498, unit: 件}
      并案: {label: 并案提案, value: 35, unit: 件}
    reviews: {title: 工作回顾, intro: 【提案】【立案】【并案】}
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.diagnostics import Diagnostic, FieldPath
from reportgen.report import EXACT, POWERS, Metric, print_figure, quantity_of, same_unit
from reportgen.rules.context import RuleContext
from reportgen.source import find

CODES = ("parts-differ", "parts-unit-differs")

_MOST_SHOWN = 12
"""Terms of a sum that are shown."""


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Reports wholes that their parts do not give, and parts that count in another unit."""
    metrics = context.metrics
    for name, parts in _parts_by_whole(metrics).items():
        whole = metrics[name]
        others = [part for part in parts if not same_unit(metrics[part].unit, whole.unit)]
        if others:
            words = {"name": others[0], "unit": metrics[others[0]].unit, "whole": name, "whole_unit": whole.unit}
            yield _told(context, CODES[1], ("metrics", others[0], "unit"), words)
        elif all(_is_exact(metrics[each]) for each in (name, *parts)):
            total = _total([metrics[part] for part in parts])
            printed = quantity_of(whole, whole.value).amount
            if total > printed or (total < printed and (whole.parts or len(parts) > 1)):
                terms = "＋".join(_figure(metrics[part]) for part in parts[:_MOST_SHOWN])
                words = {"name": name, "printed": _figure(whole), "total": _as_whole(total, whole)}
                words["sum"] = terms + "＋……" * (len(parts) > _MOST_SHOWN)
                yield _told(context, CODES[0], ("metrics", name, "value"), words)


def _told(context: RuleContext, code: str, path: FieldPath, words: dict[str, str]) -> Diagnostic:
    return Diagnostic(code, find(context.reading.root, path).place(path), words)


def _parts_by_whole(metrics: Mapping[str, Metric]) -> dict[str, list[str]]:
    """The parts of every metric that has some, whichever of them says so; names that are no metric left out."""
    parts = {name: dict.fromkeys(metric.parts) for name, metric in metrics.items() if metric.parts}
    for name, metric in metrics.items():
        if metric.of is not None and metric.of in metrics:
            parts.setdefault(metric.of, {})[name] = None
    known = {name: [part for part in each if part in metrics and part != name] for name, each in parts.items()}
    return {name: each for name, each in known.items() if each}


def _is_exact(metric: Metric) -> bool:
    """Whether a metric prints a number that can be added."""
    return not metric.value.pending and metric.qualifier is None


def _total(metrics: Sequence[Metric]) -> Decimal:
    """The sum of some metrics, each as it prints."""
    total = Decimal(0)
    for metric in metrics:
        total = EXACT.add(total, quantity_of(metric, metric.value).amount)
    return total


def _figure(metric: Metric) -> str:
    return print_figure(metric, quantity_of(metric, metric.value), "none")


def _as_whole(total: Decimal, whole: Metric) -> str:
    """A sum in the scale and the unit of its whole."""
    scale = quantity_of(whole, whole.value).scale
    digits = format(total.scaleb(-POWERS[scale], EXACT) if scale else total, "f")
    short = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"{short}{scale or ''}{whole.unit}"
