"""Runs commands within limits that only a hang or a flood can pass."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
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


def _obey_permissions() -> None:
    """Takes from root, for what is run next, the rights by which it reads what may not be read (capabilities(7))."""
    import ctypes

    drop_from_bounding_set, overrides, searches = 24, 1, 2
    for right in (overrides, searches):
        if ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0):
            raise OSError("root cannot give up its rights")


def run_limited(
    *arguments: str | Path,
    folder: Path,
    seconds: int = SECONDS,
    processor: int = SECONDS,
    memory: int = MEMORY,
    largest_file: int = resource.RLIM_INFINITY,
    before: str = "true",
    redirection: str = "",
    obeys_permissions: bool = False,
    output: int = subprocess.PIPE,
    variables: Mapping[str, str] | None = None,
) -> Outcome:
    """Runs the program in English; it may neither hang, nor take more bytes than ``memory``, nor show a traceback.

    ``seconds`` are those of a clock, ``processor`` those that it computes, however busy the machine is.
    ``largest_file``: bytes after which the disk refuses to take more of a file. ``redirection`` is that of a shell,
    such as ``>&-``, and ``before`` a command of it; ``output`` is a descriptor for standard output.
    ``obeys_permissions``: also where the tests run as root.
    """
    limits = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: processor, resource.RLIMIT_FSIZE: largest_file}
    shell = ("sh", "-c", f'{before}; exec "$@" {redirection}', "sh")
    ran = subprocess.run(
        [*shell, sys.executable, "-m", "reportgen", *map(str, arguments)],
        cwd=folder,
        env={**_environment(), **_uncompiled(largest_file), **(variables or {})},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
        timeout=seconds,
        check=False,
        preexec_fn=partial(_limit, limits, obeys_permissions=obeys_permissions),
    )
    printed = ((stream or b"").decode("utf-8", "backslashreplace") for stream in (ran.stdout, ran.stderr))
    outcome = Outcome(ran.returncode, *printed)
    for word in _NEVER:
        assert word not in outcome.text, outcome.text[-2000:]
    return outcome


def _uncompiled(largest_file: int) -> dict[str, str]:
    """A disk that is full would cut the modules that Python keeps compiled, and other tests would read them."""
    return {} if largest_file == resource.RLIM_INFINITY else {"PYTHONDONTWRITEBYTECODE": "1"}


def _limit(limits: Mapping[int, int], *, obeys_permissions: bool) -> None:
    """Limits the process that this runs in."""
    for resource_name, most in limits.items():
        resource.setrlimit(resource_name, (most, most))
    if obeys_permissions and os.geteuid() == 0:
        _obey_permissions()


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
