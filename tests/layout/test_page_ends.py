"""Where pages end: none of a part is nearly empty, in any style, and Word files say what keeps them so."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from reportgen.document import (
    Chart,
    Cover,
    Document,
    FittedSheet,
    Grid,
    Heading,
    Paragraph,
    Table,
    text_block,
)
from reportgen.layout import ASIDE, Fragment, Layout, Page, lay_out
from reportgen.layout.page_ends import Frame, paged, tops
from reportgen.layout.rows import Row
from reportgen.style import ROLES, StyleSheet
from tests.cases.test_cases import CASES
from tests.layout.generated import generated_whole_report
from tests.support import ROOT, STYLES, examine, fitted, sheet_named
from tests.test_twins import BOOKS

LINE = 10.0
FRAME = Frame(0.0, 0.0, 10 * LINE, LINE)
LEAST = 0.35
"""The share of a page of a part that is printed on at least."""

REPORTS = [ROOT / "data" / "2025.yaml", *sorted((ROOT / "tests" / "years").glob("20??.yaml"))]
REPORTS += [case / "2025.yaml" for case in CASES if (case / "document.txt").exists()]


def rows_of(*spans: int, whole: bool = False) -> list[Row]:
    """A row a line, block after block, each of so many lines, or with none of them on two pages."""
    return [
        Row(content=Fragment(block), height=LINE, joined=whole and number > 0)
        for block, lines in enumerate(spans)
        for number in range(lines)
    ]


def pages_of(rows: list[Row]) -> str:
    """The lines of each page by their blocks, as letters: `aab bcc`."""
    placed = paged(rows, FRAME)
    return " ".join("".join(chr(97 + (placed.rows[row].content.block or 0)) for row in span) for span in placed.spans())


def test_a_short_page_gets_the_paragraph_before_it() -> None:
    """Ten lines a page; of eleven, the last would stand alone."""
    assert pages_of(rows_of(6, 4, 1)) == "aaaaaa bbbbc"
    assert pages_of(rows_of(5, 1, 2, 2, 1)) == "aaaaab ccdde"


def test_a_page_short_of_one_long_paragraph_gets_lines_of_it() -> None:
    """No more than it needs."""
    assert pages_of(rows_of(11)) == "aaaaaaa aaaa"


def test_rows_that_would_rather_stay_together_part_where_no_page_holds_them() -> None:
    """Else they go to the next page as a whole."""
    for lines, pages in ((8, "aaaaaa bbbbbbbb"), (14, "aaaaaabbbb bbbbbbbbbb")):
        rows = [replace(row, soft=row.joined) if row.content.block else row for row in rows_of(6, lines, whole=True)]
        assert pages_of(rows) == pages


def test_rows_kept_together_go_together() -> None:
    """They are as high as it takes."""
    assert pages_of(rows_of(4, 6, 1, whole=True)) == "aaaa bbbbbbc"


def test_what_would_leave_the_page_before_short_stays() -> None:
    """A page is not filled by emptying another."""
    assert pages_of(rows_of(3, 7, 1, whole=True)) == "aaabbbbbbb c"


def test_a_page_full_enough_stays_as_it_is() -> None:
    assert pages_of(rows_of(10, 4)) == "aaaaaaaaaa bbbb"


def test_a_part_shorter_than_that_is_left_alone() -> None:
    """What begins a page has it, whatever it holds; and so has a part that is on one page as a whole."""
    rows = rows_of(10, 1)
    rows[-1] = replace(rows[-1], start="page")
    assert pages_of(rows) == "aaaaaaaaaa b"
    rows[-1] = replace(rows[-1], start="none", opens_part=True)
    assert pages_of(rows) == "aaaaaaaaaa b"
    assert pages_of([*rows, *rows_of(9)]) == "aaaaaaaaaa baaaaaaaaa"


def test_a_page_before_a_heading_is_preferred_where_much_stays_before_it() -> None:
    rows = rows_of(7, 2, 1, 1)
    rows[7] = replace(rows[7], snap="heading")
    assert pages_of(rows) == "aaaaaaa bbcd"
    rows = rows_of(6, 1, 3, 1)
    rows[6] = replace(rows[6], snap="heading")
    assert pages_of(rows) == "aaaaaab cccd"


def test_lines_are_taken_from_above_heads_before_a_page_ends_earlier() -> None:
    """As few as it takes, from the last heads first."""
    rows = rows_of(2, 2, 2, 1, 1)
    for row in (2, 4):
        rows[row] = replace(rows[row], snap="heading", space=2 * LINE, spare=LINE)
    assert [row.space for row in paged(rows[:7], FRAME).rows] == [0, 0, 2 * LINE, 0, LINE, 0, 0]
    assert pages_of(rows[:7]) == "aabbccd"
    assert [row.space for row in paged(rows, FRAME).rows] == [0, 0, LINE, 0, LINE, 0, 0, 0]
    assert pages_of([*rows, *rows_of(1)]) == "aabb ccdea"


@pytest.mark.parametrize(("filled", "pages"), [(6, "aaaaaab"), (7, "aaaaaaa b")])
def test_fit_begins_a_page_where_less_than_four_tenths_are_left(filled: int, pages: str) -> None:
    rows = rows_of(filled, 1)
    rows[-1] = replace(rows[-1], start="fit")
    assert pages_of(rows) == pages


def test_fit_has_its_space_above_only_where_it_begins_no_page() -> None:
    """Unlike the space of what has to begin one, which stands at the head of its page."""
    for filled, top in ((3, 5 * LINE), (9, 0.0)):
        rows = rows_of(filled, 1)
        rows[-1] = replace(rows[-1], start="fit", space=2 * LINE)
        assert [tops for _, tops in tops_of(rows)][-1] == top


def tops_of(rows: list[Row]) -> Iterator[tuple[int, float]]:
    """Every row with its top on its page."""
    placed = paged(rows, FRAME)
    for span in placed.spans():
        yield from zip(span, tops(placed.rows, span.start, FRAME), strict=False)


# Whole reports


class Laid(NamedTuple):
    """A report on its pages."""

    document: Document
    layout: Layout
    sheet: FittedSheet


def laid_out(text: str | bytes, style: str, sheet: StyleSheet | None = None, year: int = 2025) -> Laid:
    """A report under a sheet, by default that of the style, whose faces it has."""
    sheet = sheet or sheet_named(style)
    document = examine(text, style=sheet, draft=True, year=year).composed
    under = fitted(sheet, document)
    return Laid(document, lay_out(document, under, BOOKS[style]), under)


def short_pages(laid: Laid) -> list[str]:
    """The pages of a part, of the contents, of an annex that are printed on too little, with how much.

    What begins a page and ends on it may be as short as it is, and so may the end of what is read aloud, sentence by
    sentence.
    """
    pages = [page for page in laid.layout.pages if _blocks(page) and not _is_cover(page, laid.document)]
    begins = [_begins(page, before, laid) for before, page in zip([None, *pages], pages, strict=False)]
    found = []
    for page, here, following in zip(pages, begins, [*begins[1:], True], strict=True):
        share = (_bottom(page) - laid.sheet.area.top) / laid.sheet.area.height
        ends = page is pages[-1] and laid.sheet.style.speech is not None
        if share < LEAST and not (here and following) and not ends:
            found.append(f"{laid.layout.pages.index(page) + 1}: {share:.0%}")
    return found


def _blocks(page: Page) -> list[int]:
    return [fragment.block for fragment in page.fragments if fragment.block is not None]


def _is_cover(page: Page, document: Document) -> bool:
    return isinstance(document.blocks[min(_blocks(page))], Cover)


def _begins(page: Page, before: Page | None, laid: Laid) -> bool:
    """Whether a page is begun by its first block, not only reached by it."""
    first = min(_blocks(page))
    if before is None or first in _blocks(before):
        return before is None
    block = laid.document.blocks[first]
    is_first = not isinstance(laid.document.blocks[max(_blocks(before))], Heading | Paragraph | Table | Grid | Chart)
    text = text_block(block)
    if isinstance(block, Heading) and block.level == 1:
        return True
    return is_first or (text is not None and laid.sheet.looks.block(text.role).start != "none")


def _bottom(page: Page) -> float:
    """Where the ink of a page ends: the last baseline, box or curve."""
    bottoms = [0.0]
    for fragment in page.fragments:
        if fragment.block is not None:
            bottoms += [piece.y for piece in fragment.texts if piece.slot != ASIDE]
            bottoms += [box.y + box.height for box in fragment.rectangles]
            bottoms += [y for line in fragment.polylines for _, y in line.points]
    return max(bottoms)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_page_of_a_part_is_short(style: str, report: Path) -> None:
    """The last task alone, two lines of the closing, the opening words, a line of the contents, a row of an annex."""
    year = int(report.stem)
    if examine(report.read_bytes(), style=style, draft=True, year=year).document is not None:
        assert short_pages(laid_out(report.read_bytes(), style, year=year)) == []


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_no_page_of_generated_reports_is_short(style: str) -> None:
    """A hundred reports of all lengths, with and without metrics, opening, closing and glossary."""
    found = {seed: short_pages(laid_out(generated_whole_report(seed), style)) for seed in range(100)}
    assert {seed: pages for seed, pages in found.items() if pages} == {}


@pytest.mark.slow
def test_no_sentence_is_on_two_pages_of_what_is_read_aloud() -> None:
    """Only entries of a list may be, which can be of many sentences: where a page would else be nearly empty."""
    for seed in range(40):
        laid = laid_out(generated_whole_report(seed), "lectern")
        pages: dict[int, int] = {}
        for number, page in enumerate(laid.layout.pages):
            for block in set(_blocks(page)):
                text = text_block(laid.document.blocks[block])
                if text is not None and not ROLES[text.role].listed:
                    assert pages.setdefault(block, number) == number, (seed, number + 1)
        assert len(pages) > 5
