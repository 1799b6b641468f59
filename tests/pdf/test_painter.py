"""What a page of the layout is painted with, operator by operator: places count upwards, from the lower left corner."""

from typing import cast

import pytest
from msgspec.structs import replace

from reportgen.fonts import Face, ScriptGlyphs, bundled_library
from reportgen.layout import ASIDE, LABEL, Dots, Fragment, Page, PlacedPicture, Rectangle, TextPiece, Watermark
from reportgen.layout.page_types import Disc, Polyline
from reportgen.pdf.font import PdfFont
from reportgen.pdf.painter import paint_page, texts_shown
from reportgen.pictures import Picture
from reportgen.style import Colour

BLACK, GREY, RED = Colour("000000"), Colour("808080"), Colour("cc0000")
PICTURE = Picture("png", 1, 1, is_grey=True, pixels=b"\0")
SETTING, OTHER = Face(bundled_library().bundled[0]).han, Face(bundled_library().bundled[1])


class Plain:
    """A font whose strings are read as they are."""

    def __init__(self, name: str) -> None:
        self.name = name

    def show(self, text: str, _setting: ScriptGlyphs, _size: float) -> str:
        return f"({text.encode('unicode-escape').decode('ascii')}) Tj " if text else ""


def text(
    content: str, x: float = 10, y: float = 20, size: float = 12, colour: Colour = BLACK, **more: float | bool
) -> TextPiece:
    piece = TextPiece(x, y, content, SETTING, size, colour, 0.0)
    return replace(piece, **more)


def painted(page: Page) -> list[str]:
    """The operators of a page of 200 by 300 points, one line for each."""
    fonts = {size: cast("PdfFont", Plain(f"F{size}")) for size in (9, 12, 40)}
    content, _ = paint_page(page, 200, 300, lambda piece: fonts[round(piece.size)], lambda _: "Im1")
    return [line.strip() for line in content.decode("unicode-escape").splitlines() if line]


