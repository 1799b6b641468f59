"""A workspace from nothing: sound and ready to build, and never over what is there."""

import json
import re
import shlex
from pathlib import Path

import pytest

from reportgen.cli.app import COMMANDS
from reportgen.cli.lazy_commands import load
from reportgen.diagnostics import Diagnostic, Place, render_concise
from reportgen.rules import read_settings
from reportgen.source import Source
from reportgen.workflows.build import Request, build
from reportgen.workflows.fmt import FormatOptions, format_report
from reportgen.workflows.init import begin_workspace
from reportgen.workspace.files import Workspace
from reportgen.workspace.refusals import CommandError
from tests.support import STYLES, examine

FILES = {
    "data/2025.yaml",
    "data/report.schema.json",
    "reportgen.schema.json",
    "README.md",
    "reportgen.yaml",
    ".gitignore",
    ".vscode/settings.json",
    ".vscode/tasks.json",
    ".vscode/extensions.json",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return begin_workspace(tmp_path / "新 区", 2025, "C:\\程序 (新)\\reportgen.exe")[0]


def _text(workspace: Workspace, name: str) -> str:
    return (workspace.root / name).read_text("utf-8")


def _all_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_there_and_named(workspace: Workspace, tmp_path: Path) -> None:
    assert _all_files(workspace.root) == FILES
    assert set(begin_workspace(tmp_path / "二", 2025, "")[1]) == FILES


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2029, 2039])
def test_nothing_is_found_in_the_example_of_any_year(year: int, tmp_path: Path) -> None:
    folder = begin_workspace(tmp_path, year, "reportgen")[0].root
    for style in STYLES:
        examined = examine((folder / f"data/{year}.yaml").read_bytes(), year=year, style=style)
        assert examined.document is not None
        assert examined.listing() == ""


def test_the_example_is_formatted_and_can_be_built(workspace: Workspace) -> None:
    assert not format_report(workspace, 2025, FormatOptions(write=False)).changed
    built = build(workspace, 2025, Request(formats=("txt",)), lambda _stage: None)
    assert not built.findings
    assert "政协云溪市委员会" in Path(built.outputs[0].path).read_text("utf-8")


def test_settings_can_be_read_also_those_that_wait_in_comments(workspace: Workspace) -> None:
    text = _text(workspace, "reportgen.yaml")
    used = re.sub(r"^( *)# (?=[a-z_]+: )", r"\1", text, flags=re.MULTILINE)
    assert used.count("#") == text.count("#") - 7
    settings, found = read_settings(Source("reportgen.yaml", used))
    assert found == ()
    assert settings.office.name == "政协云溪市委员会"
    assert [each.name for each in settings.styles_of(2024)] == ["official"]


def test_schemas_are_where_editors_are_told_they_are(workspace: Workspace) -> None:
    named = json.loads(_text(workspace, ".vscode/settings.json"))["yaml.schemas"]
    assert named == {"./data/report.schema.json": "data/*.yaml", "./reportgen.schema.json": "reportgen.yaml"}
    for file in ("data/2025.yaml", "reportgen.yaml"):
        path = workspace.root / file
        (schema,) = re.findall(r"^# yaml-language-server: \$schema=(.*)$", _text(workspace, file), re.MULTILINE)
        assert "properties" in json.loads((path.parent / schema).read_text("utf-8"))


def test_the_tasks_of_the_editor_are_commands_and_find_what_check_prints(workspace: Workspace) -> None:
    assert "程序 (新)" in _text(workspace, ".vscode/tasks.json"), "people may read it too"
    tasks = json.loads(_text(workspace, ".vscode/tasks.json"))["tasks"]
    assert {each["command"] for each in tasks} == {"C:\\程序 (新)\\reportgen.exe"}
    _insist_on_commands([" ".join(("reportgen", *each["args"])) for each in tasks])
    patterns = {each["severity"]: each["pattern"] for task in tasks for each in task["problemMatcher"]}
    place, words = Place("data/2025.yaml", 12, 7, 12, 9), {"name": "甲", "typed": "甲", "right": "乙"}
    for code, severity in (("metric-unknown", "error"), ("word-forbidden", "warning"), ("word-short-first", "info")):
        line = render_concise(Diagnostic(code, place, words), "zh")
        matched = {name: re.match(pattern["regexp"], line) for name, pattern in patterns.items()}
        (name,) = [name for name, match in matched.items() if match]
        match = matched[name]
        assert match is not None
        assert (name, match[1], match[2], match[3]) == (severity, "data/2025.yaml", "12", "7")


def test_the_readme_names_commands_and_files_there_are(workspace: Workspace) -> None:
    page = _text(workspace, "README.md")
    commands = re.findall(r"`(reportgen [a-z][^`]*)`", page)
    assert len(commands) > 8
    _insist_on_commands(commands)
    named = set(re.findall(r"`([\w.]*[/.][\w./]*)`", page)) - {"build/2025/"}
    assert named
    assert [name for name in named if not (workspace.root / name).exists()] == []


def _insist_on_commands(lines: list[str]) -> None:
    loaded = {each.name: load(each, "zh").parameters for each in COMMANDS}
    known = {name: {option for each in parameters for option in each.click.opts} for name, parameters in loaded.items()}
    for line in lines:
        _, command, *arguments = shlex.split(line)
        assert {each for each in arguments if each.startswith("--")} <= known[command], line


def test_nothing_is_written_where_a_file_would_be_overwritten(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    for name in ("README.md", ".vscode/settings.json"):
        (tmp_path / name).write_text("自己的", "utf-8")
    with pytest.raises(CommandError) as refused:
        begin_workspace(tmp_path, 2025, "reportgen")
    found = refused.value.diagnostic
    assert (found.code, found.words) == ("file-there", {"file": "README.md, .vscode/settings.json"})
    assert _all_files(tmp_path) == {"README.md", ".vscode/settings.json"}
    assert not (tmp_path / "data").exists()


def test_reports_that_are_there_need_no_example(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2023.yaml").write_text("schema: 1\n", "utf-8")
    workspace, made = begin_workspace(tmp_path, 2025, "reportgen")
    assert workspace.years() == (2023,)
    assert set(made) == FILES - {"data/2025.yaml"}
