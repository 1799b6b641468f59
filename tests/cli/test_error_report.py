"""What a bug leaves behind: a file that can be sent, without a word of the report."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen import __version__
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow

FAILING = """
import sys
from reportgen.workflows import build

def fail(*_):
    raise KeyError("征集提案") from ValueError("王某某")

build.build = fail
sys.argv = ["reportgen", "build", "2025", "--style", "绿", "--out=王某某", "--format", "docx,pdf"]
from reportgen.cli import main
main()
"""


def _failed(folder: Path, first: str = "") -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", first + FAILING]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False)


def test_a_bug_writes_a_report_and_names_it(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "王某某")
    ran = _failed(folder)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert re.search(r"^error\[internal\]: internal error \(KeyError <string>:6\)$", ran.stderr, re.MULTILINE)
    assert f"please send {folder / 'reportgen-error.txt'} to the maintainers" in ran.stderr
    text = (folder / "reportgen-error.txt").read_text("utf-8")
    assert f"reportgen {__version__}, Python {sys.version.split()[0]}, " in text
    assert "msgspec 0." in text
    assert "\nreportgen build 2025 --style … --out --format docx,pdf\n" in text
    assert re.search(r"\nKeyError\n(  \S+:\d+ \w+\n)*  reportgen/cli/build_command.py:\d+ run_build\n", text)
    assert text.rstrip().endswith("\nValueError")
    assert "王某某" not in text
    assert "征集" not in text


def test_an_earlier_report_is_kept(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w")
    for name in ("reportgen-error.txt", "reportgen-error-2.txt"):
        _failed(folder)
        assert (folder / name).exists()


def test_a_link_of_its_name_is_not_followed(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w")
    (folder / "reportgen-error.txt").symlink_to(tmp_path / "outside")
    assert "reportgen-error-2.txt" in _failed(folder).stderr
    assert not (tmp_path / "outside").exists()


def test_where_no_folder_takes_it_the_line_is_sent(tmp_path: Path) -> None:
    """The disk is full: no empty file is left either."""
    pytest.importorskip("resource", reason="limits of the disk need a Unix")
    folder = workspace_of(tmp_path / "w")
    ran = _failed(
        folder,
        "import resource, sys; sys.dont_write_bytecode = True; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))",
    )
    assert "please report this line to the maintainers" in ran.stderr
    assert [path.name for path in folder.iterdir()] == ["data"]
