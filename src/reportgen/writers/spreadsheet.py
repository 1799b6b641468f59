"""Metrics over the years as files that spreadsheets open: CSV as Excel reads it, and XLSX with numbers as numbers."""

import datetime
import re
from io import BytesIO
from typing import Any

from reportgen.report.series import Figure, Series, SeriesTable, cells_of, head_of, plain_digits
from reportgen.text.characters import printable
from reportgen.text.columns import columns

_MARGIN, _WIDEST = 2, 255
"""Characters a column is wider than its widest cell, and the most Excel allows."""

_SPECIAL = re.compile(r"[,;\"\r\n]")
"""What a cell of CSV has in quotes only: some Excel takes a semicolon for the end of a cell."""

_BEFORE_YEARS = 3
"""Columns of texts before those of the years."""

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""What a cell begins with that spreadsheets take for a formula, some also in its full-width form."""

_NUMBER = re.compile(r"[+-]\d[\d.]*(?:[^\W\d_]|[%％‰℃°])*")
"""A number with its sign and unit, which is not a formula."""


def write_csv(table: SeriesTable) -> bytes:
    """A row a metric: numbers in the unit of the row, then what each year prints; with a byte order mark for Excel.

    Without the mark it reads GBK. A text that would be a formula has an apostrophe before it.
    """
    head = (*head_of(table.years), *(f"{year}年印作" for year in table.years))
    rows = (head, *map(_csv_row, table.series))
    text = "".join(f"{','.join(map(_csv_cell, row))}\r\n" for row in rows)
    return text.encode("utf-8-sig")


def _csv_row(series: Series) -> tuple[str, ...]:
    """The cells of a metric; a figure of another unit has no number, since it is none of the row's."""
    unit = series.scale + series.unit
    figures = (format(each.digits, "f") if each and each.unit == series.unit else "" for each in series.figures)
    printed = (f"{each.text}{each.unit}" if each else "" for each in series.figures)
    step = "" if series.step is None else plain_digits(series.step)
    return (series.group, series.label, unit, *figures, step, series.rate, *printed)


def _csv_cell(text: str) -> str:
    cell = printable(text)
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        cell = f"'{cell}"
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _SPECIAL.search(cell) else cell


def write_xlsx(table: SeriesTable) -> bytes:
    """The same as a workbook dated like the table; a figure of another unit stays text.

    A text that begins like a formula is marked as text, so that it stays one when somebody edits its cell.
    """
    from xlsxwriter import Workbook

    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"created": datetime.datetime.combine(table.date, datetime.time())})
    sheet = book.add_worksheet("指标")
    bold, as_text = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    head = head_of(table.years)
    sheet.write_row(0, 0, head, bold)
    sheet.freeze_panes(1, 2)
    for column, cells in enumerate(zip(head, *map(cells_of, table.series), strict=True)):
        sheet.set_column(column, column, min(max(map(columns, cells)) + _MARGIN, _WIDEST))
    for row, each in enumerate(table.series, 1):
        figures = dict(enumerate(each.figures, _BEFORE_YEARS))
        for column, text in enumerate(map(printable, cells_of(each))):
            figure = figures.get(column)
            if figure is not None and figure.unit == each.unit:
                _write_figure(book, sheet, (row, column), figure)
            elif text:
                sheet.write_string(row, column, text, as_text if _FORMULA.match(text) else None)
    book.close()
    return content.getvalue()


def _write_figure(book: Any, sheet: Any, cell: tuple[int, int], figure: Figure) -> None:
    """A number that shows scale and qualifier by its format, so that it still counts."""
    digits = format(figure.digits, "f")
    places = len(digits.partition(".")[2])
    before, _, after = figure.text.partition(digits)
    number = "0" + ("." + "0" * places if places else "")
    quoted = (f'"{text}"' if text else "" for text in (before, after))
    shown = book.add_format({"num_format": number.join(quoted)})
    sheet.write_number(*cell, float(figure.digits), shown)
