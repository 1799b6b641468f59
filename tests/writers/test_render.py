"""A document to the bytes of its formats: what each is made of, and what keeps any from being made."""

import os
import sys
from typing import Never

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document import document_text
from reportgen.fonts import FontDamagedError, bundled_library
from reportgen.workspace.refusals import CommandError
from reportgen.writers import docx_file, formats, pdf_file, render
from reportgen.writers.formats import FORMATS
from reportgen.writers.render import Rendered, RenderJob
from reportgen.writers.side_process import ProcessEndedError
from reportgen.writers.typesetting import SetPages, Typesetter, WriterJob, Written, set_pages, typesetter_beside
from tests.support import DATED, examine, prepared, sheet_named
from tests.test_handout import usual_report
from tests.test_twins import book_of
from tests.writers.test_formats import ODT

SHORT = f"{DATED}  intro: 一句。\n"
WITH_RARE = f"{DATED}  intro: 甲乙\U0002a6a5丙\n"
"""With a character that is in neither of the bundled fonts."""

CHARTED = """\
schema: 1
year: 2025
title: 工作报告
date: 2025-12-30
reviews: {title: 工作回顾, intro: 一句。}
metrics:
  提案: {label: 提案, value: 3, unit: 件, history: {2023: 1, 2024: 2}}
  信息: {label: 信息, value: 9, unit: 篇, history: {2023: 7, 2024: 8}}
"""


def job_of(text: str, *formats: str, style: str = "official") -> RenderJob:
    """A report under one of the program's sheets, to be written in some formats."""
    examined = examine(text, style=style, draft=True)
    assert examined.reading is not None
    sheet = prepared(sheet_named(style))
    return RenderJob(examined.composed, sheet, examined.reading, formats, {})


def rendered(job: RenderJob, typesetter: Typesetter | None = None) -> tuple[Rendered, list[str]]:
    """The result of a job, and the stages reported meanwhile."""
    told: list[str] = []
    return render.render(job, bundled_library, told.append, typesetter), told


def no_fonts() -> Never:
    raise AssertionError


def test_what_has_no_pages_counts_none_and_asks_for_no_font() -> None:
    job = job_of(SHORT, "txt", "html", "markdown")
    made = render.render(job, no_fonts, lambda stage: None)
    assert list(made.contents) == ["txt", "html", "markdown"]
    assert "一句。" in made.contents["txt"].decode()
    assert (made.pages, made.layout, made.document) == (0, None, job.document)
    assert (made.found, made.stood_in, dict(made.beside)) == ((), (), {})


def test_pages_are_laid_out_where_they_are_asked_for() -> None:
    """By ``check --pages`` of formats that have none, too."""
    made, told = rendered(replace(job_of(SHORT, "txt"), paginate=True))
    assert made.layout is not None
    assert (made.pages, told) == (len(made.layout.pages), ["layout", "txt"])
    assert made.pages > 1


def test_the_pictures_of_an_article_are_beside_it() -> None:
    """Counted from 1, in the order of the text; they are the article's, whatever else is written."""
    made, _ = rendered(job_of(CHARTED, "txt", "wechat", style="classic"))
    assert list(made.contents) == ["txt", "wechat"]
    assert made.contents["wechat"].startswith(b"<!DOCTYPE html>")
    assert list(made.beside) == [("wechat", "wechat-1.png"), ("wechat", "wechat-2.png")]
    assert all(content.startswith(b"\x89PNG") for content in made.beside.values())


@pytest.mark.parametrize(("formats", "severity"), [(("docx", "txt"), "warning"), (("pdf", "txt"), "error")])
def test_a_character_in_no_font_is_left_to_word_and_stops_a_pdf(formats: tuple[str, ...], severity: str) -> None:
    made, _ = rendered(job_of(WITH_RARE, *formats))
    (found,) = made.found
    assert (found.severity, found.words["code_point"]) == (severity, "U+2A6A5")
    assert found.place is not None
    assert (found.place.line, found.place.column, found.place.end_column) == (7, 12, 13)
    assert list(made.contents) == ([] if severity == "error" else list(formats))
    assert bool(made.pages) == (severity == "warning")


def test_a_check_of_pages_finds_what_a_pdf_would() -> None:
    made, _ = rendered(replace(job_of(WITH_RARE, "docx"), paginate=True))
    assert ([each.code for each in made.found], made.contents) == (["character-missing"], {})


