"""Findings with the lines of their files: put together, narrowed, in order."""

import pytest

from reportgen.diagnostics import Diagnostic, Edit, Findings, Place, Severity, apply_edits


def _finding(file: str, line: int) -> Diagnostic:
    return Diagnostic("list-empty", Place(file, line, 1, line, 2))


def test_findings_of_two_files_keep_the_lines_of_both() -> None:
    one = Findings((_finding("2024.yaml", 2),), {"2024.yaml": ["甲", "乙"]})
    other = Findings((_finding("2025.yaml", 1),), {"2025.yaml": ["丙"]})
    both = one + other
    assert [(each.place.file, each.place.line) for each in both if each.place] == [("2024.yaml", 2), ("2025.yaml", 1)]
    assert both.lines == {"2024.yaml": ["甲", "乙"], "2025.yaml": ["丙"]}


def test_other_findings_about_the_same_files_come_in_order_and_once() -> None:
    lines = {"2025.yaml": ["甲", "乙"]}
    first, second = _finding("2025.yaml", 1), _finding("2025.yaml", 2)
    assert Findings((), lines).only([second, first, second]) == Findings((first, second), lines)


def test_only_findings_that_are_errors_forbid_printing() -> None:
    weighed = {each: Findings((_weighed(Severity.NOTE), _weighed(each))).has_errors for each in Severity}
    assert weighed == {Severity.ERROR: True, Severity.WARNING: False, Severity.NOTE: False}
    assert not Findings().has_errors


def _weighed(severity: Severity) -> Diagnostic:
    """An error by its table, of the weight that a workspace gives it."""
    return Diagnostic("metric-unknown", override=severity)


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([], "甲乙丙丁"),
        ([Edit(0, 1, "一")], "一乙丙丁"),
        ([Edit(3, 4, ""), Edit(1, 2, "二")], "甲二丙"),
        ([Edit(1, 2, "二"), Edit(2, 3, "三")], "甲二三丁"),
        ([Edit(2, 2, "、"), Edit(2, 3, "三")], "甲乙、三丁"),
        ([Edit(4, 4, "。"), Edit(4, 4, "完")], "甲乙丙丁。完"),
    ],
)
def test_edits_are_made_from_first_to_last(edits: list[Edit], text: str) -> None:
    """Whatever their order; of those at one place, the first given comes first."""
    assert apply_edits("甲乙丙丁", edits) == text
