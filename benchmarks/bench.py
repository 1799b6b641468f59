"""Times the installed program as people meet it: a fresh process each, from a wheel, nothing warm but the disk.

Prints a table of times, one beside the program's peers, one of processes that stay, and one of how well reports are
set; keeps nothing. Run it with ``make bench``.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from benchmarks.measuring import measure, median
from benchmarks.workloads import (
    REPORT,
    ROOT,
    copied_report,
    distinct_report,
    make_workspace,
    reworded_report,
    table_report,
    year_before,
)

RUNS = 11
STYLES = ("plenary", "official")
COMMANDS = (
    "--help",
    "check 2025",
    *(f"build 2025 --format {formats}" for formats in ("docx", "pdf", "docx,pdf", "html", "txt")),
    *(f"build 2025 --style {style}" for style in ("classic", "official", "lectern", "handout")),
    "fmt 2025 --check",
    "diff 2024 2025",
    "diff 2024 2025 --redline redline.docx",
    "follow 2024 2025",
    "metrics",
    "verify build/2025/report.docx",
    "verify build/2025/report.pdf",
    "import build/2025/report.docx --year 2023 --force",
    "absorb build/2025/report.docx",
    "textconv data/2025.yaml",
    "print 2025 --booklet",
    "styles",
    "styles --preview",
    "fonts",
    "schema report",
)
"""Command lines at two years of the real report; those that read an output come after the one that makes it."""
TABLE_ROWS = 1000
SECTIONS = 200
MANY = 100
"""Copies of the report in what is measured at length, and workspaces that one command builds."""
RUNS_OF_MANY = 3


def main() -> None:
    """Builds a wheel, installs it, and times everything; the quality of the setting comes last."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        program = install(place)
        time_commands(program, place)
        run_module("beside_peers", str(program))
        time_what_stays(program, place)
    print("How reports come out:")
    run_module("quality")


def time_commands(program: Path, place: Path) -> None:
    """Prints a row for every command at two years of the real size, and for some at large ones."""
    print(f"{'command':<44}{'wall ms':>9}{'CPU ms':>9}{'peak MB':>9}   (median of {RUNS} runs, or {RUNS_OF_MANY})")
    years = make_workspace(place / "years", y2024=year_before(), y2025=copied_report(1))
    row("python -c pass", [str(program.parent / "python"), "-c", "pass"], years)
    for arguments in COMMANDS:
        row(arguments, [str(program), *arguments.split()], years)
    table = make_workspace(place / "table", y2025=table_report(TABLE_ROWS))
    row(f"build --format docx, {TABLE_ROWS} metrics", [str(program), "build", "2025", "--format", "docx"], table)
    pair = make_workspace(place / "pair", **{f"y{year}": reworded_report(year, SECTIONS) for year in (2024, 2025)})
    row(f"diff 2024 2025, {SECTIONS} sections", [str(program), "diff", "2024", "2025"], pair)
    time_many(program, place / "offices")


def time_many(program: Path, place: Path) -> None:
    """Prints what one command costs that builds a report in each of many workspaces: in one process, and in all."""
    offices = range(MANY)
    roots = [make_workspace(place / f"office{each}", y2025=distinct_report(1, seed=each)) for each in offices]
    command = [str(program), "build", "2025", *(word for root in roots for word in ("--root", str(root)))]
    for label, jobs in ((", --jobs 1", ("--jobs", "1")), ("", ())):
        row(f"build 2025, {MANY} reports{label}", [*command, *jobs], place, RUNS_OF_MANY)


def time_what_stays(program: Path, place: Path) -> None:
    """Prints what a watched report and a preview cost, and the layout and the tags by themselves."""
    print("In one process:")
    installed = program.parent / "python"
    one = make_workspace(place / "one", y2025=copied_report(1))
    run_module("warm", str(one), python=installed)
    run_module("live", str(program), str(one))
    many = make_workspace(place / "many", y2025=copied_report(MANY)) / "data" / "2025.yaml"
    for style in STYLES:
        sheet = str(ROOT / "styles" / f"{style}.yaml")
        run_module("line_breaking", str(many), sheet, python=installed)
        run_module("tagging", str(REPORT), sheet, python=installed)


def run_module(name: str, *arguments: str, python: str | Path = sys.executable) -> None:
    """Runs a benchmark of its own, in the environment of the checkout if no other is named."""
    subprocess.run([python, "-m", f"benchmarks.{name}", *arguments], cwd=ROOT, check=True)


def install(place: Path) -> Path:
    """Installs the project's wheel with its pinned dependencies into a new environment; returns its command."""
    python = Path(sys.executable)
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "build", "--wheel", "--outdir", place, ROOT], check=True, stdout=subprocess.DEVNULL)
    wheel = next(place.glob("reportgen-*.whl"))
    venv.create(place / "venv", with_pip=True)
    binaries = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    constraints = ROOT / "constraints.txt"
    pip: list[str | Path] = [binaries / "python", "-m", "pip", "install", *quiet]
    subprocess.run([*pip, "--constraint", constraints, wheel], check=True)
    subprocess.run([binaries / "python", "-m", "compileall", "-q", place / "venv"], check=False)
    return binaries / "reportgen"


def row(label: str, command: list[str], folder: Path, runs: int = RUNS) -> None:
    """Times one command and prints its row."""
    wall, cpu, peak = median([measure(command, folder) for _ in range(runs + 1)][1:])
    print(f"{label:<44}{wall * 1000:>9.0f}{cpu * 1000:>9.0f}{peak:>9.0f}", flush=True)


if __name__ == "__main__":
    main()
