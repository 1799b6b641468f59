"""``reportgen fonts`` and ``--fonts``."""

import json
import re
from pathlib import Path

import pytest

from reportgen.cli.environment import font_folders, system_font_folders
from reportgen.workspace.files import bare_workspace, installed_font_files
from reportgen.workspace.refusals import CommandError
from reportgen.writers.text_tables import aligned
from tests.cli.test_cli import reportgen
from tests.fonts.making import truetype, variable_truetype
from tests.pdf.reading import unpacked
from tests.support import MINIMAL
from tests.workflows.test_build import workspace_of

OWN = """\
extends: official
fonts:
  标题: {faces: [没有的字体, {name: Test Variable, weight: 700}, Noto Serif SC]}
  仿宋: {faces: [Test Song, Noto Serif SC], latin: [Test Latin], figures: [Test Song]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A report with rare characters, and three fonts beside it."""
    folder = workspace_of(tmp_path / "w", f"{MINIMAL}  intro: 委员㛃甲乙A12\n")
    (folder / "styles").mkdir()
    (folder / "styles" / "own.yaml").write_text(OWN, encoding="utf-8")
    (folder / "fonts").mkdir()
    truetype(folder / "fonts" / "宋.ttf", name="Test Song", chinese="测试宋", embedding=8, licence="Ours. Not yours.")
    truetype(folder / "fonts" / "l.ttf", "ABC12", name="Test Latin", licence="Under the SIL Open Font License, 1.1")
    variable_truetype(folder / "fonts" / "v.ttf")
    return folder


def rows(text: str) -> dict[str, list[str]]:
    """The lines of a table by their first cell."""
    cells = [re.split("  +", line) for line in text.splitlines()]
    return {row[0]: row[1:] for row in cells if len(row) > 1}


@pytest.mark.slow
def test_every_role_is_reported_with_its_face_and_file(workspace: Path) -> None:
    table = rows(reportgen("fonts", "--style", "own", folder=workspace).stdout)
    assert table["role"] == ["preferred", "used", "file", "weight", "type", "embedding", "licence", "name in DOCX"]
    assert table["仿宋"] == [
        "Test Song", "测试宋", "fonts/宋.ttf", "400", "TrueType", "may be embedded for editing", "Ours", "仿宋_GB2312",
    ]  # fmt: skip
    assert table["仿宋 (Latin)"][1:3] == ["Test Latin", "fonts/l.ttf"]
    assert table["仿宋 (Latin)"][6:] == ["SIL OFL", "Times New Roman"]
    assert table["仿宋 (figures)"][1] == "测试宋"
    assert table["标题"][:5] == ["没有的字体", "Test Variable", "fonts/v.ttf", "700", "TrueType, variable"]
    assert table["黑体"][1:3] == ["Noto Sans SC", "NotoSansSC-Regular.otf (bundled)"]


@pytest.mark.slow
def test_columns_are_aligned_where_han_are_two_wide(workspace: Path) -> None:
    assert aligned([("甲", "b"), ("abc", "乙"), ("", "x")]) == ["甲   b", "abc  乙", "     x"]
    said = reportgen("fonts", "--style", "own", "--lang", "zh", folder=workspace).stdout
    assert rows(said)["标题"][4:6] == ["TrueType（可变）", "可嵌入"]


@pytest.mark.slow
def test_with_a_year_the_characters_that_other_faces_lend(workspace: Path) -> None:
    ran = reportgen("fonts", "2025", "--style", "own", folder=workspace)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.endswith("  仿宋  㛃 U+36C3  → Noto Serif SC\n  标题  录 U+5F55  目 U+76EE  → Noto Serif SC\n")
    reported = json.loads(reportgen("fonts", "2025", "--style", "own", "--json", folder=workspace).stdout)
    assert reported["characters"][:1] == [
        {"role": "仿宋", "character": "㛃", "code_point": "U+36C3", "face": "Noto Serif SC"}
    ]
    assert reported["fonts"][0]["path"] == str(workspace / "fonts" / "v.ttf")
    assert reported["fonts"][0]["wanted"] == ["没有的字体", "Test Variable 700", "Noto Serif SC"]
    plain = reportgen("fonts", "2025", folder=workspace).stdout
    assert plain.endswith("report of 2025: every character is in the font it is meant for\n")


@pytest.mark.slow
def test_a_character_no_face_has_is_an_error_at_its_place(workspace: Path) -> None:
    report = workspace / "data" / "2025.yaml"
    report.write_text(f"{MINIMAL}  intro: 委员𪚥\n", encoding="utf-8")
    ran = reportgen("fonts", "2025", folder=workspace)
    assert ran.returncode == 1
    assert "  song  𪚥 U+2A6A5  → no font has it\n" in ran.stdout
    assert "data/2025.yaml:6:12" in ran.stderr
    assert "(U+2A6A5)" in ran.stderr


