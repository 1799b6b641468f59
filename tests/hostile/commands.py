"""Runs commands within limits that only a hang or a flood can pass."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

resource = pytest.importorskip("resource", reason="limits of memory need a Unix")

pty = pytest.importorskip("pty", reason="terminals need a Unix")

SECONDS = 60
MEMORY = 2 << 30

_NEVER = ("Traceback (most recent call last)", "internal error", "程序自身出错")


class Outcome(NamedTuple):
    """How a command ended and what it printed; bytes that are no UTF-8 are shown as escapes."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """All that it printed."""
        return self.out + self.err


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}


def run_limited(
    *arguments: str | Path,
    folder: Path,
    seconds: int = SECONDS,
    processor: int = SECONDS,
    memory: int = MEMORY,
    largest_file: int = resource.RLIM_INFINITY,
    redirection: str = "",
    output: int = subprocess.PIPE,
    **variables: str,
) -> Outcome:
    """Runs the program in English; it may neither hang, nor take more bytes than ``memory``, nor show a traceback.

    ``seconds`` are those of a clock, ``processor`` those that it computes, however busy the machine is.
    ``largest_file``: bytes after which the disk refuses to take more of a file. ``redirection`` is that of a shell,
    such as ``>&-``; ``output`` is a descriptor for standard output.
    """

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    ran = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "reportgen", *map(str, arguments)],
        cwd=folder,
        env={**_environment(), **variables},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
        timeout=seconds,
        check=False,
        preexec_fn=limit,
    )
    printed = ((stream or b"").decode("utf-8", "backslashreplace") for stream in (ran.stdout, ran.stderr))
    outcome = Outcome(ran.returncode, *printed)
    for word in _NEVER:
        assert word not in outcome.text, outcome.text[-2000:]
    return outcome


def run_in_terminal(*arguments: str | Path, folder: Path) -> str:
    """Runs the program in a terminal that shows colours; what it is sent."""
    own, other = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "reportgen", *map(str, arguments)],
        cwd=folder,
        env={**_environment(), "TERM": "xterm-256color", "NO_COLOR": ""},
        stdin=subprocess.DEVNULL,
        stdout=other,
        stderr=other,
    ):
        os.close(other)
        sent = b""
        with suppress(OSError):  # Linux: the other end has been closed
            while piece := os.read(own, 1 << 16):
                sent += piece
        os.close(own)
    return sent.decode("utf-8", "backslashreplace")
