"""The side column in Word: ordinals that hang in it and are counted, figures in frames beside the text."""

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.document import document_text
from reportgen.docx.redline import WordFile, write_redline
from reportgen.docx.redline_merging import Untracked
from reportgen.docx.side_column import with_side_indents
from reportgen.pdf import write_pdf
from reportgen.style import POINTS_PER_MILLIMETRE
from tests.beside import SECTIONS, SHORT_SECTIONS, laid_out, side_sheet
from tests.docx.made import BuildResult, made_from, made_of
from tests.docx.reading import WORD, attribute, docx_text, paragraphs, part, run_text, style_of, tag, value
from tests.docx.test_redline import REVISION, assert_settles
from tests.docx.validators import audit_errors, sdk_errors
from tests.docx.validity import faults
from tests.pdf.reading import pdf_text
from tests.pdf.test_pdf import expected_text
from tests.support import examine, fitted

TASKS = f"{SECTIONS}tasks:\n  title: 主要任务\n  intro: 新的一年。\n  sections:\n    - title: 守护文脉\n"


@cache
def made(report: str = TASKS) -> BuildResult:
    return made_of(report, side_sheet())


def twips(millimetres: float) -> int:
    return round(millimetres * POINTS_PER_MILLIMETRE * 20)


def test_both_files_are_the_text_of_the_document() -> None:
    """What stands beside a text says what the text says, and is read once."""
    document = examine(TASKS, style=side_sheet()).composed
    layout = laid_out(TASKS, side_sheet())
    assert docx_text(made().data) == document_text(document)
    assert pdf_text(write_pdf(layout, document)) == expected_text(document, layout)
    assert "1办好身边小事" in docx_text(made().data).splitlines()


def test_a_figure_is_in_one_frame_after_its_head_and_before_its_text() -> None:
    """Label and figure, placed alike, as Word asks of the paragraphs of one frame."""
    written = paragraphs(made().data)
    heads = [number for number, each in enumerate(written) if run_text(each) == "办好身边小事"]
    assert len(heads) == 6
    for number in heads:
        framed = written[number + 1 : number + 3]
        assert [(style_of(each), run_text(each)) for each in framed] == [
            ("SideLabel", "征集提案"),
            ("SideFigure", "437件"),
        ]
        frames = [each.find(f"{WORD}pPr/{WORD}framePr") for each in framed]
        assert frames[0] is not None
        assert frames[1] is not None
        assert frames[0].attrib == frames[1].attrib
        assert frames[0].get(tag("x")) == str(twips(-8))
        assert frames[0].get(tag("w")) == str(twips(34))
        assert all(each.find(f"{WORD}pPr/{WORD}keepNext") is not None for each in framed)
        assert run_text(written[number + 3]).startswith("群众在哪里")


def test_a_small_chart_beside_the_text_is_left_to_print() -> None:
    """LibreOffice 7.4 shows a placeholder where a frame has one."""
    report = TASKS.replace("unit: 件}", "unit: 件, history: {2023: 400, 2024: 420}}")
    written = paragraphs(made(report).data)
    assert not [each for each in written if next(each.iter(tag("drawing")), None) is not None]
    assert docx_text(made(report).data) == docx_text(made().data)


def test_the_ordinals_of_heads_are_counted_and_hang_in_the_column() -> None:
    """The number is 40 mm left of its head, in the letters of its own role; that of a part is lowered."""
    numbering = part(made().data, "word/numbering.xml")
    levels = {value(each, "pStyle"): each for each in numbering.iter(tag("lvl"))}
    for style, size in (("Heading1", "108"), ("Heading2", "44")):
        assert value(levels[style], "rPr/sz") == size
        assert value(levels[style], "pPr/ind", "hanging") == str(twips(40))
        assert value(levels[style], "pPr/ind", "left") == str(twips(32))
    assert value(levels["Heading1"], "rPr/position").startswith("-")
    assert value(levels["Heading2"], "rPr/position") == ""


def test_text_is_indented_by_its_style_and_by_itself_only_where_another_part_has_the_style() -> None:
    """Six sections of reviews say nothing of their indents; the tasks, which are wider, do."""
    own = [run_text(each) for each in paragraphs(made().data) if each.find(f"{WORD}pPr/{WORD}ind") is not None]
    assert own == ["主要任务", "新的一年。", "守护文脉"]
    styles = {value(each, "name"): each for each in part(made().data, "word/styles.xml").iter(tag("style"))}
    assert value(styles["条目"], "pPr/ind", "left") == str(twips(32))
    assert value(styles["条目"], "pPr/ind", "right") == str(twips(3))


def test_heirs_of_an_indented_style_keep_their_own_indents() -> None:
    """The titles in the table of tasks look like heads of sections, and are not beside the column."""
    sheet, document = side_sheet(), made().document
    plain = fitted(sheet, document)
    indented = with_side_indents(plain, document)
    assert indented.looks.block("heading-2").left != plain.looks.block("heading-2").left
    assert indented.looks.block("plan-title") == plain.looks.block("plan-title")


def test_a_text_shorter_than_what_is_beside_it_leaves_room_below() -> None:
    """So that no frame reaches the next."""
    spaced = [
        int(value(each, "pPr/spacing", "after"))
        for each in paragraphs(made(SHORT_SECTIONS).data)
        if value(each, "pPr/spacing", "after")
    ]
    assert len(spaced) == 31, "the sections, and the words under the title of the part"
    assert min(spaced[1:]) > 100


def test_numbers_of_lines_are_left_of_the_column() -> None:
    """It begins 8 mm left of the type area, from which Word measures; the sheet has them 5 mm away."""
    sheet = side_sheet()
    document = examine(TASKS, style=sheet).composed
    document = replace(document, metadata=replace(document.metadata, draft=2))
    made = part(made_from(document, sheet).data)
    assert [attribute(each, "distance") for each in made.iter(tag("lnNumType"))] == [str(twips(13))]


def test_changes_are_tracked_around_what_is_beside_the_text() -> None:
    """A figure corrected: in the text it is a change, beside it the new one, which is reported."""
    before, after = made(), made(TASKS.replace("437", "512"))
    old, new = (WordFile(each.data, each.document) for each in (before, after))
    redlined = write_redline(old, new, REVISION)
    assert_settles(before.data, after.data, redlined)
    assert redlined.untracked == (Untracked.BESIDE,)


def test_the_file_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(made().data)
    assert faults(made().data) == []
    assert audit_errors(file) == []


@pytest.mark.slow
def test_microsofts_sdk_takes_the_file(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(made().data)
    assert sdk_errors(file) == []
