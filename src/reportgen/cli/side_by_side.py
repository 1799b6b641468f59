"""Jobs done side by side, each process a Python of its own; what comes of them is handed on in the order of the jobs.

Processes are started anew everywhere, not forked: that is safe on every system, whatever threads and libraries are
at work. A thread a process hands it jobs and listens; the main thread alone says what was heard.
"""

import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeAlias

from reportgen.cli.build_jobs import Hear, Job, Outcome, Refused
from reportgen.diagnostics import Diagnostic

_WORKER = Path(__file__).with_name("build_worker.py")
_LOOKING = 0.2
"""Seconds the main thread waits at a time: on Windows Ctrl-C is not heard meanwhile."""

_RUNS_A_PROCESS = 4
_LONGEST_RUN = 8
"""Jobs that one process does in a row: those of following years share their reports."""

_Run: TypeAlias = Sequence[tuple[int, Job]]
_Answers: TypeAlias = SimpleQueue[tuple[int, str | Outcome]]


def do_side_by_side(jobs: Sequence[Job], processes: int, hear: Hear) -> Iterator[Outcome]:
    """What came of each job, in order. A process that ends early costs its job, and another takes its place."""
    waiting, answers = deque(_runs(jobs, processes)), _Answers()
    threads = [Thread(target=_serve, args=(waiting, answers), daemon=True) for _ in range(processes)]
    for thread in threads:
        thread.start()
    early: dict[int, Outcome] = {}
    for index in range(len(jobs)):
        while index not in early:
            number, answer = _next(answers, threads)
            if isinstance(answer, str):
                hear(jobs[number].name, answer)
            else:
                early[number] = answer
        if index == len(jobs) - 1:
            _end(threads)
        yield early.pop(index)


def _runs(jobs: Sequence[Job], processes: int) -> Iterator[_Run]:
    """The jobs with their numbers, in runs that grow short, so that no process is left with more to do than others."""
    numbered = tuple(enumerate(jobs))
    start = 0
    while start < len(jobs):
        length = max(1, min(_LONGEST_RUN, (len(jobs) - start) // (processes * _RUNS_A_PROCESS)))
        yield numbered[start : start + length]
        start += length


def _next(answers: _Answers, threads: Sequence[Thread]) -> tuple[int, str | Outcome]:
    while True:
        try:
            return answers.get(timeout=_LOOKING)
        except Empty:
            if not any(thread.is_alive() for thread in threads) and answers.empty():
                raise RuntimeError("unanswered") from None


def _end(threads: Sequence[Thread]) -> None:
    """Waits until the processes have ended, which have nothing left to do."""
    for thread in threads:
        thread.join()


def _serve(waiting: deque[_Run], answers: _Answers) -> None:
    """Has a process do jobs as long as there are any."""
    worker = _Worker()
    with suppress(IndexError):
        while True:
            for number, job in waiting.popleft():
                for answer in worker.do(job):
                    answers.put((number, answer))
    worker.end()


class _Worker:
    """A process that does one job after another, started when there is one to do."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def do(self, job: Job) -> Iterator[str | Outcome]:
        """The stages of a job as they begin, then what came of it."""
        try:
            process = self._process = self._process or _start()
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(job, process.stdin)
            process.stdin.flush()
            answer: str | Outcome = ""
            while isinstance(answer, str):
                answer = pickle.load(process.stdout)  # noqa: S301 - our own program, with our own rights
                yield answer
        except (OSError, EOFError, pickle.UnpicklingError) as failure:
            yield Refused(Diagnostic("process-ended", None, {"name": job.name, "reason": self._why(failure)}))

    def end(self) -> int:
        """Has the process end, which it does as soon as its input ends; how it ended."""
        process, self._process = self._process, None
        if process is None:
            return 0
        with suppress(OSError), process:
            pass
        return process.wait()

    def _why(self, failure: Exception) -> str:
        """How the process ended, by the name of the signal or the number of its exit status."""
        if self._process is None:
            return str(failure)
        status = self.end()
        return signal.Signals(-status).name if status < 0 else str(status)


def _start() -> subprocess.Popen[bytes]:
    """Starts a process, which does not hear Ctrl-C but ends with its input, and so with this process."""
    command = [sys.executable, "-P", str(_WORKER), *sys.argv[1:]]  # of the options its language matters
    pipe, flags = subprocess.PIPE, getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, start_new_session=True, creationflags=flags)  # noqa: S603 - ours
