"""How well reports are set, measured from their finished PDFs in every style.

Prints a table and keeps nothing. ``make bench`` runs it; alone: ``python -m benchmarks.quality``.
"""

from collections.abc import Iterator
from itertools import pairwise
from statistics import mean, quantiles
from typing import NamedTuple

from reportgen.document import Document
from tests.layout.generated import generated_whole_report
from tests.pages.faults import FILLED, Ground, body_of, ground_of, numbers_apart, page_shares
from tests.pages.finished import FinishedPdf, Line, is_han
from tests.pages.reports import REPORTS, document_of, finished
from tests.support import STYLES, examine, sheet_named

NAMED = [name for name in REPORTS if name.startswith(("data/", "tests/years/", "tests/pages/"))]
GENERATED = 20
"""The reports that are measured: the real one, those of the tests that are whole, and generated ones."""

PAUSES = "，、；：。！？"
SQUEEZED = 0.9
"""Em that a pause with its blank takes at most in a line that is squeezed; it is one em wide."""


class Quality(NamedTuple):
    """What one style does to the reports: gaps of full lines in em, shares of pages, and counts."""

    pages: int
    lines: int
    stretches: list[float]
    squeezed: int
    apart: int
    shares: list[float]


def main() -> None:
    """Prints a row for every style."""
    print(
        f"{'set in':<10}{'pages':>6}{'lines':>7}{'stretch p95':>13}{'max':>7}{'squeezed':>10}{'number|unit':>13}",
        end="",
    )
    print(f"{'page fill':>11}{f'under {FILLED:.0%}':>11}   (em; full lines; pages that something follows)")
    for style in STYLES:
        ground = ground_of(sheet_named(style))
        each = total([measure(finished(document, style)[0], ground) for document in documents(style)])
        p95 = quantiles(each.stretches, n=20)[-1] if len(each.stretches) > 1 else 0.0
        widest = max(each.stretches, default=0.0)
        print(f"{style:<10}{each.pages:>6}{each.lines:>7}{p95:>13.3f}{widest:>7.3f}", end="")
        print(f"{each.squeezed / max(1, each.lines):>10.1%}{each.apart:>13}{mean(each.shares):>11.0%}", end="")
        print(f"{sum(share < FILLED for share in each.shares):>11}", flush=True)


def documents(style: str) -> Iterator[Document]:
    """The reports under a style."""
    for name in NAMED:
        document = document_of(REPORTS[name], style)
        if document is not None:
            yield document
    for seed in range(GENERATED):
        yield examine(generated_whole_report(seed), style=style, draft=True).composed


def measure(pdf: FinishedPdf, ground: Ground) -> Quality:
    """What is measured of one PDF."""
    body = body_of(pdf.blocks)
    full = [line for block in body if block.type in ("P", "LBody") for line in block.lines[:-1]]
    shares = page_shares(body, ground)
    return Quality(
        pages=len(pdf.papers),
        lines=len(full),
        stretches=[max(0.0, line.spread()) for line in full],
        squeezed=sum(is_squeezed(line) for line in full),
        apart=sum(1 for block in body for _ in numbers_apart(block)),
        shares=[shares[page] for page in sorted(shares)[:-1]],
    )


def is_squeezed(line: Line) -> bool:
    """Whether a pause between two Han characters has given up some of its blank."""
    return any(
        before.printed.character in PAUSES
        and is_han(after.printed.character)
        and after.printed.x - before.printed.x < SQUEEZED * before.printed.size
        for before, after in pairwise(line.glyphs)
    )


def total(parts: list[Quality]) -> Quality:
    """The measurements of several PDFs together."""
    return Quality(
        sum(each.pages for each in parts),
        sum(each.lines for each in parts),
        [stretch for each in parts for stretch in each.stretches],
        sum(each.squeezed for each in parts),
        sum(each.apart for each in parts),
        [share for each in parts for share in each.shares],
    )


if __name__ == "__main__":
    main()
