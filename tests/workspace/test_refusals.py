"""Why the system refused a file, in the language of the run and not in its own."""

import errno
import os

import pytest

from reportgen.diagnostics import render_concise
from reportgen.text.wording import Wording
from reportgen.workspace.refusals import _REASONS, refusal


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
