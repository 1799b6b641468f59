"""The commands as a person types them: a process each, its words, its exit status."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.fonts.making import truetype
from tests.pdf.reading import page_count
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow


LIBRARIES = {
    "docx",
    "lxml",
    "reportlab",
    "uharfbuzz",
    "fontTools",
    "PIL",
    "xlsxwriter",
    "resvg_py",
    "pypdfium2",
    "pikepdf",
}
"""What only outputs need: too slow to import for a command without them."""


def reportgen(
    *arguments: str, folder: Path, encoding: str = "utf-8", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Runs the program in a folder; English unless asked otherwise."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *arguments],
        cwd=folder,
        env={**environment, **variables},
        capture_output=True,
        encoding=encoding,
        check=False,
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the real report."""
    return workspace_of(tmp_path / "工作 区")


def test_build_names_each_file_it_wrote(workspace: Path) -> None:
    """One line each, and the files are there."""
    ran = reportgen("build", "2025", folder=workspace, LC_ALL="zh_CN.UTF-8")
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0, ran.stderr
    assert [line.split("（")[0] for line in lines] == [
        "已生成 build/2025/report.docx",
        "已生成 build/2025/report.pdf",
    ]
    assert (workspace / "build" / "2025" / "report.docx").is_file()


def test_out_and_format_and_style(workspace: Path) -> None:
    """Two years would share a folder, so each gets its own; one year gets the folder itself."""
    ran = reportgen("build", "2025", "--out", "交稿", "--format", "pdf", "--style", "official", folder=workspace)
    assert ran.returncode == 0, ran.stderr
    assert [path.name for path in (workspace / "交稿").iterdir()] == ["report.pdf"]
    text = (workspace / "data" / "2025.yaml").read_text(encoding="utf-8").replace("year: 2025", "year: 2024")
    (workspace / "data" / "2024.yaml").write_text(text, encoding="utf-8")
    ran = reportgen("build", "2024", "2025", "--out", "两年", "--format", "pdf", folder=workspace)
    assert ran.returncode == 0, ran.stderr
    assert sorted(path.name for path in (workspace / "两年").iterdir()) == ["2024", "2025"]


STANDARD_FACES = "方正小标宋简体、楷体_GB2312、仿宋_GB2312"


def test_a_build_says_once_which_faces_of_the_standard_it_has_not(workspace: Path) -> None:
    """Noto has no 小标宋, 仿宋 or 楷体; nothing is said of faces that it is like, nor with Word files alone."""
    words = ("build", "2025", "--style", "official")
    ran = reportgen(*words, folder=workspace, LC_ALL="zh_CN.UTF-8")
    assert (ran.returncode, ran.stdout.count("Noto"), ran.stderr.count("Noto")) == (0, 1, 0)
    assert ran.stdout.splitlines()[-1].startswith(f"没有 {STANDARD_FACES}，")
    for others in (("build", "2025"), (*words, "--format", "docx"), (*words, "--quiet")):
        assert "Noto" not in reportgen(*others, folder=workspace).stdout
    assert json.loads(reportgen(*words, "--json", folder=workspace).stdout)["fonts_missed"] == STANDARD_FACES.split(
        "、"
    )


def test_a_face_that_is_there_is_not_missed(workspace: Path) -> None:
    (workspace / "fonts").mkdir()
    truetype(workspace / "fonts" / "own.ttf")
    (workspace / "styles").mkdir()
    own = "extends: official\nfonts: {仿宋: {faces: [Test Song]}, 楷体: {faces: [Test Song, Noto Serif SC]}}\n"
    (workspace / "styles" / "own.yaml").write_text(own, encoding="utf-8")
    ran = reportgen("build", "2025", "--style", "own", "--format", "pdf", "--json", folder=workspace)
    assert json.loads(ran.stdout)["fonts_missed"] == ["方正小标宋简体"]


def test_quiet_says_nothing_when_all_is_well(workspace: Path) -> None:
    """For scripts that look at the exit status."""
    ran = reportgen("build", "2025", "--quiet", folder=workspace)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_verbose_says_how_long_each_step_took(workspace: Path) -> None:
    ran = reportgen("build", "--format", "txt", "--verbose", folder=workspace)
    assert re.fullmatch(
        r"2025: reading files \d+\.\d\d s, making the TXT \d+\.\d\d s, writing files \d+\.\d\d s; \d+\.\d\d s in all\n",
        ran.stderr.splitlines(keepends=True)[-1],
    )
    assert ran.stdout.startswith("wrote build/2025/report.txt")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system opens files by other means")
