"""Every command as a person runs it, one after another in one workspace, and all it prints.

``session.txt`` is the golden: command lines, what they print, and their exit status where it is not 0. A command that
falls silent, or says something else, is a difference there.
"""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from reportgen.cli.app import COMMANDS
from tests.cli.test_cli import reportgen
from tests.goldens import Goldens
from tests.support import outside_program

GOLDEN = Path(__file__).with_name("session.txt")
CHANGING = re.compile(
    r"(?<=^began ).*/(?=新区)|(?<=^  ).*(?=reportgen build$)|"
    r"\([0-9.]+ [kKM]B\)|(?<=source )[0-9a-f]+|(?<=reportgen )[0-9.]+(?=,)",
    re.MULTILINE,
)
"""Folders of this machine, sizes, stamps and versions, which say nothing about a command."""

LINES = [line.removeprefix("$ ") for line in GOLDEN.read_text("utf-8").splitlines() if line.startswith("$ ")]


REPORTS = {
    2024: """\
schema: 1
year: 2024
title: 工作报告
metrics:
  提案: {label: 征集提案, value: 420, unit: 件}
reviews:
  title: 回顾
  items:
    - {title: 提案, text: 征集提案【提案】。}
tasks:
  title: 任务
  items:
    - {id: 停车, title: 推动错时停车}
""",
    2025: """\
schema: 1
year: 2025
title: 工作报告
metrics:
  提案: {label: 征集提案, value: 437, unit: 件}
reviews:
  title: 回顾
  items:
    - {title: 提案, text: 征集提案【提案】。}
    - {title: 停车, text: 错时停车场开放十处。, follows: [停车]}
tasks:
  title: 任务
  items:
    - {id: 菜场, title: 督办菜场改造, text: 全年五处}
""",
}
"""Two sound years, with a task that is followed up."""


def _workspace(folder: Path) -> Path:
    (folder / "data").mkdir(parents=True)
    for year, text in REPORTS.items():
        (folder / "data" / f"{year}.yaml").write_text(text, "utf-8", newline="\n")
    subprocess.run([outside_program("git"), "init", "--quiet"], cwd=folder, check=True)
    return folder


@pytest.mark.slow
def test_every_command_says_what_it_did(tmp_path: Path, goldens: Goldens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    workspace, blocks = _workspace(tmp_path / "工作"), []
    for line in LINES:
        ran = reportgen(*shlex.split(line)[1:], folder=workspace)
        printed = CHANGING.sub("…", ran.stdout + ran.stderr)
        blocks.append(f"$ {line}\n{printed}" + (f"exit status {ran.returncode}\n" if ran.returncode else ""))
    goldens.check({GOLDEN: "\n".join(blocks)})


def test_no_command_is_left_out() -> None:
    assert {line.split()[1] for line in LINES} >= {entry.name for entry in COMMANDS}
