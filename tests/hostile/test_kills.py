"""Whenever a process that writes is killed, there is what was there before or what it makes, whole, and no litter.

``pytest --kills 1000`` (``make hostile``) kills more builds at random moments.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from reportgen.workspace.writing import finish_interrupted
from tests.support import MINIMAL, ROOT
from tests.workflows.test_build import built_in, workspace_of

pytestmark = pytest.mark.slow

resource = pytest.importorskip("resource", reason="signals and copies of a process need a Unix")

CROOKED = MINIMAL.replace("  title", "    title")
PORTION = 16

BEFORE = {
    "build": {"report.docx": "old docx", "report.pdf": "old pdf"},
    "first": {},
    "fmt": {"2025.yaml": CROOKED},
    "new": {"2025.yaml": MINIMAL},
}
SCHEMA = "report.schema.json"
AFTER = {
    "build": {"report.docx": "new docx", "report.pdf": "new pdf"},
    "first": {"report.docx": "new docx", "report.pdf": "new pdf"},
    "fmt": {"2025.yaml": MINIMAL},
    "new": {"2025.yaml": MINIMAL, "2026.yaml": "# yaml-language-server: ", SCHEMA: "{"},
}
"""What is in the folder, by task of ``killing.py``: how each file begins."""


class Kill(NamedTuple):
    """How a process ended, and the folder then and after the next command."""

    ended: int
    killed: dict[str, str]
    settled: dict[str, str]


def _kills(folder: Path, task: str, number: signal.Signals) -> list[Kill]:
    """A task killed at every call to the system; the last one was not killed any more."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.hostile.killing", folder / "w", task, number.name],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=600,
    )
    assert ran.stderr == b""
    return [Kill(*json.loads(line)) for line in ran.stdout.splitlines()]


def _is(contents: dict[str, str], expected: dict[str, str]) -> bool:
    """Whether a folder has these files and no others."""
    return set(contents) == set(expected) and all(contents[name].startswith(expected[name]) for name in expected)


def _without_lone_schema(contents: dict[str, str]) -> dict[str, str]:
    """A folder where ``new`` got no further than the schema is as it was: the command can run again."""
    return contents if "2026.yaml" in contents else {name: text for name, text in contents.items() if name != SCHEMA}


@pytest.mark.parametrize("task", BEFORE)
def test_killed_at_any_call_there_is_the_old_or_the_new(tmp_path: Path, task: str) -> None:
    kills = _kills(tmp_path, task, signal.SIGKILL)
    settled = [_without_lone_schema(kill.settled) for kill in kills]
    states = [(_is(each, BEFORE[task]), _is(each, AFTER[task])) for each in settled]
    assert all(old != new for old, new in states), [kill.settled for kill in kills]
    assert states.index((False, True)) == states.count((True, False)), "once new, it stays new"
    assert {kill.ended for kill in kills[:-1]} == {-signal.SIGKILL}
    assert sum(1 for kill in kills if kill.killed != kill.settled) > 20, "there was something to heal"


def test_killed_between_two_moves_each_file_is_whole(tmp_path: Path) -> None:
    """What the next command finishes is a matter of two files, never of half of one."""
    kills = _kills(tmp_path, "build", signal.SIGKILL)
    pairs = [(kill.killed["report.docx"][:3], kill.killed["report.pdf"][:3]) for kill in kills]
    assert set(pairs) == {("old", "old"), ("new", "old"), ("new", "new")}
    lengths = {len(text) for kill in kills for name, text in kill.killed.items() if name.startswith("report")}
    assert len(lengths) == 1


@pytest.mark.parametrize(
    ("task", "number", "status"),
    [
        ("build", signal.SIGINT, 130),
        ("build", signal.SIGTERM, -signal.SIGTERM),
        ("build", signal.SIGHUP, -signal.SIGHUP),
        ("first", signal.SIGINT, 130),
        ("fmt", signal.SIGTERM, -signal.SIGTERM),
        ("new", signal.SIGINT, 130),
    ],
)
def test_asked_to_end_at_any_call_it_leaves_the_old_or_the_new(
    tmp_path: Path, task: str, number: signal.Signals, status: int
) -> None:
    """There is nothing to heal, and not even a folder is left that was made in vain."""
    kills = _kills(tmp_path, task, number)
    states = [(_is(kill.killed, BEFORE[task]), _is(kill.killed, AFTER[task])) for kill in kills]
    assert all(old != new for old, new in states), [kill.killed for kill in kills]
    assert states.index((False, True)) == states.count((True, False)), "once new, it stays new"
    assert {kill.ended for kill in kills[:-1]} == {status}
    assert all(kill.killed == kill.settled for kill in kills)


def test_killed_at_any_moment_a_build_leaves_one_pair(tmp_path: Path, kills: range) -> None:
    """Half are killed anywhere in their run, half once they write."""
    folder = workspace_of(tmp_path / "w")
    outputs = folder / "build" / "2025"
    pairs = []
    for style in ("official", "plenary"):
        built_in(folder, style)
        pairs.append({path.name: path.read_bytes() for path in outputs.iterdir()})
    ended = []
    for number in kills:
        ended.append(_kill_build(folder, random.Random(number), number))
        finish_interrupted(outputs)
        assert {path.name: path.read_bytes() for path in outputs.iterdir()} in pairs, number
    assert set(ended) & {-signal.SIGKILL, 130, -signal.SIGTERM, -signal.SIGHUP}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "kills" in metafunc.fixturenames:
        number = metafunc.config.getoption("--kills")
        portions = [range(start, min(start + PORTION, number)) for start in range(0, number, PORTION)]
        metafunc.parametrize("kills", portions, ids=lambda portion: f"{portion.start}-{portion.stop - 1}")


_BUILD = """
import sys
from reportgen.cli.interruption import exit_on_interrupt
exit_on_interrupt()
print("ready", flush=True)
from reportgen.cli import main
sys.argv[1:] = ["build", "2025", "--style", sys.argv[1]]
main()
"""
"""Python shows a trace of its own where Ctrl-C comes before a program of its has begun."""


def _kill_build(folder: Path, chance: random.Random, number: int) -> int:
    sent = chance.choice((signal.SIGKILL, signal.SIGINT, signal.SIGHUP, signal.SIGTERM))
    style = ("official", "plenary")[number % 2]
    with subprocess.Popen(
        [sys.executable, "-c", _BUILD, style],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as build:
        assert build.stdout is not None
        build.stdout.readline()
        if number % 4 < 2:
            time.sleep(chance.random() * 2)
        else:
            while not (folder / "build" / "2025" / ".reportgen-lock").exists() and build.poll() is None:
                time.sleep(0.0005)
            time.sleep(chance.random() * 0.03)
        build.send_signal(sent)
        _, errors = build.communicate(timeout=120)
    assert b"Traceback" not in errors
    assert build.returncode in (0, 130 if sent is signal.SIGINT else -sent)
    return build.returncode
