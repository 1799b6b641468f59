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
    assert (b"NotoSerifSC-Bold" in pdf) == is_bold
