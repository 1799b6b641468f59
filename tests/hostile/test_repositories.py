"""Repositories from other hands: no code of theirs runs, and git goes on showing something whatever is in them."""

import os
import shutil
from pathlib import Path

import pytest

from reportgen.cli.textconv_command import run_textconv
from reportgen.workspace import git as ours
from reportgen.workspace.refusals import CommandError
from tests.hostile.commands import run_limited
from tests.hostile.repositories import committed, git, home
from tests.support import MINIMAL

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("git_settings")]

# Repositories whose own configuration names programs.


def hostile(folder: Path, marker: Path, url: str) -> None:
    """Takes the report of 2025 out of a repository whose configuration says where to fetch it and what to run."""
    blob = git(folder, "rev-parse", "HEAD:./data/2025.yaml").strip()
    (home(folder) / "objects" / blob[:2] / blob[2:]).unlink()
    touch = f"touch '{marker.as_posix()}'; exit 1 #"
    settings = (
        f'[remote "o"]\n\turl = {url}\n\tpromisor = true\n\tuploadpack = "{touch}"\n\tproxy = x\n'
        "[extensions]\n\tpartialClone = o\n"
        '[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n[protocol "file"]\n\tallow = always\n'
        f'[core]\n\trepositoryformatversion = 1\n\tsshCommand = "{touch}"\n\tgitProxy = "{touch}"\n'
        f'\tfsmonitor = "{touch}"\n\tpager = "{touch}"\n\taskPass = "{touch}"\n'
        f'\tfsmonitorHookVersion = 2\n\tattributesFile = x\n[alias]\n\tcat-file = "!{touch}"\n'
        f'[credential]\n\thelper = "!{touch}"\n[diff]\n\texternal = "{touch}"\n'
    )
    with (home(folder) / "config").open("a", encoding="utf-8") as file:
        file.write(settings)


URLS = {
    "ext": "ext::touch {marker}",
    "path": "{folder}",
    "file": "file://{folder}",
    "ssh": "ssh://localhost/{folder}",
    "git": "git://localhost/{folder}",
    "vcs": "x::{folder}",
}


@pytest.mark.parametrize("scheme", URLS)
def test_reading_the_past_fetches_nothing_and_runs_nothing(tmp_path: Path, scheme: str) -> None:
    workspace = committed(tmp_path / "r", tmp_path / "r")
    marker = tmp_path / "ran"
    url = URLS[scheme].format(folder=workspace.as_posix(), marker=marker.as_posix())
    helper = tmp_path / "bin" / "git-remote-x"
    helper.parent.mkdir()
    helper.write_text(f"#!/bin/sh\ntouch '{marker.as_posix()}'\n", "utf-8")
    helper.chmod(0o755)
    hostile(workspace, marker, url)
    path = os.pathsep.join((os.environ["PATH"], str(helper.parent)))
    ran = run_limited("diff", "HEAD:2025", "2025", folder=workspace, variables={"PATH": path})
    assert ran.code in (1, 2, 3), ran.text
    assert "error[" in ran.err
    assert not marker.exists()
    git(workspace, "cat-file", "blob", "HEAD:data/2025.yaml", expect=128, PATH=path)
    assert marker.exists() or scheme == "git", "what the test plants must work where nothing is done against it"


def test_old_versions_of_git_fetch_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They do not know GIT_NO_LAZY_FETCH (2.45, and 2.39.4): without it, no protocol is allowed."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    marker = tmp_path / "ran"
    hostile(workspace, marker, workspace.as_posix())
    monkeypatch.setattr(
        ours, "_VARIABLES", {name: value for name, value in ours._VARIABLES.items() if name != "GIT_NO_LAZY_FETCH"}
    )
    with pytest.raises(CommandError):
        ours.file_at(workspace, "HEAD", "data/2025.yaml")
    assert not marker.exists()


