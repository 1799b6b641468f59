"""Metrics over the years as a document of one table, for writers without a page."""

from reportgen.document.block_types import Document, Metadata, Run, Table
from reportgen.document.origins import Origin
from reportgen.report.series import SeriesTable, cells_of, head_of

_TITLE = "指标"


def compose_series(table: SeriesTable) -> Document:
    """A row a metric; no column of groups where there are none."""
    first = 0 if any(each.group for each in table.series) else 1
    rows = tuple(tuple((Run(cell),) if cell else () for cell in cells_of(each)[first:]) for each in table.series)
    head = tuple((Run(cell),) for cell in head_of(table.years)[first:])
    origins = tuple(Origin(("metrics", each.name)) for each in table.series)
    block = Table(_TITLE, ("label",) * len(head), head, rows, origins)
    return Document(Metadata(_TITLE, "", "", (), table.date, "zh-CN"), (block,))
