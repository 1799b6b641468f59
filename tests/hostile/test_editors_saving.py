"""What an editor saves while a file is formatted is kept."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.workflows.fmt import FormatOptions, FormatResult, format_report
from reportgen.workspace.files import find_workspace
from tests.hostile.test_writing import CROOKED, contents_of
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow


def _formatted_while(
    folder: Path, monkeypatch: pytest.MonkeyPatch, function: str, save: Callable[[Path], None], *, after: bool = False
) -> FormatResult:
    """Formats the report of a workspace; an editor saves it before or after one call to the system."""
    asked = getattr(os, function)

    def saving(*arguments: object, **options: object) -> object:
        monkeypatch.setattr(os, function, asked)
        if not after:
            save(folder / "data" / "2025.yaml")
        answer = asked(*arguments, **options)
        if after:
            save(folder / "data" / "2025.yaml")
        return answer

    monkeypatch.setattr(os, function, saving)
    return format_report(find_workspace(folder, exact=True), 2025, FormatOptions())


def _save_in_place(path: Path) -> None:
    path.write_text("by hand", "utf-8")


def _save_by_moving(path: Path) -> None:
    path.with_name("new").write_text("by hand", "utf-8")
    path.with_name("new").replace(path)


@pytest.mark.parametrize(
    ("function", "save", "after"),
    [
        ("fsync", _save_in_place, False),
        ("fsync", _save_by_moving, False),
        ("link", _save_in_place, False),
        ("link", _save_by_moving, False),
        ("link", _save_in_place, True),
        ("link", _save_by_moving, True),
        ("replace", _save_in_place, False),
    ],
)
def test_what_an_editor_saves_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, save: Callable[[Path], None], after: bool
) -> None:
    folder = workspace_of(tmp_path / "w", CROOKED)
    formatted = _formatted_while(folder, monkeypatch, function, save, after=after)
    assert [each.code for each in formatted.findings] == ["file-modified"]
    assert not formatted.written
    assert contents_of(folder / "data") == {"2025.yaml": "by hand"}


def test_an_editor_that_has_the_file_open_goes_on_writing_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It emptied the file just before it is replaced, and writes just after."""
    folder = workspace_of(tmp_path / "w", CROOKED)
    with (folder / "data" / "2025.yaml").open("r+", encoding="utf-8") as editor:

        def empty(_path: Path) -> None:
            editor.truncate()

        formatted = _formatted_while(folder, monkeypatch, "replace", empty)
        editor.write("by hand")
    assert [each.code for each in formatted.findings] == ["file-modified"]
    assert contents_of(folder / "data") == {"2025.yaml": "by hand"}
