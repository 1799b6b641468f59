"""Where pages, marks and boxes are on paper, in points from the lower left corner."""

from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportgen.press.geometry import Box, Press, Size, common_scale, marks, placed
from reportgen.press.imposing import Description, impose
from reportgen.press.imposition import Side, Spot
from reportgen.press.pages import SeenPage, box_of, page_as_form, seen_page
from tests.press.making import drawn

SHEET = (200.0, 100.0)
CROP = [
    (30, 14, 30, 0), (30, 146, 30, 160), (230, 14, 230, 0), (230, 146, 230, 160),
    (14, 30, 0, 30), (246, 30, 260, 30), (14, 130, 0, 130), (246, 130, 260, 130),
]  # fmt: skip
"""Of a sheet with a bleed of 10 points, 6 points beyond it and 14 long."""

FOLD = [(130, 14, 130, 0), (130, 146, 130, 160)]


@pytest.mark.parametrize(
    ("press", "expected"),
    [
        (Press(SHEET, 2, folded=True), []),
        (Press(SHEET, bleed=10), CROP),
        (Press(SHEET, 2, folded=True, bleed=10), CROP + FOLD),
    ],
)
def test_marks_are_outside_the_bleed(press: Press, expected: list[Box]) -> None:
    assert list(marks(press)) == expected


@pytest.mark.parametrize(
    ("press", "spot", "size", "matrix", "clip"),
    [
        (Press(SHEET), Spot(0, 0, 0), (200, 100), (1, 0, 0, 1, 0, 0), (0, 0, 200, 100)),
        (Press(SHEET), Spot(0, 0, 0), (100, 50), (1, 0, 0, 1, 50, 25), (0, 0, 200, 100)),
        (Press(SHEET, bleed=10), Spot(0, 0, 0), (200, 100), (1, 0, 0, 1, 30, 30), (20, 20, 240, 140)),
        (Press(SHEET, 2, 2), Spot(0, 0, 0), (100, 50), (1, 0, 0, 1, 0, 50), (0, 50, 100, 100)),
        (Press(SHEET, 2, 2), Spot(0, 1, 1), (100, 50), (1, 0, 0, 1, 100, 0), (100, 0, 200, 50)),
        (Press(SHEET, 2, 2, bleed=10), Spot(0, 1, 1), (100, 50), (1, 0, 0, 1, 130, 30), (130, 20, 240, 80)),
        (Press(SHEET, 2, 2, bleed=10), Spot(0, 0, 0), (100, 50), (1, 0, 0, 1, 30, 80), (20, 80, 130, 140)),
        (Press(SHEET, 2), Spot(0, 0, 0, turned=True), (80, 60), (-1, 0, 0, -1, 90, 80), (0, 0, 100, 100)),
        (Press(SHEET, 2, folded=True), Spot(0, 0, 0), (80, 60), (1, 0, 0, 1, 20, 20), (0, 0, 100, 100)),
        (Press(SHEET, 2, folded=True), Spot(0, 1, 0), (80, 60), (1, 0, 0, 1, 100, 20), (100, 0, 200, 100)),
        (Press(SHEET, 2, 1, True, 2), Spot(0, 0, 0, steps=3), (80, 60), (1, 0, 0, 1, 26, 20), (0, 0, 100, 100)),
        (Press(SHEET, 2, 1, True, 2), Spot(0, 1, 0, steps=3), (80, 60), (1, 0, 0, 1, 94, 20), (100, 0, 200, 100)),
    ],
)  # fmt: skip
def test_a_page_is_in_the_middle_of_its_room_or_at_the_fold(
    press: Press, spot: Spot, size: Size, matrix: tuple[float, ...], clip: Box
) -> None:
    (page,) = placed(Side(0, is_back=False, spots=(spot,)), [size], press, 1.0)
    assert (page.matrix, page.clip) == (matrix, clip)


