"""A sheet for one ink: greys as light as its colours."""

import pytest

from reportgen.style import Colour
from reportgen.style.one_ink import grey_of, in_black
from tests.support import prepared, sheet_named


@pytest.mark.parametrize(
    ("colour", "grey"),
    [
        ("ff0000", "7f7f7f"),
        ("00ff00", "dcdcdc"),
        ("0000ff", "4c4c4c"),
        ("9b1b1e", "4f4f4f"),
        ("000a00", "070707"),
    ],
)
def test_a_grey_is_as_light_as_its_colour(colour: str, grey: str) -> None:
    """By the relative luminance of WCAG 2.2."""
    assert grey_of(Colour(colour)) == Colour(grey)


@pytest.mark.parametrize("level", range(256))
def test_greys_stay_as_they_are(level: int) -> None:
    grey = Colour(f"{level:02x}" * 3)
    assert grey_of(grey) == grey


def test_all_colours_of_a_sheet_are_greys_then() -> None:
    sheet = in_black(prepared(sheet_named("plenary")))
    assert {len(set(colour.rgb)) for colour in sheet.style.colours.values()} == {1}
    assert len(set(sheet.looks.block("heading-1").colour.rgb)) == 1
