"""LibreOffice's pages of Word files beside those of the PDF: as many, and every heading on the same one."""

import random
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from reportgen.document import Document, Heading
from reportgen.docx import write_docx
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import as_laid_out, lay_out
from tests.cases.test_cases import CASES
from tests.docx.office import run_office
from tests.layout.generated import generated_report
from tests.support import ROOT, STYLES, examine, fitted, sheet_named

pytestmark = pytest.mark.slow

WITH_BLANKS = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
PLAIN = "全体委员认真履行职能围绕中心服务大局"

INK = "the PDF's type area is filled by ink, so that a page of lines of many heights holds one more (T7)"
SQUEEZED = "LibreOffice 7.4 hangs marks and does not squeeze them: paragraphs have more or fewer lines"
REASONS = {
    ("official", "years-2023"): SQUEEZED,
    ("official", "generated-12"): SQUEEZED,
}
"""Where a heading is a page away from the PDF's, and why."""

ENDED = {"plenary": (1, 4), "official": (1, 4, 9)}
"""Reports whose pages end otherwise than they would by styles alone."""


class Pages(NamedTuple):
    """How many sides there are, blank ones too, and on which of them, from 0, each heading is."""

    sides: int
    headings: list[int]

    def distance(self, other: "Pages") -> int:
        """The furthest that a heading, or the end, is from its place in another."""
        pairs = zip((self.sides, *self.headings), (other.sides, *other.headings), strict=True)
        return max(abs(mine - theirs) for mine, theirs in pairs)


def documents(style: str) -> dict[str, Document]:
    """Every report of the tests of which a document can be made, and generated ones where lines break alike."""
    texts: dict[str, bytes] = {"real": (ROOT / "data" / "2025.yaml").read_bytes()}
    texts |= {f"years-{path.stem}": path.read_bytes() for path in sorted((ROOT / "tests" / "years").glob("20??.yaml"))}
    texts |= {case.name: (case / "2025.yaml").read_bytes() for case in CASES if (case / "document.txt").exists()}
    if style in ("plenary", "official"):
        texts |= {f"generated-{seed}": generated_report(seed, 14).encode() for seed in (12, 25)}
        texts |= {f"led-{seed}": led_report(seed, 40).encode() for seed in (1, 2, 3)}
        texts |= {f"short-{seed}": short_report(seed, 60).encode() for seed in (1, 2, 3)}
        texts |= {f"ended-{lines}": ended_report(lines).encode() for lines in ENDED[style]}
    examined = {
        name: examine(text, style=style, draft=True, year=int(name[-4:]) if name.startswith("years") else 2025)
        for name, text in texts.items()
    }
    return {name: each.document for name, each in examined.items() if each.document is not None}


def led_report(seed: int, sections: int) -> str:
    """Sections with one to five paragraphs of lead and often nothing else, each of two lines in any program."""
    chance = random.Random(seed)
    lines = ["schema: 1", "year: 2025", "title: 市政协常委会工作报告", "reviews:", "  title: 工作回顾", "  sections:"]
    for _ in range(sections):
        lines += ["    - title: 围绕中心服务大局", "      lead: |"]
        for _ in range(chance.randint(1, 5)):
            lines += [f"        {PLAIN * 2}{PLAIN[: chance.randint(4, 12)]}。", ""]
        if chance.random() < 0.4:
            lines += ["      items:", *[f"        - text: {PLAIN * 2}{PLAIN[:12]}。"] * chance.randint(1, 3)]
    return "\n".join([*lines, ""])


def short_report(seed: int, sections: int) -> str:
    """Sections with up to four items of one line each: a heading near the foot has to take two of them along."""
    chance = random.Random(seed)
    lines = ["schema: 1", "year: 2025", "title: 市政协常委会工作报告", "reviews:", "  title: 工作回顾", "  sections:"]
    for _ in range(sections):
        lines += ["    - title: 围绕中心服务大局", "      items:"]
        lines += [f"        - text: {PLAIN[: chance.randint(6, 16)]}" for _ in range(chance.randint(1, 4))]
    return "\n".join([*lines, ""])


def ended_report(lines: int) -> str:
    """Parts whose last page would be short in several ways, an opening, an annex with a row too many for its page."""
    metrics = "".join(
        f"  指标{number}: {{label: 指标{number}, value: {number + 11}, unit: 件}}\n" for number in range(26)
    )
    items = f"    - text: {PLAIN * 2}。\n" * (24 + lines // 2)
    opening = f"salutation: 各位委员\nopening: {PLAIN * 2}。\nmetrics:\n{metrics}"
    tasks = f"    - title: 围绕中心服务大局\n      lead: {PLAIN * 2}。\n" * (5 + lines)
    return (
        f"schema: 1\nyear: 2025\ntitle: 工作报告\n{opening}reviews:\n  title: 工作回顾\n  items:\n{items}"
        f"tasks:\n  title: 主要任务\n  sections:\n{tasks}closing: {PLAIN}。\n"
    )


def pages_of_both(style: str, folder: Path) -> dict[str, tuple[Pages, Pages]]:
    """Our pages and LibreOffice's of every document, by name; one start of the program makes them all."""
    sheet = sheet_named(style)
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    ours: dict[str, Pages] = {}
    for name, document in documents(style).items():
        under = fitted(sheet, document)
        layout = lay_out(document, under, book)
        data = write_docx(as_laid_out(document, layout), under, layout.page_labels())
        (folder / f"{name}.docx").write_bytes(data)
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        ours[name] = Pages(len(layout.pages), [layout.targets[heading.anchor].page for heading in headings])
    files = [str(folder / f"{name}.docx") for name in ours]
    run_office(folder, "--convert-to", WITH_BLANKS, "--outdir", str(folder), *files)
    return {name: (pages, _pages(folder / f"{name}.pdf")) for name, pages in ours.items()}


def _pages(file: Path) -> Pages:
    """The pages of a PDF whose outline lists its headings."""
    with pypdfium2.PdfDocument(file) as pdf:
        entries = [entry.get_dest() for entry in pdf.get_toc()]
        return Pages(len(pdf), [entry.get_index() for entry in entries if entry is not None])


@pytest.mark.parametrize("style", STYLES)
def test_headings_are_on_the_pages_of_the_pdf(style: str, tmp_path: Path) -> None:
    """Whoever prints the Word file finds everything where the contents say, and as many sheets come out (T112)."""
    both = pages_of_both(style, tmp_path)
    distances = {name: ours.distance(theirs) for name, (ours, theirs) in both.items()}
    assert len(distances) > 30
    assert any(len(ours.headings) > 12 for ours, _ in both.values())
    expected = {name: 1 for sheet, name in REASONS if sheet == style}
    assert {name: distance for name, distance in distances.items() if distance} == expected
