"""Times the layout of a report in one process: whole, and its line breaking alone.

Usage: python -m benchmarks.line_breaking YEAR_FILE STYLE_SHEET
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reportgen.document import Document, FittedSheet, Heading, Paragraph, compose, fit
from reportgen.fonts import FontBook, bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.layout.lines import Measure, break_lines
from reportgen.layout.setting import Typesetter
from reportgen.report import names_in_reports, read_report, resolve
from reportgen.source import decode, parse
from reportgen.style import PreparedSheet, read_style

RUNS = 5


def main(report: Path, style: Path) -> None:
    """Prints the best of some runs, in milliseconds of CPU, and what a thousand characters cost."""
    gc.disable()
    document, sheet, book = opened(report, style)
    characters = sum(len(run.text) for block in paragraphs(document) for run in block.inlines)
    pages = len(lay_out(document, sheet, book).pages)
    whole = best(lambda: lay_out(document, sheet, book))
    lines, breaking = time_breaking(document, sheet, book)
    print(f"layout, {style.stem:<10}{pages:>6} pages {whole:>8.0f} ms")
    each = breaking / characters * 1000
    print(f"  line breaking   {lines:>6} lines {breaking:>8.0f} ms {each:>8.2f} ms a thousand characters")


def opened(report: Path, style: Path) -> tuple[Document, FittedSheet, FontBook]:
    """A report composed under a sheet, the sheet fitted to it, and its fonts."""
    sheet, _ = read_style(style.stem, lambda name: decode(name, style.with_stem(name).read_bytes()))
    assert sheet is not None
    book, _ = open_fonts(sheet.style, bundled_library())
    assert book is not None
    document = document_of(report, sheet)
    return document, fit(sheet, document), book


def document_of(report: Path, sheet: PreparedSheet) -> Document:
    """The document of a sound report file."""
    source, _ = decode(report.name, report.read_bytes())
    assert source is not None
    root, _ = parse(source, names_in_reports())
    assert root is not None
    reading = read_report(root, int(report.stem))
    assert reading.report is not None
    return compose(resolve(reading.report, None, sheet.style.numbers.grouping), sheet).document


def paragraphs(document: Document) -> list[Heading | Paragraph]:
    """The blocks of running text and headings."""
    return [block for block in document.blocks if isinstance(block, Heading | Paragraph)]


def time_breaking(document: Document, sheet: FittedSheet, book: FontBook) -> tuple[int, float]:
    """How many lines the paragraphs make, and the milliseconds of CPU that takes, measuring of characters excepted."""
    setter = Typesetter(sheet.looks, book, document.kept, document.terms)
    measured = [
        (
            setter.set(block.inlines, block.role, block.origin),
            Measure(look.first_line, 0.0, sheet.area.width, look.align, look.line),
        )
        for block in paragraphs(document)
        for look in (sheet.looks.block(block.role),)
    ]

    def break_all() -> int:
        return sum(1 for paragraph, room in measured for _ in break_lines(paragraph, room))

    return break_all(), best(break_all)


def best(work: Callable[[], object]) -> float:
    """The least milliseconds of CPU of some runs."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
