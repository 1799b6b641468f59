"""Texts of a file as its bytes or the history have them."""

from pathlib import Path

import pytest

from reportgen.document import Stamp
from reportgen.workflows import history
from reportgen.workflows.history import Commit, commit_of, decoded, digests_of, inputs_then
from reportgen.workflows.inputs import Inputs
from reportgen.workflows.report_files import ReportFile, read_report_file
from reportgen.workspace.files import bare_workspace
from reportgen.workspace.refusals import CommandError

NOWHERE = bare_workspace(Path())


def test_bytes_are_text_or_are_refused_as_what_they_are() -> None:
    assert decoded("2025.yaml", b"year: 2025\r\n").text == "year: 2025\r\n"
    with pytest.raises(CommandError) as told:
        decoded("2025.yaml", b"PK\x03\x04\x14\xe5\xff" * 9)
    assert told.value.diagnostic.code == "encoding-unknown"


def test_a_commit_is_written_by_nine_digits() -> None:
    assert Commit("0123456789abcdef", None).short == "012345678"


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository of a thousand commits, the newest first, each of which changes every file.

    The texts of a commit have its number. It has two reports, a schema, and the beginnings of another year.
    """
    numbers = [str(number) for number in range(1, 1001)]
    names = ["2022.yaml", "2023.yaml", "2024.yaml", "2025.yaml", "notes.yaml", "2021.md", "report.schema.json"]
    monkeypatch.setattr(history, "revisions_of", lambda _root, _path, most: numbers[:most])
    monkeypatch.setattr(history, "files_at", lambda _root, _revision, _folder: names)
    monkeypatch.setattr(history, "file_at", lambda _root, revision, path: text_of(revision, path).encode())
    monkeypatch.setattr(history, "committed_on", lambda _root, _revision: None)


def text_of(revision: object, path: str) -> str:
    return f"{path}: {revision}\n"


@pytest.mark.usefixtures("commits")
@pytest.mark.parametrize(("number", "is_found"), [(1, True), (500, True), (501, False)])
def test_five_hundred_commits_are_looked_through(number: int, is_found: bool) -> None:
    """From the newest on."""
    digest = digests_of({"report": text_of(number, "data/2025.yaml")})["report"]
    found = commit_of(NOWHERE, "data/2025.yaml", digest)
    assert (found and found.name) == (str(number) if is_found else None)


@pytest.mark.usefixtures("commits")
@pytest.mark.parametrize(("number", "is_found"), [(1, True), (50, True), (51, False)])
def test_reports_before_last_year_are_those_of_one_commit(number: int, is_found: bool) -> None:
    """Of the fifty newest; else they are as they are now."""
    texts = {f"earlier:{year}": text_of(number, f"data/{year}.yaml") for year in (2022, 2023)}
    stamp = Stamp("0.1.0", 2025, "plenary", tuple(digests_of(texts).items()))
    now = read_report_file("data/2023.yaml", b"now\n", 2023)
    then = inputs_then(NOWHERE, Inputs(2025, ReportFile("data/2025.yaml"), earlier=(now,)), stamp).earlier
    names = [f"{number}:data/2022.yaml", f"{number}:data/2023.yaml"] if is_found else ["data/2023.yaml"]
    assert [each.name for each in then] == names


@pytest.mark.usefixtures("commits")
@pytest.mark.parametrize(
    ("digest", "name"),
    [
        (digests_of({"last-year": "now\n"})["last-year"], "data/2024.yaml"),
        (digests_of({"last-year": text_of(3, "data/2024.yaml")})["last-year"], "3:data/2024.yaml"),
        ("0000000000000000", "data/2024.yaml"),  # not kept anywhere
        ("", None),  # there was none
    ],
)
def test_last_years_report_is_what_it_was(digest: str, name: str | None) -> None:
    stamp = Stamp("0.1.0", 2025, "plenary", (("last-year", digest),) if digest else ())
    inputs = Inputs(2025, ReportFile("data/2025.yaml"), read_report_file("data/2024.yaml", b"now\n", 2024))
    then = inputs_then(NOWHERE, inputs, stamp).last_year
    assert (then and then.name) == name


@pytest.mark.usefixtures("commits")
def test_a_report_that_came_since_is_left_out() -> None:
    now = read_report_file("data/2023.yaml", b"now\n", 2023)
    inputs = Inputs(2025, ReportFile("data/2025.yaml"), earlier=(now,))
    assert inputs_then(NOWHERE, inputs, Stamp("0.1.0", 2025, "plenary", ())).earlier == ()
