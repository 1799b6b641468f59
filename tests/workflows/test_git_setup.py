"""What ``git-setup`` writes into a repository, whether it reports that it works, and what it leaves alone."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.workflows.git_check import SetupState, check_setup
from reportgen.workflows.git_setup import set_up, undo
from reportgen.workflows.git_texts import Program
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.refusals import CommandError
from tests.hostile.repositories import git, git_settings

__all__ = ["git_settings"]

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("git_settings")]

PROGRAM = Program("/usr/bin/python3", "-I")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace at the top of a new repository."""
    folder = tmp_path / "报告"
    (folder / "data").mkdir(parents=True)
    git(folder, "init", "--quiet")
    (folder / ".git" / "hooks" / "pre-commit").unlink(missing_ok=True)
    return find_workspace(folder, exact=True)


def settings(workspace: Workspace) -> tuple[Path, Path, Path]:
    """The three files that it may write."""
    home = workspace.root / ".git"
    return home / "config", home / "info" / "attributes", home / "hooks" / "pre-commit"


def shown(state: SetupState) -> str:
    return f"{state.display}, {state.hook}, {'fine' if state.works else 'to be done'}"


def without_ours(path: Path) -> None:
    """Takes our lines out of a file by hand."""
    before, _, rest = path.read_text("utf-8").partition("# reportgen git-setup: begin")
    path.write_text(before + rest.partition("# reportgen git-setup: end\n")[2], "utf-8")


def stale(path: Path) -> None:
    """Has a file call another Python."""
    text = path.read_text("utf-8")
    path.write_text(text.replace("/usr/bin/python3", "/gone/python3").replace(" -I ", " -s "), "utf-8")


def foreign(path: Path) -> None:
    """Puts a hook of someone else in its place."""
    path.write_text("#!/bin/sh\n", "utf-8")


def leading_nowhere(path: Path) -> None:
    """Puts a link to nothing in its place."""
    path.unlink(missing_ok=True)
    path.symlink_to("gone")


def nothing(_path: Path) -> None: ...


# What is done to the configuration, the attributes and the hook once all is set up, and what is reported of it then.
STATES: dict[str, tuple[Callable[[Path], None], Callable[[Path], None], Callable[[Path], None], str]] = {
    "untouched": (nothing, nothing, nothing, "works, works, fine"),
    "without settings": (without_ours, nothing, nothing, "outdated, works, to be done"),
    "without attributes": (nothing, without_ours, nothing, "outdated, works, to be done"),
    "without either": (without_ours, without_ours, nothing, "missing, works, to be done"),
    "for another Python": (stale, nothing, nothing, "outdated, works, to be done"),
    "without a hook": (nothing, nothing, Path.unlink, "works, missing, fine"),
    "another hook": (nothing, nothing, stale, "works, outdated, to be done"),
    "a hook that git cannot run": (nothing, nothing, lambda path: path.chmod(0o644), "works, idle, to be done"),
    "a hook of someone else": (nothing, nothing, foreign, "works, foreign, fine"),
    "a hook that leads nowhere": (nothing, nothing, leading_nowhere, "works, foreign, fine"),
}


@pytest.mark.parametrize("name", STATES)
def test_what_is_reported_of_the_settings(workspace: Workspace, name: str) -> None:
    *changes, expected = STATES[name]
    assert shown(check_setup(workspace, PROGRAM)) == "missing, missing, to be done"
    set_up(workspace, PROGRAM, hook=True)
    for change, path in zip(changes, settings(workspace), strict=True):
        change(path)
    assert shown(check_setup(workspace, PROGRAM)) == expected


def test_the_hook_can_be_run_by_all_and_is_there_on_request(workspace: Workspace) -> None:
    """Once it is there, it is renewed unasked."""
    hook = settings(workspace)[2]
    set_up(workspace, PROGRAM, hook=False)
    assert not hook.exists()
    set_up(workspace, PROGRAM, hook=True)
    assert stat.S_IMODE(hook.stat().st_mode) == 0o755
    text = hook.read_text("utf-8")
    stale(hook)
    set_up(workspace, PROGRAM, hook=False)
    assert hook.read_text("utf-8") == text
    undo(workspace)
    assert not hook.exists()


@pytest.mark.parametrize("whose", ["someone else's", "a link that leads nowhere"])
def test_a_hook_of_someone_else_is_not_written_over(workspace: Workspace, whose: str) -> None:
    hook = settings(workspace)[2]
    if whose == "someone else's":
        hook.write_text("#!/bin/sh\n", "utf-8")
        hook.chmod(0o700)
    else:
        leading_nowhere(hook)
    with pytest.raises(CommandError, match="hook-there"):
        set_up(workspace, PROGRAM, hook=True)
    set_up(workspace, PROGRAM, hook=False)
    undo(workspace)
    if whose == "someone else's":
        assert (hook.read_text("utf-8"), stat.S_IMODE(hook.stat().st_mode)) == ("#!/bin/sh\n", 0o700)
    else:
        assert (hook.is_symlink(), hook.exists()) == (True, False)


def test_while_git_changes_its_settings_nothing_is_written(workspace: Workspace) -> None:
    config = settings(workspace)[0]
    before = config.read_text("utf-8")
    (config.parent / "config.lock").touch()
    with pytest.raises(CommandError, match="git-busy"):
        set_up(workspace, PROGRAM, hook=True)
    with pytest.raises(CommandError, match="git-busy"):
        undo(workspace)
    assert config.read_text("utf-8") == before
