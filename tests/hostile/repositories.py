"""Repositories with a report in them, for tests with the machine's own git."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.compare.reports import YEARS
from tests.support import outside_program


@pytest.fixture
def git_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own settings of git, without those of the machine."""
    outside_program("git")
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\n\tname = 青岚\n\temail = a@example.org\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *arguments: str, expect: int = 0, **variables: str) -> str:
    """Runs git, which must end with a status and may not hang; what it printed on both streams."""
    ran = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    said = (ran.stdout + ran.stderr).decode("utf-8", "backslashreplace")
    assert ran.returncode == expect, said
    return said


def committed(top: Path, workspace: Path) -> Path:
    """A repository with the report of 2025, its figure corrected since; returns the workspace."""
    (workspace / "data").mkdir(parents=True)
    shutil.copy(YEARS / "2025.yaml", workspace / "data")
    git(top, "init", "--quiet")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "初稿")
    change(workspace, "value: 437", "value: 438")
    return workspace


def change(workspace: Path, old: str, new: str) -> None:
    """Replaces something in the report of 2025."""
    path = workspace / "data" / "2025.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def changed_lines(shown: str) -> list[str]:
    """The lines of a difference that went or came."""
    return [line for line in shown.splitlines() if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]


def home(folder: Path) -> Path:
    """The folder that git keeps its own files in."""
    return Path(git(folder, "rev-parse", "--absolute-git-dir").strip())


CORRECTED = ["-【提案】征集提案：437件", "+【提案】征集提案：438件"]
"""The difference that ``committed`` leaves, as git shows it."""
