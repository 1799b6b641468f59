"""What a process cost, as the operating system counted it; the columns that every table of times has."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Wall seconds, CPU seconds of all its processes, and peak megabytes of the largest."""

    wall: float
    cpu: float
    peak: float


def measure(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    allowed: Sequence[int] = (0,),
) -> Cost:
    """Runs one command to its end; ends the program if its status is none that is allowed."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(wall, used.ru_utime + used.ru_stime, kilobytes / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of every column."""
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))
