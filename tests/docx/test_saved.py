"""The Word file opened, changed and saved by LibreOffice: what a colleague sends back is still our report."""

from pathlib import Path
from typing import NamedTuple

import pytest

from reportgen.docx.names import WordStyle
from tests.docx.made import CASES, made, names
from tests.docx.office import run_macro
from tests.docx.reading import WORD, Counter, attribute, bookmarks, paragraphs, part, run_text, style_of
from tests.support import sheet_named

pytestmark = pytest.mark.slow

SECTION, SENTENCE, CHANGED = "新添的一节", "新添的一段。", "改过的"

CHANGE = f"""
Sub Change(source As String, target As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, options())
  Dim found(100) As Object
  count = 0
  enumeration = document.Text.createEnumeration()
  Do While enumeration.hasMoreElements()
    paragraph = enumeration.nextElement()
    If paragraph.supportsService("com.sun.star.text.Paragraph") Then
      If paragraph.ParaStyleName = "Heading 2" Then
        found(count) = paragraph
        count = count + 1
      End If
    End If
  Loop
  cursor = document.Text.createTextCursorByRange(found(0).Start)
  document.Text.insertString(cursor, "{CHANGED}", False)
  cursor = document.Text.createTextCursorByRange(found(0).End)
  document.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.ParaStyleName = "Heading 2"
  cursor.NumberingLevel = 1 ' what choosing the style in the window does besides
  document.Text.insertString(cursor, "{SECTION}", False)
  document.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  document.Text.insertString(cursor, "{SENTENCE}", False)
  options(0).Name = "FilterName"
  options(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, options())
  document.close(True)
End Sub
"""


class Line(NamedTuple):
    """A paragraph as people see it."""

    style: str
    ordinal: str
    text: str


def style_names(data: bytes) -> dict[str, str]:
    """What styles are called, by identifier; LibreOffice makes identifiers of its own and keeps the names."""
    styles = part(data, "word/styles.xml").iter(f"{WORD}style")
    return {attribute(style, "styleId"): attribute(style.find(f"{WORD}name"), "val").casefold() for style in styles}


WITHOUT_TEXT = tuple(
    WordStyle(role).name.casefold()
    for role in ("minutes", "chart-label", "chart-year", "side-label", "side-figure", "side-change")
)
"""What the styles of paragraphs are called that print no text of the document."""


def lines(data: bytes) -> list[Line]:
    """Every paragraph that prints something."""
    called, counter = style_names(data), Counter(data)
    found = [
        Line(called.get(style_of(each), "normal"), counter.text(each), run_text(each))
        for each in paragraphs(data)
        if called.get(style_of(each)) not in WITHOUT_TEXT
    ]
    return [line for line in found if line.ordinal + line.text]


def rejoined(found: list[Line], original: bytes) -> list[Line]:
    """The lines with the paragraph whole again that runs over the end of the first page of a section.

    Where a section begins on an odd page, LibreOffice 7.4 saves that paragraph as two, with a number each.
    """
    texts = [line.text for line in lines(original)]
    joined: list[Line] = []
    for line in found:
        whole = joined[-1].text + line.text if joined else ""
        if joined and joined[-1].text not in texts and whole in texts:
            joined[-1] = joined[-1]._replace(text=whole)
        else:
            joined.append(line)
    assert len(found) - len(joined) <= 1
    return joined


def instructions(data: bytes, kind: str) -> list[list[str]]:
    """The field codes of the body or of all footers."""
    wanted = [name for name in names(data) if name.startswith(f"word/{kind}")]
    return [(code.text or "").split() for name in wanted for code in part(data, name).iter(f"{WORD}instrText")]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    """The files as LibreOffice saved them after the same changes to each; one start of the program for all."""
    folder: Path = tmp_path_factory.mktemp("saved")
    calls = ""
    for style, report in CASES:
        source, target = folder / f"{style}-{report}.docx", folder / f"{style}-{report}-saved.docx"
        source.write_bytes(made(style, report).data)
        calls += f'  Change("{source.as_uri()}", "{target.as_uri()}")\n'
    run_macro(folder, f"Sub Main\n{calls}End Sub\n{CHANGE}")
    return {(style, report): (folder / f"{style}-{report}-saved.docx").read_bytes() for style, report in CASES}


