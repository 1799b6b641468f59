"""A glossary that is endnotes of Word comes back like one that is a list."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.docx.names import roles_by_name
from reportgen.manuscript import Look, Span
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.own_report import own_report
from reportgen.source import Source
from reportgen.workflows.absorb_base import build_base
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.import_document import formatted_text
from reportgen.workspace.files import find_workspace

SOURCE = Source("2025.yaml", (Path(__file__).parent / "edits" / "2025.yaml").read_text("utf-8"))
MEANING = "单位内部车位在夜间和节假日向周边居民开放。"
SHEET = "schema: 1\nextends: {}\nglossary: {{title: 名词解释, notes: endnotes}}\n"


@pytest.fixture(scope="module", params=["plenary", "official"])
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The report as it was when its Word file was made."""
    folder = tmp_path_factory.mktemp("endnotes")
    (folder / "data").mkdir()
    (folder / "styles").mkdir()
    (folder / "styles" / "own.yaml").write_text(SHEET.format(request.param), "utf-8")
    wanted = Request(CheckOptions("own"), ("docx",))
    made, findings = build_base(find_workspace(folder, exact=True), 2025, wanted, SOURCE)
    assert made is not None, findings
    assert any(MEANING in paragraph.text for note in made.manuscript.notes for paragraph in note)
    return made


def test_an_untouched_file_has_no_changes(base: Base) -> None:
    done = absorb(base, SOURCE, base.manuscript)
    assert (done.changes, done.hands) == ((), ())


def test_a_note_edited_in_word_is_an_edit_of_its_meaning(base: Base) -> None:
    notes = tuple(
        tuple(replace(each, spans=(Span(each.text.replace("夜间", "夜里"), Look()),)) for each in note)
        for note in base.manuscript.notes
    )
    done = absorb(base, SOURCE, replace(base.manuscript, notes=notes))
    assert done.text == SOURCE.text.replace(MEANING, MEANING.replace("夜间", "夜里"))


def test_an_imported_file_has_its_glossary(base: Base) -> None:
    imported = formatted_text(own_report(base.manuscript, roles_by_name()), "2025.yaml", 2025)
    assert "term: 错时停车\n" in imported
    assert MEANING in imported
