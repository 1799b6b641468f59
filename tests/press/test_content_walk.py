"""What each operator of a page paints: one mark a line, with its size, its inks and what else is asked of it."""

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportgen.press.content_walk import Mark, marks_on
from tests.press.making import drawn

LETTER = "BT /F0 12 Tf (a) Tj ET"
STATES = Dictionary(
    Fill=Dictionary(ca=0.5),
    Stroke=Dictionary(CA=0.99),
    Opaque=Dictionary(ca=1, CA=1, BM=Name.Compatible, SMask=Name("/None")),
    Multiply=Dictionary(BM=Name.Multiply),
    FirstOfSeveral=Dictionary(BM=Array([Name.Normal, Name.Multiply])),
    NoneOfSeveral=Dictionary(BM=Array([])),
    Masked=Dictionary(SMask=Dictionary()),
    Thick=Dictionary(LW=7),
)
SPACES = Dictionary(
    Spot=Array([Name.Separation, Name("/PANTONE"), Name.DeviceCMYK, Dictionary()]),
    Two=Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, Dictionary()]),
)
SHADINGS = Dictionary(Red=Dictionary(ColorSpace=Name.DeviceRGB), Gold=Dictionary(ColorSpace=Name.Spot))


def shown(mark: Mark) -> str:
    """A mark in a line: kind, size in points, inks in per cent, resolution, the font that is missing."""
    inks = " ".join(f"{name}{100 * share:.0f}" for name, share in mark.paint.inks.items() if share >= 0.005)
    parts = (
        mark.kind,
        f"{mark.size:.3g}" if mark.size else "",
        inks or "nothing",
        f"{mark.resolution:.4g} dpi" if mark.resolution else "",
        mark.font,
        "transparent" if mark.is_transparent else "",
    )
    return " ".join(filter(None, parts))


def marks(content: str, **resources: Dictionary) -> list[str]:
    """The marks of a page with these operators."""
    return marks_of(drawn([content], **{"ExtGState": STATES, "ColorSpace": SPACES, "Shading": SHADINGS} | resources))


def marks_of(pdf: Pdf) -> list[str]:
    return [shown(mark) for mark in marks_on(pdf.pages[0])]


TEXTS = {
    LETTER: ["text 12 K100"],
    "BT (a) Tj ET": ["text K100 ?"],
    "BT /F1 -9 Tf (a) Tj ET": ["text 9 K100 Helvetica"],
    "BT /F9 9 Tf (a) Tj ET": ["text 9 K100 ?"],
    "BT /F0 9 Tf (a) ' ET": ["text 9 K100"],
    'BT /F0 9 Tf 1 2 (a) " ET': ["text 9 K100"],
    "BT /F0 9 Tf [3 (a) 4] TJ ET": ["text 9 K100"],
    "BT /F0 9 Tf [3 () 4] TJ [3] TJ [] TJ () Tj ET": [],
    "BT /F0 9 Tf 2 0 0 3 5 7 Tm (a) Tj ET": ["text 27 K100"],
    "BT /F0 9 Tf 0 3 -4 0 5 7 Tm (a) Tj ET": ["text 36 K100"],
    "BT /F0 9 Tf 1 0 3 4 5 7 Tm (a) Tj ET": ["text 45 K100"],
    f"BT 3 0 0 3 0 0 Tm ET {LETTER}": ["text 12 K100"],
    f"2 0 0 3 5 7 cm {LETTER}": ["text 36 K100"],
    f"0 2 -3 0 0 0 cm {LETTER}": ["text 36 K100"],
    f"0 2 -3 0 0 0 cm 5 0 0 1 0 0 cm {LETTER}": ["text 36 K100"],
    f"0 2 -3 0 0 0 cm 1 0 0 5 0 0 cm {LETTER}": ["text 180 K100"],
    f"1 0 1 1 0 0 cm 1 0 0 4 0 0 cm {LETTER}": ["text 67.9 K100"],
    f"1 4 0 1 0 0 cm 1 0 1 1 0 0 cm {LETTER}": ["text 61.2 K100"],
    f"1 2 3 4 0 0 cm 5 6 7 8 0 0 cm {LETTER}": ["text 666 K100"],
    "2 0 0 2 0 0 cm BT /F0 9 Tf 1 0 0 2 0 0 Tm (a) Tj ET": ["text 36 K100"],
    **{
        f"0 1 0 rg 1 0 0 RG {mode} Tr {LETTER}": [f"text 12 {inks}"]
        for mode, inks in {0: "C100 Y100", 1: "M100 Y100", 2: "C100 Y100", 4: "C100 Y100", 5: "M100 Y100"}.items()
    },
    f"3 Tr {LETTER} 7 Tr {LETTER} 6 Tr {LETTER}": ["text 12 K100"],
}
"""Sizes are those of the letters on paper, however the matrices stretch, turn and slant them."""

