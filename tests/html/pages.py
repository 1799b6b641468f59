"""Whole pages for the tests that look at them with programs of others: every style, with much and little in it."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportgen.document import Document, document_text
from reportgen.html import write_html
from tests.compare.documents import compared_documents
from tests.support import ALL_SHEETS, ROOT, examine, fitted, sheet_named


class WrittenPage(NamedTuple):
    """A page and the document that it shows."""

    name: str
    style: str
    document: Document
    html: str

    @property
    def text(self) -> str:
        """What it must say, without spaces."""
        return "".join(document_text(self.document).split())


_REPORTS = {
    "real": (ROOT / "data" / "2025.yaml", None),
    "years": (ROOT / "tests" / "years" / "2025.yaml", ROOT / "tests" / "years" / "2024.yaml"),
    "every-field": (ROOT / "tests" / "cases" / "every-field" / "2025.yaml", None),
    "charts": (ROOT / "tests" / "cases" / "metrics-over-many-years" / "2025.yaml", None),
}
PAGES = tuple(f"{report}-{style}" for report in _REPORTS for style in ALL_SHEETS)
"""The names of all pages but the comparisons."""


@cache
def page_named(name: str) -> WrittenPage:
    """One of the pages."""
    report, _, style = name.rpartition("-")
    path, last_year = _REPORTS[report]
    document = examine(path.read_bytes(), last_year=_bytes(last_year), style=style, draft=True).composed
    return WrittenPage(name, style, document, write_html(document, fitted(sheet_named(style), document)))


def compared_page(style: str) -> WrittenPage:
    """The page of a comparison."""
    document = compared_documents(style)["comparison-corrections"]
    return WrittenPage("comparison", style, document, write_html(document, fitted(sheet_named(style), document)))


def _bytes(path: Path | None) -> bytes | None:
    return path.read_bytes() if path else None
