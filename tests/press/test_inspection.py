"""What a press would stop at: each fault by itself, nothing on a sound page, inks as Ghostscript counts them."""

import subprocess
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportgen.diagnostics import Place, render_concise
from reportgen.press.inspection import PageInspection, inspect
from tests.press.making import bytes_of, drawn
from tests.support import outside_program

PLACE = Place("a.pdf")
TEXT = "BT /F0 12 Tf 100 700 Td (a) Tj ET"
SPOT = Array([Name.Separation, Name("/PANTONE"), Name.DeviceCMYK, Dictionary()])
TWO_SPOTS = Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, Dictionary()])
STATES = Dictionary(
    Half=Dictionary(ca=0.5),
    Plain=Dictionary(ca=1, BM=Name.Normal, SMask=Name("/None")),
    Mixed=Dictionary(BM=Array([Name.Multiply])),
    Masked=Dictionary(SMask=Dictionary()),
    Thin=Dictionary(LW=0.2),
)


def found(pdf: Pdf) -> list[str]:
    """What is found, one a line, without the number of pages."""
    return [
        render_concise(each, "en").partition(" ")[2]
        for each in inspect(pdf, PLACE).found
        if each.code != "print-pages-uneven"
    ]


SOUND = {
    "black text": TEXT,
    "grey text": f"0.4 g {TEXT}",
    "black text of the four inks' black": f"0 0 0 1 k {TEXT}",
    "large text through the matrix": "BT /F0 1 Tf 12 0 0 12 100 700 Tm (a) Tj ET",
    "a line of 0.3 pt": f"{TEXT} 0.3 w 0 0 m 100 0 l S",
    "a thick box": f"{TEXT} 0 0 100 100 re f",
    "white text on a ground": f"0 0 500 500 re f 1 g {TEXT}",
    "text that only clips": f"{TEXT} 7 Tr BT /F1 3 Tf (a) Tj ET",
    "three inks in full": f"1 1 1 0 k 0 0 500 500 re f 0 g {TEXT}",
    "a line of no ink": f"{TEXT} 1 G 0.01 w 0 0 m 100 0 l S",
    "text of five points": TEXT.replace("12 Tf", "5 Tf"),
    "text of a hundredth less": TEXT.replace("12 Tf", "4.95 Tf"),
    "three inks and a hundredth": f"1 1 1 0.01 k 0 0 9 9 re f 0 g {TEXT}",
    "text that is not painted": f"{TEXT} 3 Tr BT /F1 3 Tf (a) Tj ET",
    "no letters": f"{TEXT} BT /F1 3 Tf () Tj ET",
    "a line of a tenth of a millimetre": f"{TEXT} 0.2835 w 0 0 m 100 0 l S",
    "a line that is scaled up": f"{TEXT} 4 0 0 4 0 0 cm 0.1 w 0 0 m 9 0 l S",
    "a short box": f"{TEXT} 0 0 0.9 0.1 re f",
    "a path that was dropped": f"{TEXT} 0 0 100 0.1 re n 0 0 9 9 re f",
    "a state that was restored": f"q 0.1 w 1 0 0 1 k Q {TEXT} 0 0 m 9 0 l S",
    "an opaque state": f"{TEXT} /Plain gs 0 0 9 9 re f",
    "operators that make no sense": f"(a) w /F9 Tf 1 2 re {TEXT} Q Q",
}

