"""Times rebuilds as ``watch`` makes them, in one process, each after a save that changed one sentence.

Usage: python -m benchmarks.warm WORKSPACE
"""

import gc
import os
import statistics
import sys
import time
from pathlib import Path

from reportgen.workflows.build import Request
from reportgen.workflows.watch import WatchedReport
from reportgen.workspace.files import find_workspace

REBUILDS = 200
SAMPLE = 20
SENTENCE = "全年征集提案"


def main(folder: Path) -> None:
    """Prints the CPU milliseconds of the first build, of early and late rebuilds, and the memory at both ends."""
    gc.disable()  # as the program does
    watched = WatchedReport(find_workspace(folder, exact=True), 2025, Request(), ("plenary",))
    path = folder / "data" / "2025.yaml"
    text = path.read_text("utf-8")
    times, sizes = [rebuild(watched)], [0.0]
    gc.freeze()
    for number in range(REBUILDS):
        path.write_text(text.replace(SENTENCE, f"全年第{number}次征集提案", 1), "utf-8")
        times.append(rebuild(watched))
        sizes.append(megabytes())
    path.write_text(text, "utf-8")
    early, late = (statistics.median(part) for part in (times[1 : SAMPLE + 1], times[-SAMPLE:]))
    print(f"watch, first build                {times[0]:>8.0f} ms")
    print(f"  one sentence saved              {early:>8.0f} ms  {sizes[SAMPLE]:>6.0f} MB")
    print(f"  the same after {REBUILDS} rebuilds      {late:>8.0f} ms  {sizes[-1]:>6.0f} MB")


def rebuild(watched: WatchedReport) -> float:
    """CPU milliseconds of a build with its files written, and of clearing up after it."""
    began = time.process_time()
    assert watched.write(watched.compile()).outputs
    gc.collect()
    return (time.process_time() - began) * 1000


def megabytes() -> float:
    """What the process holds in memory now; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if statm.exists() else 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
