"""The logo of a style sheet: where its file may lie, what is told of it, and what a file made with it remembers."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.diagnostics.hints import UNTRACKED
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions, CheckResult, check
from reportgen.workflows.diff import DiffResult, Target, comparison_of, diff, read_diff_inputs, write_document
from reportgen.workflows.editions import ReportRef
from reportgen.workflows.outputs import WriteResult
from reportgen.workflows.redline import Redline, write_redline
from reportgen.workflows.verify import verify
from reportgen.workspace.files import Workspace, find_workspace
from tests.cli.test_cli import reportgen
from tests.docx.reading import part
from tests.docx.validity import faults
from tests.looks.reading import DRAWING, media, word_pictures
from tests.support import DATED, ROOT
from tests.workflows.test_build import workspace_of

IMAGES = ROOT / "tests" / "looks"
SVG = IMAGES / "emblem-svg" / "images" / "emblem.svg"
PNG = IMAGES / "emblem-png" / "images" / "徽标.png"
REPORT = f"{DATED}  intro: 一句。\n"


def made(folder: Path, logo: str = "{file: images/emblem.svg}", more: str = "") -> Workspace:
    """A workspace whose own sheet has a logo, and the picture at its usual place."""
    workspace_of(folder, REPORT)
    (folder / "styles").mkdir()
    (folder / "styles" / "ours.yaml").write_text(f"extends: plenary\nlogo: {logo}\n{more}", encoding="utf-8")
    (folder / "images").mkdir()
    shutil.copy(SVG, folder / "images")
    return find_workspace(folder, exact=True)


def checked(workspace: Workspace) -> CheckResult:
    return check(workspace, 2025, CheckOptions("ours"))


def built(workspace: Workspace) -> WriteResult:
    return build(workspace, 2025, Request(CheckOptions("ours")), lambda stage: None)


def places(found: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """Every code with the file and line it is told at."""
    return [(each.code, f"{each.place.file}:{each.place.line}" if each.place else "") for each in found]


IN_SHEET = "styles/ours.yaml:2"


@pytest.mark.parametrize(
    ("logo", "code"),
    [
        ("{file: images/none.svg}", "picture-missing"),
        ("{file: /images/emblem.svg}", "path-outside"),
        ("{file: ../emblem.svg}", "path-outside"),
        ("{file: images/../../emblem.svg}", "path-outside"),
        ("{file: ./images/emblem.svg}", "path-outside"),
        ("{file: 'C:/images/emblem.svg'}", "path-outside"),
        ("{file: 'images\\emblem.svg'}", "path-outside"),
        ("{file: images//emblem.svg}", "path-outside"),
        ("{file: images/}", "path-outside"),
        ("{file: https://example.org/a.svg}", "path-outside"),
        ("{height: 22mm}", "key-missing"),
        ("{file: images/emblem.svg, height: 0}", "length-out-of-range"),
        ("{file: images/emblem.svg, height: -22mm}", "length-out-of-range"),
        ("{file: images/emblem.svg, height: 300mm}", "length-out-of-range"),
        ("{file: images/emblem.svg, hight: 22mm}", "key-unknown"),
    ],
)
def test_a_wrong_logo_is_reported_where_the_sheet_names_it(tmp_path: Path, logo: str, code: str) -> None:
    """By check as by build, which then writes nothing."""
    workspace = made(tmp_path / "w", logo)
    assert places(checked(workspace).findings) == [(code, IN_SHEET)]
    assert places(built(workspace).findings) == [(code, IN_SHEET)]
    assert not (tmp_path / "w" / "build").exists()


def test_a_link_that_leads_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    """Also through a folder; one that stays inside is as good as the file."""
    workspace = made(tmp_path / "w", "{file: images/link.svg}")
    images = tmp_path / "w" / "images"
    shutil.copy(SVG, tmp_path / "outside.svg")
    (images / "link.svg").symlink_to(tmp_path / "outside.svg")
    assert places(checked(workspace).findings) == [("file-outside", "images/link.svg:0")]
    (images / "link.svg").unlink()
    (images / "link.svg").symlink_to(images / "emblem.svg")
    assert not checked(workspace).findings
    (images / "link.svg").unlink()
    (images / "link.svg").symlink_to(images / "link.svg")
    assert places(checked(workspace).findings) == [("file-unreadable", "images/link.svg:0")]
    (images / "link.svg").unlink()
    shutil.copy(SVG, images / "link.svg")
    images.rename(tmp_path / "elsewhere")
    images.symlink_to(tmp_path / "elsewhere")
    assert places(checked(workspace).findings) == [("file-outside", "images/link.svg:0")]


def test_what_is_wrong_inside_the_picture_is_reported_with_its_name(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    file = tmp_path / "images" / "emblem.svg"
    file.write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><text/></svg>", encoding="utf-8")
    assert places(checked(workspace).findings) == [("svg-text", "images/emblem.svg:0")]
    shutil.copy(PNG, file)
    assert places(built(workspace).findings) == [("picture-misnamed", "images/emblem.svg:0")]
    assert built(workspace).outputs
    file.unlink()
    file.mkdir()
    assert places(checked(workspace).findings) == [("file-is-folder", "images/emblem.svg:0")]


@pytest.mark.slow
def test_a_logo_that_no_line_of_the_cover_shows_is_reported(tmp_path: Path) -> None:
    workspace = made(tmp_path, more="cover: [{field: title}]\n")
    assert places(checked(workspace).findings) == [("logo-unplaced", IN_SHEET)]
    (docx, _) = built(workspace).outputs
    assert media(Path(docx.path).read_bytes()) == {}


def test_a_logo_may_be_anywhere_on_the_cover_and_twice(tmp_path: Path) -> None:
    """One part for both places, each with a number of its own."""
    workspace = made(tmp_path, more="cover: [{field: title}, {field: logo}, {field: logo}]\n")
    (docx, _) = built(workspace).outputs
    data = Path(docx.path).read_bytes()
    assert [line.split()[-1] for line in word_pictures(data)] == ["徽标", "徽标"]
    numbers = [each.get("id") for each in part(data, "word/document.xml").iter(f"{DRAWING}docPr")]
    assert len(set(numbers)) == 2
    assert set(media(data)) == {"logo.png", "logo.svg"}
    assert faults(data) == []


@pytest.mark.slow
def test_a_path_alone_is_a_logo(tmp_path: Path) -> None:
    """22 mm high; its faults are told at the path."""
    (docx, _) = built(made(tmp_path / "sound", "images/emblem.svg")).outputs
    assert list(word_pictures(Path(docx.path).read_bytes())) == ["CoverLogo 75 × 62 media/logo.png media/logo.svg 徽标"]
    assert places(checked(made(tmp_path / "wrong", "/images/emblem.svg")).findings) == [("path-outside", IN_SHEET)]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_changed_picture_is_reported_for_a_file_made_with_it(tmp_path: Path, kind: str) -> None:
    """It is one of the inputs; how git ends its lines on Windows does not matter."""
    workspace = made(tmp_path)
    assert not built(workspace).findings
    file, image = workspace.output_folder(2025) / f"report.{kind}", tmp_path / "images" / "emblem.svg"
    stamp = verify(workspace, file).stamp
    assert stamp is not None
    assert [name for name, _ in stamp.inputs] == ["logo", "report", "style:ours", "style:plenary"]
    image.write_bytes(SVG.read_bytes().replace(b"\n", b"\r\n"))
    assert not verify(workspace, file).findings
    image.write_bytes(SVG.read_bytes().replace(b"#e8b23a", b"#e8b23b"))
    (found,) = verify(workspace, file).findings
    assert found.code == "source-changed"
    assert getattr(found.words["source"], "zh", "") == "徽标图片"


def wanted(folder: Path) -> tuple[ReportRef, ReportRef]:
    """The report, and one with another sentence."""
    (folder / "data" / "2026.yaml").write_text(REPORT.replace("2025", "2026").replace("一句", "两句"), encoding="utf-8")
    return ReportRef(2025), ReportRef(2026)


def compared(workspace: Workspace, folder: Path) -> DiffResult:
    return diff(read_diff_inputs(workspace, *wanted(folder), "ours", ()))


@pytest.mark.slow
def test_a_comparison_needs_no_logo_and_tracked_changes_do(tmp_path: Path) -> None:
    """对照表 have no cover; the Word file with tracked changes is the report's."""
    workspace = made(tmp_path)
    diffed = compared(workspace, tmp_path)
    redline = Redline(tmp_path / "changes.docx")
    tracked = write_redline(workspace, diffed, redline, lambda stage: None)
    assert [found.words["what"] for found in tracked.findings] == [UNTRACKED["grounds"], UNTRACKED["properties"]]
    data = redline.path.read_bytes()
    assert len(list(word_pictures(data))) == 1
    assert set(media(data)) == {"logo.png", "logo.svg"}
    assert faults(data) == []
    (tmp_path / "images" / "emblem.svg").unlink()
    diffed = compared(workspace, tmp_path)
    target = Target("comparison", ("docx", "pdf", "html"))
    written = write_document(workspace, diffed, comparison_of(diffed), target, lambda stage: None)
    assert [output.format for output in written.outputs] == list(target.formats)
    assert places(write_redline(workspace, diffed, redline, lambda stage: None).findings) == [
        ("picture-missing", IN_SHEET)
    ]


