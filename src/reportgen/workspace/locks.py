"""The right to write into a folder, for one process at a time. It ends with its process, whatever ends that.

A file in the folder carries the lock, since other computers may share the folder and nothing else. It is removed with
the lock; one that a killed process left has no effect and goes with the next lock.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _OPEN = os.O_RDWR | os.O_CREAT
else:
    import fcntl

    _OPEN = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK

LOCK = ".reportgen-lock"

_TRIES, _PAUSE = 1500, 0.02
"""Half a minute: writing takes less than a second, but a folder may be far away."""

_REMOVING = 50
"""Tries for which Windows may refuse to open a file that is being removed."""

_UNSUPPORTED = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EBADF, errno.EINVAL}
"""What network folders without locks answer."""


@contextmanager
def folder_lock(folder: Path, while_waiting: Callable[[], None] = lambda: None) -> Iterator[bool]:
    """Holds the right to write into a folder; False where the folder has no locks, which stops nobody.

    Raises:
        OSError: the folder cannot be written to, or another process has held the lock for half a minute (``EBUSY``).

    """
    path = folder / LOCK
    descriptor, is_locked = _acquire(path, while_waiting)
    try:
        yield is_locked
    finally:
        _release(path, descriptor)


def _acquire(path: Path, while_waiting: Callable[[], None]) -> tuple[int, bool]:
    for attempt in range(_TRIES):
        descriptor = _open(path, attempt)
        if descriptor is not None:
            try:
                if _lock(descriptor) and _is_open_at(path, descriptor):
                    return descriptor, True
            except OSError as failure:
                if failure.errno in _UNSUPPORTED:
                    return descriptor, False
                os.close(descriptor)
                raise
            os.close(descriptor)
        while_waiting()
        time.sleep(_PAUSE)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _open(path: Path, attempt: int) -> int | None:
    """The lock's file, open; None while Windows, which refuses it then, may still be removing it."""
    if path.is_symlink():  # not ours, and it could lead anywhere
        path.unlink(missing_ok=True)
    try:
        descriptor = os.open(path, _OPEN, 0o666)
    except PermissionError:
        if sys.platform == "win32" and attempt < _REMOVING:
            return None
        raise
    if sys.platform != "win32":
        with suppress(OSError):  # others who share the folder can open it too
            os.fchmod(descriptor, 0o666)
    return descriptor


def _lock(descriptor: int) -> bool:
    """Locks an open file; whether nobody else has."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_open_at(path: Path, descriptor: int) -> bool:
    """Whether the file is still the one at its path: whoever held the lock before may have removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def _release(path: Path, descriptor: int) -> None:
    if sys.platform == "win32":  # where an open file cannot be removed; another process may be quicker
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)
