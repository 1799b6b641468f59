"""A program that is killed at every call to the system while it writes; run by ``test_writing.py``.

``python -m tests.hostile.killing FOLDER TASK SIGNAL`` prints a line of JSON for each kill: how the process ended, what
was in the folder then, and what was there after the next command. Each time a copy of this process does the task anew
and sends itself the signal one call later.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from typing import Any, NamedTuple

from reportgen.cli.interruption import exit_on_interrupt
from reportgen.diagnostics import Findings
from reportgen.workflows.fmt import FormatOptions, format_report
from reportgen.workflows.new import begin_year
from reportgen.workflows.outputs import BuildResult, write_outputs
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.writing import finish_interrupted
from tests.support import MINIMAL

FORMATS = ("docx", "pdf")
CHANGES = {"chmod", "chown", "close", "flock", "fsync", "link", "mkdir", "open", "rename", "replace", "rmdir", "unlink"}
FINISHED = 77
"""How a task ends that nothing killed."""


class Task(NamedTuple):
    """What is there before, what is done, and the folder that is looked at."""

    prepare: Callable[[Path], None]
    run: Callable[[Workspace], object]
    folder: str


def _builds(made: str) -> Callable[[Workspace], object]:
    contents = {name: f"{made} {name}".encode() * 100 for name in FORMATS}
    result = BuildResult(contents, Findings())
    return lambda workspace: write_outputs(workspace, result, 2025, workspace.output_folder(2025) / "report")


def _report(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "2025.yaml").write_text(MINIMAL, "utf-8")


def _crooked_report(folder: Path) -> None:
    _report(folder)
    (folder / "data" / "2025.yaml").write_text(MINIMAL.replace("  title", "    title"), "utf-8")


def _built(folder: Path) -> None:
    _report(folder)
    _builds("old")(find_workspace(folder, exact=True))


TASKS = {
    "build": Task(_built, _builds("new"), "build/2025"),
    "first": Task(_report, _builds("new"), "build/2025"),
    "fmt": Task(_crooked_report, lambda workspace: format_report(workspace, 2025, FormatOptions()), "data"),
    "new": Task(_report, lambda workspace: begin_year(workspace, 2026), "data"),
}


def _killed_at(number: int, point: int) -> Callable[[Any, str, Any], None]:
    """A profile function: sends a signal at the beginning or the end of a call to the system, counted from 1."""
    calls = 0

    def at_call(_frame: Any, event: str, function: Any) -> None:
        nonlocal calls
        if event in ("c_call", "c_return") and _is_system(function):
            calls += 1
            if calls == point:
                os.kill(os.getpid(), number)

    return at_call


def _is_system(function: Any) -> bool:
    """Whether a built-in function has the system change something: those that only look are not between changes."""
    return function.__name__ in CHANGES or type(getattr(function, "__self__", None)).__name__ == "BufferedWriter"


def _kill(folder: Path, task: Task, number: int, point: int) -> int:
    """How a process ends that does a task and is sent a signal at one point: its status, or a signal below zero."""
    child = os.fork()
    if child == 0:
        sys.setprofile(_killed_at(number, point))
        try:
            task.run(find_workspace(folder, exact=True))
            sys.setprofile(None)
        finally:
            os._exit(FINISHED)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode()[:200] for path in folder.iterdir()} if folder.is_dir() else {}


def main() -> None:
    folder, task, number = Path(sys.argv[1]), TASKS[sys.argv[2]], signal.Signals[sys.argv[3]]
    exit_on_interrupt()
    point, ended = 0, 0
    while ended != FINISHED:
        point += 1
        rmtree(folder, ignore_errors=True)
        task.prepare(folder)
        ended = _kill(folder, task, number, point)
        killed = _contents(folder / task.folder)
        finish_interrupted(folder / task.folder)
        print(json.dumps([ended, killed, _contents(folder / task.folder)]), flush=True)


if __name__ == "__main__":
    main()
