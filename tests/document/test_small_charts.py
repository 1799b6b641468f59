"""Small charts on cards: which metrics have one, in which form, and what every format draws of it."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from reportgen.document import Chart, Document, Grid
from reportgen.document.plot import labels, plot_of
from reportgen.fonts import bundled_library, open_fonts
from reportgen.html import write_html
from reportgen.layout import Fragment, lay_out
from reportgen.style import ChartLook, ChartSize, Length, SmallChartStyle, StyleSheet
from tests.support import CLASSIC, examine, fitted, prepared, sheet_named

WIDTH, HEIGHT = 44.0, 16.5


def small_sheet() -> StyleSheet:
    """classic with small charts on its cards instead of large ones below them."""
    given = sheet_named(CLASSIC)
    assert given.cards is not None
    cards = replace(given.cards, chart=ChartSize(width=Length(WIDTH, "mm"), height=Length(HEIGHT, "mm")))
    small = SmallChartStyle(colour="accent", past="clay", axis="warm")
    return replace(given, cards=cards, small_charts=small, metrics=None)


SHEET = small_sheet()
BOOK, _ = open_fonts(SHEET, bundled_library())


def composed(*metrics: str) -> Document:
    """A report of some metrics, whose labels are 甲, 乙 and so on."""
    listed = "".join(
        f"  {name}: {{label: {name}, {metric}}}\n" for name, metric in zip("甲乙丙丁", metrics, strict=False)
    )
    text = f"schema: 1\nyear: 2025\ntitle: 报告\nmetrics:\n{listed}reviews: {{title: 回顾, intro: 【甲】}}\n"
    return examine(text, style=SHEET).composed


def charts_of(document: Document) -> list[Chart]:
    """The charts on the cards of a document."""
    grids = (block for block in document.blocks if isinstance(block, Grid))
    entries = (entry for grid in grids for entry in grid.entries)
    return [block for entry in entries for block in entry.blocks if isinstance(block, Chart)]


def chart_of(metric: str) -> Chart:
    (chart,) = charts_of(composed(metric))
    return chart


def look() -> ChartLook:
    found = prepared(SHEET).looks.chart("card")
    assert found is not None
    return found


def drawn(metric: str) -> Fragment:
    """What the chart of a metric puts on the page."""
    assert BOOK is not None
    document = composed(metric)
    layout = lay_out(document, fitted(SHEET, document), BOOK)
    (found,) = (each for page in layout.pages for each in page.fragments if each.is_figure)
    return found


@pytest.mark.parametrize(
    ("metric", "form"),
    [
        ("value: 5, unit: 件, history: {2024: 4}", "columns"),
        ("value: 5, unit: 件, history: {2021: 4, 2024: 4}", "columns"),
        ("value: 5, unit: 件, history: {2020: 4, 2024: 4}", "line"),
        ('value: 98.6, unit: "%", history: {2024: 97.4}', "line"),
        ("value: 98.6, unit: 百分点, history: {2024: 97.4}", "line"),
        ("value: 20.5, unit: ℃, history: {2024: 20}", "line"),
        ("value: -3, unit: 万元, history: {2024: 4}", "columns"),
    ],
)
def test_amounts_are_columns_and_long_series_and_rates_are_lines(metric: str, form: str) -> None:
    assert chart_of(metric).form == form


@pytest.mark.parametrize("metric", ["value: 5, unit: 件", "value: 3, unit: 位, rank: true, history: {2024: 4}"])
def test_a_metric_without_history_and_a_rank_have_no_chart(metric: str) -> None:
    assert charts_of(composed(metric)) == []


def test_columns_begin_at_zero_and_differ_as_their_numbers_do() -> None:
    *columns, axis = drawn("value: 98, unit: 件, history: {2023: 49, 2024: 73.5}").rectangles
    assert [column.height / columns[-1].height for column in columns] == pytest.approx([0.5, 0.75, 1])
    assert all(column.y + column.height == pytest.approx(axis.y) for column in columns)


@pytest.mark.parametrize(
    "figures",
    [
        "value: 99.1, history: {2022: 97.4, 2023: 98, 2024: 98.2}",
        "value: 95, history: {2022: 5, 2023: 30, 2024: 60}",
        "value: 0.31, history: {2022: -0.42, 2023: -0.2, 2024: 0.1}",
    ],
)
def test_a_line_fills_its_own_range(figures: str) -> None:
    """97.4 to 99.1 would look alike from zero. It never touches what stands for the years."""
    fragment = drawn(f'{figures}, unit: "%"')
    (line,), (axis,) = fragment.polylines, fragment.rectangles
    heights = [axis.y - y for _, y in line.points]
    assert max(heights) - min(heights) > 0.8 * (look().height - look().pitch)
    assert min(heights) > 0
    assert max(heights) <= look().height - look().pitch
    assert all(one < other for one, other in pairwise(heights))


def test_what_does_not_change_is_a_line_in_the_middle() -> None:
    fragment = drawn('value: 99, unit: "%", history: {2023: 99, 2024: 99}')
    (height,) = {y for _, y in fragment.polylines[0].points}
    (column,) = {each.y for each in fragment.rectangles}
    assert column - height == pytest.approx((look().height - look().pitch) / 2, rel=0.05)


def test_gaps_stay_gaps() -> None:
    fragment = drawn("value: 9, unit: 件, history: {2016: 5, 2017: 6, 2019: 7, 2020: 8}")
    assert [len(line.points) for line in fragment.polylines] == [2, 2]
    assert len(fragment.discs) == 5


def test_only_the_first_year_and_the_last_are_named() -> None:
    chart = chart_of("value: 9, unit: 件, history: {2022: 5, 2023: 6, 2024: 7}")
    found = list(labels(chart, plot_of(chart, look(), 500.0), look()))
    assert [(label.text, label.is_newest) for label in found] == [("2022", False), ("2025", True)]
    texts = {(piece.text, piece.size) for piece in drawn("value: 9, unit: 件, history: {2022: 5}").texts}
    assert texts == {("2022", look().label), ("2025", look().label)}


def test_it_is_as_wide_as_the_sheet_says_but_few_columns_are_no_blocks() -> None:
    """Two years have half the width."""
    for history, share in (("2022: 1, 2023: 2, 2024: 2", 1.0), ("2021: 1, 2023: 2, 2024: 2", 1.0), ("2024: 2", 0.5)):
        chart = chart_of(f"value: 9, unit: 件, history: {{{history}}}")
        plot = plot_of(chart, look(), 500.0)
        assert plot.slot * len(plot.names) == pytest.approx(share * Length(WIDTH, "mm").points())


def test_every_card_of_a_row_has_its_own() -> None:
    """Each is content of its own card, and says its numbers."""
    document = composed("value: 5, unit: 件, history: {2024: 4}", "value: 7, unit: 项, history: {2024: 8}")
    assert BOOK is not None
    layout = lay_out(document, fitted(SHEET, document), BOOK)
    figures = [each for page in layout.pages for each in page.fragments if each.is_figure]
    assert len({each.slot for each in figures}) == 2
    assert figures[0].rectangles[0].x < SHEET.page.width.points() / 2 < figures[1].rectangles[0].x
    assert [chart.text for chart in charts_of(document)] == [
        "柱形图：甲，2024年4件，2025年5件。",
        "柱形图：乙，2024年8项，2025年7项。",
    ]


def test_a_page_of_the_web_draws_it_in_its_card() -> None:
    document = composed('value: 98.6, unit: "%", history: {2022: 97, 2024: 97.4}')
    page = write_html(document, fitted(SHEET, document))
    card = page[page.index('<ul class="cards"') : page.index("</ul>", page.index('class="cards"'))]
    svg = ElementTree.fromstring(card[card.index("<svg") : card.index("</svg>") + len("</svg>")])
    assert svg.findtext("title") == "折线图：甲，2022年97%，2023年无数据，2024年97.4%，2025年98.6%。"
    assert [len(line.get("points", "").split()) for line in svg.iter("polyline")] == [2]
    assert [text.text for text in svg.iter("text")] == ["2022", "2025"]