def test_one_scale_is_for_the_page_that_fits_least() -> None:
    assert common_scale([(100, 100), (100, 200), (400, 100)], (200, 300)) == 0.5
    assert common_scale([(100, 100), (100, 400), (200, 100)], (200, 300)) == 0.75


@pytest.mark.parametrize(("turned", "matrix"), [(False, (0.5, 0, 0, 0.5, 60, 35)), (True, (-0.5, 0, 0, -0.5, 140, 65))])
def test_a_page_is_in_the_middle_as_large_as_it_prints(matrix: tuple[float, ...], *, turned: bool) -> None:
    side = Side(0, is_back=False, spots=(Spot(0, 0, turned=turned), Spot(None, 0)))
    (page,) = placed(side, [(160, 60)], Press(SHEET), 0.5)
    assert page.matrix == matrix


@pytest.mark.parametrize(
    ("quarters", "size", "matrix"),
    [
        (0, (90, 50), (1, 0, 0, 1, -10, -20)),
        (1, (50, 90), (0, -1, 1, 0, -20, 100)),
        (2, (90, 50), (-1, 0, 0, -1, 100, 70)),
        (3, (50, 90), (0, 1, -1, 0, 70, -10)),
        (-1, (50, 90), (0, 1, -1, 0, 70, -10)),
        (4, (90, 50), (1, 0, 0, 1, -10, -20)),
    ],
)
@pytest.mark.parametrize("unit", [1, 2])
def test_a_page_is_seen_turned_and_in_its_unit(quarters: int, unit: int, size: Size, matrix: tuple[float, ...]) -> None:
    pdf = drawn([""])
    pdf.pages[0].obj.TrimBox = Array([100, 20, 10, 70])
    pdf.Root.Pages.Rotate = 90 * quarters
    pdf.pages[0].obj.UserUnit = unit
    seen = seen_page(pdf.pages[0])
    assert seen.size == (size[0] * unit, size[1] * unit)
    assert seen.matrix == tuple(number * unit for number in matrix)


@pytest.mark.parametrize(
    ("box", "is_seen"),
    [
        ([0, 0, 1, 1], True),
        ([-30, -70, -29, -69], True),
        ([30, 70, 31, 71], True),
        ([0, 0, 0.9, 5], False),
        ([0, 0, 5, 0.9], False),
        ([30, 70, 30.9, 79], False),
        ([70, 30, 79, 30.9], False),
    ],
)
def test_a_page_has_at_least_a_point_each_way(box: list[float], *, is_seen: bool) -> None:
    pdf = drawn([""])
    pdf.pages[0].obj.TrimBox = Array(box)
    if is_seen:
        assert seen_page(pdf.pages[0]).size == (1, 1)
    else:
        with pytest.raises(ValueError, match=r"0\.9|30\.9"):
            seen_page(pdf.pages[0])


@pytest.mark.parametrize("folded", [True, False])
def test_the_operators_of_a_side_and_its_boxes(*, folded: bool) -> None:
    """A page inside its clip, crop marks, and marks of the fold in dashes; a page without content is left out."""
    side = Side(0, is_back=False, spots=(Spot(0, 0, 0), Spot(1, 0, 1)))
    press = Press(SHEET, 2, folded=folded, bleed=10)
    made = Pdf.open(BytesIO(impose(drawn(["0 0 9 9 re f", ""]), [side], press, Description("印刷用", "test"))))
    page = made.pages[0]
    first, *others = page.obj.Contents.read_bytes().decode().splitlines()
    assert first.startswith("q 20.000 20.000 110.000 120.000 re W n ")
    assert first.endswith(" cm /P0 Do Q")
    assert others == [
        "q 0 G 0.30 w",
        *(_line(mark) for mark in CROP),
        *(["[3 2] 0 d", *(_line(mark) for mark in FOLD)] if folded else []),
        "Q",
    ]
    assert list(page.obj.Resources.XObject) == ["/P0"]
    scale = 100 / 841.89
    assert [float(edge) for edge in page.obj.Resources.XObject.P0.BBox] == pytest.approx(
        [-10 / scale, -10 / scale, 595.276 + 10 / scale, 841.89 + 10 / scale], abs=0.01
    )
    assert box_of(page.mediabox) == (0, 0, 260, 160)
    assert box_of(page.trimbox) == (30, 30, 230, 130)
    assert box_of(page.obj.BleedBox) == (20, 20, 240, 140)


