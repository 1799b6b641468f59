"""Fonts of a file: each text comes back as it was typed, whatever shares its glyph."""

import re
from io import BytesIO

import pikepdf

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


def test_what_shares_a_glyph_is_shown_in_a_font_of_its_own() -> None:
    """乙•丙丁戊⼈己 in one string, 人 in the further font, and 庚 in the first again."""
    with pikepdf.open(BytesIO(made("official", f"{MINIMAL}  intro: {SHARED}\n")[2])) as pdf:
        content = pdf.pages[-1].Contents.read_bytes().decode("ascii")
    (line,) = (line for line in content.splitlines() if "-1 " in line)
    shown = re.findall(r"/(F\d-1|F\d) [\d.]+ Tf|<([0-9A-F]+)> Tj", line)
    assert [len(string) // 4 or font for font, string in shown] == [7, "F1-1", 1, "F1", 1]


def test_the_texts_of_many_glyphs_are_in_blocks_of_a_hundred() -> None:
    """As many as a CMap may have in one (Adobe Technical Note 5014)."""
    data = made("official", f"{MINIMAL}  intro: {HAN}\n")[2]
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
        maps = {font.ToUnicode.read_bytes().decode("ascii") for font in fonts}
    sizes = [[int(size) for size in re.findall(r"(\d+) beginbfchar", each)] for each in maps]
    assert any(len(each) > 2 for each in sizes)
    for texts, each in zip(maps, sizes, strict=True):
        assert each[:-1] == [100] * (len(each) - 1)
        assert sum(each) == len(re.findall(r"^<[0-9A-F]{4}> <", texts, re.MULTILINE))
