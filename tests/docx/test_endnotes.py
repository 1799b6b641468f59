"""The glossary as endnotes of Word, where a style sheet asks for them; as a list in print and everywhere else."""

from functools import cache
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from reportgen.document import document_text
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from reportgen.style import StyleSheet
from tests.docx.made import BuildResult, made_of, names
from tests.docx.reading import Counter, attribute, paragraphs, part, style_of, tag
from tests.docx.validity import faults
from tests.support import MINIMAL, examine, fitted, sheet_named
from tests.test_twins import book_of

REPORT = (
    MINIMAL.replace("title: 工作报告", "title: 工作报告\norganization: 市政协\ndate: 2026-01-16")
    + """metrics: {提案: {label: 提案, value: 546, unit: 件}}
glossary:
  - {term: 不用的词, meaning: 附在最后。}
  - term: 三融三联
    meaning: |-
      一项工作，有提案【提案】。

      再说一段。
  - {term: 银龄食堂, meaning: 老人吃饭的地方。}
opening: 建起“银龄食堂”，推行三融三联，办提案【提案】。
"""
)


def with_endnotes(sheet: StyleSheet) -> StyleSheet:
    """A sheet whose glossary, if it has one, is endnotes in Word."""
    return replace(sheet, glossary=replace(sheet.glossary, notes="endnotes") if sheet.glossary else None)


@cache
def noted(style: str) -> BuildResult:
    return made_of(REPORT, with_endnotes(sheet_named(style)))


def said(element: ElementTree.Element) -> str:
    """The text of a paragraph, references to endnotes as <1>."""
    pieces = [
        f"<{attribute(each, 'id')}>" if each.tag == tag("endnoteReference") else each.text or ""
        for each in element.iter()
        if each.tag in (tag("t"), tag("endnoteReference"))
    ]
    return "".join(pieces)


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_marks_are_endnote_references_and_their_entries_are_the_notes(style: str) -> None:
    data = noted(style).data
    texts = [said(each) for each in paragraphs(data)]
    assert "建起“银龄食堂[<1>]”，推行三融三联[<2>]，办提案546件。" in texts
    assert not [text for text in texts if "老人吃饭" in text or "一项工作" in text]
    notes = part(data, "word/endnotes.xml").findall(tag("endnote"))
    assert [(attribute(each, "id"), [said(text) for text in each.iter(tag("p"))]) for each in notes] == [
        ("-1", [""]),
        ("0", [""]),
        ("1", ["银龄食堂：老人吃饭的地方。"]),
        ("2", ["三融三联：一项工作，有提案546件。", "再说一段。"]),
    ]
    assert [len(list(each.iter(tag("endnoteRef")))) for each in notes] == [0, 0, 1, 1]
    assert faults(data) == []


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_a_term_without_a_mark_stays_below_the_heading(style: str) -> None:
    data = noted(style).data
    counter = Counter(data)
    left = [(counter.text(each), said(each)) for each in paragraphs(data) if style_of(each) == "ReportGlossary"]
    assert left == [("", "不用的词：附在最后。")]


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_notes_are_at_the_end_of_the_section_of_their_heading(style: str) -> None:
    """All sections of the body before it put theirs off; Word numbers them through, in the format of the mark."""
    data = noted(style).data
    settings = part(data, "word/settings.xml").find(tag("endnotePr"))
    assert settings is not None
    assert [(each.tag, each.get(tag("val"))) for each in settings][:2] == [
        (tag("pos"), "sectEnd"),
        (tag("numFmt"), "decimal"),
    ]
    here: list[str] = []
    for block in part(data).iterfind(f"{tag('body')}/*"):
        if said(block).strip():
            here.append(said(block))
        section = next(block.iter(tag("sectPr")), None)
        if section is None or section.find(tag("endnotePr")) is None:
            here = here if section is None else []
            continue
        is_theirs = "不用的词：附在最后。" in here
        assert (section.find(tag("noEndnote")) is None) == (is_theirs or block.tag == tag("sectPr"))
        if is_theirs:
            assert here[-1] == "不用的词：附在最后。"
            return
        here = []
    raise AssertionError("no section holds the heading")


def test_parts_that_begin_on_right_hand_pages_put_the_notes_off() -> None:
    """Each is a section of its own; the notes are in the one that ends with their heading."""
    given = with_endnotes(sheet_named("official"))
    heading = replace(given.text["heading-1"], start="odd")
    report = f"{REPORT}tasks: {{title: 主要任务, intro: 文。}}\ninsights: {{title: 体会, intro: 文。}}\n"
    data = made_of(report, replace(given, text={**given.text, "heading-1": heading})).data
    sections = [each for each in part(data).iter(tag("sectPr")) if each.find(tag("endnotePr")) is not None]
    assert [each.find(tag("noEndnote")) is not None for each in sections] == [True] * 5 + [False]


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_print_is_the_same(style: str) -> None:
    files = []
    for sheet in (sheet_named(style), with_endnotes(sheet_named(style))):
        document = examine(REPORT, style=sheet).composed
        layout = lay_out(document, fitted(sheet, document), book_of(style))
        files.append((document_text(document), write_pdf(layout, document)))
    assert files[0] == files[1]


def test_without_a_term_in_the_text_there_are_no_endnotes() -> None:
    text = REPORT.replace("opening: 建起“银龄食堂”，推行三融三联，办提案【提案】。\n", "")
    made = made_of(text, with_endnotes(sheet_named("official")))
    assert "word/endnotes.xml" not in names(made.data)
    assert part(made.data, "word/settings.xml").find(tag("endnotePr")) is None


@pytest.mark.parametrize(
    ("mark", "kind", "printed"),
    [("{①}", "decimalEnclosedCircleChinese", "<1>"), ("注{一}", "chineseCountingThousand", "注<1>")],
)
def test_marks_keep_their_format(mark: str, kind: str, printed: str) -> None:
    sheet = with_endnotes(sheet_named("official"))
    assert sheet.glossary is not None
    data = made_of(REPORT, replace(sheet, glossary=replace(sheet.glossary, mark=mark))).data
    assert any(f"银龄食堂{printed}”" in said(each) for each in paragraphs(data))
    formats = {attribute(each, "val") for each in part(data).iter(tag("numFmt"))}
    assert formats == {kind}


def test_the_mark_of_an_endnote_has_a_style_only_where_there_are_endnotes() -> None:
    """Word shows every style of a file in its list."""
    for text, there in ((REPORT, True), (MINIMAL, False)):
        styles = part(made_of(text, with_endnotes(sheet_named())).data, "word/styles.xml")
        found = [attribute(each, "styleId") for each in styles.iter(tag("style"))]
        assert ("EndnoteReference" in found) is there
