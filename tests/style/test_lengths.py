"""Lengths and colours as people write them."""

import pytest

from reportgen.diagnostics.render import sentence_of
from reportgen.source import Scalar
from reportgen.style import Length
from reportgen.style.lengths import read_length
from tests.support import nodes


def _scalar(text: str) -> Scalar:
    node = nodes(f"'{text}'")
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12pt", 12, "pt"), ("5mm", 5, "mm"), ("2em", 2, "em"), ("1.5行", 1.5, "line"), ("2line", 2, "line"),
        ("-3 mm", -3, "mm"),
        ("0", 0, "pt"), ("3号", 16, "pt"), ("三号", 16, "pt"), ("小四", 12, "pt"), ("小4", 12, "pt"),
        ("初号", 42, "pt"),
        ("八号", 5, "pt"), (" 12pt ", 12, "pt"), ("15.793pt", 15.793, "pt"),
    ],
)  # fmt: skip
def test_lengths(text: str, value: float, unit: str) -> None:
    assert read_length(_scalar(text), ()) == (Length(value, unit), ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", "12", "pt", "12px", "9号", "12,5pt", "1e3pt", "12pt 3mm", "--1pt", "99999pt", "一行"]
)
def test_what_is_not_a_length(text: str) -> None:
    _, (found,) = read_length(_scalar(text), ("page", "top"))
    assert found.code == "length-unreadable"
    assert found.hints == ("write-length",)
    assert f"“{text}”" in sentence_of(found, "zh")


def test_points_of_every_unit() -> None:
    assert Length(2, "pt").points() == 2
    assert Length(25.4, "mm").points() == 72
    assert Length(2, "em").points(em=12) == 24
    assert Length(1.5, "line").points(em=12, line=20) == 30
    assert (Length(2, "em").points(line=20), Length(2, "line").points(em=12)) == (0, 0)


SIZES = (
    "初号 42, 小初 36, 一号 26, 小一 24, 二号 22, 小二 18, 三号 16, 小三 15, "
    "四号 14, 小四 12, 五号 10.5, 小五 9, 六号 7.5, 小六 6.5, 七号 5.5, 八号 5"
)
"""The sizes of Word and WPS by their names (T4)."""


@pytest.mark.parametrize(("name", "points"), [each.split() for each in SIZES.split(", ")])
def test_sizes_have_the_names_of_word(name: str, points: str) -> None:
    """With a Chinese numeral or a digit."""
    digits = name.translate(str.maketrans("一二三四五六七八", "12345678"))
    for written in (name, digits):
        assert read_length(_scalar(written), ()) == (Length(float(points), "pt"), ())


@pytest.mark.parametrize(("length", "text"), [(Length(12.0, "pt"), "12pt"), (Length(1.5, "line"), "1.5行")])
def test_a_length_is_shown_as_it_is_written(length: Length, text: str) -> None:
    assert str(length) == text
