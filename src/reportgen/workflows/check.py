"""Checks a year's report, and composes it where its style sheet was read. Never prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Findings, in_order
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.report import Figures, Reading, resolve
from reportgen.rules import Ignored, apply_severities, read_ignored
from reportgen.source import find
from reportgen.workflows.inputs import Inputs, read_check_inputs
from reportgen.workflows.report_files import ReportFile
from reportgen.workspace.files import Workspace

if TYPE_CHECKING:  # `check` of a sound report needs neither
    from reportgen.document import Document
    from reportgen.report.office import Office
    from reportgen.style import PreparedSheet


class CheckOptions(Struct, frozen=True):
    """How to check: under which style sheet, as a draft that may have gaps, with warnings as errors.

    Without a style sheet, under the default one, which then is not itself checked if it is the program's.
    """

    style: str | None = None
    draft: bool = False
    strict: bool = False


class CheckResult(Struct, frozen=True):
    """A report file checked; no document if no style sheet was read, or if anything is an error.

    ``findings`` have the severities that apply; ``found`` is everything before that, for later stages to add to.
    ``figures`` are those of the document.
    """

    file: ReportFile
    document: Document | None
    findings: Findings
    found: tuple[Diagnostic, ...]
    figures: Figures | None = None


def check(workspace: Workspace, year: int, options: CheckOptions, memory: Memory = NOTHING_KEPT) -> CheckResult:
    """Reads and checks a year's report, and a style sheet that is the workspace's own.

    The ``memory`` of other years' checks saves reading.
    """
    checked = check_inputs(read_check_inputs(workspace, year, options.style, memory), options)
    memory.end_build()
    return checked


def check_inputs(inputs: Inputs, options: CheckOptions) -> CheckResult:
    """Checks what was read; composes the report under its style sheet if nothing is an error."""
    reading, sheet = inputs.report.reading, inputs.sheet
    found = [*inputs.diagnostics, *_ignored(inputs)[1], *_found_by_rules(inputs)]
    findings = with_severities(inputs, options, found)
    document = figures = None
    if reading and reading.report and sheet and not findings.has_errors:
        earlier = [file.report for file in inputs.earlier if file.report]
        previous = inputs.last_year.report if inputs.last_year else None
        figures = resolve(reading.report, previous, sheet.style.numbers.grouping, earlier)
        document, noticed = _compose(reading, figures, sheet, inputs.settings.settings.office)
        found += noticed
        findings = with_severities(inputs, options, found)
    return CheckResult(inputs.report, document, findings, tuple(found), figures)


def with_severities(inputs: Inputs, options: CheckOptions, found: Iterable[Diagnostic]) -> Findings:
    """The diagnostics to report, in order, with the severities that workspace, comments and options give them."""
    ignored = {inputs.report.name: _ignored(inputs)[0]}
    draft, strict = options.draft, options.strict
    diagnostics = apply_severities(tuple(found), inputs.settings.settings, ignored, draft=draft, strict=strict)
    return Findings(in_order(diagnostics), inputs.lines)


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


def _compose(
    reading: Reading, figures: Figures, sheet: PreparedSheet, office: Office
) -> tuple[Document, list[Diagnostic]]:
    from reportgen.document import compose

    composition = compose(figures, sheet, office)
    paths = [("glossary", index, "term") for index in composition.unnumbered_terms]
    noticed = [
        Diagnostic(
            "glossary-unnumbered", find(reading.root, path).place(path), {"term": figures.report.glossary[index].term}
        )
        for path, index in zip(paths, composition.unnumbered_terms, strict=True)
    ]
    return composition.document, noticed
