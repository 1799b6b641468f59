"""Files of a build: which are written, and which of an earlier build go."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Findings
from reportgen.workflows.outputs import BuildResult, write_outputs, write_results
from reportgen.workspace.files import Workspace, bare_workspace

EARLIER = (
    "report.wechat-1.png",
    "report.wechat-2.png",
    "report.wechat-3.png",
    "report.wechat-5.png",
    "report.html-2.png",
)


def built(*pictures: int) -> BuildResult:
    """An article with some numbered pictures, and a text."""
    beside = {("wechat", f"wechat-{number}.png"): b"new" for number in pictures}
    return BuildResult({"wechat": b"new", "txt": b"new"}, Findings(), 3, beside=beside)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A folder in which an earlier build left pictures."""
    for name in EARLIER:
        (tmp_path / name).write_text("old", "utf-8")
    return bare_workspace(tmp_path)


@pytest.mark.parametrize(
    ("pictures", "left"),
    [
        ((), "html-2.png wechat-5.png"),
        ((1,), "html-2.png wechat-1.png wechat-5.png"),
        ((1, 2), "html-2.png wechat-1.png wechat-2.png wechat-5.png"),
        ((1, 2, 3, 4), "html-2.png wechat-1.png wechat-2.png wechat-3.png wechat-4.png wechat-5.png"),
    ],
)
def test_pictures_that_an_earlier_build_had_go_up_to_the_first_that_is_not_there(
    workspace: Workspace, pictures: tuple[int, ...], left: str
) -> None:
    write_outputs(workspace, built(*pictures), 2025, workspace.root / "report")
    there = sorted(path.name.removeprefix("report.") for path in workspace.root.iterdir() if path.suffix == ".png")
    expected = left if pictures != (1, 2, 3, 4) else left.replace(" wechat-5.png", "")
    assert " ".join(there) == expected


def test_each_file_is_listed_with_its_pages_and_its_size(workspace: Workspace) -> None:
    """Formats without a layout have no pages."""
    result = BuildResult({"pdf": b"12345", "txt": b"123"}, Findings(), 3, ("宋体",), {("wechat", "wechat-1.png"): b"1"})
    other = BuildResult({"pdf": b"1"}, Findings(), 4, ("宋体", "楷体"))
    stem = workspace.root / "new" / "report"
    written = write_results(workspace, {stem: result, stem.with_name("other"): other}, 2025, Findings())
    assert [(each.format, Path(each.path).name, each.size, each.pages, each.year) for each in written.outputs] == [
        ("pdf", "report.pdf", 5, 3, 2025),
        ("txt", "report.txt", 3, 0, 2025),
        ("wechat", "report.wechat-1.png", 1, 0, 2025),
        ("pdf", "other.pdf", 1, 4, 2025),
    ]
    assert written.stood_in == ("宋体", "楷体")


def test_where_one_file_is_refused_none_is_written_and_none_goes(workspace: Workspace) -> None:
    (workspace.root / "report.txt").mkdir()
    written = write_outputs(workspace, built(1), 2025, workspace.root / "report")
    assert (written.outputs, [each.code for each in written.findings]) == ((), ["file-unwritable"])
    assert {(workspace.root / name).read_text("utf-8") for name in EARLIER} == {"old"}
