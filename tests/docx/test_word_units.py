"""Lengths in the units of Word, and small pieces of its XML: the properties of paragraphs, runs and fields."""

import pytest
from msgspec.structs import replace

from reportgen.docx.word_units import Measures, indent_xml, rule_room
from reportgen.docx.xml import attribute, eighths, field, runs_of, simple_field, twips, whole_parts
from reportgen.style import Length, RuleLook
from tests.support import MINIMAL, examine, fitted, prepared, sheet_named

LOOK = prepared(sheet_named("official")).looks.block("text")
RED = LOOK.colour


@pytest.mark.parametrize(
    ("points", "twentieths", "border"),
    [(0, 0, 2), (0.2, 4, 2), (0.25, 5, 2), (0.35, 7, 3), (0.5, 10, 4), (10.5, 210, 84)],
)
def test_lengths_are_whole_twentieths_and_borders_whole_eighths(points: float, twentieths: int, border: int) -> None:
    """Word takes a border of less than a quarter of a point for none."""
    assert (twips(points), eighths(points)) == (twentieths, border)


@pytest.mark.parametrize(
    ("total", "shares", "parts"),
    [
        (9, [1, 1, 1], [3, 3, 3]),
        (10, [1, 1, 1], [3, 4, 3]),
        (8504, [2, 1, 1], [4252, 2126, 2126]),
        (100, [0.5, 0.25], [67, 33]),
        (7, [1], [7]),
    ],
)
def test_columns_fill_a_table_to_the_last_twentieth(total: int, shares: list[float], parts: list[int]) -> None:
    assert list(whole_parts(total, shares)) == parts


@pytest.mark.parametrize(
    ("left", "right", "first_line", "hang", "indents"),
    [
        (0, 0, 32, 0, 'w:left="0" w:right="0" w:firstLineChars="200" w:firstLine="640"'),
        (0, 0, 0, 0, 'w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"'),
        (16, 8, 24, 0, 'w:left="320" w:right="160" w:firstLineChars="150" w:firstLine="480"'),
        (16, 8, 32, 24, 'w:left="800" w:right="160" w:firstLineChars="0" w:hanging="480"'),
    ],
)
def test_indents_of_first_lines_are_in_characters(
    left: float, right: float, first_line: float, hang: float, indents: str
) -> None:
    """So that they grow with the text when its size is changed; what hangs is left of the text."""
    look = replace(LOOK, size=16, left=left, right=right, first_line=first_line)
    assert indent_xml(look, hang) == f"<w:ind {indents}/>"


@pytest.mark.parametrize(
    ("rule", "room"),
    [
        (None, 0.0),
        (RuleLook(1.5, RED, gap=4, above=True), 5.5),
        (RuleLook(1.5, RED, gap=4, above=False), 0.0),
        (RuleLook(1.5, RED, gap=4, above=True, width=60), 0.0),
    ],
)
def test_word_adds_the_room_of_a_rule_above_a_whole_line(rule: RuleLook | None, room: float) -> None:
    assert rule_room(replace(LOOK, rule=rule)) == room


@pytest.mark.parametrize(
    ("height", "pitch"),
    [
        (637.55, 592),  # 21 lines of 29.61 pt, and ink of 15.79 pt would fit no more
        (637.56, 578),
        (651.89, 591),
        (651.90, 592),
        (667.16, 592),
        (667.17, 579),
        (1, 592),  # no line at all
    ],
)
def test_lines_are_closer_where_the_ink_of_one_more_fits(height: float, pitch: int) -> None:
    """Word fits whole lines only, and needs 0.7 pt for what ends a section (T101)."""
    given = sheet_named("official")
    larger = replace(given, text={**given.text, "body": replace(given.text["body"], size=Length(20, "pt"))})
    sheet = fitted(larger, examine(f"{MINIMAL}  intro: 文。\n", style=larger).composed)
    area = replace(sheet.area, paper_height=height, top=0, bottom=0)
    measures = Measures(replace(sheet, area=area))
    assert measures.pitch == pitch
    assert (measures.vertical(29.61), measures.vertical(2 * 29.61)) == (pitch, 2 * pitch)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("提案", "<w:r>{t}提案</w:t></w:r>"),
        ("", "<w:r></w:r>"),
        ("甲<乙", "<w:r>{t}甲&lt;乙</w:t></w:r>"),
        ("甲\u2028乙", "<w:r>{t}甲</w:t><w:br/>{t}乙</w:t></w:r>"),
        ("“提案”", "<w:r><w:rPr>{hint}</w:rPr>{t}“提案”</w:t></w:r>"),
        ("the “PDF”", "<w:r>{t}the </w:t></w:r><w:r>{t}“</w:t></w:r><w:r>{t}PDF</w:t></w:r><w:r>{t}”</w:t></w:r>"),
        ("甲·it’s", "<w:r><w:rPr>{hint}</w:rPr>{t}甲·it</w:t></w:r><w:r>{t}’</w:t></w:r><w:r>{t}s</w:t></w:r>"),
        ("x²", "<w:r>{t}x</w:t></w:r><w:r><w:rPr>{small}</w:rPr>{t}²</w:t></w:r>"),
    ],
)
def test_a_text_is_runs_by_the_fonts_its_marks_need(text: str, runs: str) -> None:
    """Quotation marks of Chinese text come from the Han font, small figures from one that has them."""
    small = '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="Cambria" w:cs="Cambria"/>'
    written = runs.format(t='<w:t xml:space="preserve">', hint='<w:rFonts w:hint="eastAsia"/>', small=small)
    assert runs_of(text) == written


@pytest.mark.parametrize(
    ("style", "bold", "properties"),
    [
        (None, None, ""),
        ("Strong", None, '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'),
        ("Strong", True, '<w:rPr><w:rStyle w:val="Strong"/><w:b/></w:rPr>'),
        (None, False, '<w:rPr><w:b w:val="0"/></w:rPr>'),
    ],
)
def test_a_run_says_its_style_and_its_weight(style: str | None, *, bold: bool | None, properties: str) -> None:
    text = '<w:t xml:space="preserve">提案</w:t>'
    assert runs_of("提案", style, bold=bold) == f"<w:r>{properties}{text}</w:r>"


def test_a_field_is_its_instruction_and_what_it_shows() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    shown = '<w:r><w:t xml:space="preserve">5</w:t></w:r>'
    assert field("PAGE", "5") == f"{mark('begin')}{code}{mark('separate')}{shown}{mark('end')}"
    assert simple_field("PAGE", shown) == rf'<w:fldSimple w:instr=" PAGE \* MERGEFORMAT ">{shown}</w:fldSimple>'
    assert attribute('a"<b') == '"a&quot;&lt;b"'
