"""The faces that come with the program: what each of them prints."""

import pytest

from reportgen.fonts import Face, bundled_library
from reportgen.text.characters import SHARED_MARKS

GB_2312 = "".join(
    bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
)
FACES = {file.name: Face(file) for file in bundled_library().bundled}


def test_there_are_two_families_in_two_weights() -> None:
    weights = {name: face.file.weight for name, face in FACES.items()}
    assert weights == {"Noto Serif SC": 400, "Noto Sans SC": 400, "Noto Serif SC Bold": 700, "Noto Sans SC Bold": 700}


@pytest.mark.parametrize("name", FACES)
def test_each_prints_the_usual_characters_of_reports(name: str) -> None:
    """Among them rare ones of the 通用规范汉字表 that names have, and the signs of figures."""
    assert len(GB_2312) == 6763
    others = "䶮㛃𬭎珺璟喆“”‘’—…·，。：；、（）《》〈〉【】〔〕①②▲▼▁％‰℃㎡²³→±×÷"
    assert FACES[name].lacking(GB_2312 + others) == set()


@pytest.mark.parametrize("family", ["Noto Serif SC", "Noto Sans SC"])
def test_what_bold_prints_regular_prints_too(family: str) -> None:
    regular, bold = (set(FACES[f"{family}{style}"].hb_face.unicodes) for style in ("", " Bold"))
    assert bold <= regular


@pytest.mark.parametrize("name", FACES)
def test_marks_are_wide_in_chinese_and_narrow_in_latin_text(name: str) -> None:
    """The dash is one glyph of two em; the middle dot of the serif is narrow by itself."""
    face = FACES[name]
    assert face.han.joins_dash
    assert {face.han.advances[mark] for mark in SHARED_MARKS if mark != "·"} == {1.0}
    assert all(face.latin.advances[mark] < 0.6 for mark in "“”‘’")
