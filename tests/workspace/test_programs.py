"""Programs are files that can be run, in folders with absolute paths; never in the current folder."""

import os
from pathlib import Path

import pytest

from reportgen.workspace.programs import installed_program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what can be run is marked on Unix")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders with what is called git: a folder, a file of text, and two programs."""
    (tmp_path / "folder" / "git").mkdir(parents=True)
    for name, mode in (("text", 0o644), ("one", 0o755), ("two", 0o755)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "git").touch(mode)
    monkeypatch.chdir(tmp_path / "one")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("one", "two"), "one"),
        (("none", "folder", "text", "two", "one"), "two"),
        (("folder", "text"), None),
        ((), None),
    ],
)
def test_the_first_that_can_be_run_is_taken(folders: Path, path: tuple[str, ...], found: str | None) -> None:
    taken = installed_program("git", [str(folders / each) for each in path])
    assert taken == (None if found is None else str(folders / found / "git"))


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("path", ["", ".", "../two", "../one"])
def test_a_folder_named_from_the_current_one_is_passed_over(path: str) -> None:
    assert installed_program("git", [path]) is None
