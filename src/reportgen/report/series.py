"""Metrics over the years: every number in the scale of the newest, the last step as difference and as rate."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.report import (
    EXACT,
    POWERS,
    Metric,
    Number,
    Report,
    changes_of,
    is_percent,
    metric_by_year,
    print_figure,
    quantity_of,
    same_unit,
)


class Figure(Struct, frozen=True):
    """A metric's number of one year: as it prints without its unit, and the digits in the scale of the series."""

    text: str
    digits: Decimal
    unit: str


class Series(Struct, frozen=True):
    """One metric over some years, a figure or None for each.

    ``difference`` and ``rate`` lead to the last year from the nearest one that has a figure, and are empty where there
    is none or where their units differ; where the last year's number is still to come, to the year before it.
    ``step`` is the difference as a number in the scale of the series. ``other_units`` are the years whose unit is not
    the newest's, with it. ``scale`` is 万, 亿 or empty.
    """

    name: str
    label: str
    group: str
    unit: str
    scale: str
    qualifier: str
    figures: tuple[Figure | None, ...]
    step: Decimal | None
    difference: str
    rate: str
    other_units: tuple[tuple[int, str], ...]


class SeriesTable(Struct, frozen=True):
    """The series of some years, ascending; ``date`` is that of the newest report."""

    years: tuple[int, ...]
    series: tuple[Series, ...]
    date: datetime.date


def known_years(reports: Sequence[Report]) -> tuple[int, ...]:
    """The years that one report or more are of or remember, ascending; none after the newest report."""
    remembered = {year for report in reports for metric in report.metrics.values() for year in metric.remembered()}
    newest = max(report.year for report in reports)
    return tuple(sorted({year for year in remembered if year < newest} | {report.year for report in reports}))


def series_over(reports: Sequence[Report], years: Sequence[int]) -> tuple[Series, ...]:
    """Every metric over some years: those of no group, then groups as they first come in the newest report.

    A metric is the same where its name is, or else its label. A year's own report wins over what later ones remember.
    """
    newest_first = sorted(reports, key=lambda report: -report.year)
    known: dict[str, dict[int, Metric]] = {}
    labels: dict[str, str] = {}
    for report in newest_first:
        metrics = {name: metric for name, metric in report.metrics.items() if not metric.value.pending}
        taken = metrics.keys() & known.keys()
        for name, metric in metrics.items():
            key = labels.get(metric.label, name)
            if name in taken or key in taken:
                key = name
            taken.add(key)
            labels.setdefault(metric.label, key)
            known.setdefault(key, {})[report.year] = metric
    waiting = _waiting(newest_first[0], labels) if newest_first[0].year == years[-1] else frozenset()
    found = [_series(name, by_year, years, is_open=name in waiting) for name, by_year in known.items()]
    groups = sorted(dict.fromkeys(series.group for series in found), key=bool)
    ranks = {group: rank for rank, group in enumerate(groups)}
    return tuple(sorted(found, key=lambda series: ranks[series.group]))


def _waiting(report: Report, keys: Mapping[str, str]) -> frozenset[str]:
    """The metrics whose number is still to come; ``keys`` are those of series by their labels."""
    waiting = ((name, metric) for name, metric in report.metrics.items() if metric.value.pending)
    return frozenset(key for name, metric in waiting for key in (name, keys.get(metric.label, name)))


def _series(name: str, by_year: Mapping[int, Metric], years: Sequence[int], *, is_open: bool) -> Series:
    newest = by_year[max(by_year)]
    scale = quantity_of(newest, newest.value).scale
    known = metric_by_year(by_year)
    metrics = {year: known[year] for year in years if year in known}
    figures = {year: _figure(metric, replace(newest, scale=scale)) for year, metric in metrics.items()}
    others = tuple((year, metric.unit) for year, metric in metrics.items() if not same_unit(metric.unit, newest.unit))
    step, difference, rate = None, "", ""
    if len(metrics) > 1 and (years[-1] in metrics or is_open):
        before, now = list(metrics)[-2:]
        rate = changes_of({"": metrics[now]}, now, {"": metrics[before]})[""].text
        step = _step(metrics[before], metrics[now], scale or "")
        difference = _difference(step, metrics[before], metrics[now], scale or "")
    return Series(
        name,
        newest.label,
        newest.group or "",
        newest.unit,
        scale or "",
        newest.qualifier or "",
        tuple(figures.get(year) for year in years),
        step,
        difference,
        rate,
        others,
    )


def _figure(metric: Metric, like: Metric) -> Figure:
    """What a year printed, in the scale of the newest; in its own where the unit is another."""
    quantity = quantity_of(metric, metric.value)
    if quantity.scale != like.scale and same_unit(metric.unit, like.unit):
        quantity = quantity_of(replace(metric, scale=like.scale, decimals=None), Number(quantity.amount))
    return Figure(print_figure(replace(metric, unit=""), quantity, "none"), Decimal(quantity.digits), metric.unit)


def _step(before: Metric, now: Metric, scale: str) -> Decimal | None:
    """How much more or less, from what both years printed; None where their units differ."""
    if not same_unit(before.unit, now.unit):
        return None
    amounts = (quantity_of(metric, metric.value).amount for metric in (now, before))
    difference = EXACT.subtract(*amounts)
    return difference.scaleb(-POWERS[scale], EXACT) if scale and difference else difference


def _difference(step: Decimal | None, before: Metric, now: Metric, scale: str) -> str:
    """The same as people write it: ``+0.6万人次``, ``+0.5个百分点``."""
    if not step:
        return "" if step is None else "0"
    about = "约" if before.qualifier or now.qualifier else ""
    return f"{about}{plain_digits(step, '+f')}{'个百分点' if is_percent(now.unit) else scale + now.unit}"


def plain_digits(number: Decimal, form: str = "f") -> str:
    """A number without zeros behind its last decimal."""
    digits = format(number, form)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def sparkline(series: Series) -> str:
    """The figures as blocks of rising height, a space for a year without one; empty for fewer than two figures."""
    digits = [figure.digits for figure in series.figures if figure is not None and same_unit(figure.unit, series.unit)]
    return "".join(_blocks(series, min(digits), max(digits))) if len(digits) > 1 else ""


def _blocks(series: Series, least: Decimal, most: Decimal) -> Iterator[str]:
    for figure in series.figures:
        if figure is None or not same_unit(figure.unit, series.unit):
            yield " "
        else:
            share = (figure.digits - least) / (most - least) if most != least else Decimal("0.5")
            yield _BLOCKS[round(share * (len(_BLOCKS) - 1))]


_BLOCKS = "▁▂▃▄▅▆▇█"


def head_of(years: Sequence[int]) -> tuple[str, ...]:
    """The heads of a table of series."""
    return ("分组", "指标", "单位", *(f"{year}年" for year in years), "增减", "变化")


def cells_of(series: Series) -> tuple[str, ...]:
    """The cells of a series under those heads, as text."""
    figures = (with_unit(figure, series) for figure in series.figures)
    return (series.group, series.label, series.unit, *figures, series.difference, series.rate)


def with_unit(figure: Figure | None, series: Series) -> str:
    """A figure as text; its unit with it where that is not the one of the row."""
    if figure is None:
        return ""
    return figure.text if figure.unit == series.unit else f"{figure.text}{figure.unit}"
