"""Findings with the lines of their files: put together, narrowed, in order."""

from reportgen.diagnostics import Diagnostic, Findings, Place


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
