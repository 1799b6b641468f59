"""Comparing with git's past, and git that shows reports as people read them; with the machine's own git."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.workflows.git_setup import undo
from reportgen.workflows.textconv import readable_report
from reportgen.workspace.files import find_workspace
from reportgen.workspace.refusals import CommandError
from tests.cli.test_cli import reportgen
from tests.compare.reports import YEARS
from tests.goldens import Goldens
from tests.support import outside_program

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _git() -> None:
    outside_program("git")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own settings, which no command may touch."""
    path = tmp_path / "gitconfig"
    path.write_text("[user]\n\tname = 青岚\n\temail = a@example.org\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return path


@pytest.fixture(params=["", "报告 [甲]/工作 区"], ids=["top", "below"])
def repository(request: pytest.FixtureRequest, tmp_path: Path, settings: Path) -> Path:
    """A repository with two years and one correction; the workspace at its top, or below with a name git must quote."""
    del settings
    top = tmp_path / "仓库"
    workspace = top / str(request.param)
    (workspace / "data").mkdir(parents=True)
    for year in (2024, 2025):
        shutil.copy(YEARS / f"{year}.yaml", workspace / "data")
    git(top, "init", "--quiet")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "初稿")
    correct(workspace, "value: 437", "value: 438")
    return workspace


def git(folder: Path, *arguments: str) -> str:
    """Runs git, which must succeed."""
    ran = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode("utf-8", "replace")
    return ran.stdout.decode("utf-8")


def correct(workspace: Path, old: str, new: str) -> None:
    """Changes the file of 2025."""
    path = workspace / "data" / "2025.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def state(folder: Path) -> tuple[str, str, list[str]]:
    """Everything git-setup may write."""
    home = Path(git(folder, "rev-parse", "--absolute-git-dir").strip())
    attributes = home / "info" / "attributes"
    hooks = sorted(path.name for path in (home / "hooks").iterdir() if path.suffix != ".sample")
    return (home / "config").read_text("utf-8"), attributes.read_text("utf-8") if attributes.exists() else "", hooks


def test_a_year_in_gits_past_is_compared_with_the_present(repository: Path) -> None:
    ran = reportgen("diff", "HEAD:2025", "2025", "--exit-code", folder=repository)
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.splitlines()[0] == "HEAD:2025 → data/2025.yaml: 1 change"
    assert "437件 → 438件" in ran.stdout
    assert reportgen("diff", "HEAD:data/2025.yaml", "HEAD：2025", "--exit-code", folder=repository).returncode == 0


@pytest.mark.parametrize(
    ("old", "code"),
    [("HEAD~9:2025", "revision-unknown"), ("HEAD:2019", "file-not-then"), ("-x:2025", "revision-unknown")],
)
def test_what_git_does_not_have_is_reported(repository: Path, old: str, code: str) -> None:
    ran = reportgen("diff", "--", old, "2025", folder=repository)
    assert ran.returncode == 2
    assert f"error[{code}]" in ran.stderr


def test_outside_of_any_repository_is_reported(tmp_path: Path, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del settings
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "data").mkdir()
    shutil.copy(YEARS / "2025.yaml", tmp_path / "data")
    for command in (("diff", "HEAD:2025", "2025"), ("git-setup",), ("git-setup", "--undo")):
        ran = reportgen(*command, folder=tmp_path)
        assert ran.returncode == 2
        assert "error[repository-missing]" in ran.stderr


