"""The right to write into a folder: whose it is, what is not a lock, and what a folder without locks says."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

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


def test_a_folder_that_refuses_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slept = list[float]()
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(os, "open", refusing(1))
    with pytest.raises(PermissionError), folder_lock(tmp_path):
        pass
    assert not slept


def test_a_link_that_went_meanwhile_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_symlink", lambda _: True)
    with folder_lock(tmp_path) as is_locked:
        assert is_locked


def test_if_it_cannot_be_shared_the_mask_decides_who_may_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _mode: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "fchmod", refuse)
    mask = os.umask(0o022)
    try:
        with folder_lock(tmp_path):
            assert stat.S_IMODE((tmp_path / LOCK).stat().st_mode) == 0o644
    finally:
        os.umask(mask)


def refusing(times: int) -> Callable[..., int]:
    """A way to open files that the system refuses so many times."""
    opened, asked = os.open, list[None]()

    def open_or_refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        asked.append(None)
        if len(asked) <= times:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, flags, mode)

    return open_or_refuse


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done to the lock's file, in order."""
    done: list[str] = []
    closed, unlinked = os.close, Path.unlink

    def close(descriptor: int) -> None:
        done.append("close")
        closed(descriptor)

    def unlink(self: Path, missing_ok: bool = False) -> None:
        done.extend(["remove"] * (self.name == LOCK))
        unlinked(self, missing_ok)

    monkeypatch.setattr(os, "close", close)
    monkeypatch.setattr(Path, "unlink", unlink)
    return done


def test_it_is_removed_while_it_is_held(tmp_path: Path, events: list[str]) -> None:
    """So that a file that is about to be deleted is not locked."""
    with folder_lock(tmp_path):
        pass
    assert events == ["remove", "close"]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch, events: list[str]) -> None:
    """The calls of Windows, acted by those of Unix: one byte is locked, and others who lock it are refused."""

    def locking(_descriptor: int, mode: int, length: int) -> None:
        events.append(f"lock {length} byte in mode {mode}")

    monkeypatch.setattr(locks, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(locks, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2), raising=False)


@pytest.mark.usefixtures("windows")
def test_on_windows_it_is_closed_before_it_is_removed(tmp_path: Path, events: list[str]) -> None:
    """An open file cannot be removed there; and whoever comes in between may keep it."""
    with folder_lock(tmp_path) as is_locked:
        assert is_locked
    assert events == ["lock 1 byte in mode 2", "close", "remove"]


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(("times", "waits"), [(50, True), (51, False)])
def test_on_windows_a_file_that_is_being_removed_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, waits: bool
) -> None:
    """A second, fifty times; whoever is refused then may not write there."""
    slept = list[float]()
    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr(os, "open", refusing(times))
    if waits:
        with folder_lock(tmp_path) as is_locked:
            assert is_locked
    else:
        with pytest.raises(PermissionError), folder_lock(tmp_path):
            pass
    assert slept == [0.02] * 50
