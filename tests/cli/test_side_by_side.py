"""Jobs that several processes do: answered in their order; and what becomes of a process that ends early."""

import io
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from types import SimpleNamespace

import pytest

from reportgen.cli import side_by_side
from reportgen.cli.build_jobs import Job, Outcome, Refused
from reportgen.cli.side_by_side import _Worker, do_side_by_side
from reportgen.diagnostics import Diagnostic
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import Workspace

WORKSPACE = Workspace(Path("w"), Path("styles"))


def jobs(count: int) -> list[Job]:
    """So many jobs, named from 0 on."""
    return [Job(WORKSPACE, 2000 + number, Request(CheckOptions()), (), str(number)) for number in range(count)]


def done(name: str) -> Refused:
    """What comes of a job in these tests."""
    return Refused(Diagnostic("process-ended", None, {"name": name, "reason": "x"}))


class Worker:
    """A worker whose first job, where there are others, takes until all those are done and waited for in vain."""

    ended = 0
    waited = 0
    is_time = threading.Event()

    def do(self, job: Job) -> Iterator[str | Outcome]:
        assert threading.current_thread().daemon, "a process that hangs keeps the program from ending"
        yield "read"
        if job.name == "0":
            self.is_time.wait()
        yield "pdf"
        yield done(job.name)

    def end(self) -> int:
        type(self).ended += 1
        return 0


class Answers(SimpleQueue[object]):
    """The answers of workers, which know how often the main thread has looked in vain since one of them ended."""

    def get(self, block: bool = True, timeout: float | None = None) -> object:
        try:
            return super().get(block, timeout)
        except Empty:
            Worker.waited += Worker.ended > 0
            if Worker.waited > 3:
                Worker.is_time.set()
            raise


@pytest.mark.parametrize(("count", "processes"), [(1, 1), (2, 2), (7, 2), (7, 5)])
def test_answers_come_in_the_order_of_the_jobs(monkeypatch: pytest.MonkeyPatch, count: int, processes: int) -> None:
    """However long the main thread has to wait for one; with the last, all processes have ended."""
    monkeypatch.setattr(side_by_side, "_Worker", Worker)
    monkeypatch.setattr(side_by_side, "_Answers", Answers)
    monkeypatch.setattr(side_by_side, "_LOOKING", 0.001)
    for name, value in (("ended", 0), ("waited", 0), ("is_time", threading.Event())):
        monkeypatch.setattr(Worker, name, value)
    if processes == 1:
        Worker.is_time.set()
    heard: list[tuple[str, str]] = []
    outcomes = do_side_by_side(jobs(count), processes, lambda name, stage: heard.append((name, stage)))
    for number in range(count):
        assert next(outcomes) == done(str(number))
    assert Worker.ended == processes
    assert sorted(heard) == [(str(number), stage) for number in range(count) for stage in ("pdf", "read")]
    assert list(outcomes) == []


def test_an_outcome_without_a_message_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "_serve", lambda _waiting, _answers: None)
    monkeypatch.setattr(side_by_side, "_LOOKING", 0.001)
    with pytest.raises(RuntimeError, match="unanswered"):
        list(do_side_by_side(jobs(2), 2, lambda _name, _stage: None))


class Process:
    """A process that gives its answers, then ends with a status."""

    def __init__(self, status: int, *answers: object) -> None:
        self.stdin, self.stdout = io.BytesIO(), io.BytesIO(b"".join(map(pickle.dumps, answers)))
        self._status = status
        self.is_left = False

    def __enter__(self) -> "Process":
        return self

    def __exit__(self, *_: object) -> None:
        self.is_left = True

    def wait(self) -> int:
        assert self.is_left
        return self._status


def test_one_process_does_one_job_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    started = [Process(0, "read", done("0"), "read", "pdf", done("1")), Process(0, done("2"))]
    process = started[0]
    monkeypatch.setattr(side_by_side, "_start", lambda: started.pop(0))
    worker = _Worker()
    assert worker.end() == 0
    assert [*worker.do(jobs(1)[0])] == ["read", done("0")]
    assert [*worker.do(jobs(2)[1])] == ["read", "pdf", done("1")]
    process.stdin.seek(0)
    assert [pickle.load(process.stdin).name for _ in range(2)] == ["0", "1"]
    assert worker.end() == 0
    assert [*worker.do(jobs(3)[2])] == [done("2")]


@pytest.mark.parametrize(("status", "reason"), [(0, "0"), (1, "1"), (3, "3"), (-1, "SIGHUP"), (-9, "SIGKILL")])
def test_a_process_that_ends_costs_its_job_and_another_takes_its_place(
    monkeypatch: pytest.MonkeyPatch, status: int, reason: str
) -> None:
    started = [Process(status, "read"), Process(0, done("1"))]
    monkeypatch.setattr(side_by_side, "_start", lambda: started.pop(0))
    worker = _Worker()
    ended = Diagnostic("process-ended", None, {"name": "0", "reason": reason})
    assert [*worker.do(jobs(1)[0])] == ["read", Refused(ended)]
    assert [*worker.do(jobs(2)[1])] == [done("1")]


def test_a_process_that_cannot_be_started_costs_its_job(monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> SimpleNamespace:
        raise OSError("no more processes")

    monkeypatch.setattr(side_by_side, "_start", start)
    ended = Diagnostic("process-ended", None, {"name": "0", "reason": "no more processes"})
    assert [*_Worker().do(jobs(1)[0])] == [Refused(ended)]


def test_a_process_hears_no_ctrl_c_and_speaks_the_language_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends with its input, once what it is writing is written."""

    def start(command: list[str], *, start_new_session: bool, creationflags: int, **_: object) -> list[str]:
        assert start_new_session
        assert creationflags == getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        return command

    monkeypatch.setattr(subprocess, "Popen", start)
    monkeypatch.setattr(sys, "argv", ["reportgen", "--lang", "zh", "build"])
    command = list(map(str, side_by_side._start()))  # type: ignore[call-overload]
    assert (command[:2], Path(command[2]).name) == ([sys.executable, "-P"], "build_worker.py")
    assert command[3:] == ["--lang", "zh", "build"]
