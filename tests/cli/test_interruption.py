"""Ctrl-C, in a terminal and without one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="terminals need a Unix"),
]

BUSY = """\
import os, signal
from reportgen.cli.interruption import exit_on_interrupt
{before}
exit_on_interrupt()
os.kill(os.getpid(), signal.SIGINT)
print("went on")
"""

STARTING = """\
import signal
import reportgen.cli, reportgen.cli.app
reportgen.cli.app.run = lambda: print(signal.getsignal(signal.SIGINT).__name__)
reportgen.cli.main()
"""


def interrupted(before: str = "", stderr: int = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", BUSY.format(before=before)], stdout=subprocess.PIPE, stderr=stderr, check=False
    )


def test_it_ends_the_program_without_a_word() -> None:
    ran = interrupted()
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


def test_in_a_terminal_what_comes_next_begins_on_a_line_of_its_own() -> None:
    """Below the line that says what is being done."""
    ours, theirs = os.openpty()
    assert interrupted(stderr=theirs).returncode == 130
    os.close(theirs)
    assert os.read(ours, 10) == b"\r\n"
    os.close(ours)


def test_where_it_is_ignored_it_stays_ignored() -> None:
    """As ``nohup`` and jobs in the background have it."""
    ran = interrupted("signal.signal(signal.SIGINT, signal.SIG_IGN)")
    assert (ran.returncode, ran.stdout) == (0, b"went on\n")


def test_the_program_has_it_so_from_the_start(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", STARTING], cwd=tmp_path, capture_output=True, check=False)
    assert ran.stdout == b"_exit\n"
