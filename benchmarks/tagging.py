"""Times the PDF of a report with and without what makes an accessible archive of it: tags, said texts, metadata.

Usage: python -m benchmarks.tagging YEAR_FILE STYLE_SHEET
"""

import gc
import re
import sys
from pathlib import Path

from benchmarks.line_breaking import best, opened
from reportgen.layout import lay_out
from reportgen.pdf import painter, pdf_writer, write_pdf


def main(report: Path, style: Path) -> None:
    """Prints milliseconds of CPU, best of some runs, and bytes, of both."""
    gc.disable()
    document, sheet, book = opened(report, style)
    layout = lay_out(document, sheet, book)
    tagged, size = best(lambda: write_pdf(layout, document)), len(write_pdf(layout, document))
    take_tags_away()
    plain, plain_size = best(lambda: write_pdf(layout, document)), len(write_pdf(layout, document))
    print(f"PDF, {style.stem:<10} {len(layout.pages):>5} pages {tagged:>7.1f} ms {size / 1024:>8.0f} KB")
    print(f"  tags and metadata {tagged - plain:>13.1f} ms {(size - plain_size) / 1024:>8.0f} KB", end="")
    print(f"   {(tagged - plain) / plain:.0%} of the time without, {(size - plain_size) / plain_size:.0%} of the bytes")


def take_tags_away() -> None:
    """Lets the writer leave out what is measured; only a benchmark may."""
    setattr(pdf_writer._Writer, "_describe", _nothing)  # noqa: B010, SLF001 - the parts have no switch, nor should they
    setattr(painter._Texts, "_begin", _nothing)  # noqa: B010, SLF001
    for pattern in ("_SPACED", "_APART"):
        setattr(painter, pattern, re.compile("(?!)"))


def _nothing(*_: object) -> None:
    pass


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
