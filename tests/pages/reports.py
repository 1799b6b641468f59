"""The reports that are looked at page by page, and how they come out as PDF."""

from functools import cache
from pathlib import Path

from reportgen.document import Document
from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from tests.pages.faults import Fault, faults, ground_of
from tests.pages.finished import FinishedPdf, read_finished
from tests.support import ROOT, examine, fitted, sheet_named

REPORTS = {
    path.relative_to(ROOT).as_posix(): path
    for folder in ("data", "tests")
    for path in sorted((ROOT / folder).rglob("20[0-9][0-9].yaml"))
}
"""All report files of the checkout by their names, the damaged among them."""


@cache
def book_of(style: str) -> FontBook:
    """The faces of a sheet, opened once."""
    book, found = open_fonts(sheet_named(style), bundled_library())
    assert book is not None, found
    return book


def document_of(path: Path, style: str) -> Document | None:
    """The report of a file under a sheet, with last year's beside it; None where its faults keep it from printing."""
    year = int(path.stem)
    earlier = path.with_name(f"{year - 1}.yaml")
    last_year = earlier.read_bytes() if earlier.exists() else None
    return examine(path.read_bytes(), last_year=last_year, year=year, style=style, draft=True).document


def finished(document: Document, style: str) -> tuple[FinishedPdf, frozenset[str]]:
    """The PDF of a document, and the lines that were reported as spread too far."""
    layout = lay_out(document, fitted(sheet_named(style), document), book_of(style))
    loose = frozenset("".join(line.text.split()) for line in layout.loose)
    return read_finished(write_pdf(layout, document)), loose


def faults_of(document: Document, style: str) -> list[Fault]:
    """What can be pointed at on the pages of a document."""
    sheet = sheet_named(style)
    pdf, loose = finished(document, style)
    return list(faults(pdf, ground_of(sheet), loose, spoken=bool(sheet.speech)))
