"""Output that is closed, full or no longer read: commands do their work, and what was not shown is told."""

import os
from pathlib import Path

import pytest

from tests.hostile.commands import run_limited
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

COMMANDS = (
    ("check", "2025"),
    ("build", "2025", "--format", "txt"),
    ("schema",),
    ("--help",),
    ("--version",),
    ("metrics", "--format", "csv"),
    ("textconv", "data/2025.yaml"),
    ("diff", "2025", "2025"),
    ("check",),
)
SENTENCE = "what was to be shown is not complete, because it could not be written: the disk is full"
METRICS = "metrics:\n  甲: {label: 提案, unit: 件, value: 3}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(f"{MINIMAL}  intro: 办理【甲】。\n{METRICS}", "utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_closed_streams_change_nothing_but_what_is_shown(workspace: Path, command: tuple[str, ...]) -> None:
    """Whoever closes a stream wants nothing of it; and no file that is opened takes its place."""
    whole = run_limited(*command, folder=workspace)
    assert run_limited(*command, folder=workspace, redirection=">&-") == whole._replace(out="")
    assert run_limited(*command, folder=workspace, redirection="2>&-") == whole._replace(err="")
    assert run_limited(*command, folder=workspace, redirection="<&- >&- 2>&-") == whole._replace(out="", err="")
    if "build" in command:
        assert (workspace / "build" / "2025" / "report.txt").read_text("utf-8").startswith("工作报告")


@pytest.mark.parametrize("command", COMMANDS[:-1], ids=" ".join)
def test_a_full_disk_is_reported_and_the_command_does_its_work(workspace: Path, command: tuple[str, ...]) -> None:
    outcome = run_limited(*command, folder=workspace, redirection="> /dev/full")
    assert (SENTENCE in outcome.err, outcome.code) == (True, 3), outcome
    assert (workspace / "build").exists() == (command[0] in ("build", "metrics"))
    assert run_limited(*command, folder=workspace, redirection="> /dev/full 2>&1").code == 3


def test_findings_that_could_not_be_written_are_an_error_too(workspace: Path) -> None:
    assert run_limited("check", "--nope", folder=workspace, redirection="2> /dev/full").code == 3


def test_the_sentence_in_chinese(workspace: Path) -> None:
    said = run_limited("--version", "--lang", "zh", folder=workspace, redirection="> /dev/full").err
    assert "屏幕或所接的文件写不进去，显示得不全：磁盘满了" in said


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_that_leaves_is_not_an_error(workspace: Path, command: tuple[str, ...]) -> None:
    """As ``head`` does; the status is that of the command."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        left = run_limited(*command, folder=workspace, output=writer)
    finally:
        os.close(writer)
    assert left == run_limited(*command, folder=workspace)._replace(out="")
