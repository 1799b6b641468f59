"""Checks a year's report, and composes it where its style sheet was read. Never prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Findings, in_order
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.report import Figures, resolve
from reportgen.rules import Ignored, apply_severities, read_ignored
from reportgen.source import find
from reportgen.workflows.inputs import Inputs, read_check_inputs
from reportgen.workflows.report_files import ReportFile
from reportgen.workspace.files import Workspace

if TYPE_CHECKING:  # `check` of a sound report needs neither
    from reportgen.document import Document


class CheckOptions(Struct, frozen=True):
    """How to check: under which style sheet, as a draft that may have gaps, with warnings as errors.

    Without a style sheet, under the default one, which then is not itself checked if it is the program's.
    """

    style: str | None = None
    draft: bool = False
    strict: bool = False


class Composed(Struct, frozen=True):
    """A report composed: its document, what was noticed, and the figures it prints."""

    document: Document
    figures: Figures
    noticed: tuple[Diagnostic, ...]


class CheckResult(Struct, frozen=True):
    """A report file checked; no document if no style sheet was read, or if anything is an error.

    ``findings`` have the severities that apply; ``found`` is everything before that, for later stages to add to.
    """

    file: ReportFile
    composed: Composed | None
    findings: Findings
    found: tuple[Diagnostic, ...]

    @property
    def document(self) -> Document | None:
        """The report composed."""
        return self.composed.document if self.composed else None


def check(workspace: Workspace, year: int, options: CheckOptions, memory: Memory = NOTHING_KEPT) -> CheckResult:
    """Reads and checks a year's report, and a style sheet that is the workspace's own.

    The ``memory`` of other years' checks saves reading.
    """
    checked = check_inputs(read_check_inputs(workspace, year, options.style, memory), options)
    memory.end_build()
    return checked


def check_inputs(inputs: Inputs, options: CheckOptions, composed: Composed | None = None) -> CheckResult:
    """Checks what was read; composes the report under its style sheet if nothing is an error.

    ``composed``: what came of that where it was done before.
    """
    found = [*_found_in_files(inputs), *_found_by_rules(inputs)]
    findings = with_severities(inputs, options, found)
    if findings.has_errors:
        return CheckResult(inputs.report, None, findings, tuple(found))
    composed = composed or _compose(inputs)
    if composed is None:
        return CheckResult(inputs.report, None, findings, tuple(found))
    found += composed.noticed
    return CheckResult(inputs.report, composed, with_severities(inputs, options, found), tuple(found))


def compose_unchecked(inputs: Inputs, options: CheckOptions) -> Composed | None:
    """Composes a report before rules have looked at it; None if reading it found errors."""
    return None if with_severities(inputs, options, _found_in_files(inputs)).has_errors else _compose(inputs)


def with_severities(inputs: Inputs, options: CheckOptions, found: Iterable[Diagnostic]) -> Findings:
    """The diagnostics to report, in order, with the severities that workspace, comments and options give them."""
    ignored = {inputs.report.name: _ignored(inputs)[0]}
    draft, strict = options.draft, options.strict
    diagnostics = apply_severities(tuple(found), inputs.settings.settings, ignored, draft=draft, strict=strict)
    return Findings(in_order(diagnostics), inputs.lines)


def _found_in_files(inputs: Inputs) -> tuple[Diagnostic, ...]:
    """What reading the files reported, and what is wrong with comments that ignore diagnostics."""
    return (*inputs.diagnostics, *_ignored(inputs)[1])


def _found_by_rules(inputs: Inputs) -> tuple[Diagnostic, ...]:
    reading = inputs.report.reading
    if reading is None:
        return ()
    from reportgen.rules.checking import check_rules
    from reportgen.rules.context import RuleContext

    previous = inputs.last_year.report if inputs.last_year else None
    return check_rules(RuleContext(reading, previous, inputs.lexicon.lexicon))


def _ignored(inputs: Inputs) -> tuple[tuple[Ignored, ...], tuple[Diagnostic, ...]]:
    """The comments of the report that ignore diagnostics, and what is wrong with them."""
    file = inputs.report
    return read_ignored(file.source, file.reading.root) if file.source and file.reading else ((), ())


def _compose(inputs: Inputs) -> Composed | None:
    """The report under its style sheet; None where one of them could not be read."""
    reading, sheet = inputs.report.reading, inputs.sheet
    if reading is None or reading.report is None or sheet is None:
        return None
    from reportgen.document import compose

    earlier = [file.report for file in inputs.earlier if file.report]
    previous = inputs.last_year.report if inputs.last_year else None
    figures = resolve(reading.report, previous, sheet.style.numbers.grouping, earlier)
    composition = compose(figures, sheet, inputs.settings.settings.office)
    paths = [("glossary", index, "term") for index in composition.unnumbered_terms]
    noticed = (
        Diagnostic(
            "glossary-unnumbered", find(reading.root, path).place(path), {"term": figures.report.glossary[index].term}
        )
        for path, index in zip(paths, composition.unnumbered_terms, strict=True)
    )
    return Composed(composition.document, figures, tuple(noticed))
