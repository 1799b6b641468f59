"""Everything is read first: what was read is enough for every later stage, whatever becomes of the files."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Findings, Place
from reportgen.document import Chart, Grid
from reportgen.workflows.build import Request, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions, check_inputs
from reportgen.workflows.diff import comparison_of, diff, read_diff_inputs, render_document
from reportgen.workflows.editions import ReportRef, read_edition
from reportgen.workflows.inputs import read_build_inputs, read_check_inputs
from reportgen.workflows.metrics import table_of
from reportgen.workflows.redline import Redline, render_redline
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.git import run_git
from reportgen.writers.formats import REPORT_FORMATS
from tests.compare.reports import YEARS
from tests.docx.reading import WORD, part
from tests.support import MINIMAL, ROOT

LOGO = ROOT / "tests" / "looks" / "emblem-svg" / "images" / "emblem.svg"


def silent(stage: str) -> None:
    del stage


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two years, settings, a lexicon, and a style sheet with a logo that extends another."""
    root = tmp_path / "w"
    for folder in ("data", "styles", "images"):
        (root / folder).mkdir(parents=True)
    for year in (2024, 2025):
        shutil.copy(YEARS / f"{year}.yaml", root / "data")
    shutil.copy(LOGO, root / "images")
    (root / "styles" / "ours.yaml").write_text("extends: plenary\nlogo: images/emblem.svg\n", "utf-8")
    (root / "reportgen.yaml").write_text("checks: {metric-unused: off}\n", "utf-8")
    (root / "lexicon.yaml").write_text("terms: [{term: 云溪市政协, wrong: [云溪政协会]}]\n", "utf-8")
    return find_workspace(root, exact=True)


@pytest.mark.parametrize(
    ("style", "metrics", "earlier"),
    [
        ("plenary", "metrics: {提案: {label: 提案, value: 5, unit: 件}}\n", ["data/2022.yaml", "data/2023.yaml"]),
        ("plenary", "", []),  # there is nothing to draw
        ("official", "metrics: {提案: {label: 提案, value: 5, unit: 件}}\n", []),  # it draws nothing
    ],
)
def test_reports_of_earlier_years_are_read_where_charts_are_drawn(
    workspace: Workspace, style: str, metrics: str, earlier: list[str]
) -> None:
    for year in (2022, 2023, 2024, 2025, 2026):
        workspace.report_path(year).write_text(MINIMAL.replace("2025", str(year)) + metrics, "utf-8")
    inputs = read_build_inputs(workspace, 2025, style, None)
    assert [each.name for each in inputs.earlier] == earlier
    assert inputs.last_year is not None
    assert (inputs.last_year.name, inputs.report.name) == ("data/2024.yaml", "data/2025.yaml")
    assert sorted(name for name in inputs.texts if name.startswith("earlier")) == [
        f"earlier:{Path(name).stem}" for name in earlier
    ]


@pytest.mark.slow
def test_a_report_is_built_from_what_was_read(workspace: Workspace) -> None:
    request = Request(CheckOptions("ours"), REPORT_FORMATS, attach_source=True)
    expected = compile_report(read_inputs(workspace, 2025, request), request, silent)
    inputs = read_inputs(workspace, 2025, request)
    shutil.rmtree(workspace.root)
    result = compile_report(inputs, request, silent)
    assert tuple(result.contents) == REPORT_FORMATS
    assert replace(result, layout=None) == replace(expected, layout=None)
    files = {Path(file).name for file in result.findings.lines}
    assert files == {"2025.yaml", "reportgen.yaml", "lexicon.yaml", "ours.yaml", "plenary.yaml"}


def test_a_report_is_checked_by_what_was_read(workspace: Workspace) -> None:
    """Its settings, and last year's report."""
    inputs = read_check_inputs(workspace, 2025, None)
    shutil.rmtree(workspace.root)
    codes = {each.code for each in check_inputs(inputs, CheckOptions()).findings}
    assert codes == {"copy-stale", "promise-forgotten"}


@pytest.mark.slow
def test_reports_are_compared_by_what_was_read(workspace: Workspace) -> None:
    inputs = read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025), "ours", ())
    shutil.rmtree(workspace.root)
    result = diff(inputs)
    assert render_document(result, comparison_of(result), ("docx", "pdf", "html"), silent).contents
    assert render_redline(result, Redline(Path("changes.docx")), "changes.docx", silent).contents


