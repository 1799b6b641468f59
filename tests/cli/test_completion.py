"""Shell completion, as bash, zsh and fish ask for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli.app import COMMANDS
from tests.cli.scenes import Runner
from tests.cli.test_cli import reportgen
from tests.support import MINIMAL, ROOT

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is missing")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with reports of two years and a style of its own."""
    for year in (2024, 2025):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / f"{year}.yaml").write_text(MINIMAL.replace("2025", str(year)), encoding="utf-8")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "plain.yaml").write_text("extends: plenary\n", encoding="utf-8")
    return tmp_path


def completed(line: str, folder: Path, patch: pytest.MonkeyPatch) -> list[str]:
    """What bash offers for a line."""
    words = line.split(" ")
    asked = {"_REPORTGEN_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    ran = Runner(folder, patch)(**asked)
    assert (ran.status, ran.errors) == (0, "")
    return ran.output.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("reportgen bu", ["build"]),
        ("reportgen f", ["fmt", "follow", "fonts"]),
        ("reportgen text", []),
        ("reportgen --ver", ["--version"]),
        ("reportgen build --st", ["--style", "--strict"]),
        ("reportgen build 2025 --style pl", ["plain", "plenary"]),
        ("reportgen build 20", ["2024", "2025"]),
        ("reportgen check 2024 2025", ["2025"]),
        ("reportgen fmt --p", ["--punctuation"]),
        ("reportgen nosuch --p", []),
        ("reportgen schema s", ["style", "settings"]),
        ("reportgen schema t", []),
        ("reportgen preview --style l", ["lectern"]),
        ("reportgen styles --style o", ["official"]),
        ("reportgen fonts 202", ["2024", "2025"]),
        ("reportgen metrics 2024 20", ["2024", "2025"]),
        ("reportgen print 20", ["2024", "2025"]),
    ],
)
def test_what_bash_offers(folder: Path, monkeypatch: pytest.MonkeyPatch, line: str, offered: list[str]) -> None:
    assert completed(line, folder, monkeypatch) == offered


def test_every_command_is_offered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert completed("reportgen ", folder, monkeypatch) == [entry.name for entry in COMMANDS if not entry.hidden]


def test_outside_a_workspace_only_values_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert completed("reportgen build 20", tmp_path, monkeypatch) == []
    assert completed("reportgen build --style pl", tmp_path, monkeypatch) == []


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_answered_with_help(folder: Path, shell: str) -> None:
    asked = {"_TYPER_COMPLETE_ARGS": "reportgen bu", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    ran = reportgen(folder=folder, LC_ALL="zh_CN.UTF-8", _REPORTGEN_COMPLETE=f"complete_{shell}", **asked)
    assert "build" in ran.stdout
    assert "生成报告" in ran.stdout


@pytest.mark.slow
def test_completing_a_command_loads_no_other(folder: Path) -> None:
    code = (
        "import sys, os\n"
        "def end(status):\n"
        "    names = {each for each in sys.modules if each.endswith('_command')}\n"
        "    assert names <= {'reportgen.cli.build_command'}, names\n"
        "    assert 'rich' not in sys.modules and 'yaml' not in sys.modules\n"
        "import atexit; atexit.register(end, 0)\n"
        "from reportgen.cli import main\nmain()\n"
    )
    for line, position in (("reportgen b", "1"), ("reportgen build --st", "2")):
        asked = {"_REPORTGEN_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": position}
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **asked}
        ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
        assert ran.stderr == ""


def in_bash(command: str, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a command line of the program in a bash whose home is empty."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "HOME": str(home), "LC_ALL": "C.UTF-8", **variables}
    line = f'"{sys.executable}" -m reportgen {command}; status=$?; true; exit $status'
    return subprocess.run(
        ["bash", "-c", line], cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.slow
@needs_bash
def test_completion_is_installed_for_the_shell_it_is_asked_in(tmp_path: Path) -> None:
    ran = in_bash("--install-completion --lang zh", tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    script = tmp_path / ".bash_completions" / "reportgen.sh"
    assert ran.stdout == f"已为 bash 装上命令补全（{script}）；新开的终端里有效\n"
    assert str(script) in (tmp_path / ".bashrc").read_text("utf-8")
    shown = in_bash("--show-completion", tmp_path).stdout
    assert shown.rstrip("\n") == script.read_text("utf-8").rstrip("\n")


@pytest.mark.slow
@needs_bash
def test_bash_completes_with_the_script(folder: Path) -> None:
    """The script is run as bash runs it when Tab is pressed, with ``reportgen`` on the path."""
    shown = in_bash("--show-completion", folder).stdout
    program = folder / "bin" / "reportgen"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reportgen "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        f"{shown}\nCOMP_WORDS=(reportgen build --st); COMP_CWORD=2\n"
        '_reportgen_completion reportgen\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PATH": f"{program.parent}:{os.environ['PATH']}"}
    ran = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.stdout.split() == ["--style", "--strict"], ran.stderr


@pytest.mark.slow
@needs_bash
def test_a_start_up_file_keeps_its_bytes_its_link_and_our_lines_once(tmp_path: Path) -> None:
    start_up = tmp_path / "dotfiles" / "bashrc"
    start_up.parent.mkdir()
    start_up.write_bytes("alias 看=ls".encode("gbk"))
    (tmp_path / ".bashrc").symlink_to(start_up)
    for _ in range(2):
        assert in_bash("--install-completion", tmp_path).returncode == 0
    script = tmp_path / ".bash_completions" / "reportgen.sh"
    assert start_up.read_bytes() == "alias 看=ls\n".encode("gbk") + f"source {script}\n".encode()
    assert (tmp_path / ".bashrc").is_symlink()


@pytest.mark.slow
@needs_bash
def test_a_full_disk_leaves_the_start_up_file(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").write_text("alias ll=ls\n" * 200, "utf-8")
    command = f'ulimit -f 1; "{sys.executable}" -m reportgen --install-completion; exit $?'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert "the file is too large; existing files are unchanged" in ran.stderr
    assert (tmp_path / ".bashrc").read_text("utf-8") == "alias ll=ls\n" * 200
    assert [path.name for path in tmp_path.iterdir()] == [".bashrc"]


@pytest.mark.slow
@needs_bash
def test_a_home_that_cannot_be_written_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / ".bashrc").mkdir()
    ran = in_bash("--install-completion", tmp_path)
    assert ran.returncode == 3
    assert ran.stderr.startswith("error[file-unwritable]: cannot write")
    assert "it is a folder, not a file" in ran.stderr


@pytest.mark.slow
def test_a_shell_without_completion_is_wrong_usage(tmp_path: Path) -> None:
    code = (
        "import sys, reportgen.cli.completion as completion\n"
        "completion.shellingham.detect_shell = lambda: ('pwsh', 'pwsh')\n"
        "sys.argv = ['reportgen', '--install-completion']\n"
        "from reportgen.cli import main\nmain()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "zh_CN.UTF-8"}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 2
    assert ran.stderr.splitlines() == [
        "错误[shell-unknown]：不能为“pwsh”装命令补全",
        "   = 建议：可用的有：bash zsh fish",
        "   = 建议：运行 reportgen --show-completion，把显示的脚本加到 $PROFILE 里",
    ]
