"""What a golden shows that is not as expected, and how it is renewed."""

from pathlib import Path

import pytest

from tests.goldens import Goldens


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "same.txt").write_bytes("一\n".encode())
    (tmp_path / "other.txt").write_bytes("一\n二\n三\n".encode())
    (tmp_path / "stale.txt").write_bytes("四\n".encode())
    return tmp_path


def test_every_file_that_differs_is_shown_as_a_unified_diff_with_its_renewal(folder: Path) -> None:
    goldens = Goldens("tests/test_x.py::test_y[a b]", renew=False)
    with pytest.raises(pytest.fail.Exception) as failure:
        goldens.check(
            {
                folder / "same.txt": "一\n",
                folder / "other.txt": b"\xe4\xb8\x80\r\n\xe4\xba\x8c\n\xe4\xb8\x89",
                folder / "stale.txt": None,
                folder / "new.txt": "五\u200b\n",
            }
        )
    at = folder.as_posix()
    assert str(failure.value) == "\n".join(
        (
            f"--- {at}/other.txt",
            f"+++ {at}/other.txt",
            "@@ -1,3 +1,4 @@",
            "-一",
            r"+一\r",
            " 二",
            " 三",
            "+(no line end)",
            f"--- {at}/stale.txt",
            "+++ (no file)",
            "@@ -1 +0,0 @@",
            "-四",
            "--- (no file)",
            f"+++ {at}/new.txt",
            "@@ -0,0 +1 @@",
            r"+五\u200b",
            "If this is as it should be: make goldens, or for this test alone",
            "python -m pytest --goldens 'tests/test_x.py::test_y[a b]'",
        )
    )


def test_nothing_is_shown_where_nothing_differs(folder: Path) -> None:
    Goldens("test", renew=False).check({folder / "same.txt": "一\n", folder / "no.txt": None})


def test_renewed_files_are_as_given(folder: Path) -> None:
    files = {folder / "other.txt": "一\r\n", folder / "stale.txt": None, folder / "below" / "new.txt": b"\xff\n"}
    Goldens("test", renew=True).check(files)
    assert (folder / "other.txt").read_bytes() == "一\r\n".encode()
    assert not (folder / "stale.txt").exists()
    assert (folder / "below" / "new.txt").read_bytes() == b"\xff\n"
