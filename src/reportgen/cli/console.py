"""The only place that prints. Results go to standard output, diagnostics and progress to standard error."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reportgen.cli import messages
from reportgen.cli.language import LANGUAGES, run_language
from reportgen.cli.parsing import parse_choice
from reportgen.cli.progress import ProgressLine
from reportgen.cli.terminal_colours import painter
from reportgen.diagnostics import Diagnostic, Findings, Severity, limited, render_concise, render_json
from reportgen.diagnostics.groups import group_alike, render_group
from reportgen.text.characters import escape_unseen, visible, visible_line
from reportgen.text.wording import Count, Language, Wording

if TYPE_CHECKING:
    from reportgen.cli.progress import Times
    from reportgen.workflows.outputs import Output, WriteResult

_SHOWN_IN_FULL = 100
"""Diagnostics one run prints with their lines; a file with more has one mistake that causes many."""

_ALIKE = 10
"""Diagnostics of one code that are each printed; of more, the first, with a table of the places of the others."""


class Console:
    """Prints in one language, as much as the user asked for."""

    def __init__(self, language: Language, *, quiet: bool = False, as_json: bool = False) -> None:
        self.language = language
        self._quiet = quiet
        self._as_json = as_json
        self._progress = ProgressLine()

    def say(self, wording: Wording, **words: object) -> None:
        """Prints one sentence, as ``line`` does."""
        self.line(self.text(wording, **words))

    def text(self, wording: Wording, **words: object) -> str:
        """One sentence in the language of this console, with its words; whole numbers agree with their nouns."""
        shown = (
            (name, Count(word) if isinstance(word, int) else visible_line(str(word))) for name, word in words.items()
        )
        return wording.pick(self.language).format_map(dict(shown))

    def line(self, line: str) -> None:
        """Prints one line of results, unless asked to be quiet or to speak JSON."""
        self.painted_line(visible(line))

    def painted_line(self, line: str) -> None:
        """Prints a line with colours, from whose texts ``visible`` has taken what a terminal would obey."""
        if not (self._quiet or self._as_json):
            self._progress.clear()
            print(line)

    def flush(self) -> None:
        """Has those who read through a pipe see what was printed so far."""
        sys.stdout.flush()
        sys.stderr.flush()

    def ask(self, wording: Wording, **words: object) -> str:
        """Prints a question and gives the line that is typed.

        Raises:
            EOFError: there is no line.

        """
        self._progress.clear()
        print(visible(self.text(wording, **words)), end=" ", flush=True)
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line

    def result(self, value: object) -> None:
        """Prints one result as JSON, when asked for JSON."""
        if self._as_json:
            self.write_json(value)

    def write(self, text: str) -> None:
        """Writes a result for programs to standard output, in UTF-8 whatever the console's encoding."""
        sys.stdout.flush()
        sys.stdout.buffer.write(f"{visible(text)}\n".encode())
        sys.stdout.buffer.flush()

    def write_json(self, value: object) -> None:
        """Writes a value as JSON; what a terminal would obey is escaped, as are bytes of a name that are no UTF-8."""
        import json

        text = json.dumps(value, ensure_ascii=False, indent=2)
        self.write(escape_unseen(text, lambda each: json.dumps(each)[1:-1]))

    def report(
        self, findings: Findings, file: TextIO | None = None, *, in_full: int = _SHOWN_IN_FULL, grouped: bool = True
    ) -> None:
        """Prints diagnostics, errors and warnings also when quiet; on standard error by default.

        The first ``in_full`` with their lines and hints, any more in one line each. ``grouped``: many of one code are
        one block.
        """
        if self._as_json:
            return
        file = file or sys.stderr
        paint = painter(file)
        self._progress.clear()
        shown = [each for each in limited(findings) if not (self._quiet and each.severity is Severity.NOTE)]
        groups = group_alike(shown, _ALIKE if grouped and in_full else len(shown))
        for index, group in enumerate(groups):
            if index < in_full:
                text = render_group(group, findings.lines, self.language, paint)
                print(text, end="\n\n" if findings.lines else "\n", file=file)
            else:
                print("\n".join(render_concise(each, self.language, paint) for each in group), file=file)

    def summary(self, found: Iterable[Diagnostic], file: TextIO | None = None) -> None:
        """Prints how many diagnostics there are of each severity, if any."""
        counted = tuple(found)
        if counted and not (self._quiet or self._as_json):
            print(self.counts(counted), file=file or sys.stderr)

    def counts(self, found: Iterable[Diagnostic]) -> str:
        """How many diagnostics there are of each severity."""
        counts = Counter(diagnostic.severity for diagnostic in found)
        errors, warnings, notes = (counts[each] for each in (Severity.ERROR, Severity.WARNING, Severity.NOTE))
        return self.text(messages.SUMMARY, errors=errors, warnings=warnings, notes=notes)

    def report_outputs(self, built: "WriteResult", shown: Callable[[Path], str], name: str = "") -> None:
        """Prints the diagnostics of a build and each file it wrote, or that there is none, and which fonts it lacked.

        ``shown`` shortens paths; ``name`` is that of the report, where there are several.
        """
        self.report(built.findings)
        self.summary(built.findings)
        if not built.outputs:
            self.say_nothing_written(name)
        for output in built.outputs:
            self.say(messages.WROTE, path=shown(Path(output.path)), size=f"{output.size / 1024:.0f}")
        if built.stood_in:
            self.say(messages.STOOD_IN, names=self.text(messages.ENUMERATION).join(built.stood_in))

    def say_nothing_written(self, name: str) -> None:
        """Says that there are no files of a report; ``name`` is its own, where there are several."""
        self.say(messages.NOTHING_WRITTEN_OF if name else messages.NOTHING_WRITTEN, name=name)

    def outputs_as_json(self, outputs: "Iterable[Output]") -> list[dict[str, object]]:
        """Written files as plain values for ``result``."""
        return [
            {"year": each.year, "format": each.format, "path": each.path, "bytes": each.size, "pages": each.pages}
            for each in outputs
        ]

    def diagnostics_as_json(self, found: Iterable[Diagnostic]) -> list[dict[str, object]]:
        """Diagnostics as plain values for ``result``."""
        return [render_json(diagnostic, self.language) for diagnostic in limited(found)]

    def progress(self, subject: object, stage: str) -> None:
        """Says on a terminal what is being done, once it takes longer than a second; overwritten in place."""
        if not (self._quiet or self._as_json):
            self._progress.show(f"{subject} … {self._stage(stage)}")

    def times(self, subject: object, times: "Times") -> None:
        """Prints on standard error how long each stage took."""
        stages = ((self._stage(name), seconds) for name, seconds in times.stages.items())
        listed = (self.text(messages.STAGE_TIME, stage=stage, seconds=f"{seconds:.2f}") for stage, seconds in stages)
        line = self.text(
            messages.TIMES,
            subject=str(subject),
            stages=self.text(messages.ENUMERATION).join(listed),
            total=f"{times.total:.2f}",
        )
        self._progress.clear()
        print(line, file=sys.stderr)

    def _stage(self, stage: str) -> str:
        return self.text(messages.STAGES.get(stage, messages.RENDERING), format=stage.upper())

    def fail(self, diagnostic: Diagnostic) -> int:
        """Prints what stops a command, as JSON if that was asked for; returns the exit status."""
        self.report(Findings((diagnostic,)))
        self.result({"diagnostics": self.diagnostics_as_json((diagnostic,))})
        return exit_status((diagnostic,))


def open_console(lang: str | None, *, quiet: bool = False, as_json: bool = False) -> Console:
    """The console of a command, from the options about it.

    Raises:
        UsageError: ``value-unknown``: a language the program does not speak.

    """
    if lang is not None:
        parse_choice("--lang", lang, LANGUAGES)
    return Console(run_language(), quiet=quiet, as_json=as_json)


def exit_status(found: Iterable[Diagnostic]) -> int:
    """0 without an error, else the highest status of the errors."""
    return max((diagnostic.status for diagnostic in found if diagnostic.severity is Severity.ERROR), default=0)
