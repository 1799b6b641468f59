"""A format made by a copy of the process: nobody can tell, whatever happens to the copy."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Never

import pytest

from reportgen.writers import document_files
from reportgen.writers.side_process import begin_beside
from tests.workflows.test_build import built_in, workspace_of

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere everything is made in order")


def _fail() -> Never:
    raise KeyError("征集提案")


def _die() -> Never:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


@on_linux
def test_what_the_copy_makes_is_collected() -> None:
    """More than a pipe holds, and by another process."""
    own = os.getpid()
    collect = begin_beside(lambda: str(os.getpid()).encode().ljust(1_000_000))
    assert collect is not None
    made = collect()
    assert made is not None
    assert (len(made), int(made) != own) == (1_000_000, True)


@on_linux
@pytest.mark.parametrize("make", [_fail, _die, lambda: sys.exit(0)])
def test_a_copy_that_fails_says_nothing(make: Callable[[], bytes], capfd: pytest.CaptureFixture[str]) -> None:
    collect = begin_beside(make)
    assert collect is not None
    assert collect() is None
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("refused", ["fork", "pipe"])
def test_where_no_copy_can_be_made_there_is_none(refused: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no file stays open."""

    def refuse() -> Never:
        raise BlockingIOError

    before = _open_files()
    monkeypatch.setattr(os, refused, refuse, raising=False)
    assert begin_beside(_fail) is None
    monkeypatch.undo()
    assert _open_files() == before
    monkeypatch.setattr(sys, "platform", "darwin")
    assert begin_beside(_fail) is None


def _open_files() -> list[Path]:
    """What is open, where the system says so."""
    return sorted(Path("/dev/fd").glob("*"))


@on_linux
@pytest.mark.slow
@pytest.mark.parametrize("formats", [("docx", "pdf"), ("pdf", "txt", "docx"), ("docx",)])
def test_the_files_are_those_made_in_order(tmp_path: Path, formats: tuple[str, ...]) -> None:
    folder = workspace_of(tmp_path / "w")
    ordered = built_in(folder, formats=formats)
    contents = [Path(each.path).read_bytes() for each in ordered.outputs]
    beside = built_in(folder, formats=formats, may_fork=True)
    assert [each.format for each in beside.outputs] == [each.format for each in ordered.outputs] == [*formats]
    assert [Path(each.path).read_bytes() for each in beside.outputs] == contents


@on_linux
@pytest.mark.slow
def test_what_goes_wrong_is_met_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure is raised here, with its own trace; a copy that was killed costs nothing but time."""
    folder, own, whole = workspace_of(tmp_path / "w"), os.getpid(), document_files.docx_file
    monkeypatch.setattr(document_files, "docx_file", lambda *_: _fail())
    with pytest.raises(KeyError) as raised:
        built_in(folder, may_fork=True)
    assert raised.traceback[-1].name == "_fail"
    monkeypatch.setattr(document_files, "docx_file", lambda *job: whole(*job) if os.getpid() == own else _die())
    assert [each.format for each in built_in(folder, may_fork=True).outputs] == ["docx", "pdf"]
