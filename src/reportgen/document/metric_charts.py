"""Metrics over the years as charts: which form each takes, and what it says to those who cannot see it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.document.block_types import Chart, ChartForm, Paragraph, Run
from reportgen.document.origins import Origin
from reportgen.report import Figures, Grouping, Metric, print_figure, quantity_of
from reportgen.style import ChartStyle
from reportgen.text.characters import printable

_FORM_NAMES: dict[ChartForm, str] = {"columns": "柱形图", "line": "折线图"}


def metric_charts(figures: Figures, style: ChartStyle | None) -> Iterator[Paragraph | Chart]:
    """A chart, under its caption, of every metric with numbers of earlier years, where the style sheet asks."""
    if style is None:
        return
    for name, metrics in figures.series.items():
        if len(metrics) < style.years:
            continue
        metric = figures.report.metrics[name]
        label = printable(metric.label)
        quantities = [quantity_of(each, each.value) for each in metrics.values()]
        measure = f"{quantities[-1].scale or ''}{printable(metric.unit)}"
        years = tuple(metrics)
        form: ChartForm = "line" if years[-1] - years[0] + 1 >= style.lines_from else "columns"
        printed = tuple(_printed_figures(metrics.values(), figures.grouping, with_measure=False))
        spoken = _spoken_figures(years, list(_printed_figures(metrics.values(), figures.grouping, with_measure=True)))
        text = f"{_FORM_NAMES[form]}：{label}，{'，'.join(spoken)}。"
        origin = Origin(("metrics", name))
        yield Paragraph("caption", (Run(f"{label}（{measure}）"),), origin)
        yield Chart(
            form, label, measure, years, printed, tuple(float(each.digits) for each in quantities), text, origin
        )


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
