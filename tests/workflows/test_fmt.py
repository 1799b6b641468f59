"""Formatting the file of a year: what comes back where nothing may be changed."""

from pathlib import Path

import pytest

from reportgen.diagnostics import FixKind
from reportgen.formatting import AppliedFix
from reportgen.formatting.fixes import FixedText
from reportgen.source import Source
from reportgen.workflows import fmt
from reportgen.workflows.fmt import FormatOptions, can_format_after, format_report
from reportgen.workflows.report_files import read_report_file
from reportgen.workspace.files import find_workspace
from tests.support import MINIMAL
from tests.workflows.test_build import workspace_of

AMBIGUOUS = "schema: 1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾\n"


def test_a_file_that_cannot_be_read_for_certain_comes_back_as_it_is(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path, AMBIGUOUS)
    formatted = format_report(find_workspace(folder, exact=True), 2025, FormatOptions())
    assert formatted.findings.has_errors
    assert list(formatted.before) == list(formatted.after) == AMBIGUOUS.split("\n")
    assert not formatted.changed
    assert (folder / "data" / "2025.yaml").read_text("utf-8") == AMBIGUOUS


@pytest.mark.parametrize(
    ("text", "kinds", "can"),
    [
        ("schema: 1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾}\n", (), True),
        ("schema: 1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾,}\nspeaker: 张三,李四\n", ("punctuation",), True),
        ("schema: 1\nyear: 2025\ntitle：报告\nreviews: {title: 回顾}\n", ("ime",), True),
        ("schema: 1\nyear: 2025\ntitle：报告\nreviews: {title: 回顾}\n", (), False),
        ("schema: 1\nyear: 2025\ntitle：报告\nremark: 甲\nreviews: {title: 回顾}\n", ("ime",), False),
        (AMBIGUOUS, ("ime",), False),
        ("\0", ("ime",), False),
    ],
)
def test_a_file_is_said_to_be_formatted_once_it_is_fixed_where_nothing_else_is_in_the_way(
    text: str, kinds: tuple[FixKind, ...], can: bool, tmp_path: Path
) -> None:
    workspace = find_workspace(workspace_of(tmp_path, text), exact=True)
    assert can_format_after(read_report_file("2025.yaml", text.encode(), 2025), 2025, kinds) is can
    assert format_report(workspace, 2025, FormatOptions(fixes=kinds, write=False)).findings.has_errors is not can


def test_a_file_says_whether_it_was_written(tmp_path: Path) -> None:
    untidy = "schema:   1\nyear: 2025\ntitle: 报告\nreviews: {title: 回顾, intro: 一年来。}\n"
    workspace = find_workspace(workspace_of(tmp_path, untidy), exact=True)
    outcomes = [format_report(workspace, 2025, FormatOptions(write=write)) for write in (False, True, True)]
    assert [(each.changed, each.written) for each in outcomes] == [(True, False), (True, True), (False, False)]


def test_a_file_whose_fixes_bring_new_ones_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """After twenty rounds, each of which reads the file anew."""
    rounds: list[Source] = []

    def fixed(source: Source, _found: object, _kinds: object) -> FixedText:
        rounds.append(source)
        return FixedText(source.text + "# 甲\n", (AppliedFix(1, 1, "甲", "乙"),))

    monkeypatch.setattr(fmt, "apply_fixes", fixed)
    formatted = fmt.format_source(Source("2025.yaml", MINIMAL), 2025, ("ime",))
    assert (len(rounds), len(formatted.fixes)) == (20, 20)
    assert formatted.source is not None
    assert formatted.source.text == MINIMAL + "# 甲\n" * 20
    assert fmt.format_source(Source("2025.yaml", MINIMAL), 2025).fixes == ()
