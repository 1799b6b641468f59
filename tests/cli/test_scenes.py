"""What the commands print at every turn they take, word for word: ``scenes/``, a file a command."""

from pathlib import Path

import pytest

from tests.cli.scenes import Runner, played
from tests.goldens import Goldens
from tests.support import outside_program

SCENES = sorted(Path(__file__).with_name("scenes").glob("*.txt"))
WITH_GIT = {"absorb", "diff", "git", "verify"}


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
def test_a_scene_goes_as_it_is_written(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, goldens: Goldens
) -> None:
    if path.stem in WITH_GIT:
        outside_program("git")
    goldens.check({path: played(path.read_text("utf-8"), Runner(tmp_path, monkeypatch))})
