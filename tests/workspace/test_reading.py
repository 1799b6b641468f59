"""A file from outside is a file, and no larger than it may be, before and after it is opened."""

import os
from pathlib import Path

import pytest

from reportgen.workspace.reading import open_regular, read_file
from reportgen.workspace.refusals import CommandError, IrregularFileError

MEGABYTE = 1 << 20


@pytest.mark.parametrize(("size", "read"), [(3 * MEGABYTE, True), (3 * MEGABYTE + 1, False), (7 * MEGABYTE, False)])
def test_a_file_is_read_up_to_a_size_and_a_larger_size_is_reported(tmp_path: Path, size: int, read: bool) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\0" * size)
    if read:
        assert len(read_file(path, "shown/a", most=3 * MEGABYTE)) == size
        return
    with pytest.raises(CommandError) as raised:
        read_file(path, "shown/a", most=3 * MEGABYTE)
    found = raised.value.diagnostic
    assert (found.code, found.words["size"], found.words["largest"]) == (
        "file-too-large", f"{size / MEGABYTE:.1f}", "3",
    )  # fmt: skip


def test_a_name_that_no_disk_takes_is_refused_as_such(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="file-unreadable"):
        read_file(tmp_path / "a\0b", "shown/a")


@pytest.mark.skipif(os.name != "posix", reason="pipes have names on Unix")
def test_anything_but_a_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening a device may do something."""
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.delattr(os, "open")
    with pytest.raises(IrregularFileError):
        open_regular(tmp_path / "pipe")
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="folders can be opened on Unix")
def test_what_came_in_its_place_meanwhile_is_closed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, opened, descriptors = tmp_path / "a", os.open, list[int]()
    path.touch()

    def open_another(_path: Path, flags: int) -> int:
        descriptors.append(opened(tmp_path, flags))
        return descriptors[0]

    monkeypatch.setattr(os, "open", open_another)
    with pytest.raises(IsADirectoryError):
        open_regular(path)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptors[0])
