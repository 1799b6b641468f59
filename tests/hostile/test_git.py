"""What ``git-setup`` leaves in a repository: no code of the work tree runs, and undoing it leaves nothing."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.hostile.commands import run_limited
from tests.hostile.repositories import CORRECTED, change, changed_lines, committed, git, home

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("git_settings")]

SHADOWED = ("yaml", "re", "typer", "json", "msgspec", "reportgen", "runpy", "site", "sitecustomize", "usercustomize")
"""Modules that Python would import from a folder on its path before its own."""

FOLDERS = (
    "x$(touch ran)",
    "x`touch ran`",
    "a'b",
    'a"b',
    "a\\b",
    "a\tb",
    "a\nb",
    "a b",
    "-x",
    "--help",
    "报告 [甲]",
    "a;touch ran;",
    "a&touch ran&",
    "%s*?!#",
    "data/2024.yaml\n甲",
)
"""Names of folders that a shell, git or a command line could take for something else."""


# Code of the work tree.


def test_no_module_of_the_work_tree_is_imported(tmp_path: Path) -> None:
    """Neither as it is, nor where the user's own PYTHONPATH has an empty entry, which means the current folder."""
    top = tmp_path / "r"
    workspace = committed(top, top)
    run_limited("git-setup", "--hook", folder=workspace)
    for name in SHADOWED:
        (top / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write('{name} ')\n", "utf-8")
    for path in ("", os.pathsep, "."):
        assert changed_lines(git(workspace, "diff", PYTHONPATH=path)) == CORRECTED
        assert "+【提案】征集提案：437件" in git(workspace, "log", "-p", PYTHONPATH=path)
        assert "437件 → 438件" in git(workspace, "difftool", "-y", "-t", "reportgen", PYTHONPATH=path)
        git(workspace, "commit", "--quiet", "--message", "改", "data", PYTHONPATH=path)
        change(workspace, "value: 438", "value: 439")
        git(workspace, "reset", "--quiet", "--hard", "HEAD~1")
        change(workspace, "value: 437", "value: 438")
    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text("utf-8")


def test_a_program_found_by_pythonpath_alone_is_called_in_the_safest_way_it_works(tmp_path: Path) -> None:
    """-I would shut it out; so it would what is installed for one user only."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    venv.create(tmp_path / "env", symlinks=True)
    python = tmp_path / "env" / "bin" / "python"
    path = os.pathsep.join(each for each in sys.path if each and Path(each).is_dir())
    subprocess.run(
        [python, "-P", "-m", "reportgen", "git-setup"],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": path},
        check=True,
        capture_output=True,
    )
    (workspace / "yaml.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", "utf-8")
    assert git(workspace, "config", "reportgen.python").strip() == python.as_posix()
    assert changed_lines(git(workspace, "diff", PYTHONPATH=path)) == CORRECTED
    assert not (tmp_path / "ran").exists()


def test_git_is_not_run_from_the_current_folder(tmp_path: Path) -> None:
    """An empty or relative entry of PATH means the current folder, which may hold a program named git."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    planted = workspace / "git"
    planted.write_text(f"#!/bin/sh\ntouch '{tmp_path / 'ran'}'\nexit 1\n", "utf-8")
    planted.chmod(0o755)
    for entry in ("", "."):
        path = os.pathsep.join((entry, os.environ["PATH"]))
        ran = run_limited("diff", "HEAD:2025", "2025", folder=workspace, variables={"PATH": path})
        assert "437件 → 438件" in ran.out
    assert not (tmp_path / "ran").exists()


# A program that is gone.


@pytest.fixture
def gone(tmp_path: Path) -> Path:
    """A repository set up by a Python that was deleted since."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    run_limited("git-setup", "--hook", folder=workspace)
    config = home(workspace) / "config"
    text = config.read_text("utf-8")
    assert Path(sys.executable).as_posix() in text
    config.write_text(text.replace(Path(sys.executable).as_posix(), "/gone/bin/python"), "utf-8")
    return workspace


def test_without_the_program_git_shows_plain_text(gone: Path) -> None:
    assert [line[:40] for line in changed_lines(git(gone, "diff"))] == [
        line[:40] for line in changed_lines(git(gone, "diff", "--no-textconv"))
    ]
    assert "+year: 2025" in git(gone, "log", "-p")
    assert "not found" not in git(gone, "diff")


def test_without_the_program_a_commit_goes_through_unchecked(gone: Path) -> None:
    said = git(gone, "commit", "--all", "--message", "改")
    assert "reportgen" in said
    assert "not checked" in said


def test_without_the_program_difftool_shows_plain_text(gone: Path) -> None:
    assert changed_lines(git(gone, "difftool", "-y", "-t", "reportgen"))


# Folders with names that mean something to a shell, to git or to a command line.


@pytest.mark.parametrize("name", FOLDERS)
def test_a_name_of_a_folder_is_only_a_name(tmp_path: Path, name: str) -> None:
    top = tmp_path / "r"
    workspace = committed(top, top / name)
    ran = run_limited("git-setup", "--hook", folder=workspace)
    assert ran.code == 0, ran.text
    assert changed_lines(git(top, "diff")) == CORRECTED
    assert "437件 → 438件" in git(top, "difftool", "-y", "-t", "reportgen")
    git(top, "commit", "--all", "--quiet", "--message", "对")
    change(workspace, "【提案】", "【没有】")
    assert "metric-unknown" in git(top, "commit", "--all", "--message", "错", expect=1)
    assert not list(tmp_path.rglob("ran"))


def test_the_path_of_the_program_is_in_no_text_for_a_shell(tmp_path: Path) -> None:
    """Git's shell reads both paths from git's own configuration."""
    top = tmp_path / "r"
    workspace = committed(top, top / "x$(touch ran)")
    run_limited("git-setup", "--hook", folder=workspace)
    texts = [git(top, "config", name) for name in ("diff.reportgen.textconv", "difftool.reportgen.cmd")]
    texts.append((home(top) / "hooks" / "pre-commit").read_text("utf-8"))
    for text in texts:
        assert "touch" not in text
        assert sys.executable not in text


def test_a_renamed_year_is_checked_before_a_commit(tmp_path: Path) -> None:
    top = tmp_path / "r"
    workspace = committed(top, top)
    git(top, "checkout", "--quiet", "--", ".")
    run_limited("git-setup", "--hook", folder=workspace)
    git(top, "mv", "data/2025.yaml", "data/2026.yaml")
    assert "2026.yaml" in git(top, "commit", "--message", "改名", expect=1)


# What was there before.

CONFIGS = {
    "usual": b"[core]\n\tbare = false\n\trepositoryformatversion = 0\n",
    "no-last-line-end": b"[core]\n\tbare = false\n\trepositoryformatversion = 0",
    "quoted-paths": b"[core]\n\tbare = false\n\tquotepath = true\n",
    "comments": b'# mine\n[core]\n  bare=false ; so\n\n\n[diff "other"]\n\ttextconv = cat\n',
    "crlf": b"[core]\r\n\tbare = false\r\n",
    "mark": b"\xef\xbb\xbf[core]\n\tbare = false\n",
    "begin-without-end": b"[core]\n\tbare = false\n# reportgen git-setup: begin\n[user]\n\tname = \xe7\x94\xb2\n",
    "no-utf-8": b"[core]\n\tbare = false\n[user]\n\tname = \xff\n",
}
ATTRIBUTES = {
    "none": None,
    "empty": b"",
    "usual": b"*.png binary\n",
    "no-last-line-end": b"*.png binary",
    "crlf": b"*.png binary\r\n",
    "begin-without-end": b"# reportgen git-setup: begin\n*.png binary\n*.jpg binary\n",
    "end-before-begin": b"# reportgen git-setup: end\n*.png binary\n# reportgen git-setup: begin\n*.jpg binary\n",
    "begin-twice": b"# reportgen git-setup: begin\n*.png binary\n# reportgen git-setup: begin\n",
    "no-utf-8": b"\xff\xfe binary\n",
}


@pytest.mark.parametrize(
    ("config", "attributes"),
    [*((each, "usual") for each in CONFIGS), *(("usual", each) for each in ATTRIBUTES)],
)
def test_undo_leaves_every_byte_as_it_was(tmp_path: Path, config: str, attributes: str) -> None:
    workspace = committed(tmp_path / "r", tmp_path / "r")
    before = planted(workspace, CONFIGS[config], ATTRIBUTES[attributes])
    assert run_limited("git-setup", "--hook", folder=workspace).code == 0
    assert changed_lines(git(workspace, "diff")) == CORRECTED
    assert run_limited("git-setup", folder=workspace).code == 0
    ran = run_limited("git-setup", "--undo", folder=workspace)
    assert ran.code == 0, ran.text
    assert state(workspace) == before


def planted(workspace: Path, config: bytes, attributes: bytes | None) -> dict[str, bytes]:
    """The state of a repository in which these are the files that git-setup writes."""
    folder = home(workspace)
    (folder / "info").mkdir(exist_ok=True)
    (folder / "info" / "attributes").unlink(missing_ok=True)
    if attributes is not None:
        (folder / "info" / "attributes").write_bytes(attributes)
    (folder / "config").write_bytes(config)
    return state(workspace)


def state(workspace: Path) -> dict[str, bytes]:
    """Every file that git-setup may write, and what else lies beside them."""
    folder = workspace / ".git"
    paths = (folder / "config", *(folder / "info").glob("*"), *(folder / "hooks").glob("*"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.suffix != ".sample"}


def test_what_was_added_since_is_kept(tmp_path: Path) -> None:
    """By the user or by other programs: after our lines, or where git puts a setting."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    run_limited("git-setup", "--hook", folder=workspace)
    folder = home(workspace)
    with (folder / "info" / "attributes").open("a", encoding="utf-8") as file:
        file.write("*.png binary\n")
    with (folder / "hooks" / "pre-commit").open("a", encoding="utf-8") as file:
        file.write("echo mine\n")
    git(workspace, "config", "core.autocrlf", "input")
    assert run_limited("git-setup", "--undo", folder=workspace).code == 0
    assert (folder / "info" / "attributes").read_text("utf-8") == "*.png binary\n"
    assert (folder / "hooks" / "pre-commit").read_text("utf-8") == "#!/bin/sh\necho mine\n"
    assert git(workspace, "config", "core.autocrlf").strip() == "input"
    assert "reportgen" not in (folder / "config").read_text("utf-8")


OLD = """\
[diff "reportgen"]
	textconv = \\"/old/python\\" -m reportgen textconv
	xfuncname = ^##+ (.*)$
[difftool "reportgen"]
	cmd = \\"/old/python\\" -m reportgen diff \\"$LOCAL\\" \\"$REMOTE\\"
[reportgen]
	quotepath = true
"""


def test_settings_of_earlier_versions_are_replaced_and_undone(tmp_path: Path) -> None:
    """They ran code of the work tree."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    before = planted(workspace, b"[core]\n\tbare = false\n", b"*.png binary\n")
    folder = home(workspace)
    (folder / "config").write_text("[core]\n\tbare = false\n\tquotepath = false\n" + OLD, "utf-8")
    with (folder / "info" / "attributes").open("a", encoding="utf-8") as file:
        file.write("# reportgen git-setup: begin\n/data/*.yaml diff=reportgen\n# reportgen git-setup: end\n")
    (folder / "hooks" / "pre-commit").write_text(
        "#!/bin/sh\n# reportgen git-setup: --undo takes this away\nyears=$(true)\n", "utf-8"
    )
    old = {path: path.read_bytes() for path in (folder / "config", folder / "hooks" / "pre-commit")}
    assert run_limited("git-setup", folder=workspace).code == 0
    assert "years=$(true)" not in (folder / "hooks" / "pre-commit").read_text("utf-8")
    assert "/old/python" not in (folder / "config").read_text("utf-8")
    assert changed_lines(git(workspace, "diff")) == CORRECTED
    assert run_limited("git-setup", "--undo", folder=workspace).code == 0
    assert state(workspace) == before
    for path, content in old.items():
        path.write_bytes(content)
    assert run_limited("git-setup", "--undo", folder=workspace).code == 0
    assert state(workspace) == before


@pytest.mark.parametrize("blocked", ["config", "attributes", "hooks"])
def test_where_one_file_cannot_be_written_none_is(tmp_path: Path, blocked: str) -> None:
    workspace = committed(tmp_path / "r", tmp_path / "r")
    before = planted(workspace, CONFIGS["usual"], ATTRIBUTES["usual"])
    folder = home(workspace)
    if blocked == "config":
        (folder / "config.lock").write_text("", "utf-8")
    elif blocked == "attributes":
        (folder / "info" / "attributes").unlink()
        (folder / "info" / "attributes").mkdir()
    else:
        shutil.rmtree(folder / "hooks")
        (folder / "hooks").write_text("", "utf-8")
    ran = run_limited("git-setup", "--hook", folder=workspace)
    assert ran.code in (2, 3), ran.text
    assert (folder / "config").read_bytes() == CONFIGS["usual"]
    assert (folder / "info" / "attributes").is_dir() or state(workspace).items() <= before.items()


def test_a_link_that_leads_nowhere_is_a_hook_of_someone_else(tmp_path: Path) -> None:
    workspace = committed(tmp_path / "r", tmp_path / "r")
    hook = home(workspace) / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.symlink_to("nowhere")
    ran = run_limited("git-setup", "--hook", folder=workspace)
    assert (ran.code, "error[hook-there]" in ran.err) == (2, True)
    assert hook.is_symlink()