def test_open_shows_what_was_built_the_pdf_if_there_is_one(workspace: Path, tmp_path: Path) -> None:
    """By the program of the desktop; without one the build is as good."""
    opener, opened = tmp_path / "bin" / "xdg-open", tmp_path / "opened"
    opener.parent.mkdir()
    for formats, file in (("docx,pdf", "report.pdf"), ("html,txt", "report.html")):
        ran = reportgen("build", "--open", "--format", formats, folder=workspace, PATH=str(opener.parent))
        if not opener.exists():
            assert (ran.returncode, ran.stdout.splitlines()[-1]) == (
                0,
                f"could not open build/2025/{file}: no program for it was found",
            )
            opener.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}.new && /bin/mv {opened}.new {opened}\n', "utf-8")
            opener.chmod(0o755)
            ran = reportgen("build", "--open", "--format", formats, folder=workspace, PATH=str(opener.parent))
        assert ran.returncode == 0
        assert str(workspace / "build" / "2025" / file) == _content_soon(opened)
        opened.unlink()


def _content_soon(path: Path) -> str:
    """What a file holds that another process is about to write."""
    for _ in range(1000):
        if path.exists():
            break
        time.sleep(0.01)
    return path.read_text("utf-8")


def test_json_for_machines(workspace: Path) -> None:
    """Outputs and findings as one object, also when something is wrong."""
    ran = reportgen("build", "2025", "--json", folder=workspace)
    said = json.loads(ran.stdout)
    assert [(each["year"], each["format"]) for each in said["outputs"]] == [(2025, "docx"), (2025, "pdf")]
    assert all(Path(each["path"]).stat().st_size == each["bytes"] for each in said["outputs"])
    pages = page_count(Path(said["outputs"][1]["path"]).read_bytes())
    assert [each["pages"] for each in said["outputs"]] == [pages, pages]
    assert pages > 8
    assert [each["code"] for each in said["diagnostics"]] == ["date-missing"]
    ran = reportgen("build", "2030", "--json", folder=workspace)
    said = json.loads(ran.stdout)
    assert (ran.returncode, said["outputs"], said["diagnostics"][0]["code"]) == (2, [], "file-missing")
    ran = reportgen("build", "abcd", "--json", folder=workspace)
    assert (ran.returncode, json.loads(ran.stdout)["diagnostics"][0]["code"]) == (2, "year-invalid")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("build", "20x5"), 2, "“20x5” is not a year"),
        (("build", "２０２５"), 2, "“２０２５” is not a year"),
        (("build", "2030"), 2, "file not found: data/2030.yaml"),
        (("build", "2025", "--style", "nope"), 2, "unknown style “nope”"),
        (("build", "2025", "--format", "odt"), 2, "unknown format “odt”"),
        (("build", "2025", "--root", "nowhere"), 2, "no data folder in"),
    ],
)
def test_wrong_usage_is_one_clear_finding(workspace: Path, arguments: tuple[str, ...], status: int, said: str) -> None:
    """Never a stack trace; what is wrong comes first."""
    ran = reportgen(*arguments, folder=workspace)
    assert ran.returncode == status
    assert said in ran.stderr.splitlines()[0]
    assert "Traceback" not in ran.stderr


def test_errors_are_shown_in_the_language_asked_for(workspace: Path) -> None:
    """``--lang`` wins over the locale, wherever it is given."""
    for arguments in (("--lang", "zh", "build", "2030"), ("build", "2030", "--lang=zh")):
        assert reportgen(*arguments, folder=workspace).stderr.startswith("错误[file-missing]")
    assert reportgen("build", "2030", folder=workspace, LC_ALL="zh_CN.UTF-8").stderr.startswith("错误")
    assert reportgen("build", "2030", "--lang", "en", folder=workspace, LC_ALL="zh_CN.UTF-8").stderr.startswith("error")


