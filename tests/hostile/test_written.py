"""Every build that reports success has written what it says, whatever the report, its style sheet and its settings."""

from pathlib import Path

import pytest

from reportgen.diagnostics import CODES
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from tests.hostile.commands import run_limited
from tests.mutants import mutant
from tests.support import ROOT, SHEETS
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow

ODD = Path(__file__).parent.parent / "cases"
SETTABLE = [name for name, code in CODES.items() if not code.fixed]


def _assert_true(folder: Path, style: str, formats: tuple[str, ...]) -> None:
    """A draft either has errors and no file, or a file in each format, as large as it says."""
    request = Request(CheckOptions(style, draft=True), formats, draft=1)
    built = build(find_workspace(folder, exact=True), 2025, request, lambda _stage: None)
    if built.findings.has_errors:
        assert built.outputs == ()
        return
    assert [output.format for output in built.outputs] == list(formats)
    assert all(Path(output.path).stat().st_size == output.size for output in built.outputs)


def test_a_gap_in_a_style_sheet_is_an_error_in_a_draft_too(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w")
    (folder / "styles").mkdir()
    (folder / "styles" / "odd.yaml").write_text("extends: plenary\ncolophon: [~]\n", "utf-8")
    (folder / "reportgen.yaml").write_text("checks:\n  entry-empty: off\n", "utf-8")
    for draft in ((), ("--draft", "1")):
        ran = run_limited("build", "2025", "--style", "odd", *draft, folder=folder)
        assert ran.code == 1
        assert "error[entry-empty]" in ran.err
    assert not (folder / "build").exists()


@pytest.mark.parametrize("settings", ["", "checks:\n" + "".join(f"  {code}: off\n" for code in SETTABLE)])
def test_odd_reports_are_written_or_have_errors(tmp_path: Path, settings: str) -> None:
    folder = workspace_of(tmp_path / "w", "")
    (folder / "reportgen.yaml").write_text(settings, "utf-8")
    reports = sorted(ODD.glob("*/2025.yaml"))
    assert len(reports) > 50
    for report in reports:
        (folder / "data" / "2025.yaml").write_bytes(report.read_bytes())
        _assert_true(folder, "plenary", ("txt", "html"))


def test_odd_style_sheets_are_written_with_or_have_errors(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w", (ROOT / "tests" / "years" / "2025.yaml").read_text("utf-8"))
    (folder / "styles").mkdir()
    sheet = (SHEETS / "plenary.yaml").read_text("utf-8")
    for number in range(60):
        (folder / "styles" / "odd.yaml").write_bytes(mutant(sheet, number))
        _assert_true(folder, "odd", ("html",))
