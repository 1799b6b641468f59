"""``bold: true`` of a style sheet: the heavier weight in every format that has looks."""

import re

import pytest
from msgspec.structs import replace

from reportgen.fonts import bundled_library, open_fonts
from reportgen.html import write_html
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from reportgen.style import StyleSheet, TextStyle
from tests.docx.made import made_of
from tests.docx.reading import attribute, part, tag
from tests.pdf.reading import unpacked
from tests.support import MINIMAL, examine, fitted, sheet_named

LIGHT = sheet_named("lectern")
BOLD = replace(LIGHT, text={**LIGHT.text, "intro": replace(LIGHT.text.get("intro", TextStyle()), bold=True)})
REPORT = MINIMAL + "  intro: 办理提案，件件有回音。\n"


@pytest.mark.parametrize(("sheet", "is_bold"), [(LIGHT, False), (BOLD, True)])
def test_a_paragraph_in_bold_is_bold_in_every_file(sheet: StyleSheet, *, is_bold: bool) -> None:
    document = examine(REPORT, style=sheet).composed
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    styles = part(made_of(REPORT, sheet).data, "word/styles.xml").iter(tag("style"))
    (intro,) = (each for each in styles if attribute(each, "styleId") == "ReportIntro")
    assert (intro.find(f"{tag('rPr')}/{tag('b')}") is not None) == is_bold
    assert bool(re.search("font: bold ", write_html(document, fitted(sheet, document)))) == is_bold
    pdf = write_pdf(lay_out(document, fitted(sheet, document), book), document)
    assert (b"NotoSerifSC-Bold" in unpacked(pdf)) == is_bold


def test_a_number_in_a_bold_paragraph_is_bold_in_word() -> None:
    """Its style is bold too, and Word takes bold twice for none; so its run says it by itself."""
    sheet = sheet_named("classic")
    sheet = replace(sheet, text={**sheet.text, "intro": replace(sheet.text.get("intro", TextStyle()), bold=True)})
    report = "metrics: {提案: {label: 提案, value: 546, unit: 件}}\n" + MINIMAL + "  intro: 办理【提案】。\n"
    for given, is_bold in ((sheet_named("classic"), False), (sheet, True)):
        runs = part(made_of(report, given).data).iter(tag("r"))
        (number,) = (each for each in runs if "".join(each.itertext()) == "546件")
        assert (number.find(f"{tag('rPr')}/{tag('b')}") is not None) == is_bold
