"""Statements that fill their page are equally high; a part of them begins a page where another would tear it."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from reportgen.document import Document, Heading
from reportgen.layout import Layout, lay_out
from tests.docx.made import made_from
from tests.docx.reading import WORD, attribute, paragraphs, style_of
from tests.support import MINIMAL, examine, fitted, sheet_named
from tests.test_twins import book_of

SHEET = sheet_named("plenary")
TEXT = "党的领导是人民政协事业发展进步的根本保证，唯有始终坚持，才能行稳致远。" * 2


HALF = "政协工作很有成效。" * 75
"""About half a page of words before the part."""


def report(insights: int, before: str = HALF, texts: dict[int, int] | None = None, after: str = "") -> Document:
    """A report of so many insights; some have so many times the usual text."""
    items = "".join(
        f"    - title: 第{number}点感悟\n      claim: 是履职的根本\n      text: {TEXT * (texts or {}).get(number, 1)}\n"
        for number in range(1, insights + 1)
    )
    text = f"{MINIMAL}  intro: {before}\ninsights:\n  title: 感悟\n  items:\n{items}{after}"
    return examine(text, style=SHEET, draft=True).composed


def laid_out(document: Document) -> Layout:
    return lay_out(document, fitted(SHEET, document), book_of("plenary"))


def statement_tops(document: Document, layout: Layout) -> dict[int, list[float]]:
    """The heights of statements from the head of the paper, by page."""
    found: dict[int, list[float]] = {}
    for block in document.blocks:
        if isinstance(block, Heading) and block.role == "statement":
            target = layout.targets[block.anchor]
            found.setdefault(target.page, []).append(target.y)
    return found


def foot(layout: Layout, page: int) -> float:
    """The lowest baseline of a page's text."""
    fragments = layout.pages[page].fragments
    return max(piece.y for each in fragments if each.block is not None for piece in each.texts)


LINE = 21.0


@pytest.mark.parametrize("insights", range(2, 7))
def test_statements_that_are_alike_are_equally_high_and_fill_their_pages(insights: int) -> None:
    """But for a line of the grid, which they cannot share, and the line left free at the foot."""
    document = report(insights)
    layout = laid_out(document)
    area = fitted(SHEET, document).area
    for page, tops in statement_tops(document, layout).items():
        heights = [after - before for before, after in pairwise(tops)]
        if not heights:
            continue
        assert max(heights) - min(heights) < LINE + 0.1, "a line of the grid is not shared out"
        rest = area.paper_height - area.bottom - tops[-1]
        assert heights[0] - 2 * LINE < rest < heights[0] + 3 * LINE, (page, heights, rest)


def test_a_longer_one_keeps_its_height_and_the_others_share_the_rest() -> None:
    document = report(3, texts={2: 2})
    tops = next(iter(statement_tops(document, laid_out(document)).values()))
    plain = next(iter(statement_tops(report(3), laid_out(report(3))).values()))
    first, second = (after - before for before, after in pairwise(tops))
    assert second > first
    assert second > plain[2] - plain[1]


def test_what_follows_the_last_statement_stays_under_it() -> None:
    document = report(3, after="closing: 结束语。\n")
    layout = laid_out(document)
    pages = statement_tops(document, layout)
    assert len(pages) == 1
    (page,) = pages
    plain = report(3)
    assert foot(layout, page) - foot(laid_out(plain), page) < 4 * LINE


def test_one_alone_is_not_moved() -> None:
    document = report(1)
    assert not [paging for paging in laid_out(document).paging.values() if paging.taken < 0]


def test_a_part_of_them_begins_a_page_that_holds_it_whole() -> None:
    """Where the page before is not left short by that."""
    whole = statement_tops(report(3), laid_out(report(3)))
    assert [len(tops) for tops in whole.values()] == [3]
    short = report(3, before="政协工作很有成效。" * 20)
    assert len(statement_tops(short, laid_out(short))) == 2


def test_without_the_key_they_follow_one_another() -> None:
    plain = replace(SHEET, insights=replace(SHEET.insights, items=replace(SHEET.insights.items, fill_page=False)))
    document = report(3)
    layout = lay_out(document, fitted(plain, document), book_of("plenary"))
    assert not [paging for paging in layout.paging.values() if paging.taken < 0]


def test_word_has_the_room_above_them_too() -> None:
    document = report(2)
    layout = laid_out(document)
    given = [paging.taken for paging in layout.paging.values() if paging.taken < 0]
    data = made_from(document, SHEET).data
    titles = [each for each in paragraphs(data) if style_of(each) == "StatementTitle"]
    spacings = [title.find(f"{WORD}pPr/{WORD}spacing") for title in titles]
    spaced = [int(attribute(each, "before")) for each in spacings if each is not None]
    look = fitted(SHEET, document).looks.block("statement")
    assert look.rule
    own = look.before - look.rule.gap - look.rule.thickness
    assert len(given) == 1
    assert [each / 20 for each in spaced] == pytest.approx([own - taken for taken in given], rel=0.02)