@pytest.mark.parametrize("unit", [1, 2])
def test_a_page_as_a_form_has_its_trimmed_corner_at_the_origin_and_its_bleed(unit: int) -> None:
    """Turned and in its unit as it is seen; it belongs to no structure, since there is none on the sheet."""
    pdf = drawn(["0 0 9 9 re f"])
    page = pdf.pages[0]
    page.obj.TrimBox, page.obj.Rotate, page.obj.UserUnit = Array([10, 20, 100, 70]), 90, unit
    page.obj.StructParents = 0
    made = Pdf.new()
    form = page_as_form(made, page, seen_page(page), 6)
    assert [float(edge) for edge in form.BBox] == [10 - 6 / unit, 20 - 6 / unit, 100 + 6 / unit, 70 + 6 / unit]
    assert [float(number) for number in form.Matrix] == [0, -unit, unit, 0, -20 * unit, 100 * unit]
    assert Name.StructParents not in form


@pytest.mark.parametrize(("levels", "quarters"), [(1, 1), (63, 1), (64, 0)])
def test_a_page_is_turned_as_what_it_is_in(levels: int, quarters: int) -> None:
    """Not however deep: a tree of pages may be a circle."""
    pdf = drawn([""])
    above: Object = Dictionary(Rotate=90)
    for _ in range(levels - 1):
        above = Dictionary(Parent=above)
    pdf.pages[0].obj.Parent = above
    assert seen_page(pdf.pages[0]).quarters == quarters


def test_a_page_that_says_nothing_is_upright_and_in_points() -> None:
    pdf = drawn([""])
    assert seen_page(pdf.pages[0]) == SeenPage((0, 0, 595.276, 841.89), 0, 1)
    pdf.pages[0].obj.Rotate = 100
    assert seen_page(pdf.pages[0]).quarters == 1


def test_a_print_file_says_what_it_is_and_whose_pages_it_has() -> None:
    """In the document information and in the metadata alike; the program of the source is not that of the file."""
    source = drawn(["0 0 9 9 re f"] * 2)
    texts = {"/Title": "工作报告", "/Author": "某委员会", "/Keywords": "报告", "/CreationDate": "D:20260116000000Z"}
    for name, text in {**texts, "/Subject": "五年", "/Creator": "Word", "/Producer": "Word", "/Own": "1"}.items():
        source.docinfo[name] = text
    source.Root.OCProperties = Dictionary(D=Dictionary(OFF=Array([])))
    sides = [Side(0, is_back=False, spots=(Spot(0, 0), Spot(1, 1)))]
    content = impose(source, sides, Press(SHEET, 2), Description("印刷用", "reportgen 1"))
    assert impose(source, sides, Press(SHEET, 2), Description("印刷用", "reportgen 1")) == content
    assert content.startswith(b"%PDF-1.6")
    assert b" re W n " not in content, "it is compressed"
    made = Pdf.open(BytesIO(content))
    said = {**texts, "/Subject": "印刷用", "/Creator": "reportgen 1", "/Producer": "reportgen 1"}
    assert {name: str(value) for name, value in made.docinfo.items()} == said
    assert list(made.Root.OCProperties.D.OFF) == []
    with made.open_metadata() as packet:
        assert (packet["dc:title"], packet["dc:description"]) == ("工作报告", "印刷用")
        assert (packet["pdf:Producer"], packet["xmp:CreatorTool"]) == ("reportgen 1", "reportgen 1")
        assert "xmp:MetadataDate" not in packet


def _line(mark: Box) -> str:
    x, y, end_x, end_y = mark
    return f"{x:.3f} {y:.3f} m {end_x:.3f} {end_y:.3f} l S"
