"""Which folder is the root of the repository: the nearest with a ``.git``, but none above a ceiling."""

import os
from pathlib import Path

import pytest

from reportgen.workspace.git import repository_top
from reportgen.workspace.refusals import CommandError
from tests.support import outside_program


@pytest.mark.parametrize(
    ("ceilings", "begun", "top"),
    [
        ((), "r/a/b", "r"),
        ((), "r", "r"),
        ((), "r/a/own/c", "r/a/own"),
        (("r/a",), "r/a/b", None),
        (("r/a",), "r/a", "r"),
        (("r",), "r/a/b", None),
        (("r",), "r", "r"),
        (("elsewhere", "r/a"), "r/a/b", None),
        (("r/a/b/deeper",), "r/a/b", "r"),
        (("r/a",), "r/a/own/c", "r/a/own"),
        (("",), "r/a/b", "r"),
    ],
)
def test_the_nearest_repository_below_the_ceilings(
    ceilings: tuple[str, ...], begun: str, top: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ceiling that is the folder itself does not keep from looking upwards, as in git."""
    outside_program("git")
    for name in ("r/.git", "r/a/b/deeper", "r/a/own/.git", "r/a/own/c"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv(
        "GIT_CEILING_DIRECTORIES", os.pathsep.join(str(tmp_path / each) if each else "" for each in ceilings)
    )
    if top is None:
        with pytest.raises(CommandError, match="repository-missing"):
            repository_top(tmp_path / begun)
    else:
        assert repository_top(tmp_path / begun) == tmp_path / top
