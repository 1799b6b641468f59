"""A separate program: builds reports whose jobs it reads from standard input, and writes what came of them.

``side_by_side.py`` runs it. It ends when its input does, whatever ended the program at the other end: at once, or once
the files that it is writing are written.
"""

import gc
import os
import pickle
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from reportgen.cli.build_jobs import Job, attempt_jobs


def main() -> None:
    """Does one job after another; the stages of each are reported as they begin."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    answers, jobs = _take_output(), SimpleQueue[Job]()
    Thread(target=_listen, args=(jobs,), daemon=True).start()
    for outcome in attempt_jobs(iter(jobs.get, None), lambda _, stage: _send(answers, stage)):
        _send(answers, outcome)


def _take_output() -> BinaryIO:
    """Standard output for the answers alone; what libraries may print there goes to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _send(answers: BinaryIO, answer: object) -> None:
    pickle.dump(answer, answers)
    answers.flush()


def _listen(jobs: SimpleQueue[Job]) -> None:
    """Reads jobs until there is nobody who sends any; then has the main thread stop, where it may."""
    try:
        while True:
            jobs.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - from our own program
    except EOFError:
        signal.raise_signal(signal.SIGINT)


if __name__ == "__main__":
    main()
