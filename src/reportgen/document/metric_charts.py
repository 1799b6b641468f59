"""Metrics over the years as charts, large ones and small: which form each takes, and what it says to who cannot see."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.document.block_types import Chart, ChartForm, Paragraph, Run
from reportgen.document.origins import Origin
from reportgen.report import Figures, Grouping, Metric, is_amount, print_figure, quantity_of
from reportgen.style import ChartPlace, ChartStyle, SmallChartStyle
from reportgen.text.characters import printable

_FORM_NAMES: dict[ChartForm, str] = {"columns": "柱形图", "line": "折线图"}


def metric_charts(figures: Figures, style: ChartStyle | None) -> Iterator[Paragraph | Chart]:
    """A chart, under its caption, of every metric with numbers of earlier years, where the style sheet asks."""
    if style is None:
        return
    for name, metrics in figures.series.items():
        if len(metrics) < style.years:
            continue
        chart = _chart(name, figures, "line" if _years(metrics) >= style.lines_from else "columns")
        yield Paragraph("caption", (Run(f"{chart.label}（{chart.measure}）"),), chart.origin)
        yield chart


def small_chart(name: str, figures: Figures, style: SmallChartStyle, place: ChartPlace) -> Chart | None:
    """The small chart of a metric; None where too few years are known.

    A line, which need not begin at zero, is for long series, and for what is no amount (see ``is_amount``). None of a
    rank, whose line would rise where the rank falls.
    """
    metrics, metric = figures.series.get(name, {}), figures.report.metrics[name]
    if metric.rank or len(metrics) < style.years:
        return None
    is_line = _years(metrics) >= style.lines_from or not is_amount(metric)
    return _chart(name, figures, "line" if is_line else "columns", place)


def _years(metrics: Mapping[int, Metric]) -> int:
    """How many years there are from the first that is known to the last."""
    return max(metrics) - min(metrics) + 1


def _chart(name: str, figures: Figures, form: ChartForm, place: ChartPlace = "page") -> Chart:
    metric, metrics = figures.report.metrics[name], figures.series[name]
    label, years = printable(metric.label), tuple(metrics)
    quantities = [quantity_of(each, each.value) for each in metrics.values()]
    measure = f"{quantities[-1].scale or ''}{printable(metric.unit)}"
    printed = tuple(_printed_figures(metrics.values(), figures.grouping, with_measure=False))
    spoken = _spoken_figures(years, list(_printed_figures(metrics.values(), figures.grouping, with_measure=True)))
    text = f"{_FORM_NAMES[form]}：{label}，{'，'.join(spoken)}。"
    values = tuple(float(each.digits) for each in quantities)
    return Chart(form, label, measure, years, printed, values, text, Origin(("metrics", name)), place)


def _printed_figures(metrics: Iterable[Metric], grouping: Grouping, *, with_measure: bool) -> Iterator[str]:
    """What every year prints, with 余 and the like; ``with_measure``: with its scale and unit."""
    for metric in metrics:
        quantity, unit = quantity_of(metric, metric.value), printable(metric.unit)
        if not with_measure:
            quantity, unit = replace(quantity, scale=None), ""
        yield print_figure(replace(metric, unit=unit), quantity, grouping)


def _spoken_figures(years: Sequence[int], figures: Sequence[str]) -> Iterator[str]:
    """Every year with its figure, and the years between that have none."""
    yield f"{years[0]}年{figures[0]}"
    for (before, year), figure in zip(pairwise(years), figures[1:], strict=True):
        if year - before == 2:
            yield f"{before + 1}年无数据"
        elif year - before > 2:
            yield f"{before + 1}年至{year - 1}年无数据"
        yield f"{year}年{figure}"
