"""Metrics over the years: which are the same, what each cell shows, and how much more it is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.report import Report
from reportgen.report.series import Series, cells_of, known_years, plain_digits, series_over, sparkline
from tests.compare.reports import year
from tests.support import MINIMAL, examine


def report_with(number: int, *metrics: str) -> Report:
    text = MINIMAL.replace("2025", str(number)) + "metrics:\n" + "".join(f"  {metric}\n" for metric in metrics)
    return examine(text, year=number).report


def _cells(series: tuple[Series, ...]) -> list[tuple[str, ...]]:
    return [cells_of(each) for each in series]


def test_the_invented_city_over_four_years() -> None:
    reports = [year(number) for number in (2022, 2023, 2024, 2025)]
    assert known_years(reports) == (2022, 2023, 2024, 2025)
    series = series_over(reports, known_years(reports))
    assert _cells(series) == [
        ("", "征集提案", "件", "386", "402", "420", "437", "+17件", "增长4.0%"),
        ("", "报送社情民意信息", "篇", "1204", "1310", "1288", "1402", "+114篇", "增长8.9%"),
        ("", "惠及群众", "人次", "3.1万", "3.6万", "4.2万", "4.8万", "+0.6万人次", "增长14.3%"),
        ("", "提案办复率", "%", "96.5", "97.2", "98.1", "98.6", "+0.5个百分点", "提高0.5个百分点"),
        ("", "新增错时停车位", "个", "", "", "", "1860", "", ""),
        ("", "协调解决群众关切问题", "项", "", "210余", "260余", "", "", ""),
    ]
    assert [sparkline(each) for each in series] == ["▁▃▆█", "▁▅▄█", "▁▃▆█", "▁▃▆█", "", " ▁█ "]


def test_a_number_that_is_still_to_come_leaves_the_last_step_that_is_known() -> None:
    """A year just begun; what its report no longer has leads nowhere, as before."""
    reports = [
        report_with(2024, "a: {label: 提案, value: 420, unit: 件}", "b: {label: 信息, value: 10, unit: 篇}"),
        report_with(2025, "a: {label: 提案, value: 437, unit: 件}", "b: {label: 信息, value: 12, unit: 篇}"),
        report_with(2026, "c: {label: 提案, value: 待填, unit: 件}"),
    ]
    assert _cells(series_over(reports, (2024, 2025, 2026))) == [
        ("", "提案", "件", "420", "437", "", "+17件", "增长4.0%"),
        ("", "信息", "篇", "10", "12", "", "", ""),
    ]


def test_numbers_are_those_that_print() -> None:
    """98.14 prints 98.1 and 98.16 prints 98.2, so the year's rise is 0.1, as the report itself says."""
    reports = [
        report_with(2024, '办复: {label: 办复率, value: 98.14, decimals: 1, unit: "%"}'),
        report_with(2025, '办复: {label: 办复率, value: 98.16, decimals: 1, unit: "%"}'),
    ]
    assert _cells(series_over(reports, (2024, 2025))) == [
        ("", "办复率", "%", "98.1", "98.2", "+0.1个百分点", "提高0.1个百分点")
    ]


def test_earlier_numbers_are_shown_in_the_scale_of_the_newest() -> None:
    reports = [
        report_with(2024, "群众: {label: 惠及群众, value: 42000, unit: 人次}"),
        report_with(2025, "群众: {label: 惠及群众, value: 4.8万, qualifier: 近, unit: 人次}"),
    ]
    series = series_over(reports, (2024, 2025))
    assert _cells(series) == [("", "惠及群众", "人次", "4.2万", "近4.8万", "约+0.6万人次", "约增长14.3%")]
    assert [(each.scale, each.qualifier) for each in series] == [("万", "近")]


def test_groups_come_in_the_order_of_the_newestreport_with() -> None:
    reports = [
        report_with(
            2025,
            "甲: {label: 甲, value: 1, unit: 件, group: 履职}",
            "乙: {label: 乙, value: 1, unit: 件}",
            "丙: {label: 丙, value: 1, unit: 件, group: 履职}",
        )
    ]
    assert [(each.group, each.label) for each in series_over(reports, (2025,))] == [
        ("", "乙"), ("履职", "甲"), ("履职", "丙"),
    ]  # fmt: skip


def test_what_later_years_remember_fills_the_years_without_areport_with() -> None:
    report = report_with(2025, "甲: {label: 甲, value: 3, unit: 件, history: {2023: 1, 2024: 2, 2026: 9}}")
    assert known_years([report]) == (2023, 2024, 2025)
    assert _cells(series_over([report], (2023, 2024, 2025))) == [("", "甲", "件", "1", "2", "3", "+1件", "增长50.0%")]


def test_what_later_years_remember_comes_in_between_but_not_after_the_newest() -> None:
    """Of several reports the newest is the last year, whichever comes first."""
    reports = [
        report_with(2025, "甲: {label: 甲, value: 3, unit: 件, history: {2024: 2, 2026: 4}}"),
        report_with(2022, "甲: {label: 甲, value: 1, unit: 件, history: {2023: 9}}"),
    ]
    assert known_years(reports) == known_years(reports[::-1]) == (2022, 2023, 2024, 2025)


