"""Metrics over the years as files that spreadsheets open: CSV as Excel reads it, and XLSX with numbers as numbers."""

import csv
import datetime
from io import BytesIO, StringIO
from typing import Any

from reportgen.report.series import Figure, Series, SeriesTable, cells_of, head_of, with_unit
from reportgen.text.columns import columns

_MARGIN = 2
"""Characters a column is wider than its widest cell."""


def write_csv(table: SeriesTable) -> bytes:
    """A row a metric, figures as they print without units; with a byte order mark, without which Excel reads GBK."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head_of(table.years))
    writer.writerows(map(cells_of, table.series))
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(table: SeriesTable) -> bytes:
    """The same as a workbook dated like the table; a figure of another unit stays text."""
    from xlsxwriter import Workbook

    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.datetime.combine(table.date, datetime.time())})
    sheet = book.add_worksheet("指标")
    bold = book.add_format({"bold": True})
    head = head_of(table.years)
    sheet.write_row(0, 0, head, bold)
    sheet.freeze_panes(1, 2)
    for column, cells in enumerate(zip(head, *map(cells_of, table.series), strict=True)):
        sheet.set_column(column, column, max(map(columns, cells)) + _MARGIN)
    for row, each in enumerate(table.series, 1):
        first = (each.group, each.label, each.unit)
        before = len(first)
        sheet.write_row(row, 0, first)
        for column, figure in enumerate(each.figures, before):
            _write_figure(book, sheet, (row, column), figure, each)
        sheet.write_row(row, before + len(table.years), (each.difference, each.rate))
    book.close()
    return content.getvalue()


def _write_figure(book: Any, sheet: Any, cell: tuple[int, int], figure: Figure | None, series: Series) -> None:
    """A number that shows scale and qualifier by its format, so that it still counts."""
    if figure is None:
        return
    if figure.unit != series.unit:
        sheet.write_string(*cell, with_unit(figure, series))
        return
    digits = format(figure.digits, "f")
    places = len(digits.partition(".")[2])
    before, _, after = figure.text.partition(digits)
    number = "0" + ("." + "0" * places if places else "")
    quoted = (f'"{text}"' if text else "" for text in (before, after))
    shown = book.add_format({"num_format": number.join(quoted)})
    sheet.write_number(*cell, float(figure.digits), shown)
