"""Every edit that a diagnostic of the cases offers works when it is applied, alone and together with another."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic, Severity, apply_edits
from reportgen.source import decode
from tests.cases.test_cases import CASES
from tests.support import PLAIN, Examined, examine

_MOST_PAIRS = 40
"""Pairs tried for each case: neighbours first, which are the likeliest to get in each other's way."""


def _examined(case: Path, content: str | bytes) -> Examined:
    last_year = case / "2024.yaml"
    return examine(content, last_year=last_year.read_bytes() if last_year.exists() else None, style=PLAIN)


def _text(case: Path) -> str:
    source, _ = decode("2025.yaml", (case / "2025.yaml").read_bytes())
    return source.text if source else ""


def _offered(case: Path) -> tuple[Examined, list[Diagnostic]]:
    examined = _examined(case, _text(case))
    return examined, [each for each in examined.found if each.edits]


def _weights(examined: Examined) -> Counter[str]:
    return Counter(each.code for each in examined.found if each.severity is Severity.ERROR)


def _complaint(before: Examined, after: Examined, applied: tuple[Diagnostic, ...]) -> str:
    """What is wrong with a file after edits: a finding they were to remove, or errors that were not there."""
    codes = Counter(each.code for each in applied)
    kept = [code for code, count in codes.items() if Counter(after.codes)[code] > Counter(before.codes)[code] - count]
    worse = _weights(after).total() - _weights(before).total()
    return f"{sorted(codes)} kept {kept}, {worse} more errors:\n{after.listing()}" if kept or worse > 0 else ""


def _apart(one: Diagnostic, other: Diagnostic) -> bool:
    return not any((a.start < b.end and b.start < a.end) or a.start == b.start for a in one.edits for b in other.edits)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_each_edit_alone_removes_its_finding_and_adds_no_error(case: Path) -> None:
    before, offered = _offered(case)
    for each in offered:
        after = _examined(case, apply_edits(_text(case), each.edits))
        assert not _complaint(before, after, (each,)), (each, _complaint(before, after, (each,)))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_two_edits_that_do_not_overlap_work_together(case: Path) -> None:
    before, offered = _offered(case)
    pairs = sorted(combinations(range(len(offered)), 2), key=lambda pair: pair[1] - pair[0])
    for one, other in pairs[:_MOST_PAIRS]:
        both = offered[one], offered[other]
        if _apart(*both):
            after = _examined(case, apply_edits(_text(case), both[0].edits + both[1].edits))
            assert not _complaint(before, after, both), (both, _complaint(before, after, both))
