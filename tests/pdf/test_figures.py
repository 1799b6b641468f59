"""Where a file says that its figures, links and headings are, in points from the lower left corner of the page."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from reportgen.document import Chart, Document, Heading, Run
from reportgen.fonts import Face, bundled_library
from reportgen.layout import Fragment, Layout, Link, Page, PlacedPicture, Rectangle, Target, TextPiece
from reportgen.layout.page_types import Disc, Polyline
from reportgen.pdf import write_pdf
from reportgen.pictures import Picture
from reportgen.style import Colour
from tests.beside import SECTIONS
from tests.pdf.test_pdf import MANY_YEARS
from tests.support import MINIMAL, examine

BLACK = Colour("000000")
HAN = Face(bundled_library().bundled[0]).han
BOX = Rectangle(50, 60, 10, 20, BLACK)
PICTURE = Picture("png", 1, 1, is_grey=True, pixels=b"\0")


def figure(**drawn: tuple[object, ...]) -> Fragment:
    return replace(Fragment(0, is_figure=True), **drawn)


def text(x: float, y: float, size: float) -> TextPiece:
    return TextPiece(x, y, "甲", HAN, size, BLACK, 0.0)


FIGURES = {
    "boxes": (figure(rectangles=(BOX, Rectangle(90, 40, 5, 5, BLACK))), [50, 220, 95, 260]),
    "a picture": (figure(pictures=(PlacedPicture(50, 60, 10, 20, PICTURE),)), [50, 220, 60, 240]),
    "discs": (figure(discs=(Disc(50, 60, 8, BLACK), Disc(90, 40, 4, BLACK))), [46, 236, 92, 262]),
    "strokes": (figure(polylines=(Polyline(((50, 60), (90, 40), (70, 99)), 3, BLACK),)), [50, 201, 90, 260]),
    "a text above": (figure(rectangles=(BOX,), texts=(text(52, 58, 12),)), [50, 220, 60, 254]),
    "a text below": (figure(rectangles=(BOX,), texts=(text(52, 90, 12),)), [50, 207, 60, 240]),
    "all": (
        figure(
            rectangles=(BOX,),
            discs=(Disc(20, 30, 4, BLACK),),
            polylines=(Polyline(((99, 70), (10, 80)), 1, BLACK),),
            texts=(text(52, 90, 12),),
        ),
        [10, 207, 99, 272],
    ),
}


def layout_of(*pages: Page, targets: dict[str, Target] | None = None) -> Layout:
    return Layout(200, 300, pages, targets or {}, (), (), {})


def chart() -> Document:
    """A document of a chart alone."""
    document = examine(MANY_YEARS).composed
    return replace(document, blocks=tuple(each for each in document.blocks if isinstance(each, Chart))[:1])


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_says_where_it_is(name: str) -> None:
    """Around all that is drawn, and its texts from their tops to below their feet."""
    fragment, expected = FIGURES[name]
    with pikepdf.open(BytesIO(write_pdf(layout_of(Page("1", (fragment,))), chart()))) as pdf:
        root: Any = pdf.Root.StructTreeRoot.K[0]
        (found,) = root.K
        assert (str(found.S), str(found.Pg.Type)) == ("/Figure", "/Page")
        assert [float(edge) for edge in found.A.BBox] == expected


def test_files_that_show_something_else_have_other_identifiers() -> None:
    """Sixteen bytes, by what the pages paint and by the bytes of their pictures."""
    other = replace(PICTURE, pixels=b"\1")
    whole = Picture("jpeg", 1, 1, is_grey=True, pixels=b"", whole=b"\xff\xd8")
    drawings = [
        figure(rectangles=(BOX,)),
        figure(rectangles=(replace(BOX, x=51),)),
        *(figure(pictures=(PlacedPicture(50, 60, 10, 20, each),)) for each in (PICTURE, other, whole)),
    ]
    identifiers = []
    for drawing in drawings:
        with pikepdf.open(BytesIO(write_pdf(layout_of(Page("1", (drawing,))), chart()))) as pdf:
            first, second = map(bytes, pdf.trailer.ID)
            page: Any = pdf.pages[0].obj
            assert len(page.Resources.get("/XObject", {})) == len(drawing.pictures)
        assert (first, len(first)) == (second, 16)
        identifiers.append(first)
    assert len(set(identifiers)) == len(drawings)


def test_headings_and_links_are_where_the_layout_has_them() -> None:
    """On pages counted from the first; a link prints, has no border, and says where it leads."""
    composed = examine(MINIMAL).composed
    heading = next(block for block in composed.blocks if isinstance(block, Heading))
    document = replace(composed, blocks=(heading,))
    link = Link(20, 30, 40, 10, heading.anchor, "工作回顾")
    again = Fragment(0, links=(replace(link, y=50),))
    pages = (Page("i", (Fragment(0, texts=(text(20, 30, 9),), links=(link,)), again)), Page("", ()), Page("1", ()))
    content = write_pdf(layout_of(*pages, targets={heading.anchor: Target(2, 70)}), document)
    with pikepdf.open(BytesIO(content)) as pdf:
        objects: list[Any] = [page.obj for page in pdf.pages]
        found, second = objects[0].Annots
        assert [float(edge) for edge in found.Rect] == [20, 260, 60, 270]
        assert (list(found.Border), int(found.F), str(found.Contents)) == ([0, 0, 0], 4, "工作回顾")
        entry: Any = pdf.Root.Outlines.First
        for place in (found.Dest, entry.Dest):
            assert place[0] == objects[2]
            assert [str(each) for each in list(place)[1:]] == ["/XYZ", "0", "230.00", "0"]
        assert [list(page.get("/Annots", [])) for page in objects[1:]] == [[], []]
        assert [int(page.StructParents) for page in objects] == [0, 1, 2]
        assert (int(found.StructParent), int(second.StructParent)) == (3, 4)
        tree: Any = pdf.Root.StructTreeRoot
        assert tree.ParentTreeNextKey == 5
        numbers: list[Any] = list(tree.ParentTree.Nums)
        assert numbers[::2] == [0, 1, 2]
        assert [[str(owner.S) for owner in owners] for owners in numbers[1::2]] == [["/H1"], [], []]


def test_a_heading_without_one_of_the_level_above_is_in_the_outline_all_the_same() -> None:
    composed = examine(MINIMAL).composed
    heading = next(block for block in composed.blocks if isinstance(block, Heading))
    headings = tuple(replace(heading, level=level, anchor=f"a{level}") for level in (1, 3, 2))
    targets = {each.anchor: Target(0, 70) for each in headings}
    content = write_pdf(layout_of(Page("1", ()), targets=targets), replace(composed, blocks=headings))
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        (part,) = outline.root
        assert [len(each.children) for each in part.children] == [0, 0]


@pytest.mark.parametrize(
    ("number", "title"), [("一、", "一、甲"), ("2.1", "2.1 甲"), ("12", "12 甲"), ("（1）", "（1）甲")]
)
def test_digits_are_apart_from_the_title_in_the_outline(number: str, title: str) -> None:
    composed = examine(SECTIONS).composed
    heading = next(block for block in composed.blocks if isinstance(block, Heading) and block.ordinal)
    assert heading.ordinal is not None
    heading = replace(heading, ordinal=replace(heading.ordinal, text=number), inlines=(Run("甲"),))
    layout = layout_of(Page("1", ()), targets={heading.anchor: Target(0, 70)})
    with pikepdf.open(BytesIO(write_pdf(layout, replace(composed, blocks=(heading,))))) as pdf:
        outline: Any = pdf.Root.Outlines
        assert str(outline.First.Title) == title


LABELS = {
    ("1", "2", "3"): [0, "D 1"],
    ("", "i", "", "1", "2"): [0, "", 1, "i", 2, "", 3, "D 1"],
    ("5", "6", "9", "10"): [0, "D 5", 2, "D 9"],
    ("附1", "附2"): [0, "附1", 1, "附2"],
    ("1", "", "2"): [0, "D 1", 1, "", 2, "D 2"],
}


@pytest.mark.parametrize("labels", LABELS, ids=str)
def test_pages_have_the_numbers_that_are_printed_on_them(labels: tuple[str, ...]) -> None:
    """One entry for a run of numbers that count on."""
    content = write_pdf(layout_of(*(Page(label, ()) for label in labels)), replace(chart(), blocks=()))
    with pikepdf.open(BytesIO(content)) as pdf:
        numbers: list[Any] = list(pdf.Root.PageLabels.Nums)
        found = [each if isinstance(each, int) else _label(each) for each in numbers]
    assert found == LABELS[labels]


def _label(entry: Any) -> str:
    """Digits from a number on, or what is printed instead of them."""
    return f"D {entry.get('/St', 1)}" if "/S" in entry else str(entry.get("/P", ""))
