"""A copy of the process: what is sent to it and comes back, and how it ends, whatever happens to either of them."""

import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Never

import pytest

from reportgen.writers.side_process import Channel, ProcessEndedError, begin_beside

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")


def _fail(channel: Channel) -> Never:
    raise KeyError("征集提案")


def _die(channel: Channel) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _leave(channel: Channel) -> Never:
    sys.exit(0)


def _damage(channel: Channel) -> None:
    channel._writing.write(b"\x80\x05X")


def _answer(channel: Channel) -> None:
    """Sends back what it is sent, with the number of its process."""
    while True:
        channel.send((os.getpid(), channel.receive(str)))


def _wait(channel: Channel) -> None:
    time.sleep(600)


@on_linux
def test_values_go_to_the_copy_and_come_back() -> None:
    """More than a pipe holds, by another process, in their order."""
    beside = begin_beside(_answer)
    assert beside is not None
    for text in ("征集" * 500_000, "提案"):
        beside.channel.send(text)
        process, answer = beside.channel.receive(tuple)
        assert answer == text
        assert process != os.getpid()
    beside.end()


@on_linux
@pytest.mark.parametrize("work", [_fail, _die, _leave, _damage, lambda channel: None])
def test_a_copy_that_has_ended_says_nothing(work: Callable[[Channel], None], capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing comes from it, and what is sent to it is soon refused."""
    beside = begin_beside(work)
    assert beside is not None
    with pytest.raises(ProcessEndedError):
        beside.channel.receive(str)
    with pytest.raises(ProcessEndedError):
        beside.channel.send("征集" * 500_000)
    beside.end()
    assert capfd.readouterr() == ("", "")


@on_linux
@pytest.mark.parametrize("work", [_wait, _answer, _die])
def test_nothing_is_left_of_a_copy_that_was_ended(work: Callable[[Channel], None]) -> None:
    """Neither a process, be it busy, waiting or dead, nor an open file; and nothing is sent to it any more."""
    before = _open_files()
    beside = begin_beside(work)
    assert beside is not None
    beside.end()
    with pytest.raises(ChildProcessError):
        os.waitpid(beside._process, os.WNOHANG)
    assert _open_files() == before
    with pytest.raises(ProcessEndedError):
        beside.channel.send("征集提案")
    with pytest.raises(ProcessEndedError):
        beside.channel.receive(str)


@on_linux
def test_children_that_the_system_forgets_are_ended_as_well() -> None:
    """As where the program was started with SIGCHLD ignored."""
    kept = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        for work in (_wait, _die):
            beside = begin_beside(work)
            assert beside is not None
            beside.end()
            _wait_until_gone(beside._process)
    finally:
        signal.signal(signal.SIGCHLD, kept)


@on_linux
def test_an_interrupt_ends_the_copy_whatever_its_process_makes_of_it() -> None:
    """As while files are written, which lets signals wait."""
    kept = signal.signal(signal.SIGINT, signal.SIG_IGN)
    beside = begin_beside(_say_and_wait)
    assert beside is not None
    try:
        assert beside.channel.receive(str) == "征集提案"
        os.kill(beside._process, signal.SIGINT)
        with pytest.raises(ProcessEndedError):
            beside.channel.receive(str)
    finally:
        beside.end()
        signal.signal(signal.SIGINT, kept)


def _say_and_wait(channel: Channel) -> None:
    channel.send("征集提案")
    _wait(channel)


@on_linux
def test_no_warning_is_given_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """From Python 3.12 on there is one where a process with threads is copied."""
    fork = os.fork

    def warn_and_fork() -> int:
        warnings.warn("multi-threaded", DeprecationWarning, stacklevel=2)
        return fork()

    monkeypatch.setattr(os, "fork", warn_and_fork)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        beside = begin_beside(_wait)
    assert beside is not None
    beside.end()


@pytest.mark.parametrize("refused", ["fork", "pipe"])
def test_where_no_copy_can_be_made_there_is_none(refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no file stays open."""

    def refuse() -> Never:
        raise BlockingIOError

    before = _open_files()
    monkeypatch.setattr(os, refused, refuse, raising=False)
    assert begin_beside(_fail) is None
    monkeypatch.undo()
    assert _open_files() == before
    monkeypatch.setattr(sys, "platform", "darwin")
    assert begin_beside(_fail) is None


ENDING = """
import os, signal, time
from reportgen.writers.side_process import begin_beside
def answer(channel):
    channel.send(os.getpid())
    time.sleep(0.5)
    channel.send(channel.receive(str))
beside = begin_beside(answer)
print(beside.channel.receive(int), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@on_linux
@pytest.mark.slow
def test_the_copy_ends_with_its_process() -> None:
    """However that ended, when the copy next waits for it or sends it something."""
    ended = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, encoding="ascii", check=False)
    assert (ended.returncode, ended.stderr) == (-signal.SIGKILL, "")
    _wait_until_gone(int(ended.stdout))


def _open_files() -> list[Path]:
    """What is open, where the system says so."""
    return sorted(Path("/dev/fd").glob("*"))


def _wait_until_gone(process: int) -> None:
    end = time.monotonic() + 60
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < end
        time.sleep(0.01)
