"""Outlines of characters as steps on a page: where they begin, in which size, and curves of either kind."""

from pathlib import Path

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from reportgen.fonts import Face, outline
from tests.fonts.making import opentype, truetype, variable_opentype
from tests.fonts.test_files import described


def steps(face: Face, size: float, at: tuple[float, float]) -> list[tuple[str, tuple[float, ...]]]:
    return [
        (command, tuple(round(number, 6) for number in numbers))
        for command, numbers in outline(face.han, "甲", size, at)
    ]


@pytest.mark.parametrize(
    ("size", "at", "box"),
    [
        (1000.0, (0.0, 0.0), (100, 600, 0, -700)),
        (10.0, (0.0, 0.0), (1, 6, 0, -7)),
        (10.0, (50.0, 200.0), (51, 56, 200, 193)),
    ],
)
def test_a_box_stands_on_the_line_it_begins_on(
    size: float, at: tuple[float, float], box: tuple[int, int, int, int], tmp_path: Path
) -> None:
    left, right, bottom, top = box
    found = steps(Face(described(variable_opentype(tmp_path / "a.otf"))), size, at)
    assert found[:4] == [("m", (left, bottom)), ("l", (right, bottom)), ("l", (right, top)), ("l", (left, top))]
    assert found[4:] in ([("x", ())], [("l", (left, bottom)), ("x", ())])


def test_a_curve_of_one_handle_becomes_one_of_two(tmp_path: Path) -> None:
    """Each handle is two thirds of the way to the one (the degree of a Bézier curve raised)."""
    path = truetype(tmp_path / "a.ttf", "甲")
    font, pen = TTFont(path), TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.qCurveTo((300, 600), (600, 0))
    pen.qCurveTo((600, -300), (0, 0))
    pen.closePath()
    name = font.getBestCmap()[ord("甲")]
    font["glyf"][name], font["hmtx"][name] = pen.glyph(), (1000, 0)
    font.save(path)
    font.close()
    assert steps(Face(described(path)), 1000, (0, 0)) == [
        ("m", (0, 0)),
        ("c", (200, -400, 400, -400, 600, 0)),
        ("c", (600, 200, 400, 200, 0, 0)),
        ("x", ()),
    ]


def test_curves_of_two_handles_are_those_of_the_font(tmp_path: Path) -> None:
    """As another program reads them."""
    path, pen = opentype(tmp_path / "a.otf", "甲"), RecordingPen()
    with TTFont(path) as font:
        font.getGlyphSet()[font.getBestCmap()[ord("甲")]].draw(pen)
    letters = {"moveTo": "m", "lineTo": "l", "curveTo": "c"}
    drawn = [
        (letters[command], tuple(number for x, y in points for number in (x, -y)))
        for command, points in pen.value
        if command != "closePath"
    ]
    assert {command for command, _ in drawn} == {"m", "l", "c"}
    found = [step for step in steps(Face(described(path)), 1000, (0, 0)) if step[0] != "x"]
    assert [step for step in found if step[0] != "l"] == [step for step in drawn if step[0] != "l"]
