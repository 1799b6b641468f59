"""Builds of reports as values: jobs, which this process does or others do, and what came of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from msgspec import Struct

from reportgen.cli.error_report import Crash, describe
from reportgen.cli.progress import StageTimes, Times
from reportgen.diagnostics import Diagnostic
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.workflows.build import Request, build
from reportgen.workflows.outputs import WriteResult
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from reportgen.writers.typesetting import Typesetter


class Job(Struct, frozen=True):
    """A report to build, in one or more styles; ``name`` tells it from the others."""

    workspace: Workspace
    year: int
    request: Request
    styles: tuple[str, ...]
    name: str


class Built(Struct, frozen=True):
    """What came of a job, and how long its stages took."""

    result: WriteResult
    times: Times


class Refused(Struct, frozen=True):
    """Why something could not be built, whatever is in its report: a style that is not there, a full disk."""

    diagnostic: Diagnostic


Outcome: TypeAlias = Built | Refused | Crash
Hear: TypeAlias = Callable[[str, str], None]
"""Called with the name of a job and each stage of it as it begins."""


def do_jobs(jobs: Sequence[Job], processes: int, hear: Hear) -> Iterator[Outcome]:
    """What came of each job, in order: done one after another here, or in several processes."""
    if processes <= 1:
        yield from attempt_jobs(jobs, hear)
    else:
        from reportgen.cli.side_by_side import do_side_by_side

        yield from do_side_by_side(jobs, processes, hear)


def do_job(job: Job, hear: Hear, memory: Memory = NOTHING_KEPT, typesetter: Typesetter | None = None) -> Built:
    """Builds a report; the ``memory`` of others that were built before saves work, and so does a ``typesetter``.

    Raises:
        CommandError: it cannot be built, whatever is in it.

    """
    times = StageTimes(partial(hear, job.name))
    result = build(job.workspace, job.year, job.request, times.begin, job.styles, memory, typesetter)
    return Built(result, times.taken())


def attempt_jobs(jobs: Iterable[Job], hear: Hear) -> Iterator[Outcome]:
    """Does one job after another; what keeps one from being done is no obstacle to the others.

    However many there are, it takes the memory of one: what each has left is collected, but for what all of them share.
    """
    memory = Memory()
    for number, job in enumerate(jobs):
        yield _attempt(job, hear, memory)
        if number == 0:
            gc.freeze()  # modules, fonts, style sheets: not looked through again
        gc.collect()


def _attempt(job: Job, hear: Hear, memory: Memory) -> Outcome:
    try:
        return do_job(job, hear, memory)
    except CommandError as refused:
        return Refused(refused.diagnostic)
    except Exception as failure:  # noqa: BLE001 - the top of one build of several
        return describe(failure)
