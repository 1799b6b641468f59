"""Something made by a copy of this process, while the process itself goes on with something else."""

import os
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Never, TypeAlias

Collect: TypeAlias = Callable[[], bytes | None]


def begin_beside(make: Callable[[], bytes]) -> Collect | None:
    """Has a copy of this process make something; what is returned waits for it, and is to be called once.

    None where a process cannot be copied, or not safely: only the libraries of Linux take it. What is collected is None
    where the copy did not get done, whatever the reason: this process is then to make it itself, and meets the same.
    """
    if sys.platform != "linux":
        return None
    try:
        reading, writing = os.pipe()
    except OSError:
        return None
    try:
        with warnings.catch_warnings():  # of threads: one of ours at most, which waits to show a line of progress
            warnings.simplefilter("ignore", DeprecationWarning)
            copy = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if copy == 0:
        _make(make, writing)
    os.close(writing)
    return partial(_collect, copy, reading)


def _make(make: Callable[[], bytes], writing: int) -> Never:
    """What the copy does: nothing else, and without a word, whatever happens."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(make())
        status = 0
    finally:
        os._exit(status)


def _collect(copy: int, reading: int) -> bytes | None:
    with os.fdopen(reading, "rb") as pipe:
        made = pipe.read()
    with suppress(ChildProcessError):  # where the system has forgotten it, children being ignored
        return made if os.waitpid(copy, 0)[1] == 0 else None
    return None
