"""Fonts of a file: each text comes back as it was typed, whatever shares its glyph."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from reportgen.fonts import Face, bundled_library
from reportgen.memory import NOTHING_KEPT
from reportgen.pdf.font import PdfFont, units
from tests.fonts.making import opentype, truetype, variable_opentype, variable_truetype
from tests.fonts.test_files import described
from tests.pdf.reading import pdf_text
from tests.pdf.test_pdf import expected_text, made
from tests.support import MINIMAL

SHARED = "甲·乙•丙丁戊⼈己人庚·辛•壬⼈癸"
"""Two dots and two forms of a character, each pair of which has one glyph."""

HAN = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 260))


def test_characters_that_share_a_glyph_are_each_themselves() -> None:
    document, layout, data = made("official", f"{MINIMAL}  intro: {SHARED}\n")
    assert SHARED in pdf_text(data)
    assert pdf_text(data) == expected_text(document, layout)


def test_a_character_in_a_further_font_is_copied_as_itself_if_it_is_alone() -> None:
    assert "甲⼈乙人丙" in pdf_text(made("official", f"{MINIMAL}  intro: 甲**⼈**乙**人**丙\n")[2])


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("甲——乙——", ["甲", "——", "乙", "——"]),
        ("——", ["——"]),
        ("甲—乙———", ["甲", "—", "乙", "——", "—"]),
        ("甲乙", ["甲", "乙"]),
    ],
)
def test_a_dash_is_one_where_its_face_draws_it_as_one(text: str, joined: list[str]) -> None:
    face = Face(bundled_library().bundled[0])
    assert list(units(text, face.han)) == joined
    assert list(units(text, face.small_figures)) == list(text)


def test_what_shares_a_glyph_is_shown_in_a_font_of_its_own() -> None:
    """乙•丙丁戊⼈己 in one string, 人 in the further font, and 庚 in the first again."""
    with pikepdf.open(BytesIO(made("official", f"{MINIMAL}  intro: {SHARED}\n")[2])) as pdf:
        content = pdf.pages[-1].Contents.read_bytes().decode("ascii")
    (line,) = (line for line in content.splitlines() if "-1 " in line)
    shown = re.findall(r"/(F\d-1|F\d) [\d.]+ Tf|<([0-9A-F]+)> Tj", line)
    assert [len(string) // 4 or font for font, string in shown] == [7, "F1-1", 1, "F1", 1]


@pytest.mark.parametrize(
    ("make", "kind", "program"),
    [
        (truetype, "CIDFontType2 /CIDToGIDMap /Identity", "/FontFile2"),
        (opentype, "CIDFontType0", "/FontFile3"),
        (variable_truetype, "CIDFontType2 /CIDToGIDMap /Identity", "/FontFile2"),
        (variable_opentype, "CIDFontType0", "/FontFile3"),
    ],
)
def test_a_font_says_what_it_is(make: Callable[[Path], Path], kind: str, program: str, tmp_path: Path) -> None:
    """By its kind, with the numbers of its glyphs as codes; a variable one by the weight it is pinned to."""
    weight = 700 if "variable" in make.__name__ else None
    face = Face(described(make(tmp_path / "a.font")), weight)
    with pikepdf.open(BytesIO(written(face, "甲乙AB"))) as pdf:
        composite: Any = pdf.pages[0].obj.Resources.Font.F1
        (font,) = composite.DescendantFonts
        mapped = f" /CIDToGIDMap {font.CIDToGIDMap}" if "/CIDToGIDMap" in font else ""
        assert f"{str(font.Subtype)[1:]}{mapped}" == kind
        system = font.CIDSystemInfo
        assert (str(system.Registry), str(system.Ordering), int(system.Supplement)) == ("Adobe", "Identity", 0)
        descriptor = font.FontDescriptor
        assert [key for key in descriptor if key.startswith("/FontFile")] == [program]
        stream = descriptor[program]
        assert stream.get("/Length1", len(stream.read_bytes())) == len(stream.read_bytes())
        assert str(stream.get("/Subtype", "")) == ("/CIDFontType0C" if program == "/FontFile3" else "")
        assert re.fullmatch(r"/[A-Z]{6}\+\w+_700wght" if weight else r"/[A-Z]{6}\+[\w-]+", str(font.BaseFont))
        assert font.BaseFont == descriptor.FontName == composite.BaseFont
        assert font.DW == 1000
        latin = [round(1000 * face.han.advances[each]) for each in "AB"]
        assert [float(width) for width in font.W[1]][-2:] == pytest.approx(latin, abs=1)


def written(face: Face, text: str) -> bytes:
    """A file whose only page has the font of a face, to show a text."""
    canvas = Canvas(BytesIO(), invariant=1)
    PdfFont(face, "F1", {face.han: set(text)}, NOTHING_KEPT).add_objects(canvas._doc)
    canvas.showPage()
    content: bytes = canvas.getpdfdata()
    return content


def test_the_texts_of_many_glyphs_are_in_blocks_of_a_hundred() -> None:
    """As many as a CMap may have in one (Adobe Technical Note 5014)."""
    data = made("official", f"{MINIMAL}  intro: {HAN}\n")[2]
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = [font for page in pdf.pages for _, font in page.Resources.get("/Font", {}).items()]
        maps = {font.ToUnicode.read_bytes().decode("ascii") for font in fonts}
    sizes = [[int(size) for size in re.findall(r"(\d+) beginbfchar", each)] for each in maps]
    assert any(len(each) > 2 for each in sizes)
    for texts, each in zip(maps, sizes, strict=True):
        assert each[:-1] == [100] * (len(each) - 1)
        assert sum(each) == len(re.findall(r"^<[0-9A-F]{4}> <", texts, re.MULTILINE))
