"""Expected files that stand beside their inputs: compared, shown as differences, and renewed on demand."""

import difflib
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.support import ROOT


class Goldens:
    """The expected files of one test; ``renew`` writes them in place of comparing (``make goldens``)."""

    def __init__(self, test: str, *, renew: bool) -> None:
        self._test = test
        self._renew = renew

    def check(self, files: Mapping[Path, str | bytes | None]) -> None:
        """Fails with the differences of all files that are not as given; None is a file that should not exist."""
        contents = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        if self._renew:
            for path, content in contents.items():
                _write(path, content)
            return
        differences = [line for path, content in contents.items() for line in _difference(path, content)]
        if differences:
            renewal = f"python -m pytest --goldens {shlex.quote(self._test)}"
            differences.append(f"If this is as it should be: make goldens, or for this test alone\n{renewal}")
            pytest.fail("\n".join(differences), pytrace=False)


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def _difference(path: Path, content: bytes | None) -> Iterator[str]:
    expected = path.read_bytes() if path.exists() else None
    if content == expected:
        return
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()
    before, after = ("(no file)" if each is None else name for each in (expected, content))
    yield from difflib.unified_diff(_lines(expected), _lines(content), before, after, lineterm="")


def _lines(content: bytes | None) -> list[str]:
    """The lines of a file; whatever does not show on a terminal, such as a carriage return, as its escape."""
    if not content:
        return []
    *lines, last = content.decode("utf-8", "backslashreplace").split("\n")
    if last:
        lines += [last, "(no line end)"]
    return ["".join(each if each.isprintable() else ascii(each)[1:-1] for each in line) for line in lines]
