"""Metrics over the years as files that spreadsheets open, read back."""

import csv
import datetime
from io import BytesIO, StringIO

import openpyxl
import pytest

from reportgen.report.series import SeriesTable, series_over
from reportgen.writers.spreadsheet import write_csv, write_xlsx
from tests.report.test_series import report_with

DATE = datetime.date(2025, 12, 31)


def test_csv_opens_in_excel_with_every_cell_as_it_is() -> None:
    reports = [report_with(2025, 'a: {label: "名,“称”", value: 1, unit: 件}')]
    content = write_csv(SeriesTable((2025,), series_over(reports, (2025,)), DATE))
    assert content.startswith("\ufeff".encode())
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    head = ["分组", "指标", "单位", "2025年", "增减", "变化", "2025年印作"]
    assert rows == [head, ["", "名,“称”", "件", "1", "", "", "1件"]]


def test_csv_has_numbers_and_their_units_apart_and_what_is_printed() -> None:
    """A spreadsheet counts 1244; what another unit counts is no number of the row."""
    metrics = "{label: 甲, value: %s, unit: 元}", "{label: 乙, value: 1, unit: %s}"
    reports = [
        report_with(year, f"甲: {metrics[0] % value}", f"乙: {metrics[1] % unit}", f"丙: {share}")
        for year, value, unit, share in (
            (2024, "1240.5万", "次", '{label: 丙, value: 98.1, unit: "%"}'),
            (2025, "1244万, qualifier: 余", "场", '{label: 丙, value: 97.6, unit: "%"}'),
        )
    ]
    content = write_csv(SeriesTable((2024, 2025), series_over(reports, (2024, 2025)), DATE)).decode("utf-8-sig")
    assert list(csv.reader(StringIO(content)))[1:] == [
        ["", "甲", "万元", "1240.5", "1244", "3.5", "约增长0.3%", "1240.5万元", "1244万余元"],
        ["", "乙", "场", "", "1", "", "", "1次", "1场"],
        ["", "丙", "%", "98.1", "97.6", "-0.5", "降低0.5个百分点", "98.1%", "97.6%"],
    ]


def test_a_workbook_has_numbers_as_numbers_that_look_as_printed() -> None:
    reports = [
        report_with(
            2024, "甲: {label: =甲, value: 3.60万, qualifier: 余, unit: 人次}", "乙: {label: 乙, value: 1, unit: 次}"
        ),
        report_with(
            2025, "甲: {label: =甲, value: 4.80万, qualifier: 近, unit: 人次}", "乙: {label: 乙, value: 2, unit: 场}"
        ),
    ]
    table = SeriesTable((2024, 2025), series_over(reports, (2024, 2025)), DATE)
    content = write_xlsx(table)
    assert content == write_xlsx(table)
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert [cell.value for cell in sheet[1]] == ["分组", "指标", "单位", "2024年", "2025年", "增减", "变化"]
    assert [[cell.font.bold for cell in row[:2]] for row in sheet.iter_rows(1, 2)] == [[True, True], [False, False]]
    assert [cell.value for cell in sheet[2]] == [None, "=甲", "人次", 3.6, 4.8, "约+1.2万人次", "约增长33.3%"]
    assert [cell.data_type for cell in sheet[2]][1] == "s"
    assert (sheet["D2"].number_format, sheet["E2"].number_format) == ('0.00"万余"', '"近"0.00"万"')
    assert [cell.value for cell in sheet[3]][3:5] == ["1次", 2]
    assert sheet.freeze_panes == "C2"
    widths = [round(each.width) for each in sheet.column_dimensions.values() for _ in range(each.min, each.max + 1)]
    assert widths == [7, 7, 7, 11, 11, 15, 14], "two more than the widest cell"


def test_xlsx_takes_no_text_for_a_formula_or_an_address() -> None:
    """A label that begins with = is a label, and is never worked out, not even when somebody edits its cell."""
    labels = {"=1+1": True, "http://a.example/": False, "+1": True, "{=A1}": False}
    metrics = (f'甲{place}: {{label: "{label}", value: 1, unit: 件}}' for place, label in enumerate(labels))
    series = series_over([report_with(2025, *metrics)], (2025,))
    (sheet, *_) = openpyxl.load_workbook(BytesIO(write_xlsx(SeriesTable((2025,), series, DATE))))
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value in labels]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(each, "s", None) for each in labels]
    assert {str(cell.value): bool(cell.quotePrefix) for cell in cells} == labels


@pytest.mark.parametrize(("characters", "width"), [(126, 254), (127, 255), (500, 255)])
def test_a_column_is_at_most_as_wide_as_excel_allows(characters: int, width: int) -> None:
    """A workbook with a wider one is taken for damaged."""
    reports = [report_with(2025, f"甲: {{label: {'信' * characters}, value: 1, unit: 件}}")]
    book = openpyxl.load_workbook(BytesIO(write_xlsx(SeriesTable((2025,), series_over(reports, (2025,)), DATE))))
    assert int(book.active.column_dimensions["B"].width) == width


def test_xlsx_is_dated_like_its_reports_and_its_head_stays_in_sight() -> None:
    """So that the same table is the same file; columns are as wide as what is in them."""
    reports = [report_with(2025, "甲: {label: 报送社情民意信息, value: 1, unit: 件}")]
    book = openpyxl.load_workbook(BytesIO(write_xlsx(SeriesTable((2025,), series_over(reports, (2025,)), DATE))))
    (sheet,) = book
    assert (book.properties.created, sheet.title, sheet.freeze_panes) == (
        datetime.datetime(2025, 12, 31),  # noqa: DTZ001 - as Excel has it
        "指标",
        "C2",
    )
    assert [{cell.font.bold for cell in row} for row in sheet.iter_rows()] == [{True}, {False}]
    assert sheet.column_dimensions["B"].width - sheet.column_dimensions["C"].width == pytest.approx(12, abs=0.1)
