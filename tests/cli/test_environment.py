"""What the machine says: programs, processors, the current folder."""

import locale
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli.environment import (
    folder_named,
    font_folders,
    office_program,
    open_file,
    open_workspace,
    open_years,
    own_command,
    processors,
    system_font_folders,
    workspace_to_begin,
)
from reportgen.cli.error_report import _place
from reportgen.cli.foreign_settings import forget_foreign_settings
from reportgen.cli.isolated_python import isolated_python
from reportgen.cli.language import system_language
from reportgen.workflows.git_texts import Program
from reportgen.workspace.refusals import CommandError

SHARED = ["/usr/local/share/fonts", "/usr/share/fonts"]

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
    monkeypatch.setattr(os, "sched_getaffinity", {0: {0, 3, 5}}.__getitem__)
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

    def start(words: list[str], *, start_new_session: bool, **_: object) -> None:
        assert start_new_session, "it must outlive the terminal"
        opened.append(words)

    monkeypatch.setattr(subprocess, "Popen", start)
    for platform, name in (("linux", "xdg-open"), ("darwin", "open")):
        opener = program(tmp_path / "bin", name)
        monkeypatch.setattr(sys, "platform", platform)
        assert open_file(tmp_path / "a.pdf")
        assert opened.pop() == [opener, str(tmp_path / "a.pdf")]


@pytest.mark.parametrize(("refusal", "is_opened"), [(None, True), (OSError("no program"), False)])
def test_windows_opens_a_file_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: OSError | None, is_opened: bool
) -> None:
    opened: list[Path] = []

    def start_file(path: Path) -> None:
        opened.append(path)
        if refusal:
            raise refusal

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", start_file, raising=False)
    assert open_file(tmp_path / "a.pdf") == is_opened
    assert opened == [tmp_path / "a.pdf"]


LOCAL, WINDOWS = "/Users/王/AppData/Local", "/Windows"


@pytest.mark.parametrize(
    ("platform", "environment", "folders"),
    [
        ("win32", {"LOCALAPPDATA": LOCAL, "WINDIR": WINDOWS}, [f"{LOCAL}/Microsoft/Windows/Fonts", f"{WINDOWS}/Fonts"]),
        ("win32", {"WINDIR": WINDOWS}, [f"{WINDOWS}/Fonts"]),
        ("darwin", {"HOME": "/h"}, ["/h/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"]),
        ("darwin", {}, ["/Library/Fonts", "/System/Library/Fonts"]),
        ("linux", {"HOME": "/h"}, ["/h/.local/share/fonts", "/h/.fonts", *SHARED]),
        ("linux", {"HOME": "/h", "XDG_DATA_HOME": "/d"}, ["/d/fonts", "/h/.fonts", *SHARED]),
        ("linux", {"XDG_DATA_HOME": "/d"}, ["/d/fonts", *SHARED]),
        ("linux", {}, SHARED),
    ],
)
def test_fonts_are_installed_where_each_system_keeps_them(
    platform: str, environment: dict[str, str], folders: list[str]
) -> None:
    assert [each.as_posix() for each in system_font_folders(platform, environment)] == folders


@pytest.mark.parametrize(
    ("settings", "asked", "are_installed_used"),
    [
        ("", None, False),
        ("", "bundled", False),
        ("", "system", True),
        ("fonts: system\n", None, True),
        ("fonts: system\n", "bundled", False),
    ],
)
def test_installed_fonts_are_used_where_that_is_asked_for(
    tmp_path: Path, settings: str, asked: str | None, are_installed_used: bool
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "reportgen.yaml").write_text(settings, "utf-8")
    folders = font_folders(asked, open_workspace(tmp_path))
    assert folders == (system_font_folders(sys.platform, os.environ) if are_installed_used else ())


def test_the_years_named_are_each_meant_once_and_else_the_latest(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for year in (2022, 2024, 2025):
        (tmp_path / "data" / f"{year}.yaml").touch()
    for named, years in ((None, [2025]), ([], [2025]), (["2024", "2024"], [2024]), (["2021-2024"], [2022, 2024])):
        workspace, chosen = open_years(tmp_path, named)
        assert (workspace.root, chosen) == (tmp_path, years)


def test_a_workspace_is_begun_in_the_folder_named_or_around_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "w" / "data").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "w" / "data")
    assert workspace_to_begin(None).root == tmp_path / "w"
    assert workspace_to_begin(tmp_path / "new").root == tmp_path / "new"
    assert folder_named(Path("new")) == tmp_path / "w" / "data" / "new"
    monkeypatch.chdir(tmp_path)
    assert workspace_to_begin(None).root == tmp_path


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


def test_variables_that_other_programs_take_for_settings_of_libraries_are_forgotten() -> None:
    environment = {"RL_invariant": "0", "SOURCE_DATE_EPOCH": "today", "HOME": "/home", "URL_": "x", "EPOCH": "1"}
    forget_foreign_settings(environment)
    assert environment == {"HOME": "/home", "URL_": "x", "EPOCH": "1"}


@pytest.mark.parametrize(
    ("working", "flags"),
    [("-I", "-I"), ("-I -P", "-I"), ("-E", "-E -P"), ("-P", "-P"), ("", "-P")],
    ids=["installed", "anywhere", "for one user", "by PYTHONPATH", "nowhere"],
)
def test_other_programs_call_this_one_as_safely_as_it_is_still_found(
    monkeypatch: pytest.MonkeyPatch, working: str, flags: str
) -> None:
    """So that no code of the folder they are in is imported: each way is tried from another folder."""

    def run(
        command: list[str], *, cwd: Path, check: bool, capture_output: bool, **_: object
    ) -> subprocess.CompletedProcess[str]:
        assert (command[0], cwd) == (sys.executable, Path(sys.executable).parent)
        assert capture_output, "no output of a way that fails may be shown"
        found = command[1] in working.split()
        if check and not found:
            raise subprocess.CalledProcessError(1, command)
        return subprocess.CompletedProcess(command, 0 if found else 1)

    monkeypatch.setattr(subprocess, "run", run)
    assert isolated_python() == Program(Path(sys.executable).as_posix(), flags)