PATHS = {
    "0 0 m 9 0 l S": ["line 1 K100"],
    "3 w 0 0 m 9 0 l s": ["line 3 K100"],
    "3 w 2 0 0 8 0 0 cm 0 0 m 9 0 l S": ["line 12 K100"],
    "3 w 0 2 -8 0 0 0 cm 0 0 m 9 0 l S": ["line 12 K100"],
    "3 w 2 2 -2 2 0 0 cm 0 0 m 9 0 l S": ["line 8.49 K100"],
    "q 3 w q 5 w Q 0 0 m 9 0 l S Q 0 0 m 9 0 l S Q 0 0 m 9 0 l S": ["line 3 K100", "line 1 K100", "line 1 K100"],
    "/Thick gs 0 0 m 9 0 l S": ["line 7 K100"],
    "2 3 7 4 re f": ["fill 4 K100"],
    "2 3 4 7 re F": ["fill 4 K100"],
    "9 9 -4 -7 re f*": ["fill 4 K100"],
    "0 0 50 5 re f 0 0 49 5 re f 0 0 5 50 re f": ["line 5 K100", "fill 5 K100", "line 5 K100"],
    "f": ["fill K100"],
    "3 3 0 0 re f": ["fill K100"],
    "5 5 m 6 5 4 30 re f": ["fill 5 K100"],
    "5 5 m 5 6 30 4 re f": ["fill 5 K100"],
    "0 0 1 0.1 re f": ["line 0.1 K100"],
    "0 0 m 0 9 l f": ["line K100"],
    "1 1 m 9 1 l 9 4 l f": ["fill 3 K100"],
    "1 1 m 2 4 9 3 5 2 c f": ["fill 3 K100"],
    "1 1 m 2 4 9 3 v f": ["fill 3 K100"],
    "1 1 m 2 4 9 3 y f": ["fill 3 K100"],
    "2 0 0 3 9 9 cm 1 1 6 5 re f": ["fill 12 K100"],
    "0 3 2 0 9 9 cm 1 1 6 5 re f": ["fill 10 K100"],
    "1 1 -1 1 9 9 cm 1 1 6 5 re f": ["fill 7.07 K100"],
    "1 1 -1 1 9 9 cm 1 1 60 5 re f": ["line 7.07 K100"],
    "1 2 3 4 0 0 cm 5 6 7 8 0 0 cm 0 0 1 1 re f": ["fill 41 K100"],
    "1 2 3 4 0 0 cm 5 6 7 8 0 0 cm 3 w 0 0 1 1 re S": ["line 6 K100"],
    "0 0 9 9 re n 0 0 5 5 re f": ["fill 5 K100"],
    "0 0 9 9 re f 0 0 5 5 re f": ["fill 9 K100", "fill 5 K100"],
    "0 0 9 9 re S 0 0 5 5 re f": ["line 1 K100", "fill 5 K100"],
    **{
        f"0 1 0 rg 1 0 0 RG 0 0 9 9 re {both} 0 0 5 5 re f": [
            "fill 9 C100 Y100",
            "line 1 M100 Y100",
            "fill 5 C100 Y100",
        ]
        for both in ("B", "B*", "b", "b*")
    },
}

