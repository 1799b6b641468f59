"""Marks that Chinese shares with Latin: Word takes them from the Chinese font where a sentence is Chinese."""

from xml.etree import ElementTree

import pytest

from reportgen.document import document_text
from reportgen.text.characters import SHARED_MARKS
from tests.docx.made import CASES, made, made_of
from tests.docx.reading import paragraphs, style_of, tag, value
from tests.support import MINIMAL, sheet_named


def marks(paragraph: ElementTree.Element) -> str:
    """The marks Chinese shares with Latin in a paragraph, those without the East Asian hint in parentheses."""
    found = ""
    for run in paragraph.iter(tag("r")):
        hinted = value(run, "rPr/rFonts", "hint") == "eastAsia"
        text = "".join(node.text or "" for node in run.iter(tag("t")))
        found += "".join(mark if hinted else f"({mark})" for mark in text if mark in SHARED_MARKS)
    return found


@pytest.mark.parametrize(("style", "report"), CASES)
def test_marks_of_a_chinese_text_come_from_the_chinese_font(style: str, report: str) -> None:
    """Without the hint Word takes “ ” — … · from the Latin font: narrow, and in the wrong place (T107)."""
    each = made(style, report)
    found = "".join(marks(paragraph) for paragraph in paragraphs(each.data))
    assert found.count("“") == found.count("”") == document_text(each.document).count("“")
    assert found.count("“") > 1 or style == "handout", "heads have none"
    assert "(" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("使用 don’t 与 it’s 两词", "(’)(’)"),
        ("甲——乙……丙·丁‘戊’", "——……·‘’"),
        ("“【提案】”", "“”"),
        ("“**重点**”", "“”"),
        ("**“重点”**", "“”"),
        ("三“Reading”四", "“”"),
        ("全是 **A**—**B** 的", "(—)"),
        ("All “Latin” text", "(“)(”)"),
        ("推进“5G”2025年", "“”"),
        ("办“银龄食堂”2处", "“”"),
        ("办银龄食堂“A” B", "“”"),
    ],
)
def test_the_hint_follows_the_whole_paragraph(text: str, expected: str) -> None:
    """A mark alone in its run, beside an emphasized word or a metric, is still in a Chinese sentence."""
    more = "metrics:\n  提案: {label: 提案, value: 546, unit: 件}\nglossary: [{term: 银龄食堂, meaning: 食堂。}]\n"
    data = made_of(f'{MINIMAL}  intro: "{text}"\n{more}', sheet_named()).data
    (intro,) = (paragraph for paragraph in paragraphs(data) if style_of(paragraph) == "ReportIntro")
    assert marks(intro) == expected
