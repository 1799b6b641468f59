"""What the machine says: programs, processors, the current folder."""

import locale
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli.environment import office_program, open_file, open_workspace, own_command, processors
from reportgen.cli.error_report import _place
from reportgen.cli.language import system_language
from reportgen.workspace.refusals import CommandError

posix = pytest.mark.skipif(os.name != "posix", reason="programs that scripts act need a Unix")


def program(folder: Path, name: str, lines: str = "exit 0") -> str:
    """A program of a name in a folder."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


@posix
@pytest.mark.parametrize(
    ("found", "beside", "command"), [(True, True, "reportgen"), (False, True, "{}"), (False, False, "reportgen")]
)
def test_the_program_is_named_as_a_terminal_finds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: bool, beside: bool, command: str
) -> None:
    (tmp_path / "python").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python" / "python3"))
    if found:
        program(tmp_path / "bin", "reportgen")
    path = program(tmp_path / "python", "reportgen") if beside else ""
    assert own_command() == command.format(path)


@posix
@pytest.mark.parametrize(
    ("there", "taken"), [("soffice libreoffice", "soffice"), ("libreoffice", "libreoffice"), ("", None)]
)
def test_libreoffice_has_two_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str, taken: str | None
) -> None:
    for name in there.split():
        program(tmp_path / "bin", name)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert office_program() == (str(tmp_path / "bin" / taken) if taken else None)


@pytest.mark.parametrize(("count", "taken"), [(6, 6), (1, 1), (None, 1)])
def test_all_processors_are_taken_where_no_fewer_are_allowed(
    monkeypatch: pytest.MonkeyPatch, count: int | None, taken: int
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "cpu_count", lambda: count)
    assert processors() == taken


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process is asked what it may use")
def test_no_more_processors_are_taken_than_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 3, 5})
    assert processors() == 3


@pytest.mark.parametrize(
    ("name", "language"),
    [("zh_CN", "zh"), ("Chinese (Simplified)_China", "zh"), ("English_zh", "en"), ("en_US", "en"), (None, "en")],
)
def test_windows_names_its_language_in_two_ways(
    monkeypatch: pytest.MonkeyPatch, name: str | None, language: str
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "cp936"))
    assert system_language("win32", {}) == language
    assert system_language("win32", {"LANG": "en_US.UTF-8"}) == "en"


@posix
def test_a_file_is_opened_by_what_the_system_has_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert not open_file(tmp_path / "a.pdf")
    opened: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **_: opened.append(words))
    for platform, name in (("linux", "xdg-open"), ("darwin", "open")):
        opener = program(tmp_path / "bin", name)
        monkeypatch.setattr(sys, "platform", platform)
        assert open_file(tmp_path / "a.pdf")
        assert opened.pop() == [opener, str(tmp_path / "a.pdf")]


def test_a_workspace_is_named_or_around_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one, the folder itself will do for some commands, unless another was named."""
    (tmp_path / "w" / "data" / "deep").mkdir(parents=True)
    (tmp_path / "bare").mkdir()
    monkeypatch.chdir(tmp_path / "w" / "data" / "deep")
    assert open_workspace(None).root == tmp_path / "w"
    assert open_workspace(Path("..", "..")).root == tmp_path / "w"
    monkeypatch.chdir(tmp_path / "bare")
    assert open_workspace(tmp_path / "w", or_bare=True).root == tmp_path / "w"
    assert open_workspace(None, or_bare=True).root == tmp_path / "bare"
    for root, or_bare in ((None, False), (Path(), False), (Path(), True)):
        with pytest.raises(CommandError, match=r"workspace-missing|root-without-data"):
            open_workspace(root, or_bare=or_bare)


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("/home/王某某/src/reportgen/cli/app.py", "reportgen/cli/app.py"),
        ("/home/王某某/.venv/lib/python3.12/site-packages/reportgen/cli/app.py", "reportgen/cli/app.py"),
        ("/home/王某某/.venv/lib/python3.12/site-packages/typer/main.py", "typer/main.py"),
        ("/usr/lib/python3.12/json/decoder.py", "json/decoder.py"),
        ("<string>", "<string>"),
    ],
)
def test_a_report_of_a_bug_names_modules_without_the_folders_of_anyone(file: str, place: str) -> None:
    assert _place(file) == place
