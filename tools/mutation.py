"""Puts single wrong lines into the program and runs the tests of their rooms (``make mutation``).

Each line is tried alone, on a copy of the checkout. Lines are chosen by a seed, as many a room as it is large, of every
kind that ``wrong_lines.py`` knows; the same checkout and seed give the same lines. Ends with 1 where the tests of the
rooms catch less than ``--least`` per cent.
"""

import argparse
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec.yaml
from msgspec import Struct

from tools.wrong_lines import Slip, neighbours, slips

ROOT = Path(__file__).parent.parent
PACKAGE = Path("src") / "reportgen"
COPIED = (
    "benchmarks",
    "data",
    "docs",
    "src",
    "styles",
    "tests",
    "tools",
    "pyproject.toml",
    "README.md",
    "README.zh.md",
)
"""What the tests need of the checkout."""

LONGEST = 900
"""Seconds after which tests that do not end are taken to have failed."""

TESTS = {
    "cli": ("cli", "compare/test_cases.py", "diagnostics/test_words.py", "hostile/test_streams.py", "test_git.py"),
    "compare": ("compare",),
    "diagnostics": ("diagnostics", "test_total_tables.py", "cli/test_pages.py"),
    "document": (
        "document",
        "cases",
        "compare/test_cases.py",
        "docx/test_docx_goldens.py",
        "layout/test_chart.py",
        "layout/test_contents.py",
        "layout/test_layout_goldens.py",
        "layout/test_side_column.py",
        "layout/test_signature.py",
        "looks/test_looks.py",
        "test_cards.py",
        "test_handout.py",
        "test_plan.py",
        "test_seed.py",
        "test_speech.py",
        "test_task_rows.py",
        "test_total_tables.py",
        "workflows/test_checkers_comments.py",
        "workflows/test_verify.py",
        "writers/test_goldens.py",
    ),
    "docx": ("docx", "looks/test_looks.py", "test_draft.py", "test_twins.py", "workflows/test_checkers_comments.py"),
    "fonts": ("fonts",),
    "formatting": ("formatting", "test_git.py", "test_new.py"),
    "html": ("html", "writers/test_goldens.py"),
    "layout": (
        "docx/test_paging.py",
        "layout",
        "looks/test_looks.py",
        "test_cards.py",
        "test_draft.py",
        "test_handout.py",
        "test_plan.py",
        "test_speech.py",
    ),
    "live": ("live", "cli/test_watch.py"),
    "manuscript": ("manuscript", "cli/test_absorb.py", "hostile/test_archives.py"),
    "markdown": ("markdown", "writers/test_goldens.py"),
    "memory": ("memory", "cli/test_watch.py"),
    "pdf": ("pdf", "looks/test_looks.py", "test_draft.py", "test_twins.py"),
    "pictures": ("pictures", "looks", "hostile/test_drawings.py"),
    "press": ("press", "cli/test_print.py"),
    "report": (
        "report",
        "cases",
        "compare/test_comparing.py",
        "diagnostics/test_examples.py",
        "diagnostics/test_words.py",
        "test_new.py",
    ),
    "rules": ("rules", "cases", "diagnostics/test_examples.py"),
    "source": (
        "source",
        "cases",
        "diagnostics/test_examples.py",
        "diagnostics/test_words.py",
        "report/test_schema.py",
        "style/test_sheet_schema.py",
        "test_fuzz.py",
    ),
    "style": (
        "style",
        "looks",
        "diagnostics/test_words.py",
        "docx/test_docx_goldens.py",
        "layout/test_layout_goldens.py",
    ),
    "text": ("text", "layout/test_titles.py"),
    "workflows": (
        "workflows",
        "cli",
        "diagnostics/test_words.py",
        "manuscript",
        "test_git.py",
        "test_new.py",
        "test_gallery.py",
    ),
    "workspace": ("workspace", "workflows", "cli", "diagnostics/test_words.py", "test_git.py", "hostile"),
    "writers": ("writers", "workflows"),
}
"""The tests of each room, below ``tests/``: its folder, and what of the whole is about it.

What a room does that shows in the output of another is tested there: a sheet fitted by ``document`` in the goldens of
layouts and Word files, covers and their logos in ``looks``, the words at whose ends titles break in ``layout``, the
archives that ``manuscript`` refuses in ``hostile``. A workflow is what a command does, so ``cli`` tests it too. The
words that each room gives its findings are compared with the sentences in ``diagnostics``.
"""


class Unchanged(Struct, frozen=True, forbid_unknown_fields=True):
    """A wrong line that changes nothing visible: the line that it replaces, and why it cannot be seen."""

    right: str
    wrong: str
    why: str


UNCHANGED: dict[str, list[Unchanged]] = msgspec.yaml.decode(
    Path(__file__).with_name("unchanged.yaml").read_bytes(), type=dict[str, list[Unchanged]]
)
"""Such lines by module; they are not tried."""


class Verdict(NamedTuple):
    """A wrong line, whether a test failed, and which, or how the tests ended."""

    slip: Slip
    caught: bool
    by: str
    seconds: float


