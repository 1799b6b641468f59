"""Colours are six digits or tints of one another; a sheet whose accent changes has its tints change."""

import pytest

from reportgen.diagnostics.render import sentence_of
from reportgen.source import Source, find, parse
from reportgen.source.nodes import Scalar
from reportgen.style import Colour
from reportgen.style.colours import colour_reader


def read(text: str, **others: str) -> tuple[object, list[str]]:
    lines = "".join(f'  {name}: "{other}"\n' for name, other in {**others, "mine": text}.items())
    root, found = parse(Source("s.yaml", f"colours:\n{lines}"))
    assert root is not None, found
    node = find(root, ("colours", "mine"))
    assert isinstance(node, Scalar)
    colour, reported = colour_reader(root)(node, ("colours", "mine"))
    assert all(sentence_of(each, "zh") for each in reported)
    return colour, [each.code for each in reported]


def test_colours_have_six_digits() -> None:
    assert read("#9B1b1e") == (Colour("9b1b1e"), [])
    assert Colour("ff0080").rgb == (1.0, 0.0, 128 / 255)


@pytest.mark.parametrize(
    "text", ["9b1b1e", "#9b1b1", "#9b1b1eff", "red", "#9b1b1g", "#１23456", "accent", "accent 101%"]
)
def test_what_is_not_a_colour(text: str) -> None:
    assert read(text)[1] == ["colour-unreadable"]


def test_a_tint_is_so_much_of_a_colour_on_white() -> None:
    assert read("accent 20%", accent="#9b1b1e") == (Colour("ebd1d2"), [])
    assert read("accent 100%", accent="#9b1b1e")[0] == Colour("9b1b1e")
    assert read("accent 0%", accent="#9b1b1e")[0] == Colour("ffffff")


def test_a_tint_of_a_tint() -> None:
    assert read("pale 50%", accent="#000000", pale="accent 50%")[0] == Colour("c0c0c0")


GREYS = {
    "000000": 0.0,
    "1f0000": 0.036,
    "808080": 0.502,
    "1f1d1b": 0.115,
    "6f665c": 0.406,
    "e8e6e5": 0.904,
    "ffffff": 1.0,
}
HUES = ("200000", "9b1b1e", "faf4f4", "1f3a5f", "5c7f66", "ff0000")


def test_warm_and_pale_greys_are_greys_and_a_pale_red_is_none() -> None:
    assert {text: pytest.approx(Colour(text).grey, abs=0.001) for text in GREYS} == GREYS
    assert [Colour(text).grey for text in HUES] == [None] * len(HUES)


def test_a_long_chain_of_tints_is_reported() -> None:
    chain = {f"c{number}": f"c{number + 1} 50%" for number in range(2000)}
    assert read("c0 50%", **chain, c2000="#000000")[1] == ["colour-too-deep"]
    assert read("c1994 50%", **chain, c2000="#000000")[0] == Colour("fefefe")
    assert read("c1993 50%", **chain, c2000="#000000")[1] == []
    assert read("c1992 50%", **chain, c2000="#000000")[1] == ["colour-too-deep"]


def test_a_tint_of_what_is_not_a_colour_is_not_reported_too() -> None:
    assert read("accent 20%", accent="#9b1b1")[1] == []
    assert read("pale 20%", accent="red", pale="accent 50%")[1] == []


def test_a_tint_of_nothing_and_one_of_itself_are_reported() -> None:
    assert read("accent 20%")[1] == ["colour-unknown"]
    assert read("mine 20%")[1] == ["colour-of-itself"]
    assert read("other 20%", other="mine 20%")[1] == ["colour-of-itself"]