COLOURS = {
    "0.25 g": "K75", "0.2 0.8 1 rg": "C80 M20", "0.1 0.2 0.3 0.4 k": "C10 M20 Y30 K40",
    "0 1 0 rg /DeviceGray cs": "K100", "/DeviceCMYK cs 0.1 0.2 0 0 sc": "C10 M20", "0 1 0 rg 1 0 0 sc": "M100 Y100",
    "0 1 0 rg 1 0 0 scn": "M100 Y100", "/Spot cs": "PANTONE100", "/Spot cs 0.3 scn": "PANTONE30",
    "/Two cs 0.3 0.6 sc": "C30 Gold60", "/Pattern cs /P1 scn": "nothing", "0.2 g 0.4 sc": "K60",
    "/Nowhere cs 0.4 scn": "nothing",
}  # fmt: skip
"""What sets the colour of fills; the same in capitals sets that of lines."""

STATE = {
    "/Fill gs": True, "/Stroke gs": True, "/Opaque gs": False, "/Multiply gs": True, "/FirstOfSeveral gs": False,
    "/NoneOfSeveral gs": True, "/Masked gs": True, "/Thick gs": False, "/Nowhere gs": False,
    "/Fill gs /Opaque gs": False, "q /Fill gs Q": False,
}  # fmt: skip


@pytest.mark.parametrize("content", [*TEXTS, *PATHS])
def test_texts_and_paths_have_the_size_and_the_inks_they_print_with(content: str) -> None:
    assert marks(content) == (TEXTS | PATHS)[content]


@pytest.mark.parametrize("content", COLOURS)
def test_fills_and_lines_have_colours_of_their_own(content: str) -> None:
    lines = " ".join(each.upper() if each.isalpha() else each for each in content.split(" "))
    painted = "0 0 9 9 re B"
    assert marks(f"{content} {painted}") == [f"fill 9 {COLOURS[content]}", "line 1 K100"]
    assert marks(f"{lines} {painted}") == ["fill 9 K100", f"line 1 {COLOURS[content]}"]


@pytest.mark.parametrize("content", STATE)
def test_whatever_is_painted_in_a_transparent_state_is_transparent(content: str) -> None:
    painted = [each.partition(" transparent") for each in marks(f"{content} {LETTER} 0 0 9 9 re B /Red sh")]
    assert [each[0] for each in painted] == [
        "text 12 K100",
        "fill 9 K100",
        f"line {7 if 'Thick' in content else 1} K100",
        "shading C100 M100 Y100",
    ]
    assert {bool(each[1]) for each in painted} == {STATE[content]}


DESCRIBED = {
    name: Dictionary({"/Subtype": Name.Type1, "/BaseFont": Name.Song, "/FontDescriptor": Dictionary({f"/{name}": 1})})
    for name in ("FontFile", "FontFile2", "FontFile3", "Flags")
}
FONTS = {
    **{name: (font, "Song" if name == "Flags" else "") for name, font in DESCRIBED.items()},
    "no name": (Dictionary(Subtype=Name.TrueType), "?"),
    "drawn in the file": (Dictionary(Subtype=Name.Type3, BaseFont=Name.Song), ""),
    "composite": (Dictionary(BaseFont=Name.Kai, DescendantFonts=Array([DESCRIBED["FontFile3"]])), ""),
    "composite and missing": (Dictionary(BaseFont=Name.Kai, DescendantFonts=Array([DESCRIBED["Flags"]])), "Kai"),
    "composite of nothing": (Dictionary(BaseFont=Name.Kai, DescendantFonts=Array([])), "Kai"),
    "composite, the first one counts": (
        Dictionary(BaseFont=Name.Kai, DescendantFonts=Array([DESCRIBED["Flags"], DESCRIBED["FontFile"]])),
        "Kai",
    ),
}


