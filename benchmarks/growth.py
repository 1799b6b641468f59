"""Times every kind of input that once grew out of hand, at n, 2n and 4n characters, each in a fresh process.

Prints a table and keeps nothing. Run it with ``make bench-growth``; a ratio of 2 is linear, one of 4 quadratic.
``python -m benchmarks.growth WORD`` times the kinds with a word in their row alone.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hostile.growing import KINDS, Kind, write_kind

_LEAST = 0.05
"""Seconds above those of a small input from which a ratio says something."""


def main() -> None:
    """Prints the table."""
    print(f"{'kind':<36}{'command':<34}{'KB':>7}{'n':>7}{'2n':>7}{'4n':>7}  4n/2n   (CPU seconds)")
    usual = measure(KINDS[0], 100)[1]
    for kind in KINDS:
        label = f"{kind.name:<36}{' '.join(kind.command):<34}"
        if all(word in label for word in sys.argv[1:]):
            sizes, times = zip(*(measure(kind, kind.size * times // 4) for times in (1, 2, 4)), strict=True)
            half, whole = (seconds - usual for seconds in times[1:])
            ratio = f"{whole / half:7.1f}" if half > _LEAST else "      –"
            print(f"{label}{sizes[-1] / 1000:>7.0f}" + "".join(f"{each:>7.2f}" for each in times) + ratio, flush=True)


def measure(kind: Kind, size: int) -> tuple[int, float]:
    """The bytes of an input, and the CPU seconds of its command."""
    with tempfile.TemporaryDirectory() as folder:
        written = write_kind(kind, size, Path(folder))
        command = [sys.executable, "-m", "reportgen", *kind.command]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            sys.exit(f"{command} ended with {process.returncode}")
    return written, used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
