"""Times commands at n, 2n and 4n bytes, each in a fresh process; prints tables and keeps nothing.

The first has every command, at reports of many entries, of a long text, nested deeply, and of entries all alike; the
second every kind of input that once grew out of hand. Run it with ``make bench-growth``; a ratio of 2 is linear, one
of 4 quadratic. ``python -m benchmarks.growth WORD`` times the rows with a word in them alone, ``--times 25`` at sizes
so many times as large: some 10 MB or 50,000 entries, near what a report file may have.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.growth_shapes import SHAPES, edit_in_word, make_shape
from benchmarks.measuring import Cost, measure
from tests.hostile.growing import KINDS, Kind, write_kind

_BUILD_DOCX = "build 2025 --format docx"
_REDLINE = "redline.docx"
COMMANDS = (
    "check 2025",
    "check 2025 --pages",
    "build 2025 --format txt,html,wechat,markdown",
    _BUILD_DOCX,
    "build 2025 --format pdf",
    "fmt 2025 --check",
    "fmt 2025 --diff",
    "textconv data/2025.yaml",
    "metrics",
    "metrics --format csv,xlsx",
    "follow 2024 2025",
    "diff 2024 2025",
    "diff 2024 2025 --format docx",
    f"diff 2024 2025 --redline {_REDLINE}",
    "verify build/2025/report.docx",
    "verify build/2025/report.pdf",
    "import build/2025/report.docx --year 2020",
    "absorb edited.docx",
    "absorb longer.docx",
    "styles 2025 --preview --style plenary",
    "print 2025 --booklet",
    "new 2026",
)
"""Command lines in an order in which each finds what it reads."""

_PARTS = (4, 2, 1)
SIZE = 400_000
"""Bytes of the largest file of a shape."""
_LEAST = 0.05
"""Seconds above those of a small input from which a ratio says something."""


def main() -> None:
    """Prints both tables, or the rows of them that are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*")
    parser.add_argument("--times", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small = make_shape("alike", 1000, Path(folder) / "small")
        table = _Table(tuple(asked.words), _measure(COMMANDS[0].split(), small).cpu)
        table.print_head("shape")
        for shape in SHAPES:
            if any(table.is_asked_for(_label(shape, command)) for command in COMMANDS):
                sizes = (SIZE * asked.times // part for part in _PARTS)
                _time_shape(table, shape, [make_shape(shape, size, Path(folder) / f"{shape} {size}") for size in sizes])
    table.print_head("kind")
    for kind in KINDS:
        _time_kind(table, kind, asked.times)


class _Table(NamedTuple):
    """Which rows are printed, and the CPU seconds of a small input."""

    words: tuple[str, ...]
    usual: float

    def is_asked_for(self, label: str) -> bool:
        """Whether a row has all the words."""
        return all(word in label for word in self.words)

    def print_head(self, first: str) -> None:
        """The columns."""
        sizes = "".join(f"{size:>8}" for size in ("n", "2n", "4n"))
        print(f"{_label(first, 'command')}{'KB':>7}{sizes}  4n/2n{'MB':>6}   (CPU seconds)")

    def print_row(self, label: str, kilobytes: float, costs: Sequence[Cost]) -> None:
        """A row; without a ratio where there is too little to compare."""
        half, whole = (cost.cpu - self.usual for cost in costs[1:])
        ratio = f"{whole / half:7.1f}" if half > _LEAST else "      –"
        times = "".join(f"{cost.cpu:>8.2f}" for cost in costs)
        print(f"{label}{kilobytes:>7.0f}{times}{ratio}{costs[-1].peak:>6.0f}", flush=True)


def _label(first: str, command: str) -> str:
    return f"{first:<36}{command:<42}"


def _time_shape(table: _Table, shape: str, workspaces: Sequence[Path]) -> None:
    """A row for every command that finds the files it reads; a report with errors makes none."""
    kilobytes = (workspaces[-1] / "data" / "2025.yaml").stat().st_size / 1000
    for command in COMMANDS:
        if not _reads_what_is_there(command, workspaces[-1]):
            continue
        label = _label(shape, command)
        if table.is_asked_for(label):
            table.print_row(label, kilobytes, [_measure(command.split(), workspace) for workspace in workspaces])
        elif any(table.is_asked_for(_label(shape, reader)) for reader in _readers(command)):
            for workspace in workspaces:
                _measure(command.split(), workspace)
        if command == _BUILD_DOCX and _reads_what_is_there("verify build/2025/report.docx", workspaces[-1]):
            for workspace in workspaces:
                edit_in_word(workspace)


def _readers(command: str) -> Iterator[str]:
    """The commands that read what one builds."""
    ending = command.rpartition(" ")[2]
    return (each for each in COMMANDS if command.startswith("build") and f".{ending}" in each)


def _reads_what_is_there(command: str, workspace: Path) -> bool:
    return all((workspace / each).exists() for each in command.split() if "." in each and each != _REDLINE)


def _time_kind(table: _Table, kind: Kind, times: int) -> None:
    """The row of a kind."""
    if not table.is_asked_for(label := _label(kind.name, " ".join(kind.command))):
        return
    costs: list[Cost] = []
    for part in _PARTS:
        with tempfile.TemporaryDirectory() as folder:
            written = write_kind(kind, kind.size * times // part, Path(folder))
            costs.append(_measure(kind.command, Path(folder)))
    table.print_row(label, written / 1000, costs)


def _measure(command: Sequence[str], folder: Path) -> Cost:
    """What a command costs, whatever it finds."""
    return measure([sys.executable, "-m", "reportgen", *command], folder, allowed=(0, 1, 2, 3))


if __name__ == "__main__":
    main()
