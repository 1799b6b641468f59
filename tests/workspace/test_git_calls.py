"""What git is called with, and what its answers mean; a script acts it, which answers with what it was given."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from reportgen.source import LARGEST_FILE
from reportgen.workspace.git import committed_on, file_at, files_at, git_path, locked_configuration, run_git
from reportgen.workspace.refusals import CommandError

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the script that acts git needs a Unix")

CALLED = """\
-c safe.bareRepository=explicit
-c protocol.allow=never
-c core.fsmonitor=
-c core.sshCommand=false
-c core.gitProxy=
-c core.askPass=
-c core.pager=cat
-c credential.helper=
-c log.showSignature=false
-C {folder}
cat-file blob HEAD:./data/2025.yaml
GIT_ALLOW_PROTOCOL=none
GIT_CONFIG_GLOBAL=/home/settings
GIT_NO_LAZY_FETCH=1
GIT_OPTIONAL_LOCKS=0
GIT_TERMINAL_PROMPT=0
"""
"""Nothing is fetched, asked for or run, whatever the repository says; and it is the repository of the folder."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as far as its folders show."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    return tmp_path


def acting(folder: Path, lines: str) -> None:
    """Makes the git of a test."""
    program = folder / "bin" / "git"
    program.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    program.chmod(0o755)


def test_git_is_called_with_its_dangers_turned_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/home/settings")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"):
        monkeypatch.setenv(name, "/of/another")
    acting(
        folder,
        'while [ "$1" = -c ] || [ "$1" = -C ]; do echo "$1 $2"; shift 2; done; echo "$*"; env | grep ^GIT_ | sort',
    )
    status, printed = run_git(folder, "cat-file", "blob", "HEAD:./data/2025.yaml")
    assert (status, printed.decode()) == (0, CALLED.format(folder=folder))


@pytest.mark.parametrize(("size", "read"), [(0, 0), (1, 1), (2, 2)])
def test_of_a_file_too_large_one_byte_too_many_is_read(folder: Path, size: int, read: int) -> None:
    """So that whoever asked sees that it is; git is ended then, and its status says nothing."""
    acting(folder, f"head -c {LARGEST_FILE - 1 + size} /dev/zero; exec sleep {(0, 0.1, 600)[size]}")
    status, printed = run_git(folder, "cat-file")
    assert (status == 0, len(printed)) == (size < 2, LARGEST_FILE - 1 + read)
    if size == 2:
        assert len(file_at(folder, "HEAD", "data/2025.yaml")) == LARGEST_FILE + 1


@pytest.mark.parametrize(
    ("fails", "code"),
    [
        ("cat-file", "file-not-then"),
        ("cat-file|--verify", "revision-unknown"),
        ("cat-file|--verify|--is-inside-work-tree", "repository-missing"),
    ],
)
def test_why_a_file_is_not_there_is_asked_step_by_step(folder: Path, fails: str, code: str) -> None:
    """A folder that only looks like a repository is reported as such, not as one without the revision."""
    acting(folder, f'for each; do case "$each" in {fails}) exit 128;; esac; done')
    with pytest.raises(CommandError, match=code):
        file_at(folder, "HEAD", "data/2025.yaml")


def test_a_revision_that_could_be_an_option_is_not_asked_for(folder: Path) -> None:
    acting(folder, 'case "$*" in *--verify*) exit 128;; *cat-file*|*ls-tree*) echo asked;; esac')
    assert files_at(folder, "--output=x", "data") == ()
    with pytest.raises(CommandError, match="revision-unknown"):
        file_at(folder, "--output=x", "data/2025.yaml")


@pytest.mark.parametrize(
    ("lines", "day"), [("echo 2025-12-30", "2025-12-30"), ("exit 128", "None"), ("echo", "None"), ("true", "None")]
)
def test_the_day_of_a_revision_where_there_is_one(folder: Path, lines: str, day: str) -> None:
    acting(folder, lines)
    assert str(committed_on(folder, "HEAD")) == day


@pytest.mark.parametrize(
    ("name", "asked"), [("info/attributes", "rev-parse --git-path info/attributes"), ("", "rev-parse --git-common-dir")]
)
def test_the_one_line_end_of_an_answer_goes(folder: Path, name: str, asked: str) -> None:
    acting(folder, 'while [ "$1" = -c ] || [ "$1" = -C ]; do shift 2; done; printf "%s \\n\\n" "$*"')
    assert git_path(folder, name) == folder / f"{asked} \n"


def test_a_file_of_settings_is_locked_as_git_locks_it(tmp_path: Path) -> None:
    """While it is, no other may change it; afterwards anyone may."""
    settings, lock = tmp_path / "config", tmp_path / "config.lock"
    for _ in range(2):
        with locked_configuration(settings):
            assert lock.exists()
            with pytest.raises(CommandError, match="git-busy"), locked_configuration(settings):
                pass
            assert lock.exists()
        assert not lock.exists()
    with pytest.raises(CommandError, match="file-unwritable"), locked_configuration(tmp_path / "none" / "config"):
        pass


def test_a_change_that_fails_leaves_no_lock(tmp_path: Path) -> None:
    with suppress(ZeroDivisionError), locked_configuration(tmp_path / "config"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