def test_numbers_in_the_scale_of_the_newest_are_shown_as_they_print() -> None:
    """With the zeros that were typed; those of another unit in their own scale."""
    reports = [
        report_with(2023, "群众: {label: 惠及群众, value: 41000, unit: 人}"),
        report_with(2024, "群众: {label: 惠及群众, value: 4.20万, unit: 人次}"),
        report_with(2025, "群众: {label: 惠及群众, value: 4.80万, unit: 人次}"),
    ]
    cells = ("", "惠及群众", "人次", "41000人", "4.20万", "4.80万", "+0.6万人次", "增长14.3%")
    assert _cells(series_over(reports, (2023, 2024, 2025))) == [cells]


def test_a_years_own_report_wins_then_the_nearest_later_one() -> None:
    reports = [
        report_with(2024, "提案: {label: 提案, value: 2, unit: 件, history: {2023: 1}}"),
        report_with(2025, "提案: {label: 提案, value: 3, unit: 件, history: {2023: 9, 2024: 9}}"),
    ]
    assert _cells(series_over(reports, (2023, 2024, 2025))) == [("", "提案", "件", "1", "2", "3", "+1件", "增长50.0%")]


def test_a_number_still_to_come_is_not_remembered() -> None:
    reports = [report_with(2025, "提案: {label: 提案, value: 5, unit: 件, history: {2023: 3, 2024: 待填}}")]
    assert _cells(series_over(reports, (2023, 2024, 2025))) == [("", "提案", "件", "3", "", "5", "+2件", "增长66.7%")]


def test_a_renamed_metric_is_known_by_its_label() -> None:
    reports = [
        report_with(2024, "旧: {label: 征集提案, value: 1, unit: 件}"),
        report_with(2025, "新: {label: 征集提案, value: 2, unit: 件}"),
    ]
    assert _cells(series_over(reports, (2024, 2025))) == [("", "征集提案", "件", "1", "2", "+1件", "增长100.0%")]


def test_of_two_metrics_with_the_label_of_one_now_the_first_is_it() -> None:
    """The other stays a metric of its own, with its number."""
    reports = [
        report_with(2024, "旧: {label: 征集提案, value: 1, unit: 件}", "又: {label: 征集提案, value: 7, unit: 件}"),
        report_with(2025, "新: {label: 征集提案, value: 2, unit: 件}"),
    ]
    assert _cells(series_over(reports, (2024, 2025))) == [
        ("", "征集提案", "件", "1", "2", "+1件", "增长100.0%"),
        ("", "征集提案", "件", "7", "", "", ""),
    ]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        ("12.50", "f", "12.5"),
        ("5.00", "f", "5"),
        ("100", "f", "100"),
        ("0.05", "f", "0.05"),
        ("2E+3", "f", "2000"),
        ("5.0", "+f", "+5"),
        ("-0.50", "+f", "-0.5"),
    ],
)
def test_digits_end_with_the_last_that_says_something(number: str, form: str, shown: str) -> None:
    assert plain_digits(Decimal(number), form) == shown


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_name_is_the_same_metric_before_a_label_is(order: tuple[int, int]) -> None:
    """Two metrics of a year are never taken for one: neither number is lost."""
    last_year = ("提案: {label: 提案, value: 1, unit: 件}", "信息: {label: 征集提案, value: 7, unit: 件}")
    reports = [
        report_with(2024, *(last_year[each] for each in order)),
        report_with(2025, "提案: {label: 征集提案, value: 2, unit: 件}"),
    ]
    assert _cells(series_over(reports, (2024, 2025))) == [
        ("", "征集提案", "件", "1", "2", "+1件", "增长100.0%"),
        ("", "征集提案", "件", "7", "", "", ""),
    ]


def test_other_units_are_shown_and_never_compared() -> None:
    reports = [
        report_with(2024, "甲: {label: 甲, value: 10, unit: 次}"),
        report_with(2025, "甲: {label: 甲, value: 20, unit: 场}"),
    ]
    (series,) = series_over(reports, (2024, 2025))
    assert cells_of(series) == ("", "甲", "场", "10次", "20", "", "")
    assert series.other_units == ((2024, "次"),)
    assert sparkline(series) == ""


@pytest.mark.slow
@given(st.lists(st.decimals(-9999, 9999, places=1, allow_nan=False), min_size=2, max_size=5))
def test_the_difference_is_the_last_step_exactly(values: list[object]) -> None:
    reports = [
        report_with(2020 + index, f"甲: {{label: 甲, value: {value}, unit: 件}}") for index, value in enumerate(values)
    ]
    years = [report.year for report in reports]
    (series,) = series_over(reports, years)
    last = [figure.digits for figure in series.figures if figure][-2:]
    said = series.difference.removesuffix("件")
    assert last[1] - last[0] == (type(last[0])(said) if said != "0" else 0)
    assert len(sparkline(series)) == len(values)
