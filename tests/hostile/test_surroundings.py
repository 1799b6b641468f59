"""What is around a command: folders that are gone, closed or oddly named, clocks, variables, settings of libraries."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.commands import Outcome, run_limited
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

REPORT = f"{MINIMAL}  intro: 一年来，工作很好。\n"
LONG = "甲" * 90
"""270 bytes, where disks take 255."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return made(tmp_path / "w")


def made(folder: Path) -> Path:
    """A workspace with a report and a sheet of its own."""
    for name in ("data", "styles", "fonts"):
        (folder / name).mkdir(parents=True)
    (folder / "data" / "2025.yaml").write_text(REPORT, "utf-8")
    (folder / "styles" / "ours.yaml").write_text("schema: 1\nextends: plenary\n", "utf-8")
    (folder / "fonts" / "a.ttf").write_bytes(b"")
    return folder


# A folder that is gone


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (("check", "2025"), 3, "the current folder no longer exists"),
        (("new", "2026"), 3, "the current folder no longer exists"),
        (("verify", "x.pdf"), 3, "the current folder no longer exists"),
        (("git-setup",), 3, "the current folder no longer exists"),
        (("build", "2025", "--root", "/"), 3, "the current folder no longer exists"),
        (("textconv", "x"), 0, "file not found"),
        (("--help",), 0, "Usage: reportgen"),
    ],
)
def test_the_current_folder_was_deleted(tmp_path: Path, command: tuple[str, ...], code: int, words: str) -> None:
    (tmp_path / "gone").mkdir()
    outcome = run_limited(*command, folder=tmp_path / "gone", before='rmdir "$PWD"')
    assert (words in outcome.text, outcome.code) == (True, code), outcome


def test_a_deleted_folder_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    said = run_limited("check", "2025", "--lang", "zh", folder=tmp_path / "gone", before='rmdir "$PWD"').err
    assert "当前所在的文件夹已经不在了" in said
    assert "用 cd 换到放报告的文件夹，再运行" in said


# Permissions


@pytest.mark.parametrize(
    ("path", "mode", "command"),
    [
        ("data/2025.yaml", 0, ("check", "2025")),
        ("data", 0, ("check", "2025")),
        ("data", 0o444, ("check", "2025")),
        ("data", 0o111, ("metrics",)),
        ("styles", 0, ("build", "2025", "--style", "ours")),
        ("styles/ours.yaml", 0, ("build", "2025", "--style", "ours")),
        ("fonts", 0, ("build", "2025")),
        ("fonts", 0o444, ("build", "2025")),
        ("fonts/a.ttf", 0, ("build", "2025")),
        (".", 0o666, ("check", "2025")),
    ],
)
def test_what_may_not_be_read_is_reported(workspace: Path, path: str, mode: int, command: tuple[str, ...]) -> None:
    (workspace / path).chmod(mode)
    try:
        where = workspace.parent if path == "." else workspace
        outcome = run_limited(*command, "--root", workspace, folder=where, obeys_permissions=True)
    finally:
        (workspace / path).chmod(0o755)
    assert ("permission denied" in outcome.text, outcome.code) == (True, 3), outcome
    assert not (workspace / "build").exists()


def test_permissions_stop_the_program_that_obeys_them(workspace: Path) -> None:
    """So that the tests above say something where all run as root."""
    (workspace / "data" / "2025.yaml").chmod(0o644)
    assert run_limited("check", "2025", folder=workspace, obeys_permissions=True).code == 0


# Names


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (("verify", LONG), 3, "the file name is too long"),
        (("textconv", LONG), 0, "the file name is too long"),
        (("diff", LONG, "2025"), 2, "is not a year, an earlier version in git"),
        (("check", "2025", "--style", LONG), 2, "unknown style"),
        (("check", "2025", "--root", LONG), 3, "the file name is too long"),
        (("build", "2025", "--format", "txt", "--out", LONG), 3, "the file name is too long"),
        (("build", "2025", "--format", "txt", "--style", "logo"), 1, "no picture"),
        (("build", "2025", "--format", "txt", "--style", "above"), 2, "unknown style"),
    ],
)
def test_names_longer_than_a_disk_takes(workspace: Path, command: tuple[str, ...], code: int, words: str) -> None:
    (workspace / "styles" / "logo.yaml").write_text(f"extends: plenary\nlogo: {{file: {LONG}.png}}\n", "utf-8")
    (workspace / "styles" / "above.yaml").write_text(f"extends: {LONG}\n", "utf-8")
    outcome = run_limited(*command, folder=workspace)
    assert (words in outcome.text, outcome.code) == (True, code), outcome