def test_formats_with_pages_are_written_of_what_is_on_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document set closer, since its sheet allows fewer pages: in a Word file as on its pages, and nowhere else."""
    job = job_of(usual_report(14, 9, 8), "docx", "txt", style="handout")
    written: list[WriterJob] = []

    def write_nothing(job: WriterJob, _: object) -> bytes:
        written.append(job)
        return b""

    monkeypatch.setattr(docx_file, "docx_file", write_nothing)
    made, _ = rendered(job)
    assert made.pages == 2
    assert made.document is not None
    assert [each.document for each in written] == [made.document]
    assert document_text(made.document) != document_text(job.document)
    assert "锻造队伍；" not in made.contents["txt"].decode()


@pytest.mark.parametrize(("size", "is_closer"), [((1, 1, 1), False), ((5, 9, 5), False), ((14, 9, 8), True)])
def test_a_document_is_set_closer_only_where_its_pages_are_too_many(
    size: tuple[int, int, int], *, is_closer: bool
) -> None:
    """A handout has two pages at most: of these one takes one, one just two, one more."""
    job = job_of(usual_report(*size), "pdf", style="handout")
    pages = set_pages(render.pages_job(job, bundled_library))
    assert (pages.closer is not None) == is_closer


def test_stages_are_reported_as_they_begin_and_formats_with_fonts_come_last() -> None:
    made, told = rendered(job_of(SHORT, "pdf", "docx", "html", "txt"))
    assert " ".join(told) == "layout docx html txt pdf"
    assert " ".join(made.contents) == "pdf docx html txt"


@pytest.mark.parametrize(("asked", "are_named"), [(("docx", "pdf"), True), (("docx",), False)])
def test_replaced_faces_are_named_where_fonts_are_embedded(asked: tuple[str, ...], *, are_named: bool) -> None:
    """Word looks for the preferred ones on the machine of whoever opens the file."""
    missed = book_of("official").missed
    assert missed
    assert rendered(job_of(SHORT, *asked))[0].stood_in == (missed if are_named else ())


def test_a_font_found_damaged_while_it_is_embedded_leaves_nothing_written(monkeypatch: pytest.MonkeyPatch) -> None:
    face = book_of("official").faces[0]

    def damaged(*_: object) -> Never:
        raise FontDamagedError(face)

    monkeypatch.setattr(pdf_file, "pdf_file", damaged)
    made, _ = rendered(job_of(SHORT, "docx", "pdf"))
    assert (made.contents, made.pages) == ({}, 0)
    assert [(each.code, each.place) for each in made.found] == [("font-file-unusable", Place(face.file.shown))]


def test_a_format_without_a_writer_is_refused_before_pages_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, ODT))
    told: list[str] = []
    with pytest.raises(CommandError, match="format-unknown"):
        render.render(job_of(SHORT, "docx", "odt"), bundled_library, told.append)
    assert told == []


def test_no_document_is_written_as_a_table_of_metrics() -> None:
    with pytest.raises(ValueError, match="csv"):
        rendered(job_of(SHORT, "csv"))


def test_each_text_of_a_comparison_is_looked_for_in_its_own_report() -> None:
    job, older = job_of(SHORT, "txt"), job_of(DATED, "txt")
    compared = replace(job, old=older.reading)
    assert compared.roots["old"] is older.reading.root
    assert compared.roots["report"] is job.roots["old"] is job.reading.root


class OtherHands(Typesetter):
    """A typesetter without a process: it hands out its pages, and ends if it has no file."""

    def __init__(self, pages: SetPages, file: Written | None) -> None:
        self._set, self._written = pages, file

    def pages(self) -> SetPages:
        return self._set

    def file(self) -> Written:
        if self._written is None:
            raise ProcessEndedError
        return self._written


@pytest.mark.parametrize("has_written", [True, False])
def test_pages_and_files_of_a_typesetter_are_taken_while_it_lives(*, has_written: bool) -> None:
    """Where it ended before it had written its file, all of the work is done here."""
    job = job_of(SHORT, "pdf", "docx")
    pages = set_pages(render.pages_job(job, bundled_library)).bare()
    typesetter = OtherHands(pages, {"pdf": b"%PDF of the typesetter"} if has_written else None)
    made, told = rendered(job, typesetter)
    assert (made.layout is pages.layout) == has_written
    assert (made.contents["pdf"] == b"%PDF of the typesetter") == has_written
    assert " ".join(told) == ("layout docx pdf" if has_written else "layout docx pdf layout docx pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")
def test_a_copy_of_the_process_sets_one_document_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one that cannot be printed it sends no file; nothing is left of it afterwards."""
    jobs = [job_of(text, "pdf", "docx") for text in (SHORT, WITH_RARE, f"{SHORT}  closing: 二句。\n")]
    expected = [rendered(job)[0].contents for job in jobs]
    monkeypatch.setattr(render, "set_pages", no_fonts)
    with typesetter_beside("pdf") as typesetter:
        assert typesetter is not None
        for job in jobs:
            typesetter.begin(render.pages_job(job, bundled_library))
        assert [rendered(job, typesetter)[0].contents for job in jobs] == expected
    with pytest.raises(ChildProcessError):
        os.waitpid(typesetter._process._process, os.WNOHANG)


def test_where_no_process_can_be_copied_there_is_no_typesetter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with typesetter_beside("pdf") as typesetter:
        assert typesetter is None