def test_a_machine_without_git_is_reported(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(YEARS / "2025.yaml", tmp_path / "data")
    ran = reportgen("diff", "HEAD:2025", "2025", folder=tmp_path, PATH=str(tmp_path))
    assert ran.returncode == 3
    assert "error[git-missing]" in ran.stderr


def test_git_diff_speaks_in_sentences_and_metrics(repository: Path) -> None:
    correct(repository, "十五处", "十六处")
    assert reportgen("git-setup", folder=repository).returncode == 0
    lines = git(repository, "diff").splitlines()
    assert [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-【提案】征集提案：437件",
        "+【提案】征集提案：438件",
        "-委员书屋增至十五处，全年读书会五十二场。",
        "+委员书屋增至十六处，全年读书会五十二场。",
    ]
    assert any(line.startswith("@@") and "坚持学在前头" in line for line in lines)
    git(repository, "commit", "--all", "--quiet", "--message", "改")
    assert "+【提案】征集提案：438件" in git(repository, "log", "-p", "-1")
    assert "+【提案】征集提案：438件" in git(repository, "show")


def test_git_difftool_shows_changes(repository: Path) -> None:
    reportgen("git-setup", folder=repository)
    shown = git(repository, "difftool", "--no-prompt", "--tool=reportgen", "HEAD")
    assert "437件 → 438件" in shown


def test_setting_up_twice_is_setting_up_once(repository: Path) -> None:
    reportgen("git-setup", "--hook", folder=repository)
    once = state(repository)
    assert reportgen("git-setup", "--hook", folder=repository).returncode == 0
    assert state(repository) == once


@pytest.mark.parametrize("quotepath", [None, "true"])
def test_undo_leaves_everything_as_it_was(repository: Path, settings: Path, quotepath: str | None) -> None:
    if quotepath:
        git(repository, "config", "--local", "core.quotepath", quotepath)
    home = Path(git(repository, "rev-parse", "--absolute-git-dir").strip())
    (home / "info").mkdir(exist_ok=True)
    (home / "info" / "attributes").write_text("*.png binary", "utf-8")
    own, before = settings.read_bytes(), state(repository)
    reportgen("git-setup", "--hook", folder=repository)
    assert state(repository) != before
    ran = reportgen("git-setup", "--undo", folder=repository)
    assert ran.returncode == 0, ran.stderr
    after = state(repository)
    assert (after[0], after[1].rstrip("\n"), after[2]) == (before[0], before[1], before[2])
    assert reportgen("git-setup", "--undo", folder=repository).returncode == 0
    assert settings.read_bytes() == own
    assert len(git(repository, "status", "--short").splitlines()) == 1, "only the correction is seen"


@pytest.mark.parametrize("kept", ["pre-commit", "attributes"])
def test_an_undo_that_is_refused_leaves_everything_as_it_was(
    repository: Path, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reportgen("git-setup", "--hook", folder=repository)
    before, unlink = state(repository), Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.name == kept:
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refused)
    with pytest.raises(CommandError) as told:
        undo(find_workspace(repository, exact=True))
    assert told.value.diagnostic.code == "file-unwritable"
    assert state(repository) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a hook is run by the shell that comes with git")
def test_the_hook_stops_a_commit_with_errors(repository: Path) -> None:
    reportgen("git-setup", "--hook", folder=repository)
    correct(repository, "【提案】", "【没有】")
    ran = subprocess.run(
        ["git", "commit", "--all", "--message", "错"], cwd=repository, capture_output=True, check=False
    )
    assert ran.returncode != 0
    assert b"metric-unknown" in ran.stderr + ran.stdout
    correct(repository, "【没有】", "【提案】")
    git(repository, "commit", "--all", "--quiet", "--message", "对")


@pytest.mark.skipif(sys.platform == "win32", reason="a hook is run by the shell that comes with git")
def test_the_hook_checks_what_is_staged_and_not_what_lies_in_the_folder(repository: Path) -> None:
    """A slip that was mended on disk only is still committed, and one made since is not."""
    reportgen("git-setup", "--hook", folder=repository)
    correct(repository, "【提案】", "【没有】")
    git(repository, "add", "--all")
    correct(repository, "【没有】", "【提案】")
    assert commit(repository).returncode != 0
    git(repository, "add", "--all")
    correct(repository, "【提案】", "【没有】")
    assert commit(repository).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a hook is run by the shell that comes with git")
def test_the_hook_takes_drafts_and_says_little(repository: Path) -> None:
    """What is still to be filled in stops no commit; ten mistakes of a file are a summary."""
    reportgen("git-setup", "--hook", folder=repository)
    correct(repository, "value: 438", "value: 待填")
    git(repository, "add", "--all")
    assert commit(repository).returncode == 0
    path = repository / "data" / "2025.yaml"
    path.write_text(path.read_text("utf-8").replace("title: ", "titel: "), "utf-8")
    git(repository, "add", "--all")
    ran = commit(repository)
    assert ran.returncode != 0
    lines = ran.stderr.splitlines()
    assert lines[0].startswith("data/2025.yaml: ")
    assert lines[-1] == "to see each: reportgen check 2025 --draft"
    assert len(lines) == 7


def commit(folder: Path) -> subprocess.CompletedProcess[str]:
    """Tries to commit what is staged; git prints what a hook says on standard error."""
    command = ["git", "commit", "--quiet", "--message", "改"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")


def checked(folder: Path) -> tuple[int, list[str]]:
    ran = reportgen("git-setup", "--check", folder=folder)
    return ran.returncode, [re.split("; |, ", line)[0] for line in ran.stdout.splitlines()]


def test_whether_the_settings_work_is_said(repository: Path) -> None:
    """Nothing is changed by asking."""
    before = state(repository)
    missing = "check before commits: not installed"
    assert checked(repository) == (1, ["display: not set up", missing])
    assert state(repository) == before
    reportgen("git-setup", folder=repository)
    assert checked(repository) == (0, ["display: works", missing])
    reportgen("git-setup", "--hook", folder=repository)
    assert checked(repository) == (0, ["display: works", "check before commits: works"])


@pytest.mark.skipif(sys.platform == "win32", reason="files there have no permission to run")
def test_what_does_not_work_is_named_with_what_to_do(repository: Path) -> None:
    reportgen("git-setup", "--hook", folder=repository)
    home = Path(git(repository, "rev-parse", "--absolute-git-dir").strip())
    hook = home / "hooks" / "pre-commit"
    hook.chmod(0o644)
    assert checked(repository) == (1, ["display: works", "check before commits: installed but cannot run"])
    hook.chmod(0o755)
    hook.write_text(hook.read_text("utf-8").replace("--draft", ""), "utf-8")
    assert checked(repository) == (1, ["display: works", "check before commits: outdated"])
    (home / "info" / "attributes").write_text((home / "info" / "attributes").read_text("utf-8") + "*.yaml -diff\n")
    assert checked(repository)[1][0] == "display: set up for another version"
    assert reportgen("git-setup", folder=repository).returncode == 0
    assert checked(repository) == (0, ["display: works", "check before commits: works"])
    git(repository, "config", "reportgen.python", "/elsewhere/python")
    assert checked(repository)[1][0] == "display: set up for another version"


def test_a_hook_of_someone_else_is_not_called_broken(repository: Path) -> None:
    hook = Path(git(repository, "rev-parse", "--absolute-git-dir").strip()) / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\n", "utf-8")
    reportgen("git-setup", folder=repository)
    status, lines = checked(repository)
    assert (status, lines[1]) == (0, "check before commits: not installed")


def test_a_hook_of_someone_else_is_left_alone(repository: Path) -> None:
    home = Path(git(repository, "rev-parse", "--absolute-git-dir").strip())
    hook = home / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    before = state(repository)
    ran = reportgen("git-setup", "--hook", folder=repository)
    assert (ran.returncode, "error[hook-there]" in ran.stderr) == (2, True)
    assert state(repository) == before
    reportgen("git-setup", "--undo", folder=repository)
    assert hook.exists()


def test_hooks_kept_outside_are_left_alone(repository: Path, settings: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "hooks"
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"[core]\n\thooksPath = {elsewhere.as_posix()}\n")
    ran = reportgen("git-setup", "--hook", folder=repository)
    assert (ran.returncode, "error[hooks-elsewhere]" in ran.stderr) == (2, True)
    assert not elsewhere.exists()


def test_a_broken_file_is_compared_as_it_is(repository: Path) -> None:
    reportgen("git-setup", folder=repository)
    correct(repository, "schema: 1", "schema：1")
    correct(repository, "title: 三点体会", "title: [三点体会")
    assert "title: [三点体会" in git(repository, "diff")


def test_a_report_as_lines(goldens: Goldens) -> None:
    goldens.check({YEARS / "2025-readable.txt": readable_report((YEARS / "2025.yaml").read_bytes())})


def test_what_a_comment_an_id_or_a_group_says_is_shown(repository: Path) -> None:
    """Whatever a commit changes in a file, git shows it."""
    reportgen("git-setup", folder=repository)
    git(repository, "commit", "--all", "--quiet", "--message", "改")
    correct(repository, "label: 征集提案,", "group: 提案, better: up, label: 征集提案,")
    correct(repository, "id: 数字协商", "id: 数字  # 与上年同名")
    correct(repository, "  title: 三点体会", "  # 待议\n  title: 三点体会\n  remark: 误")
    lines = git(repository, "diff", "--unified=0").splitlines()
    assert [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-【提案】征集提案：438件",
        "+【提案】征集提案：438件（分组：提案；好的方向：up）",
        "-（编号：数字协商；回应：数字）",
        "+（编号：数字；回应：数字）",
        "+（注释：与上年同名）",
        "+（注释：待议）",
        "+（没有这个字段：remark: 误）",
    ]
