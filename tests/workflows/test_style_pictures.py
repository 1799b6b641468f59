"""Pictures of style sheets: which are drawn, where they go, and what keeps them from being drawn."""

from pathlib import Path

import pytest
from PIL import Image

from reportgen.workflows.preview import preview_styles
from reportgen.workspace.files import Workspace, find_workspace
from tests.support import DATED
from tests.workflows.test_build import workspace_of

LEFT = f"{DATED}  intro: 全年，，XX件。\n"


def workspace(folder: Path, text: str) -> Workspace:
    return find_workspace(workspace_of(folder, text), exact=True)


@pytest.mark.slow
@pytest.mark.parametrize("folder", [None, "pictures"])
def test_each_style_is_drawn_once_and_page_by_page(tmp_path: Path, folder: str | None) -> None:
    """Also a report that is not ready: it is about the look. Five pages are in a row."""
    stages: list[str] = []
    named = tmp_path / folder if folder else None
    result = preview_styles(workspace(tmp_path, LEFT), 2025, ["official", "official"], named, stages.append)
    path = (named or tmp_path / "build" / "styles") / "official.png"
    assert [(each.year, each.format, each.path, each.size, each.pages) for each in result.outputs] == [
        (2025, "png", str(path), path.stat().st_size, 5)
    ]
    assert [stages[0], *stages[-2:]] == ["read", "preview", "write"]
    assert {each.code for each in result.findings} == {"placeholder-left", "stop-doubled"}
    with Image.open(path) as picture:
        assert picture.size == (5 * (240 + 16) + 16, 340 + 2 * 16)


def test_a_report_with_errors_is_not_drawn(tmp_path: Path) -> None:
    result = preview_styles(workspace(tmp_path, "schema: 1\n"), 2025, ["official", "lectern"], None, lambda _: None)
    assert result.outputs == ()
    codes = [each.code for each in result.findings]
    assert codes == ["key-missing", "key-missing", "report-without-parts"], "reported once, in however many styles"
    assert not (tmp_path / "build").exists()


@pytest.mark.slow
def test_a_picture_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "build" / "styles" / "official.png").mkdir(parents=True)
    result = preview_styles(workspace(tmp_path, DATED), 2025, ["official"], None, lambda _: None)
    assert (result.outputs, [each.code for each in result.findings]) == ((), ["file-unwritable"])