FAULTY = {
    "font": (TEXT.replace("F0", "F1"), "font “Helvetica” on page 1 is not embedded; another may print for it"),
    "small": (TEXT.replace("12 Tf", "4.5 Tf"), "the smallest text on page 1 is 4.5 pt, below 5 pt"),
    "a little small": (TEXT.replace("12 Tf", "4.94 Tf"), "the smallest text on page 1 is 4.94 pt, below 5 pt"),
    "small and smaller": (
        TEXT.replace("12 Tf", "4.5 Tf") + TEXT.replace("12 Tf", "4 Tf") + TEXT.replace("12 Tf", "4.2 Tf"),
        "the smallest text on page 1 is 4 pt, below 5 pt",
    ),
    "small by its matrix": (f"q 0.3 0 0 0.3 0 0 cm {TEXT} Q", "the smallest text on page 1 is 3.6 pt, below 5 pt"),
    "thin": (f"{TEXT} 0.1 w 0 0 m 9 0 l S", "the thinnest line on page 1 is 0.0353 mm, below 0.1 mm"),
    "thinnest": (f"{TEXT} 0 w 0 0 m 9 0 l S", "the thinnest line on page 1 is 0 mm, below 0.1 mm"),
    "a thin box": (f"{TEXT} 0 0 100 0.1 re f", "the thinnest line on page 1 is 0.0353 mm, below 0.1 mm"),
    "a short thin box": (f"{TEXT} 0 0 1 0.1 re f", "the thinnest line on page 1 is 0.0353 mm, below 0.1 mm"),
    "a box of lines": (f"{TEXT} 0 0 m 100 0 l 100 0.1 l f", "the thinnest line on page 1 is 0.0353 mm, below 0.1 mm"),
    "a box with a thin edge": (f"{TEXT} 0.1 w 0 0 9 9 re B", "the thinnest line on page 1 is 0.0353 mm, below 0.1 mm"),
    "a thin line by its state": (f"{TEXT} /Thin gs 0 0 m 9 0 l S", "the thinnest line on page 1 is 0.0706 mm"),
    "outlined text of several inks": (f"1 Tr 0 1 1 0 K {TEXT}", "coloured text on page 1 is of several inks (M Y)"),
    "text in a row": (TEXT.replace("(a) Tj", "[(a) 9 (b)] TJ").replace("F0", "F1"), "font “Helvetica” on page 1"),
    "mixed": (f"{TEXT} /Mixed gs 0 0 9 9 re f", "page 1 uses transparency"),
    "masked": (f"{TEXT} /Masked gs 0 0 9 9 re f", "page 1 uses transparency"),
    "black of light": (f"0 0 0 rg {TEXT}", "black or grey text on page 1 is of several inks (C M Y K)"),
    "rich black": (f"0.6 0.4 0.4 1 k {TEXT}", "black or grey text on page 1 is of several inks (C M Y K)"),
    "a colour of light": (f"1 0 0 rg {TEXT}", "coloured text on page 1 is of several inks (M Y)"),
    "two spots": (f"/Two cs 0.5 0.5 scn {TEXT}", "coloured text on page 1 is of several inks (C Gold)"),
    "coloured": (f"0 1 1 0 k {TEXT}", "coloured text on page 1 is of several inks (M Y)"),
    "heavy": (f"0.9 0.8 0.8 0.9 k 0 0 9 9 re f 0 g {TEXT}", "page 1 has up to 340% of ink in one place, over 300%"),
    "transparent": (f"{TEXT} /Half gs 0 0 9 9 re f", "page 1 uses transparency, which some presses do not take"),
    "empty": ("", "page 1 is empty"),
    "white only": ("1 g 0 0 500 500 re f", "page 1 is empty"),
}


def with_states(content: str) -> Pdf:
    return drawn([content], ExtGState=STATES, ColorSpace=Dictionary(Two=TWO_SPOTS))


@pytest.mark.parametrize("name", SOUND)
def test_sound_pages_are_left_alone(name: str) -> None:
    assert found(with_states(SOUND[name])) == []


@pytest.mark.parametrize("name", FAULTY)
def test_each_fault_is_reported_once(name: str) -> None:
    content, sentence = FAULTY[name]
    (line,) = found(with_states(content))
    assert sentence in line


def with_picture(pixels: int, space: Name = Name.DeviceGray) -> Pdf:
    """A page with a picture of two inches and nothing else."""
    pdf = drawn(["q 144 0 0 144 0 0 cm /P Do Q"])
    picture = pdf.make_stream(bytes(pixels * pixels))
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, pixels, pixels
    picture.ColorSpace, picture.BitsPerComponent = space, 8
    pdf.pages[0].obj.Resources.XObject = Dictionary(P=picture)
    return pdf


