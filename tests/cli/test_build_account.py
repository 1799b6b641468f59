"""The output of several builds: each outcome under its name, one fault once, and what is opened at the end."""

from pathlib import Path

import pytest

from reportgen.cli import build_output
from reportgen.cli.build_jobs import Built, Job, Refused
from reportgen.cli.build_output import _Account
from reportgen.cli.console import Console
from reportgen.cli.error_report import Crash
from reportgen.cli.progress import Times
from reportgen.diagnostics import Diagnostic, Findings
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.outputs import Output, WriteResult
from reportgen.workspace.files import Workspace

WORKSPACE = Workspace(Path("/w"), Path("/styles"))


def job(year: int) -> Job:
    """The job of a year, named for it."""
    return Job(WORKSPACE, year, Request(CheckOptions()), (), str(year))


def built(*paths: str) -> Built:
    """A build that wrote some files, or that found errors."""
    outputs = tuple(Output(2025, path.rpartition(".")[2], path, 2048, 1) for path in paths)
    found = Findings(() if paths else (Diagnostic("folder-gone"),))
    return Built(WriteResult(outputs, found), Times({}, 0.0))


def pdfs(count: int) -> list[Built]:
    """So many builds that wrote a PDF, each into a folder of its own."""
    return [built(f"/w/build/{number}/a.pdf") for number in range(count)]


@pytest.fixture
def account() -> _Account:
    return _Account(Console("en"), has_names=True, is_verbose=False)


def test_one_bug_is_reported_once_and_every_report_it_cost_is_named(
    account: _Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for year, crash in ((2023, "KeyError a.py:1"), (2024, "KeyError a.py:1"), (2025, "ValueError b.py:2")):
        account.add(job(year), Crash(crash, "text"))
    account.add(job(2026), Refused(Diagnostic("folder-gone")))
    printed = capsys.readouterr()
    assert [line.partition(":")[0] for line in printed.out.splitlines()] == ["2023", "2024", "2025", "2026"]
    assert [line for line in printed.err.splitlines() if line.startswith("error")] == [
        "error[internal]: internal error (KeyError a.py:1)",
        "error[internal]: internal error (ValueError b.py:2)",
        "error[folder-gone]: the current folder no longer exists",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reportgen-error-2.txt", "reportgen-error.txt"]
    assert account.conclude() == 3


@pytest.mark.parametrize(
    ("written", "opened"),
    [
        ([], []),
        ([built()], []),
        ([built("/w/build/1/a.docx", "/w/build/1/a.pdf"), built("/w/build/2/b.html", "/w/build/2/b.txt")],
         ["/w/build/1/a.pdf", "/w/build/2/b.html"]),
        (pdfs(5), [f"/w/build/{number}/a.pdf" for number in range(5)]),
        (pdfs(6), ["/w/build"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("has_program", [True, False])
def test_a_file_of_each_report_is_opened_or_the_folder_of_very_many(
    account: _Account,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    written: list[Built],
    opened: list[str],
    has_program: bool,
) -> None:
    asked: list[Path] = []

    def open_file(path: Path) -> bool:
        asked.append(path)
        return has_program

    monkeypatch.setattr(build_output, "open_file", open_file)
    for number, each in enumerate(written):
        account.add(job(2020 + number), each)
    capsys.readouterr()
    account.open_files()
    assert [path.as_posix() for path in asked] == opened
    said = (
        []
        if has_program
        else [f"could not open {path.removeprefix('/w/')}: no program for it was found" for path in opened]
    )
    assert capsys.readouterr().out.splitlines() == said
