"""Tables of figures: rows of names and numbers under a head that says which column is which."""

import re
from collections.abc import Sequence

from reportgen.manuscript.printed_figure import PRINTED_FIGURE
from reportgen.manuscript.recognised import RecognisedMetric
from reportgen.report.numbers import FULL_WIDTH

Row = tuple[str, ...]

_NAME = re.compile("指标|项目|名称|内容|类别")
_VALUE = re.compile("数据|数值|数量|今年|本年|完成|合计")
_UNIT = re.compile("(?:计量)?单位")
_NOTE = re.compile("说明|备注")
_LAST = re.compile("上年|去年|上一年")
_YEAR = re.compile(r"([12]\d{3})年?")


def read_figures(rows: Sequence[Row], year: int) -> tuple[tuple[RecognisedMetric, ...], tuple[Row, ...]]:
    """The metrics of a table, and the rows that are none; all of them where its head names no figures."""
    columns = _columns(rows[0], year) if rows else None
    if columns is None:
        return (), tuple(rows)
    metrics: list[RecognisedMetric] = []
    others: list[Row] = []
    for row in rows[1:]:
        metric = _metric(row, columns, year) if len(row) <= len(columns) else None
        if metric is None:
            others.append(row)
        else:
            metrics.append(metric)
    return tuple(metrics), tuple(others)


def _columns(head: Row, year: int) -> list[str | None] | None:
    """What each column holds: ``label``, ``value``, ``unit``, ``note`` or a year; None where it is no such table."""
    columns: list[str | None] = []
    for cell in head:
        typed = _YEAR.fullmatch(cell)
        if typed is not None:
            columns.append("value" if int(typed[1]) == year else typed[1])
        elif _LAST.search(cell):
            columns.append(str(year - 1))
        else:
            kinds = (("unit", _UNIT), ("note", _NOTE), ("value", _VALUE), ("label", _NAME))
            columns.append(next((kind for kind, pattern in kinds if pattern.search(cell)), None))
    return columns if columns.count("label") == columns.count("value") == 1 else None


def _metric(row: Row, columns: Sequence[str | None], year: int) -> RecognisedMetric | None:
    """A row as a metric; None where a cell is neither a figure nor empty, or would be lost."""
    cells = dict(zip(columns, row, strict=False))
    if any(cell for column, cell in zip(columns, row, strict=False) if column is None):
        return None
    value, unit = split_figure(cells.get("value", ""))
    unit = cells.get("unit") or unit
    history = [(name, split_figure(cell)) for name, cell in cells.items() if name and name.isdecimal() and cell]
    if not value or not unit or not cells.get("label") or any(not each for _, (each, _) in history):
        return None
    past = tuple((name, each) for name, (each, _) in history if name != str(year))
    return RecognisedMetric(cells["label"], value, unit, cells.get("note", ""), past)


def split_figure(text: str) -> tuple[str, str]:
    """A number and the unit typed behind it; two empty texts where there is no number."""
    plain = text.translate(FULL_WIDTH).strip()
    match = PRINTED_FIGURE.match(plain)
    return (match.group(), plain[match.end() :].strip()) if match else ("", "")
