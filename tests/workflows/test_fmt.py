"""Formatting the file of a year: what comes back where nothing may be changed."""

from pathlib import Path

from reportgen.workflows.fmt import FormatOptions, format_report
from reportgen.workspace.files import find_workspace
from tests.workflows.test_build import workspace_of

AMBIGUOUS = "schema: 1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾\n"


def test_a_file_that_cannot_be_read_for_certain_comes_back_as_it_is(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path, AMBIGUOUS)
    formatted = format_report(find_workspace(folder, exact=True), 2025, FormatOptions())
    assert formatted.findings.has_errors
    assert list(formatted.before) == list(formatted.after) == AMBIGUOUS.split("\n")
    assert not formatted.changed
    assert (folder / "data" / "2025.yaml").read_text("utf-8") == AMBIGUOUS


def test_a_file_says_whether_it_was_written(tmp_path: Path) -> None:
    untidy = "schema:   1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾, intro: 一年来。}\n"
    workspace = find_workspace(workspace_of(tmp_path, untidy), exact=True)
    outcomes = [format_report(workspace, 2025, FormatOptions(write=write)) for write in (False, True, True)]
    assert [(each.changed, each.written) for each in outcomes] == [(True, False), (True, True), (False, False)]
