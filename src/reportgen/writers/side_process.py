"""A copy of this process that is sent values and answers with values, while the process itself goes on."""

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Never, TypeVar

T = TypeVar("T")


class ProcessEndedError(Exception):
    """There is no process at the other end of a channel, or none any more."""


class Channel:
    """The way to another process of this program and back: whole values, in the order they were sent."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = os.fdopen(reading, "rb"), os.fdopen(writing, "wb")

    def send(self, value: object) -> None:
        """Sends a value; waits while the other process has not taken what fills the way.

        Raises:
            ProcessEndedError: it takes nothing any more.

        """
        try:
            pickle.dump(value, self._writing, pickle.HIGHEST_PROTOCOL)
            self._writing.flush()
        except (OSError, ValueError):  # the other end is closed, or this one
            raise ProcessEndedError from None

    def receive(self, kind: type[T]) -> T:
        """Waits for the next value, which is of a kind.

        Raises:
            ProcessEndedError: there will be none.

        """
        try:
            value = pickle.load(self._reading)  # noqa: S301 - of our own program, with our own rights
        except (OSError, ValueError, EOFError, pickle.UnpicklingError):
            raise ProcessEndedError from None
        assert isinstance(value, kind)
        return value

    def close(self) -> None:
        """Lets the other process find that nobody sends anything more, or takes it."""
        for end in (self._reading, self._writing):
            with suppress(OSError):  # of what it has not taken
                end.close()


class SideProcess:
    """A copy of this process, and the channel to it."""

    def __init__(self, process: int, channel: Channel) -> None:
        self._process = process
        self.channel = channel

    def end(self) -> None:
        """Ends it, whatever it is doing."""
        self.channel.close()
        with suppress(ChildProcessError):  # where the system has forgotten it, children being ignored
            if os.waitpid(self._process, os.WNOHANG) == (0, 0):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)


def begin_beside(work: Callable[[Channel], None]) -> SideProcess | None:
    """Has a copy of this process do some work, with a channel to this process.

    It says nothing, whatever happens to it, and ends with its work or with this process: no later than when it next
    sends or waits for something. None where a process cannot be copied, or not safely: only the libraries of Linux
    take it.
    """
    if sys.platform != "linux":
        return None
    ends: list[int] = []
    try:
        ends += os.pipe()
        ends += os.pipe()
        with warnings.catch_warnings():  # of threads: one of ours at most, which waits to show a line of progress
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
    except OSError:
        for end in ends:
            os.close(end)
        return None
    own, its = (ends[0], ends[3]), (ends[2], ends[1])
    for end in its if process else own:
        os.close(end)
    if not process:
        _work(work, *its)
    return SideProcess(process, Channel(*own))


def _work(work: Callable[[Channel], None], reading: int, writing: int) -> Never:
    """What the copy does: nothing else, and without a word."""
    channel = Channel(reading, writing)  # kept until the end: dropped open, it would be warned of
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        work(channel)
    finally:
        os._exit(0)
