"""Metrics that an imported report could have: proposed with their places, and taken where somebody asks for them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place
from reportgen.manuscript.metric_proposals import MetricPlace, MetricProposal, propose_metrics, with_metrics
from reportgen.report import Aspect, resolve
from reportgen.source import Scalar, Source, find, parse
from reportgen.workflows.fmt import format_source
from reportgen.workflows.report_files import read_report_source
from reportgen.workspace.refusals import CommandError

ALL_METRICS = "all"


class ProposedMetric(Struct, frozen=True):
    """A number that could be a metric: how it prints, and its places, each with the line in the new file.

    ``known``: it is a metric, but these places do not refer to it.
    """

    name: str
    printed: str
    places: tuple[tuple[int, MetricPlace], ...]
    known: bool


def proposed_metrics(source: Source, year: int) -> tuple[ProposedMetric, ...]:
    """The metrics that a report file could have."""
    root, _ = parse(source)
    assert root is not None
    found: list[ProposedMetric] = []
    for each in propose_metrics(root, _printed(source, year)):
        lines = []
        for place in each.places:
            node = find(root, place.path)
            assert isinstance(node, Scalar)
            lines.append(node.place_of(place.start, place.end).line)
        found.append(ProposedMetric(each.name, each.printed, tuple(zip(lines, each.places, strict=True)), each.known))
    return tuple(found)


def with_taken_metrics(source: Source, year: int, names: Sequence[str]) -> str:
    """The text of a report file with the metrics of these names, of those that are proposed, and references to them.

    Raises:
        CommandError: ``metric-unproposed``.

    """
    if not names:
        return source.text
    root, _ = parse(source)
    assert root is not None
    proposals = {each.name: each for each in propose_metrics(root, _printed(source, year))}
    for name in names:
        if name not in proposals and name != ALL_METRICS:
            words = {"name": name, "names": "、".join(proposals)}
            raise CommandError(Diagnostic("metric-unproposed", Place(source.file), words))
    wanted = [each for name, each in proposals.items() if ALL_METRICS in names or name in names]
    text = with_metrics(source, root, _sound(source, year, wanted))
    formatted = format_source(Source(source.file, text), year)
    return formatted.source.text if formatted.source else text


def _sound(source: Source, year: int, proposals: Sequence[MetricProposal]) -> list[MetricProposal]:
    """The proposals whose metrics print as the numbers were typed."""
    root, _ = parse(source)
    assert root is not None
    printed = _printed(Source(source.file, with_metrics(source, root, proposals)), year)
    return [each for each in proposals if printed.get(each.name) == each.printed]


def _printed(source: Source, year: int) -> Mapping[str, str]:
    """What the metrics of a report print, by their names; nothing where it cannot be read."""
    reading = read_report_source(source, year).reading
    if reading is None or reading.report is None:
        return {}
    figures = resolve(reading.report, None)
    return {name: figures.printed(name, Aspect.PRINTED) for name in reading.report.metrics}
