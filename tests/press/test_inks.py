"""What colours print with: shares of inks, whatever the colour space."""

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from reportgen.press.inks import Paint, cmyk_paint, grey_paint, rgb_paint, space_of

FUNCTION = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)


@pytest.mark.parametrize(
    ("paint", "inks", "is_neutral"),
    [
        (grey_paint(1), {}, True),
        (grey_paint(0.25), {"K": 0.75}, True),
        (rgb_paint(1, 1, 1), {}, False),
        (rgb_paint(0.8, 0, 0), {"M": 0.8, "Y": 0.8, "K": 0.2}, False),
        (rgb_paint(0, 0.5, 1), {"C": 1, "M": 0.5}, False),
        (rgb_paint(0.02, 0, 0), {"C": 0.001, "M": 0.001, "Y": 0.001, "K": 0.98}, True),
        (rgb_paint(0.99, 1, 1), {"C": 0.001, "M": 0.001, "Y": 0.001}, True),
        (cmyk_paint((0, 0, 0, 0.4)), {"K": 0.4}, True),
        (cmyk_paint((0.6, 0.5, 0.5, 1)), {"C": 0.6, "M": 0.5, "Y": 0.5, "K": 1}, True),
        (cmyk_paint((0, 1, 1, 0)), {"M": 1, "Y": 1}, False),
        (cmyk_paint((0.5, 0, 0, 0.75)), {"C": 0.5, "K": 0.75}, True),
        (cmyk_paint((0, 0.7, 0, 0.75)), {"M": 0.7, "K": 0.75}, False),
    ],
)
def test_a_colour_has_its_inks(paint: Paint, inks: dict[str, float], is_neutral: bool) -> None:
    assert paint.inks == pytest.approx(inks)
    assert paint.used == inks.keys()
    assert paint.is_neutral is is_neutral
    assert paint.total == pytest.approx(sum(inks.values()))


def test_a_grey_of_light_needs_all_four_inks_on_a_press() -> None:
    grey = rgb_paint(0.2, 0.2, 0.2)
    assert grey.used == {"C", "M", "Y", "K"}
    assert grey.is_neutral
    assert grey.inks["K"] == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("space", "numbers", "inks"),
    [
        (Name.DeviceGray, [0.5], {"K": 0.5}),
        (Name.DeviceCMYK, [0.1, 0, 0, 0.2], {"C": 0.1, "K": 0.2}),
        (Array([Name.Separation, Name("/PANTONE 186"), Name.DeviceCMYK, FUNCTION]), [0.3], {"PANTONE 186": 0.3}),
        (Array([Name.Separation, Name.Black, Name.DeviceGray, FUNCTION]), [0.3], {"K": 0.3}),
        (Array([Name.Separation, Name("/None"), Name.DeviceGray, FUNCTION]), [0.3], {}),
        (
            Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, FUNCTION]),
            [1, 0.5],
            {"C": 1, "Gold": 0.5},
        ),
        (Array([Name.DeviceN, Array([Name.Cyan, Name.Gold]), Name.DeviceCMYK, FUNCTION]), [0, 0.5], {"Gold": 0.5}),
        (Array([Name.Indexed, Name.DeviceGray, 1, b"ab"]), [0.5], {"K": 0.5}),
        (Name.Own, [0, 0, 0, 1], {"K": 1}),
        (Name.Pattern, [1], {}),
        (Array([Name.Separation, Name.All, Name.DeviceGray, FUNCTION]), [0.5] * 4, dict.fromkeys("CMYK", 0.5)),
        (Array([Name.Lab, Dictionary()]), [1, 0, 0], {"M": 1, "Y": 1}),
        (Name.DeviceCMYK, [0, 0, 1], {}),
        (Name.DeviceCMYK, [0.1, 0, 0, 0.2, 0.9], {"C": 0.1, "K": 0.2}),
        (Array([]), [1], {}),
    ],
)
def test_a_space_says_what_its_numbers_are(space: Object, numbers: list[float], inks: dict[str, float]) -> None:
    named = Dictionary(Own=Name.DeviceCMYK)
    assert space_of(space, named).paint(numbers).inks == pytest.approx(inks)


@pytest.mark.parametrize(("components", "full"), [(1, "K"), (3, "CMY"), (4, "CMYK"), (2, "CMY"), (None, "CMY")])
def test_a_profile_says_how_many_inks_a_space_has(components: int | None, full: str) -> None:
    pdf = Pdf.new()
    profile = pdf.make_stream(b"")
    if components:
        profile.N = components
    assert space_of(Array([Name.ICCBased, profile]), None).full.inks == dict.fromkeys(full, 1)
    assert space_of(Array([Name.ICCBased, Name.Lost]), None).full.inks == dict.fromkeys("CMY", 1)


@pytest.mark.parametrize(
    ("red", "is_neutral"), [(0.5, True), (0.519, True), (0.521, False), (0.479, False), (0.481, True)]
)
def test_a_grey_may_have_a_shade(red: float, *, is_neutral: bool) -> None:
    assert rgb_paint(red, 0.5, 0.5).is_neutral is is_neutral


@pytest.mark.parametrize(("cyan", "is_neutral"), [(0.14, True), (0.15, True), (0.16, False)])
def test_a_grey_of_inks_may_have_more_cyan(cyan: float, *, is_neutral: bool) -> None:
    assert cmyk_paint((cyan, 0, 0, 0)).is_neutral is is_neutral