@pytest.mark.parametrize("name", FONTS)
def test_a_font_that_is_not_in_the_file_is_named(name: str) -> None:
    font, missing = FONTS[name]
    assert marks(LETTER, Font=Dictionary(F0=font)) == [f"text 12 K100 {missing}".rstrip()]


def picture_on(matrix: str, *, before: str = "", **entries: Object | int | bool) -> list[str]:
    """The mark of a picture of 300 by 600 pixels, whose unit square is put on the page by a matrix."""
    pdf = drawn([f"{before} {matrix} cm /P Do"], ExtGState=STATES, ColorSpace=SPACES)
    picture = pdf.make_stream(b"", Subtype=Name.Image, Width=300, Height=600)
    for name, value in entries.items():
        picture[f"/{name}"] = value
    pdf.pages[0].obj.Resources.XObject = Dictionary(P=picture)
    return marks_of(pdf)


@pytest.mark.parametrize(
    ("matrix", "resolution"),
    [
        ("144 0 0 144 5 7", 150),
        ("72 0 0 288 5 7", 150),
        ("0 144 -144 0 0 0", 150),
        ("0 288 -144 0 0 0", 75),
        ("86.4 115.2 -144 0 0 0", 150),
        ("36 0 172.8 230.4 0 0", 150),
        ("0 0 0 0 0 0", 2.16e10),
    ],
)
def test_a_picture_has_its_coarser_resolution(matrix: str, resolution: float) -> None:
    assert picture_on(matrix) == [f"picture K100 {resolution:.4g} dpi"]


def test_a_picture_without_a_size_is_skipped() -> None:
    assert picture_on("72 0 0 72 0 0", Width=Name.A) == []
    assert marks(f"72 0 0 72 0 0 cm BI /W 4 ID abcd EI {LETTER}") == ["text 864 K100"]