def test_a_report_with_errors_ends_with_1_and_counts_them(workspace: Path) -> None:
    """All problems at once, each in full, then how many."""
    report = workspace / "data" / "2025.yaml"
    text = report.read_text(encoding="utf-8").replace("【提案】", "【提俺】").replace("label: 图解", "labl: 图解")
    report.write_text(text, encoding="utf-8")
    for command in ("check", "build"):
        ran = reportgen(command, "2025", folder=workspace)
        assert ran.returncode == 1
        said = ran.stdout if command == "check" else ran.stderr
        assert said.count("error[") == 2
        assert "2 errors, 0 warnings, 0 notes" in said


def test_several_years_each_say_what_became_of_them(workspace: Path) -> None:
    """Written, and not written: the year says which, and the worst status is that of the command."""
    (workspace / "data" / "2024.yaml").write_text("schema: 1\n", "utf-8")
    ran = reportgen("build", "2024", "2025", "2023", "--format", "txt", folder=workspace)
    assert ran.returncode == 2
    lines = [line.partition(" (")[0] for line in ran.stdout.splitlines()]
    assert lines == [
        "2024: nothing written because of errors; existing files are unchanged",
        "wrote build/2025/report.txt",
        "2023: nothing written because of errors; existing files are unchanged",
    ]
    ran = reportgen("build", "2024", "--format", "txt", folder=workspace)
    assert (ran.returncode, ran.stdout) == (1, "nothing written because of errors; existing files are unchanged\n")


def test_a_gbk_console_is_never_a_crash(workspace: Path) -> None:
    """A finding shows a character GBK does not have; the console gets a stand-in."""
    report = workspace / "data" / "2025.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("label: 图解", "labl: 图解𬭎"), encoding="utf-8")
    ran = reportgen("check", "2025", folder=workspace, encoding="gbk", LC_ALL="zh_CN.GBK")
    assert ran.returncode == 1
    assert "labl: 图解\\U0002cb4e" in ran.stdout
    assert "Traceback" not in ran.stderr


def test_help_needs_no_writer() -> None:
    """``--help`` and what it lists; nothing slow is imported for it."""
    code = (
        "import sys; sys.argv = ['reportgen', '--help']\n"
        "from reportgen.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert end.code == 0\n"
        "slow = {'reportlab', 'docx', 'lxml', 'uharfbuzz', 'yaml', 'PIL', 'pypdfium2', 'rich'} & set(sys.modules)\n"
        "assert not slow, slow\n"
    )
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8"}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert ran.returncode == 0, ran.stderr
    for command in ("build", "check", "fmt", "schema", "styles", "fonts"):
        assert f"\n  {command} " in ran.stdout


def test_no_command_shows_the_help(tmp_path: Path) -> None:
    """As ``--help`` does, but nothing was done: wrong usage."""
    ran = reportgen(folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (2, "")
    assert ran.stdout == reportgen("--help", folder=tmp_path).stdout


def test_styles_and_fonts_and_schema(workspace: Path) -> None:
    """The small commands say what they should."""
    assert [line.split()[0] for line in reportgen("styles", folder=workspace).stdout.splitlines()] == [
        "classic",
        "handout",
        "lectern",
        "official",
        "plenary",
    ]
    (row,) = (row for row in reportgen("fonts", "--style", "official", folder=workspace).stdout.splitlines() if
              row.startswith("仿宋"))  # fmt: skip
    assert re.split("  +", row) == [
        "仿宋", "仿宋_GB2312", "Noto Serif SC", "NotoSerifSC-Regular.otf (bundled)", "400", "CFF", "may be embedded",
        "SIL OFL", "仿宋_GB2312",
    ]  # fmt: skip
    assert json.loads(reportgen("schema", folder=workspace).stdout)["required"] == ["schema", "year", "title"]
    assert "extends" in json.loads(reportgen("schema", "style", folder=workspace).stdout)["properties"]
    assert reportgen("--version", folder=workspace).stdout.startswith("reportgen ")


def test_a_fault_of_ours_is_reported_in_two_lines(workspace: Path) -> None:
    """Whatever goes wrong inside, the user sees no stack trace, but where it was, and the file to send."""
    code = (
        "import sys, reportgen.workflows.build as command\n"
        "def broken(*_): raise ZeroDivisionError\n"
        "command.build = broken\n"
        "sys.argv = ['reportgen', 'build', '2025']\n"
        "from reportgen.cli import main\nmain()\n"
    )
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=workspace, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert (ran.returncode, len(ran.stderr.splitlines())) == (3, 2)
    assert "ZeroDivisionError" in ran.stderr
    assert "reportgen-error.txt" in ran.stderr
