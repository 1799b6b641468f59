"""Processes that build for another: their one stream of answers, and how the end of one is reported."""

import subprocess
import sys

import pytest

from reportgen.cli.side_by_side import _Worker

pytestmark = pytest.mark.slow

PRINTING = """\
import os
from reportgen.cli.build_worker import _take_output
answers = _take_output()
print("of a library", flush=True)
os.write(1, b"of one in C\\n")
answers.write(b"an answer")
answers.flush()
"""


def test_what_libraries_print_is_no_answer() -> None:
    ran = subprocess.run([sys.executable, "-c", PRINTING], capture_output=True, check=True)
    assert (ran.stdout, ran.stderr.decode().splitlines()) == (b"an answer", ["of a library", "of one in C"])


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("import sys; sys.stdin.read()", "0"),
        ("raise SystemExit(3)", "3"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "SIGKILL"),
    ],
)
def test_a_process_ended_by_a_signal_is_named_by_it(code: str, how: str) -> None:
    worker = _Worker()
    worker._process = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert worker._why(EOFError("gone")) == how
    assert worker._why(EOFError("gone")) == "gone"
    assert worker.end() == 0
