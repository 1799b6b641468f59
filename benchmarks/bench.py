"""Times the installed program as people meet it: a fresh process each, from a wheel, nothing warm but the disk.

Prints a table of times and one of how well reports are set, and keeps nothing. Run it with ``make bench``.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINE_BREAKING = Path(__file__).with_name("line_breaking.py")
WARM = Path(__file__).with_name("warm.py")
TAGGING = Path(__file__).with_name("tagging.py")
RUNS = 11
COPIES = (1, 10, 100)
OTHER_STYLES = ("official", "lectern", "handout")
TABLE_ROWS = 1000
SECTIONS = 200


def main() -> None:
    """Builds a wheel, installs it, and times every command of the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        program = install(place)
        print(f"{'command':<34}{'wall ms':>9}{'CPU ms':>9}{'peak MB':>9}   (median of {RUNS} fresh processes)")
        row("python -c pass", [str(program.parent / "python"), "-c", "pass"], place)
        row("--help", [str(program), "--help"], place)
        for copies in COPIES:
            workspace = make_workspace(place / f"copies-{copies}", copies)
            label = "2025" if copies == 1 else f"2025 × {copies}"
            row(f"check {label}", [str(program), "check", "2025", "--quiet"], workspace)
            for formats in ("docx", "pdf", "docx,pdf"):
                command = [str(program), "build", "2025", "--quiet", "--format", formats]
                row(f"build {label} --format {formats}", command, workspace)
        for style in OTHER_STYLES:
            command = [str(program), "build", "2025", "--quiet", "--style", style]
            row(f"build 2025 --style {style}", command, place / "copies-1")
        row("styles --preview", [str(program), "styles", "--preview", "--quiet"], place / "copies-1")
        table = make_table(place / "table")
        row(f"build {TABLE_ROWS} metrics --format docx", [str(program), "build", "2025", "--format", "docx"], table)
        pair = make_pair(place / "pair")
        row(f"diff, {SECTIONS} sections", [str(program), "diff", "2024", "2025"], pair)
        row("textconv", [str(program), "textconv", str(ROOT / "data" / "2025.yaml")], pair)
        print("In one process, best of five (CPU):")
        python = str(program.parent / "python")
        subprocess.run([python, str(WARM), str(place / "copies-1")], check=True)
        live = ["-m", "benchmarks.live", str(program), str(place / "copies-1")]
        subprocess.run([sys.executable, *live], cwd=ROOT, check=True)
        for style in ("plenary", "official"):
            sheet = str(ROOT / "styles" / f"{style}.yaml")
            many = str(place / f"copies-{COPIES[-1]}" / "data" / "2025.yaml")
            subprocess.run([python, str(LINE_BREAKING), many, sheet], check=True)
            subprocess.run([python, str(TAGGING), str(ROOT / "data" / "2025.yaml"), sheet], check=True)
    print("How reports come out:")
    subprocess.run([sys.executable, "-m", "benchmarks.quality"], cwd=ROOT, check=True)


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


def make_workspace(folder: Path, copies: int) -> Path:
    """A workspace whose report has the real one's sections and items so many times over."""
    text = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    repeated: list[str] = []
    for part in re.split(r"(?m)^(?=[a-z])", text):
        head, key, entries = (
            re.split(r"(?m)^(  sections:\n|  items:\n)", part, maxsplit=1) if "    - " in part else (part, "", "")
        )
        copied = (re.sub(r"(?m)^(    - id: \S+)$", rf"\1-{number}", entries) for number in range(copies))
        repeated.append(head + key + "".join(copied))
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "2025.yaml").write_text("".join(repeated), encoding="utf-8")
    return folder


def make_table(folder: Path) -> Path:
    """A workspace whose report is little but a table of many metrics."""
    metrics = "".join(f"  指标{each}: {{label: 第{each}项, value: {each}, unit: 件}}\n" for each in range(TABLE_ROWS))
    (folder / "data").mkdir(parents=True)
    text = f"schema: 1\nyear: 2025\ntitle: 报告\nmetrics:\n{metrics}reviews:\n  title: 回顾\n"
    (folder / "data" / "2025.yaml").write_text(text, encoding="utf-8")
    return folder


def make_pair(folder: Path) -> Path:
    """A workspace with two years of many sections without ids, every one reworded, every tenth new or gone."""
    text = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    words = re.findall(r"[\u4e00-\u9fff]{4,}", text)
    (folder / "data").mkdir(parents=True)
    for year in (2024, 2025):
        lines = [f"schema: 1\nyear: {year}\ntitle: 报告\nreviews:\n  title: 回顾\n  sections:\n"]
        for number in range(SECTIONS):
            said = [words[(number * 37 + step) % len(words)] for step in range(60)]
            if year == 2025:
                said[::9] = (words[(number * 41 + step) % len(words)] for step in range(0, 60, 9))
                said = said[::-1] if number % 10 == 0 else said
            lines.append(f"    - title: {''.join(said[:3])}\n      items:\n")
            lines += (
                f"        - {{title: {said[at]}, text: {'，'.join(said[at : at + 8])}。}}\n" for at in (3, 22, 41)
            )
        (folder / "data" / f"{year}.yaml").write_text("".join(lines), encoding="utf-8")
    return folder


def row(label: str, command: list[str], folder: Path) -> None:
    """Times one command and prints its row."""
    times = [measure(command, folder) for _ in range(RUNS + 1)][1:]
    wall, cpu, peak = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{label:<34}{wall * 1000:>9.0f}{cpu * 1000:>9.0f}{peak:>9.0f}", flush=True)


def measure(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak megabytes of one process, as the operating system counted them."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} ended with {process.returncode}")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return wall, used.ru_utime + used.ru_stime, kilobytes / 1024


if __name__ == "__main__":
    main()
