"""Sheets fold to pages in their order: by arithmetic for every option, and by folding a numbered dummy."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise, product
from typing import get_args

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent, LTContainer
from pikepdf import Pdf

from reportgen.press.geometry import Press
from reportgen.press.imposing import Description, impose
from reportgen.press.imposition import (
    Duplex,
    PageNumber,
    Side,
    filled_up,
    folded_sides,
    rows_of_sides,
    signature_sides,
    without_cover,
)
from tests.press.making import A4, numbered

DUPLEX: tuple[Duplex, ...] = get_args(Duplex)
EVERY_LENGTH = range(1, 65)
A3_LYING = (2 * A4[0], A4[1])
DESCRIPTION = Description("印刷用", "test")

Leaf = tuple[PageNumber, PageNumber]


def leaves_of(front: Side, back: Side, duplex: Duplex) -> tuple[Leaf, Leaf]:
    """The left and the right leaf of a sheet, each with its front and its back, as the paper has them."""
    behind = dict(zip((0, 1), (1, 0), strict=True)) if duplex == "short" else {0: 0, 1: 1}
    fronts = {spot.column: spot.page for spot in front.spots}
    backs = {spot.column: spot.page for spot in back.spots}
    return (fronts[0], backs[behind[0]]), (fronts[1], backs[behind[1]])


def folded(sides: Sequence[Side], duplex: Duplex) -> list[PageNumber]:
    """The pages as one turns them over, after the stack was folded once, its first sheet outside."""
    sheets = [leaves_of(front, back, duplex) for front, back in zip(sides[::2], sides[1::2], strict=True)]
    right = [page for _, (front, back) in sheets for page in (front, back)]
    left = [page for (front, back), _ in reversed(sheets) for page in (back, front)]
    return right + left


def expected(pages: int, *, before_last: bool) -> list[PageNumber]:
    """The pages with their blanks."""
    blanks: list[PageNumber] = [None] * (-pages % 4)
    whole: list[PageNumber] = list(range(pages))
    return whole[:-1] + blanks + whole[-1:] if before_last and pages > 1 else whole + blanks


@pytest.mark.parametrize("duplex", DUPLEX)
@pytest.mark.parametrize("before_last", [True, False])
def test_booklets_of_every_length_fold_right(duplex: Duplex, before_last: bool) -> None:
    for pages in EVERY_LENGTH:
        sides = folded_sides(filled_up(pages, before_last=before_last), duplex)
        assert folded(sides, duplex) == expected(pages, before_last=before_last), pages


@pytest.mark.parametrize("duplex", DUPLEX)
@pytest.mark.parametrize("size", [4, 8, 12, 16, 32, 64])
def test_signatures_of_every_length_fold_right_and_follow_one_another(duplex: Duplex, size: int) -> None:
    for pages, before_last in product(EVERY_LENGTH, (True, False)):
        filled = filled_up(pages, before_last=before_last)
        sides = signature_sides(filled, size, duplex)
        a_signature = size // 2
        read = [
            page
            for start in range(0, len(sides), a_signature)
            for page in folded(sides[start : start + a_signature], duplex)
        ]
        assert read == expected(pages, before_last=before_last), pages


@pytest.mark.parametrize("duplex", DUPLEX)
def test_a_separate_cover_is_the_first_and_the_last_leaf(duplex: Duplex) -> None:
    for pages in EVERY_LENGTH:
        split = without_cover(filled_up(pages))
        cover = folded(folded_sides(split.cover, duplex), duplex)
        inside = folded(folded_sides(split.inside, duplex), duplex)
        assert cover[:2] + inside + cover[2:] == expected(pages, before_last=True), pages


@pytest.mark.parametrize("duplex", DUPLEX)
def test_backs_are_upside_down_where_the_sheet_turns_around_its_long_edge(duplex: Duplex) -> None:
    for side in folded_sides(filled_up(12), duplex):
        assert {(spot.turned, spot.row) for spot in side.spots} == {(side.is_back and duplex == "long", 0)}


def test_sheets_are_numbered_and_fronts_come_before_backs() -> None:
    sides = signature_sides(filled_up(20), 8, "short")
    assert [(side.sheet, side.is_back) for side in sides] == list(product(range(5), (False, True)))
    assert [spot.steps for side in sides for spot in side.spots] == [0] * 4 + [1] * 4 + [0] * 4 + [1] * 4 + [0] * 4


@pytest.mark.parametrize(("across", "down"), [(2, 1), (2, 2)])
def test_pages_not_folded_are_read_line_by_line(across: int, down: int) -> None:
    for pages in EVERY_LENGTH:
        sides = rows_of_sides(pages, across, down)
        spots = [spot for side in sides for spot in side.spots]
        assert [spot.page for spot in spots] == list(range(pages))
        assert not any(spot.turned or spot.steps for spot in spots)
        for side in sides:
            assert all((spot.row, spot.column) == divmod(at, across) for at, spot in enumerate(side.spots))
        assert [(side.sheet, side.is_back) for side in sides] == [
            divmod(number, 2) for number in range(-(-pages // (across * down)))
        ]


def test_what_does_not_fold_is_refused() -> None:
    with pytest.raises(ValueError, match="3"):
        folded_sides(range(3), "short")
    for size in (6, 0, -4):
        with pytest.raises(ValueError, match=str(size)):
            signature_sides(range(8), size, "short")


def letters(node: LTContainer[LTComponent]) -> Iterator[LTChar]:
    """The letters of a page, those in forms too."""
    for each in node:
        if isinstance(each, LTChar):
            yield each
        elif isinstance(each, LTContainer):
            yield from letters(each)


def numbers_on(content: bytes) -> list[dict[str, tuple[int, bool, float]]]:
    """Of every side, its numbers by halves: the number of the page, whether it is upside down, and where it begins."""
    sides: list[dict[str, tuple[int, bool, float]]] = []
    for page in extract_pages(BytesIO(content)):
        halves: dict[str, tuple[int, bool, float]] = {}
        middle = page.width / 2
        for half in ("left", "right"):
            found = [each for each in letters(page) if ((each.x0 + each.x1) / 2 < middle) == (half == "left")]
            if found:
                turned = found[0].matrix[0] < 0
                ordered = sorted(found, key=lambda each: each.x0, reverse=turned)
                number = int("".join(each.get_text() for each in ordered))
                halves[half] = number, turned, min(each.x0 for each in found)
        sides.append(halves)
    return sides


@pytest.mark.parametrize("duplex", DUPLEX)
@pytest.mark.parametrize("pages", [1, 2, 5, 8, 23])
def test_a_numbered_dummy_folds_to_its_numbers(pages: int, duplex: Duplex) -> None:
    """The sides are read back from the finished file, and turned as paper turns."""
    source = Pdf.open(BytesIO(numbered(pages)))
    made = impose(source, folded_sides(filled_up(pages), duplex), Press(A3_LYING, 2, folded=True), DESCRIPTION)
    sides = numbers_on(made)
    sheets: list[tuple[Leaf, Leaf]] = []
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        assert not any(turned for _, turned, _ in front.values())
        assert all(turned is (duplex == "long") for _, turned, _ in back.values())
        halves = [{half: number for half, (number, _, _) in side.items()} for side in (front, back)]
        swapped = {"left": "right", "right": "left"} if duplex == "short" else {"left": "left", "right": "right"}
        left, right = ((halves[0].get(half), halves[1].get(swapped[half])) for half in ("left", "right"))
        sheets.append((left, right))
    read = [page for _, right in sheets for page in right]
    read += [page for (front_page, back_page), _ in reversed(sheets) for page in (back_page, front_page)]
    assert read == [None if page is None else page + 1 for page in filled_up(pages)]


def test_pages_creep_to_the_fold_from_sheet_to_sheet() -> None:
    press = Press(A3_LYING, 2, folded=True, creep=2.0)
    sides, content = folded_sides(filled_up(16), "short"), numbered(16)
    still, moved = (
        numbers_on(impose(Pdf.open(BytesIO(content)), sides, each, DESCRIPTION))
        for each in (Press(A3_LYING, 2, folded=True), press)
    )
    for number, (before, after) in enumerate(zip(still, moved, strict=True)):
        sheet = number // 2
        assert after["left"][2] - before["left"][2] == pytest.approx(2.0 * sheet, abs=0.01)
        assert after["right"][2] - before["right"][2] == pytest.approx(-2.0 * sheet, abs=0.01)


def test_smaller_paper_shrinks_all_pages_alike() -> None:
    source = Pdf.open(BytesIO(numbered(4)))
    made = impose(source, folded_sides(filled_up(4), "short"), Press((A4[1], A4[0]), 2, folded=True), DESCRIPTION)
    (page, *_) = extract_pages(BytesIO(made))
    (size,) = {round(each.matrix[0], 3) for each in letters(page)}
    assert size == pytest.approx(A4[0] / A4[1], abs=0.001)


def test_the_order_of_sides_is_that_of_sheets() -> None:
    sheets = [side.sheet for side in folded_sides(filled_up(40), "long")]
    assert all(after - before in (0, 1) for before, after in pairwise(sheets))
