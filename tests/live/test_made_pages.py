"""Pages made by hand: which pieces are one line, where its characters are, and which pages look alike."""

import datetime
import json

import pytest
from msgspec.structs import replace

from reportgen.document import Document, Heading, Metadata, Origin, Paragraph, Run
from reportgen.layout import (
    Disc,
    Dots,
    Fragment,
    Layout,
    Link,
    Page,
    PlacedPicture,
    Polyline,
    Rectangle,
    TextPiece,
    Watermark,
)
from reportgen.layout.page_types import LABEL
from reportgen.live.page_keys import page_keys
from reportgen.live.printed_lines import printed_lines
from reportgen.pictures import Picture
from reportgen.style import Colour
from tests.pages.reports import book_of
from tests.support import nodes

FACE, OTHER_FACE = book_of("official").faces[:2]
BLACK = Colour("000000")
DOCUMENT = Document(
    Metadata("工作报告", "", "", (), datetime.date(2025, 12, 31), "zh-CN"),
    (Paragraph("body", (Run("全年视察、调研"),), Origin(("opening",))),),
)


def piece(
    text: str, x: float = 100.0, y: float = 100.0, size: float = 10.0, slot: int = 0, *, is_hyphen: bool = False
) -> TextPiece:
    """Chinese characters, as wide as they are large, two points apart."""
    return TextPiece(x, y, text, FACE.han, size, BLACK, 2.0, slot, is_hyphen)


def layout(page: Page) -> Layout:
    return Layout(595.0, 842.0, (page,), {}, (), (), {})


def lines(*pieces: TextPiece) -> list[str]:
    """The lines that pieces of a paragraph give: top, height, where each character begins and the last one ends."""
    ((*found,),) = printed_lines(layout(Page("1", (Fragment(0, pieces),))), DOCUMENT, {})
    return [f"{each.top:g} {each.height:g}  {each.text}  {' '.join(f'{x:g}' for x in each.lefts)}" for each in found]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([piece("全年")], ["91.2 10  全年  100 112 124"]),
        ([piece("全年"), piece("视", 130)], ["91.2 10  全年视  100 112 130 142"]),
        ([piece("全", y=104.9), piece("年", 120)], ["96.1 10  全年  100 120 132"]),
        ([piece("全", y=105), piece("年", 120)], ["96.2 10  全  100 112", "91.2 10  年  120 132"]),
        ([piece("全", size=20), piece("年", 130, 91)], ["82.4 20  全年  100 130 142"]),  # raised, by half the larger
        ([piece("全", size=20), piece("年", 130, 90)], ["82.4 20  全  100 122", "81.2 10  年  130 142"]),
        ([piece("全"), piece("年", 99)], ["91.2 10  全  100 112", "91.2 10  年  99 111"]),  # never to the left
        ([piece("全"), piece("年")], ["91.2 10  全  100 112", "91.2 10  年  100 112"]),
        ([piece("全"), piece("-", 112, is_hyphen=True)], ["91.2 10  全  100 112"]),  # not typed
        ([piece("全"), piece(" ", 112), piece("年", 120)], ["91.2 10  全年  100 120 132"]),
        ([piece("一、", 76, slot=LABEL), piece("全")], ["91.2 10  一、全  76 88 100 112"]),
        ([piece("全"), piece("页", 130)], ["91.2 10  全  100 112", "91.2 10  页  130 142"]),  # not of its text
        ([piece("第", 80), piece("页", 130)], ["91.2 10  第页  80 130 142"]),
        ([], []),
    ],
)
def test_pieces_of_a_text_are_one_line_while_they_share_a_baseline(
    pieces: list[TextPiece], expected: list[str]
) -> None:
    assert lines(*pieces) == expected


