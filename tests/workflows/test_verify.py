"""What a file says it was made from, and whether that is still so."""

import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest

from reportgen import __version__
from reportgen.diagnostics.hints import INPUTS
from reportgen.document import Stamp, read_stamp, stamp_of
from reportgen.manuscript.word_stamp import stamp_text
from reportgen.workflows import verify as verify_module
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.verify import VerifyResult, verify
from reportgen.workspace.files import Workspace, find_workspace
from tests.compare.reports import YEARS
from tests.docx.office import run_office
from tests.docx.validity import faults
from tests.pdf.reading import pdf_furniture
from tests.support import MINIMAL, ROOT
from tests.workflows.test_build import workspace_of

SHEET = "schema: 1\nextends: official\nfooter: {text: '{page} {hash}'}\n"


def made(folder: Path, style: str = "own", *, attach: bool = False, draft: int = 0) -> Workspace:
    """A workspace with a report, last year's, a sheet of its own, and its outputs."""
    workspace_of(folder, f"{MINIMAL}  intro: 一句。\n")
    (folder / "data" / "2024.yaml").write_text(MINIMAL.replace("2025", "2024"), encoding="utf-8")
    (folder / "styles").mkdir()
    (folder / "styles" / "own.yaml").write_text(SHEET, encoding="utf-8")
    workspace = find_workspace(folder, exact=True)
    request = Request(CheckOptions(style), ("docx", "pdf", "html"), attach_source=attach, draft=draft)
    built = build(workspace, 2025, request, lambda stage: None)
    assert len(built.outputs) == 3, built.findings
    return workspace


def verified(workspace: Workspace, kind: str) -> VerifyResult:
    return verify(workspace, workspace.output_folder(2025) / f"report.{kind}")


def reported(workspace: Workspace, kind: str) -> list[tuple[str, str]]:
    """The codes found, and the sources they name."""
    return [(found.code, str(found.words.get("source", ""))) for found in verified(workspace, kind).findings]


