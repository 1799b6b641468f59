"""One face: which characters it prints, how wide, at which weight, and whether it draws anything."""

from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from reportgen.fonts import DASH, EM_TOP, Face, bundled_library
from reportgen.text.characters import SHARED_MARKS, SMALL_FIGURES
from tests.fonts.making import truetype, variable_truetype
from tests.fonts.test_files import described

HUNDREDS = "".join(chr(0x4E00 + number) for number in range(640))


def test_the_em_box_lies_on_the_line_where_the_bundled_faces_have_it() -> None:
    """They say so in OS/2; Word sets a line of them there."""
    for file in bundled_library().bundled:
        with TTFont(file.content.path) as font:
            assert font["OS/2"].sTypoAscender == EM_TOP * font["head"].unitsPerEm


@pytest.mark.parametrize(("asked", "pinned"), [(None, 400), (50, 100), (100, 100), (650, 650), (900, 900), (950, 900)])
def test_a_variable_face_has_the_nearest_weight_to_the_one_asked_for(
    asked: int | None, pinned: int, tmp_path: Path
) -> None:
    assert Face(described(variable_truetype(tmp_path / "a.ttf")), asked).weight == pinned


def test_a_font_of_one_weight_is_pinned_to_none(tmp_path: Path) -> None:
    assert Face(described(truetype(tmp_path / "a.ttf")), 700).weight is None


@pytest.mark.parametrize("units", [1000, 2000])
@pytest.mark.parametrize(("advance", "is_narrow"), [(0.9, False), (0.899, True), (0.4, True)])
def test_a_mark_is_narrow_that_takes_less_than_nine_tenths_of_an_em(
    units: int, advance: float, is_narrow: bool, tmp_path: Path
) -> None:
    """Marks of Latin text are; · may be."""
    path = truetype(tmp_path / "a.ttf", "甲“·A", units=units)
    with TTFont(path) as font:
        for glyph in ("u201C", "u00B7"):
            font["hmtx"][glyph] = (round(advance * units), 0)
        font.save(path)
    face = Face(described(path))
    assert face.han.advances["“"] == pytest.approx(advance)
    assert face.narrow == ({"“"} if is_narrow else set())


@pytest.mark.parametrize(("wide", "taken"), [(0.9, 0.9), (0.899, 0.5)])
def test_the_full_width_form_of_a_mark_is_taken_where_it_is_one(wide: float, taken: float, tmp_path: Path) -> None:
    path = truetype(tmp_path / "a.ttf", "甲“A＂", units=2000)
    with TTFont(path) as font:
        font["hmtx"]["u201C"], font["hmtx"]["uFF02"] = (1000, 0), (round(2000 * wide), 0)
        addOpenTypeFeaturesFromString(font, "feature fwid { sub u201C by uFF02; } fwid;")
        font.save(path)
    assert Face(described(path)).han.advances["“"] == pytest.approx(taken)


def test_a_dash_is_joined_where_the_face_has_one_glyph_for_it(tmp_path: Path) -> None:
    path = truetype(tmp_path / "a.ttf", "甲—＝")
    apart = Face(described(path))
    with TTFont(path) as font:
        addOpenTypeFeaturesFromString(font, "feature liga { sub u2014 u2014 by uFF1D; } liga;")
        font.save(tmp_path / "b.ttf")
    joined = Face(described(tmp_path / "b.ttf"))
    assert (apart.han.joins_dash, joined.han.joins_dash) == (False, True)
    assert joined.han.glyphs[DASH] == joined.han.glyphs["＝"]


@pytest.mark.parametrize("blank", ["\u3000", "\xa0", "\u200d", "\u3164", "\u2800", "\u115f", "\uffa0"])
def test_characters_without_ink_are_not_missing(blank: str, tmp_path: Path) -> None:
    """Spaces of every script, joiners: a glyph is enough, even an empty one."""
    path = truetype(tmp_path / "a.ttf", f"甲乙{blank}", blank=f"乙{blank}")
    assert Face(described(path)).lacking(f"甲乙丙{blank}") == {"乙", "丙"}


def test_a_glyph_without_height_or_width_draws_nothing(tmp_path: Path) -> None:
    path = truetype(tmp_path / "a.ttf", "甲乙丙")
    with TTFont(path) as font:
        for glyph, end in (("u7532", (500, 0)), ("u4E59", (0, 500))):
            pen = TTGlyphPen(None)
            pen.moveTo((0, 0))
            pen.lineTo(end)
            pen.closePath()
            font["glyf"][glyph] = pen.glyph()
        font.save(path)
    assert Face(described(path)).lacking("甲乙丙") == {"甲", "乙"}


@pytest.mark.parametrize(
    ("drawn", "draws"), [(10, True), (320, True), (630, True), (1, False), (9, False), (631, False)]
)
def test_a_face_draws_where_any_of_sixty_three_glyphs_does(drawn: int, draws: bool, tmp_path: Path) -> None:
    """Of 640, every tenth."""
    characters = HUNDREDS[:639]
    path = truetype(tmp_path / "a.ttf", characters, blank=characters.replace(characters[drawn - 1], ""))
    assert Face(described(path)).draws == draws


def test_small_figures_are_the_glyphs_of_figures(tmp_path: Path) -> None:
    face = Face(described(truetype(tmp_path / "a.ttf", "甲0123456789+")))
    small = face.small_figures
    assert {small.glyphs[each] for each in "²₂"} == {face.han.glyphs["2"]}
    assert [small.advances[each] for each in SMALL_FIGURES] == [
        face.han.advances[each] for each in SMALL_FIGURES.values()
    ]


def test_widths_are_advances_times_the_size() -> None:
    serif = Face(bundled_library().bundled[0]).han
    assert (serif.widths(16)["甲"], serif.widths(12)["甲"], serif.widths(16)["“"]) == (16, 12, 16)
    assert serif.widths(16) is serif.widths(16)
    assert not serif.widths(16).keys() & set(SHARED_MARKS) - {"“"}


def test_whether_a_character_is_drawn_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of a report asks again."""
    face = Face(described(truetype(tmp_path / "a.ttf", "甲乙")))
    asked: list[int] = []

    def draws(glyph: int) -> bool:
        asked.append(glyph)
        return True

    monkeypatch.setattr(face, "_draws", draws)
    assert face.lacking("甲乙丙") == face.lacking("乙甲丙甲") == {"丙"}
    assert sorted(asked) == sorted(face.han.glyphs[each] for each in "甲乙")
