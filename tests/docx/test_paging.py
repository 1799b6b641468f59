"""Where Word is told to end pages, because a style alone would have it end them otherwise."""

import re
from xml.etree import ElementTree

from msgspec.structs import replace

from reportgen.style import Length, StyleSheet, TextStart
from tests.docx.made import made_of
from tests.docx.reading import attribute, paragraphs, part, run_text, style_of, tag, value
from tests.docx.test_pagination import PLAIN, ended_report
from tests.layout.test_pages import laid_out, page_texts
from tests.support import MINIMAL, sheet_named

OPENED = f"{MINIMAL}  intro: {PLAIN}\nsalutation: 各位委员\nopening: {PLAIN}\n"


def sheet_with_start(start: TextStart) -> StyleSheet:
    """The official sheet whose parts have two lines above them and begin so."""
    sheet = sheet_named("official")
    look = replace(sheet.text["heading-1"], start=start, before=Length(2.0, "line"))
    return replace(sheet, text={**sheet.text, "heading-1": look})


def headings(text: str, sheet: StyleSheet) -> list[tuple[str, str]]:
    """What is said of the paragraphs of parts themselves: whether they begin a page, and the space above."""
    found = [each for each in paragraphs(made_of(text, sheet).data) if style_of(each) == "Heading1"]
    return [(_begins(each), value(each, "pPr/spacing", "before")) for each in found]


def _begins(paragraph: ElementTree.Element) -> str:
    own = paragraph.find(f"{tag('pPr')}/{tag('pageBreakBefore')}")
    return "" if own is None else "off" if attribute(own, "val") == "0" else "on"


def test_the_opening_shares_its_page_with_what_follows() -> None:
    """A sheet that begins every part on a page says nothing of the words before the first."""
    assert headings(OPENED, sheet_with_start("page")) == [("off", "")]
    assert headings(OPENED.replace("salutation: 各位委员\nopening", "closing"), sheet_with_start("page")) == [("", "")]
    assert headings(OPENED, sheet_with_start("odd")) == [("", "")]


def test_what_fits_begins_no_page_and_what_does_not_says_so() -> None:
    """The space above is that of the style only where the page goes on."""
    item, tasks = f"    - text: {PLAIN * 2}。\n", "tasks:\n  title: 任务\n  intro: 一句。\n"
    for items, begins in ((2, ("", "")), (8, ("on", "0"))):
        text = f"{MINIMAL}  items:\n{item * items}{tasks}"
        assert headings(text, sheet_with_start("fit")) == [("", ""), begins]


def test_what_went_to_a_page_together_keeps_together() -> None:
    """Paragraphs as far as the one that would have begun the page alone; rows of the annex but the last."""
    body = part(made_of(ended_report(4), sheet_named("official")).data)
    kept = [each for each in body.iter(tag("p")) if each.find(f"{tag('pPr')}/{tag('keepLines')}") is not None]
    assert [run_text(each) for each in kept] == ["围绕中心服务大局", f"{PLAIN * 2}。", "围绕中心服务大局"]
    rows = [row for row in body.iter(tag("tr")) if row.find(f".//{tag('keepNext')}") is not None]
    assert [run_text(next(row.iter(tag("p")))) for row in rows] == [f"指标{number}" for number in range(15, 24)]


def test_contents_of_two_pages_have_lines_on_both() -> None:
    """An entry too many for a page takes others along, as far as the last of them."""
    sections = "".join(f"    - title: 第{number}节工作\n" for number in range(23))
    made = made_of(f"{MINIMAL}  sections:\n{sections}", sheet_named("official"))
    kept = [each for each in paragraphs(made.data) if each.find(f"{tag('pPr')}/{tag('keepNext')}") is not None]
    entries = [run_text(each) for each in kept if style_of(each) == "TOC2"]
    assert [re.sub(r"\d+$", "", each) for each in entries] == [
        "（十五）第14节工作", "（十六）第15节工作", "（十七）第16节工作", "（十八）第17节工作", "（十九）第18节工作",
    ]  # fmt: skip


def test_the_name_of_a_group_keeps_with_its_first_row() -> None:
    """In the Word file by the row's paragraphs, in the PDF wherever the page ends."""
    for count in range(18, 26):
        rows = "".join(f"  数{number}: {{label: 指标{number}, value: 1, unit: 件}}\n" for number in range(count))
        last = "  末: {label: 末, value: 1, unit: 件, group: 服务}\n" + "".join(
            f"  末{number}: {{label: 末{number}, value: 1, unit: 件, group: 服务}}\n" for number in range(12)
        )
        text = f"{MINIMAL}metrics:\n{rows}{last}"
        body = part(made_of(text, sheet_named("official")).data)
        named = [row for row in body.iter(tag("tr")) if run_text(next(row.iter(tag("p")))) == "服务"]
        assert [row.find(f".//{tag('keepNext')}") is not None for row in named] == [True]
        pages = [page[-1] for page in page_texts(laid_out(text, "official")) if page]
        assert "服务" not in pages
