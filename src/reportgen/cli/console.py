"""The only place that prints. Results go to standard output, findings and progress to standard error."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reportgen.cli.messages import Texts, texts
from reportgen.cli.terminal_colours import painter
from reportgen.diagnostics import Diagnostic, Language, Severity, render_concise, render_full, render_json
from reportgen.workspace.files import CommandError

if TYPE_CHECKING:
    from reportgen.workflows.build import Output, WriteResult

_PATIENCE = 1.0
"""Seconds after which a build says what it is doing."""

_SHOWN_IN_FULL = 100
"""Findings one run shows with their lines; a file with more has one slip that makes many."""


class Console:
    """Says things in one language, as much as the user asked for."""

    def __init__(self, language: Language, *, quiet: bool = False, as_json: bool = False) -> None:
        self.language = language
        self.texts: Texts = texts(language)
        self._quiet = quiet
        self._as_json = as_json
        self._began = time.monotonic()
        self._progress_shown = False
        for stream in (sys.stdout, sys.stderr):
            _never_crash(stream)

    def say(self, line: str) -> None:
        """Prints one line of results, unless asked to be quiet or to speak JSON."""
        if not (self._quiet or self._as_json):
            self._clear_progress()
            print(line)

    def result(self, value: object) -> None:
        """Prints one result as JSON, when asked for JSON."""
        if self._as_json:
            self.write_json(value)

    def write(self, text: str) -> None:
        """Writes a result for programs to standard output, in UTF-8 whatever the console's encoding."""
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{text}\n".encode())
        sys.stdout.buffer.flush()

    def write_json(self, value: object) -> None:
        """Writes a value as JSON."""
        import json

        self.write(json.dumps(value, ensure_ascii=False, indent=2))

    def findings(
        self,
        found: Iterable[Diagnostic],
        lines: Mapping[str, Sequence[str]],
        file: TextIO | None = None,
        *,
        in_full: int = _SHOWN_IN_FULL,
    ) -> None:
        """Shows findings, errors and warnings also when quiet; on standard error unless told.

        The first ``in_full`` with their lines and hints, any more in one line each.
        """
        if self._as_json:
            return
        file = file or sys.stderr
        paint = painter(file)
        self._clear_progress()
        shown = 0
        for diagnostic in found:
            if self._quiet and diagnostic.severity is Severity.NOTE:
                continue
            shown += 1
            if shown <= in_full:
                print(render_full(diagnostic, lines, self.language, paint), end="\n\n" if lines else "\n", file=file)
            else:
                print(render_concise(diagnostic, self.language, paint), file=file)

    def summary(self, found: Iterable[Diagnostic], file: TextIO | None = None) -> None:
        """Counts findings, where there are any."""
        counts = Counter(diagnostic.severity for diagnostic in found)
        if counts and not (self._quiet or self._as_json):
            errors, warnings, notes = counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTE]
            print(self.texts.summary.format(errors=errors, warnings=warnings, notes=notes), file=file or sys.stderr)

    def built(self, built: "WriteResult", shown: Callable[[Path], str]) -> None:
        """Tells what was found and each file that was written, or that none was; ``shown`` makes a path short."""
        self.findings(built.found, built.lines)
        self.summary(built.found)
        if not built.outputs:
            self.say(self.texts.nothing_written)
        for output in built.outputs:
            self.say(self.texts.wrote.format(path=shown(Path(output.path)), size=f"{output.size / 1024:.0f}"))

    def outputs_as_json(self, outputs: "Iterable[Output]") -> list[dict[str, object]]:
        """Written files as plain values for ``result``."""
        return [
            {"year": each.year, "format": each.format, "path": each.path, "bytes": each.size, "pages": each.pages}
            for each in outputs
        ]

    def findings_as_json(self, found: Iterable[Diagnostic]) -> list[dict[str, object]]:
        """Findings as plain values for ``result``."""
        return [render_json(diagnostic, self.language) for diagnostic in found]

    def progress(self, year: int, stage: str) -> None:
        """Says what a build is doing once it takes longer than a second; overwritten in place on a terminal."""
        if self._quiet or self._as_json or time.monotonic() - self._began < _PATIENCE:
            return
        doing = self.texts.stages.get(stage) or self.texts.rendering.format(format=stage.upper())
        line = f"{year} … {doing}"
        if sys.stderr.isatty():
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
            self._progress_shown = True
        else:
            print(line, file=sys.stderr, flush=True)

    def _clear_progress(self) -> None:
        if self._progress_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._progress_shown = False


def guarded(console: Console, command: Callable[[], int]) -> int:
    """Runs a command; what the world refuses is shown like any other finding."""
    try:
        return command()
    except CommandError as refused:
        found = (refused.diagnostic,)
        console.findings(found, {})
        console.result({"diagnostics": console.findings_as_json(found)})
        return exit_status(found)


def _never_crash(stream: TextIO) -> None:
    """Lets a console that cannot show a character show a stand-in instead (GBK has no ✓ and few rare Han)."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def exit_status(found: Iterable[Diagnostic]) -> int:
    """0 where nothing found is an error, else the gravest status of the errors."""
    return max((diagnostic.status for diagnostic in found if diagnostic.severity is Severity.ERROR), default=0)
