"""The table of metrics over the years: which years, what differs in unit, and where it is written."""

from pathlib import Path

import pytest

from reportgen.workflows.metrics import table_metrics, write_table
from reportgen.workspace.files import Workspace, find_workspace
from reportgen.workspace.refusals import CommandError
from tests.support import MINIMAL


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Three years, the first of which has another unit."""
    (tmp_path / "data").mkdir()
    for year, value, unit in ((2023, 40, "次"), (2024, 420, "件"), (2025, 437, "件")):
        text = f"{MINIMAL}metrics:\n  提案: {{label: 征集提案, value: {value}, unit: {unit}}}\n"
        (tmp_path / "data" / f"{year}.yaml").write_text(text.replace("year: 2025", f"year: {year}"), "utf-8")
    return find_workspace(tmp_path, exact=True)


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ((), (2023, 2024, 2025)),
        ((2025,), (2025,)),
        ((2024, 2025), (2024, 2025)),
        ((2025, 2023), (2023, 2025)),
    ],
)
def test_the_years_asked_for_are_the_columns_else_all(
    workspace: Workspace, asked: tuple[int, ...], years: tuple[int, ...]
) -> None:
    table = table_metrics(workspace, asked)
    assert table.years == years
    assert [each.label for each in table.series] == ["征集提案"]


def test_a_year_in_another_unit_is_told_at_the_unit_of_the_newest(workspace: Workspace) -> None:
    (found,) = table_metrics(workspace, ()).findings
    assert found.place is not None
    assert (found.code, found.place.file, found.place.line) == ("metric-unit-differs", "data/2025.yaml", 7)
    assert found.words == {"name": "提案", "unit": "件", "year": "2023", "other": "次"}
    assert not table_metrics(workspace, (2024, 2025)).findings


def test_a_year_without_a_report_is_refused(workspace: Workspace) -> None:
    with pytest.raises(CommandError, match="file-missing"):
        table_metrics(workspace, (2022, 2025))


def test_a_report_that_cannot_be_read_leaves_no_table(workspace: Workspace) -> None:
    (workspace.root / "data" / "2024.yaml").write_text("schema: 1\nyear: [", "utf-8")
    table = table_metrics(workspace, ())
    assert (table.table, table.series, table.years) == (None, (), ())
    assert table.findings


@pytest.mark.parametrize("named", [None, "out"])
def test_the_table_is_written_into_build_or_a_folder_that_is_named(workspace: Workspace, named: str | None) -> None:
    folder = workspace.root / named if named else None
    written = write_table(workspace, table_metrics(workspace, ()), ("csv", "xlsx"), folder)
    place = workspace.root / (named or "build")
    assert [each.path for each in written.outputs] == [str(place / "metrics.csv"), str(place / "metrics.xlsx")]
    assert "征集提案" in (place / "metrics.csv").read_text("utf-8-sig")
