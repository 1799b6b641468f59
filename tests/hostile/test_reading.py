"""Only regular files are read, and of a workspace only those inside it: at once, with words that say why not."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hostile.commands import run_limited
from tests.hostile.repositories import git
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

REPORT = f"{MINIMAL}  intro: 一年来，工作很好。\n"
LOGO = "schema: 1\nextends: plenary\nlogo: {file: logo.svg, height: 20mm}\n"
SECRET = "TOPSECRET: [\n"


class Reader(NamedTuple):
    """A file that a command reads: its path in the workspace, and the command."""

    path: str
    command: tuple[str, ...]


OWN = {
    "report": Reader("data/2025.yaml", ("check", "2025")),
    "last year": Reader("data/2024.yaml", ("check", "2025")),
    "last year of one compared": Reader("data/2024.yaml", ("diff", "2025", "2025")),
    "settings": Reader("reportgen.yaml", ("check", "2025")),
    "lexicon": Reader("lexicon.yaml", ("check", "2025")),
    "style": Reader("styles/ours.yaml", ("check", "2025", "--style", "ours")),
    "style below": Reader("styles/below.yaml", ("check", "2025", "--style", "above")),
    "font": Reader("fonts/a.ttf", ("build", "2025", "--format", "pdf")),
    "logo": Reader("logo.svg", ("build", "2025", "--style", "logo", "--format", "pdf")),
}
"""What belongs to a workspace."""

NAMED = {
    "verify": Reader("x.pdf", ("verify", "x.pdf")),
    "textconv": Reader("x.yaml", ("textconv", "x.yaml")),
    "diff": Reader("x.yaml", ("diff", "x.yaml", "2025")),
    "import": Reader("x.docx", ("import", "x.docx", "--year", "2026")),
    "absorb": Reader("x.docx", ("absorb", "x.docx")),
}
"""What is named on the command line, which may be anywhere."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a report and the sheets that name other files."""
    folder = tmp_path / "w"
    for name in ("data", "styles", "fonts"):
        (folder / name).mkdir(parents=True)
    (folder / "data" / "2025.yaml").write_text(REPORT, "utf-8")
    (folder / "styles" / "logo.yaml").write_text(LOGO, "utf-8")
    (folder / "styles" / "above.yaml").write_text("schema: 1\nextends: below\n", "utf-8")
    return folder


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    """One without an end."""
    path.symlink_to("/dev/zero")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def named_socket(path: Path) -> None:
    """Whose path must be short."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as held:
            held.bind(path.name)
    finally:
        os.chdir(here)


KINDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "pipe": (pipe, "is a pipe, not a file"),
    "circle": (circle, "its links lead in a circle"),
    "folder": (Path.mkdir, "is a folder, not a file"),
}
"""What lies there in place of a file, and what is said of it."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reader", [*OWN, *NAMED])
def test_what_is_not_a_file_is_an_error_at_once(workspace: Path, reader: str, kind: str) -> None:
    path, command = (OWN | NAMED)[reader]
    make, words = KINDS[kind]
    (workspace / path).unlink(missing_ok=True)
    make(workspace / path)
    outcome = run_limited(*command, folder=workspace)
    assert words in outcome.text, outcome
    assert path in outcome.text
    assert outcome.code == (0 if reader == "textconv" else 3), "git must have something to compare"
    assert not (workspace / "build").exists()


@pytest.mark.parametrize(("make", "words"), [(device, "is a device"), (named_socket, "is a socket")])
def test_devices_and_sockets_too(workspace: Path, make: Callable[[Path], None], words: str) -> None:
    for path, command in NAMED.values():
        (workspace / path).unlink(missing_ok=True)
        make(workspace / path)
        outcome = run_limited(*command, folder=workspace)
        assert words in outcome.text, outcome


@pytest.mark.parametrize("reader", OWN)
def test_links_out_of_the_workspace_are_refused_and_nothing_of_their_file_is_shown(
    workspace: Path, reader: str
) -> None:
    path, command = OWN[reader]
    secret = workspace.parent / "secret"
    secret.write_text(SECRET, "utf-8")
    (workspace / path).unlink(missing_ok=True)
    (workspace / path).symlink_to("../../secret" if "/" in path else "../secret")
    outcome = run_limited(*command, folder=workspace)
    assert f"{path} is a link that leads out of the workspace" in outcome.text
    assert "TOPSECRET" not in outcome.text
    assert outcome.code == 3


def test_links_through_a_folder_lead_out_too(workspace: Path) -> None:
    (workspace / "data").rename(workspace.parent / "elsewhere")
    (workspace / "data").symlink_to("../elsewhere")
    outcome = run_limited("check", "2025", folder=workspace)
    assert ("data/2025.yaml is a link that leads out" in outcome.text, outcome.code) == (True, 3), outcome


def test_links_that_stay_inside_are_as_good_as_their_file(workspace: Path) -> None:
    """Whatever the folder that the workspace itself is reached by."""
    (workspace / "data" / "2025.yaml").rename(workspace / "data" / "终稿.yaml")
    (workspace / "data" / "2025.yaml").symlink_to("终稿.yaml")
    (workspace.parent / "other").symlink_to(workspace)
    outcome = run_limited("check", "2025", "--root", workspace.parent / "other", folder=workspace.parent)
    assert (outcome.code, outcome.out) == (0, "data/2025.yaml: no problems\n")


def test_a_file_named_on_the_command_line_may_be_anywhere(workspace: Path) -> None:
    outside = workspace.parent / "outside.yaml"
    outside.write_text(REPORT, "utf-8")
    (workspace / "x.yaml").symlink_to("../outside.yaml")
    assert "一年来" in run_limited("textconv", "x.yaml", folder=workspace).out
    assert run_limited("diff", "x.yaml", outside, folder=workspace).code == 0


def test_the_words_in_chinese(workspace: Path) -> None:
    pipe(workspace / "x.yaml")
    assert "x.yaml 不是文件，是管道，没有读" in run_limited("verify", "x.yaml", "--lang", "zh", folder=workspace).text
    (workspace / "reportgen.yaml").symlink_to("../secret")
    said = run_limited("check", "2025", "--lang", "zh", folder=workspace).text
    assert "reportgen.yaml 是链接，通到工作文件夹外面，没有读" in said
    assert "删去链接，把它所指的文件复制到这里" in said


def test_a_file_that_is_too_large_is_not_read_whole(workspace: Path) -> None:
    """A terabyte, most of it holes."""
    for path, command in (*NAMED.values(), OWN["report"], OWN["settings"], OWN["style"]):
        with (workspace / path).open("wb") as file:
            file.truncate(1 << 40)
        outcome = run_limited(*command, folder=workspace, memory=1 << 29)
        assert "file is too large: 1048576.0 MB" in outcome.text, (command, outcome)
        (workspace / path).unlink()


@pytest.mark.parametrize("kind", [pipe, circle])
@pytest.mark.parametrize("path", [".git/hooks/pre-commit", ".git/info/attributes"])
def test_git_setup_reads_no_other_files_either(workspace: Path, path: str, kind: Callable[[Path], None]) -> None:
    git(workspace, "init")
    (workspace / path).unlink(missing_ok=True)
    kind(workspace / path)
    outcome = run_limited("git-setup", "--hook", folder=workspace)
    assert path in outcome.err
    assert outcome.code in (2, 3), "a hook that is a link without a file is somebody else's"