@pytest.mark.slow
def test_a_role_without_a_face_and_a_wrong_option(workspace: Path) -> None:
    (workspace / "styles" / "own.yaml").write_text("extends: official\nfonts: {仿宋: {faces: [没有]}}\n", "utf-8")
    ran = reportgen("fonts", "--style", "own", folder=workspace)
    assert ran.returncode == 3
    assert list(rows(ran.stdout)) == ["role", "标题", "黑体", "黑体 (bold)", "楷体", "宋体"]
    assert "error[face-unknown]: cannot find any of the fonts for “仿宋”: 没有" in ran.stderr
    for command in ("fonts", "build"):
        ran = reportgen(command, "2025", "--fonts", "mine", folder=workspace)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "invalid value “mine” for --fonts" in ran.stderr


@pytest.mark.slow
def test_installed_fonts_are_used_only_where_allowed(workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "fonts" / "deeper"
    folder.mkdir(parents=True)
    truetype(folder / "a.ttf", name="Test Song")
    for path in (workspace / "fonts").iterdir():
        path.unlink()
    for places, face in (("bundled", "Noto Serif SC"), ("system", "Test Song")):
        asked = ("fonts", "--style", "own", "--fonts", places)
        said = reportgen(*asked, folder=workspace, XDG_DATA_HOME=str(tmp_path / "data"), HOME=str(tmp_path)).stdout
        assert rows(said)["仿宋"][1] == face
    built = ("build", "2025", "--style", "own", "--format", "pdf", "--fonts", "system")
    ran = reportgen(*built, folder=workspace, XDG_DATA_HOME=str(tmp_path / "data"), HOME=str(tmp_path))
    assert ran.returncode == 0, ran.stderr
    assert b"+TestSong-Regular" in unpacked((workspace / "build" / "2025" / "report.pdf").read_bytes())


@pytest.mark.slow
def test_a_file_is_verified_with_the_fonts_that_the_settings_allow(workspace: Path, tmp_path: Path) -> None:
    """Those it was built with; with others its bytes differ."""
    (tmp_path / "data" / "fonts").mkdir(parents=True)
    truetype(tmp_path / "data" / "fonts" / "a.ttf", name="Test Song")
    for path in (workspace / "fonts").iterdir():
        path.unlink()
    places = {"XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
    (workspace / "reportgen.yaml").write_text("fonts: system\n", "utf-8")
    built = reportgen("build", "2025", "--style", "own", "--format", "pdf", folder=workspace, **places)
    assert built.returncode == 0, built.stderr
    verify = ("verify", "build/2025/report.pdf", "--json")
    for more, said in (((), []), (("--fonts", "bundled"), ["file-changed"])):
        ran = reportgen(*verify, *more, folder=workspace, **places)
        assert [found["code"] for found in json.loads(ran.stdout)["diagnostics"]] == said


def test_where_each_system_keeps_its_fonts() -> None:
    windows = {"WINDIR": "C:/Windows", "LOCALAPPDATA": "C:/Users/a/AppData/Local"}
    for platform, environment, folders in (
        ("win32", windows, ["C:/Users/a/AppData/Local/Microsoft/Windows/Fonts", "C:/Windows/Fonts"]),
        ("darwin", {"HOME": "/Users/a"}, ["/Users/a/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"]),
        ("linux", {"HOME": "/h"}, ["/h/.local/share/fonts", "/h/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"]),
        ("linux", {"XDG_DATA_HOME": "/d"}, ["/d/fonts", "/usr/local/share/fonts", "/usr/share/fonts"]),
    ):
        assert [path.as_posix() for path in system_font_folders(platform, environment)] == folders


def test_installed_fonts_print_where_the_command_line_or_else_the_workspace_says_so(tmp_path: Path) -> None:
    workspace = bare_workspace(tmp_path)
    assert font_folders(None, workspace) == font_folders("bundled", workspace) == ()
    (tmp_path / "reportgen.yaml").write_text("fonts: system\n", "utf-8")
    assert font_folders("bundled", workspace) == ()
    assert font_folders(None, workspace) == font_folders("system", workspace) != ()
    with pytest.raises(CommandError):
        font_folders("none", workspace)


def test_folders_are_searched_in_order_and_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    for name in ("b/c/1.ttf", "b/a.TTC", "b/b.otf", "b/x.txt", "b/.hidden.ttf", "a/z.ttf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b" / "folder.ttf").mkdir()
    found = installed_font_files((tmp_path / "b", tmp_path / "nowhere", tmp_path / "a"))
    assert [path.relative_to(tmp_path).as_posix() for path, _ in found] == [
        "b/a.TTC",
        "b/b.otf",
        "b/c/1.ttf",
        "a/z.ttf",
    ]
