"""Where headers, footers, draft marks, line numbers and minutes stand on finished pages, as pdfium sees them."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from msgspec.structs import replace

from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from reportgen.style import FurnitureStyle, TypeArea
from tests.layout.printed import EM_TOP, Printed, PrintedPage, printed_pages
from tests.support import ROOT, STYLES, examine, fitted, prepared, sheet_named

SLACK = 0.5
"""Points."""

PARTS: dict[str, Callable[[Printed, TypeArea], bool]] = {
    "header": lambda each, area: _bottom(each) <= area.top + SLACK,
    "footer": lambda each, area: _top(each) >= area.paper_height - area.bottom - SLACK,
    "line numbers": lambda each, area: each.right <= area.left + SLACK,
    "minutes": lambda each, area: each.left >= area.left + area.width - SLACK,
}
"""Where on the paper each is, beside a type area that starts at ``left``."""


@cache
def pages_of(style: str, draft: int) -> list[PrintedPage]:
    sheet = sheet_named(style)
    document = examine((ROOT / "data" / "2025.yaml").read_bytes(), style=sheet, draft=True).composed
    document = replace(document, metadata=replace(document.metadata, draft=draft, short_hash="0123abc"))
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    return printed_pages(write_pdf(lay_out(document, fitted(sheet, document), book), document))


def area_of(style: str, draft: int, page: int) -> TypeArea:
    """The type area of a page counted from 0; that of left-hand pages is mirrored where the sheet says so."""
    sheet = prepared(sheet_named(style)).for_draft(draft)
    if page % 2 == 0 or not sheet.style.page.facing:
        return sheet.area
    return replace(sheet.area, left=sheet.area.right, right=sheet.area.left)


def _is_beside_text(each: Printed, style: str, draft: int, page: int) -> bool:
    """Whether a character is in the side column, or a number of a line between that and the text."""
    sheet = prepared(sheet_named(style)).for_draft(draft)
    area = area_of(style, draft, page)
    inside = area.top - SLACK <= _bottom(each) <= area.paper_height - area.bottom + SLACK
    if sheet.side is None or not inside:
        return False
    mirrored = page % 2 and sheet.style.page.facing
    column, text = (
        area.left + strip.left + (strip.mirror if mirrored else 0.0)
        for strip in (sheet.side.texts.column, sheet.side.texts.text)
    )
    in_column = column - SLACK <= each.left and each.right <= column + sheet.side.texts.column.width + SLACK
    is_number = each.size == pytest.approx(sheet.looks.block("line-number").size) and each.right <= text + SLACK
    return in_column or (draft > 0 and is_number and each.right > area.left + SLACK)


def _is_page_of_item(each: Printed, style: str, area: TypeArea) -> bool:
    """Whether a character is of the page number after the item that speaks of a metric, inside the type area."""
    sheet = prepared(sheet_named(style))
    if sheet.style.figure_rows is None or not each.character.isdecimal():
        return False
    size = sheet.looks.run("row-item", ("item-page",)).size
    inside = area.left <= each.left and each.right <= area.paper_width - area.right
    return inside and each.size == pytest.approx(size) and area.top <= _top(each)


def furniture(style: str, draft: int) -> Iterator[tuple[PrintedPage, TypeArea, dict[str, list[Printed]]]]:
    """Every page with its furniture by part; what is nowhere it may be fails. Marks are behind everything."""
    looks = prepared(sheet_named(style)).looks
    behind = [looks.block("cover-mark").size] if sheet_named(style).cover_ground else []
    behind += [looks.block("watermark").size] if draft else []
    for number, page in enumerate(pages_of(style, draft)):
        area = area_of(style, draft, number)
        found: dict[str, list[Printed]] = {name: [] for name in PARTS}
        for each in page.furniture:
            if each.character.isspace() or any(each.size == pytest.approx(size) for size in behind):
                continue
            if _is_beside_text(each, style, draft, number) or _is_page_of_item(each, style, area):
                continue
            parts = [name for name, is_there in PARTS.items() if is_there(each, area)]
            assert len(parts) == 1, (number + 1, each, parts)
            found[parts[0]].append(each)
        yield page, area, found


def _top(each: Printed) -> float:
    return each.y - EM_TOP * each.size


def _bottom(each: Printed) -> float:
    return each.y + (1 - EM_TOP) * each.size


def _middle(each: Printed) -> float:
    return (_top(each) + _bottom(each)) / 2


CASES = [(style, draft) for style in STYLES for draft in (0, 3) if not draft or sheet_named(style).draft]


@pytest.mark.slow
@pytest.mark.parametrize(("style", "draft"), CASES)
def test_furniture_is_on_the_paper_and_off_the_type_area(style: str, draft: int) -> None:
    """A header above it, a footer below it, numbers of lines and minutes beside it; none over the text."""
    sheet = sheet_named(style)
    seen: set[str] = set()
    for page, _, found in furniture(style, draft):
        seen |= {name for name, characters in found.items() if characters}
        for each in (each for characters in found.values() for each in characters):
            assert 0 <= each.left < each.right <= page.width, each
            assert 0 <= _top(each) < _bottom(each) <= page.height, each
        if page.text:
            highest, lowest = min(map(_top, page.text)), max(map(_bottom, page.text))
            assert max(map(_bottom, found["header"]), default=0.0) <= highest
            assert min(map(_top, found["footer"]), default=page.height) >= lowest
    expected = {"header"} if sheet.header else set()
    expected |= {"footer"} if sheet.footer or draft else set()
    expected |= {"line numbers"} if draft else set()
    expected |= {"minutes"} if sheet.speech else set()
    assert seen == expected


@pytest.mark.slow
@pytest.mark.parametrize(("style", "draft"), CASES)
def test_furniture_is_as_far_from_the_type_area_as_its_sheet_says(style: str, draft: int) -> None:
    """T14, T110: from the edge of the type area to the middle of the line."""
    sheet = sheet_named(style)
    line, looks = sheet.page.line.points(), prepared(sheet).looks
    below: list[tuple[FurnitureStyle, float]] = [(sheet.footer, looks.block("footer").size)] if sheet.footer else []
    below += [(sheet.draft.mark, looks.block("draft-mark").size)] if sheet.draft and draft else []
    above = [(sheet.header, looks.block("header").size)] if sheet.header else []
    for _, area, found in furniture(style, draft):
        distances = {
            "header": [area.top - _middle(each) for each in found["header"]],
            "footer": [_middle(each) - (area.paper_height - area.bottom) for each in found["footer"]],
        }
        for part, lines in (("header", above), ("footer", below)):
            gaps = [style.gap.points(size, line) for style, size in lines]
            assert all(min(abs(gap - each) for gap in gaps) < 0.1 for each in distances[part]), (part, distances[part])
