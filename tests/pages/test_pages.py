"""No page of any report in any style shows a fault; what is not yet mended is in ``known.txt``."""

from collections import Counter
from pathlib import Path

import pytest

from tests.layout.generated import generated_whole_report
from tests.pages.faults import KINDS, Fault
from tests.pages.reports import REPORTS, document_of, faults_of
from tests.support import STYLES, examine

GENERATED = 100
"""Reports, each under every style."""

KNOWN = [
    line.split()
    for line in Path(__file__).with_name("known.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def listed(found: list[Fault]) -> str:
    """Faults as lines to read."""
    return "\n".join(f"{fault.kind}, page {fault.page}: {fault.text}" for fault in found)


@pytest.mark.slow
@pytest.mark.parametrize("report", REPORTS)
def test_no_page_of_a_report_shows_a_fault(report: str) -> None:
    """In none of the styles; of the kinds that are known here all occur, or the line has to go."""
    for style in STYLES:
        document = document_of(REPORTS[report], style)
        if document is None:
            continue
        found = faults_of(document, style)
        known = {kind for a_style, name, kind, *_ in KNOWN if (a_style, name) == (style, report)}
        assert {fault.kind for fault in found} == known, f"{style}\n{listed(found)}"


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_no_page_of_a_generated_report_shows_a_fault(style: str) -> None:
    """Of each kind as many reports as are known here; fewer is a line of ``known.txt`` to change, too."""
    counts: Counter[str] = Counter()
    examples: list[Fault] = []
    for seed in range(GENERATED):
        found = faults_of(examine(generated_whole_report(seed), style=style, draft=True).composed, style)
        counts.update({fault.kind for fault in found})
        examples += found
    known = {
        kind: int(count)
        for a_style, name, kind, *rest in KNOWN
        if name == "generated" and a_style == style
        for count in rest
    }
    assert dict(counts) == known, listed(examples)


def test_what_is_known_names_reports_and_kinds_that_there_are() -> None:
    assert {report for _, report, *_ in KNOWN} <= {*REPORTS, "generated"}
    assert {style for style, *_ in KNOWN} <= set(STYLES)
    assert {kind for _, _, kind, *_ in KNOWN} <= set(KINDS)
    assert sorted(KNOWN, key=lambda line: (line[1] == "generated", line[1], line[0])) == KNOWN


@pytest.mark.slow
def test_most_reports_of_the_checkout_print() -> None:
    """So that the test over all of them does not pass for want of pages."""
    assert sum(document_of(path, "plenary") is not None for path in REPORTS.values()) > 45
