"""Two reports beside each other: which can be compared, in which style, and whose name and record the files carry."""

from pathlib import Path

import pytest

from reportgen.compare import Kind
from reportgen.document import Compared, ComparisonKind, read_stamp
from reportgen.workflows.diff import (
    DiffResult,
    Target,
    comparison_of,
    diff,
    follow,
    ledger_of,
    narrowed,
    read_diff_inputs,
    write_document,
)
from reportgen.workflows.editions import ReportRef, read_edition
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.refusals import CommandError

REPORT = """\
schema: 1
year: {year}
title: 工作报告
organization: 某市某协会
metrics:
  提案: {{label: 征集提案, value: {value}, unit: 件}}
reviews:
  title: 工作回顾
  items: [{{id: 办提案, title: 办好提案, text: 征集提案【提案】。, follows: [提案]}}]
tasks:
  title: 主要任务
  sections: [{{id: 提案, title: 办好提案}}, {{id: 视察{year}, title: 搞好视察}}]
"""
UNREAD = "schema: 1\nyear: 2025\ntitle: [\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Three years of reports, and settings for them."""
    (tmp_path / "data").mkdir()
    for year in (2023, 2024, 2025):
        (tmp_path / "data" / f"{year}.yaml").write_text(REPORT.format(year=year, value=year - 1600), "utf-8")
    return find_workspace(tmp_path, exact=True)


def compared(workspace: Workspace, old: int = 2024, new: int = 2025, style: str | None = None) -> DiffResult:
    return diff(read_diff_inputs(workspace, ReportRef(old), ReportRef(new), style))


@pytest.mark.parametrize("old", [2023, 2025])
def test_promises_are_followed_into_the_year_after(workspace: Workspace, old: int) -> None:
    inputs = read_diff_inputs(workspace, ReportRef(old), ReportRef(2025))
    with pytest.raises(CommandError) as refused:
        follow(inputs)
    found = refused.value.diagnostic
    assert (found.code, found.words) == ("years-apart", {"old": str(old), "new": "2025"})


def test_promises_are_kept_or_forgotten(workspace: Workspace) -> None:
    result = follow(read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025)))
    assert [(change.kind, change.location.path) for change in result.changes] == [
        (Kind.KEPT, ("reviews", "items", 0)),
        (Kind.FORGOTTEN, ("tasks", "sections", 1)),
    ]
    assert result.only == ("forgotten", "kept")
    assert result.is_readable
    assert not result.findings


@pytest.mark.parametrize("unread", [2024, 2025])
def test_a_report_that_cannot_be_read_is_compared_with_nothing(workspace: Workspace, unread: int) -> None:
    """The findings say why, whichever it is; no year is out of place."""
    workspace.report_path(unread).write_text(UNREAD, "utf-8")
    inputs = read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025))
    for result in (diff(inputs), follow(inputs)):
        assert result.changes == ()
        assert not result.is_readable
        assert {found.place and found.place.file for found in result.findings} == {f"data/{unread}.yaml"}


@pytest.mark.parametrize(("fonts", "years"), [(None, [2024, 2025]), ((), [2023, 2024, 2025])])
def test_years_before_last_are_read_where_their_numbers_may_print(
    workspace: Workspace, fonts: tuple[Path, ...] | None, years: list[int]
) -> None:
    figures = read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025), None, fonts).new.figures
    assert figures is not None
    assert list(figures.series["提案"]) == years


def test_what_is_still_to_be_filled_in_keeps_no_report_from_being_printed(workspace: Workspace) -> None:
    """And of earlier years only the last is read unless charts are drawn."""
    path = workspace.report_path(2025)
    assert read_edition(workspace, ReportRef(2025)).is_sound
    path.write_text(REPORT.format(year=2025, value=1).replace("征集提案【", "征集XX【"), "utf-8")
    edition = read_edition(workspace, ReportRef(2025))
    assert edition.is_sound
    assert edition.figures is not None
    assert list(edition.figures.series["提案"]) == [2024, 2025]
    path.write_text(REPORT.format(year=2025, value="待填"), "utf-8")
    assert read_edition(workspace, ReportRef(2025)).is_sound
    path.write_text(REPORT.format(year=2025, value=1) + "remark: 一\n", "utf-8")
    assert not read_edition(workspace, ReportRef(2025)).is_sound


def test_changes_say_where_with_the_ordinals_of_the_style(workspace: Workspace) -> None:
    """None where a report has errors, since it prints nothing."""
    path = workspace.report_path(2025)
    for more, ordinal in (("", "1."), ("remark: 一\n", "")):
        path.write_text(REPORT.format(year=2025, value=1) + more, "utf-8")
        kept = next(each for each in compared(workspace, style="official").changes if each.kind is Kind.KEPT)
        assert (kept.location.titles, kept.location.ordinal) == (("工作回顾", "办好提案"), ordinal)


