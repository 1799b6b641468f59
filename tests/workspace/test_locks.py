"""The right to write into a folder: whose it is, what is not a lock, and what a folder without locks says."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from reportgen.workspace import locks
from reportgen.workspace.locks import LOCK, folder_lock

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the locks of Unix")


def open_files() -> int:
    """How many files this process has open."""
    return len(list(Path("/dev/fd").iterdir()))


def test_one_holds_it_at_a_time_and_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits does so for half a minute, fifty times a second, and may stop at any of them."""
    before, slept = open_files(), list[float]()
    looked: list[None] = []
    monkeypatch.setattr("time.sleep", slept.append)
    with folder_lock(tmp_path) as is_locked:
        assert is_locked
        with pytest.raises(OSError, match=str(errno.EBUSY)), folder_lock(tmp_path, lambda: looked.append(None)):
            pass
        assert (tmp_path / LOCK).exists()
    assert (set(slept), round(sum(slept)), len(looked)) == ({0.02}, 30, 1500)
    assert list(tmp_path.iterdir()) == []
    assert open_files() == before
    with folder_lock(tmp_path) as is_locked:
        assert is_locked


def test_others_who_share_the_folder_can_open_it_too(tmp_path: Path) -> None:
    """Whatever the mask of this process, and without its running as a program."""
    mask = os.umask(0o077)
    try:
        with folder_lock(tmp_path):
            assert stat.S_IMODE((tmp_path / LOCK).stat().st_mode) == 0o666
    finally:
        os.umask(mask)


def test_a_link_in_its_place_goes_and_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("kept", "utf-8")
    (tmp_path / LOCK).symlink_to(tmp_path / "kept")
    with folder_lock(tmp_path) as is_locked:
        assert is_locked
        assert not (tmp_path / LOCK).is_symlink()
    assert (tmp_path / "kept").read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    ("failure", "locked"),
    [
        (errno.ENOLCK, "no locks here"),
        (errno.ENOSYS, "no locks here"),
        (errno.EOPNOTSUPP, "no locks here"),
        (errno.EIO, "refused"),
        (errno.ENOSPC, "refused"),
    ],
)
def test_a_folder_without_locks_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: int, locked: str
) -> None:
    def refuse(_descriptor: int) -> bool:
        raise OSError(failure, os.strerror(failure))

    monkeypatch.setattr(locks, "_lock", refuse)
    found, before = "refused", open_files()
    with suppress(OSError), folder_lock(tmp_path) as is_locked:
        found = "locked" if is_locked else "no locks here"
    assert (found, open_files()) == (locked, before)


@pytest.mark.parametrize(
    ("meanwhile", "same"),
    [("nothing", True), ("removed", False), ("another", False), ("a link to it", False), ("another name", True)],
)
def test_the_file_that_was_locked_is_still_the_one_at_its_path(tmp_path: Path, meanwhile: str, same: bool) -> None:
    path, aside = tmp_path / LOCK, tmp_path / "aside"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    if meanwhile == "another name":
        os.link(path, aside)
    elif meanwhile != "nothing":
        path.rename(aside)
    if meanwhile == "another":
        path.touch()
    if meanwhile == "a link to it":
        path.symlink_to(aside)
    assert locks._is_open_at(path, descriptor) == same
    os.close(descriptor)
