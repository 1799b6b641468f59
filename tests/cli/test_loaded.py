"""What each command loads: start-up is most of a short command, so nobody pays for what others need.

``loaded.txt`` is the golden: command lines with the rooms and the libraries that are loaded when they end. A room more
there costs every run of the command about a hundredth, a library up to a tenth.
"""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli.app import COMMANDS
from tests.cli.test_cli import LIBRARIES
from tests.compare.reports import YEARS
from tests.goldens import Goldens

GOLDEN = Path(__file__).with_name("loaded.txt")
LINES = [line.removeprefix("$ ") for line in GOLDEN.read_text("utf-8").splitlines() if line.startswith("$ ")]

WATCHED = {
    *LIBRARIES,
    "asyncio",
    "email",
    "html",
    "http",
    "importlib.resources",
    "msgspec",
    "multiprocessing",
    "ssl",
    "yaml",
}
"""Libraries, and parts of Python's own that load much. Those that Typer loads are not ours to choose."""

SHOWING = """
import os, sys
os.sched_getaffinity = lambda *_: {0}
os.cpu_count = lambda: 1
def end(status):
    sys.stdout.flush()
    print(status, *sorted(sys.modules), file=sys.stderr)
    sys.stderr.flush()
    leave(status)
leave, os._exit = os._exit, end
from reportgen.cli import main
main()
"""
"""On one processor, where no copy of the process loads what the other has not."""


@pytest.mark.slow
def test_each_command_loads_what_it_needs(tmp_path: Path, goldens: Goldens) -> None:
    (tmp_path / "data").mkdir()
    for year in (2023, 2024, 2025):
        shutil.copy(YEARS / f"{year}.yaml", tmp_path / "data")
    goldens.check({GOLDEN: "\n".join(f"$ {line}\n{loaded(line, tmp_path)}" for line in LINES)})


def test_every_command_that_people_run_again_and_again_is_there() -> None:
    """Not those that wait for something, set up once, or draw pictures."""
    seldom = {"absorb", "fonts", "git-setup", "import", "init", "preview", "print", "schema", "watch"}
    assert {line.split()[1] for line in LINES} >= {entry.name for entry in COMMANDS} - seldom


def loaded(line: str, folder: Path) -> str:
    """The rooms and libraries that a command line has loaded when it ends without errors."""
    program, *arguments = shlex.split(line)
    assert program == "reportgen"
    ran = subprocess.run(
        [sys.executable, "-c", SHOWING, *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    status, *names = ran.stderr.splitlines()[-1].split()
    assert status == "0", ran.stderr
    rooms = {name.split(".")[1] for name in names if name.startswith("reportgen.")}
    return f"{' '.join(sorted(rooms))}\n{' '.join(sorted(WATCHED & set(names))) or '(no library)'}\n"