@pytest.mark.parametrize(
    ("title", "beside", "printed", "written"),
    [
        ("全年546件", "546件", ["546件", "全年", "546件"], ["value", "title", "title"]),
        ("全年546件", "546件", ["全年546件", "546件"], ["title", "value"]),
        (
            "全年，视察",
            "办结\u2028视察\u2028调研",
            ["办结", "视察", "全年，", "视察", "调研"],
            ["value", "value", "title", "title", "value"],
        ),
        ("全年", "办结", ["结", "年"], ["value", "title"]),
    ],
)
def test_what_two_texts_of_a_block_say_is_of_the_one_that_goes_on_with_it(
    title: str, beside: str, printed: list[str], written: list[str]
) -> None:
    """The title of a heading, and the figure beside it, which may be printed first."""
    file = f"title: {title}\nvalue: {json.dumps(beside)}\n"
    besides = (Paragraph("side-figure", (Run(beside),), Origin(("value",))),)
    heading = Heading(1, (Run(title),), "a", Origin(("title",)), beside=besides)
    pieces = tuple(piece(text, 100, 50.0 * number) for number, text in enumerate(printed, 1))
    document = replace(DOCUMENT, blocks=(heading,))
    ((*found,),) = printed_lines(layout(Page("1", (Fragment(0, pieces),))), document, {"report": nodes(file)})
    at = [each.spots[0][1] if each.spots[0] else -1 for each in found]
    assert ["title" if offset < file.index("\n") else "value" for offset in at] == written


def looks(**more: object) -> Page:
    """A page with one piece of text and a figure, or with something else in its place."""
    fragment = Fragment(0, (piece("全年"),), (Rectangle(1, 2, 3, 4, BLACK),))
    return Page("1", (replace(fragment, **more),))


@pytest.mark.parametrize(
    "other",
    [
        looks(texts=(piece("全月"),)),
        looks(texts=(piece("全年", 101),)),
        looks(texts=(piece("全年", y=101),)),
        looks(texts=(piece("全年", size=11),)),
        looks(texts=(replace(piece("全年"), colour=Colour("ff0000")),)),
        looks(texts=(replace(piece("全年"), tracking=1.0),)),
        looks(texts=(replace(piece("全年"), setting=FACE.latin),)),
        looks(texts=(replace(piece("全年"), setting=FACE.small_figures),)),
        looks(texts=(replace(piece("全年"), setting=OTHER_FACE.han),)),
        looks(rectangles=(Rectangle(1, 2, 3, 5, BLACK),)),
        looks(dots=(Dots(1, 9, 2, 1, 3, BLACK),)),
        looks(polylines=(Polyline(((1, 2), (3, 4)), 1, BLACK),)),
        looks(discs=(Disc(1, 2, 3, BLACK),)),
        looks(pictures=(PlacedPicture(1, 2, 3, 4, Picture("png", 1, 1, True, b"x")),)),
        replace(looks(), watermark=Watermark((piece("初稿"),), 45)),
        replace(looks(), fragments=()),
    ],
)
def test_a_page_that_looks_different_has_another_key(other: Page) -> None:
    assert page_keys(layout(other)) != page_keys(layout(looks()))


def test_latin_marks_and_small_figures_look_different() -> None:
    kinds = (FACE.han, FACE.latin, FACE.small_figures)
    assert len({page_keys(layout(looks(texts=(replace(piece("1"), setting=kind),)))) for kind in kinds}) == 3


def test_pages_of_another_size_have_other_keys() -> None:
    page = layout(looks())
    assert len({page_keys(each) for each in (page, replace(page, width=600.0), replace(page, height=800.0))}) == 3


@pytest.mark.parametrize(
    "other",
    [
        replace(looks(), label="2"),
        looks(block=7, part=1, mirror=3.0),
        looks(links=(Link(1, 2, 3, 4, "a", "b"),)),
    ],
)
def test_a_page_that_looks_the_same_has_the_same_key(other: Page) -> None:
    """Its number is of no account where it is not printed, nor which block it is, nor where it leads."""
    assert page_keys(layout(other)) == page_keys(layout(looks()))
