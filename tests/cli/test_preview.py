"""``styles --preview``: a picture of every style sheet, and what is in the way of one."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reportgen.workflows.build import Request, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.preview import contact_sheet, page_images, png
from reportgen.workspace.files import find_workspace
from tests.cli.test_cli import reportgen
from tests.workflows.test_build import workspace_of

GREEN = 'extends: plenary\ndescription: 绿\ncolours: {accent: "#14633f"}\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the real report and a style sheet of its own."""
    folder = workspace_of(tmp_path / "工作 区")
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles" / "green.yaml").write_text(GREEN, encoding="utf-8")
    return folder


def _pictures(workspace: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((workspace / "build" / "styles").iterdir())}


@pytest.mark.slow
def test_a_picture_of_every_style_sheet_named_as_it_is_written(workspace: Path) -> None:
    ran = reportgen("styles", "--preview", folder=workspace, LC_ALL="zh_CN.UTF-8")
    assert ran.returncode == 0, ran.stderr
    written = [
        f"已生成 build/styles/{name}.png" for name in ("classic", "green", "handout", "lectern", "official", "plenary")
    ]
    assert [line.split("（")[0] for line in ran.stdout.splitlines()] == written
    first = _pictures(workspace)
    assert list(first) == ["classic.png", "green.png", "handout.png", "lectern.png", "official.png", "plenary.png"]
    assert reportgen("styles", "2025", "--preview", "--quiet", folder=workspace).stdout == ""
    assert _pictures(workspace) == first


@pytest.mark.slow
def test_pages_are_in_reading_order_whole_and_apart(workspace: Path) -> None:
    """Every page is where it should be on the sheet, pixel for pixel, with the ground between."""
    request = Request(CheckOptions("plenary"), ("pdf",))
    inputs = read_inputs(find_workspace(workspace, exact=True), 2025, request)
    made = compile_report(inputs, request, lambda _: None)
    pages = page_images(made.contents["pdf"], 240)
    assert len(pages) == made.pages == 9
    assert {page.size for page in pages} == {(240, 340)}
    sheet = contact_sheet(pages)
    assert sheet.size == (5 * 256 + 16, 2 * 356 + 16)
    for index, page in enumerate(pages):
        left, top = index % 5 * 256 + 16, index // 5 * 356 + 16
        assert sheet.crop((left, top, left + 240, top + 340)).tobytes() == page.tobytes()
        assert sheet.getpixel((left - 1, top)) == sheet.getpixel((left, top + 340)) == (225, 225, 225)
    assert len({page.tobytes() for page in pages}) == 9, "no page twice"
    with Image.open(BytesIO(png(sheet))) as read:
        assert (read.format, read.mode, read.size) == ("PNG", "P", sheet.size)


def test_a_picture_of_many_colours_keeps_sixty_four() -> None:
    """The guide shows one of each style, so each has to be small."""
    channels = (Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90), Image.radial_gradient("L"))
    made, again = png(Image.merge("RGB", channels)), BytesIO()
    with Image.open(BytesIO(made)) as read:
        assert len(read.convert("RGB").getcolors(2**16) or ()) == 64
        read.save(again, "PNG")
    assert len(made) < len(again.getvalue()), "packed as tightly as it can be"


@pytest.mark.slow
def test_a_style_sheet_with_errors_is_reported_and_the_others_drawn(workspace: Path) -> None:
    (workspace / "styles" / "red.yaml").write_text(
        "extends: official\nfooter: {text: 1, sid: left}\n", encoding="utf-8"
    )
    ran = reportgen("styles", "--preview", folder=workspace)
    assert ran.returncode == 1
    assert "styles/red.yaml:2" in ran.stderr
    assert "1 error, " in ran.stderr
    assert list(_pictures(workspace)) == [
        "classic.png",
        "green.png",
        "handout.png",
        "lectern.png",
        "official.png",
        "plenary.png",
    ]


@pytest.mark.slow
def test_a_report_with_errors_is_reported_once_and_nothing_drawn(workspace: Path) -> None:
    report = workspace / "data" / "2025.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("label: 图解", "labl: 图解"), encoding="utf-8")
    ran = reportgen("styles", "--preview", folder=workspace)
    assert ran.returncode == 1
    assert ran.stderr.count("error[key-unknown]") == 1
    assert "nothing written because of errors" in ran.stdout
    assert not (workspace / "build").exists()


@pytest.mark.slow
def test_the_styles_the_folder_and_the_year_asked_for(workspace: Path) -> None:
    arguments = ("styles", "--preview", "--style", "official，green", "--out", "图", "--json")
    said = json.loads(reportgen(*arguments, folder=workspace).stdout)
    assert [(each["year"], each["format"], Path(each["path"]).name) for each in said["outputs"]] == [
        (2025, "png", "official.png"),
        (2025, "png", "green.png"),
    ]
    assert all((workspace / each["path"]).stat().st_size == each["bytes"] for each in said["outputs"])
    assert sorted(path.name for path in (workspace / "图").iterdir()) == ["green.png", "official.png"]
    ran = reportgen("styles", "2030", "--preview", folder=workspace)
    assert (ran.returncode, ran.stderr.count("file not found: data/2030.yaml")) == (2, 1)
    ran = reportgen("styles", "--preview", "--style", "nope", folder=workspace)
    assert (ran.returncode, "unknown style “nope”" in ran.stderr) == (2, True)
    assert reportgen("styles", "2025", folder=workspace).returncode == 2
    (workspace / "data" / "2025.yaml").unlink()
    ran = reportgen("styles", "--preview", folder=workspace)
    assert (ran.returncode, "error[reports-missing]" in ran.stderr) == (2, True)


@pytest.mark.slow
def test_the_list_says_what_each_is_for_and_whose_it_is(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "green.yaml").write_text(GREEN, encoding="utf-8")
    ran = reportgen("styles", folder=tmp_path)
    assert [line.split()[::2][:2] for line in ran.stdout.splitlines() if "green" in line] == [
        ["green", "styles/green.yaml"]
    ]
    assert "styles/green.yaml (extends plenary)" in ran.stdout
    assert [line.split()[0] for line in ran.stdout.splitlines() if line.endswith(" (bundled)")] == [
        "classic",
        "handout",
        "lectern",
        "official",
        "plenary",
    ]
    listed = json.loads(reportgen("styles", "--json", folder=tmp_path).stdout)["styles"]
    assert [(each["name"], each["extends"], each["bundled"]) for each in listed] == [
        ("classic", None, True),
        ("green", "plenary", False),
        ("handout", "plenary", True),
        ("lectern", "official", True),
        ("official", None, True),
        ("plenary", None, True),
    ]


@pytest.mark.slow
def test_only_the_preview_loads_what_draws(workspace: Path) -> None:
    """Neither the list of style sheets nor a build pays for it."""
    for arguments, loaded in ((("styles",), False), (("build", "2025"), False), (("styles", "--preview"), True)):
        code = (
            f"import sys, os; sys.argv = ['reportgen', *{arguments!r}]\n"
            f"os._exit = lambda status: sys.exit(status or ('pypdfium2' in sys.modules) is not {loaded})\n"
            "from reportgen.cli import main\nmain()\n"
        )
        ran = subprocess.run([sys.executable, "-c", code], cwd=workspace, capture_output=True, check=False)
        assert ran.returncode == 0, (arguments, ran.stderr)
