"""Times commands at n, 2n and 4n bytes, each in a fresh process; prints tables and keeps nothing.

The first has every command, at reports of many entries, of a long text, nested deeply, and of entries all alike; the
second every kind of input that once grew out of hand. Run it with ``make bench-growth``; a ratio of 2 is linear, one
of 4 quadratic. ``python -m benchmarks.growth WORD`` times the rows with a word in them alone.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.growth_shapes import SHAPES, edit_in_word, make_shape
from benchmarks.measuring import Cost, measure
from tests.hostile.growing import KINDS, Kind, write_kind

COMMANDS = (
    "check 2025",
    "check 2025 --pages",
    "build 2025 --format txt,html,markdown",
    "build 2025 --format docx",
    "build 2025 --format pdf",
    "fmt 2025 --diff",
    "textconv data/2025.yaml",
    "metrics",
    "follow 2024 2025",
    "diff 2024 2025",
    "diff 2024 2025 --redline redline.docx",
    "verify build/2025/report.docx",
    "verify build/2025/report.pdf",
    "import build/2025/report.docx --year 2020",
    "absorb edited.docx",
    "styles --preview --style plenary",
    "print 2025 --booklet",
    "new 2026",
)
"""Command lines in an order in which each finds what it reads."""

SIZE = 400_000
"""Bytes of the largest file of a shape."""
_LEAST = 0.05
"""Seconds above those of a small input from which a ratio says something."""


def main() -> None:
    """Prints both tables."""
    _print_head("shape")
    with tempfile.TemporaryDirectory() as folder:
        small = make_shape("alike", 1000, Path(folder) / "small")
        usual = _measure(COMMANDS[0].split(), small).cpu
        for shape in SHAPES:
            _time_shape(
                shape, [make_shape(shape, SIZE // part, Path(folder) / f"{shape}-{part}") for part in (4, 2, 1)], usual
            )
    _print_head("kind")
    for kind in KINDS:
        _time_kind(kind, usual)


def _print_head(first: str) -> None:
    print(f"{first:<36}{'command':<42}{'KB':>7}{'n':>7}{'2n':>7}{'4n':>7}  4n/2n{'MB':>6}   (CPU seconds)")


def _time_shape(shape: str, workspaces: Sequence[Path], usual: float) -> None:
    """A row for every command that finds the files it reads; a report with errors makes none."""
    kilobytes = (workspaces[-1] / "data" / "2025.yaml").stat().st_size / 1000
    for command in COMMANDS:
        label = f"{shape:<36}{command:<42}"
        if not _is_asked_for(label) and not command.startswith("build"):
            continue
        if "edited" in command:
            _edit_all(workspaces)
        if all((workspaces[-1] / each).exists() for each in command.split() if "." in each and "redline" not in each):
            _print_row(label, kilobytes, [_measure(command.split(), workspace) for workspace in workspaces], usual)


def _edit_all(workspaces: Sequence[Path]) -> None:
    """An edited Word file beside each that was built."""
    for workspace in workspaces:
        if (workspace / "build" / "2025" / "report.docx").exists():
            edit_in_word(workspace)


def _time_kind(kind: Kind, usual: float) -> None:
    """The row of a kind."""
    if not _is_asked_for(label := f"{kind.name:<36}{' '.join(kind.command):<42}"):
        return
    costs: list[Cost] = []
    for part in (4, 2, 1):
        with tempfile.TemporaryDirectory() as folder:
            written = write_kind(kind, kind.size // part, Path(folder))
            costs.append(_measure(kind.command, Path(folder)))
    _print_row(label, written / 1000, costs, usual)


def _is_asked_for(label: str) -> bool:
    return all(word in label for word in sys.argv[1:])


def _print_row(label: str, kilobytes: float, costs: Sequence[Cost], usual: float) -> None:
    half, whole = (cost.cpu - usual for cost in costs[1:])
    ratio = f"{whole / half:7.1f}" if half > _LEAST else "      –"
    times = "".join(f"{cost.cpu:>7.2f}" for cost in costs)
    print(f"{label}{kilobytes:>7.0f}{times}{ratio}{costs[-1].peak:>6.0f}", flush=True)


def _measure(command: Sequence[str], folder: Path) -> Cost:
    """What a command costs, whatever it finds."""
    return measure([sys.executable, "-m", "reportgen", *command], folder, allowed=(0, 1, 2))


if __name__ == "__main__":
    main()
