"""A command reads a report file once, however many of its years need it."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.cli.build_jobs import Job, do_job
from reportgen.cli.build_plan import BuildArgs, Chosen, plan_jobs
from reportgen.memory import Memory
from reportgen.source import Source, parse
from reportgen.workflows.build import Request, compile_styles
from reportgen.workflows.check import CheckOptions, check
from reportgen.workflows.diff import read_diff_inputs
from reportgen.workflows.editions import ReportRef
from reportgen.workflows.fmt import FormatOptions, format_report
from reportgen.workflows.metrics import table_metrics
from reportgen.workspace.files import SETTINGS, Workspace, find_workspace
from tests.compare.reports import YEARS

ALL_YEARS = (2022, 2023, 2024, 2025)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "data").mkdir()
    for year in ALL_YEARS:
        shutil.copy(YEARS / f"{year}.yaml", tmp_path / "data")
    return find_workspace(tmp_path, exact=True)


def check_all(workspace: Workspace) -> None:
    memory = Memory()
    for year in ALL_YEARS:
        check(workspace, year, CheckOptions(), memory)


def compile_all(workspace: Workspace) -> None:
    """The default style draws charts of all years before."""
    memory = Memory()
    for year in ALL_YEARS:
        compile_styles(workspace, year, Request(formats=("docx",)), lambda _: None, ("plenary", "official"), memory)
        memory.end_build()


def read_for_diff(workspace: Workspace) -> None:
    read_diff_inputs(workspace, ReportRef(2024), ReportRef(2025), font_folders=())


def tabulate(workspace: Workspace) -> None:
    table_metrics(workspace, ())


@pytest.mark.slow
@pytest.mark.parametrize("command", [check_all, compile_all, read_for_diff, tabulate])
def test_each_year_is_read_once(
    workspace: Workspace, command: Callable[[Workspace], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = counted(monkeypatch)
    command(workspace)
    assert read == {f"data/{year}.yaml": 1 for year in ALL_YEARS}


def test_a_file_in_the_standard_form_is_read_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not, once more: whether it still says the same."""
    format_report(workspace, 2025, FormatOptions())
    options = FormatOptions(("ime", "punctuation"), write=False)
    read = counted(monkeypatch)
    assert not format_report(workspace, 2025, options).changed
    assert read == {"data/2025.yaml": 1}
    path = workspace.report_path(2025)
    path.write_text(path.read_text("utf-8").replace("schema: 1", "schema:   1"), "utf-8")
    assert format_report(workspace, 2025, options).changed
    assert read == {"data/2025.yaml": 3}


@pytest.mark.parametrize("styles", [(), ("official", "lectern")])
def test_the_settings_are_read_once_for_a_report(
    workspace: Workspace, styles: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.root / SETTINGS).write_text("style: handout\n", "utf-8")
    read = settings_read(monkeypatch)
    compiled = compile_styles(workspace, 2025, Request(formats=("txt",)), lambda _: None, styles)
    assert ([*compiled.results], read) == ([*(styles or ("handout",))], [SETTINGS])


def test_the_settings_are_read_once_for_a_command(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """They decide the style of each year, and what else is built of it."""
    (workspace.root / SETTINGS).write_text("styles_by_year: {2024: official}\n", "utf-8")
    read = settings_read(monkeypatch)
    args = BuildArgs(None, ("txt",), None, None, False, 0, False, False, False, False)
    jobs = [*plan_jobs((Chosen(workspace, (2024, 2025)),), args)]
    styles = [job.styles for job in jobs if isinstance(job, Job) and do_job(job, lambda *_: None).result.outputs]
    assert (styles, read) == ([("official",), ("plenary",)], [SETTINGS])


def settings_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by the name of the settings whenever they are read from now on."""
    read: list[str] = []

    def reading(each: Workspace) -> tuple[str, bytes] | None:
        read.append(SETTINGS)
        return read_settings(each)

    read_settings = Workspace.read_settings
    monkeypatch.setattr(Workspace, "read_settings", reading)
    return read


def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file is parsed from now on, by its name."""
    counts: Counter[str] = Counter()

    def counting(source: Source, keys: frozenset[str]) -> object:
        counts[source.file] += 1
        return parse(source, keys)

    monkeypatch.setattr("reportgen.workflows.report_files.parse", counting)
    return counts
