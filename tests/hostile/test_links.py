"""Files keep their owner, permissions and links; nothing is written through links that lead out, or to a device."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.workflows.fmt import FormatOptions, format_report
from reportgen.workspace.files import find_workspace
from reportgen.workspace.writing import write_files
from tests.hostile.commands import run_limited
from tests.hostile.test_writing import CROOKED, contents_of, files_of, refusal_of
from tests.support import MINIMAL
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow


def test_fmt_keeps_permissions_and_owner(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w", CROOKED)
    report = folder / "data" / "2025.yaml"
    report.chmod(0o660)
    owner = (1234, 1235) if os.geteuid() == 0 else (os.getuid(), os.getgid())
    os.chown(report, *owner)
    assert format_report(find_workspace(folder, exact=True), 2025, FormatOptions()).written
    status = report.stat()
    assert (stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid) == (0o660, *owner)
    assert report.read_text("utf-8") == MINIMAL


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_files(files_of(tmp_path, "new"), tmp_path)
    assert (tmp_path / "report.pdf").stat().st_mode == usual.stat().st_mode


def test_fmt_writes_through_a_link_inside_the_workspace(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path / "w", CROOKED)
    report, real = folder / "data" / "2025.yaml", folder / "texts" / "report.yaml"
    real.parent.mkdir()
    report.rename(real)
    report.symlink_to(Path("..") / "texts" / "report.yaml")
    assert format_report(find_workspace(folder, exact=True), 2025, FormatOptions()).written
    assert report.is_symlink()
    assert real.read_text("utf-8") == MINIMAL


OUTSIDE = "it is a link that leads out of the workspace"


@pytest.mark.parametrize("out", [(), ("--out", "hand-out")])
@pytest.mark.parametrize("linked", ["folder", "file", "device", "dangling"])
def test_outputs_are_not_written_through_links_that_lead_out(tmp_path: Path, linked: str, out: tuple[str, ...]) -> None:
    folder, outside = workspace_of(tmp_path / "w"), tmp_path / "outside"
    outputs = folder / (out[1] if out else "build/2025")
    outside.mkdir()
    (outside / "report.docx").write_text("foreign", "utf-8")
    if linked == "folder":
        outputs.parent.mkdir(exist_ok=True)
        outputs.symlink_to(outside)
    else:
        outputs.mkdir(parents=True)
        targets = {"file": outside / "report.docx", "device": Path("/dev/zero"), "dangling": outside / "new"}
        (outputs / "report.docx").symlink_to(targets[linked])
    ran = run_limited("build", "2025", *out, folder=folder, largest_file=10_000_000)
    assert ran.code == 3
    assert OUTSIDE in ran.err
    assert contents_of(outside) == {"report.docx": "foreign"}
    assert linked == "folder" or [path.name for path in outputs.iterdir()] == ["report.docx"]


def test_a_folder_outside_that_is_named_is_written_to(tmp_path: Path) -> None:
    """Also through a link to a folder: it is the user's own; but not through links inside it."""
    folder, outside, real = workspace_of(tmp_path / "w", MINIMAL), tmp_path / "outside", tmp_path / "real"
    real.mkdir()
    outside.symlink_to(real)
    assert run_limited("build", "2025", "--format", "txt", "--out", outside, folder=folder).code == 0
    (outside / "report.txt").unlink()
    (outside / "report.txt").symlink_to(folder / "data" / "2025.yaml")
    ran = run_limited("build", "2025", "--format", "txt", "--out", outside, folder=folder)
    assert ran.code == 3
    assert OUTSIDE in ran.err
    assert (folder / "data" / "2025.yaml").read_text("utf-8") == MINIMAL


def _make_fifo(path: Path) -> None:
    os.mkfifo(path)


def _make_circle(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_make_fifo, "it is a pipe, not a file"),
        (_make_circle, "its links lead in a circle"),
        (Path.mkdir, "it is a folder, not a file"),
    ],
)
def test_what_is_not_a_file_is_not_replaced(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    make(tmp_path / "report.pdf")
    assert f"cannot write report.pdf: {reason}" in refusal_of(lambda: write_files(files_of(tmp_path, "new"), tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