def test_charts_know_the_years_of_all_reports_and_a_redline_the_same(workspace: Workspace) -> None:
    """Also at a revision, where they are those of the revision."""
    shutil.copy(YEARS / "2023.yaml", workspace.root / "data")
    built = check_inputs(read_inputs(workspace, 2025, Request()), CheckOptions()).document
    assert built is not None
    cells = (
        cell for block in built.blocks if isinstance(block, Grid) for entry in block.entries for cell in entry.cells
    )
    charts = (each for cell in cells for each in cell if isinstance(each, Chart))
    years = {chart.label: chart.years for chart in charts}
    assert years["征集提案"] == (2023, 2024, 2025)
    for arguments in (("init", "-q"), ("add", "."), ("-c", "user.name=a", "-c", "user.email=a", "commit", "-qm", "1")):
        assert run_git(workspace.root, *arguments)[0] == 0
    (workspace.root / "data" / "2023.yaml").unlink()
    for ref, known in ((ReportRef(2025), (2024, 2025)), (ReportRef(2025, "HEAD"), (2023, 2024, 2025))):
        figures = read_edition(workspace, ref, with_earlier=True).figures
        assert figures is not None
        assert tuple(figures.series["提案"]) == known


@pytest.mark.slow
def test_a_redline_is_dated_by_the_commit_or_by_the_report_whichever_is_earlier(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report is of 2026-01-09."""
    assert run_git(workspace.root, "init", "-q")[0] == 0
    for day, dated in (("2025-12-20", "2025-12-20"), ("2026-02-01", "2026-01-09")):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00")
        for arguments in (("add", "."), ("-c", "user.name=a", "-c", "user.email=a", "commit", "-qm", "1")):
            assert run_git(workspace.root, *arguments)[0] == 0
        inputs = read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025, "HEAD"), "official", ())
        made = render_redline(diff(inputs), Redline(Path("changes.docx")), "changes.docx", silent).contents["docx"]
        dates = {each.get(f"{WORD}date") for each in part(made).iter(f"{WORD}ins")}
        assert dates == {f"{dated}T00:00:00Z"}
        path = workspace.root / "data" / "2025.yaml"
        path.write_text(path.read_text("utf-8") + "# 改\n", "utf-8")
    inputs = read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025), "official", ())
    assert inputs.new.committed is None


def test_metrics_are_a_table_of_what_was_read(workspace: Workspace) -> None:
    editions = [read_edition(workspace, ReportRef(year)) for year in (2024, 2025)]
    shutil.rmtree(workspace.root)
    table = table_of(editions, ()).table
    assert table is not None
    assert table.years[-2:] == (2024, 2025)


def test_a_style_sheet_is_read_by_check_only_where_it_can_find_something(workspace: Workspace) -> None:
    """With a glossary, a sheet of the workspace in place of the default one, or one that is asked for."""
    plain = "schema: 1\nyear: 2026\ntitle: 报告\nreviews:\n  title: 回顾\n"
    path = workspace.report_path(2026)
    path.write_text(plain, "utf-8")
    assert read_check_inputs(workspace, 2026, None).style is None
    assert read_check_inputs(workspace, 2026, "official").style is not None
    path.write_text(f"{plain}glossary: [{{term: 词, meaning: 意思}}]\n", "utf-8")
    assert read_check_inputs(workspace, 2026, None).style is not None
    path.write_text(plain, "utf-8")
    shutil.copy(ROOT / "styles" / "official.yaml", workspace.root / "styles" / "plenary.yaml")
    assert read_check_inputs(workspace, 2026, None).style is not None


def test_fonts_are_listed_only_for_pages(workspace: Workspace) -> None:
    (workspace.root / "fonts").mkdir()
    (workspace.root / "fonts" / "a.ttf").write_bytes(b"")
    listed = {name: read_inputs(workspace, 2025, Request(formats=(name,))).fonts.own for name in REPORT_FORMATS}
    assert {name for name, files in listed.items() if files} == {"docx", "pdf"}


def test_findings_keep_the_lines_of_their_files() -> None:
    one, other = (Diagnostic("text-empty", Place(file, 1)) for file in ("b", "a"))
    both = Findings((one,), {"b": ["x"]}) + Findings((other, other), {"a": ["y"]})
    assert (list(both), len(both), both.has_errors) == ([one, other, other], 3, True)
    assert both.only(both) == Findings((other, one), {"b": ["x"], "a": ["y"]})
    assert not Findings()
