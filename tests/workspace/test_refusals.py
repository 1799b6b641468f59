"""Why the system refused a file, in the language of the run and not in its own."""

import errno
import os
import stat

import pytest

from reportgen.diagnostics import render_concise
from reportgen.text.wording import Wording
from reportgen.workspace.refusals import _REASONS, IrregularFileError, OutsideError, reading_refusal, refusal


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        (errno.EACCES, "没有权限", "permission denied"),
        (errno.ENOSPC, "磁盘满了", "the disk is full"),
        (errno.EROFS, "磁盘是只读的", "the disk is read-only"),
        (errno.ENAMETOOLONG, "文件名太长", "the file name is too long"),
    ],
)
def test_the_reason_is_in_the_language_of_the_finding(code: int, zh: str, en: str) -> None:
    found = refusal("file-unreadable", "data/2025.yaml", OSError(code, os.strerror(code)))
    assert render_concise(found, "zh").endswith(f"无法读取 data/2025.yaml：{zh}")
    assert render_concise(found, "en").endswith(f"cannot read data/2025.yaml: {en}")


def test_what_is_not_in_the_table_is_as_the_system_says_it() -> None:
    assert refusal("file-unreadable", "x", OSError(errno.EDOM, "odd")).words["reason"] == "odd"
    assert refusal("file-unreadable", "x", OSError()).words["reason"] == "OSError"


def test_the_names_of_the_table_are_names_of_errors() -> None:
    assert all(hasattr(errno, name) for name in _REASONS)
    assert all(isinstance(each, Wording) for each in _REASONS.values())


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        (FileNotFoundError(), "file-missing", "file not found: x"),
        (IsADirectoryError(), "file-is-folder", "x is a folder, not a file"),
        (IrregularFileError(stat.S_IFIFO), "file-irregular", "x is a pipe, not a file"),
        (IrregularFileError(stat.S_IFSOCK), "file-irregular", "x is a socket, not a file"),
        (IrregularFileError(stat.S_IFCHR), "file-irregular", "x is a device, not a file"),
        (IrregularFileError(stat.S_IFBLK), "file-irregular", "x is a disk device, not a file"),
        (IrregularFileError(0), "file-irregular", "x is a special file of the system, not a file"),
        (OutsideError(), "file-outside", "x is a link that leads out of the workspace"),
        (PermissionError(errno.EACCES, ""), "file-unreadable", "cannot read x: permission denied"),
    ],
)
def test_why_a_file_is_not_read(failure: OSError, code: str, said: str) -> None:
    found = reading_refusal("x", failure)
    assert render_concise(found, "en").split("; ")[0] == f"x: error[{code}] {said}"


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (IrregularFileError(stat.S_IFIFO), "cannot write x: it is a pipe, not a file"),
        (OutsideError(), "cannot write x: it is a link that leads out of the workspace"),
        (OSError(errno.EISDIR, ""), "cannot write x: it is a folder, not a file"),
    ],
)
def test_why_a_file_is_not_written(failure: OSError, said: str) -> None:
    assert f"] {said}; existing files are unchanged" in render_concise(refusal("file-unwritable", "x", failure), "en")


def test_our_own_refusals_have_a_number_as_those_of_the_system_do() -> None:
    """Whoever catches an OSError may look at it."""
    assert (IrregularFileError(stat.S_IFIFO).errno, OutsideError().errno) == (errno.EINVAL, errno.EXDEV)
