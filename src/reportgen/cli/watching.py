"""What ``watch`` does between two builds, and what it prints of each."""

import gc
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from reportgen.cli import messages
from reportgen.cli.console import Console
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.workflows.outputs import WriteResult
from reportgen.workflows.watch import WatchedReport
from reportgen.workspace.watching import wait_for_changes


def watch_reports(console: Console, reports: Sequence[WatchedReport]) -> int:
    """Builds the reports, and each of them again when its files change, until the program is ended."""
    console.say(messages.WATCHING, names=console.text(messages.ENUMERATION).join(map(name_of, reports)))
    logs = {report: BuildLog(console, name_of(report)) for report in reports}
    changed: frozenset[object] | None = None
    while True:
        for report in reports:
            if changed is None or not changed.isdisjoint(report.seen):
                logs[report].build(report)
        if changed is None:
            gc.freeze()  # modules, faces, style sheets: not looked through again
        gc.collect()
        console.flush()
        changed = wait_for_changes({path: stamp for report in reports for path, stamp in report.seen.items()})


def name_of(report: WatchedReport) -> str:
    """What tells a report from the others that are watched."""
    return f"{report.year} {'+'.join(report.styles)}"


class BuildLog:
    """Prints one line a build of one report, and before it the findings that the build before did not have."""

    def __init__(self, console: Console, name: str) -> None:
        self._console = console
        self._name = name
        self._known: frozenset[object] = frozenset()

    def build(self, report: WatchedReport) -> None:
        """Builds and writes, and prints what came of it."""
        began = time.perf_counter()
        result = report.write(report.compile())
        self.report(result, time.perf_counter() - began)

    def report(self, result: WriteResult, seconds: float) -> None:
        """Prints what came of a build that took so long."""
        console, findings = self._console, result.findings
        console.report(findings.only(each for each in findings if self._is_news(each)))
        console.flush()
        self._known = frozenset(map(_identity, findings))
        words = {"time": time.strftime("%H:%M:%S"), "name": self._name, "seconds": f"{seconds:.2f}"}
        if findings.has_errors:
            console.say(messages.NOT_REBUILT, **words, found=_counted(console, findings))
            return
        pages = {Path(output.path).stem: output.pages for output in result.outputs if output.pages}
        shown = console.text(messages.PAGES, pages=sum(pages.values()))
        console.say(messages.REBUILT, **words, pages=shown, found=_counted(console, findings))

    def _is_news(self, each: Diagnostic) -> bool:
        return each.severity is Severity.ERROR or _identity(each) not in self._known


def _identity(each: Diagnostic) -> object:
    """What a finding has in common with itself in the next build, though lines may have moved."""
    return each.code, each.place and (each.place.file, each.place.path), tuple(each.words.items())


def _counted(console: Console, findings: Iterable[Diagnostic]) -> str:
    counts = {weight: sum(each.severity is weight for each in findings) for weight in Severity}
    errors, warnings, notes = counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTE]
    return console.text(messages.SUMMARY, errors=errors, warnings=warnings, notes=notes)