def test_signatures_are_not_checked(tmp_path: Path) -> None:
    """Git would run the program that the repository's configuration names for it."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    marker = tmp_path / "ran"
    program = tmp_path / "gpg"
    program.write_text(f"#!/bin/sh\ntouch '{marker.as_posix()}'\nexit 1\n", "utf-8")
    program.chmod(0o755)
    signed = git(workspace, "cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n", 1
    )
    (tmp_path / "commit").write_text(signed, "utf-8", newline="\n")
    commit = git(workspace, "hash-object", "-t", "commit", "-w", str(tmp_path / "commit")).strip()
    git(workspace, "update-ref", "HEAD", commit)
    git(workspace, "config", "log.showSignature", "true")
    git(workspace, "config", "gpg.program", program.as_posix())
    assert "437件 → 438件" in run_limited("diff", "HEAD:2025", "2025", folder=workspace).out
    assert not marker.exists()
    git(workspace, "log", "-1")
    assert marker.exists(), "what the test plants must work where nothing is done against it"


def test_a_folder_that_looks_like_a_repository_is_none(tmp_path: Path) -> None:
    """A clone may bring ``HEAD``, ``objects``, ``refs`` and ``config`` in any folder; git takes it for a bare one."""
    top = tmp_path / "r"
    workspace = committed(top, top / "reports")
    bare = home(top)
    for name in ("objects", "refs"):
        shutil.copytree(bare / name, workspace / name)
    for name in ("HEAD", "config"):
        shutil.copy(bare / name, workspace)
    marker = tmp_path / "ran"
    with (workspace / "config").open("a", encoding="utf-8") as file:
        file.write(f'[core]\n\tworktree = .\n\tfsmonitor = "touch {marker.as_posix()}"\n')
    ran = run_limited("diff", "HEAD:2025", "2025", folder=workspace)
    assert "437件 → 438件" in ran.out, ran.text
    assert ours.files_at(workspace, "HEAD", "data") == ("2025.yaml",)
    assert ours.committed_on(workspace, "HEAD") is not None
    assert ours.revisions_of(workspace, "data/2025.yaml", 9)
    (workspace / "HEAD").write_text("ref: refs/heads/none\n", "utf-8")
    assert "437件 → 438件" in run_limited("diff", "HEAD:2025", "2025", folder=workspace).out
    assert not marker.exists()


def test_a_repository_named_by_the_environment_is_not_read(tmp_path: Path) -> None:
    """Such as that of the commit whose hook calls the program in another repository."""
    workspace = committed(tmp_path / "r", tmp_path / "r")
    other = committed(tmp_path / "o", tmp_path / "o")
    git(other, "update-ref", "-d", "HEAD")
    variables = {"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other)}
    ran = run_limited("diff", "HEAD:2025", "2025", folder=workspace, variables=variables)
    assert "437件 → 438件" in ran.out, ran.text


def test_a_huge_file_of_the_past_is_not_read_whole(tmp_path: Path) -> None:
    workspace = committed(tmp_path / "r", tmp_path / "r")
    with (workspace / "data" / "2024.yaml").open("wb") as file:
        file.truncate(200 << 20)
    git(workspace, "add", "data/2024.yaml")
    git(workspace, "commit", "--quiet", "--message", "大")
    ran = run_limited("diff", "HEAD:2024", "2025", folder=workspace, memory=1 << 30)
    assert "error[file-too-large]" in ran.err


# What git is given to show.

STRANGE = {
    "empty": b"",
    "title-empty": b"schema: 1\nyear: 2025\ntitle: ''\nreviews: {title: '', sections: [{title: '', items: ['']}]}\n",
    "title-blank": b"schema: 1\nyear: 2025\ntitle: ' '\nreviews: {title: ' ', sections: [{title: ' '}]}\n",
    "year-long": f"schema: 1\nyear: {'9' * 5000}\ntitle: 甲\n".encode(),
    "year-0": b"schema: 1\nyear: 0\ntitle: x\n",
    "value-long": f"{MINIMAL}metrics: {{甲: {{label: 甲, value: {'9' * 5000}}}}}\n".encode(),
    "value-exponent": f"{MINIMAL}metrics: {{甲: {{label: 甲, value: 1e999999999}}}}\n".encode(),
    "history-long": f"{MINIMAL}metrics: {{甲: {{label: 甲, value: 1, history: {{{'9' * 5000}: 1}}}}}}\n".encode(),
    "history-word": f"{MINIMAL}metrics: {{甲: {{label: 甲, value: 1, history: {{abc: 1}}}}}}\n".encode(),
    "glossary-empty": f"{MINIMAL}glossary: [{{term: '', meaning: ''}}]\n".encode(),
    "date-odd": f"{MINIMAL}date: 99999-99-99\n".encode(),
    "deep": b"a: " + b"[" * 5000,
    "no-text": bytes(range(256)) * 40,
    "utf-16": "schema: 1\nyear: 2025\n".encode("utf-16"),
    "broken-utf-8": MINIMAL.encode().replace("议".encode(), b"\xe8\xae"),
    "anchors": b"a: &a [x]\nb: *a\nc: *none\n",
}


@pytest.mark.parametrize("kind", STRANGE)
def test_textconv_always_prints_something(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.yaml").write_bytes(STRANGE[kind])
    ran = run_limited("textconv", "--", "a.yaml", folder=tmp_path)
    assert ran.code == 0, ran.text
    assert ran.out.strip() or not STRANGE[kind]


def test_textconv_prints_something_for_what_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "nowhere").symlink_to("none")
    (tmp_path / "circle").symlink_to("circle")
    for name in ("missing.yaml", "folder", "nowhere", "circle", "x" * 300, "-x", "--help", "a\nb"):
        ran = run_limited("textconv", "--", name, folder=tmp_path)
        assert ran.code == 0, ran.text
        assert ran.out.strip()


def test_a_defect_of_the_program_shows_the_file_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    def fail(content: bytes) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("reportgen.workflows.textconv.readable_report", fail)
    (tmp_path / "a.yaml").write_text(MINIMAL, "utf-8")
    assert run_textconv(tmp_path / "a.yaml") == 0
    assert capsysbinary.readouterr().out.decode() == MINIMAL


def test_git_diff_shows_whatever_a_commit_has(tmp_path: Path) -> None:
    workspace = committed(tmp_path / "r", tmp_path / "r" / "-x")
    run_limited("git-setup", folder=workspace)
    for kind, content in STRANGE.items():
        (workspace / "data" / "2025.yaml").write_bytes(content)
        assert "-【提案】征集提案：437件" in git(tmp_path / "r", "diff"), kind
