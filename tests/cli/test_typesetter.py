"""``build`` of one report with a typesetter: when there is one, and that it ends with the command."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import pytest

from reportgen.cli import environment
from reportgen.cli.build_command import _typesetter
from tests.support import DATED
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")

SLOWLY = """
import os, time
os.sched_getaffinity = lambda *_: {0, 1}
from reportgen.writers import typesetting
whole = typesetting.set_pages
def slowly(job):
    with open("typesetter.new", "w") as file:
        file.write(f"{os.getpid()} {os.getppid()}")
    os.rename("typesetter.new", "typesetter")
    time.sleep(0.5)
    return whole(job)
typesetting.set_pages = slowly
from reportgen.cli import main
main()
"""
"""The command on two processors, whose typesetter says which process it is, and whose."""


def _start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SLOWLY, "build", "2025", "--lang", "en", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def _typesetter_of(run: subprocess.Popen[str], folder: Path) -> int:
    end = time.monotonic() + 60
    while not (folder / "typesetter").exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    process, parent = map(int, (folder / "typesetter").read_text().split())
    assert parent == run.pid
    return process


def _wait_until_gone(process: int) -> None:
    end = time.monotonic() + 60
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.slow
def test_one_report_is_built_with_a_typesetter(tmp_path: Path) -> None:
    run = _start(workspace_of(tmp_path, DATED))
    process = _typesetter_of(run, tmp_path)
    output, complaints = run.communicate(timeout=60)
    assert (run.returncode, complaints) == (0, "")
    assert [line.split(" (")[0] for line in output.splitlines()[:2]] == [
        "wrote build/2025/report.docx",
        "wrote build/2025/report.pdf",
    ]
    assert not Path(f"/proc/{process}").exists()


@pytest.mark.slow
def test_errors_are_shown_and_nothing_is_written(tmp_path: Path) -> None:
    """The typesetter, which has begun, is ended."""
    run = _start(workspace_of(tmp_path, f"{DATED}  intro: 全年征集提案XX件。\n"), "--format", "pdf")
    _, complaints = run.communicate(timeout=60)
    assert (run.returncode, complaints.splitlines()[0].split(":")[0]) == (1, "error[placeholder-left]")
    assert not (tmp_path / "build").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_the_typesetter_ends_with_the_command(tmp_path: Path, sent: signal.Signals, status: int) -> None:
    """Ctrl-C is sent to both; what is sent to the command alone ends the typesetter as well. Nothing is written."""
    run = _start(workspace_of(tmp_path, DATED))
    process = _typesetter_of(run, tmp_path)
    run.send_signal(sent)
    assert run.wait(60) == status
    _wait_until_gone(process)
    assert run.communicate() == ("", "")
    assert not (tmp_path / "build").exists()


@pytest.mark.slow
def test_a_typesetter_that_hears_ctrl_c_says_nothing(tmp_path: Path) -> None:
    """The command, which does not hear it, then sets the pages itself."""
    run = _start(workspace_of(tmp_path, DATED))
    os.kill(_typesetter_of(run, tmp_path), signal.SIGINT)
    assert run.communicate(timeout=60)[1] == ""
    assert run.returncode == 0
    assert (tmp_path / "build" / "2025" / "report.pdf").exists()


@pytest.mark.parametrize(
    ("formats", "roots", "years", "processors"),
    [
        (("txt", "html"), (), ("2025",), 2),
        (None, (Path("a"), Path("b")), ("2025",), 2),
        (None, (), ("2024", "2025"), 2),
        (None, (), ("2025",), 1),
    ],
)
def test_there_is_none_where_nothing_would_be_gained(
    formats: Sequence[str] | None,
    roots: Sequence[Path],
    years: Sequence[str],
    processors: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No pages, many reports, or one processor."""
    monkeypatch.setattr(environment, "processors", lambda: processors)
    assert isinstance(_typesetter(formats, roots, years), nullcontext)
    monkeypatch.setattr(environment, "processors", lambda: 2)
    with _typesetter(("docx",), (Path("a"),), ("2025",)) as typesetter:
        assert typesetter is not None
