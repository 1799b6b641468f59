"""Every reference of a report resolved: this year's numbers, last year's, and the change between them."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.report.metric_printing import (
    Change,
    Quantity,
    change_between,
    changes_by_rate,
    print_figure,
    print_number,
    quantity_of,
    same_unit,
)
from reportgen.report.numbers import PENDING, Grouping, Number
from reportgen.report.references import Aspect, Reference, years_by_name
from reportgen.report.report_types import NO_CHANGE, Metric, Report

Metrics = Mapping[str, Metric]


class YearlyChange(Struct, frozen=True):
    """A metric's change against last year: its sentence, or the code of the diagnostic if there is none.

    ``change`` is what it was worked out from; None where the report has the sentence itself.
    """

    text: str = ""
    fault: str = ""
    change: Change | None = None


class Figures(Struct, frozen=True):
    """What every 【…】 of one report prints."""

    report: Report
    changes: dict[str, YearlyChange]
    series: dict[str, dict[int, Metric]]
    """Every metric in the years it is known for, ascending, all in this year's scale and unit; this year's last."""
    grouping: Grouping

    def years(self) -> dict[str, str]:
        """The three references to years."""
        return years_by_name(self.report.year)

    def printed(self, name: str, aspect: Aspect) -> str:
        """The text a reference prints.

        Raises:
            KeyError: no such metric; reading a report has reported it.

        """
        years = self.years()
        if name in years:
            return years[name]
        metric = self.report.metrics[name]
        quantity = quantity_of(metric, metric.value)
        match aspect:
            case Aspect.PRINTED:
                return print_figure(metric, quantity, self.grouping)
            case Aspect.NUMBER:
                return print_number(quantity, self.grouping)
            case Aspect.LABEL:
                return metric.label
            case Aspect.CHANGE:
                return self.changes[name].text
            case _:
                assert_never(aspect)

    def printed_reference(self, reference: Reference) -> str:
        """The text a reference prints.

        Raises:
            KeyError: no such metric; reading a report has reported it.

        """
        assert reference.aspect is not None
        return self.printed(reference.name, reference.aspect)


def resolve(
    report: Report, previous: Report | None, grouping: Grouping = "none", earlier: Sequence[Report] = ()
) -> Figures:
    """The figures of a report; ``previous`` is last year's, whose numbers win over ``history``.

    ``earlier`` are reports of years before that, in any order: series know their numbers too.
    """
    last_year = previous.metrics if previous else {}
    changes = changes_of(report.metrics, report.year, last_year)
    reported = {each.year: each.metrics for each in earlier if each.year < report.year}
    series = _series(report.metrics, report.year, {**reported, report.year - 1: last_year})
    return Figures(report, changes, series, grouping)


def _series(metrics: Metrics, year: int, reported: Mapping[int, Metrics]) -> dict[str, dict[int, Metric]]:
    """Every metric by year: as that year's report has it, else as a later one remembers; years to come are left out."""
    found: dict[str, dict[int, Metric]] = {}
    for name, metric in metrics.items():
        if metric.value.pending:
            continue
        twins = {then: _twin(name, metric, others) for then, others in reported.items()}
        known = metric_by_year({**{then: twin for then, twin in twins.items() if twin}, year: metric})
        as_now = replace(metric, scale=quantity_of(metric, metric.value).scale)
        found[name] = {
            then: replace(as_now, value=Number(each.value.amount), qualifier=each.qualifier)
            for then, each in known.items()
            if then != year
        } | {year: metric}
    return found


def _twin(name: str, metric: Metric, others: Metrics) -> Metric | None:
    """A metric in another year's report: of the same name, else of the same label; None if its unit is another."""
    twin = others.get(name) or next((each for each in others.values() if each.label == metric.label), None)
    known = twin is not None and not twin.value.pending and same_unit(twin.unit, metric.unit)
    return twin if known else None


def metric_by_year(reported: Mapping[int, Metric]) -> dict[int, Metric]:
    """A metric in every year known, ascending: as that year's report has it, else as the nearest later one remembers.

    ``reported`` is what the report of each year has. A number that is still to come is not known.
    """
    found: dict[int, Metric] = {}
    for year in sorted(reported, reverse=True):
        metric = reported[year]
        for then, number in metric.remembered().items():
            if then < year and not number.pending:
                found[then] = replace(metric, value=number, qualifier=None)
        found[year] = metric
    return dict(sorted(found.items()))


def changes_of(metrics: Metrics, year: int, earlier: Metrics) -> dict[str, YearlyChange]:
    """The change of every metric of a year against the metrics of last year's report, else its own history."""
    return {name: _change(name, metric, year, earlier) for name, metric in metrics.items()}


def overruled(metrics: Metrics, year: int, earlier: Metrics) -> dict[str, str]:
    """The metrics whose history differs from last year's report, with the number that report prints."""
    found: dict[str, str] = {}
    for name, metric in metrics.items():
        before = earlier.get(name)
        remembered = metric.history.get(str(year - 1))
        if before is None or remembered is None or not same_unit(before.unit, metric.unit):
            continue
        if before.value.pending or remembered.pending:
            continue
        printed = quantity_of(before, before.value)
        if quantity_of(metric, remembered).amount != printed.amount:
            found[name] = print_number(printed, "none")
    return found


def _change(name: str, metric: Metric, year: int, last_year: Metrics) -> YearlyChange:
    if metric.change is not None:
        return YearlyChange(fault="change-withheld") if metric.change == NO_CHANGE else YearlyChange(metric.change)
    now = quantity_of(metric, metric.value)
    earlier = last_year.get(name)
    approximate = metric.qualifier is not None
    if earlier is not None:
        if not same_unit(earlier.unit, metric.unit):
            return YearlyChange(fault="change-other-unit")
        before: Quantity = quantity_of(earlier, earlier.value)
        approximate = approximate or earlier.qualifier is not None
    elif str(year - 1) in metric.history:
        before = quantity_of(metric, metric.history[str(year - 1)])
    else:
        return YearlyChange(fault="change-without-last-year")
    if now.pending or before.pending:
        return YearlyChange(PENDING)
    if not before.amount and now.amount and changes_by_rate(metric, now, before):
        return YearlyChange(fault="change-from-zero")
    change = change_between(metric, now, before, approximate=approximate)
    return YearlyChange(change.text, change=change)
