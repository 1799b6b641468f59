"""What a workspace settles in ``reportgen.yaml``: what is built, and whose report it is."""

from pathlib import Path

import pytest

from reportgen.document import document_text
from reportgen.workflows.build import Request, build, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions, check_inputs
from reportgen.workflows.outputs import WriteResult
from reportgen.workflows.settings_file import formats_of, read_settings_file, style_of, styles_of
from reportgen.workflows.verify import verify
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.refusals import CommandError
from reportgen.writers.formats import REPORT_FORMATS
from tests.support import MINIMAL

REPORT = MINIMAL + "  intro: 全年各项工作有序推进。\n"
OFFICE = "office: {name: 政协云溪市委员会, author: 政协云溪市委员会办公室, keep: [有序推进]}\n"


def _workspace(folder: Path, settings: str, report: str = REPORT) -> Workspace:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "2025.yaml").write_text(report, "utf-8", newline="\n")
    (folder / "reportgen.yaml").write_text(settings, "utf-8", newline="\n")
    return find_workspace(folder, exact=True)


def _built(workspace: Workspace, *styles: str, formats: tuple[str, ...] = ("txt",)) -> WriteResult:
    return build(workspace, 2025, Request(formats=formats), lambda _stage: None, styles)


def _names(built: WriteResult) -> list[str]:
    return [Path(each.path).name for each in built.outputs]


def test_the_style_is_that_of_the_year_or_of_all_or_the_programs(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, "style: official\nstyles_by_year: {2024: [lectern, handout]}\n")
    settings = read_settings_file(workspace).settings
    assert [styles_of(workspace, settings, year) for year in (2024, 2025)] == [("lectern", "handout"), ("official",)]
    assert style_of(workspace, 2024, None) == "lectern"
    assert style_of(workspace, 2024, "plenary") == "plenary"
    assert style_of(_workspace(tmp_path, ""), 2024, None) == "plenary"


def test_the_formats_are_those_settled_or_both(tmp_path: Path) -> None:
    settled = ("formats: [pdf, docx, pdf]\n", "formats: txt\n", "")
    formats = [formats_of(read_settings_file(_workspace(tmp_path, text)).settings, REPORT_FORMATS) for text in settled]
    assert formats == [("pdf", "docx"), ("txt",), ("docx", "pdf")]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [("style: [plenary, offical]\n", "style-unknown", 18), ("formats: doc\n", "format-unknown", 10)],
)
def test_a_name_that_is_not_there_is_reported_where_it_is(tmp_path: Path, text: str, code: str, column: int) -> None:
    workspace = _workspace(tmp_path, text)
    settings = read_settings_file(workspace).settings
    with pytest.raises(CommandError) as refused:
        assert styles_of(workspace, settings, 2025) + formats_of(settings, REPORT_FORMATS)
    found = refused.value.diagnostic
    assert found.place is not None
    assert (found.code, found.place.file, found.place.column) == (code, "reportgen.yaml", column)
    assert str(found.words["name"]) in text
    assert "official" in str(found.words["known"]) or found.words["known"] == " ".join(REPORT_FORMATS)


def test_one_style_builds_the_report_and_several_build_one_each(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, "")
    assert _names(_built(workspace)) == ["report.txt"]
    assert _names(_built(workspace, "official")) == ["report.txt"]
    several = _built(workspace, "plenary", "official", formats=("txt", "html"))
    assert _names(several) == [
        "report-plenary.txt",
        "report-plenary.html",
        "report-official.txt",
        "report-official.html",
    ]
    files = {path.name: path.read_bytes() for path in (tmp_path / "build" / "2025").iterdir()}
    assert files["report-plenary.html"] != files["report-official.html"]


def test_of_several_styles_all_are_built_or_none_and_findings_are_reported_once(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, "", REPORT + "  closing: 。\n")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.yaml").write_text("extends: plenary\ncolours: {accent: 红}\n", "utf-8")
    built = _built(workspace, "plenary", "official", "own")
    assert built.outputs == ()
    assert not (tmp_path / "build").exists()
    codes = [each.code for each in built.findings]
    assert "colour-unreadable" in codes
    assert len(codes) == len({(each.code, each.place) for each in built.findings})


def test_the_office_is_the_organization_of_a_report_that_names_none(tmp_path: Path) -> None:
    for organization, printed in (("", "政协云溪市委员会"), ("organization: 政协东湖市委员会\n", "政协东湖市委员会")):
        workspace = _workspace(tmp_path, OFFICE, organization + REPORT)
        document = check_inputs(read_inputs(workspace, 2025, Request()), CheckOptions("plenary")).document
        assert document is not None
        assert document_text(document).count(printed) == document_text(document).count("政协") > 0
        assert document.metadata.author == "政协云溪市委员会办公室"
        assert "有序推进" in document.kept


def test_references_in_the_name_of_an_office_are_no_references(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, "office: {name: 政协【本年】}\n")
    document = check_inputs(read_inputs(workspace, 2025, Request()), CheckOptions("plenary")).document
    assert document is not None
    assert "政协【本年】" in document_text(document)


@pytest.mark.slow
def test_a_file_remembers_what_it_has_of_the_settings(tmp_path: Path) -> None:
    """Severities and styles change no file that was built; whose report it is does."""
    workspace = _workspace(tmp_path, OFFICE)
    (path,) = [Path(each.path) for each in _built(workspace, formats=("docx",)).outputs]
    assert not verify(workspace, path).findings
    _workspace(tmp_path, f"style: official\nchecks: {{metric-unused: off}}\n{OFFICE}")
    assert not verify(workspace, path).findings
    _workspace(tmp_path, OFFICE.replace("云溪", "东湖"))
    assert [each.code for each in verify(workspace, path).findings] == ["source-changed"]


@pytest.mark.slow
def test_attached_sources_have_the_office(tmp_path: Path) -> None:
    import pypdf

    workspace = _workspace(tmp_path, OFFICE)
    request = Request(formats=("pdf",), attach_source=True)
    result = compile_report(read_inputs(workspace, 2025, request), request, lambda _stage: None)
    path = tmp_path / "report.pdf"
    path.write_bytes(result.contents["pdf"])
    attached = pypdf.PdfReader(path).attachments
    settings = read_settings_file(_workspace(tmp_path, attached["reportgen.yaml"][0].decode())).settings
    assert settings.office == read_settings_file(_workspace(tmp_path, OFFICE)).settings.office
