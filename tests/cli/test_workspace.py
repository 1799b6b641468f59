"""Where a command works: in the workspace around it, on the latest year if none is named."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import reportgen
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

OUTSIDE = (
    ["build"],
    ["check"],
    ["fmt"],
    ["new", "2026"],
    ["verify", "report.pdf"],
    ["diff", "2024", "2025"],
    ["absorb", "report.docx"],
    ["follow", "2024", "2025"],
    ["metrics"],
    ["styles"],
    ["styles", "--preview"],
    ["fonts"],
    ["git-setup"],
)


def _two_years(folder: Path) -> Path:
    (folder / "data").mkdir()
    for year in ("2024", "2025"):
        text = MINIMAL.replace("2025", year) + f"  intro: {year}年，各项工作有序推进。\n"
        (folder / "data" / f"{year}.yaml").write_text(text, "utf-8", newline="\n")
    return folder


@pytest.mark.parametrize("arguments", OUTSIDE, ids=" ".join)
def test_without_a_workspace_every_command_names_init(arguments: list[str], tmp_path: Path) -> None:
    ran = reportgen(*arguments, folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "error[workspace-missing]" in ran.stderr
    assert "begin one with reportgen init" in ran.stderr


def test_without_a_year_it_is_the_latest(tmp_path: Path) -> None:
    folder = _two_years(tmp_path)
    assert reportgen("check", folder=folder).stdout == "data/2025.yaml: no problems\n"
    assert reportgen("fmt", folder=folder).stdout == "data/2025.yaml: already formatted\n"
    built = json.loads(reportgen("build", "--format", "txt", "--json", folder=folder).stdout)
    assert [each["year"] for each in built["outputs"]] == [2025]


def test_without_a_report_there_is_no_latest_year(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for command in ("build", "check", "fmt"):
        ran = reportgen(command, folder=tmp_path)
        assert (ran.returncode, "error[reports-missing]" in ran.stderr) == (2, True)
        assert "reportgen init" in ran.stderr
        assert "reportgen import" in ran.stderr


def test_a_range_is_its_years_that_have_a_report(tmp_path: Path) -> None:
    folder = _two_years(tmp_path)
    ran = reportgen("check", "2016—2030", folder=folder)
    assert ran.stdout.splitlines() == ["data/2024.yaml: no problems", "data/2025.yaml: no problems"]
    assert reportgen("metrics", "2016-2030", folder=folder).returncode == 0
    ran = reportgen("check", "2025", "2016-2020", folder=folder)
    assert (ran.returncode, ran.stdout) == (2, "")
    message = f"no reports from 2016 to 2020 in {folder.as_posix()}"
    assert ran.stderr == f"error[years-missing]: {message}\n   = help: available: 2024 2025\n"
    assert reportgen("preview", "2016-2025", folder=folder).stderr.startswith("error[year-invalid]: “2016-2025”")
