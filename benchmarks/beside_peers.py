"""Reports compiled by the program and by its peers, in turn, in one run: whole processes from the same YAML.

Usage: python -m benchmarks.beside_peers PROGRAM. ``make bench-peers`` makes the environment of the peers.

Typst reads the YAML by itself; the template script reads it with PyYAML's loader in C. Pandoc reads Markdown, which is
written beforehand and not counted, as if an office had typed it. None of them checks anything. Typst has the program's
faces; neither it nor the template script starts anything but Python.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.measuring import Cost, measure, median
from benchmarks.workloads import ROOT, copied_report, distinct_report, make_workspace

PEERS = ROOT / ".venv-peers"
PYTHON = PEERS / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
FACES = ROOT / "src" / "reportgen" / "fonts" / "faces"
TEMPLATES = ROOT / "benchmarks" / "peers"
RUNS = {1: 15, 10: 9, 100: 3}
"""How often each command runs at each number of copies."""


def main(program: str) -> None:
    """Prints a table for copies of the report, and one for as many words in another order."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        commands = {**_peers(place), **_ours(program)}
        if not PYTHON.exists():
            print("peers: none here; `make bench-peers` installs them")
        for kind, text in (("copies of the report", copied_report), ("distinct text", distinct_report)):
            costs = {
                copies: _alternated(commands, make_workspace(place / f"{kind}-{copies}", y2025=text(copies)), copies)
                for copies in RUNS
                if copies > 1 or text is copied_report
            }
            _print_table(kind, costs)


def _ours(program: str) -> Mapping[str, Sequence[str]]:
    build = [program, "build", "2025", "--quiet", "--format"]
    return {
        "reportgen, DOCX only": [*build, "docx"],
        "reportgen, PDF only": [*build, "pdf"],
        "reportgen, both files, checked": [*build, "docx,pdf"],
        "reportgen check": [program, "check", "2025", "--quiet"],
    }


def _peers(place: Path) -> Mapping[str, Sequence[str]]:
    """The commands of the peers, or none where they are not installed; makes the template that docxtpl fills."""
    if not PYTHON.exists():
        return {}
    template = place / "template.docx"
    _run_peer("make_template", str(template), folder=place)
    pandoc = subprocess.run(
        [PYTHON, "-c", "import pypandoc; print(pypandoc.get_pandoc_path())"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()
    run = [str(PYTHON), "-m"]
    return {
        "Typst, PDF/A-2a + UA-1 only": [*run, "benchmarks.peers.typst_pdf", str(FACES)],
        "pandoc, DOCX only": [pandoc, "report.md", "--toc", "--number-sections", "--output", "pandoc.docx"],
        "docxtpl, then Typst: both files": [*run, "benchmarks.peers.template_script", str(template), str(FACES)],
    }


def _run_peer(module: str, *arguments: str, folder: Path) -> None:
    command = [str(PYTHON), "-m", f"benchmarks.peers.{module}", *arguments]
    subprocess.run(command, cwd=folder, env=_environment(), check=True)


def _environment() -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _alternated(commands: Mapping[str, Sequence[str]], workspace: Path, copies: int) -> Mapping[str, Cost]:
    """The median cost of each command; they take turns, so that a machine that slows down slows all of them."""
    if PYTHON.exists():
        (workspace / "report.typ").write_bytes((TEMPLATES / "report.typ").read_bytes())
        _run_peer("write_markdown", folder=workspace)
    environments = {label: None if label.startswith("reportgen") else _environment() for label in commands}
    rounds = [
        {label: measure(command, workspace, environments[label]) for label, command in commands.items()}
        for _ in range(RUNS[copies] + 1)
    ]
    return {label: median([each[label] for each in rounds[1:]]) for label in commands}


def _print_table(kind: str, costs: Mapping[int, Mapping[str, Cost]]) -> None:
    """A row a command: wall seconds, CPU seconds and peak megabytes at every number of copies."""
    heads = "".join(f"{f'{name} {copies}':>9}" for name in Cost._fields for copies in costs)
    print(f"{kind:<34}{heads}   (seconds, MB; median of fresh processes in turn)")
    for label in next(iter(costs.values())):
        cells = (
            f"{cost[label][column]:>9.{2 if column < 2 else 0}f}"
            for column in range(len(Cost._fields))
            for cost in costs.values()
        )
        print(f"  {label:<32}{''.join(cells)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
