"""What ``build`` does once its command line is read: builds reports, says what was written, opens it if asked to."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.cli import messages
from reportgen.cli.build_jobs import Built, Job, Outcome, Refused, do_job, do_jobs
from reportgen.cli.build_plan import BuildArgs, Chosen, plan_jobs, process_count
from reportgen.cli.console import Console, exit_status
from reportgen.cli.environment import open_file
from reportgen.cli.error_report import Crash, report_crash
from reportgen.diagnostics import Diagnostic, Findings
from reportgen.workflows.outputs import WriteResult
from reportgen.writers.typesetting import Typesetter

_MOST_OPENED = 5
"""Files that are opened at once; of more, the folder is."""


def build_reports(
    console: Console, chosen: Sequence[Chosen | Refused], args: BuildArgs, typesetter: Typesetter | None
) -> int:
    """Builds the reports of some workspaces and says of each what was written; the worst exit status of them all.

    A ``typesetter`` is at hand where there is one report alone.
    """
    planned = tuple(plan_jobs(chosen, args))
    jobs = tuple(each for each in planned if isinstance(each, Job))
    if len(planned) == len(jobs) == 1:
        outcomes: Iterator[Outcome] = iter((do_job(jobs[0], console.progress, typesetter=typesetter),))
    else:
        outcomes = do_jobs(jobs, process_count(jobs, args.processes), console.progress)
    account = _Account(console, has_names=len(planned) > 1, is_verbose=args.verbose)
    for each in planned:
        if isinstance(each, Refused):
            account.refuse(each.diagnostic)
        else:
            account.add(each, next(outcomes))
    if args.open_result:
        account.open_files()
    return account.conclude()


class _Account:
    """Prints the outcome of each report, and at the end the result of all of them."""

    def __init__(self, console: Console, *, has_names: bool, is_verbose: bool) -> None:
        self._console = console
        self._has_names = has_names
        self._is_verbose = is_verbose
        self._written: list[tuple[Job, WriteResult]] = []
        self._found: list[Diagnostic] = []
        self._refusals: list[Diagnostic] = []
        self._crashes: dict[Crash, Diagnostic] = {}

    def add(self, job: Job, outcome: Outcome) -> None:
        """Prints the outcome of a job."""
        name = job.name if self._has_names else ""
        if isinstance(outcome, Built):
            self._console.report_outputs(outcome.result, job.workspace.shown, name)
            self._written.append((job, outcome.result))
            self._found += outcome.result.findings
            if self._is_verbose:
                self._console.times(job.name, outcome.times)
            return
        if isinstance(outcome, Crash) and outcome not in self._crashes:
            self._crashes[outcome] = report_crash(outcome)
        self.refuse(self._crashes[outcome] if isinstance(outcome, Crash) else outcome.diagnostic)
        self._console.say_nothing_written(name)

    def refuse(self, diagnostic: Diagnostic) -> None:
        """Reports why something could not be built, once for everything it concerns."""
        if diagnostic not in self._refusals:
            self._refusals.append(diagnostic)
            self._found.append(diagnostic)
            self._console.report(Findings((diagnostic,)))

    def open_files(self) -> None:
        """Opens one file of each report, its PDF if there is one, or the folder of them all if there are many."""
        chosen = [(job, path) for job, result in self._written if (path := _file_to_open(result))]
        if len(chosen) > _MOST_OPENED:
            chosen = [(chosen[0][0], _common_folder([path for _, path in chosen]))]
        for job, path in chosen:
            if not open_file(path):
                self._console.say(messages.UNOPENED, path=job.workspace.shown(path))

    def conclude(self) -> int:
        """Prints the results for programs, where that is asked for; the exit status."""
        console, results = self._console, [result for _, result in self._written]
        outputs = [each for result in results for each in console.outputs_as_json(result.outputs)]
        missed = [*dict.fromkeys(name for result in results for name in result.stood_in)]
        found = console.diagnostics_as_json(self._found)
        console.result({"outputs": outputs, "fonts_missed": missed, "diagnostics": found})
        return exit_status(self._found)


def _common_folder(paths: Sequence[Path]) -> Path:
    """The innermost folder that all files are in; that of the first where they are on several drives of Windows."""
    try:
        return Path(os.path.commonpath([path.parent for path in paths]))
    except ValueError:
        return paths[0].parent


def _file_to_open(result: WriteResult) -> Path | None:
    paths = [Path(output.path) for output in result.outputs]
    return next((path for path in paths if path.suffix == ".pdf"), next(iter(paths), None))