@pytest.mark.parametrize(
    ("pixels", "sentence"),
    [
        (301, "a picture on page 1 has 150 dpi, below 200 dpi"),
        (395, "a picture on page 1 has 198 dpi, below 200 dpi"),
        (396, ""),
    ],
)
def test_a_coarse_picture_is_reported_with_its_resolution(pixels: int, sentence: str) -> None:
    pdf = with_picture(pixels)
    assert [sentence in line for line in found(pdf)] == [True] * bool(sentence)
    assert inspect(pdf, PLACE).pages[0].least_resolution == pixels // 2


def test_how_much_ink_a_picture_has_in_one_place_is_not_known() -> None:
    pdf = with_picture(400, Name.DeviceCMYK)
    assert found(pdf) == []
    (page,) = inspect(pdf, PLACE).pages
    assert page == PageInspection(1, 210.0, 297.0, ("C", "M", "Y", "K"), 0, False, least_resolution=200)


def test_what_a_form_paints_is_what_the_page_paints() -> None:
    pdf = drawn(["q 0.5 0 0 0.5 0 0 cm /X Do Q"])
    page = pdf.pages[0].obj
    form = pdf.make_stream(TEXT.replace("12 Tf", "8 Tf").encode())
    form.Type, form.Subtype, form.BBox, form.Resources = (
        Name.XObject,
        Name.Form,
        Array([0, 0, 600, 900]),
        page.Resources,
    )
    page.Resources.XObject = Dictionary(X=form)
    (line,) = found(pdf)
    assert "the smallest text on page 1 is 4 pt" in line


def test_a_form_in_itself_ends() -> None:
    pdf = drawn([f"{TEXT} /X Do"])
    form = pdf.make_stream(b"/X Do")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 900])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)
    assert found(pdf) == []


def test_pages_of_another_size_and_boxes_outside_each_other() -> None:
    pdf = drawn([TEXT, TEXT, TEXT])
    pdf.pages[1].obj.MediaBox = Array([0, 0, 419.5, 595.3])
    pdf.pages[2].obj.BleedBox = Array([10, 10, 500, 800])
    assert [line.partition("] ")[2].split(" (")[0] for line in found(pdf)] == [
        "page 2 is 148 × 210 mm, page 1 is 210 × 297 mm",
        "the boxes of page 3",
    ]


@pytest.mark.parametrize("side", range(4))
@pytest.mark.parametrize("inner", ["TrimBox", "BleedBox"])
def test_a_box_may_lie_outside_the_next_on_no_side(inner: str, side: int) -> None:
    """A hundredth of a point is rounding."""
    codes = []
    for beyond in (0.009, 0.01, 0.02):
        pdf = drawn([TEXT])
        page = pdf.pages[0].obj
        page.MediaBox = Array([0, 0, 600, 900])
        page.TrimBox, page.BleedBox = Array([20, 20, 580, 880]), Array([10, 10, 590, 890])
        outer = [10, 10, 590, 890] if inner == "TrimBox" else [0, 0, 600, 900]
        edges = [float(edge) for edge in page[f"/{inner}"]]
        edges[side] = outer[side] + (beyond if side > 1 else -beyond)
        page[f"/{inner}"] = Array(edges)
        codes.append([each.code for each in inspect(pdf, PLACE).found if each.code != "print-pages-uneven"])
    assert codes == [[], [], ["print-boxes"]]


def test_turned_pages_are_as_large_as_they_are_seen() -> None:
    pdf = drawn([TEXT, TEXT])
    pdf.pages[1].obj.MediaBox, pdf.pages[1].obj.Rotate = Array([0, 0, 841.89, 595.276]), 90
    assert found(pdf) == []


def test_the_number_of_pages_is_that_of_a_booklet() -> None:
    codes = [[each.code for each in inspect(drawn([TEXT] * pages), PLACE).found] for pages in range(1, 9)]
    assert [not each for each in codes] == [pages % 4 == 0 for pages in range(1, 9)]


def test_the_blanks_of_a_booklet_are_counted() -> None:
    (last,) = inspect(drawn([TEXT] * 5), PLACE).found
    assert "the number of pages, 5, is not a multiple of 4; for a booklet, add 3" in render_concise(last, "en")
    square = drawn([TEXT])
    square.pages[0].obj.MediaBox = Array([0, 0, 500, 500])
    assert [each.words["blanks"] for each in inspect(square, PLACE).found] == ["3"]
    lying = drawn([TEXT])
    lying.pages[0].obj.Rotate = 90
    assert inspect(lying, PLACE).found == ()


