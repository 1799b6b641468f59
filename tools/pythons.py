"""Tests the wheel under the Pythons of this machine that it claims, each in a new environment (``make pythons``).

Pythons are looked for on PATH and among the versions of pyenv. Dependencies have the versions of ``constraints.txt``,
and under the oldest Python once more the lowest that ``pyproject.toml`` allows. With the same versions all of them must
build the same bytes. ``--ends`` leaves out the Pythons between the oldest and the newest, and the one that runs this
program, under which `make test` tests.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LATEST_MINOR = 30
"""Minor versions of Python 3 are tried up to this one."""

Version = tuple[int, int]


class Trial(NamedTuple):
    """What is tested: a Python, the arguments that choose versions for pip, and arguments of pytest."""

    name: str
    python: Path
    versions: list[str]
    options: tuple[str, ...] = ()
    pinned: bool = True


def main() -> int:
    """Tests under each Python; 1 if the tests fail under any, 2 if there is none to test under."""
    parser = argparse.ArgumentParser(description="Tests the wheel under the Pythons of this machine.")
    parser.add_argument("--ends", action="store_true", help="only the oldest and the newest, but for this one")
    ends_only = parser.parse_args().ends
    pythons = dict(sorted(found_pythons()))
    if not pythons:
        print("no Python found that the project claims", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        wheel = built_wheel(Path(folder))
        expected = digests(Path(sys.executable))
        failed = [trial.name for trial in trials(pythons, ends_only=ends_only) if not passed(trial, wheel, expected)]
    print(f"failed: {'; '.join(failed)}" if failed else "all passed")
    return 1 if failed else 0


def trials(pythons: Mapping[Version, Path], *, ends_only: bool) -> Iterator[Trial]:
    """One for each Python, and one with the lowest versions, whose warnings of each other are not our fault."""
    oldest, newest = min(pythons), max(pythons)
    for version, python in pythons.items():
        if not ends_only or (version in (oldest, newest) and version != sys.version_info[:2]):
            yield Trial(f"Python {shown(version)}", python, ["--constraint", str(ROOT / "constraints.txt")])
    name = f"Python {shown(oldest)}, lowest versions"
    yield Trial(name, pythons[oldest], lowest_versions(), ("-W", "default::DeprecationWarning"), pinned=False)


def shown(version: Version) -> str:
    """A version as people write it."""
    return ".".join(map(str, version))


def found_pythons() -> Iterator[tuple[Version, Path]]:
    """A working interpreter of every minor version that the project claims and the machine has."""
    claimed = SpecifierSet(PROJECT["requires-python"])
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for minor in range(LATEST_MINOR + 1):
        if f"3.{minor}" not in claimed:
            continue
        on_path = shutil.which(f"python3.{minor}")
        of_pyenv = pyenv.glob(f"3.{minor}.*/bin/python3.{minor}")
        for each in ([Path(on_path)] if on_path else []) + sorted(of_pyenv):
            if is_python(each, (3, minor)):
                yield (3, minor), each
                break


def is_python(path: Path, version: Version) -> bool:
    """Whether an interpreter runs, is of this version and can make environments; pyenv leaves programs that do not."""
    code = f"import ensurepip, sys, venv; sys.exit(sys.version_info[:2] != {version})"
    return subprocess.run([path, "-c", code], capture_output=True, check=False).returncode == 0


def built_wheel(folder: Path) -> Path:
    """The wheel of the checkout as it is."""
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.whl"))


def lowest_versions() -> list[str]:
    """Requirements of the lowest version of each dependency."""
    requirements = [Requirement(each) for each in PROJECT["dependencies"]]
    lowest = {
        each.name: next(spec.version for spec in each.specifier if spec.operator == ">=") for each in requirements
    }
    return [f"{name}=={version}" for name, version in lowest.items()]


def passed(trial: Trial, wheel: Path, expected: Mapping[str, str]) -> bool:
    """Installs the wheel, its test tools and the versions of the trial; runs the fast tests, compares what is built."""
    print(f"== {trial.name} ({trial.python})", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([trial.python, "-m", "venv", folder], check=True)
        installed = Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
        pip: list[str | Path] = [installed, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"{wheel}[dev]", *trial.versions], check=True)
        tests: list[str | Path] = [
            installed,
            "-m",
            "pytest",
            "--quiet",
            "-n",
            "auto",
            "--maxprocesses",
            "8",
            "-m",
            "not slow",
        ]
        sound = subprocess.run([*tests, *trial.options], cwd=ROOT, check=False).returncode == 0
        others = expected.items() - digests(installed).items() if trial.pinned else ()
    for name, _ in sorted(others):
        print(f"{name}: other bytes than under Python {shown(sys.version_info[:2])}", flush=True)
    return sound and not others


def digests(python: Path) -> dict[str, str]:
    """What a Python builds of the report of the checkout in every style, by name."""
    with tempfile.TemporaryDirectory() as folder:
        for style in (ROOT / "styles").glob("*.yaml"):
            place = Path(folder) / style.stem
            words = ("--root", ROOT, "--style", style.stem, "--out", place, "--quiet")
            subprocess.run([python, "-m", "reportgen", "build", "2025", *words], check=True)
        built = sorted(Path(folder).rglob("report.*"))
        return {str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest() for file in built}


if __name__ == "__main__":
    sys.exit(main())