def edit(path: Path, old: str, new: str) -> None:
    """Replaces a text in a PDF, or in every part of a Word file."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        path.write_bytes(content.replace(old.encode(), new.encode()))
        return
    with zipfile.ZipFile(BytesIO(content)) as parts, zipfile.ZipFile(path, "w") as archive:
        for name in parts.namelist():
            archive.writestr(name, parts.read(name).replace(old.encode(), new.encode()))


@pytest.mark.slow
@pytest.mark.parametrize("attach", [False, True])
@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_a_file_made_from_the_data_as_it_is_is_sound(tmp_path: Path, kind: str, attach: bool) -> None:
    """Also byte for byte, since it is made anew."""
    stamp = verified(made(tmp_path, attach=attach), kind).stamp
    assert stamp is not None
    assert (stamp.year, stamp.style) == (2025, "own")
    assert [name for name, _ in stamp.inputs] == ["last-year", "report", "style:official", "style:own"]
    assert reported(find_workspace(tmp_path, exact=True), kind) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_a_draft_is_made_anew_as_the_draft_it_is(tmp_path: Path, kind: str) -> None:
    """Its number is part of what it was made from; another draft of the same data prints the same hash."""
    workspace = made(tmp_path, draft=12)
    stamp = verified(workspace, kind).stamp
    assert stamp is not None
    assert stamp.draft == 12
    assert reported(workspace, kind) == []
    assert read_stamp(stamp.text()) == stamp


@pytest.mark.slow
def test_what_a_draft_may_lack_is_no_reason_against_it(tmp_path: Path) -> None:
    workspace_of(tmp_path, f"{MINIMAL}  intro: 全年征集提案XX件。\n")
    workspace = find_workspace(tmp_path, exact=True)
    built = build(workspace, 2025, Request(CheckOptions("official", draft=True), ("pdf",), draft=1), lambda stage: None)
    assert [found.code for found in built.findings] == ["placeholder-left"]
    assert reported(workspace, "pdf") == []


def test_a_sheet_that_says_nothing_of_drafts_prints_none(tmp_path: Path) -> None:
    """Better no file than one that does not say that it is a draft."""
    official = (ROOT / "styles" / "official.yaml").read_text(encoding="utf-8")
    workspace_of(tmp_path, f"{MINIMAL}  intro: 一句。\n")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.yaml").write_text(official[: official.index("\ndraft:")], encoding="utf-8")
    workspace = find_workspace(tmp_path, exact=True)
    built = build(workspace, 2025, Request(CheckOptions("own"), draft=1), lambda stage: None)
    assert [found.code for found in built.findings] == ["draft-unstyled"]
    assert built.findings.diagnostics[0].words == {"style": "own"}
    assert not built.outputs
    assert build(workspace, 2025, Request(CheckOptions("own")), lambda stage: None).outputs


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
@pytest.mark.parametrize("changed", ["data/2025.yaml", "data/2024.yaml", "styles/own.yaml"])
def test_what_has_changed_is_named(tmp_path: Path, kind: str, changed: str) -> None:
    """A comma is enough; the file itself is where it was."""
    workspace = made(tmp_path)
    path = tmp_path / changed
    path.write_text(path.read_text(encoding="utf-8") + "# 改\n", encoding="utf-8")
    assert reported(workspace, kind) == [("source-changed", changed)]


@pytest.mark.slow
def test_reports_of_earlier_years_are_inputs_where_charts_print_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for year in (2022, 2023, 2024, 2025):
        shutil.copy(YEARS / f"{year}.yaml", tmp_path / "data")
    workspace = find_workspace(tmp_path, exact=True)
    for style, names in (("plenary", ["earlier"]), ("official", [])):
        build(workspace, 2025, Request(CheckOptions(style), ("docx",)), lambda stage: None)
        stamp = verified(workspace, "docx").stamp
        assert stamp is not None
        assert [name for name, _ in stamp.inputs] == [*names, "last-year", "report", f"style:{style}"]
        assert reported(workspace, "docx") == []
        path = tmp_path / "data" / "2022.yaml"
        path.write_text(path.read_text("utf-8") + "# 改\n", "utf-8")
        assert reported(workspace, "docx") == [("source-changed", str(INPUTS[name])) for name in names]


def test_other_line_ends_are_not_a_change(tmp_path: Path) -> None:
    """Git on Windows changes them."""
    workspace = made(tmp_path)
    path = tmp_path / "data" / "2025.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert reported(workspace, "docx") == []


def test_a_report_that_cannot_be_made_any_more_has_changed(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    (tmp_path / "data" / "2025.yaml").write_text("schema: 1\n", encoding="utf-8")
    assert ("source-changed", "data/2025.yaml") in reported(workspace, "pdf")


def test_a_file_edited_after_it_was_made_is_reported(tmp_path: Path) -> None:
    """The data are the same, the file is not what they give."""
    workspace = made(tmp_path)
    edit(workspace.output_folder(2025) / "report.docx", "一句", "两句")
    result = verified(workspace, "docx")
    assert [found.code for found in result.findings] == ["words-changed"]
    assert result.findings.has_errors
    assert [(each.expected, each.actual) for each in result.differences] == [("一句。", "两句。")]
    assert [(each.before, each.after) for each in result.differences[0].spans] == [("一", "两"), ("句。", "句。")]


def test_an_edited_page_is_reported_by_its_words(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    path = workspace.output_folder(2025) / "report.html"
    path.write_text(path.read_text("utf-8").replace("一句", "两句"), "utf-8")
    assert [(each.expected, each.actual) for each in verified(workspace, "html").differences] == [("一句。", "两句。")]


def test_a_file_of_the_same_words_may_have_other_bytes(tmp_path: Path) -> None:
    """Saved again, or printed in another font: noted, no error."""
    workspace = made(tmp_path)
    path = workspace.output_folder(2025) / "report.pdf"
    path.write_bytes(path.read_bytes() + b"\n%\n")
    result = verified(workspace, "pdf")
    assert [found.code for found in result.findings] == ["file-changed"]
    assert not result.findings.has_errors
    assert not result.differences


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_what_the_data_now_give_is_told_apart_from_what_was_edited(tmp_path: Path, kind: str) -> None:
    """A sentence more in the data moves no other paragraph; outside a repository nobody knows what they were."""
    workspace = made(tmp_path)
    report = tmp_path / "data" / "2025.yaml"
    report.write_text(report.read_text("utf-8").replace("一句。", "一句。又是一句。"), "utf-8")
    result = verified(workspace, kind)
    assert [found.code for found in result.findings] == ["source-changed"]
    assert len(result.differences) == 1
    assert "又是一句。" in result.differences[0].expected
    assert "又是" not in result.differences[0].actual
    assert [(each.is_current, each.commit) for each in result.origins] == [(False, None)]


def test_a_damaged_pdf_prints_nothing(tmp_path: Path) -> None:
    """It still has its stamp."""
    workspace = made(tmp_path)
    path = workspace.output_folder(2025) / "report.pdf"
    content = path.read_bytes()
    stamp = content[content.index(b"<dc:source>") : content.index(b"</dc:source>")]
    path.write_bytes(b"%PDF-1.7 " + stamp + b"</dc:source>")
    assert [found.code for found in verified(workspace, "pdf").findings] == ["words-changed"]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_file_of_another_version_is_reported_as_that_alone(tmp_path: Path, kind: str) -> None:
    """It may differ in every byte, which nobody edited."""
    workspace = made(tmp_path)
    path = workspace.output_folder(2025) / f"report.{kind}"
    edit(path, f"reportgen/{__version__} ", "reportgen/0.0.9 ")
    result = verify(workspace, path)
    assert result.stamp is not None
    assert result.stamp.version == "0.0.9"
    assert [(found.code, found.words) for found in result.findings] == [
        ("version-other", {"made": "0.0.9", "here": __version__})
    ]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 nothing", b"P nothing", b"<dc:source>other</dc:source>"])
def test_a_file_of_another_program_is_reported(tmp_path: Path, content: bytes) -> None:
    workspace = made(tmp_path)
    path = tmp_path / "other.pdf"
    path.write_bytes(content)
    assert [found.code for found in verify(workspace, path).findings] == ["file-unstamped"]


def test_a_stamp_is_read_as_it_was_written_and_its_version_is_not_an_input() -> None:
    stamp = stamp_of("0.0.9", 2025, "plenary", {"report": "a\r\nb", "style:plenary": "c"})
    assert read_stamp(stamp.text()) == stamp
    assert stamp == stamp_of("0.0.9", 2025, "plenary", {"style:plenary": "c", "report": "a\nb"})
    assert Stamp("0.1.0", 2025, "plenary", stamp.inputs).differing(stamp) == ()
    assert len(stamp.text()) < 255


def test_pages_print_the_short_hash_where_the_sheet_asks(tmp_path: Path) -> None:
    """In both files; the official sheet does not ask."""
    workspace = made(tmp_path)
    stamp = verified(workspace, "pdf").stamp
    assert stamp is not None
    folder = workspace.output_folder(2025)
    assert pdf_furniture((folder / "report.pdf").read_bytes())[-1] == f"1 {stamp.short()}"
    with zipfile.ZipFile(folder / "report.docx") as archive:
        footers = [
            archive.read(name).decode() for name in archive.namelist() if "footer" in name and "rels" not in name
        ]
    assert any(stamp.short() in footer for footer in footers)
    plain = made(tmp_path / "official", "official")
    assert pdf_furniture((plain.output_folder(2025) / "report.pdf").read_bytes())[-1] == "— 1 —"


def test_the_sources_travel_with_the_pdf_on_request(tmp_path: Path) -> None:
    """As they are, by the names of their files."""
    workspace = made(tmp_path, attach=True)
    attached = pypdf.PdfReader(workspace.output_folder(2025) / "report.pdf").attachments
    assert sorted(attached) == ["2024.yaml", "2025.yaml", "official.yaml", "own.yaml"]
    assert attached["2025.yaml"][0].decode() == (tmp_path / "data" / "2025.yaml").read_text(encoding="utf-8")


def test_the_sources_travel_with_the_word_file_on_request(tmp_path: Path) -> None:
    """In a part that Word keeps; their line ends too."""
    workspace = made(tmp_path, attach=True)
    with zipfile.ZipFile(workspace.output_folder(2025) / "report.docx") as archive:
        files = list(ElementTree.fromstring(archive.read("customXml/item1.xml")))
    attached = {file.get("name"): file.text for file in files}
    assert sorted(map(str, attached)) == ["2024.yaml", "2025.yaml", "official.yaml", "own.yaml"]
    assert attached["2025.yaml"] == (tmp_path / "data" / "2025.yaml").read_bytes().decode()
    assert faults((workspace.output_folder(2025) / "report.docx").read_bytes()) == []


@pytest.mark.parametrize(
    ("old", "new"), [("<dc:identifier>", "<dc:identifier>DOC-2026-"), ("dc:identifier>", "dc:source>")]
)
def test_the_stamp_is_found_where_another_program_wrote_an_identifier(tmp_path: Path, old: str, new: str) -> None:
    """Or left it out: the custom property has the stamp too. The file is then another, and that is reported."""
    workspace = made(tmp_path)
    edit(workspace.output_folder(2025) / "report.docx", old, new)
    assert reported(workspace, "docx") == [("file-changed", "")]


@pytest.mark.slow
def test_the_stamp_survives_a_save_by_libreoffice(tmp_path: Path) -> None:
    """In both places."""
    workspace = made(tmp_path / "workspace")
    file = workspace.output_folder(2025) / "report.docx"
    saved = tmp_path / "saved"
    run_office(tmp_path, "--convert-to", "docx", "--outdir", str(saved), str(file))
    with zipfile.ZipFile(saved / "report.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    stamp = stamp_text(parts)
    assert stamp == stamp_text({"docProps/custom.xml": parts["docProps/custom.xml"]})
    assert read_stamp(stamp) == verified(workspace, "docx").stamp


def test_what_a_killed_build_began_is_finished_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else half of a build would be looked at."""
    workspace = made(tmp_path)
    finished: list[Path] = []
    monkeypatch.setattr(verify_module, "finish_interrupted", finished.append)
    verified(workspace, "html")
    assert finished == [workspace.output_folder(2025)]
