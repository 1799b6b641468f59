"""What of a face a PDF gets: its measures in 1/1000 em, whatever units the font has."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reportgen.fonts import Face, FontDamagedError, bundled_library, subset_face
from tests.fonts.making import opentype, truetype, variable_opentype, variable_truetype
from tests.fonts.test_files import described


@pytest.mark.parametrize("units", [1000, 2000])
def test_measures_are_in_thousandths_of_an_em(units: int, tmp_path: Path) -> None:
    path = truetype(tmp_path / "a.ttf", "甲H", units=units)
    with TTFont(path) as font:
        font["OS/2"].sCapHeight = round(0.7 * units)
        font.save(path)
    face = Face(described(path))
    subset = subset_face(face, [face.han.glyphs["甲"], face.han.glyphs["H"]])
    assert (subset.ascent, subset.descent, subset.cap_height, subset.stem) == (880, -120, 700, 80)
    assert [subset.advances[subset.numbers[face.han.glyphs[each]]] for each in "甲H"] == [
        1000,
        round(1000 * face.han.advances["H"]),
    ]


@pytest.mark.parametrize(
    ("make", "kind", "begins"),
    [
        (truetype, "truetype", b"\0\1\0\0"),
        (variable_truetype, "truetype", b"\0\1\0\0"),
        (opentype, "cff", b"\1\0"),
        (variable_opentype, "cff", b"\1\0"),
    ],
)
def test_a_subset_has_the_glyphs_that_are_used_and_the_first(
    make: Callable[[Path], Path], kind: str, begins: bytes, tmp_path: Path
) -> None:
    """Numbered in the order of the font; a CFF table, or a whole TrueType file."""
    face = Face(described(make(tmp_path / "a.font")))
    used = sorted(face.han.glyphs[each] for each in "工年A")
    subset = subset_face(face, used[::-1])
    assert subset.kind == kind
    assert subset.data.startswith(begins)
    assert subset.numbers == {0: 0, used[0]: 1, used[1]: 2, used[2]: 3}
    assert len(subset.advances) == 4


@pytest.mark.parametrize("make", [truetype, variable_truetype])
def test_a_subset_has_no_tables_but_those_of_outlines_and_widths(make: Callable[[Path], Path], tmp_path: Path) -> None:
    """Names and features stay behind: a PDF needs neither."""
    face = Face(described(make(tmp_path / "a.ttf")))
    with TTFont(BytesIO(subset_face(face, [face.han.glyphs["工"]]).data)) as font:
        assert {*font.reader.keys()} == {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}


def test_a_face_that_is_not_there_any_more_is_named() -> None:
    face = Face(bundled_library().bundled[0])
    with pytest.raises(FontDamagedError) as raised:
        subset_face(face, [10**6])
    assert raised.value.face is face