@pytest.mark.parametrize("name", ["MediaBox", "TrimBox", "BleedBox"])
@pytest.mark.parametrize("box", [[], [0, 0, 595], [0, 0, Name.A, 842], Name.A], ids=str)
def test_a_page_with_a_broken_box_cannot_be_read(name: str, box: Object) -> None:
    pdf = drawn([TEXT, TEXT])
    pdf.pages[0].obj[f"/{name}"] = box
    assert [(each.code, each.words["page"]) for each in inspect(pdf, PLACE).found if "page" in each.words] == [
        ("pdf-page-unreadable", "1")
    ]


def test_lengths_of_a_page_are_rounded() -> None:
    pdf = drawn([TEXT.replace("12 Tf", "9.876 Tf") + " 0.345 w 0 0 m 9 9 l S"])
    pdf.pages[0].obj.MediaBox = Array([0, 0, 300, 500])
    (page,) = inspect(pdf, PLACE).pages
    assert (page.width, page.height, page.least_text, page.least_line) == (105.8, 176.4, 9.88, 0.34)


def test_what_a_page_is_like() -> None:
    """Its size, its inks with spot colours last, the most of them in one place, and the smallest of each kind."""
    content = f"{TEXT} 0 1 0 0.5 K 0.4 w 0 0 m 9 9 l S 9 w 0 0 m 9 9 l S /Spot cs 0.25 scn 0 0 9 9 re f"
    (page,) = inspect(drawn([content], ColorSpace=Dictionary(Spot=SPOT)), PLACE).pages
    assert page == PageInspection(1, 210.0, 297.0, ("M", "K", "PANTONE"), 150, False, 12.0, 0.4)
    (empty,) = inspect(drawn([""]), PLACE).pages
    assert empty == PageInspection(1, 210.0, 297.0, (), 0, True)


@pytest.mark.parametrize(("height", "reported"), [(843.2, False), (843.4, True)])
def test_pages_may_differ_by_half_a_millimetre(height: float, *, reported: bool) -> None:
    pdf = drawn([TEXT, TEXT])
    pdf.pages[1].obj.MediaBox = Array([0, 0, 595.276, height])
    assert [each.code for each in inspect(pdf, PLACE).found][: len(pdf.pages) - 1] == [
        "print-page-size" if reported else "print-pages-uneven"
    ]


INKS = {
    "black": f"0 g {TEXT} 0 0 300 300 re f",
    "cyan and black": "1 0 0 0.5 k 0 0 300 300 re f",
    "magenta lines": "0 1 0 0 K 9 w 0 0 m 300 300 l S",
    "yellow under paper": "0 0 1 0 k 0 0 300 300 re f 0 g 400 400 9 9 re f",
    "a spot colour": "/Spot cs 1 scn 0 0 300 300 re f",
}


@pytest.mark.slow
def test_inks_are_those_that_ghostscript_counts(tmp_path: Path) -> None:
    """On every page, the process inks we name are those of which ``inkcov`` finds any."""
    black = Array([Name.Separation, Name.Black, Name.DeviceGray, _tint()])
    pdf = drawn(list(INKS.values()), ColorSpace=Dictionary(Spot=black))
    (tmp_path / "a.pdf").write_bytes(bytes_of(pdf))
    ran = subprocess.run(
        [outside_program("gs"), "-q", "-o", "-", "-sDEVICE=inkcov", str(tmp_path / "a.pdf")],
        capture_output=True,
        encoding="ascii",
        timeout=120,
        check=True,
    )
    counted = [
        tuple(ink for ink, share in zip("CMYK", line.split()[:4], strict=True) if float(share) > 0)
        for line in ran.stdout.splitlines()
        if line.endswith("OK")
    ]
    assert [page.inks for page in inspect(pdf, PLACE).pages] == counted
    assert len(counted) == len(INKS)


def _tint() -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)
