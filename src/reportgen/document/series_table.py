"""Metrics over the years as a document of one table, for writers without a page."""

import datetime
from collections.abc import Sequence

from reportgen.document.block_types import Document, Metadata, Run, Table
from reportgen.report.series import Series, cells_of, head_of

_TITLE = "指标"


def compose_series(series: Sequence[Series], years: Sequence[int], date: datetime.date) -> Document:
    """A row a metric; no column of groups where there are none."""
    first = 0 if any(each.group for each in series) else 1
    rows = tuple(tuple((Run(cell),) if cell else () for cell in cells_of(each)[first:]) for each in series)
    head = tuple((Run(cell),) for cell in head_of(years)[first:])
    table = Table(_TITLE, ("label",) * len(head), head, rows, tuple(("metrics", each.name) for each in series))
    return Document(Metadata(_TITLE, "", "", (), date, "zh-CN"), (table,))