@pytest.mark.slow
@pytest.mark.parametrize(("style", "report"), CASES)
def test_styles_and_numbering_survive(style: str, report: str, saved: dict[tuple[str, str], bytes]) -> None:
    """Every paragraph keeps its style; the section that was added counts, and only its own list counts on."""
    before, after = lines(made(style, report).data), rejoined(lines(saved[style, report]), made(style, report).data)
    kept = [line for line in after if line.text not in (SECTION, SENTENCE)]
    place = next(index for index, line in enumerate(after) if line.text == SECTION)
    assert (after[place].style, after[place + 1].text) == ("heading 2", SENTENCE)
    assert [(line.style, line.text.removeprefix(CHANGED)) for line in kept] == [
        (line.style, line.text) for line in before
    ]
    changed = kept[place - 1]
    assert changed.text.startswith(CHANGED)
    moved = [(old.ordinal, new.ordinal) for old, new in zip(before, kept, strict=True) if old.ordinal != new.ordinal]
    counted = [old.ordinal for old in before[place - 1 :] if old.style == "heading 2"]
    part_end = next((index for index, ordinal in enumerate(counted) if index and ordinal in FIRST), len(counted))
    assert [old for old, _ in moved if old in counted] == counted[1:part_end]
    assert after[place].ordinal == {"plenary": "2", "official": "（二）", "lectern": "（二）", "handout": "2"}[style]
    assert len({new for _, new in moved}) == len(moved)


FIRST = ("1", "（一）", "一、", "一", "")
"""Ordinals that begin a count, or are none."""


@pytest.mark.parametrize(("style", "report"), CASES)
def test_style_definitions_survive(style: str, report: str, saved: dict[tuple[str, str], bytes]) -> None:
    """By their names, which is what people choose by, with the fonts they ask for."""
    before, after = made(style, report).data, saved[style, report]
    assert set(style_names(before).values()) <= set(style_names(after).values())
    fonts = [
        {
            called[attribute(element, "styleId")]: attribute(element.find(f"{WORD}rPr/{WORD}rFonts"), "eastAsia")
            for element in part(data, "word/styles.xml").iter(f"{WORD}style")
            if attribute(element, "type") == "paragraph"
        }
        for data, called in ((before, style_names(before)), (after, style_names(after)))
    ]
    normal = fonts[0]["normal"]
    assert {name: fonts[1][name] or normal for name in fonts[0]} == fonts[0]


def _framed_bookmarks(data: bytes) -> set[str]:
    """The bookmarks in frames, which LibreOffice makes text boxes of, without bookmarks."""
    frames = (
        each
        for each in part(data, "word/document.xml").iter(f"{WORD}p")
        if each.find(f"{WORD}pPr/{WORD}framePr") is not None
    )
    return {attribute(mark, "name") for each in frames for mark in each.iter(f"{WORD}bookmarkStart")}


@pytest.mark.parametrize(("style", "report"), CASES)
def test_bookmarks_and_fields_survive(style: str, report: str, saved: dict[tuple[str, str], bytes]) -> None:
    """Metrics are found again by name; contents, where there are any, and page numbers are still fields."""
    before, after = made(style, report).data, saved[style, report]
    framed = _framed_bookmarks(before)
    expected = {name: text for name, text in bookmarks(before).items() if name not in framed}
    found = {name: text.removeprefix(CHANGED) for name, text in bookmarks(after).items() if name in expected}
    assert found == expected
    assert any(name.startswith("指标_") for name in expected)
    codes = instructions(after, "document")
    contents = [sorted(code) for code in codes if code[0] == "TOC"]
    assert contents == [sorted(code) for code in instructions(before, "document") if code[0] == "TOC"]
    assert len(contents) == (1 if sheet_named(style).contents else 0)
    pages = [code[1] for code in codes if code[0] == "PAGEREF"]
    assert pages == [code[1] for code in instructions(before, "document") if code[0] == "PAGEREF"]
    assert ["PAGE"] in instructions(after, "footer")
    references = [attribute(each, "instr").split()[0] for each in part(before).iter(f"{WORD}fldSimple")]
    assert [code[0] for code in codes if code[0] in references] == references