BOXES = (Rectangle(10, 20, 30, 40, RED), Rectangle(50, 60, 70, 80, GREY))
PAGES: dict[str, tuple[tuple[Fragment, ...], str]] = {
    "nothing": ((), ""),
    "boxes alone": (
        (Fragment(0, rectangles=BOXES[1:]),),
        """\
/Artifact BMC
0.502 g 50.00 160.00 70.00 80.00 re f
EMC""",
    ),
    "boxes and leaders, which are no content": (
        (Fragment(0, rectangles=BOXES, dots=(Dots(10, 90, 20, 2, 5, RED), Dots(90, 90, 20, 2, 5, RED))),),
        """\
/Artifact BMC
0.800 0.000 0.000 rg 10.00 240.00 30.00 40.00 re f
0.502 g 50.00 160.00 70.00 80.00 re f
q 0.800 0.000 0.000 RG 1 J 2.00 w [0 5.00] 0 d 90.00 280.00 m 10.00 280.00 l S Q
EMC""",
    ),
    "a figure, which is": (
        (
            Fragment(
                7,
                texts=(text("a", slot=3),),
                part=2,
                slot=3,
                is_figure=True,
                rectangles=BOXES[:1],
                polylines=(Polyline(((10, 20), (30, 50), (70, 60)), 2, GREY),),
                discs=(Disc(10, 20, 6, RED),),
                pictures=(PlacedPicture(10, 20, 30, 40, PICTURE),),
            ),
        ),
        """\
/Span <</MCID 0>> BDC
0.800 0.000 0.000 rg 10.00 240.00 30.00 40.00 re f
q 0.502 G 1 J 1 j 2.00 w 10.00 280.00 m 30.00 250.00 l 70.00 240.00 l S Q
q 0.800 0.000 0.000 RG 1 J 6.00 w 10.00 280.00 m 10.00 280.00 l S Q
q 30.000 0 0 40.000 10.000 240.000 cm /Im1 Do Q
BT
/F12 12.000 Tf
0.000 g
1 0 0 1 10.000 280.000 Tm (a) Tj
ET
EMC""",
    ),
    "furniture, and what is beside a text": (
        (
            Fragment(None, texts=(text("a"),)),
            Fragment(None, rectangles=BOXES[:1], is_figure=True),
            Fragment(0, texts=(text("b", slot=ASIDE),)),
            Fragment(0, texts=(text("c"),)),
        ),
        """\
/Artifact <</Type /Pagination>> BDC
BT
/F12 12.000 Tf
0.000 g
1 0 0 1 10.000 280.000 Tm (a) Tj
ET
0.800 0.000 0.000 rg 10.00 240.00 30.00 40.00 re f
BT
0.000 g
1 0 0 1 10.000 280.000 Tm (b) Tj
ET
EMC
/Span <</MCID 0>> BDC
BT
1 0 0 1 10.000 280.000 Tm (c) Tj
ET
EMC""",
    ),
    "a state that is set once": (
        (
            Fragment(
                0,
                texts=(
                    text("a"),
                    text("b", x=22, tracking=0.5),
                    text("c", x=40, tracking=0.5, colour=RED),
                    text("d", y=40, size=9, colour=RED),
                    text("e", y=40, x=30, size=9, colour=RED),
                ),
            ),
            Fragment(0, texts=(text("f", y=60),)),
            Fragment(0, texts=(text("g", y=80),), part=1),
        ),
        """\
/Span <</MCID 0>> BDC
BT
/F12 12.000 Tf
0.000 g
1 0 0 1 10.000 280.000 Tm (a) Tj
0.5000 Tc
1 0 0 1 22.000 280.000 Tm (b) Tj
0.800 0.000 0.000 rg
1 0 0 1 40.000 280.000 Tm (c) Tj
/F9 9.000 Tf
0.0000 Tc
1 0 0 1 10.000 260.000 Tm (d) Tj
1 0 0 1 30.000 260.000 Tm (e) Tj
ET
BT
/F12 12.000 Tf
0.000 g
1 0 0 1 10.000 240.000 Tm (f) Tj
ET
EMC
/Span <</MCID 1>> BDC
BT
1 0 0 1 10.000 220.000 Tm (g) Tj
ET
EMC""",
    ),
    "a word of another language and a hyphen that nobody typed": (
        (
            Fragment(
                0,
                texts=(
                    text("PC Word’s"),
                    text("Open", x=70),
                    text("-", x=90, is_hyphen=True),
                    text("APP", y=40),
                ),
            ),
        ),
        """\
/Span <</MCID 0>> BDC
BT
/F12 12.000 Tf
0.000 g
1 0 0 1 10.000 280.000 Tm (PC ) Tj /Span <</Lang (en)>> BDC (Word’s) Tj EMC
1 0 0 1 70.000 280.000 Tm /Span <</Lang (en)>> BDC (Open) Tj EMC
1 0 0 1 90.000 280.000 Tm /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC
1 0 0 1 10.000 260.000 Tm (APP) Tj
ET
EMC""",
    ),
}
SPACED: dict[str, tuple[tuple[TextPiece, ...], str]] = {
    "one piece": (
        (text("用Word了"),),
        """\
/Span <</ActualText <FEFF7528>>> BDC
1 0 0 1 10.000 280.000 Tm
(用) Tj
EMC /Span <</Lang (en) /ActualText <FEFF0057006F00720064>>> BDC
(Word) Tj
EMC /Span <</ActualText <FEFF4E86>>> BDC
(了) Tj
EMC""",
    ),
    "a piece for each language": (
        (text("用"), text("Word", x=24), text("了", x=60)),
        """\
/Span <</ActualText <FEFF7528>>> BDC
1 0 0 1 10.000 280.000 Tm
(用) Tj
( ) Tj
EMC /Span <</Lang (en) /ActualText <FEFF0057006F00720064>>> BDC
1 0 0 1 24.000 280.000 Tm
(Word) Tj
( ) Tj
EMC /Span <</ActualText <FEFF4E86>>> BDC
1 0 0 1 60.000 280.000 Tm
(了) Tj
EMC""",
    ),
    "pieces that end elsewhere": (
        (text("甲用Wo"), text("rd", x=40), text("了乙", x=60)),
        """\
/Span <</ActualText <FEFF75327528>>> BDC
1 0 0 1 10.000 280.000 Tm
(甲用) Tj
EMC /Span <</Lang (en) /ActualText <FEFF0057006F00720064>>> BDC
(Wo) Tj
1 0 0 1 40.000 280.000 Tm
(rd) Tj
( ) Tj
EMC /Span <</ActualText <FEFF4E864E59>>> BDC
1 0 0 1 60.000 280.000 Tm
(了乙) Tj
EMC""",
    ),
    "numbers": (
        (text("增"), text("5", x=24), text("%后", x=40)),
        """\
/Span <</ActualText <FEFF589E00350025540E>>> BDC
1 0 0 1 10.000 280.000 Tm
(增) Tj
1 0 0 1 24.000 280.000 Tm
(5) Tj
1 0 0 1 40.000 280.000 Tm
(%后) Tj
EMC""",
    ),
    "a rare character": (
        (text("𬭎5"), text("甲", x=40)),
        """\
/Span BMC
1 0 0 1 10.000 280.000 Tm
(𬭎) Tj
EMC /Span <</ActualText <FEFF00357532>>> BDC
(5) Tj
1 0 0 1 40.000 280.000 Tm
(甲) Tj
EMC""",
    ),
    "a wide blank": (
        (text("甲\u3000乙"),),
        """\
/Span <</ActualText <FEFF753230004E59>>> BDC
1 0 0 1 10.000 280.000 Tm
(甲　乙) Tj
EMC""",
    ),
    "a blank at its end": (
        (text("甲5"), text("乙\u3000", x=40)),
        """\
/Span <</ActualText <FEFF753200354E593000>>> BDC
1 0 0 1 10.000 280.000 Tm
(甲5) Tj
1 0 0 1 40.000 280.000 Tm
(乙　) Tj
EMC""",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_operators_of_a_page(name: str) -> None:
    fragments, expected = PAGES[name]
    assert painted(Page("1", fragments)) == expected.splitlines()


def test_what_is_marked_is_known_by_its_block_its_part_and_its_slot() -> None:
    """In the order of the marks; block 0 is one, too."""
    fragments = (
        Fragment(0, texts=(text("a", slot=LABEL), text("b"), text("c"))),
        Fragment(None, texts=(text("d"),)),
        Fragment(0, is_figure=True, rectangles=BOXES[:1], part=3, slot=2),
        Fragment(4, is_figure=True, rectangles=BOXES[:1], texts=(text("e", slot=ASIDE), text("f", slot=5))),
    )
    _, contents = paint_page(Page("1", fragments), 200, 300, lambda _: cast("PdfFont", Plain("F")), lambda _: "")
    assert contents == [(0, 0, LABEL), (0, 0, 0), (0, 3, 2), (4, 0, 0), (4, 0, 5)]


def test_what_pages_show_is_known_for_every_setting_of_every_face() -> None:
    """In whole dashes where the face has them, with the space that fills gaps."""
    latin = replace(text("B"), setting=SETTING.face.latin)
    other = replace(text("丙"), setting=OTHER.han)
    pages = [
        Page("1", (Fragment(0, texts=(text("甲——乙"), latin)), Fragment(None, texts=(text("乙"),)))),
        Page("2", (), Watermark((text("丁"), other), 30)),
    ]
    assert texts_shown(pages) == {
        SETTING.face: {SETTING: {"甲", "——", "乙", "丁", " "}, SETTING.face.latin: {"B", " "}},
        OTHER: {OTHER.han: {"丙", " "}},
    }


def test_a_watermark_is_turned_around_the_middle_of_the_page() -> None:
    mark = Watermark((text("a", x=-30, y=10, size=40, colour=GREY), text("b", x=0, y=10, size=40, colour=GREY)), 30)
    assert painted(Page("1", (), mark)) == [
        "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q 0.8660 0.5000 -0.5000 0.8660",
        "100.00 150.00 cm BT",
        "/F40 40.000 Tf 0.502 g 1 0 0 1 -30.000 -10.000 Tm",
        "(a) Tj",
        "/F40 40.000 Tf 0.502 g 1 0 0 1 0.000 -10.000 Tm",
        "(b) Tj",
        "ET Q EMC",
    ]


@pytest.mark.parametrize("name", SPACED)
def test_a_line_with_gaps_has_the_text_as_typed(name: str) -> None:
    """A stretch of one language after the other; a space, shown and not read, at the end of a piece before a gap."""
    pieces, expected = SPACED[name]
    lines = painted(Page("1", (Fragment(0, texts=pieces),)))
    assert [line for line in lines[2:-2] if line not in ("/F12 12.000 Tf", "0.000 g")] == expected.splitlines()
