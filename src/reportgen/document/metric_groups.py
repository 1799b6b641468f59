"""Metrics by their groups, in the order that cards and table print them."""

from collections.abc import Iterator, Mapping

from reportgen.report import Metric


def metric_groups(metrics: Mapping[str, Metric]) -> Iterator[tuple[str, list[str]]]:
    """The names of metrics of no group, then those of each group, as the groups first come."""
    groups: dict[str, list[str]] = {}
    for name, metric in metrics.items():
        groups.setdefault(metric.group or "", []).append(name)
    yield from sorted(groups.items(), key=lambda each: bool(each[0]))