def main() -> int:
    """Tries the lines, prints each with its verdict, and the sum."""
    parser = argparse.ArgumentParser(description="Puts single wrong lines in and runs the tests of their rooms.")
    parser.add_argument("--count", type=int, default=40, help="how many lines, of all rooms")
    parser.add_argument("--seed", default="1", help="chooses the lines")
    parser.add_argument("--room", choices=TESTS, help="lines of this room only")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 8), help="how many at a time")
    parser.add_argument("--least", type=float, default=90, help="per cent to be caught")
    parser.add_argument("--fast", action="store_true", help="leave out the slow tests")
    parser.add_argument("--list", action="store_true", help="print the lines and try none")
    asked = parser.parse_args()
    chosen = chosen_slips(asked.seed, asked.count, asked.room)
    if asked.list:
        print("\n".join(shown(each) for each in chosen))
        return 0
    caught = 0
    for verdict in tried(chosen, asked.jobs, fast=asked.fast):
        caught += verdict.caught
        print(
            f"{'caught  ' if verdict.caught else 'SURVIVED'} {verdict.seconds:4.0f} s  {shown(verdict.slip)}",
            flush=True,
        )
        print(f"             {verdict.by}", flush=True)
    print(f"{caught} of {len(chosen)} caught by the tests of their rooms")
    return 0 if caught * 100 >= len(chosen) * asked.least else 1


def shown(slip: Slip) -> str:
    """A wrong line with its place and what it replaces."""
    lines = (f"{slip.path.as_posix()}:{slip.line} ({slip.kind})", f"- {slip.before.strip()}", f"+ {slip.after.strip()}")
    return "\n             ".join(lines)


def is_unchanged(slip: Slip) -> bool:
    """Whether a wrong line is among those that change nothing."""
    pair = slip.before.strip(), slip.after.strip()
    return any(pair == (each.right, each.wrong) for each in UNCHANGED.get(slip.path.as_posix(), ()))


def room_of(slip: Slip) -> str:
    """The room a wrong line is in."""
    return slip.path.relative_to(PACKAGE).parts[0]


def chosen_slips(seed: str, count: int, only: str | None = None) -> list[Slip]:
    """So many slips, each room as many as it has lines of the whole and at least one, no two in one line."""
    texts = {path.relative_to(ROOT): path.read_text("utf-8") for path in sorted((ROOT / PACKAGE).rglob("*.py"))}
    words = neighbours(texts.values())
    rooms: dict[str, dict[Path, str]] = {room: {} for room in TESTS if only in (None, room)}
    for path, text in texts.items():
        rooms.get(path.relative_to(PACKAGE).parts[0], {})[path] = text
    shares = _shares(
        {room: sum(text.count("\n") for text in modules.values()) for room, modules in rooms.items()}, count
    )
    chosen: list[Slip] = []
    for room, share in shares.items():
        candidates = [slip for path, text in rooms[room].items() for slip in slips(path, text, words)]
        candidates = [each for each in candidates if not is_unchanged(each)]
        chosen += _mixed(candidates, share, Random(f"{seed} {room}"))
    return chosen


def _shares(sizes: dict[str, int], count: int) -> dict[str, int]:
    """How many of a count fall to each, by size: one to each, the rest one by one to whoever has least for its size."""
    shares = dict.fromkeys(sizes, 1)
    for _ in range(count - len(sizes)):
        shares[min(sizes, key=lambda name: (shares[name] / sizes[name], name))] += 1
    return shares


def _mixed(candidates: list[Slip], count: int, chance: Random) -> list[Slip]:
    """Some of the candidates, of as many kinds as there are, from different lines."""
    chance.shuffle(candidates)
    kinds: dict[str, list[Slip]] = {}
    for slip in candidates:
        kinds.setdefault(slip.kind, []).append(slip)
    in_turn = (slip for one_of_each in zip_longest(*kinds.values()) for slip in one_of_each if slip is not None)
    lines: dict[tuple[Path, int], Slip] = {}
    for slip in in_turn:
        if len(lines) < count and (slip.path, slip.line) not in lines and _compiles(slip):
            lines[slip.path, slip.line] = slip
    return list(lines.values())


def _compiles(slip: Slip) -> bool:
    try:
        compile(slip.applied((ROOT / slip.path).read_text("utf-8")), slip.path.name, "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def tried(chosen: list[Slip], jobs: int, *, fast: bool) -> Iterator[Verdict]:
    """The verdict on each, in order; so many at a time, each on a copy of the checkout of its own."""
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.Queue[Path] = queue.Queue()
        for number in range(jobs):
            copies.put(_copy(Path(folder) / str(number)))

        def judged(slip: Slip) -> Verdict:
            copy = copies.get()
            try:
                return _judged(slip, copy, fast=fast)
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(judged, chosen)


def _copy(target: Path) -> Path:
    target.mkdir()
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target / name)
    return target


def _judged(slip: Slip, copy: Path, *, fast: bool) -> Verdict:
    """Runs the fast tests of the room, then the slow ones, until one fails."""
    path = copy / slip.path
    text = path.read_text("utf-8")
    _replace(path, slip.applied(text))
    begun = time.monotonic()
    try:
        failure = _failure(copy, room_of(slip), "not slow")
        if failure is None and not fast:
            failure = _failure(copy, room_of(slip), "slow")
    finally:
        _replace(path, text)
    return Verdict(slip, failure is not None, failure or "no test of the room failed", time.monotonic() - begun)


def _replace(path: Path, text: str) -> None:
    """Writes a module with a date of its own, so that Python takes no compiled module of an earlier text for it."""
    later = path.stat().st_mtime + 1
    path.write_text(text, "utf-8", newline="\n")
    os.utime(path, (later, later))


def _failure(copy: Path, room: str, marked: str) -> str | None:
    """The first test of a room that fails, None where none does."""
    tests = [str(copy / "tests" / name) for name in TESTS[room]]
    options = ["--exitfirst", "--quiet", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-m", marked]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": ""}
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=copy,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"no end after {LONGEST} s"
    if ran.returncode in (0, 5):  # 5: no test has this mark
        return None
    lines = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return lines[0] if lines else (ran.stdout + ran.stderr).strip().splitlines()[-1]


if __name__ == "__main__":
    sys.exit(main())