PICTURES: dict[str, tuple[str, dict[str, Object | int | bool], str]] = {
    "no space": ("0 1 0 rg", {}, "K100"),
    "of light": ("", {"ColorSpace": Name.DeviceRGB}, "C100 M100 Y100"),
    "of a spot": ("", {"ColorSpace": Name.Spot}, "PANTONE100"),
    "a stencil": ("0 1 0 rg", {"ImageMask": True}, "C100 Y100"),
    "no stencil": ("0 1 0 rg", {"ImageMask": False}, "K100"),
    "masked": ("", {"SMask": Dictionary()}, "K100 transparent"),
    "seen through": ("/Fill gs", {}, "K100 transparent"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_prints_with_the_inks_of_its_space(name: str) -> None:
    before, entries, expected = PICTURES[name]
    inks, _, more = expected.partition(" transparent")
    found = picture_on("72 0 0 144 0 0", before=before, **entries)
    assert found == [f"picture {inks} 300 dpi{' transparent' if 'transparent' in expected else ''}{more}"]


@pytest.mark.parametrize(
    ("entries", "inks"),
    [
        ("/W 4 /H 8", "K100"),
        ("/Width 4 /Height 8 /ColorSpace /DeviceRGB", "C100 M100 Y100"),
        ("/W 4 /H 8 /CS /CMYK", "C100 M100 Y100 K100"),
        ("/W 4 /H 8 /CS /Two", "C100 Gold100"),
        ("/W 4 /H 8 /IM true", "M100 Y100"),
        ("/W 4 /H 8 /ImageMask false", "K100"),
    ],
)
def test_a_picture_in_the_line_has_its_short_names(entries: str, inks: str) -> None:
    content = f"1 0 0 rg 72 0 0 288 0 0 cm BI {entries} /BPC 8 ID abcdefgh EI"
    assert marks(content) == [f"picture {inks} 2 dpi"]


def test_a_shading_prints_with_the_inks_of_its_space() -> None:
    assert marks("/Red sh /Gold sh /Nowhere sh") == ["shading C100 M100 Y100", "shading PANTONE100", "shading K100"]


def form_in(pdf: Pdf, content: str, **entries: Object) -> Object:
    """A form with these operators."""
    form = pdf.make_stream(content.encode("ascii"), Subtype=Name.Form)
    for name, value in entries.items():
        form[f"/{name}"] = value
    return form


OWN = Dictionary(Font=Dictionary(F0=DESCRIBED["Flags"]))
GROUP = Dictionary(S=Name.Transparency)

FORMS: dict[str, tuple[str, str, dict[str, Object], list[str]]] = {
    "with the resources of the page": ("/X Do", LETTER, {}, ["text 12 K100"]),
    "with its own": ("/X Do", LETTER, {"Resources": OWN}, ["text 12 K100 Song"]),
    "larger": ("/X Do", LETTER, {"Matrix": Array([2, 0, 0, 3, 5, 7])}, ["text 36 K100"]),
    "larger where the page is": ("2 0 0 2 0 0 cm /X Do", LETTER, {}, ["text 24 K100"]),
    "in the colour before it": ("0 1 0 rg /X Do", LETTER, {}, ["text 12 C100 Y100"]),
    "with a colour of its own": (f"/X Do {LETTER}", f"0 1 0 rg {LETTER}", {}, ["text 12 C100 Y100", "text 12 K100"]),
    "of a broken matrix": (f"/X Do {LETTER}", LETTER, {"Matrix": Array([1, 0])}, ["text 12 K100"]),
    "seen through": ("/Fill gs /X Do", LETTER, {}, ["text 12 K100 transparent"]),
    "opaque by itself": ("/Fill gs /X Do", f"/Opaque gs {LETTER}", {}, ["text 12 K100"]),
    "as a whole": ("/Fill gs /X Do", f"/Opaque gs {LETTER}", {"Group": GROUP}, ["text 12 K100 transparent"]),
    "as another whole": ("/Fill gs /X Do", f"/Opaque gs {LETTER}", {"Group": Dictionary()}, ["text 12 K100"]),
    "an opaque whole": ("/X Do", LETTER, {"Group": GROUP}, ["text 12 K100"]),
    "a whole of some": ("/X Do", f"/Fill gs {LETTER}", {"Group": GROUP}, ["text 12 K100 transparent"]),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_paints_in_the_state_it_is_used_in(name: str) -> None:
    content, inner, entries, expected = FORMS[name]
    pdf = drawn([content], ExtGState=STATES)
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=form_in(pdf, inner, **entries))
    assert marks_of(pdf) == expected


@pytest.mark.parametrize(("forms", "expected"), [(1, 1), (12, 1), (13, 0)])
def test_forms_are_looked_into_twelve_deep(forms: int, expected: int) -> None:
    pdf = drawn(["/X Do"])
    form = form_in(pdf, LETTER)
    for _ in range(forms - 1):
        form = form_in(pdf, "/X Do", Resources=Dictionary(XObject=Dictionary(X=form)))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)
    assert marks_of(pdf) == ["text 12 K100 ?" if forms > 1 else "text 12 K100"] * expected


def test_what_is_not_there_or_no_stream_paints_nothing() -> None:
    assert marks(f"/X Do /Y Do {LETTER}", XObject=Dictionary(X=Dictionary())) == ["text 12 K100"]
    assert marks(f"/X Do {LETTER}") == ["text 12 K100"]


def test_a_page_without_resources_has_its_marks() -> None:
    pdf = drawn([f"/Spot cs /Red sh {LETTER} 0 0 9 9 re f"])
    del pdf.pages[0].obj["/Resources"]
    assert marks_of(pdf) == ["shading K100", "text 12 K100 ?", "fill 9 K100"]