@pytest.mark.slow
def test_a_build_without_a_logo_loads_nothing_for_pictures(tmp_path: Path) -> None:
    """It would cost a tenth of its time."""
    workspace_of(tmp_path, REPORT)
    code = (
        "import sys; from pathlib import Path; from reportgen.workflows.build import Request, build\n"
        "from reportgen.workspace.files import find_workspace\n"
        "workspace = find_workspace(Path(sys.argv[1]), exact=True)\n"
        "assert build(workspace, 2025, Request(formats=('pdf',)), lambda stage: None).outputs\n"
        "loaded = {'resvg_py', 'lxml.etree', 'PIL.ExifTags', 'reportgen.pictures.raster'}\n"
        "assert not loaded & set(sys.modules), loaded & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)


@pytest.mark.slow
def test_five_lines_of_a_new_user_are_a_style_of_their_own(tmp_path: Path) -> None:
    """Colour, font and logo over a sheet of the program: built by name, listed, and its faults told in Chinese."""
    workspace_of(tmp_path)
    (tmp_path / "styles").mkdir()
    (tmp_path / "images").mkdir()
    shutil.copy(SVG, tmp_path / "images" / "会徽.svg")
    sheet = tmp_path / "styles" / "本会.yaml"
    sheet.write_text(
        "extends: plenary\n"
        "description: 本会用\n"
        'colours: {accent: "#14633f"}\n'
        "fonts: {song: {faces: [Noto Sans SC]}}\n"
        "logo: {file: images/会徽.svg}\n",
        encoding="utf-8",
    )
    ran = reportgen("build", "2025", "--style", "本会", folder=tmp_path)
    assert (ran.returncode, ran.stdout.count("wrote")) == (0, 2), ran.stderr
    (line,) = word_pictures((tmp_path / "build" / "2025" / "report.docx").read_bytes())
    assert line == "CoverLogo 75 × 62 media/logo.png media/logo.svg 政协长治市委员会徽标"
    assert "本会用" in reportgen("styles", folder=tmp_path).stdout
    (tmp_path / "images" / "会徽.svg").rename(tmp_path / "images" / "徽.svg")
    ran = reportgen("check", "2025", "--style", "本会", "--lang", "zh", folder=tmp_path)
    assert ran.returncode == 1
    assert "工作文件夹里没有图片 images/会徽.svg" in ran.stdout + ran.stderr
    assert "styles/本会.yaml:5" in ran.stdout + ran.stderr


def test_a_file_whose_logo_is_gone_has_nothing_else_changed(tmp_path: Path) -> None:
    """What cannot be made any more says which of its inputs is not there, and accuses no other."""
    workspace = made(tmp_path)
    (output, *_) = built(workspace).outputs
    (tmp_path / "images" / "emblem.svg").unlink()
    (found,) = verify(workspace, Path(output.path)).findings
    assert found.code == "source-changed"
    assert "yaml" not in str(found.words["source"])


@pytest.mark.slow
def test_a_style_without_a_page_for_its_cover_prints_no_logo_and_says_so(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    sheet = "extends: handout\nlogo: {file: images/emblem.svg}\ncover: [{field: logo}, {field: title}]\n"
    (tmp_path / "styles" / "ours.yaml").write_text(sheet, encoding="utf-8")
    assert places(built(workspace).findings) == [("logo-coverless", IN_SHEET)]
    assert len(built(workspace).outputs) == 2
