"""Metrics over the years to charts: which form, and what is said of them."""

import pytest
from msgspec.structs import replace

from reportgen.document import Chart
from reportgen.style import StyleSheet
from tests.support import examine, sheet_named


def sheet_with(lines_from: int) -> StyleSheet:
    """plenary, with lines from so many years on."""
    given = sheet_named()
    assert given.metrics is not None
    assert given.metrics.chart is not None
    chart = replace(given.metrics.chart, lines_from=lines_from)
    return replace(given, metrics=replace(given.metrics, chart=chart))


def chart_of(history: str, lines_from: int = 6) -> Chart:
    """The chart of a metric that is 5 in 2025."""
    metrics = f"metrics: {{甲: {{label: 提案, value: 5, unit: 件, history: {{{history}}}}}}}\n"
    text = f"schema: 1\nyear: 2025\ntitle: 报告\n{metrics}reviews: {{title: 回顾, intro: 【甲】}}\n"
    blocks = examine(text, style=sheet_with(lines_from)).composed.blocks
    (chart,) = (block for block in blocks if isinstance(block, Chart))
    return chart


@pytest.mark.parametrize(
    ("first", "lines_from", "form"), [(2021, 6, "columns"), (2020, 6, "line"), (2021, 5, "line"), (2020, 7, "columns")]
)
def test_from_so_many_years_on_a_line_is_drawn(first: int, lines_from: int, form: str) -> None:
    chart = chart_of(", ".join(f"{year}: 4" for year in range(first, 2025)), lines_from)
    assert chart.form == form
    assert chart.text.startswith("折线图：提案" if form == "line" else "柱形图：提案")


def test_years_that_are_missing_count_since_they_take_room() -> None:
    """Three numbers over ten years would be thin columns far apart."""
    assert chart_of("2016: 4, 2024: 4").form == "line"


def test_years_that_are_missing_are_named() -> None:
    text = chart_of("2017: 3, 2019: 4, 2020: 4").text
    assert text == ("折线图：提案，2017年3件，2018年无数据，2019年4件，2020年4件，2021年至2024年无数据，2025年5件。")


def test_a_number_of_which_more_is_meant_says_so() -> None:
    text = (
        "schema: 1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾, intro: 【甲】}\n"
        "metrics: {甲: {label: 惠民, value: 5.8万, unit: 人次, qualifier: %s, history: {2023: 48000, 2024: 52000}}}\n"
    )
    for qualifier, figure, spoken in (("余", "5.8余", "5.8万余人次"), ("约", "约5.8", "约5.8万人次")):
        blocks = examine(text % qualifier, style=sheet_with(6)).composed.blocks
        (chart,) = (block for block in blocks if isinstance(block, Chart))
        assert chart.figures == ("4.8", "5.2", figure)
        assert chart.text == f"柱形图：惠民，2023年4.8万人次，2024年5.2万人次，2025年{spoken}。"
