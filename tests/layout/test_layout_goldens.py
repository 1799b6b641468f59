"""Where every piece is on the pages of a report with every field, and of a draft; where pages of long reports end.

``make goldens`` renews them.
"""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.document import Document
from reportgen.fonts import ScriptGlyphs, bundled_library, open_fonts
from reportgen.layout import Layout, lay_out
from reportgen.layout.page_types import Page, TextPiece
from tests.dump import dumped, number
from tests.goldens import Goldens
from tests.support import ALL_SHEETS, ROOT, examine, fitted, sheet_named

GOLDENS = Path(__file__).parent / "goldens"
CASES = ROOT / "tests" / "cases"


def laid_out(document: Document, style: str) -> Layout:
    """A document on its pages."""
    book, found = open_fonts(sheet_named(style), bundled_library())
    assert book is not None, found
    return lay_out(document, fitted(sheet_named(style), document), book)


def shown(value: object) -> str | None:
    """A piece on one line: where it is, its size, face and colour, and what it says."""
    if isinstance(value, TextPiece):
        place = f"{number(value.x)},{number(value.y)} {number(value.size)}"
        tracking = f" +{number(value.tracking)}" if value.tracking else ""
        slot = f" slot {value.slot}" if value.slot else ""
        return f"({place} {shown(value.setting)} #{value.colour.hexadecimal}{tracking}{slot} {value.text!r})"
    return value.face.name if isinstance(value, ScriptGlyphs) else None


@pytest.mark.parametrize("style", ALL_SHEETS)
@pytest.mark.parametrize("case", ["every-field", "metrics-over-years"])
def test_a_report_is_laid_out_as_expected(case: str, style: str, goldens: Goldens) -> None:
    last_year = CASES / case / "2024.yaml"
    document = examine(
        (CASES / case / "2025.yaml").read_bytes(),
        last_year=last_year.read_bytes() if last_year.exists() else None,
        style=style,
        draft=True,
    ).composed
    goldens.check({GOLDENS / f"{case}.{style}.txt": f"{dumped(laid_out(document, style), shown)}\n"})


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_a_draft_is_laid_out_as_expected(style: str, goldens: Goldens) -> None:
    """One page of it: its mark, its watermark, the numbers of its lines."""
    document = examine((ROOT / "tests" / "cases" / "emphasis" / "2025.yaml").read_bytes(), style=style).composed
    document = replace(document, metadata=replace(document.metadata, draft=3))
    goldens.check({GOLDENS / f"draft.{style}.txt": f"{dumped(laid_out(document, style), shown)}\n"})


def page_in_a_line(page: Page) -> str:
    """The number of a page, how many lines it has, and the first and the last of them, each with its place."""
    pieces = [piece for fragment in page.fragments for piece in fragment.texts]
    lines = sorted({round(piece.y, 1) for piece in pieces})
    ends = [f"{number(line)} {''.join(each.text for each in pieces if round(each.y, 1) == line)}" for line in lines]
    return f"{page.label or '-'}: {len(lines)} lines, {' / '.join(ends[:1] + ends[-2:])}"


@pytest.mark.slow
@pytest.mark.parametrize("style", ALL_SHEETS)
def test_pages_of_long_reports_end_as_expected(style: str, goldens: Goldens) -> None:
    """Of the report of the checkout, and of one with the years before it."""
    years = ROOT / "tests" / "years"
    examined = (
        examine((ROOT / "data" / "2025.yaml").read_bytes(), style=style, draft=True),
        examine(
            (years / "2025.yaml").read_bytes(), last_year=(years / "2024.yaml").read_bytes(), style=style, draft=True
        ),
    )
    pages = [page for each in examined for page in laid_out(each.composed, style).pages]
    goldens.check({GOLDENS / f"pages.{style}.txt": "".join(f"{page_in_a_line(page)}\n" for page in pages)})
