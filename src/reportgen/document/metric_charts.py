"""Metrics over the years as charts: which form each takes, and what it says to those who cannot see it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.document.block_types import Chart, ChartForm, Paragraph, Run
from reportgen.document.origins import Origin
from reportgen.report import Figures, group_digits
from reportgen.style import ChartStyle
from reportgen.text.characters import printable

_FORM_NAMES: dict[ChartForm, str] = {"columns": "柱形图", "line": "折线图"}


def metric_charts(figures: Figures, style: ChartStyle | None) -> Iterator[Paragraph | Chart]:
    """A chart, under its caption, of every metric with numbers of earlier years, where the style sheet asks."""
    if style is None:
        return
    for name, quantities in figures.series.items():
        if len(quantities) < style.years:
            continue
        metric = figures.report.metrics[name]
        label = printable(metric.label)
        scale = next(iter(quantities.values())).scale or ""
        measure = f"{scale}{printable(metric.unit)}"
        years = tuple(quantities)
        form: ChartForm = "line" if years[-1] - years[0] + 1 >= style.lines_from else "columns"
        digits = tuple(quantity.digits for quantity in quantities.values())
        printed = tuple(group_digits(each, figures.grouping) for each in digits)
        text = f"{_FORM_NAMES[form]}：{label}，{'，'.join(_spoken_figures(years, printed, measure))}。"
        origin = Origin(("metrics", name))
        yield Paragraph("caption", (Run(f"{label}（{measure}）"),), origin)
        yield Chart(form, label, measure, years, printed, tuple(float(each) for each in digits), text, origin)


def _spoken_figures(years: Sequence[int], printed: Sequence[str], measure: str) -> Iterator[str]:
    """Every year with its number, and the years between that have none."""
    yield f"{years[0]}年{printed[0]}{measure}"
    for (before, year), figure in zip(pairwise(years), printed[1:], strict=True):
        if year - before == 2:
            yield f"{before + 1}年无数据"
        elif year - before > 2:
            yield f"{before + 1}年至{year - 1}年无数据"
        yield f"{year}年{figure}{measure}"