def test_a_style_with_errors_compares_nothing(workspace: Workspace) -> None:
    (workspace.root / "styles").mkdir()
    (workspace.root / "styles" / "own.yaml").write_text("extends: official\npage: {size: 七开}\n", "utf-8")
    result = compared(workspace, style="own")
    assert (result.changes, result.is_readable, result.sheet) == ((), False, None)
    assert {found.place and found.place.file for found in result.findings} == {"styles/own.yaml"}


def test_changes_can_be_limited_to_some_kinds(workspace: Workspace) -> None:
    result = compared(workspace)
    kinds = {change.kind for change in result.changes}
    assert kinds > {Kind.METRIC}
    assert (narrowed(result, []).changes, narrowed(result, []).only) == (result.changes, ())
    only = narrowed(result, [Kind.METRIC, Kind.ADDED])
    assert {change.kind for change in only.changes} == kinds & {Kind.METRIC, Kind.ADDED}
    assert only.only == ("added", "metric")


@pytest.mark.parametrize(
    ("settings", "style"),
    [
        ("", "plenary"),
        ("style: official\n", "official"),
        (
            "style: plenary\nstyles_by_year: {2024: lectern, 2025: official}\n",
            "official",
        ),  # that of the new report's year
    ],
)
def test_the_style_is_that_of_the_new_report(workspace: Workspace, settings: str, style: str) -> None:
    (workspace.root / "reportgen.yaml").write_text(settings or "{}\n", "utf-8")
    assert compared(workspace).inputs.style.name == style


@pytest.mark.parametrize(
    ("office", "author"),
    [
        ("", "某市某协会"),
        ("office: {name: 某办公室}\n", "某市某协会"),
        ("office: {name: 某办公室, author: 某某}\n", "某某"),
    ],
)
def test_files_name_their_author(workspace: Workspace, office: str, author: str) -> None:
    (workspace.root / "reportgen.yaml").write_text(office or "{}\n", "utf-8")
    result = compared(workspace)
    assert {comparison_of(result).metadata.author, ledger_of(result).metadata.author} == {author}


def test_an_office_signs_a_report_without_an_author(workspace: Workspace) -> None:
    for year in (2024, 2025):
        path = workspace.report_path(year)
        path.write_text(path.read_text("utf-8").replace("organization: 某市某协会\n", ""), "utf-8")
    assert comparison_of(compared(workspace)).metadata.author == ""
    (workspace.root / "reportgen.yaml").write_text("office: {name: 某办公室}\n", "utf-8")
    assert comparison_of(compared(workspace)).metadata.author == "某办公室"


def test_what_is_made_of_two_reports_records_both(workspace: Workspace) -> None:
    """A comparison with the kinds it is limited to, a ledger without, since it has its own."""
    result = narrowed(compared(workspace), [Kind.METRIC])
    stamps = [read_stamp(document.metadata.stamp) for document in (comparison_of(result), ledger_of(result))]
    assert [stamp and stamp.compared for stamp in stamps] == [
        Compared(ComparisonKind.COMPARISON, 2024, ("metric",)),
        Compared(ComparisonKind.LEDGER, 2024),
    ]
    for stamp in stamps:
        assert stamp is not None
        assert (stamp.year, stamp.style) == (2025, "plenary")
        assert [name for name, _ in stamp.inputs] == ["old", "report", "style:plenary"]


def test_what_cannot_be_printed_is_not_written(workspace: Workspace) -> None:
    """What is wrong with the reports is for their own check."""
    (workspace.root / "styles").mkdir()
    sheet = "extends: official\nfonts:\n  黑体: {faces: [没有的字体], word: 黑体}\n"
    (workspace.root / "styles" / "own.yaml").write_text(sheet, "utf-8")
    result = diff(read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025), "own", ()))
    stages: list[str] = []
    written = write_document(workspace, result, comparison_of(result), Target("table", ("pdf",)), stages.append)
    assert (written.outputs, [each.code for each in written.findings]) == ((), ["face-unknown"])
    assert "write" not in stages


@pytest.mark.parametrize("named", [None, "elsewhere"])
def test_files_go_beside_those_of_the_new_report(workspace: Workspace, named: str | None) -> None:
    result = compared(workspace)
    folder = workspace.root / named if named else None
    stages: list[str] = []
    written = write_document(
        workspace, result, comparison_of(result), Target("comparison", ("markdown", "txt"), folder), stages.append
    )
    expected = folder or workspace.root / "build" / "2025"
    assert [(each.format, each.path, each.year, each.pages) for each in written.outputs] == [
        ("markdown", str(expected / "comparison.md"), 2025, 0),
        ("txt", str(expected / "comparison.txt"), 2025, 0),
    ]
    assert stages[-1] == "write"
    assert not written.findings