def test_folders_whose_names_are_not_utf_8(tmp_path: Path) -> None:
    """As an archive from an old Chinese system unpacks: 报告 in GBK."""
    folder = made(tmp_path / os.fsdecode("报告".encode("gbk")))
    (folder / "fonts" / "a.ttf").unlink()
    for command in (("check", "2025"), ("build", "2025"), ("verify", "build/2025/report.pdf"), ("fonts",), ("styles",)):
        assert run_limited(*command, folder=folder).code == 0, command
    built = run_limited("build", "2025", "--json", "--format", "txt", folder=folder)
    assert (r"\udcb1\udca8\udcb8\udce6/build/2025/report.txt" in built.out, built.code) == (True, 0)
    missing = run_limited("check", "2025", "--root", f"{folder}x", folder=tmp_path)
    assert ("no data folder in" in missing.err, missing.code) == (True, 2)


@pytest.mark.parametrize("name", ["0001", "0000", "２０２４", "٢٠٢٤", "20244", "2024 "])
def test_files_whose_names_are_not_years_are_not_reports(workspace: Path, name: str) -> None:
    (workspace / "data" / f"{name}.yaml").write_text("no report", "utf-8")
    assert run_limited("metrics", "--format", "csv", folder=workspace).code == 0
    outcome = run_limited("check", name, folder=workspace)
    assert (f"“{name}” is not a year" in outcome.err, outcome.code) == (True, 2)
    assert "available: 2025\n" in run_limited("check", "2026", folder=workspace).text


# Clocks and variables


def at_clock(seconds: float, *command: str, folder: Path) -> Outcome:
    """A command run at a time of the clock, in seconds from 1970."""
    program = (
        "import time; from unittest import mock; "
        f"mock.patch('time.time', lambda: {seconds!r}).start(); "
        "from reportgen.cli import main; main()"
    )
    ran = subprocess.run([sys.executable, "-c", program, *command], cwd=folder, capture_output=True, check=False)
    return Outcome(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@pytest.mark.parametrize("seconds", [0.0, 3e8, 4.4e9, -2e9])
def test_clocks_that_are_wrong(workspace: Path, seconds: float) -> None:
    """1970, 1979, 2109, 1906: archives know the years from 1980 to 2107, and no output has the time of day."""
    (workspace / "fonts" / "a.ttf").unlink()
    formats = "docx,pdf,html,markdown,txt"
    assert run_limited("build", "2025", "--format", formats, folder=workspace).code == 0
    folder = workspace / "build" / "2025"
    expected = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in folder.iterdir():
        path.unlink()
    outcome = at_clock(seconds, "build", "2025", "--format", formats, folder=workspace)
    assert outcome.code == 0, outcome
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == expected
    assert at_clock(seconds, "metrics", "--format", "xlsx", folder=workspace).code == 0


def test_variables_and_settings_of_libraries_change_nothing(workspace: Path) -> None:
    """What ReportLab would take from the environment, from the user's home and from the current folder."""
    (workspace / "fonts" / "a.ttf").unlink()
    pdf = workspace / "build" / "2025" / "report.pdf"
    assert run_limited("build", "2025", "--format", "pdf", folder=workspace).code == 0
    expected = pdf.read_bytes()
    home = workspace.parent / "home"
    home.mkdir()
    for path in (
        home / ".reportlab_settings", home / ".reportlab_mods",
        workspace / "reportlab_settings.py", workspace / "reportlab_mods.py",
    ):  # fmt: skip
        path.write_text("open('ran', 'w').close()\nraise SystemExit(9)\n", "utf-8")
    for variables in (
        {"HOME": str(home), "PYTHONPATH": str(workspace)},
        {"RL_pageCompression": "junk"}, {"RL_invariant": "0"}, {"RL_defaultPageSize": "none"},
        {"RL_canvas_baseColor": "none"}, {"RL_useA85": "1", "RL_docTitle": "x"},
        {"SOURCE_DATE_EPOCH": "junk"}, {"SOURCE_DATE_EPOCH": "-5"}, {"SOURCE_DATE_EPOCH": "9" * 20},
    ):  # fmt: skip
        pdf.unlink()
        outcome = run_limited("build", "2025", "--format", "pdf", folder=workspace, variables=variables)
        assert (outcome.code, pdf.read_bytes() == expected) == (0, True), (variables, outcome)
    assert not (workspace / "ran").exists()


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONOPTIMIZE": "2"}, {"PYTHONWARNINGS": "error"}, {"PYTHONUNBUFFERED": "1"}, {"PYTHONDEVMODE": "1"},
        {"PYTHONHASHSEED": "7"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}, {"COLUMNS": "junk"}, {"COLUMNS": "-1"},
        {"COLUMNS": "99999999999"}, {"TERM": "none"}, {"HOME": ""}, {"TMPDIR": "/nowhere"},
    ],
    ids=str,
)  # fmt: skip
def test_other_variables_break_nothing(workspace: Path, variables: dict[str, str]) -> None:
    (workspace / "fonts" / "a.ttf").unlink()
    help_too = (("build", "--help"),) if "COLUMNS" in variables else ()
    for command in (("build", "2025", "--format", "docx,txt"), *help_too):
        assert run_limited(*command, folder=workspace, variables=variables).code == 0
