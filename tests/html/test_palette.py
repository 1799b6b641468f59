"""Colours in the dark: what is read by day is read by night."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.html.palette import PAPER, Palette, night
from reportgen.style import Colour
from tests.support import ALL_SHEETS, sheet_named

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: Colour(f"{number:06x}"))

ENOUGH = 4.5
"""The contrast that AA asks (WCAG 2.2, 1.4.3)."""


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted(map(luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.rgb)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@given(ink=COLOURS, fill=COLOURS)
def test_letters_are_read_on_whatever_was_light(ink: Colour, fill: Colour) -> None:
    assert contrast(night(ink, "ink"), night(PAPER, "fill")) >= ENOUGH
    if contrast(ink, fill) >= ENOUGH and luminance(fill) > luminance(ink):
        assert contrast(night(ink, "ink"), night(fill, "fill")) >= ENOUGH


@pytest.mark.parametrize("style", ALL_SHEETS)
def test_light_letters_on_a_dark_ground_are_as_on_paper(style: str) -> None:
    sheet = sheet_named(style)
    for ground in sheet.colours.values():
        for ink in sheet.colours.values():
            if contrast(ink, ground) >= ENOUGH and luminance(ink) > luminance(ground):
                assert contrast(night(ink, "ink"), night(ground, "fill")) >= ENOUGH, (ink, ground)


@pytest.mark.parametrize(
    ("colour", "use", "expected"),
    [
        ("000000", "ink", "ffffff"),
        ("9b1b1e", "ink", "ee6e71"),
        ("ffffff", "ink", "ffffff"),
        ("ffffff", "fill", "1a1a1a"),
        ("9b1b1e", "fill", "9b1b1e"),
        ("ffffff", "line", "1a1a1a"),
        ("1f1d1b", "line", "d0cecc"),
    ],
)
def test_colours_by_night(colour: str, use: str, expected: str) -> None:
    assert night(Colour(colour), use).hexadecimal == expected  # type: ignore[arg-type]  # the table has uses


def test_a_plain_palette_names_colours_and_keeps_nothing() -> None:
    named, plain = Palette(), Palette(plain=True)
    assert (named.ink(PAPER), plain.ink(PAPER)) == ("var(--ink-ffffff)", "#ffffff")
    assert list(named.by_day()) == ["--ink-ffffff: #ffffff"]
    assert list(plain.by_day()) == []
